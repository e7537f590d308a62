"""Who has handed a run over, so that they find it again; also in the index that lists go by.

The rows of lists are made anew from the logs at the first look: their format is an older one.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the column, and make the index anew with it."""
    givers = sa.Column("givers", sa.Text, nullable=False, server_default="")
    op.add_column("case_run", givers)
    op.drop_index("ix_case_run_list", "case_run")
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
            "givers",
            "id",
        ],
    )
