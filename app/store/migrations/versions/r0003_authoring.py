"""Work on the library: what was done to versions, trials, suggestions, and who has read what."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Say what a version was made of, and make the tables."""
    op.add_column("version", sa.Column("base", sa.Integer))
    _deeds()
    _trials()
    _suggestions()
    _readings()


def _deeds() -> None:
    op.create_table(
        "version_deed",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("version_id", sa.Integer, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("actor", sa.String(200), nullable=False),
        sa.Column("deed", sa.String(20), nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("other", sa.Integer),
        sa.PrimaryKeyConstraint("id", name="pk_version_deed"),
        _of_version("version_deed"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_version_deed_version_id", "version_deed", ["version_id"])


def _trials() -> None:
    op.create_table(
        "trial",
        sa.Column("version_id", sa.Integer, nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("kept", sa.Boolean),
        sa.Column("evaluation", sa.Text, nullable=False),
        sa.Column("decided_by", sa.String(200), nullable=False),
        sa.Column("decided_at", MOMENT),
        sa.PrimaryKeyConstraint("version_id", name="pk_trial"),
        _of_version("trial"),
    )


def _suggestions() -> None:
    op.create_table(
        "suggestion",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("item_id", sa.Integer, nullable=False),
        sa.Column("step", sa.String(200), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("author", sa.String(200), nullable=False),
        sa.Column("created", MOMENT, nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("answer", sa.Text, nullable=False),
        sa.Column("answered_by", sa.String(200), nullable=False),
        sa.Column("answered_at", MOMENT),
        sa.Column("draft", sa.Integer),
        sa.Column("changed", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_suggestion"),
        sa.ForeignKeyConstraint(
            ["item_id"], ["item.id"], name="fk_suggestion_item_id", ondelete="CASCADE"
        ),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_suggestion_item_id", "suggestion", ["item_id"])


def _readings() -> None:
    op.create_table(
        "reading",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("version_id", sa.Integer, nullable=False),
        sa.Column("person", sa.String(200), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_reading"),
        sa.UniqueConstraint("version_id", "person", name="uq_reading_version_id_person"),
        _of_version("reading"),
    )


def _of_version(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["version_id"], ["version.id"], name=f"fk_{table}_version_id", ondelete="CASCADE"
    )
