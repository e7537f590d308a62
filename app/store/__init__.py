"""The database and its backups: rows <-> model. SQLAlchemy and SQLite are known here alone."""
