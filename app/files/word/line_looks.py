"""What a line is by its looks, where no style says it: bold headings, marks and numbers typed."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from app.files.word.numbering import BOXES
from app.model.word.outline import OutlineLine, Written

_LONGEST_HEADING = 90
_TYPED_BOX = re.compile(rf"^\s*(?:[{BOXES}]|\[\s?[xX]?\]|\(\s\))\s*")
_TYPED_BULLET = re.compile(r"^\s*(?:[-–—•·▪▫■●○◦‣∙→⇒➢➲➔▶►◆❖✓✗*>\uf0b7\uf0a7]|o(?=\s))\s+")
_TYPED_NUMBER = re.compile(r"^\s*(\d{1,2}(?:\.\d{1,2})*)(?:[.):]|\.?\s+(?=[A-ZÆØÅ]))\s*(?=\S)")
_TYPED_LETTER = re.compile(r"^\s*([a-z])[.)]\s+(?=\S)")
_DATE = re.compile(
    r"^\s*\d{1,2}[.]\s?(?:\d{1,2}[.]|(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec))"
)
_MEASURE = re.compile(
    r"^\s*\d+\s+(?:time|dag|uge|måned|hverdag|arbejdsdag|år|minut|døgn)", re.IGNORECASE
)
_STEP = re.compile(
    r"^\s*(?:trin|fase|punkt|step)\s+(\d{1,2}(?:\.\d{1,2})*)\s*[:.)–—-]?\s*", re.IGNORECASE
)
_SENTENCE = re.compile(r"[.!;,]\s*$")


def without_mark(line: OutlineLine) -> OutlineLine:
    """Take the mark or number that was typed before a line away, and let the line be told by it."""
    text = line.text
    if line.written is Written.HEADING:
        return _numbered_heading(line)
    if found := _TYPED_BOX.match(text):
        return _unless_empty(line, text[found.end() :], Written.BOX)
    if found := _TYPED_BULLET.match(text):
        return _unless_empty(line, text[found.end() :], Written.BULLET)
    if found := _STEP.match(text):
        rest = text[found.end() :]
        is_heading = bool(rest) and len(rest) <= _LONGEST_HEADING
        written = Written.HEADING if is_heading else Written.NUMBER
        return _unless_empty(replace(line, number=found[1]), rest, written)
    if _DATE.match(text) or _MEASURE.match(text):
        return line
    if found := _TYPED_NUMBER.match(text):
        level = found[1].count(".")
        numbered = replace(line, number=found[1], level=level)
        return _unless_empty(numbered, text[found.end() :], Written.NUMBER)
    if found := _TYPED_LETTER.match(text):
        return _unless_empty(replace(line, level=1), text[found.end() :], Written.NUMBER)
    return line


def looks_like_heading(texts: Sequence[str], *, is_bold: bool) -> bool:
    """Tell whether a paragraph stands out as a heading does: short, and bold or in capitals."""
    if len(texts) != 1 or len(texts[0]) > _LONGEST_HEADING or _SENTENCE.search(texts[0]):
        return False
    text = texts[0]
    if _TYPED_BOX.match(text) or _TYPED_BULLET.match(text):
        return False
    letters = [sign for sign in text if sign.isalpha()]
    is_capitals = len(letters) > 3 and all(sign.isupper() for sign in letters)
    return len(letters) > 1 and (is_bold or is_capitals)


def leveled(lines: Sequence[OutlineLine], sizes: Sequence[int]) -> list[OutlineLine]:
    """Give levels to headings by looks: below those by style, the largest letters first."""
    sure = [line.level for line in lines if line.written is Written.HEADING and line.level]
    deepest = max(sure, default=0)
    guessed = [
        (size, line.number.count("."))
        for line, size in zip(lines, sizes, strict=True)
        if line.written is Written.HEADING and not line.level
    ]
    order = sorted(set(guessed), key=lambda look: (-look[0], look[1]))
    return [
        replace(line, level=deepest + 1 + order.index((size, line.number.count("."))))
        if line.written is Written.HEADING and not line.level
        else line
        for line, size in zip(lines, sizes, strict=True)
    ]


def _numbered_heading(line: OutlineLine) -> OutlineLine:
    """Take a number that was typed in a heading; that of a list is kept where none was."""
    for pattern in (_STEP, _TYPED_NUMBER):
        found = pattern.match(line.text)
        if found and not _DATE.match(line.text) and not _MEASURE.match(line.text):
            rest = line.text[found.end() :]
            return _unless_empty(replace(line, number=found[1]), rest, Written.HEADING)
    return line


def _unless_empty(line: OutlineLine, text: str, written: Written) -> OutlineLine:
    """Return a line without its mark; a mark that stands alone is a line of text."""
    text = text.strip()
    return replace(line, text=text, written=written) if text else replace(line, number="")
