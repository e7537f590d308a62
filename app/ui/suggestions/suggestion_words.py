"""What is said of suggestions."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.model.danish.notation import as_sentence, counted, moment_label
from app.model.library.catalogue import Library
from app.model.library.stored_version import Kind
from app.model.library.suggestion_spots import SuggestionSpot
from app.model.library.version_work import Answered, AnyPage, Came, Suggestion

translate = QCoreApplication.translate


def count_words(count: int) -> str:
    """Say how many there are."""
    return counted(count, translate("suggest", "forslag"), translate("suggest", "forslag"))


def question_of(kind: Kind, *, has_step: bool) -> str:
    """Ask what could be better at a place."""
    if kind is Kind.CARD:
        return translate("suggest", "Hvad kan blive bedre på kortet?")
    if kind is Kind.TOOL:
        return translate("suggest", "Hvad kan blive bedre i værktøjet?")
    if has_step:
        return translate("suggest", "Hvad kan blive bedre ved trinnet?")
    return translate("suggest", "Hvad kan blive bedre i proceduren?")


def who_words(suggestion: Suggestion, actor: str, now: datetime) -> str:
    """Say who wrote a suggestion, and when."""
    who = translate("suggest", "Dig") if suggestion.author == actor else suggestion.author
    return f"{who} · {moment_label(suggestion.created, now)}"


def document_title(library: Library, kind: Kind, slug: str) -> str:
    """Name a document as it is published; one that is not goes by its id."""
    procedures, cards, tools = library.procedure_by_id, library.card_by_id, library.tool_by_id
    found: AnyPage | None = {
        Kind.PROCEDURE: procedures.get(slug),
        Kind.CARD: cards.get(slug),
        Kind.TOOL: tools.get(slug),
    }.get(kind)
    return found.title if found is not None else slug


def where_words(suggestion: Suggestion | SuggestionSpot, library: Library) -> str:
    """Say what a suggestion is about: the title of its document, and the step in it."""
    title = document_title(library, suggestion.kind, suggestion.slug)
    procedure = library.procedure_by_id.get(suggestion.slug)
    if suggestion.kind is not Kind.PROCEDURE or procedure is None:
        return title
    number = procedure.numbers.get(suggestion.step)
    step = translate("suggest", "trin {}").format(number) if number else ""
    return ", ".join(part for part in (title, step) if part)


def state_look(state: Answered) -> tuple[str, str, str]:
    """Return words, tone and icon for what came of a suggestion."""
    return {
        Answered.OPEN: (translate("suggest", "Venter på svar"), "wait", "wait"),
        Answered.TAKEN: (translate("suggest", "Taget op"), "done", "check-circle"),
        Answered.DECLINED: (translate("suggest", "Ikke taget op"), "off", "dash"),
    }[state]


def answer_words(suggestion: Suggestion) -> str:
    """Give the answer with who gave it, and what has come of it since; empty while there is none.

    One that waits again says why, and keeps the answer it once got.
    """
    if suggestion.state is Answered.OPEN and suggestion.came is None:
        return ""
    said, came = suggestion.answer, _came_words(suggestion)
    if said and came:
        said = f"{as_sentence(said)} {came}"
    said = said or came
    return f"{suggestion.answered_by}: {said}" if said else suggestion.answered_by


def _came_words(suggestion: Suggestion) -> str:
    if suggestion.came is None:
        return ""
    return {
        Came.BEGUN: translate(
            "suggest", "Taget med til kladden til version {}; der er intet ændret i den endnu."
        ),
        Came.WRITTEN: translate("suggest", "Der skrives i kladden til version {}."),
        Came.IN_REVIEW: translate("suggest", "Version {} venter på godkendelse."),
        Came.TRIED: translate("suggest", "Version {} er en prøvehandling."),
        Came.PUBLISHED: translate("suggest", "Står i version {}."),
        Came.ASIDE: translate(
            "suggest", "Version {} blev lagt til side, så forslaget venter igen."
        ),
    }[suggestion.came].format(suggestion.draft)
