"""How far a database has come, told without any clock: by the numbers it has given."""

from datetime import datetime

from sqlalchemy import Connection, func, select

from app.model.recovery import Backup
from app.store.backup_files import COUNTED
from app.store.tables import receipt, run_event, version_deed

_NUMBER = "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = ?"


class Course:
    """The course of one transaction's database."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def happened(self) -> int:
        """Count all that ever happened, deletions too."""
        return sum(map(self._number, COUNTED))

    def last_moments(self) -> tuple[datetime | None, ...]:
        """Return when something last happened in a run, to a text, and when runs were deleted."""
        return tuple(
            self._connection.scalar(select(table.c.at).order_by(table.c.id.desc()).limit(1))
            for table in (run_event, version_deed, receipt)
        )

    def newest_event_of(self, run_ids: tuple[str, ...]) -> int:
        """Return the number of the newest event in any of some runs."""
        newest = select(func.max(run_event.c.id)).where(run_event.c.run_id.in_(run_ids))
        return self._connection.scalar(newest) or 0

    def count_on(self, backup: Backup) -> None:
        """Go on with higher numbers than a backup has: what happens from now on is newer."""
        events, deeds = COUNTED[:2]
        self._raise(events, backup.events)
        self._raise(deeds, self._number(deeds) + backup.happened - self.happened())

    def _number(self, table: str) -> int:
        return int(self._connection.exec_driver_sql(_NUMBER, (table,)).scalar() or 0)

    def _raise(self, table: str, number: int) -> None:
        if number > self._number(table):
            for statement in (
                "DELETE FROM sqlite_sequence WHERE name = ?",
                f"INSERT INTO sqlite_sequence (seq, name) VALUES ({number:d}, ?)",
            ):
                self._connection.exec_driver_sql(statement, (table,))
