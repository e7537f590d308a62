"""What every walk of the tour has at hand: a window, a clock, the hands of a user, a camera."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.model.run import Mark
from app.paths import SHIPPED_LIBRARY
from app.services import runs
from app.services.settings import Appearance, change_settings
from app.services.workplace import Workplace, open_workplace
from app.ui.common.tasks import DirectTasks
from app.ui.common.theme import theme
from app.ui.shell.furnishing import Furnishing
from app.ui.shell.opening import Opening
from app.ui.shell.window import MainWindow
from app.ui.tour.hands import type_into

_SIZE = (1440, 900)
_LAYERS = 4
"""How deep what changed last may stand: each round of events lays out one layer more."""


class TourClock:
    """Shows the time that the tour has set."""

    def __init__(self, begin: datetime) -> None:
        self.now = begin

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **step: float) -> None:
        """Let time pass."""
        self.now += timedelta(**step)


class Done(Struct, frozen=True):
    """A step that was done in a case, with the way that was taken there."""

    step: str
    way: int | None = None
    after: timedelta = timedelta()
    """How long after the step before."""


class Camera:
    """Writes numbered pictures of windows as they are seen."""

    def __init__(self, out: Path) -> None:
        self._out = out
        self._taken = 0

    def take(self, name: str, window: QWidget) -> None:
        """Write one picture, when what moves has come to rest."""
        QTest.qWait(260)
        for _ in range(_LAYERS):
            QApplication.sendPostedEvents()
        self._taken += 1
        window.grab().save(str(self._out / f"{self._taken:02}-{name}.png"))


class Guide:
    """Owns the window on one data folder, for one user after the other."""

    def __init__(
        self, camera: Camera, folder: Path, begin: datetime, shipped: Path = SHIPPED_LIBRARY
    ) -> None:
        self._camera = camera
        self._folder = folder
        self._shipped = shipped
        self.clock = TourClock(begin)
        theme().set_appearance(Appearance.LIGHT)
        theme().set_zoom(100)
        self._open_window()

    def be(self, name: str, **settings: object) -> None:
        """Let another user sit down: the window is closed and opened again."""

        def work(place: Workplace) -> None:
            change_settings(place, user_name=name, appearance=Appearance.LIGHT, **settings)

        self.house.desk.do(work, lambda _: None)
        self.reopen()

    def reopen(self) -> None:
        """Close the program, and open it again."""
        self.close()
        self._open_window()

    def close(self) -> None:
        """Close the window."""
        self.window.close()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def picture(self, name: str, window: QWidget | None = None) -> None:
        """Write a window as it is seen."""
        self._camera.take(name, window or self.window)

    def type(self, field: QWidget, text: str) -> None:
        """Type as a user does, and wait as long as the program waits for more."""
        type_into(field, text)
        QTest.qWait(120)
        self.settle()

    def press(self, field: QWidget, key: Qt.Key) -> None:
        """Press one key."""
        QTest.keyClick(field, key)
        self.settle()

    def click(self, button: QWidget) -> None:
        """Click with the mouse."""
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def settle(self) -> None:
        """Let the window do what it has to do."""
        QTest.qWait(30)

    def wait_for(self, ready: Callable[[], bool]) -> None:
        """Wait for what is done in the background."""
        for _ in range(400):
            if ready():
                return
            QTest.qWait(20)

    def mark(self, step: str, item: int) -> None:
        """Tick one check item of the run that is shown."""
        self.house.runs.page.panel.mark_requested.emit(step, item, Mark.DONE, "")

    def let_see_through(self, step: str, item: int, colleague: str) -> None:
        """Let a colleague at another screen have seen through what was done."""
        run, seen = self.house.runs.page.run_id, Mark.VERIFIED
        with open_workplace(
            self._folder, shipped=None, clock=self.clock, actor=colleague
        ) as elsewhere:
            runs.mark_item(elsewhere, run=run, step=step, item=item, mark=seen)

    def do_step(self, step_id: str, way: int | None = None) -> None:
        """Tick every item of a step of the run that is shown, choose its way, and finish it."""
        page = self.house.runs.page
        page.select(step_id)
        self.settle()
        if page.view is None:
            return
        step = page.view.procedure.step(step_id)
        for item in range(len(step.checklist)):
            self.mark(step_id, item)
        if way is not None:
            page.panel.way_requested.emit(step_id, way % len(step.next))
        page.select(step_id)
        self.click(page.panel.finish_button)
        self.clock.forward(minutes=7)

    def follow(self, procedure: str, number: str, begun: datetime, done: Iterable[Done]) -> str:
        """Bring a case some way along as time passes, and return the id of its run."""
        from app.services import runs

        runs_made: list[str] = []

        def work(place: Workplace) -> None:
            here = self.clock.now
            self.clock.now = begun
            view = runs.start_run(place, procedure=procedure, case_number=number, trigger=begun)
            run = view.state.run.id
            for one in done:
                self.clock.now += one.after
                for item in range(len(view.procedure.step(one.step).checklist)):
                    runs.mark_item(place, run=run, step=one.step, item=item, mark=Mark.DONE)
                if one.way is not None:
                    runs.choose_way(place, run=run, step=one.step, way=one.way)
                runs.finish_step(place, run=run, step=one.step)
            self.clock.now = here
            runs_made.append(run)

        self.house.desk.do(work, lambda _: None)
        return runs_made[0]

    def _open_window(self) -> None:
        self.window = MainWindow()
        opening = Opening(self.window, DirectTasks(), self._folder, self.clock, self._shipped)
        opening.begin()
        found = self.window.findChild(Furnishing)
        if found is None:
            raise RuntimeError("The window did not open its data folder.")
        self.house = found
        self.window.resize(*_SIZE)
        self.window.show()
        QTest.qWaitForWindowExposed(self.window)
