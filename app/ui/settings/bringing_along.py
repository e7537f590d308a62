"""The open runs of a user who goes by another name now: they are offered to come along."""

from functools import partial

from PySide6.QtCore import QCoreApplication

from app.model.danish.notation import counted
from app.services import renaming
from app.ui.base.desk import Desk

_ABOUT = "runs under the name before"


def offer_to_bring_along(desk: Desk, before: str) -> None:
    """Say how many runs stand under the name before, and let the user take them along."""

    def offer(count: int) -> None:
        if not count:
            desk.messages.settle(_ABOUT)
            return
        translate = QCoreApplication.translate
        desk.messages.say(
            translate("settings", "{} står stadig under »{}«").format(_open_runs(count), before),
            translate("settings", "Under Mine ses kun det, der står under »{}«.").format(
                desk.actor
            ),
            (_words(count), partial(_bring_along, desk, before)),
            about=_ABOUT,
        )

    desk.do(partial(renaming.count_under, name=before), offer)


def _words(count: int) -> str:
    translate = QCoreApplication.translate
    many = translate("settings", "Tag dem med")
    return translate("settings", "Tag det med") if count == 1 else many


def _bring_along(desk: Desk, before: str) -> None:
    def brought(count: int) -> None:
        words = QCoreApplication.translate("settings", "{} står nu under »{}«")
        desk.messages.done(words.format(_open_runs(count), desk.actor))
        desk.tell_of_runs()

    desk.do(partial(renaming.bring_along, name=before), brought)


def _open_runs(count: int) -> str:
    translate = QCoreApplication.translate
    return counted(
        count, translate("settings", "åbent forløb"), translate("settings", "åbne forløb")
    )
