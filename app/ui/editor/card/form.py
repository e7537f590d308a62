"""The form of a card, as a list of its fields."""

from PySide6.QtCore import QCoreApplication

from app.model.card import ActionCard
from app.ui.editor.card import fields
from app.ui.editor.card.sections import SectionsField
from app.ui.editor.form.spec import FieldSpec
from app.ui.editor.sheet.spec import SheetBench, SheetShown

Spec = FieldSpec[SheetBench[ActionCard], SheetShown[ActionCard]]


def card_specs() -> tuple[Spec, ...]:
    """Return the fields of a card, from above."""
    tr = QCoreApplication.translate
    return (
        Spec(("title",), tr("editor", "Titel"), fields.title, beside=True),
        Spec(("aim",), tr("editor", "Mål"), fields.aim, beside=True),
        Spec(("when",), tr("editor", "Brug kortet, når"), fields.when, beside=True),
        Spec(("theme",), tr("editor", "Tema"), fields.theme, beside=True),
        Spec(("deadline",), tr("editor", "Frist i ord"), fields.deadline, beside=True),
        Spec(("sections",), tr("editor", "Afsnit og punkter"), SectionsField),
        Spec(("note",), tr("editor", "Note"), fields.note),
        Spec(("roles",), tr("editor", "Hvem"), fields.roles),
        Spec(("law",), tr("editor", "Lov"), fields.law),
        Spec(("checked",), tr("editor", "Kontrolleret"), fields.checked),
    )
