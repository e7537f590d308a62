"""Run by Alembic: migrate on the connection, and in the transaction, that was handed over."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
