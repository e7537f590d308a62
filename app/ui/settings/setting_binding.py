"""A setting and its field: how the field shows what is stored, and what is to be stored."""

from collections.abc import Callable, Iterable

from msgspec import Struct
from PySide6.QtWidgets import QWidget

from app.model.user_settings import Settings
from app.ui.fields.calm_fields import ChoiceBox, NumberBox
from app.ui.fields.entry import EntryField


class Bound(Struct, frozen=True):
    """A field, and the two ways between it and the settings.

    `show` leaves what is being written, or was refused, as it was typed.
    """

    field: QWidget
    show: Callable[[Settings], None]
    value: Callable[[], object]


def bound_line(field: EntryField, stored: Callable[[Settings], str]) -> Bound:
    """Bind one line of text."""
    return Bound(
        field,
        lambda settings: show_line(field, stored(settings)),
        lambda: field.line.text().strip(),
    )


def bound_list(field: EntryField, stored: Callable[[Settings], Iterable[str]]) -> Bound:
    """Bind several words in a line, with commas between them."""
    return Bound(
        field,
        lambda settings: show_line(field, ", ".join(stored(settings))),
        lambda: tuple(one.strip() for one in field.line.text().split(",") if one.strip()),
    )


def bound_choice(field: ChoiceBox, stored: Callable[[Settings], object]) -> Bound:
    """Bind one of several."""
    return Bound(field, lambda settings: field.show_choice(stored(settings)), field.currentData)


def bound_number(field: NumberBox, stored: Callable[[Settings], int]) -> Bound:
    """Bind a number."""

    def show(settings: Settings) -> None:
        if not (field.hasFocus() and field.lineEdit().isModified()):
            field.setValue(stored(settings))

    return Bound(field, show, field.value)


def show_line(field: EntryField, text: str) -> None:
    """Show what is stored, unless something else is being written there."""
    is_being_written = field.line.hasFocus() and field.line.isModified()
    if not field.is_refused and not is_being_written and field.line.text() != text:
        field.line.setText(text)
