"""A shipped text approved as it is, asked for in the place where it is read."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.model.times import day_of
from app.model.version import VersionInfo
from app.services import library as library_service
from app.services import publishing
from app.services.library import Shelf
from app.services.workplace import Workplace
from app.ui.common.desk import Desk
from app.ui.editor.asking import REVIEW_BY, Answers, AskBand, Question, review_question


def ask_to_approve(band: AskBand, desk: Desk, version: VersionInfo, title: str) -> None:
    """Ask for a date to look at a template again, and approve it."""
    translate = QCoreApplication.translate
    band.ask(
        translate("editor", "Godkend skabelonen »{}«, som den er").format(title),
        (
            Question("note", translate("editor", "Note, hvis I vil"), width=300),
            review_question(day_of(desk.now())),
        ),
        translate("editor", "Godkend skabelonen"),
        approving(band, desk, version),
        translate("editor", "I står inde for teksten hos jer. Den kan stadig redigeres."),
    )


def approving(band: AskBand, desk: Desk, version: VersionInfo) -> Callable[[Answers], None]:
    """Return what approves a template with the answers of a band."""

    def approve(answers: Answers) -> None:
        def work(place: Workplace) -> Shelf:
            publishing.approve_templates(
                place,
                which=((version.kind, version.slug),),
                note=answers["note"],
                review_by=date.fromisoformat(answers[REVIEW_BY]),
            )
            return library_service.load_shelf(place)

        def done(shelf: Shelf) -> None:
            band.close_band()
            desk.set_shelf(shelf)
            translate = QCoreApplication.translate
            desk.messages.done(translate("editor", "Skabelonen er godkendt hos jer"))

        desk.do(work, done, band.refuse)

    return approve
