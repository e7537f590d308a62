"""The style sheet of the window, made from the colours in force."""

from collections.abc import Callable

from app.paths import RESOURCES
from app.printing.ink import Ink


def stylesheet(ink: Ink, px: Callable[[float], int]) -> str:
    """Return the application's style sheet; `px` turns lengths of the standard into pixels."""
    parts = (_buttons, _fields, _month, _surfaces, _scrolling, _writing)
    return "\n".join(part(ink, px) for part in parts)


def _arrow(way: str) -> str:
    """Return the address of a small arrow; its grey is seen on light and on dark."""
    return (RESOURCES / "icons" / f"fold-{way}.svg").as_posix()


def _check(ink: Ink) -> str:
    """Return the address of the tick that stands on the accent colour."""
    name = "tick-dark" if ink.is_dark else "tick-light"
    return (RESOURCES / "icons" / f"{name}.svg").as_posix()


def _buttons(ink: Ink, px: Callable[[float], int]) -> str:
    return f"""
QPushButton {{
    min-height: {px(30)}px; padding: 0 {px(12)}px; border-radius: {px(6)}px;
    border: 1px solid {ink.part}; background: {ink.surface}; color: {ink.ink};
}}
QPushButton:hover {{ background: {ink.accent_wash}; }}
QPushButton:pressed {{ background: {ink.accent_tint}; }}
QPushButton:focus {{ border: 2px solid {ink.focus}; padding: 0 {px(12) - 1}px; }}
QPushButton:disabled {{ color: {ink.ink_3}; border-color: {ink.hair}; background: {ink.paper}; }}
QPushButton[small="true"] {{ min-height: {px(26)}px; padding: 0 {px(10)}px; }}
QPushButton[kind="go"] {{
    background: {ink.accent}; border-color: {ink.accent}; color: {ink.on_accent}; font-weight: 600;
}}
QPushButton[kind="go"]:hover {{ background: {ink.accent_hover}; border-color: {ink.accent_hover}; }}
QPushButton[kind="go"]:focus {{ border: 2px solid {ink.ink}; }}
QPushButton[kind="go"]:disabled {{
    color: {ink.ink_3}; border-color: {ink.hair}; background: {ink.paper};
}}
QPushButton[kind="quiet"] {{
    border-color: transparent; background: transparent; color: {ink.ink_2};
    padding: 0 {px(10)}px;
}}
QPushButton[kind="quiet"]:hover {{ background: {ink.accent_wash}; color: {ink.ink}; }}
QPushButton[kind="quiet"]:checked {{ background: {ink.accent_tint}; color: {ink.accent}; }}
QPushButton[kind="quiet"]:focus {{ border: 2px solid {ink.focus}; padding: 0 {px(10) - 1}px; }}
QPushButton[kind="quiet"]:disabled {{ color: {ink.ink_3}; }}
QPushButton[kind="link"] {{
    border: 1px solid transparent; background: transparent; color: {ink.accent};
    font-weight: 600; padding: 0 {px(2)}px; min-height: {px(24)}px; text-align: left;
}}
QPushButton[kind="link"][plain="true"] {{ font-weight: 400; }}
QPushButton[kind="link"]:hover {{ color: {ink.accent_hover}; text-decoration: underline; }}
QPushButton[kind="link"]:focus {{ border: 2px solid {ink.focus}; padding: 0 {px(1)}px; }}
QPushButton[kind="filter"] {{
    border-color: transparent; background: transparent; color: {ink.ink_2};
    min-height: {px(26)}px; border-radius: {(px(26) + 2) // 2}px; padding: 0 {px(12)}px;
}}
QPushButton[kind="filter"]:hover {{ background: {ink.accent_wash}; }}
QPushButton[kind="filter"]:checked {{
    background: {ink.accent_tint}; color: {ink.accent}; font-weight: 600;
}}
QPushButton[kind="filter"]:focus {{ border: 2px solid {ink.focus}; padding: 0 {px(12) - 1}px; }}
"""


def _fields(ink: Ink, px: Callable[[float], int]) -> str:
    return f"""
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox {{
    border: 1px solid {ink.part}; border-radius: {px(6)}px; background: {ink.field};
    color: {ink.ink}; padding: 0 {px(8)}px; min-height: {px(30)}px;
    placeholder-text-color: {ink.ink_3};
    selection-background-color: {ink.accent}; selection-color: {ink.on_accent};
}}
QLineEdit:read-only {{ background: {ink.paper}; }}
QLineEdit:read-only:!focus {{ border-color: {ink.hair}; }}
QPlainTextEdit:read-only {{ background: {ink.paper}; }}
QPlainTextEdit:read-only:!focus {{ border-color: {ink.hair}; }}
QPlainTextEdit, QTextEdit {{ padding: {px(4)}px {px(6)}px; }}
QPushButton[kind="pick"] {{
    background: {ink.field}; min-height: {px(30)}px; text-align: left;
    padding: 0 {px(30)}px 0 {px(8)}px;
}}
QPushButton[kind="pick"]:focus {{ padding: 0 {px(30) - 1}px 0 {px(8) - 1}px; }}
QPushButton[kind="pick"][wrong="true"] {{ border: 2px solid {ink.soon}; }}
QLineEdit:focus, QComboBox:focus, QSpinBox:focus {{
    border: 2px solid {ink.focus}; padding-left: {px(8) - 1}px; padding-right: {px(8) - 1}px;
    min-height: {px(30) - 2}px;
}}
QLineEdit[wrong="true"], QComboBox[wrong="true"] {{
    border: 2px solid {ink.soon}; padding-left: {px(8) - 1}px; padding-right: {px(8) - 1}px;
    min-height: {px(30) - 2}px;
}}
QPlainTextEdit:focus, QTextEdit:focus, QPlainTextEdit[wrong="true"] {{
    border: 2px solid {ink.focus}; padding: {px(4) - 1}px {px(6) - 1}px;
    min-height: {px(30) - 2}px;
}}
QPlainTextEdit[wrong="true"] {{ border-color: {ink.soon}; }}
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus {{
    border: 0; padding: 0; min-height: 0; background: transparent;
}}
QSpinBox::up-button, QSpinBox::down-button {{ width: 0; border: 0; }}
QComboBox::drop-down {{ border: 0; width: {px(26)}px; }}
QComboBox::down-arrow {{
    image: url({_arrow("down")}); width: {px(14)}px; height: {px(14)}px;
}}
QComboBox QAbstractItemView {{
    background: {ink.surface}; border: 1px solid {ink.part}; padding: {px(4)}px; outline: 0;
    selection-background-color: {ink.accent_tint}; selection-color: {ink.ink};
}}
QRadioButton, QCheckBox {{ spacing: {px(8)}px; padding: {px(3)}px; color: {ink.ink};
    border: 2px solid transparent; border-radius: {px(6)}px; }}
QRadioButton:focus, QCheckBox:focus {{ border-color: {ink.focus}; }}
QRadioButton::indicator {{
    width: {px(13)}px; height: {px(13)}px; border-radius: {px(13) // 2 + 2}px;
    border: {px(1.5)}px solid {ink.part}; background: {ink.field};
}}
QRadioButton::indicator:checked {{ border: {px(4.5)}px solid {ink.accent};
    width: {px(7)}px; height: {px(7)}px; border-radius: {(px(7) + 2 * px(4.5)) // 2}px; }}
QCheckBox::indicator {{
    width: {px(15)}px; height: {px(15)}px; border-radius: {px(4)}px;
    border: {px(1.5)}px solid {ink.part}; background: {ink.field};
}}
QCheckBox::indicator:checked {{
    border-color: {ink.accent}; background: {ink.accent}; image: url({_check(ink)});
}}
QRadioButton::indicator:hover {{ border-color: {ink.accent}; }}
"""


def _month(ink: Ink, px: Callable[[float], int]) -> str:
    """Style the month that a day is chosen in."""
    return f"""
#inside {{ min-height: 0; padding: 0; border: 0; border-radius: {px(4)}px; }}
#month {{ background: {ink.surface}; border: 1px solid {ink.part}; }}
#day {{ min-width: {px(30)}px; max-width: {px(30)}px; min-height: {px(28)}px; padding: 0;
    border: 1px solid transparent; background: transparent; color: {ink.ink}; }}
#day[free="true"] {{ color: {ink.ink_2}; }}
#day[far="true"] {{ color: {ink.ink_3}; }}
#day[today="true"] {{ border: 1px solid {ink.accent}; font-weight: 600; }}
#day:hover {{ background: {ink.accent_wash}; }}
#day[chosen="true"] {{ background: {ink.accent}; color: {ink.on_accent}; font-weight: 600; }}
#day:focus {{ border: 2px solid {ink.focus}; padding: 0; }}
#day[chosen="true"]:focus {{ border: 2px solid {ink.ink}; }}
"""


def _surfaces(ink: Ink, px: Callable[[float], int]) -> str:
    return f"""
QDialog {{ background: {ink.paper}; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QToolTip {{
    background: {ink.surface}; color: {ink.ink}; border: 1px solid {ink.part};
    border-radius: {px(4)}px; padding: {px(1)}px {px(4)}px;
}}
QMenu {{ background: {ink.surface}; border: 1px solid {ink.part}; padding: {px(4)}px; }}
QMenu::item {{ padding: {px(6)}px {px(16)}px; border-radius: {px(4)}px; color: {ink.ink}; }}
QMenu::item:selected {{ background: {ink.accent_tint}; }}
QMenu::item:disabled {{ color: {ink.ink_3}; }}
QMenu::separator {{ height: 1px; background: {ink.hair}; margin: {px(4)}px {px(8)}px; }}
QLabel {{ background: transparent; }}
QListView[flat="true"], QTableView[flat="true"] {{
    border: 0; background: transparent; padding: 0; border-radius: 0; outline: 0;
}}
QTextBrowser[flat="true"] {{
    border: 2px solid transparent; background: transparent; padding: 0; border-radius: {px(6)}px;
    min-height: 0;
}}
QTextBrowser[flat="true"]:focus {{ border: 2px solid {ink.focus}; padding: 0; }}
#panel-area {{ border: 2px solid transparent; background: transparent; }}
#panel-area:focus {{ border: 2px solid {ink.focus}; }}
QWidget[surface="rail"] {{ background: {ink.sunken}; border: 0;
    border-right: 1px solid {ink.hair}; }}
QWidget[surface="paper"] {{ background: {ink.paper}; }}
QWidget[surface="panel"] {{ background: {ink.surface}; border: 0; }}
QWidget[surface="side"] {{ background: {ink.paper}; border: 0;
    border-right: 1px solid {ink.hair}; }}
QWidget[surface="detail"] {{ background: {ink.surface}; border: 0;
    border-left: 1px solid {ink.hair}; }}
QWidget[surface="header"] {{ background: {ink.paper}; border: 0;
    border-bottom: 1px solid {ink.hair}; }}
QWidget[surface="bar"] {{ background: {ink.paper}; border: 0;
    border-top: 1px solid {ink.hair}; }}
QWidget[surface="banner"] {{ background: {ink.soon_tint}; border: 0;
    border-bottom: 1px solid {ink.soon}; }}
QWidget[surface="note"] {{ background: {ink.accent_wash}; border: 0;
    border-bottom: 1px solid {ink.part}; }}
QWidget[surface="toast"] {{ background: {ink.done_tint}; border: 1px solid {ink.done};
    border-radius: {px(8)}px; }}
QWidget[surface="form"] {{ background: {ink.surface}; border: 0;
    border-bottom: 1px solid {ink.hair}; }}
QWidget[surface="notice"] {{ background: {ink.soon_tint}; border: 1px solid {ink.soon};
    border-radius: {px(8)}px; }}
QWidget[surface="quote"] {{ background: {ink.paper}; border: 0; border-radius: {px(6)}px; }}
QHeaderView {{ background: transparent; border: 0; }}
QHeaderView::section {{
    background: transparent; color: {ink.ink_2}; border: 0; font-weight: 600;
    border-bottom: 1px solid {ink.part}; padding: 0 {px(8)}px; text-align: left;
}}
QHeaderView::section:hover {{ color: {ink.accent}; }}
QHeaderView::up-arrow, QHeaderView::down-arrow {{ width: {px(12)}px; height: {px(12)}px;
    subcontrol-position: center right; right: {px(6)}px; }}
QHeaderView::down-arrow {{ image: url({_arrow("down")}); }}
QHeaderView::up-arrow {{ image: url({_arrow("up")}); }}
QSplitter::handle {{ background: {ink.hair}; }}
QSplitter::handle:horizontal {{ width: 1px; }}
"""


def _scrolling(ink: Ink, px: Callable[[float], int]) -> str:
    return f"""
QScrollArea {{ border: 0; background: transparent; }}
QScrollArea#reading {{ border: 2px solid transparent; border-radius: {px(6)}px; }}
QScrollArea#reading:focus {{ border-color: {ink.focus}; }}
QScrollBar:vertical {{ background: transparent; width: {px(10)}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {px(10)}px; margin: 0; }}
QScrollBar::handle {{ background: {ink.part}; border-radius: {px(2)}px; margin: {px(3)}px; }}
QScrollBar::handle:vertical {{ min-height: {px(32)}px; }}
QScrollBar::handle:horizontal {{ min-width: {px(32)}px; }}
QScrollBar::handle:hover {{ background: {ink.ink_3}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def _writing(ink: Ink, px: Callable[[float], int]) -> str:
    """Style the fields of the editor: plain words until one writes in them."""
    line, radius = 2, px(6)
    return f"""
QTextEdit[growing="true"] {{ border: {line}px solid transparent; border-radius: {radius}px;
    padding: 0; background: transparent; color: {ink.ink}; }}
QTextEdit[growing="true"]:hover {{ background: {ink.accent_wash}; }}
QTextEdit[growing="true"]:focus {{ border: {line}px solid {ink.focus}; background: {ink.field};
    padding: 0; }}
QTextEdit[growing="true"][wrong="true"] {{ border: {line}px dashed {ink.soon};
    background: {ink.soon_tint}; }}
QTextEdit#boxed {{ border: 1px solid {ink.part}; background: {ink.field}; padding: 1px; }}
QTextEdit#boxed:focus {{ border: {line}px solid {ink.focus}; padding: 0; }}
QLineEdit[missing="true"] {{ border: 1px dashed {ink.soon}; background: {ink.soon_tint};
    placeholder-text-color: {ink.soon}; }}
QLineEdit[missing="true"]:focus {{ border: {line}px solid {ink.focus}; background: {ink.field}; }}
#markdown {{ border: 1px solid {ink.part}; border-radius: {radius}px; background: {ink.field}; }}
#markdown[focused="true"] {{ border: {line}px solid {ink.focus}; }}
#markdown QTextEdit[growing="true"], #markdown QTextEdit[growing="true"]:focus,
#markdown QTextEdit[growing="true"]:hover {{ border: 0; background: transparent; }}
#toolbar {{ background: transparent; border-bottom: 1px solid {ink.hair}; }}
#toolbar QPushButton {{ min-height: {px(24)}px; padding: 0 {px(7)}px; }}
#toolbar #bold {{ font-weight: 700; color: {ink.ink}; }}
#chip {{ border: 1px solid {ink.part}; border-radius: {px(12)}px; background: {ink.surface}; }}
#chip:focus {{ border: {line}px solid {ink.focus}; }}
#away {{ min-height: {px(20)}px; max-height: {px(20)}px; padding: 0 {px(3)}px;
    border: {line}px solid transparent; }}
#away:focus {{ border: {line}px solid {ink.focus}; padding: 0 {px(3)}px; }}
#chip #away {{ min-height: {px(17)}px; max-height: {px(17)}px; border: 0; }}
#item {{ border: 0; border-bottom: 1px solid {ink.hair}; }}
#item:focus {{ border: {line}px solid {ink.focus}; border-radius: {radius}px; }}
#item[carried="true"] {{ background: {ink.accent_tint}; }}
#pill {{ min-height: {px(18)}px; max-height: {px(18)}px; border-radius: {px(9)}px;
    padding: 0 {px(8)}px; font-weight: 400; border: 1px solid transparent;
    background: transparent; color: {ink.ink_3}; }}
#pill:hover {{ border: 1px dashed {ink.part}; }}
#pill:checked {{ border: 1px solid {ink.part}; color: {ink.ink_2}; }}
#pill:focus {{ border: {line}px solid {ink.focus}; padding: 0 {px(8) - 1}px; }}
#finder {{ background: {ink.surface}; border: 1px solid {ink.part}; border-radius: {px(8)}px; }}
#finding {{ border: 0; border-top: 1px solid {ink.hair}; }}
#finding:hover {{ background: {ink.accent_wash}; }}
#finding:focus {{ border: {line}px solid {ink.focus}; }}
"""
