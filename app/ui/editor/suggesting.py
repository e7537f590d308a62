"""Suggestions from advisers: answered with a word, or taken up in a draft."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from app.model.authoring import Draft, Suggestion
from app.services import suggestions
from app.services.workplace import Workplace
from app.ui.common.desk import Desk
from app.ui.editor.asking import Answers, AskBand, Question
from app.ui.editor.targets import EditTarget

translate = QCoreApplication.translate
_TAKE, _DECLINE = "take", "decline"


def ask_answer(
    band: AskBand,
    desk: Desk,
    suggestion: Suggestion,
    opened: Callable[[EditTarget], None],
    answered: Callable[[], None] = lambda: None,
) -> None:
    """Ask what is to come of a suggestion: `opened` with the draft, or `answered`."""
    band.ask(
        translate("editor", "Forslag fra {}").format(suggestion.author),
        (
            Question(
                "what",
                translate("editor", "Hvad skal der ske?"),
                choices=(
                    (_TAKE, translate("editor", "Tag det op i en kladde")),
                    (_DECLINE, translate("editor", "Svar, hvorfor ikke")),
                ),
                width=220,
            ),
            Question(
                "answer", translate("editor", "Svar til {}").format(suggestion.author), width=360
            ),
        ),
        translate("editor", "Svar"),
        lambda answers: _answer(band, desk, suggestion, answers, opened, answered),
        f"»{suggestion.text}«",
    )


def _answer(
    band: AskBand,
    desk: Desk,
    suggestion: Suggestion,
    answers: Answers,
    opened: Callable[[EditTarget], None],
    answered: Callable[[], None],
) -> None:
    number, words = suggestion.id, answers["answer"]

    def take(place: Workplace) -> Draft:
        return suggestions.take_up(place, number=number, answer=words)

    def taken(draft: Draft) -> None:
        band.close_band()
        desk.suggestions.refresh()
        info = draft.info
        opened(EditTarget(info.kind, info.slug, suggestion.step, info.number))

    def declined(_: Suggestion) -> None:
        band.close_band()
        desk.suggestions.refresh()
        answered()

    if answers["what"] == _TAKE:
        desk.do(take, taken, band.refuse)
    else:
        desk.do(
            lambda place: suggestions.decline_suggestion(place, number=number, answer=words),
            declined,
            band.refuse,
        )
