"""A database as the first program left it, with one run in it."""

from pathlib import Path

from app.store import upgrade
from app.store.engine import open_engine
from app.store.stored_documents import fingerprint, write_document
from tests.store.make import procedure

_DOCUMENT = write_document(procedure())
_DAY = "2026-11-01 00:00:00"
_ROWS: dict[str, dict[str, object]] = {
    "item": {"id": 1, "kind": "procedure", "slug": "prove"},
    "version": {
        "id": 1,
        "item_id": 1,
        "number": 1,
        "state": "published",
        "origin": "own",
        "format": 1,
        "document": _DOCUMENT,
        "sha256": fingerprint(_DOCUMENT),
        "author": "",
        "note": "",
        "created": _DAY,
        "changed": _DAY,
        "approved_by": "",
    },
    "case_run": {
        "id": "a",
        "version_id": 1,
        "procedure": "prove",
        "version": 1,
        "case_number": "2026-04417",
        "owner": "anna",
        "started": _DAY,
        "state": "open",
        "done": 0,
        "total": 1,
        "child": "not_yet",
        "changed": _DAY,
        "summary": "{}",
    },
}


def make_first(path: Path) -> None:
    """Make a database as the first revision left it, with one run in it."""
    from alembic import command
    from alembic.config import Config

    engine = open_engine(path)
    with engine.connect() as connection:
        config = Config()
        config.set_main_option("script_location", upgrade.SCRIPTS)
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        for table, values in _ROWS.items():
            names, marks = ", ".join(values), ", ".join("?" * len(values))
            row = tuple(values.values())
            connection.exec_driver_sql(f"INSERT INTO {table} ({names}) VALUES ({marks})", row)
        connection.commit()
    engine.dispose()
