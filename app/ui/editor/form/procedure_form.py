"""The form of the procedure itself, as a list of its fields."""

from PySide6.QtCore import QCoreApplication

from app.model.checks.child_checks import may_hear
from app.model.edits import procedure_fields as edits
from app.ui.editor.form import procedure_form_fields as fields
from app.ui.editor.form import text_form_fields
from app.ui.editor.form.burden_section import BurdenField
from app.ui.editor.form.form_spec import Bench, Field, FieldSpec, Shown


def procedure_specs() -> tuple[FieldSpec[Bench, Shown], ...]:
    """Return the fields of a procedure, from above."""
    translate = QCoreApplication.translate
    return (
        FieldSpec(
            ("title",), translate("editor", "Titel"), text_form_fields.procedure_title, beside=True
        ),
        FieldSpec(("summary",), translate("editor", "Kort"), _summary, beside=True),
        FieldSpec(("theme",), translate("editor", "Tema"), fields.ThemeField, beside=True),
        FieldSpec(("burden",), translate("editor", "Hvad proceduren kræver"), BurdenField),
        FieldSpec(("purpose",), translate("editor", "Formål"), fields.purpose),
        FieldSpec(("applies",), translate("editor", "Hvornår"), fields.applies),
        FieldSpec(
            ("trigger", "trigger_event"),
            translate("editor", "Uret starter, når"),
            fields.TriggerField,
        ),
        FieldSpec(
            ("roles",), translate("editor", "Roller fra venstre mod højre"), fields.LanesField
        ),
        FieldSpec(
            ("without_child", "steps"),
            translate("editor", "Hvorfor barnet ikke bliver hørt"),
            _without_child,
            _hears_nobody,
        ),
        FieldSpec(("law",), translate("editor", "Lov"), fields.law),
        FieldSpec(("related",), translate("editor", "Beslægtede procedurer"), fields.related),
        FieldSpec(("checked",), translate("editor", "Kontrolleret"), fields.CheckedField),
    )


def _summary(bench: Bench) -> Field:
    hint = QCoreApplication.translate("editor", "Fra hvad, til hvad")
    name = QCoreApplication.translate("editor", "Kort")
    return text_form_fields.LongLineField(
        bench, name, hint, lambda shown: shown.procedure.summary, edits.set_summary
    )


def _without_child(bench: Bench) -> Field:
    hint = QCoreApplication.translate("editor", "Kun hvor det er rigtigt ikke at høre barnet")
    return text_form_fields.LineField(
        bench,
        lambda shown: shown.procedure.without_child,
        text_form_fields.of_procedure(edits.set_without_child),
        hint=hint,
    )


def _hears_nobody(shown: Shown) -> bool:
    hears = any(may_hear(step) for step in shown.procedure.steps)
    return not hears or bool(shown.procedure.without_child)
