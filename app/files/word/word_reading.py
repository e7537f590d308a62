"""From a Word file to its outline: headings, lists, tables, and what stands beside the text."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from app.files.patience import Stop, never
from app.files.word.line_looks import leveled, looks_like_heading, without_mark
from app.files.word.numbering import Counted, Numbering
from app.files.word.package import Package, read_bytes
from app.files.word.paragraph_words import Words, words_of
from app.files.word.word_bounds import Bounds
from app.files.word.word_styles import Styles, WordStyle, is_on, outline_level, value_of, whole
from app.files.word.word_tables import cells_of, columns_of, is_layout, rows_of
from app.model.errors import Refused
from app.model.word.outline import Outline, OutlineLine, PassedOver, Written

MOST_LINES = 6_000
"""A hundred pages are about half of it; more is no procedure."""


def read_word(path: Path, stop: Stop = never) -> Outline:
    """Read a .docx.

    `Refused`: word_missing, word_denied, word_too_large, word_empty, word_old, word_locked,
    word_other_kind, word_damaged, word_too_long, word_too_much, and word_stopped when `stop` says
    so.
    """
    bounds = Bounds(stop)
    package = Package(read_bytes(path), bounds)
    main = package.part(package.main)
    body = main.find("body") if main is not None else None
    if body is None:
        raise Refused("word_other_kind")
    reader = _FileReader(package, bounds)
    reader.read(body)
    lines = leveled(reader.lines, reader.sizes)
    if not lines:
        raise Refused("word_empty")
    return Outline(path.stem, tuple(lines), reader.told(package))


class _FileReader:
    """Collects lines from the top of the file down."""

    def __init__(self, package: Package, bounds: Bounds) -> None:
        self._bounds = bounds
        self._styles = Styles(package.related("styles"))
        self._numbering = Numbering(package.related("numbering"))
        self._footnotes = _footnotes(package)
        self._rows = 0
        self._joined: list[Words] = []
        self.lines: list[OutlineLine] = []
        self.sizes: list[int] = []
        self.passed_over: Counter[PassedOver] = Counter()

    def read(self, parent: Element) -> None:
        """Read paragraphs and tables; whatever else holds some is walked into."""
        for child in parent:
            if child.tag == "p":
                self._read_paragraph(child)
            elif child.tag == "tbl":
                self._read_table(child)
            elif child.tag in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"):
                self.read(child)

    def told(self, package: Package) -> tuple[tuple[PassedOver, int], ...]:
        """Return what was not read, as far as it is there."""
        self.passed_over[PassedOver.PAGE_HEADS] = package.counts("header") + package.counts(
            "footer"
        )
        comments = package.related("comments")
        if comments is not None:
            self.passed_over[PassedOver.COMMENTS] = len(comments.findall("comment"))
        return tuple((what, count) for what, count in self.passed_over.items() if count)

    # Paragraphs

    def _read_paragraph(self, paragraph: Element, row: int = 0, column: str = "") -> None:
        self._bounds.look()
        properties = paragraph.find("pPr")
        style_id = value_of(properties, "pStyle") or self._styles.default
        words = words_of(paragraph, self._styles, style_id)
        self.passed_over[PassedOver.PICTURES] += words.pictures
        self.passed_over[PassedOver.CHANGES] += words.has_changes
        if _is_joined_with_next(properties):
            self._joined.append(words)
            return
        joined, self._joined = [*self._joined, words], []
        pieces = tuple(piece for part in joined for piece in part.pieces)
        whole_words = Words(pieces, words.boxes, 0, words.footnotes)
        style = self._styles.style(style_id)
        for line in self._lines_of(whole_words, properties, style, in_table=bool(row)):
            self._add(line, whole_words.size, row, column)
        for note in self._notes_of(whole_words):
            self._add(OutlineLine(note, Written.NOTE), 0, row, column)

    def _lines_of(
        self, words: Words, properties: Element | None, style: WordStyle, *, in_table: bool
    ) -> Iterator[OutlineLine]:
        """Make lines of a paragraph: one, or as many as it is broken into by hand."""
        texts = words.lines
        counted, level = self._count(properties, style)
        if not texts:
            return
        heading = _heading_of(properties, style)
        if style.is_title:
            yield OutlineLine(" ".join(texts), Written.TITLE)
        elif style.is_contents:
            yield OutlineLine(" ".join(texts), Written.CONTENTS)
        elif heading and not in_table:
            number = counted.number if counted else ""
            yield without_mark(OutlineLine(" ".join(texts), Written.HEADING, heading, number))
        elif counted is not None:
            yield OutlineLine(texts[0], counted.written, level, counted.number)
            yield from (OutlineLine(text, Written.TEXT, level) for text in texts[1:])
        elif not in_table and looks_like_heading(texts, words):
            yield without_mark(OutlineLine(texts[0], Written.HEADING))
        else:
            yield from (without_mark(OutlineLine(text)) for text in texts)

    def _count(self, properties: Element | None, style: WordStyle) -> tuple[Counted | None, int]:
        listed = properties.find("numPr") if properties is not None else None
        given, own = value_of(listed, "ilvl"), value_of(listed, "numId")
        number = own or style.number
        if given or (own and own != style.number):
            level = whole(given)
        else:
            level = self._numbering.level_of(number, style)
        counted = self._numbering.count(number, level) if number not in ("", "0") else None
        if counted is not None and counted.written is Written.TEXT:
            counted = None
        return counted, max(level, style.list_depth)

    def _notes_of(self, words: Words) -> Iterator[str]:
        """Return the lines of text boxes and footnotes that hang on a paragraph."""
        for box in words.boxes:
            for paragraph in box.iter("p"):
                yield from words_of(paragraph, self._styles, self._styles.default).lines
        for footnote in words.footnotes:
            yield from self._footnotes.get(footnote, ())

    def _add(self, line: OutlineLine, size: int, row: int, column: str) -> None:
        if len(self.lines) >= MOST_LINES:
            raise Refused("word_too_long", limit=str(MOST_LINES))
        if row:
            line = OutlineLine(line.text, line.written, line.level, line.number, row, column)
        self.lines.append(line)
        self.sizes.append(size)

    # Tables

    def _read_table(self, table: Element) -> None:
        """Read a table row by row; one that only frames its text is text."""
        rows = rows_of(table)
        if is_layout(rows):
            for row in rows:
                for cell in cells_of(row):
                    self.read(cell.element)
            return
        columns = columns_of(rows, self._text_of)
        if columns:
            self._rows += 1
            heads = " · ".join(dict.fromkeys(head for head in columns.values() if head))
            self._add(OutlineLine(heads, Written.COLUMNS), 0, self._rows, "")
        for row in rows[1 if columns else 0 :]:
            self._rows += 1
            number = self._rows
            for cell in cells_of(row):
                self._read_cell(cell.element, number, columns.get(cell.column, ""))

    def _read_cell(self, cell: Element, row: int, column: str) -> None:
        for child in cell:
            if child.tag == "p":
                self._read_paragraph(child, row, column)
            elif child.tag in ("tbl", "tr", "tc", "sdt", "sdtContent", "ins", "customXml"):
                self._read_cell(child, row, column)

    def _text_of(self, cell: Element) -> tuple[str, bool]:
        """Return what stands in a cell as one line, and whether all of it is bold."""
        found = [words_of(p, self._styles, self._style_of(p)) for p in cell.iter("p")]
        seen = [words for words in found if words.lines]
        text = " ".join(line for words in seen for line in words.lines)
        return text, bool(seen) and all(words.is_bold for words in seen)

    def _style_of(self, paragraph: Element) -> str:
        return value_of(paragraph.find("pPr"), "pStyle") or self._styles.default


def _heading_of(properties: Element | None, style: WordStyle) -> int:
    own = outline_level(properties) if properties is not None else 0
    return own or style.heading


def _is_joined_with_next(properties: Element | None) -> bool:
    """Tell whether the end of a paragraph was taken away in a change that is not yet accepted."""
    look = properties.find("rPr") if properties is not None else None
    return look is not None and is_on(look, "del")


def _footnotes(package: Package) -> dict[str, tuple[str, ...]]:
    tree, plain = package.related("footnotes"), Styles(None)
    found = {}
    for note in tree.iter("footnote") if tree is not None else ():
        lines = (words_of(paragraph, plain, "").lines for paragraph in note.iter("p"))
        found[note.get("id", "")] = tuple(line for some in lines for line in some)
    return found
