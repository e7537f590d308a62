"""The notes of runs on their way to the log: each is kept also when another step is shown."""

from collections.abc import Callable

from app.model.errors import Told
from app.services import runs
from app.services.runs import RunView
from app.services.workplace import Workplace
from app.ui.common.desk import Desk
from app.ui.common.keeping import Typed


class NoteKeeping:
    """Writes notes, and hands the run as it was stored to whoever shows it."""

    def __init__(self, desk: Desk, take: Callable[[RunView], None]) -> None:
        self._desk = desk
        self._take = take

    def begin(self, run: str, step: str, stored: str) -> Typed[str]:
        """Begin to write in the note of a step, from what is stored there."""
        desk, key = self._desk, ("note", run, step)

        def write(
            value: str, base: str, kept: Callable[[], None], failed: Callable[[Told], None]
        ) -> None:
            def work(place: Workplace) -> RunView:
                return runs.write_note(place, run=run, step=step, text=value, base=base)

            def done(view: RunView) -> None:
                kept()
                self._take(view)

            def refused(error: Told) -> bool:
                failed(error)
                return False

            desk.do(work, done, refused, about=key, again=desk.writing.flush)

        return desk.writing.begin(key, stored, write)
