"""The words of one paragraph as a reader sees them: changes taken, what is hidden left out.

What it does not know it walks into; what holds words and is not read is counted.
"""

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from msgspec import Struct

from app.files.word.field_codes import FieldCodes
from app.files.word.text_holders import chosen, drawn_text, is_placeholder, stray_text, text_boxes
from app.files.word.word_signs import named_sign, plain_signs
from app.files.word.word_styles import Styles, WordStyle, is_on, value_of, whole
from app.model.word.outline import PassedOver

_GONE = frozenset({"del", "moveFrom"})
_NO_WORDS = frozenset(
    {
        *("pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "fldData"),
        *("delText", "delInstrText", "ctrlPr", "tblPr", "trPr", "tcPr", "rubyPr"),
    }
)
_CHANGES = frozenset({"ins", "del", "moveFrom", "moveTo"})
_DRAWN = frozenset({"drawing", "pict", "object"})
_NOTES = frozenset({"footnoteReference", "endnoteReference"})
_MATH = frozenset({"oMath", "oMathPara"})
_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}
_NOTHING = re.compile(
    "[\u00ad\u200b-\u200f\u2060\ufeff\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]"
)
_SPACE = re.compile(r"[^\S\n]+")


class LetterPiece(Struct, frozen=True):
    """Letters in one dress."""

    text: str
    is_bold: bool = False
    size: int = 0


class Words(Struct, frozen=True):
    """What a paragraph says. `boxes` are the text boxes that hang on it, `notes` what names them.

    `passed_over` is what is not read as it stands, each time it is met.
    """

    pieces: tuple[LetterPiece, ...] = ()
    boxes: tuple[Element, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    passed_over: tuple[PassedOver, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines it says, where it is broken by hand; empty ones are left out."""
        whole_text = "".join(piece.text for piece in self.pieces)
        return tuple(line for line in map(tidy, whole_text.split("\n")) if line)

    @property
    def is_bold(self) -> bool:
        """Whether all that can be read is bold."""
        seen = [piece for piece in self.pieces if piece.text.strip()]
        return bool(seen) and all(piece.is_bold for piece in seen)

    @property
    def size(self) -> int:
        """The size of the largest letters, in half points; 0 where none is given."""
        return max((piece.size for piece in self.pieces if piece.text.strip()), default=0)


def tidy(text: str) -> str:
    """Draw spaces together and drop signs that are not seen, soft hyphens among them."""
    return _SPACE.sub(" ", _NOTHING.sub("", text)).strip()


def together(parts: Iterable[Words]) -> Words:
    """Put paragraphs together whose ends were taken away."""
    all_parts = list(parts)
    return Words(
        tuple(one for part in all_parts for one in part.pieces),
        tuple(one for part in all_parts for one in part.boxes),
        tuple(one for part in all_parts for one in part.notes),
        tuple(one for part in all_parts for one in part.passed_over),
    )


def words_of(paragraph: Element, styles: Styles, style_id: str) -> Words:
    """Read a paragraph."""
    reader = _ParagraphReader(styles, style_id)
    reader.read(paragraph)
    if reader.has_changes:
        reader.passed_over.append(PassedOver.CHANGES)
    return Words(
        tuple(reader.pieces),
        tuple(reader.boxes),
        tuple(reader.notes),
        tuple(reader.passed_over),
    )


class _Dress(Struct, frozen=True):
    is_bold: bool = False
    size: int = 0
    is_hidden: bool = False


class _ParagraphReader:
    """Walks through a paragraph; what it does not know it walks into."""

    def __init__(self, styles: Styles, style_id: str) -> None:
        self._styles = styles
        self._style = styles.style(style_id)
        self._fields = FieldCodes()
        self._dress = _Dress(self._style.is_bold, self._style.size, self._style.is_hidden)
        self.pieces: list[LetterPiece] = []
        self.boxes: list[Element] = []
        self.notes: list[tuple[str, str]] = []
        self.passed_over: list[PassedOver] = []
        self.has_changes = False

    def read(self, parent: Element) -> None:
        for child in parent:
            self.has_changes = self.has_changes or child.tag in _CHANGES
            if child.tag not in _GONE and child.tag not in _NO_WORDS:
                self._read_one(child)

    def _read_one(self, child: Element) -> None:
        tag = child.tag
        if tag == "r":
            self._read_run(child)
        elif tag == "AlternateContent":
            self._read_chosen(child)
        elif tag in _DRAWN:
            self._read_drawing(child)
        elif tag in _NOTES:
            self.notes.append((tag, child.get("id", "")))
        elif tag == "sdt" and is_placeholder(child):
            self.passed_over.append(PassedOver.TO_FILL)
        elif tag in ("fldChar", "instrText"):
            self._read_field(child)
        elif tag == "ruby":
            self._read_ruby(child)
        else:
            self._read_text(child)

    def _read_text(self, child: Element) -> None:
        """Read letters and signs, and walk into all else."""
        if child.tag == "t":
            self._say(plain_signs(child.text or ""))
        elif child.tag in ("br", "sym", *_SIGNS):
            self._say(self._sign(child))
        else:
            if child.tag in _MATH:
                self.passed_over.append(PassedOver.FORMULAS)
            if stray_text(child):
                self.passed_over.append(PassedOver.OTHER)
            self.read(child)

    def _read_run(self, run: Element) -> None:
        before, self._dress = self._dress, self._dressed(run.find("rPr"))
        self.read(run)
        self._dress = before

    def _dressed(self, look: Element | None) -> _Dress:
        style = self._styles.style(value_of(look, "rStyle")) if look is not None else WordStyle()
        bold = self._style.is_bold or style.is_bold
        hidden = self._style.is_hidden or style.is_hidden
        return _Dress(
            is_on(look, "b", otherwise=bold),
            whole(value_of(look, "sz")) or self._style.size,
            is_on(look, "vanish", otherwise=hidden),
        )

    def _say(self, text: str) -> None:
        if not text:
            return
        if self._dress.is_hidden or not self._fields.is_shown:
            if text.strip():
                self.passed_over.append(PassedOver.HIDDEN)
            return
        text = text.replace("\u2028", "\n")
        self.pieces.append(LetterPiece(text, self._dress.is_bold, self._dress.size))

    def _read_chosen(self, alternates: Element) -> None:
        """Read one of several ways to show the same; what another says beside it is counted."""
        one, others_say_more = chosen(alternates)
        if others_say_more:
            self.passed_over.append(PassedOver.OTHER)
        if one is not None:
            self.read(one)

    def _read_drawing(self, drawing: Element) -> None:
        """Keep the text boxes of a drawing; one without any is a picture or a figure."""
        found = list(text_boxes(drawing))
        self.boxes += found
        says_more = drawn_text(drawing)
        if says_more:
            self.passed_over.append(PassedOver.DIAGRAMS)
        elif not found:
            self.passed_over.append(PassedOver.PICTURES)

    def _read_field(self, part: Element) -> None:
        told = self._fields.take(part)
        if told.is_to_fill:
            self.passed_over.append(PassedOver.TO_FILL)
        self._say(told.text)

    def _read_ruby(self, ruby: Element) -> None:
        """Read words and what stands small above them, in brackets after them."""
        above = ruby.find("rt")
        for part in ruby:
            if part is not above and part.tag not in _NO_WORDS:
                self.read(part)
        if above is not None:
            self._say(" (")
            self.read(above)
            self._say(")")

    def _sign(self, part: Element) -> str:
        """Return what stands for a sign that is no letter; one that is not known is counted."""
        if part.tag == "br":
            return "\n" if part.get("type", "textWrapping") == "textWrapping" else " "
        if part.tag == "sym":
            sign = named_sign(part.get("font", ""), part.get("char", ""))
            if not sign:
                self.passed_over.append(PassedOver.SIGNS)
            return sign
        return _SIGNS[part.tag]
