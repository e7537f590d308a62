"""What is said of a finding in the editor, where its step stands beside it."""

from PySide6.QtCore import QCoreApplication

from app.model.findings import Finding, Severity
from app.model.library.procedure import Procedure
from app.ui.says.finding_texts import finding_text

translate = QCoreApplication.translate

_ICONS = (
    ("child_", "voice"),
    ("talk_", "voice"),
    ("deadline_", "clock"),
    ("date_", "clock"),
    ("rolls_", "clock"),
    ("gate_", "gate"),
    ("unknown_provision", "scale"),
    ("unknown_act", "scale"),
    ("checked_", "scale"),
    ("law_", "scale"),
    ("lix_", "note"),
    ("many_", "list"),
    ("too_many_", "list"),
    ("item_", "list"),
    ("role_", "people"),
    ("lane_", "people"),
    ("step_without_ground", "scale"),
    ("step_without_documentation", "journal"),
    ("trigger_", "clock"),
    ("guide_", "note"),
    ("misspelt", "note"),
)


def finding_icon(finding: Finding) -> tuple[str, str]:
    """Return the icon of a finding and its colour: an error in ink, a warning by its matter."""
    if finding.severity is Severity.ERROR:
        return "alert", "ink"
    for begin, icon in _ICONS:
        if finding.code.startswith(begin):
            return icon, "soon"
    return "alert", "soon"


def where_words(finding: Finding, procedure: Procedure) -> str:
    """Say where a finding is: the number of its step, or the procedure itself."""
    step = step_of(finding)
    if step is None:
        return translate("editor", "Procedure")
    number = procedure.numbers.get(step)
    return translate("editor", "Trin {}").format(number) if number else _end_title(step, procedure)


def what_words(finding: Finding, procedure: Procedure) -> str:
    """Say what is found, shorter than for files, as place and step are seen here."""
    params = dict(finding.params)
    if "to" in params:
        number = procedure.numbers.get(params["to"])
        end = _end_title(params["to"], procedure)
        params["to"] = translate("editor", "trin {}").format(number) if number else f"»{end}«"
    sentence = _short().get(finding.code)
    if sentence is None:
        return finding_text(finding.code, finding.params)
    return sentence.format_map(params)


def sheet_words(finding: Finding) -> str:
    """Say what is found on a card or a tool, which knows nothing of files either."""
    sentence = _short().get(finding.code)
    if sentence is None:
        return finding_text(finding.code, finding.params)
    return sentence.format_map(finding.params)


def step_of(finding: Finding) -> str | None:
    """Return the step a finding is about; None for the procedure itself."""
    path = finding.place.path
    return str(path[1]) if len(path) > 1 and path[0] == "steps" else None


def _end_title(step: str, procedure: Procedure) -> str:
    found = procedure.by_id.get(step)
    return found.title if found else step


def _short() -> dict[str, str]:
    return {
        "way_without_condition": translate("editor", "Vejen til {to} mangler en betingelse."),
        "condition_twice": translate("editor", "To veje har betingelsen »{when}«."),
        "condition_without_choice": translate(
            "editor", "»{when}« står på en vej, men trinnet er ikke en beslutning."
        ),
        "condition_too_long": translate(
            "editor", "Betingelsen »{when}« er på {length} tegn; højst 26 kan læses i billedet."
        ),
        "decision_one_way": translate("editor", "Beslutningen har kun én vej."),
        "child_not_heard": translate("editor", "Sagen kan ende her, uden at barnet er hørt."),
        "child_never_heard": translate(
            "editor", "Der besluttes noget, men barnet bliver ikke hørt i noget trin."
        ),
        "talk_outside_lane": translate("editor", "Samtalen med barnet står ikke i barnets bane."),
        "talk_unsaid": translate(
            "editor", "Der står ikke, om samtalen er til at høre barnet eller til at give det svar."
        ),
        "deadline_without_ground": translate("editor", "Fristen har hverken lov eller grund."),
        "date_not_asked": translate(
            "editor", "Intet trin spørger om den dato, fristen regnes fra."
        ),
        "deadline_before_step": translate(
            "editor", "Fristen regnes baglæns fra et trin, der først kendes bagefter."
        ),
        "rolls_without_effect": translate(
            "editor", "At rykke til næste hverdag virker kun på familiens frister."
        ),
        "gate_empty": translate("editor", "Kravet nævner ingen trin."),
        "many_items": translate("editor", "{count} tjekpunkter er mange. Højst 7 er godt."),
        "too_many_items": translate("editor", "{count} tjekpunkter er for mange. Del trinnet."),
        "title_too_long": translate("editor", "Titlen er på {length} tegn; højst {limit} er godt."),
        "line_too_long": translate("editor", "Linjen er på {length} tegn; højst {limit} er godt."),
        "item_too_long": translate("editor", "Et tjekpunkt er på {length} tegn; højst {limit}."),
        "lix_high": translate("editor", "Teksten er tung: LIX {lix}. Højst {limit} er godt."),
        "guide_too_long": translate(
            "editor", "Vejledningen tager {seconds} sekunder at læse. Højst {limit} er godt."
        ),
        "step_without_ground": translate("editor", "Trinnet har hverken lov eller begrundelse."),
        "step_without_documentation": translate(
            "editor", "Trinnet siger ikke, hvad der skal i journalen."
        ),
        "lane_unused": translate("editor", "Ingen trin hører til en af rollerne."),
        "unknown_theme": translate("editor", "Temaet findes ikke i biblioteket."),
        "unknown_act": translate("editor", "Loven »{act}« står ikke i lovregistret."),
        "unknown_event": translate("editor", "Hændelsen »{event}« findes ikke i biblioteket."),
        "unknown_field": translate("editor", "Teksten viser et felt, »{field}«, der ikke findes."),
        "role_without_lane": translate("editor", "Rollen har ingen plads i billedet."),
        "deadline_form": translate("editor", "Fristen mangler, hvor længe eller fra hvad."),
        "deadline_nested": translate("editor", "En frist kan ikke vælge i flere lag."),
        "unknown_role": translate("editor", "Rollen findes ikke i biblioteket."),
        "unknown_card": translate("editor", "Actioncardet »{card}« findes ikke."),
        "unknown_tool": translate("editor", "Værktøjet »{tool}« findes ikke."),
        "unknown_provision": translate("editor", "{law} står ikke i lovregistret."),
        "unknown_procedure": translate("editor", "Proceduren »{procedure}« findes ikke her."),
        "not_checked": translate("editor", "Ingen har kontrolleret teksten mod loven endnu."),
        "checked_older": translate("editor", "Kontrolleret {checked}, men {act} er fra {date}."),
    }
