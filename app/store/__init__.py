"""The database: rows <-> model. SQLAlchemy and SQLite are known here and nowhere else."""
