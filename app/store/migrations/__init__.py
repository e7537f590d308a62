"""Alembic's scripts. They say what was at the time, and never import today's tables or structs."""
