"""The tables, as SQLAlchemy Core. Migrations say the same once more and never import this.

Those of the search index are of another kind: see `search/search_tables.py`. Documents, events and
summaries are JSON. Each row carries a seal (`seals.py`), which the connection sets.
"""

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Row,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from app.store.door import Guarded

AnyRow = Row[*tuple[Any, ...]]
"""A row of whichever columns were asked for."""

NAMES = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
}

metadata = MetaData(naming_convention=NAMES)


class Moment(Guarded[datetime]):
    """A moment in UTC, also where the database keeps no zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        del dialect
        return value if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        del dialect
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Day(Guarded[date]):
    """A day, without a zone."""

    impl = Date
    cache_ok = True


class Digest(Guarded[bytes]):
    """A SHA-256."""

    impl = LargeBinary(32)
    cache_ok = True


def _seal() -> Column[int]:
    return Column("seal", Integer, nullable=False, server_default="0")


item = Table(
    "item",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("slug", String(200), nullable=False),
    Column("published", Integer),
    _seal(),
    UniqueConstraint("kind", "slug"),
)

version = Table(
    "version",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("item_id", ForeignKey("item.id", ondelete="CASCADE"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("state", String(20), nullable=False),
    Column("origin", String(20), nullable=False),
    Column("format", Integer, nullable=False),
    Column("document", Text, nullable=False),
    Column("sha256", Digest, nullable=False),
    Column("author", String(200), nullable=False),
    Column("note", Text, nullable=False),
    Column("created", Moment, nullable=False),
    Column("changed", Moment, nullable=False),
    Column("approved_by", String(200), nullable=False),
    Column("approved_at", Moment),
    Column("review_by", Day),
    Column("trial_from", Day),
    Column("trial_until", Day),
    Column("base", Integer),
    _seal(),
    UniqueConstraint("item_id", "number"),
)

version_deed = Table(
    "version_deed",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("version_id", ForeignKey("version.id", ondelete="CASCADE"), nullable=False),
    Column("at", Moment, nullable=False),
    Column("actor", String(200), nullable=False),
    Column("deed", String(20), nullable=False),
    Column("note", Text, nullable=False),
    Column("other", Integer),
    _seal(),
    sqlite_autoincrement=True,
)
Index(None, version_deed.c.version_id)

trial = Table(
    "trial",
    metadata,
    Column("version_id", ForeignKey("version.id", ondelete="CASCADE"), primary_key=True),
    Column("name", String(200), nullable=False),
    Column("question", Text, nullable=False),
    Column("kept", Boolean),
    Column("evaluation", Text, nullable=False),
    Column("decided_by", String(200), nullable=False),
    Column("decided_at", Moment),
    _seal(),
)
"""Its period stands on the version."""

suggestion = Table(
    "suggestion",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("item_id", ForeignKey("item.id", ondelete="CASCADE"), nullable=False),
    Column("step", String(200), nullable=False),
    Column("version", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("author", String(200), nullable=False),
    Column("created", Moment, nullable=False),
    Column("state", String(20), nullable=False),
    Column("answer", Text, nullable=False),
    Column("answered_by", String(200), nullable=False),
    Column("answered_at", Moment),
    Column("draft", Integer),
    Column("changed", Moment, nullable=False),
    _seal(),
    sqlite_autoincrement=True,
)
Index(None, suggestion.c.item_id)

reading = Table(
    "reading",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("version_id", ForeignKey("version.id", ondelete="CASCADE"), nullable=False),
    Column("person", String(200), nullable=False),
    Column("at", Moment, nullable=False),
    _seal(),
    UniqueConstraint("version_id", "person"),
)

case_run = Table(
    "case_run",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("version_id", ForeignKey("version.id", ondelete="RESTRICT"), nullable=False),
    Column("procedure", String(200), nullable=False),
    Column("version", Integer, nullable=False),
    Column("case_number", String(100), nullable=False),
    Column("owner", String(200), nullable=False),
    Column("started", Moment, nullable=False),
    Column("state", String(20), nullable=False),
    Column("done", Integer, nullable=False),
    Column("total", Integer, nullable=False),
    Column("next_due", Moment),
    Column("child", String(20), nullable=False),
    Column("changed", Moment, nullable=False),
    Column("summary", Text, nullable=False),
    Column("title", String(300), nullable=False, server_default=""),
    Column("stands_at", String(300), nullable=False, server_default=""),
    Column("words", Text, nullable=False, server_default=""),
    Column("waiting", Integer, nullable=False, server_default="0"),
    Column("closed_at", Moment),
    Column("format", Integer, nullable=False, server_default="0"),
    Column("givers", Text, nullable=False, server_default=""),
    _seal(),
)
Index(None, case_run.c.state, case_run.c.next_due)
Index(None, case_run.c.case_number)
Index(None, case_run.c.version_id)
Index(None, case_run.c.format)
Index(None, case_run.c.closed_at)
Index(
    "ix_case_run_list",
    case_run.c.state,
    case_run.c.next_due,
    case_run.c.case_number,
    case_run.c.owner,
    case_run.c.child,
    case_run.c.waiting,
    case_run.c.changed,
    case_run.c.done,
    case_run.c.total,
    case_run.c.title,
    case_run.c.stands_at,
    case_run.c.words,
    case_run.c.givers,
    case_run.c.id,
)
"""All that lists filter and order by, so that they need not go through the rows themselves."""

run_event = Table(
    "run_event",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("run_id", ForeignKey("case_run.id", ondelete="CASCADE"), nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("at", Moment, nullable=False),
    Column("actor", String(200), nullable=False),
    Column("kind", String(30), nullable=False),
    Column("payload", Text, nullable=False),
    Column("format", Integer, nullable=False, server_default="1"),
    _seal(),
    UniqueConstraint("run_id", "sequence"),
    sqlite_autoincrement=True,
)

receipt = Table(
    "receipt",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("actor", String(200), nullable=False),
    Column("cause", String(20), nullable=False),
    Column("runs", Integer, nullable=False),
    _seal(),
    sqlite_autoincrement=True,
)
"""Proof that runs were deleted: when, by whom, why and how many, and nothing of what they held."""

setting = Table(
    "setting",
    metadata,
    Column("key", String(100), primary_key=True),
    Column("value", Text, nullable=False),
    Column("changed", Moment, nullable=False),
    _seal(),
)
