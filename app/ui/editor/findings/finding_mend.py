"""How a finding can be mended: by an edit that is done at once, else by going to its place."""

from collections.abc import Callable
from typing import Any, TypeVar

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from app.model.danish.spelling import Path
from app.model.findings import Finding
from app.ui.editor.drafts.edit import Edit, doing

translate = QCoreApplication.translate

D = TypeVar("D")


class Mend(Struct, frozen=True):
    """What the link beside a finding says, and the edit it does; without one it goes to the place.

    `path` leads from the step, or from the document, to where one writes; `step` is another step
    than that of the finding.
    """

    words: str
    path: tuple[str | int, ...] = ()
    edit: Edit[Any] | None = None
    step: str | None = None


def corrected(finding: Finding, change: Callable[[D, Path, str, str], D]) -> Mend | None:
    """Put the word that is probably meant in the place of a misspelt one, if there is one."""
    word, best = finding.params["word"], finding.params["best"]
    if not best:
        return None
    edit = doing(change, finding.place.path, word, best).named("correct_word")
    return Mend(translate("editor", "Ret til »{}«").format(best), edit=edit)


def going_words(finding: Finding) -> str:
    """Say what is done at the place of a finding."""
    return _going().get(finding.code, translate("editor", "Gå til"))


def _going() -> dict[str, str]:
    shorten = translate("editor", "Skriv kortere")
    return {
        "way_without_condition": translate("editor", "Skriv betingelse"),
        "condition_twice": translate("editor", "Skriv, hvad der skiller"),
        "condition_too_long": shorten,
        "title_too_long": shorten,
        "line_too_long": shorten,
        "item_too_long": shorten,
        "guide_too_long": shorten,
        "card_too_long": shorten,
        "section_empty": translate("editor", "Skriv punkter"),
        "card_empty": translate("editor", "Skriv punkter"),
        "tool_empty": translate("editor", "Skriv teksten"),
        "section_too_long": translate("editor", "Se punkterne"),
        "lix_high": translate("editor", "Skriv lettere"),
        "deadline_without_ground": translate("editor", "Skriv grund"),
        "many_items": translate("editor", "Se punkterne"),
        "too_many_items": translate("editor", "Se punkterne"),
        "not_checked": translate("editor", "Skriv, når den er kontrolleret"),
        "checked_older": translate("editor", "Kontrollér igen"),
        "decision_one_way": translate("editor", "Tilføj vej"),
        "child_never_heard": translate("editor", "Skriv hvorfor"),
        "step_without_ground": translate("editor", "Find §"),
        "step_without_documentation": translate("editor", "Skriv overskrifter"),
        "trigger_missing": translate("editor", "Skriv hvad"),
        "misspelt": translate("editor", "Ret ordet"),
    }
