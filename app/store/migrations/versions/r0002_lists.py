"""Lists that the database can filter and order by itself, and receipts for what was deleted.

The rows of lists are made anew from the logs at the first look: their format is nought.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add the columns that lists ask for, and the table of receipts."""
    for column in (
        sa.Column("title", sa.String(300), nullable=False, server_default=""),
        sa.Column("stands_at", sa.String(300), nullable=False, server_default=""),
        sa.Column("words", sa.Text, nullable=False, server_default=""),
        sa.Column("waiting", sa.Integer, nullable=False, server_default="0"),
        sa.Column("closed_at", MOMENT),
        sa.Column("format", sa.Integer, nullable=False, server_default="0"),
    ):
        op.add_column("case_run", column)
    op.create_index("ix_case_run_format", "case_run", ["format"])
    op.create_index("ix_case_run_closed_at", "case_run", ["closed_at"])
    op.create_index(
        "ix_case_run_list",
        "case_run",
        [
            "state",
            "next_due",
            "case_number",
            "owner",
            "child",
            "waiting",
            "changed",
            "done",
            "total",
            "title",
            "stands_at",
            "words",
            "id",
        ],
    )
    op.create_table(
        "receipt",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("actor", sa.String(200), nullable=False),
        sa.Column("cause", sa.String(20), nullable=False),
        sa.Column("runs", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_receipt"),
        sqlite_autoincrement=True,
    )
