"""The body of a card file: headings, task lists and a note.

    ## Overskrift
    - [ ] Et tjekpunkt
    - [ ] **Et kritisk tjekpunkt**

    > En note.

The texts are plain, not Markdown; what would be taken for something else is escaped. A line with
room before it goes on with the item above; an empty line of the note is a line break.
"""

import re
from collections.abc import Iterator

from app.files.escapes import escaped, unescaped
from app.files.nodes import Node
from app.files.problems import Report, Unreadable
from app.model.library.card import ActionCard, CardItem

MOST_LINES = 2_000
"""A card is one page; a text of more lines is something else."""

_HEADING = re.compile(r"(#{1,6})(?:[ \t]+(.*))?")
_ITEM = re.compile(r"[-*+][ \t]+\[(.)\](?:[ \t]+(.*))?")
_BULLET = re.compile(r"[-*+][ \t]")
_ESCAPED = re.compile(r"\\.")
_CRITICAL = re.compile(r"\*\*((?:\\.|[^*\\]|\*(?!\*))*)\*\*")


def read_body(text: str, first_line: int, report: Report) -> dict[str, Node]:
    """Return the fields `sections` and `note` as nodes; lines that fit nowhere are reported."""
    reader = _BodyReader(first_line, report)
    lines = text.split("\n")
    if len(lines) > MOST_LINES:
        raise Unreadable("card_too_many_lines", first_line, limit=str(MOST_LINES))
    for number, line in enumerate(lines, start=first_line):
        reader.take(number, line)
    return reader.fields()


def write_body(card: ActionCard) -> str:
    """Write the sections and the note of a card."""
    blocks = ["\n".join(_section_lines(s.title, s.items)) for s in card.sections]
    if card.note:
        blocks.append("\n".join(_note_lines(card.note)))
    return "\n\n".join(blocks)


def _section_lines(title: str, items: tuple[CardItem, ...]) -> Iterator[str]:
    yield f"## {escaped(title)}".rstrip()
    for item in items:
        yield f"- [ ] {_item_text(item)}".rstrip()


def _item_text(item: CardItem) -> str:
    text = escaped(item.text)
    if item.critical:
        return "**" + text.replace("*", r"\*") + "**"
    return text.replace("**", r"\*\*")


def _note_lines(note: str) -> Iterator[str]:
    for number, line in enumerate(note.split("\n")):
        if number:
            yield ">"
        if line:
            yield f"> {escaped(line)}"


class _Note:
    """The note as it comes in, quoted line by quoted line."""

    def __init__(self) -> None:
        self.line = 0
        self._parts: list[str] = []
        self._goes_on = False
        self._paused = False

    @property
    def node(self) -> Node:
        return Node(self.line, "".join(self._parts))

    def take(self, number: int, text: str) -> None:
        """Read a quoted line; an empty one, or one after a pause, breaks the line."""
        self.line = self.line or number
        if not text or (self._paused and self._goes_on):
            self._parts.append("\n")
        elif self._goes_on:
            self._parts.append(" ")
        self._parts.append(unescaped(text))
        self._goes_on, self._paused = bool(text), False

    def pause(self) -> None:
        """Note an empty line that is not quoted."""
        self._paused = True


class _BodyReader:
    """Takes the lines one by one; knows the section, item and note it is in."""

    def __init__(self, first_line: int, report: Report) -> None:
        self._report = report
        self._sections: list[Node] = []
        self._first_line = first_line
        self._items: list[Node] | None = None
        self._parts: list[str] | None = None
        self._note = _Note()

    def fields(self) -> dict[str, Node]:
        """Return what was read."""
        self._end_item()
        found = {"sections": Node(self._first_line, list(self._sections))}
        if self._note.line:
            found["note"] = self._note.node
        return found

    def take(self, number: int, line: str) -> None:
        """Read the next line."""
        text = line.strip()
        if text and line[0] in " \t":
            self._indented(number, text)
            return
        self._end_item()
        if not text:
            self._note.pause()
        elif text[0] == ">":
            self._note.take(number, text[1:].strip())
        elif self._note.line:
            self._report.add(number, "card_note_not_last", text=text)
        else:
            self._in_list(number, text)

    def _in_list(self, number: int, text: str) -> None:
        if heading := _HEADING.fullmatch(text):
            self._begin_section(number, heading)
        elif item := _ITEM.fullmatch(text):
            self._begin_item(number, item)
        else:
            code = "card_item_without_box" if _BULLET.match(text) else "card_line"
            self._report.add(number, code, text=text)

    def _begin_section(self, number: int, heading: "re.Match[str]") -> None:
        if len(heading[1]) != 2:
            self._report.add(number, "card_heading_level", text=heading[0])
        self._items = []
        title = Node(number, unescaped((heading[2] or "").strip()))
        section = {"title": title, "items": Node(number, self._items)}
        self._sections.append(Node(number, dict(section)))

    def _begin_item(self, number: int, item: "re.Match[str]") -> None:
        if item[1] != " ":
            self._report.add(number, "card_item_ticked", text=item[0])
        if self._items is None:
            self._report.add(number, "card_item_without_heading", text=item[0])
            self._items = []
        self._parts = [(item[2] or "").strip()]
        self._items.append(Node(number, {}))

    def _indented(self, number: int, text: str) -> None:
        if _BULLET.match(text):
            self._report.add(number, "card_item_nested", text=text)
        elif self._parts is None:
            self._report.add(number, "card_line", text=text)
        else:
            self._parts.append(text)

    def _end_item(self) -> None:
        """Fill the item whose lines have all been seen."""
        if self._parts is None or not self._items:
            return
        text, self._parts = " ".join(self._parts), None
        node = self._items[-1]
        critical = _CRITICAL.fullmatch(text)
        if not critical and "**" in _ESCAPED.sub("_", text):
            self._report.warn(node.line, "card_item_half_bold", text=text)
        node.value = {"text": Node(node.line, unescaped(critical[1] if critical else text))}
        if critical:
            node.value["critical"] = Node(node.line, value=True)
