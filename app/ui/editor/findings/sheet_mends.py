"""How a finding on a card or a tool is mended."""

from PySide6.QtCore import QCoreApplication

from app.model.edits import cards, tools, wording
from app.model.edits.rule import may
from app.model.findings import Finding
from app.model.library.card import ActionCard
from app.model.library.tool import Tool
from app.ui.editor.drafts.edit import doing
from app.ui.editor.findings.finding_mend import Mend, corrected, going_words

translate = QCoreApplication.translate

Sheet = ActionCard | Tool


_TO_ITEMS: dict[str, tuple[str | int, ...]] = {
    "card_empty": (0, "items", 0),
    "section_empty": ("items", 0),
}
"""What is written where nothing is: on from the place of the finding to the first item."""


def sheet_mend(finding: Finding, sheet: Sheet) -> Mend:
    """Return the best mend there is for a finding on a card or a tool."""
    found = _by_edit(finding, sheet)
    if found is not None and found.edit is not None and may(found.edit.change, sheet):
        return found
    return Mend(going_words(finding), finding.place.path + _TO_ITEMS.get(finding.code, ()))


def _by_edit(finding: Finding, sheet: Sheet) -> Mend | None:
    path, code = finding.place.path, finding.code
    if code == "misspelt":
        return corrected(finding, wording.correct_sheet_word)
    if code in ("unknown_provision", "unknown_act") and path[:1] == ("law",):
        law = _without(sheet.law, path[1])
        set_law = cards.set_card_law if isinstance(sheet, ActionCard) else tools.set_tool_law
        return Mend(translate("editor", "Fjern henvisningen"), edit=doing(set_law, law))
    if code in ("unknown_role", "role_twice") and path[:1] == ("roles",):
        roles = _without(sheet.roles, path[1])
        set_roles = cards.set_card_roles if isinstance(sheet, ActionCard) else tools.set_tool_roles
        return Mend(translate("editor", "Fjern rollen"), edit=doing(set_roles, roles))
    if code == "field_not_placed":
        return Mend(
            translate("editor", "Sæt feltet ind"), edit=doing(tools.place_field, str(path[1]))
        )
    return None


def _without(names: tuple[str, ...], place: str | int) -> tuple[str, ...]:
    return tuple(name for index, name in enumerate(names) if index != place)
