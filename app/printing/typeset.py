"""Text set into lines: words that wrap, two weights in one line, and lines to write on.

Lines are ragged right without hyphenation. `____` in a text is a line to write on; it stays
with the word before it. What belongs together (`§ 136`, `kl. 9.40`) is never parted.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtGui import QFont

from app.printing.fonts import REGULAR, text_width
from app.printing.page_marks import PageMark, Rule, TextMark
from app.printing.paper import mm

_BLANK = re.compile(r"(_{2,})")
_TOGETHER = re.compile(
    r"(?<!\w)(§§?|stk\.|nr\.|kl\.|litra|jf\.|pr\.|trin|side) (?=[^\W_]|§)", re.IGNORECASE
)
_NO_BREAK = "\N{NO-BREAK SPACE}"
_SHORT_BLANK, _BLANK_WIDTH, _LONG_BLANK = mm(15) / 12, mm(24) / 12, 8
"""Blanks in ems: after `kl.`, and else; from eight underscores on it runs to the line's end."""
_BLANK_GAP = 0.57
_UNDER, _STRIKE = 0.3, 0.26
"""How far below the letters' foot a line to write on stands, and above it one through them."""


class Run(Struct, frozen=True):
    """A stretch of text in one weight; `is_struck` is what was taken out."""

    text: str
    weight: QFont.Weight = REGULAR
    is_struck: bool = False


class LinePiece(Struct, frozen=True):
    """A part of a line: words in one weight, or a blank to write on."""

    x: float
    width: float
    text: str = ""
    weight: QFont.Weight = REGULAR
    is_struck: bool = False

    @property
    def is_blank(self) -> bool:
        return not self.text

    @property
    def end(self) -> float:
        return self.x + self.width


class SetLine(Struct, frozen=True):
    """One line as set."""

    pieces: tuple[LinePiece, ...]

    @property
    def width(self) -> float:
        return self.pieces[-1].end if self.pieces else 0

    @property
    def text(self) -> str:
        return " ".join(piece.text or "____" for piece in self.pieces)


class _Atom(Struct, frozen=True):
    """What no line may end in. `is_tail` goes on directly after the atom before it."""

    pieces: tuple[LinePiece, ...]
    has_blank: bool = False
    is_tail: bool = False
    fills: bool = False

    @property
    def width(self) -> float:
        return self.pieces[-1].end


def keep_together(text: str) -> str:
    """Put no-break spaces where a line must not end."""
    return _TOGETHER.sub(rf"\1{_NO_BREAK}", text)


def set_lines(
    runs: str | Iterable[Run], size: float, width: float, weight: QFont.Weight = REGULAR
) -> tuple[SetLine, ...]:
    """Set text into lines no wider than `width`. Nothing is left out: a longer word is broken."""
    return _set((Run(runs, weight),) if isinstance(runs, str) else tuple(runs), size, width)


@lru_cache(maxsize=2_048)
def _set(runs: tuple[Run, ...], size: float, width: float) -> tuple[SetLine, ...]:
    """Keep lines as set: a sheet is laid out again and again until it fits, and then painted."""
    lines: list[list[LinePiece]] = [[]]
    for atom in _atoms(runs, size, width):
        gap = _gap(lines[-1], atom, size)
        if lines[-1] and lines[-1][-1].end + gap + atom.width > width + 0.01:
            lines.append([])
        _append(lines[-1], atom, gap, size, width)
    return tuple(SetLine(tuple(pieces)) for pieces in lines)


def line_marks(
    lines: Iterable[SetLine], x: float, y: float, size: float, leading: float, color: str
) -> Iterator[PageMark]:
    """Draw lines one below the other; `y` is the upper edge of the first."""
    for number, line in enumerate(lines):
        base = baseline(y + number * leading, leading, size)
        for piece in line.pieces:
            if piece.is_blank:
                below = base + _UNDER * size
                yield Rule(x + piece.x, below, x + piece.end, below, mm(0.3), color)
            else:
                yield TextMark(
                    x + piece.x, base, piece.text, size, color, piece.width, piece.weight
                )
            if piece.is_struck:
                through = base - _STRIKE * size
                yield Rule(x + piece.x, through, x + piece.end, through, mm(0.25), color)


def baseline(top: float, leading: float, size: float) -> float:
    """Return where text of that size stands in a line of that height, its letters centred."""
    return top + leading / 2 + 0.3555 * size


def _gap(line: list[LinePiece], atom: _Atom, size: float) -> float:
    if not line or atom.is_tail:
        return 0
    # A label before its blank stands apart where the sentence has ended; else it is part of it.
    if line[-1].is_blank or (atom.has_blank and line[-1].text.endswith(":")):
        return _BLANK_GAP * size
    return text_width(" ", size, atom.pieces[0].weight)


def _append(line: list[LinePiece], atom: _Atom, gap: float, size: float, width: float) -> None:
    """Put an atom at the end of a line; words of one weight grow together to one piece."""
    start = line[-1].end + gap if line else 0
    pieces = [replace(piece, x=start + piece.x) for piece in atom.pieces]
    if atom.fills:
        pieces[-1] = LinePiece(pieces[-1].x, max(pieces[-1].width, width - pieces[-1].x))
    last = line[-1] if line else None
    first = pieces[0]
    if last and not last.is_blank and not atom.has_blank and _look(last) == _look(first):
        text = last.text + ("" if atom.is_tail else " ") + first.text
        line[-1] = replace(last, text=text, width=text_width(text, size, last.weight))
        pieces = pieces[1:]
    line += pieces


def _look(piece: LinePiece) -> tuple[QFont.Weight, bool]:
    return piece.weight, piece.is_struck


def _atoms(runs: Iterable[Run], size: float, width: float) -> Iterator[_Atom]:
    for word in _words(runs):
        pieces = tuple(_pieces(word, size))
        has_blank = any(piece.is_blank for piece in pieces)
        if has_blank or pieces[-1].end <= width:
            fills = word[-1].text.startswith("_" * _LONG_BLANK)
            yield _Atom(pieces, has_blank, fills=fills)
        else:
            yield from _broken(pieces, size, width)


def _words(runs: Iterable[Run]) -> Iterator[list[Run]]:
    """Cut runs at spaces; a word may hold several weights, and takes the blank after it along."""
    word: list[Run] = []
    for run in runs:
        first, *others = keep_together(run.text.replace("\n", " ")).split(" ")
        word += _split_blanks(first, run)
        for text in others:
            if text.startswith("__") and word and not word[-1].text.startswith("__"):
                word += _split_blanks(text, run)
                continue
            if word:
                yield word
            word = _split_blanks(text, run)
    if word:
        yield word


def _split_blanks(text: str, run: Run) -> list[Run]:
    return [replace(run, text=part) for part in _BLANK.split(text) if part]


def _pieces(word: list[Run], size: float) -> Iterator[LinePiece]:
    x = 0.0
    for before, run in pairwise((Run(""), *word)):
        if run.text.startswith("__"):
            x += 0.3 * size if before.text else 0
            ems = _SHORT_BLANK if before.text.lower() == "kl." else _BLANK_WIDTH
            piece = LinePiece(x, ems * size)
        else:
            width = text_width(run.text, size, run.weight)
            piece = LinePiece(x, width, run.text, run.weight, run.is_struck)
        yield piece
        x = piece.end


def _broken(pieces: Iterable[LinePiece], size: float, width: float) -> Iterator[_Atom]:
    """Break a word that is wider than a whole line, letter by letter."""
    is_tail = False
    for piece in pieces:
        text = piece.text
        while text:
            end = len(text)
            while end > 1 and text_width(text[:end], size, piece.weight) > width:
                end -= 1
            part = text[:end]
            whole = replace(piece, x=0, text=part, width=text_width(part, size, piece.weight))
            yield _Atom((whole,), is_tail=is_tail)
            text, is_tail = text[end:], True
