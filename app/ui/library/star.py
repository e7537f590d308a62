"""The star in a header: it makes what is shown a favourite, or no longer one."""

from app.model.library.target import Target
from app.model.user_settings import Settings
from app.services import finding
from app.ui.base.desk import Desk
from app.ui.keys.toggling import AskingToggle
from app.ui.look.theme import theme
from app.ui.look.widgets import Button


class StarButton(Button):
    """A star that is down while what is shown is a favourite."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("", "quiet", "star", small=True)
        self._desk = desk
        self._target: Target | None = None
        self.setCheckable(True)
        self._question = AskingToggle(self)
        self._question.asked.connect(self._on_asked)
        self.hide()
        self._resize()
        theme().changed.connect(self._resize)
        desk.settings_changed.connect(self._show)

    def show_target(self, target: Target | None) -> None:
        """Stand for another place, or for none."""
        self._target = target
        self.setVisible(target is not None)
        self._show()

    def nextCheckState(self) -> None:
        """Stay as it is: the star shows what is kept."""

    def _resize(self) -> None:
        self.setFixedWidth(theme().px(34))

    def _show(self) -> None:
        is_loved = self._target is not None and self._target.ref in self._desk.settings.favourites
        self._question.show(is_loved)
        words = self.tr("Fjern fra favoritter") if is_loved else self.tr("Gør til favorit")
        self.setToolTip(words)
        self.setAccessibleName(words)

    def _on_asked(self) -> None:
        target = self._target
        if target is not None:
            self._desk.do(
                lambda workplace: finding.turn_favourite(workplace, target), self._on_turned
            )

    def _on_turned(self, _: Settings) -> None:
        self._desk.tell_of_settings()
