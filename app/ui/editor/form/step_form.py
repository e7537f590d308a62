"""The form of a step, as a list of its fields."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from app.model.library.procedure import StepKind
from app.ui.editor.form import step_form_fields, text_form_fields
from app.ui.editor.form.form_spec import Bench, FieldSpec, Shown


def step_specs() -> tuple[FieldSpec[Bench, Shown], ...]:
    """Return the fields of a step, from above."""
    translate = QCoreApplication.translate
    return (
        FieldSpec(
            ("title",), translate("editor", "Titel"), text_form_fields.step_title, beside=True
        ),
        FieldSpec(
            ("kind",),
            translate("editor", "Slags og rolle"),
            step_form_fields.KindField,
            beside=True,
        ),
        FieldSpec(("role",), translate("editor", "Rolle"), step_form_fields.RoleField, joins=True),
        FieldSpec(
            ("talk",),
            translate("editor", "Samtalen er til"),
            step_form_fields.TalkField,
            _is_talk,
            beside=True,
        ),
        FieldSpec(("guide",), translate("editor", "Vejledning"), text_form_fields.guide),
        FieldSpec(("next",), translate("editor", "Veje"), step_form_fields.WaysField, _leads_on),
        FieldSpec(
            ("continue_in",),
            translate("editor", "Sagen kan fortsætte i"),
            step_form_fields.continue_in,
            lambda shown: not _leads_on(shown),
        ),
        FieldSpec(
            ("checklist",), translate("editor", "Tjekliste"), step_form_fields.ChecklistField
        ),
        FieldSpec(("law",), translate("editor", "Lov"), step_form_fields.step_law),
        FieldSpec(
            ("deadline",),
            translate("editor", "Frist"),
            step_form_fields.DeadlineField,
            _may_have("deadline"),
        ),
        FieldSpec(
            ("gate",), translate("editor", "Først"), step_form_fields.GateField, _may_have("gate")
        ),
        FieldSpec(
            ("document",), translate("editor", "Skriv i journalen"), text_form_fields.HeadingsField
        ),
        FieldSpec(("cards",), translate("editor", "Actioncards"), step_form_fields.cards),
        FieldSpec(("tools",), translate("editor", "Værktøjer"), step_form_fields.tools),
        FieldSpec(
            ("asks",),
            translate("editor", "Datoer, der spørges om"),
            step_form_fields.asks,
            _may_have("asks"),
        ),
    )


def _is_talk(shown: Shown) -> bool:
    return shown.step is not None and shown.step.kind is StepKind.CONVERSATION


def _leads_on(shown: Shown) -> bool:
    return shown.step is not None and not shown.step.is_end


def _may_have(field: str) -> Callable[[Shown], bool]:
    """Show a field at steps that lead on, and at an end that has something in it."""
    return lambda shown: _leads_on(shown) or bool(getattr(shown.step, field, None))
