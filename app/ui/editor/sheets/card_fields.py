"""The fields at the head and the foot of a card."""

from PySide6.QtCore import QCoreApplication

from app.model.edits import cards as edits
from app.model.library.card import ActionCard
from app.ui.editor.sheets.sheet_fields import (
    LawField,
    RolesField,
    SheetCheckedField,
    SheetThemeField,
    TextField,
)
from app.ui.editor.sheets.sheet_spec import SheetBench, SheetField

translate = QCoreApplication.translate
Bench = SheetBench[ActionCard]
Field = SheetField[ActionCard]


def title(bench: Bench) -> Field:
    """Make the field for the title, which states the aim in few words."""
    hint = translate("editor", "Målet i få ord")
    return TextField(bench, hint, lambda card: card.title, edits.set_card_title)


def aim(bench: Bench) -> Field:
    """Make the field for what is achieved."""
    hint = translate("editor", "Hvad er opnået, når kortet er brugt?")
    return TextField(bench, hint, lambda card: card.aim, edits.set_card_aim)


def when(bench: Bench) -> Field:
    """Make the field for the moment it is used."""
    hint = translate("editor", "… samtalen begynder")
    return TextField(bench, hint, lambda card: card.when, edits.set_card_when)


def deadline(bench: Bench) -> Field:
    """Make the field for how long there is, in words."""
    hint = translate("editor", "Fx 24 timer")
    return TextField(bench, hint, lambda card: card.deadline, edits.set_card_deadline)


def note(bench: Bench) -> Field:
    """Make the field for the aside."""
    hint = translate("editor", "Noget at huske, der ikke er et punkt")
    return TextField(bench, hint, lambda card: card.note, edits.set_card_note)


def theme(bench: Bench) -> Field:
    """Make the field for the theme."""
    return SheetThemeField(bench, edits.set_card_theme)


def roles(bench: Bench) -> Field:
    """Make the field for who uses it."""
    return RolesField(bench, edits.set_card_roles)


def law(bench: Bench) -> Field:
    """Make the field for what it rests on."""
    return LawField(bench, edits.set_card_law)


def checked(bench: Bench) -> Field:
    """Make the field for what it was checked against."""
    return SheetCheckedField(bench, edits.set_card_checked)
