"""The first tables: documents with versions, runs with their logs, settings, search."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make everything."""
    _documents()
    _runs()
    op.create_table(
        "setting",
        sa.Column("key", sa.String(100), nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("changed", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_setting"),
    )
    op.execute(
        """
CREATE VIRTUAL TABLE search USING fts5(
    kind UNINDEXED, slug UNINDEXED, step UNINDEXED, level UNINDEXED,
    title UNINDEXED, context UNINDEXED, body UNINDEXED, cited UNINDEXED,
    main, inner, around, law,
    tokenize = "unicode61 remove_diacritics 0", prefix = '1 2 3'
)
"""
    )


def _documents() -> None:
    op.create_table(
        "item",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("slug", sa.String(200), nullable=False),
        sa.Column("published", sa.Integer),
        sa.PrimaryKeyConstraint("id", name="pk_item"),
        sa.UniqueConstraint("kind", "slug", name="uq_item_kind_slug"),
    )
    op.create_table(
        "version",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("item_id", sa.Integer, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("origin", sa.String(20), nullable=False),
        sa.Column("format", sa.Integer, nullable=False),
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("sha256", sa.LargeBinary(32), nullable=False),
        sa.Column("author", sa.String(200), nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("created", MOMENT, nullable=False),
        sa.Column("changed", MOMENT, nullable=False),
        sa.Column("approved_by", sa.String(200), nullable=False),
        sa.Column("approved_at", MOMENT),
        sa.Column("review_by", sa.Date),
        sa.Column("trial_from", sa.Date),
        sa.Column("trial_until", sa.Date),
        sa.PrimaryKeyConstraint("id", name="pk_version"),
        sa.UniqueConstraint("item_id", "number", name="uq_version_item_id_number"),
        sa.ForeignKeyConstraint(
            ["item_id"], ["item.id"], name="fk_version_item_id", ondelete="CASCADE"
        ),
    )


def _runs() -> None:
    op.create_table(
        "case_run",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("version_id", sa.Integer, nullable=False),
        sa.Column("procedure", sa.String(200), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("case_number", sa.String(100), nullable=False),
        sa.Column("owner", sa.String(200), nullable=False),
        sa.Column("started", MOMENT, nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("done", sa.Integer, nullable=False),
        sa.Column("total", sa.Integer, nullable=False),
        sa.Column("next_due", MOMENT),
        sa.Column("child", sa.String(20), nullable=False),
        sa.Column("changed", MOMENT, nullable=False),
        sa.Column("summary", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_case_run"),
        sa.ForeignKeyConstraint(
            ["version_id"], ["version.id"], name="fk_case_run_version_id", ondelete="RESTRICT"
        ),
    )
    op.create_index("ix_case_run_state_next_due", "case_run", ["state", "next_due"])
    op.create_index("ix_case_run_case_number", "case_run", ["case_number"])
    op.create_index("ix_case_run_version_id", "case_run", ["version_id"])
    op.create_table(
        "run_event",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("run_id", sa.String(32), nullable=False),
        sa.Column("sequence", sa.Integer, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("actor", sa.String(200), nullable=False),
        sa.Column("kind", sa.String(30), nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_run_event"),
        sa.UniqueConstraint("run_id", "sequence", name="uq_run_event_run_id_sequence"),
        sa.ForeignKeyConstraint(
            ["run_id"], ["case_run.id"], name="fk_run_event_run_id", ondelete="CASCADE"
        ),
        sqlite_autoincrement=True,
    )
