import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError

from app.data_folder import DATABASE
from app.model.errors import Trouble
from app.model.library.stored_version import Kind
from app.store import migrations, upgrade
from app.store.backup_files import FOLDER
from app.store.database_opening import open_store
from app.store.engine import open_engine
from app.store.troubles import told
from app.store.upgrade import REVISIONS, bring_up_to_date
from tests.store.first import make_first
from tests.store.make import NOW, begin, procedure, publish, run_named

Schema = dict[str, list[tuple[object, ...]]]

CHANGE = f"""
import sqlalchemy as sa
from alembic import op
revision = "9999"
down_revision = "{REVISIONS[-1]}"
def upgrade():
    op.create_table("more", sa.Column("id", sa.Integer, primary_key=True))
    with op.batch_alter_table("case_run", recreate="always") as table:
        table.add_column(sa.Column("extra", sa.String(10)))
"""


def _schema(path: Path) -> Schema:
    """Describe all tables: their columns, what points where, and what is unique or indexed."""
    with closing(sqlite3.connect(path)) as connection:
        ask = connection.execute
        names = [row[0] for row in ask("SELECT name FROM sqlite_master WHERE type='table'")]
        return {
            name: [
                *ask(f"PRAGMA table_info({name})"),
                *ask(f"PRAGMA foreign_key_list({name})"),
                *sorted(
                    (unique, *(column for *_, column in ask(f"PRAGMA index_info({index})")))
                    for _, index, unique, *_ in ask(f"PRAGMA index_list({name})")
                ),
                *ask(
                    "SELECT name FROM sqlite_master WHERE type='index' AND tbl_name=?"
                    " AND sql IS NOT NULL ORDER BY name",
                    (name,),
                ),
            ]
            for name in sorted(names)
        }


def _scripts(folder: Path, more: str = "") -> str:
    """Copy the scripts, with one more revision, if any is given."""
    versions = folder / "versions"
    versions.mkdir(parents=True)
    source = Path(migrations.__path__[0])
    (folder / "env.py").write_text((source / "env.py").read_text())
    for script in (source / "versions").glob("r*.py"):
        (versions / script.name).write_text(script.read_text())
    if more:
        (versions / "r9999_more.py").write_text(more)
    return str(folder)


def _filled(folder: Path) -> Path:
    store = open_store(folder, now=NOW)
    begin(store, run_named("a"), publish(store, procedure()))
    store.close()
    return store.path


def _upgrade(path: Path, scripts: str) -> Path | None:
    engine = open_engine(path)
    try:
        return bring_up_to_date(engine, path, NOW, scripts=scripts, revisions=(*REVISIONS, "9999"))
    finally:
        engine.dispose()


def test_a_new_database_is_just_what_the_migrations_make(tmp_path: Path) -> None:
    open_store(tmp_path / "new", now=NOW).close()
    path = tmp_path / "migrated.sqlite3"
    engine = open_engine(path)
    with engine.connect() as connection:
        upgrade._migrate(connection, upgrade.SCRIPTS)
        connection.commit()
    engine.dispose()
    assert _schema(path) == _schema(tmp_path / "new" / DATABASE)


def test_the_newest_revision_is_the_newest_script() -> None:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", upgrade.SCRIPTS)
    scripts = ScriptDirectory.from_config(config)
    assert tuple(s.revision for s in reversed([*scripts.walk_revisions()])) == REVISIONS


def test_an_upgrade_keeps_every_row_and_a_backup_from_before(tmp_path: Path) -> None:
    path = _filled(tmp_path)
    backup = _upgrade(path, _scripts(tmp_path / "scripts", CHANGE))
    assert backup
    assert backup.name == f"foer-opgradering-{REVISIONS[-1]}-20261126-084000.sqlite3"
    assert "more" in _schema(path)
    assert "more" not in _schema(backup)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [
            ("9999",)
        ]
        assert connection.execute("SELECT id, extra FROM case_run").fetchall() == [("a", None)]
        assert connection.execute("SELECT count(*) FROM run_event").fetchone() == (1,)


@pytest.mark.parametrize(
    "breaks", ["op.execute('SELECT nothing FROM nowhere')", "op.execute('DELETE FROM version')"]
)
def test_a_broken_migration_leaves_the_database_as_it_was(tmp_path: Path, breaks: str) -> None:
    path = _filled(tmp_path)
    with closing(sqlite3.connect(path)) as connection:
        before = list(connection.iterdump())
    scripts = _scripts(tmp_path / "scripts", f"{CHANGE}    {breaks}\n")
    with pytest.raises((DBAPIError, RuntimeError)):
        _upgrade(path, scripts)
    with closing(sqlite3.connect(path)) as connection:
        assert list(connection.iterdump()) == before
    open_store(tmp_path, now=NOW).close()


def test_a_database_of_the_first_program_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / DATABASE
    make_first(path)
    store = open_store(tmp_path, now=NOW)
    with store.reading() as work:
        assert work.runs.stale() == ("a",)
        assert work.receipts.all() == ()
        (version,) = work.items.versions(Kind.PROCEDURE, "prove")
        assert version.base is None
        assert work.log.of(Kind.PROCEDURE, "prove") == ()
    store.close()


def test_a_database_that_is_up_to_date_needs_no_backup(tmp_path: Path) -> None:
    _filled(tmp_path)
    open_store(tmp_path, now=NOW).close()
    assert not (tmp_path / FOLDER).exists()


def test_a_disk_that_fills_up_during_an_upgrade_is_told_as_such(tmp_path: Path) -> None:
    """The first error ends the transaction; what the migration meets after that misleads."""
    path = _filled(tmp_path)
    fills = """
    driver = op.get_bind().connection.dbapi_connection
    pages = driver.execute("PRAGMA page_count").fetchone()[0]
    driver.execute(f"PRAGMA max_page_count={pages}")
    try:
        op.execute("CREATE TABLE big AS SELECT hex(randomblob(900000)) AS x")
    finally:
        op.execute("SELECT * FROM _alembic_tmp_case_run")
"""
    scripts = _scripts(tmp_path / "scripts", CHANGE + fills)
    with pytest.raises(Trouble) as trouble, told(path):
        _upgrade(path, scripts)
    assert trouble.value.code == "disk_full"
    open_store(tmp_path, now=NOW).close()
