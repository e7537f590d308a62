"""A seal on each row that cannot be made anew, and a format on each event of a log."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

SEALED = {
    "item": ("id", "kind", "slug", "published"),
    "version": (
        *("id", "item_id", "number", "state", "origin", "format", "sha256", "author", "note"),
        *("created", "changed", "approved_by", "approved_at", "review_by", "trial_from"),
        *("trial_until", "base"),
    ),
    "version_deed": ("id", "version_id", "at", "actor", "deed", "note", "other"),
    "trial": (
        *("version_id", "name", "question", "kept", "evaluation", "decided_by", "decided_at"),
    ),
    "suggestion": (
        *("id", "item_id", "step", "version", "text", "author", "created", "state", "answer"),
        *("answered_by", "answered_at", "draft", "changed"),
    ),
    "reading": ("id", "version_id", "person", "at"),
    "case_run": (
        *("id", "version_id", "procedure", "version", "case_number", "owner", "started", "state"),
        *("done", "total", "next_due", "child", "changed", "summary", "title", "stands_at"),
        *("words", "waiting", "closed_at", "format", "givers"),
    ),
    "run_event": ("id", "run_id", "sequence", "at", "actor", "kind", "payload", "format"),
    "receipt": ("id", "at", "actor", "cause", "runs"),
    "setting": ("key", "value", "changed"),
}


def upgrade() -> None:
    """Add the columns, and seal what is there. The connection knows `row_seal`."""
    format_of_event = sa.Column("format", sa.Integer, nullable=False, server_default="1")
    op.add_column("run_event", format_of_event)
    for table, columns in SEALED.items():
        seal = sa.Column("seal", sa.Integer, nullable=False, server_default="0")
        op.add_column(table, seal)
        op.execute(f"UPDATE {table} SET seal = row_seal({', '.join(columns)})")
