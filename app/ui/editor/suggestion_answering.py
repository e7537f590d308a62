"""Suggestions from advisers: answered with a word, or taken up in a draft."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from app.model.library.version_work import Draft, Suggestion
from app.services import suggestions
from app.services.workplace import Workplace
from app.ui.base.desk import Desk
from app.ui.editor.editor_ask_band import Answers, EditorAskBand, EditorQuestion
from app.ui.targets.editor_targets import EditTarget

translate = QCoreApplication.translate
_TAKE, _DECLINE = "take", "decline"


def ask_answer(
    band: EditorAskBand,
    desk: Desk,
    suggestion: Suggestion,
    opened: Callable[[EditTarget], None],
    answered: Callable[[], None] = lambda: None,
) -> None:
    """Ask what is to come of a suggestion: `opened` with the draft, or `answered`."""
    band.ask(
        translate("editor", "Forslag fra {}").format(suggestion.author),
        (
            EditorQuestion(
                "what",
                translate("editor", "Hvad skal der ske?"),
                choices=(
                    (_TAKE, translate("editor", "Tag det op i en kladde")),
                    (_DECLINE, translate("editor", "Svar, hvorfor ikke")),
                ),
                width=220,
            ),
            EditorQuestion(
                "answer", translate("editor", "Svar til {}").format(suggestion.author), width=360
            ),
        ),
        translate("editor", "Svar"),
        lambda answers: _answer(band, desk, suggestion, answers, opened, answered),
        f"»{suggestion.text}«",
    )


def _answer(
    band: EditorAskBand,
    desk: Desk,
    suggestion: Suggestion,
    answers: Answers,
    opened: Callable[[EditTarget], None],
    answered: Callable[[], None],
) -> None:
    number, words = suggestion.id, answers["answer"]

    def take(workplace: Workplace) -> Draft:
        return suggestions.take_up(workplace, number=number, answer=words)

    def taken(draft: Draft) -> None:
        band.leave()
        desk.suggestions.refresh()
        info = draft.info
        opened(EditTarget(info.kind, info.slug, suggestion.step, info.number))

    def declined(_: Suggestion) -> None:
        band.leave()
        desk.suggestions.refresh()
        answered()

    if answers["what"] == _TAKE:
        desk.do(take, taken, band.refuse)
    else:
        desk.do(
            lambda workplace: suggestions.decline_suggestion(
                workplace, number=number, answer=words
            ),
            declined,
            band.refuse,
        )
