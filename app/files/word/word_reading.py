"""From a Word file to its outline: headings, lists, tables, and what stands beside the text."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from msgspec import Struct
from msgspec.structs import replace

from app.files.patience import Stop, never
from app.files.word.line_looks import leveled, looks_like_heading, without_mark
from app.files.word.numbering import Counted, Numbering
from app.files.word.package import Package, read_bytes
from app.files.word.paragraph_words import Words, together, words_of
from app.files.word.text_holders import chosen, has_words, is_placeholder, paragraphs_in
from app.files.word.word_bounds import Bounds
from app.files.word.word_styles import Styles, WordStyle, is_on, outline_level, value_of, whole
from app.files.word.word_tables import TableGrid, TableRow, grid_of, is_layout, stray_parts
from app.model.errors import Refused
from app.model.word.column_words import Column, column_of
from app.model.word.outline import Outline, OutlineLine, PassedOver, Written
from app.model.word.way_words import is_condition

MOST_LINES = 6_000
"""A hundred pages are about half of it; more is no procedure."""

_ONCE = frozenset({PassedOver.CHANGES, PassedOver.HIDDEN})
"""What is told once for a paragraph, however many pieces of it there are."""

_WRAPPERS = frozenset({"sdtContent", "ins", "moveTo", "customXml", "smartTag"})
_GONE = frozenset({"del", "moveFrom"})
_MARK_CHANGES = ("ins", "del", "moveFrom", "moveTo")
_ELSEWHERE = frozenset({"altChunk", "subDoc"})
_NOTE_PARTS = {"footnoteReference": "footnote", "endnoteReference": "endnote"}


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


class _Paragraph(Struct, frozen=True):
    """What a paragraph says, and how it is dressed."""

    words: Words
    properties: Element | None
    style: WordStyle


class _Place(Struct, frozen=True):
    """Where a paragraph stands: in a row of a table below a head, across a table, or in none."""

    row: int = 0
    column: str = ""
    is_across: bool = False


class _FileReader:
    """Collects lines from the top of the file down."""

    def __init__(self, package: Package, bounds: Bounds) -> None:
        self._bounds = bounds
        self._styles = Styles(package.related("styles"))
        self._numbering = Numbering(package.related("numbering"))
        self._notes = _notes(package)
        self._rows = 0
        self._waiting: list[_Paragraph] = []
        self.lines: list[OutlineLine] = []
        self.sizes: list[int] = []
        self.passed_over: Counter[PassedOver] = Counter()

    def read(self, parent: Element, place: _Place | None = None) -> None:
        """Read all that stands in the body, or in a cell."""
        place = place or _Place()
        self._read_blocks(parent, place)
        self._end_waiting(place)

    def told(self, package: Package) -> tuple[tuple[PassedOver, int], ...]:
        """Return what was not read, as far as it is there."""
        heads = [part for kind in ("header", "footer") for part in package.each(kind)]
        self.passed_over[PassedOver.PAGE_HEADS] = sum(map(has_words, heads))
        comments = package.related("comments")
        if comments is not None:
            self.passed_over[PassedOver.COMMENTS] = len(comments.findall("comment"))
        self.passed_over[PassedOver.NOTES] = sum(map(has_words, self._notes.values()))
        return tuple((what, count) for what, count in self.passed_over.items() if count)

    def _read_blocks(self, parent: Element, place: _Place) -> None:
        for child in parent:
            if child.tag == "p":
                self._read_paragraph(child, place)
            elif child.tag == "tbl":
                self._read_table(child, place)
            elif child.tag == "sdt" and is_placeholder(child):
                self.passed_over[PassedOver.TO_FILL] += 1
            elif child.tag == "AlternateContent":
                one, others_say_more = chosen(child)
                self.passed_over[PassedOver.OTHER] += others_say_more
                if one is not None:
                    self._read_blocks(one, place)
            elif child.tag in _WRAPPERS or child.tag == "sdt":
                self._read_blocks(child, place)
            else:
                self._read_other(child, place)

    def _read_other(self, child: Element, place: _Place) -> None:
        """Read what holds words though it is no paragraph; what cannot be read is counted."""
        if child.tag in _ELSEWHERE:
            self.passed_over[PassedOver.EMBEDDED] += 1
        elif child.tag in _GONE:
            self.passed_over[PassedOver.CHANGES] += 1
        elif child.find(".//p") is not None:
            self._read_blocks(child, place)
        elif has_words(child):
            self._read_paragraph(child, place)

    # Paragraphs

    def _read_paragraph(self, paragraph: Element, place: _Place) -> None:
        self._bounds.look()
        properties = paragraph.find("pPr")
        style_id = self._style_of(paragraph)
        words = words_of(paragraph, self._styles, style_id)
        self._pass_over(words)
        read = _Paragraph(words, properties, self._styles.style(style_id))
        self._waiting.append(read)
        self.passed_over[PassedOver.CHANGES] += _is_new_or_gone(properties)
        if not _is_joined_with_next(properties):
            self._end_waiting(place)

    def _end_waiting(self, place: _Place) -> None:
        """Let the paragraphs whose ends were taken away be one, dressed as the last of them."""
        waiting, self._waiting = self._waiting, []
        if not waiting:
            return
        words = together(one.words for one in waiting)
        last = replace(waiting[-1], words=words)
        for line in self._lines_of(last, place):
            self._add(line, words.size, place)
        for note in self._notes_of(words):
            self._add(OutlineLine(note, Written.NOTE), 0, place)

    def _lines_of(self, paragraph: _Paragraph, place: _Place) -> Iterator[OutlineLine]:
        """Make lines of a paragraph: one, or as many as it is broken into by hand."""
        words, style = paragraph.words, paragraph.style
        texts = words.lines
        if not texts and _is_hidden(paragraph):
            return
        counted, level = self._count(paragraph.properties, style)
        if not texts:
            yield from _number_alone(counted, place)
            return
        heading = _heading_of(paragraph.properties, style)
        if style.is_title:
            yield OutlineLine(" ".join(texts), Written.TITLE)
        elif style.is_contents:
            yield OutlineLine(" ".join(texts), Written.CONTENTS)
        elif heading and not place.row:
            number = counted.number if counted else ""
            yield without_mark(OutlineLine(" ".join(texts), Written.HEADING, heading, number))
        elif counted is not None:
            yield OutlineLine(texts[0], counted.written, level, counted.number)
            yield from (OutlineLine(text, Written.TEXT, level) for text in texts[1:])
        elif not place.row and looks_like_heading(texts, is_bold=words.is_bold or place.is_across):
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
        """Return the lines of text boxes and notes that hang on a paragraph."""
        for box in words.boxes:
            yield from self._lines_in(box)
        for named in words.notes:
            note = self._notes.pop(named, None)
            if note is not None:
                yield from self._lines_in(note)

    def _lines_in(self, holder: Element) -> Iterator[str]:
        for paragraph in paragraphs_in(holder):
            self._bounds.look()
            words = words_of(paragraph, self._styles, self._style_of(paragraph))
            self._pass_over(words)
            yield from words.lines
            yield from self._notes_of(words)

    def _pass_over(self, words: Words) -> None:
        once = {what for what in words.passed_over if what in _ONCE}
        self.passed_over.update(once)
        self.passed_over.update(what for what in words.passed_over if what not in _ONCE)

    def _add(self, line: OutlineLine, size: int, place: _Place) -> None:
        if len(self.lines) >= MOST_LINES:
            raise Refused("word_too_long", limit=str(MOST_LINES))
        self.lines.append(replace(line, row=place.row, column=place.column) if place.row else line)
        self.sizes.append(size)

    # Tables

    def _read_table(self, table: Element, place: _Place) -> None:
        """Read a table row by row; one that only frames its text is text.

        A table below a head of another is part of what stands in its cell.
        """
        self._end_waiting(place)
        self.passed_over[PassedOver.OTHER] += sum(map(has_words, stray_parts(table)))
        grid = grid_of(table, self._text_of)
        for row in (*grid.above, *grid.heads, *grid.rows):
            self._pass_over_in(row)
        if place.column or is_layout(grid):
            self._read_cells((*grid.above, *grid.heads, *grid.rows), place)
            return
        self._read_cells(grid.above, place)
        for row in grid.heads:
            self._read_head(row)
        for row in grid.rows:
            self._read_row(row, grid)

    def _read_cells(self, rows: Iterable[TableRow], place: _Place) -> None:
        for row in rows:
            for cell in row.own if row.gone is None else ():
                self.read(cell.element, place)

    def _read_head(self, row: TableRow) -> None:
        self._rows += 1
        texts = [self._text_of(cell.element)[0] for cell in row.own]
        heads = " · ".join(dict.fromkeys(text for text in texts if text))
        place = _Place(self._rows)
        self._add(OutlineLine(heads, Written.COLUMNS), 0, place)
        for cell in row.own:
            for paragraph in paragraphs_in(cell.element):
                words = words_of(paragraph, self._styles, self._style_of(paragraph))
                self._pass_over(words)
                for note in self._notes_of(words):
                    self._add(OutlineLine(note, Written.NOTE), 0, place)

    def _read_row(self, row: TableRow, grid: TableGrid) -> None:
        if row.gone is not None:
            return
        if grid.heads and grid.is_across(row):
            self._read_across(row.own[0].element)
            return
        self._rows += 1
        number = self._rows
        for cell in row.own:
            self.read(cell.element, _Place(number, grid.head_of(cell)))

    def _read_across(self, cell: Element) -> None:
        """Read a cell across all columns: a short line heads the rows below it."""
        text, _ = self._text_of(cell)
        self.read(cell, _Place(is_across=not is_condition(text)))

    def _pass_over_in(self, row: TableRow) -> None:
        """Count what is not shown in a row: all of one that is gone, and what lies under cells."""
        if row.gone is not None:
            self.passed_over[row.gone] += 1
            return
        self.passed_over[PassedOver.CHANGES] += row.lacks_cells
        self.passed_over[PassedOver.TO_FILL] += sum(cell.asks for cell in row.cells)
        hidden = (cell for cell in row.cells if cell.is_below and has_words(cell.element))
        self.passed_over[PassedOver.HIDDEN] += sum(1 for _ in hidden)

    def _text_of(self, cell: Element) -> tuple[str, bool]:
        """Return what stands in a cell as one line, and whether all of it is bold."""
        found = []
        for paragraph in paragraphs_in(cell):
            self._bounds.look()
            found.append(words_of(paragraph, self._styles, self._style_of(paragraph)))
        seen = [words for words in found if words.lines]
        text = " ".join(line for words in seen for line in words.lines)
        return text, bool(seen) and all(words.is_bold for words in seen)

    def _style_of(self, paragraph: Element) -> str:
        return value_of(paragraph.find("pPr"), "pStyle") or self._styles.default


def _number_alone(counted: Counted | None, place: _Place) -> Iterator[OutlineLine]:
    """Return the number that a list writes into an empty cell of a column of numbers."""
    is_counted = counted is not None and counted.number and place.row
    if counted and is_counted and column_of(place.column) in (Column.NUMBER, Column.STEP):
        yield OutlineLine(counted.number)


def _heading_of(properties: Element | None, style: WordStyle) -> int:
    own = outline_level(properties) if properties is not None else 0
    return own or style.heading


def _is_joined_with_next(properties: Element | None) -> bool:
    """Tell whether the end of a paragraph was taken away in a change that is not yet accepted."""
    look = properties.find("rPr") if properties is not None else None
    return look is not None and (is_on(look, "del") or is_on(look, "moveFrom"))


def _is_new_or_gone(properties: Element | None) -> bool:
    """Tell whether the end of a paragraph was put in or taken away in a change."""
    look = properties.find("rPr") if properties is not None else None
    return look is not None and any(look.find(tag) is not None for tag in _MARK_CHANGES)


def _is_hidden(paragraph: _Paragraph) -> bool:
    """Tell whether the end of a paragraph is hidden too: then it takes no place and no number."""
    look = paragraph.properties.find("rPr") if paragraph.properties is not None else None
    return is_on(look, "vanish", otherwise=paragraph.style.is_hidden)


def _notes(package: Package) -> dict[tuple[str, str], Element]:
    """Return footnotes and endnotes by what names them."""
    found = {}
    for named, tag in _NOTE_PARTS.items():
        tree = package.related(f"{tag}s")
        for note in tree.iter(tag) if tree is not None else ():
            found[named, note.get("id", "")] = note
    return found
