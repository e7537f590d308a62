"""The words of one paragraph as a reader sees them: changes taken, what is hidden left out."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from msgspec import Struct

from app.files.word.word_styles import Styles, is_on, value_of, whole

_GONE = frozenset({"del", "moveFrom", "instrText", "delText", "delInstrText", "fldData"})
_DRAWN = frozenset({"drawing", "pict", "object"})
_FALLBACK = "Fallback"
_BOX = "☐"
_BOX_SIGNS = frozenset({"F06F", "F0A8", "F071", "F072", "F0FE", "F0FD", "F0A3", "2610", "2611"})
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
    """What a paragraph says. `boxes` are the text boxes that hang on it."""

    pieces: tuple[LetterPiece, ...] = ()
    boxes: tuple[Element, ...] = ()
    pictures: int = 0
    footnotes: tuple[str, ...] = ()
    has_changes: bool = False

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


def words_of(paragraph: Element, styles: Styles, style_id: str) -> Words:
    """Read a paragraph."""
    reader = _ParagraphReader(styles, style_id)
    reader.read(paragraph)
    return Words(
        tuple(reader.pieces),
        tuple(reader.boxes),
        reader.pictures,
        tuple(reader.footnotes),
        reader.has_changes,
    )


class _ParagraphReader:
    """Walks through a paragraph; what it does not know it walks into."""

    def __init__(self, styles: Styles, style_id: str) -> None:
        self._styles = styles
        self._style = styles.style(style_id)
        self.pieces: list[LetterPiece] = []
        self.boxes: list[Element] = []
        self.pictures = 0
        self.footnotes: list[str] = []
        self.has_changes = False

    def read(self, parent: Element) -> None:
        for child in parent:
            if child.tag in ("ins", "del", "moveFrom", "moveTo"):
                self.has_changes = True
            if child.tag == "r":
                self._read_run(child)
            elif child.tag in _DRAWN or child.tag == "AlternateContent":
                self._read_drawing(child)
            elif child.tag != "pPr" and child.tag not in _GONE:
                self.read(child)

    def _read_run(self, run: Element) -> None:
        look = run.find("rPr")
        if is_on(look, "vanish"):
            return
        style = self._styles.style(value_of(look, "rStyle")) if look is not None else None
        bold = self._style.is_bold or (style is not None and style.is_bold)
        bold = is_on(look, "b", otherwise=bold)
        size = whole(value_of(look, "sz")) or self._style.size
        for child in run:
            self._read_part(child, bold=bold, size=size)

    def _read_part(self, part: Element, *, bold: bool, size: int) -> None:
        text = ""
        if part.tag == "t":
            text = part.text or ""
        elif part.tag == "footnoteReference":
            self.footnotes.append(part.get("id", ""))
        elif part.tag in _DRAWN or part.tag == "AlternateContent":
            self._read_drawing(part)
        else:
            text = _sign(part)
        if text:
            self.pieces.append(LetterPiece(text.replace("\u2028", "\n"), bold, size))

    def _read_drawing(self, drawing: Element) -> None:
        """Keep the text boxes of a drawing; one without any is a picture."""
        found = list(_text_boxes(drawing))
        self.boxes += found
        self.pictures += not found


def _sign(part: Element) -> str:
    """Return what stands for a sign that is no letter."""
    if part.tag == "br":
        return "\n" if part.get("type", "textWrapping") == "textWrapping" else " "
    if part.tag == "sym":
        return _BOX if part.get("char", "").upper() in _BOX_SIGNS else ""
    return {"tab": "\t", "cr": "\n", "noBreakHyphen": "-"}.get(part.tag, "")


def _text_boxes(drawing: Element) -> Iterator[Element]:
    """Find text boxes; Word writes each twice, for itself and for programs that are older."""
    for child in drawing:
        if child.tag == "txbxContent":
            yield child
        elif child.tag != _FALLBACK:
            yield from _text_boxes(child)
