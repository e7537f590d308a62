"""A shipped text approved as it is, asked for in the place where it is read."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.model.library.stored_version import VersionInfo
from app.model.times import day_of
from app.services import library as library_service
from app.services import publishing
from app.services.library import Shelf
from app.services.workplace import Workplace
from app.ui.base.desk import Desk
from app.ui.editor.editor_ask_band import (
    REVIEW_BY,
    Answers,
    EditorAskBand,
    EditorQuestion,
    review_question,
)


def ask_to_approve(band: EditorAskBand, desk: Desk, version: VersionInfo, title: str) -> None:
    """Ask for a date to look at a template again, and approve it."""
    translate = QCoreApplication.translate
    band.ask(
        translate("editor", "Godkend skabelonen »{}«, som den er").format(title),
        (
            EditorQuestion("note", translate("editor", "Note, hvis I vil"), width=300),
            review_question(day_of(desk.now())),
        ),
        translate("editor", "Godkend skabelonen"),
        approving(band, desk, version),
        translate("editor", "I står inde for teksten hos jer. Den kan stadig redigeres."),
    )


def approving(band: EditorAskBand, desk: Desk, version: VersionInfo) -> Callable[[Answers], None]:
    """Return what approves a template with the answers of a band."""

    def approve(answers: Answers) -> None:
        def work(workplace: Workplace) -> Shelf:
            publishing.approve_templates(
                workplace,
                which=((version.kind, version.slug),),
                note=answers["note"],
                review_by=date.fromisoformat(answers[REVIEW_BY]),
            )
            return library_service.load_shelf(workplace)

        def done(shelf: Shelf) -> None:
            band.leave()
            desk.set_shelf(shelf)
            translate = QCoreApplication.translate
            desk.messages.done(translate("editor", "Skabelonen er godkendt hos jer"))

        desk.do(work, done, band.refuse)

    return approve
