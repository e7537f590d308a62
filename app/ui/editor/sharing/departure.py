"""What is shared, as what, and where it goes: asked for in the place, then written."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.model.library.stored_version import Kind, VersionInfo
from app.model.library.target import Target, target_of
from app.model.sharing.share_selecting import THEME
from app.services.sharing import (
    BUNDLE_ENDING,
    Shared,
    file_name,
    share_as_bundle,
    share_as_files,
)
from app.services.workplace import Workplace
from app.ui.base.desk import Desk
from app.ui.editor.editor_ask_band import Answers, EditorAskBand, EditorQuestion
from app.ui.editor.sharing.sharing_words import shared_words
from app.ui.fields.file_dialogs import Filed, ask_for_folder, ask_where_to_save

translate = QCoreApplication.translate
_BUNDLE, _FILES = "bundle", "files"
_ALL = "all"


class Departure:
    """Asks in a band, and writes what was asked for."""

    def __init__(self, band: EditorAskBand, desk: Desk, host: QWidget) -> None:
        self._band, self._desk, self._host = band, desk, host

    def ask_of_library(self) -> None:
        """Ask whether a theme or all of it is to be shared."""
        themes = self._desk.shelf.library.catalogue.themes
        everything = (_ALL, translate("share", "Hele biblioteket"))
        choices = (everything, *((f"{THEME}:{one.id}", one.title) for one in themes))
        what = EditorQuestion("what", translate("share", "Hvad"), choices=choices, width=260)
        titles = dict(choices)

        def share(answers: Answers) -> None:
            wanted = () if answers["what"] == _ALL else (target_of(answers["what"]),)
            self._share(wanted, titles[answers["what"]], answers["form"])

        self._ask(translate("share", "Del med andre"), (what, _form()), share, "")

    def ask_of_document(self, version: VersionInfo, title: str) -> None:
        """Ask how one document is to be shared."""
        wanted = (Target(version.kind.value, version.slug),)
        line = ""
        if version.kind is Kind.PROCEDURE:
            line = translate("share", "Actioncards, værktøjer og lovlinjer følger med.")
        self._ask(
            translate("share", "Del »{}«").format(title),
            (_form(),),
            lambda answers: self._share(wanted, title, answers["form"]),
            line,
        )

    def _ask(
        self,
        heading: str,
        questions: Sequence[EditorQuestion],
        then: Callable[[Answers], None],
        line: str,
    ) -> None:
        kept = translate("share", "Kun det, der er udgivet, deles, og ingen navne på personer.")
        lines = " ".join(part for part in (line, kept) if part)
        go = translate("share", "Vælg hvorhen …")
        self._band.ask(heading, questions, go, then, lines)

    def _share(self, wanted: Sequence[Target], title: str, form: str) -> None:
        def share(path: Path) -> None:
            def work(workplace: Workplace) -> Shared:
                if form == _BUNDLE:
                    return share_as_bundle(workplace, wanted=wanted, title=title, path=path)
                return share_as_files(workplace, wanted=wanted, title=title, folder=path)

            self._desk.do(work, self._on_shared, self._band.refuse)

        if form == _FILES:
            words = translate("share", "Mappe til filerne")
            ask_for_folder(self._host, Filed.TEXTS, words, share)
        else:
            name, words = f"{file_name(title)}{BUNDLE_ENDING}", translate("share", "Gem bundtet")
            ask_where_to_save(self._host, Filed.BUNDLE, name, share, words)

    def _on_shared(self, shared: Shared) -> None:
        self._band.leave()
        words = shared_words(shared.procedures, shared.cards, shared.tools, shared.lines)
        heading = translate("share", "Klar til at dele: {}").format(words)
        self._desk.messages.done(heading, str(shared.path))


def _form() -> EditorQuestion:
    return EditorQuestion(
        "form",
        translate("share", "Som"),
        choices=(
            (_BUNDLE, translate("share", "Ét bundt, der kan sendes")),
            (_FILES, translate("share", "Filer i en mappe")),
        ),
        width=220,
    )
