"""The form of the procedure itself, as a list of its fields."""

from PySide6.QtCore import QCoreApplication

from app.model.edits import procedure_fields as edits
from app.model.library.procedure import StepKind
from app.ui.editor.form import procedure_form_fields as fields
from app.ui.editor.form import text_form_fields
from app.ui.editor.form.burden_section import BurdenField
from app.ui.editor.form.form_spec import Bench, Field, FieldSpec, Shown


def procedure_specs() -> tuple[FieldSpec[Bench, Shown], ...]:
    """Return the fields of a procedure, from above."""
    tr = QCoreApplication.translate
    return (
        FieldSpec(("title",), tr("editor", "Titel"), text_form_fields.procedure_title, beside=True),
        FieldSpec(("summary",), tr("editor", "Kort"), _summary, beside=True),
        FieldSpec(("theme",), tr("editor", "Tema"), fields.ThemeField, beside=True),
        FieldSpec(("burden",), tr("editor", "Hvad proceduren kræver"), BurdenField),
        FieldSpec(("purpose",), tr("editor", "Formål"), fields.purpose),
        FieldSpec(("applies",), tr("editor", "Hvornår"), fields.applies),
        FieldSpec(
            ("trigger", "trigger_event"), tr("editor", "Uret starter, når"), fields.TriggerField
        ),
        FieldSpec(("roles",), tr("editor", "Roller fra venstre mod højre"), fields.LanesField),
        FieldSpec(
            ("without_child", "steps"),
            tr("editor", "Hvorfor ingen samtale med barnet"),
            _without_child,
            _holds_no_talk,
        ),
        FieldSpec(("law",), tr("editor", "Lov"), fields.law),
        FieldSpec(("related",), tr("editor", "Beslægtede procedurer"), fields.related),
        FieldSpec(("checked",), tr("editor", "Kontrolleret"), fields.CheckedField),
    )


def _summary(bench: Bench) -> Field:
    hint = QCoreApplication.translate("editor", "Fra hvad, til hvad")
    name = QCoreApplication.translate("editor", "Kort")
    return text_form_fields.LongLineField(
        bench, name, hint, lambda shown: shown.procedure.summary, edits.set_summary
    )


def _without_child(bench: Bench) -> Field:
    hint = QCoreApplication.translate("editor", "Kun hvor det er rigtigt ikke at tale med barnet")
    return text_form_fields.LineField(
        bench,
        lambda shown: shown.procedure.without_child,
        edits.set_without_child,
        of_step=False,
        hint=hint,
    )


def _holds_no_talk(shown: Shown) -> bool:
    kinds = {step.kind for step in shown.procedure.steps}
    return StepKind.CONVERSATION not in kinds or bool(shown.procedure.without_child)
