"""One switch for light and dark, one factor for size: the look of the whole window.

Widgets read colours and lengths from `theme()`. What paints itself listens to `changed`.

A window wears the style sheet, and the application has none: else Qt would go through all that is
in a part each time it is put into another, long before it is seen. When a large window is shown,
its shown parts get a newer sheet for their own; what is hidden gets it when it is shown.
"""

from collections.abc import Iterable
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from app.printing.ink import DARK, LIGHT, Ink
from app.ui.look.stylesheet import stylesheet

ZOOM_STEPS = (80, 90, 100, 110, 125, 150, 175, 200)
_STANDARD_POINTS = 10.0
_PREFERRED_FAMILIES = ("Open Sans", "Noto Sans", "Cantarell")
_PLAIN_FAMILIES = {"Sans Serif", "Sans", "DejaVu Sans", "Helvetica", ""}


@runtime_checkable
class InParts(Protocol):
    """A window that holds far more than it shows."""

    def shown_parts(self) -> Iterable[QWidget]:
        """Return the parts that are shown; whatever is shown later is dressed by the window."""


class WindowTheme(QObject):
    """Colours and sizes in force.

    Signals: `changed` after colours or sizes are other than before.
    """

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._base_font = _system_font(application.font())
        self._appearance = "system"
        self._zoom = 100
        self._ink = LIGHT
        self._sheet = ""
        application.setStyle("Fusion")
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)
        self._apply()

    @property
    def ink(self) -> Ink:
        """The colours in force."""
        return self._ink

    @property
    def zoom(self) -> int:
        """The user's zoom, in percent of the system font's size."""
        return self._zoom

    @property
    def appearance(self) -> str:
        """`system`, `light` or `dark`, as chosen."""
        return self._appearance

    @property
    def scale(self) -> float:
        """The factor on all lengths: 1 at a 10 pt font and 100 % zoom."""
        return self._base_font.pointSizeF() / _STANDARD_POINTS * self._zoom / 100

    def px(self, length: float) -> int:
        """Return a length of the visual standard in the pixels of now."""
        return max(1, round(length * self.scale)) if length else 0

    def color(self, name: str) -> QColor:
        """Return one of the ink's colours by name."""
        return QColor(getattr(self._ink, name))

    def font(
        self, points: float = _STANDARD_POINTS, weight: QFont.Weight = QFont.Weight.Normal
    ) -> QFont:
        """Return the system font in a size of the visual standard."""
        font = QFont(self._base_font)
        font.setPointSizeF(points * self.scale)
        font.setWeight(weight)
        return font

    def set_appearance(self, appearance: str) -> None:
        """Choose `light`, `dark`, or `system` to follow the machine."""
        if appearance != self._appearance:
            self._appearance = appearance
            self._apply()

    def set_zoom(self, percent: int) -> None:
        """Set the zoom, kept between 80 and 200 percent."""
        percent = min(max(percent, ZOOM_STEPS[0]), ZOOM_STEPS[-1])
        if percent != self._zoom:
            self._zoom = percent
            self._apply()

    def step_zoom(self, direction: int) -> None:
        """Go to the next larger (1) or smaller (-1) zoom."""
        larger = [step for step in ZOOM_STEPS if (step - self._zoom) * direction > 0]
        if larger:
            self.set_zoom(min(larger) if direction > 0 else max(larger))

    def measure_anew(self) -> None:
        """Let all that measured itself by the look do so again, where much else was shown."""
        self.changed.emit()

    def dress(self, part: QWidget) -> None:
        """Give what has been hidden, or is new, the look of now before it is shown."""
        if self._put_on(part):
            self.changed.emit()  # what has measured it meanwhile does so anew

    def _on_scheme_changed(self) -> None:
        if self._appearance == "system":
            self._apply()

    def _apply(self) -> None:
        self._ink = DARK if self._is_dark_wanted() else LIGHT
        self._application.setFont(self.font())
        self._application.setPalette(_palette(self._ink))
        self._sheet = stylesheet(self._ink, self.px)
        for window in QApplication.topLevelWidgets():
            if window.parent() is None and window.styleSheet():
                self._dress_anew(window)
        self.changed.emit()

    def _dress_anew(self, window: QWidget) -> None:
        """Let a window wear the sheet in force; of one that is shown in parts only those."""
        parts = tuple(window.shown_parts()) if isinstance(window, InParts) else ()
        if not (parts and window.isVisible()):
            self._put_on(window)
        for part in parts:
            self._put_on(part)

    def _put_on(self, part: QWidget) -> bool:
        """Let a part wear the sheet in force, and tell whether it wore another."""
        own = "" if self._is_worn_around(part) else self._sheet
        is_other = part.styleSheet() != own
        if is_other:
            part.setStyleSheet(own)
        return is_other

    def _is_worn_around(self, part: QWidget) -> bool:
        """Tell whether the outermost window that a part is in wears the sheet in force."""
        outer = part.parentWidget()
        while outer is not None and outer.parentWidget() is not None:
            outer = outer.parentWidget()
        return outer is not None and outer.styleSheet() == self._sheet

    def _is_dark_wanted(self) -> bool:
        if self._appearance == "system":
            return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return self._appearance == "dark"


_themes: list[WindowTheme] = []


def install_theme(application: QApplication) -> WindowTheme:
    """Give the application its theme; called once at start, and again by tests."""
    if not _themes:
        _themes.append(WindowTheme(application))
    return _themes[0]


def theme() -> WindowTheme:
    """Return the theme of the running application."""
    return _themes[0]


def _system_font(font: QFont) -> QFont:
    """Return the desktop's own font; a bare X server names none, so take a good one there."""
    chosen = QFont(font)
    if font.family() in _PLAIN_FAMILIES:
        known = filter(QFontDatabase.hasFamily, _PREFERRED_FAMILIES)
        chosen.setFamily(next(known, font.family()))
        chosen.setPointSizeF(_STANDARD_POINTS)
    if chosen.pointSizeF() <= 0:
        chosen.setPointSizeF(_STANDARD_POINTS)
    return chosen


def _palette(ink: Ink) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for which, color in (
        (role.Window, ink.paper),
        (role.WindowText, ink.ink),
        (role.Base, ink.surface),
        (role.AlternateBase, ink.lane),
        (role.Text, ink.ink),
        (role.Button, ink.surface),
        (role.ButtonText, ink.ink),
        (role.Highlight, ink.accent),
        (role.HighlightedText, ink.on_accent),
        (role.PlaceholderText, ink.ink_3),
        (role.ToolTipBase, ink.surface),
        (role.ToolTipText, ink.ink),
        (role.Link, ink.accent),
        (role.LinkVisited, ink.accent),
        (role.Mid, ink.hair),
        (role.Dark, ink.part),
        (role.Light, ink.surface),
        (role.Accent, ink.accent),
    ):
        palette.setColor(which, QColor(color))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(ink.ink_3))
    return palette


def px(length: float) -> int:
    """Return a length of the visual standard in pixels of now."""
    return theme().px(length)
