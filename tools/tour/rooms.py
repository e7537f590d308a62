"""The rooms of the editor, one after the other, light and dark, and with large type."""

from datetime import datetime
from pathlib import Path

import docx

from app.model.times import ZONE
from tools.tour.guide import Guide

BEGIN = datetime(2026, 11, 24, 13, 10, tzinfo=ZONE)
_PROCEDURE, _STEP = "Screening", "Skriv den socialfaglige vurdering"
_CARD, _TOOL = "24-timersvurdering", "Netværkskort"
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


class EditorRooms:
    """Goes where an adviser suggests a change, and where a team lead takes it up."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide
        self._hand = guide.hand

    def walk(self) -> None:
        """Suggest, take up, write, compare; then cards, tools, Word, bundles, other looks."""
        write_word_file(self._guide.word_file)
        self._guide.open()
        self._suggest()
        self._guide.sit_down("teamleder A", "Teamleder")
        self._take_up()
        self._write_and_compare()
        self._cards_and_tools("")
        self._bring_in_word()
        if self._guide.bundle.exists():
            self._look_into_bundle()
        self._in_other_looks()
        self._guide.close()

    def _suggest(self) -> None:
        """Write a suggestion at a step, by one key."""
        guide, hand = self._guide, self._hand
        guide.read(_PROCEDURE, _STEP)
        hand.press("Ctrl+Shift+F")
        hand.type("Skriv, at vi ringer til skolen samme dag")
        guide.picture("forslag-skrives")
        hand.press("Ctrl+Enter")
        guide.picture("forslag-sendt")

    def _take_up(self) -> None:
        guide, hand = self._guide, self._hand
        guide.go("Procedurer")
        guide.read(_PROCEDURE, _STEP)
        guide.picture("forslag-hos-teamleder")
        hand.click("Kladder og godkendelse …")
        guide.picture("redigering-oversigt")
        hand.click("Luk")

    def _write_and_compare(self) -> None:
        guide, hand = self._guide, self._hand
        self._edit_step()
        hand.click("Vejledning", within="Skriv trinnet eller proceduren")
        hand.press("Ctrl+End")
        hand.type("\nRing til skolenn samme dag")
        hand.waits_for("»skolenn« findes ikke i ordbogen.")
        guide.picture("redigering-fund")
        hand.click("Ret til »skolen«")
        hand.waits_for("Ingen fund")
        hand.click("Sammenlign …")
        guide.picture("redigering-sammenlign")
        hand.click("Tilbage …")
        hand.click("Versioner")
        guide.picture("redigering-versioner")
        hand.click("Versioner")

    def _edit_step(self) -> None:
        guide, hand = self._guide, self._hand
        guide.go("Procedurer")
        guide.read(_PROCEDURE, _STEP)
        hand.click("Redigér")
        hand.waits_for("Skriv trinnet eller proceduren")

    def _cards_and_tools(self, look: str) -> None:
        self._edit_sheet("Actioncards", "Søg i actioncards", _CARD)
        self._guide.picture(f"redigering-kort{look}")
        self._hand.click("Luk")
        self._edit_sheet("Værktøjer", "Søg i arbejdsværktøjer", _TOOL)
        self._guide.picture(f"redigering-vaerktoej{look}")
        self._hand.click("Luk")

    def _edit_sheet(self, place: str, search: str, sheet: str) -> None:
        """Open a card or tool from its wall, where it is not open still, and edit it."""
        guide, hand = self._guide, self._hand
        guide.go(place)
        if not hand.has("Om arket"):
            hand.write(search, sheet)
            hand.double_click(sheet, within="Væggen …")
            hand.waits_for("Om arket")
        hand.click("Redigér")

    def _bring_in_word(self) -> None:
        guide, hand = self._guide, self._hand
        guide.go("Procedurer")
        hand.click("Kladder og godkendelse …")
        hand.click("Hent fra Word")
        hand.names_file(guide.word_file)
        hand.waits_for("Linjer fra Word")
        guide.picture("redigering-word")
        hand.click("Luk")

    def _look_into_bundle(self) -> None:
        guide, hand = self._guide, self._hand
        hand.click("Hent ind")
        hand.click("Vælg …")
        hand.names_file(guide.bundle)
        guide.picture("redigering-hent-ind")
        hand.click("Luk")

    def _in_other_looks(self) -> None:
        hand, guide = self._hand, self._guide
        guide.go("Indstillinger")
        hand.choose("Farver", "Mørk")
        self._edit_step()
        guide.picture("redigering-procedure-moerk")
        self._cards_and_tools("-moerk")
        guide.go("Indstillinger")
        hand.choose("Farver", "Lys")
        hand.choose("Størrelse", "150 %")
        self._edit_step()
        guide.picture("redigering-procedure-stor")
        self._cards_and_tools("-stor")


def write_word_file(path: Path) -> None:
    """Write a procedure as municipalities have them: headings and lists in Word."""
    document = docx.Document()
    for style, text in _WORD_LINES:
        document.add_paragraph(text, style=style)
    document.save(str(path))


def walk(guide: Guide) -> None:
    """Take this part of the tour."""
    EditorRooms(guide).walk()
