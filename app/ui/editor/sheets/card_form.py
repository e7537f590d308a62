"""The form of a card, as a list of its fields."""

from PySide6.QtCore import QCoreApplication

from app.model.library.card import ActionCard
from app.ui.editor.form.form_spec import FieldSpec
from app.ui.editor.sheets import card_fields
from app.ui.editor.sheets.card_sections import SectionsField
from app.ui.editor.sheets.sheet_spec import SheetBench, SheetShown

Spec = FieldSpec[SheetBench[ActionCard], SheetShown[ActionCard]]


def card_specs() -> tuple[Spec, ...]:
    """Return the fields of a card, from above."""
    translate = QCoreApplication.translate
    return (
        Spec(("title",), translate("editor", "Titel"), card_fields.title, beside=True),
        Spec(("aim",), translate("editor", "Mål"), card_fields.aim, beside=True),
        Spec(("when",), translate("editor", "Brug kortet, når"), card_fields.when, beside=True),
        Spec(("theme",), translate("editor", "Tema"), card_fields.theme, beside=True),
        Spec(("deadline",), translate("editor", "Frist i ord"), card_fields.deadline, beside=True),
        Spec(("sections",), translate("editor", "Afsnit og punkter"), SectionsField),
        Spec(("note",), translate("editor", "Note"), card_fields.note),
        Spec(("roles",), translate("editor", "Hvem"), card_fields.roles),
        Spec(("law",), translate("editor", "Lov"), card_fields.law),
        Spec(("checked",), translate("editor", "Kontrolleret"), card_fields.checked),
    )
