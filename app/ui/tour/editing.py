"""The rooms of the editor, one after the other, light and dark, and with large type."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.model.times import ZONE
from app.model.version import Kind
from app.services.settings import Appearance
from app.ui.common import keys
from app.ui.common.theme import theme
from app.ui.editor.form.text_fields import MarkdownField
from app.ui.editor.page import ProcedurePage
from app.ui.editor.targets import EditTarget
from app.ui.editor.writing import Writing
from app.ui.suggestions.box import SuggestionField
from app.ui.tour.guide import Guide
from app.ui.tour.hands import paste

BEGIN = datetime(2026, 11, 24, 13, 10, tzinfo=ZONE)
_PROCEDURE, _STEP = "screening", "vurder"
_WORD_LINES = (
    ("Heading 1", "Barnet er væk fra skole"),
    ("Normal", "Formålet er, at barnet hurtigt kommer i skole igen."),
    ("Heading 2", "Modtag beskeden fra skolen"),
    ("Normal", "Rådgiver ringer til skolen inden 2 hverdage."),
    ("List Bullet", "Fraværet skal noteres med dato"),
    ("List Bullet", "Skolens indsats er beskrevet"),
    ("Heading 2", "Tal med barnet"),
    ("List Bullet", "Barnet er spurgt, hvad der skal til (§ 5, stk. 3)"),
    ("Heading 2", "Skal der en indsats til?"),
    ("List Bullet", "Hvis ja: Lav en aftale med familien"),
    ("List Bullet", "Hvis nej: Følg op om en måned"),
    ("Heading 2", "Lav en aftale med familien"),
    ("List Bullet", "Aftalen står i journalen"),
    ("Heading 2", "Følg op om en måned"),
)
_W = TypeVar("_W", bound=QWidget)


class EditorRooms:
    """Goes where an adviser suggests a change, and where team leads take it up."""

    def __init__(self, guide: Guide, folder: Path, bundle: Path) -> None:
        self._guide = guide
        self._folder, self._bundle = folder, bundle

    def walk(self) -> None:
        """Suggest, take up, write, compare; then cards, tools, Word, versions, what is in hand."""
        self._suggest()
        self._guide.be("teamleder A", role="teamleder")
        self._take_up()
        self._write_and_compare()
        self._cards_and_tools()
        self._bring_in_word()
        self._look_into_bundle()
        self._in_other_looks()

    def _suggest(self) -> None:
        """An adviser writes a suggestion at a step, by one key."""
        guide = self._guide
        guide.be("rådgiver")
        house = guide.house
        guide.window.go("procedures")
        house.procedures.show_procedure(_PROCEDURE, _STEP)
        QTest.keySequence(guide.window, keys.SUGGEST.strokes[0])
        guide.settle()
        field = self._seen(SuggestionField)
        guide.type(field, "Skriv, at vi ringer til skolen samme dag")
        guide.picture("forslag-skrives")
        QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        guide.settle()
        guide.picture("forslag-sendt")

    def _take_up(self) -> None:
        guide = self._guide
        guide.window.go("procedures")
        guide.house.procedures.show_procedure(_PROCEDURE, _STEP)
        guide.picture("forslag-hos-teamleder")
        guide.window.go("editor")
        guide.house.editor.show_overview()
        guide.settle()
        guide.picture("redigering-oversigt")

    def _write_and_compare(self) -> None:
        guide, stage = self._guide, self._guide.house.editor.stage
        self._open(Kind.PROCEDURE, _PROCEDURE, _STEP)
        guide_field = self._page.panel.form.field("guide")
        if isinstance(guide_field, MarkdownField):
            text = guide_field.box.text
            paste(text, f"{text.toPlainText()}\n- Ring til skolen samme dag.")
        guide.press(self._page.flow.view, Qt.Key.Key_Return)
        guide.wait_for(stage.header.compare.isVisible)
        guide.picture("redigering-fund")
        guide.click(stage.header.compare)
        guide.picture("redigering-sammenlign")
        guide.click(stage.header.back)
        guide.click(stage.header.versions)
        guide.picture("redigering-versioner")
        guide.click(stage.header.versions)

    def _cards_and_tools(self) -> None:
        self._open(Kind.CARD, "24-timers-vurdering")
        self._guide.picture("redigering-kort")
        self._open(Kind.TOOL, "netvaerkskort")
        self._guide.picture("redigering-vaerktoej")

    def _bring_in_word(self) -> None:
        path = self._folder / "skolefravaer.docx"
        write_word_file(path)
        self._guide.window.go("editor")
        self._guide.house.editor.incoming.read_word(path)
        self._guide.settle()
        self._guide.picture("redigering-word")

    def _look_into_bundle(self) -> None:
        self._guide.window.go("editor")
        self._guide.house.editor.incoming.look_into(self._bundle)
        self._guide.settle()
        self._guide.picture("redigering-hent-ind")

    def _in_other_looks(self) -> None:
        guide = self._guide
        self._looked_at(lambda: theme().set_appearance(Appearance.DARK), "moerk")
        theme().set_appearance(Appearance.LIGHT)
        self._looked_at(lambda: theme().set_zoom(150), "stor")
        theme().set_zoom(100)
        guide.settle()

    def _looked_at(self, change: Callable[[], None], look: str) -> None:
        change()
        for kind, slug in (
            (Kind.PROCEDURE, _PROCEDURE),
            (Kind.CARD, "24-timers-vurdering"),
            (Kind.TOOL, "netvaerkskort"),
        ):
            self._open(kind, slug)
            self._guide.picture(f"redigering-{kind.value}-{look}")

    @property
    def _page(self) -> ProcedurePage:
        now = self._guide.house.editor.now
        assert isinstance(now, Writing)
        assert isinstance(now.page, ProcedurePage)
        return now.page

    def _open(self, kind: Kind, slug: str, step: str = "") -> None:
        self._guide.window.go("editor", EditTarget(kind, slug, step))
        self._guide.settle()

    def _seen(self, kind: type[_W]) -> _W:
        return next(one for one in self._guide.window.findChildren(kind) if one.isVisible())


def write_word_file(path: Path) -> None:
    """Write a procedure as municipalities have them: headings and lists in Word."""
    import docx  # slow to import, and needed here alone

    document = docx.Document()
    for style, text in _WORD_LINES:
        document.add_paragraph(text, style=style)
    document.save(str(path))
