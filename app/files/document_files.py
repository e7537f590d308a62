"""The text of one library file -> the document in it, with the problems that were found.

Works on text alone, so that it serves files, drafts and texts that were pasted.
"""

from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

from msgspec import Struct

from app.files import front_matter
from app.files.card_body import read_body
from app.files.decode import convert, decode
from app.files.library_layout import CATALOGUE_FILES, ENTRIES
from app.files.nodes import Node
from app.files.problems import Problem, Report, Unreadable
from app.files.yaml_errors import refuse_control_characters
from app.files.yaml_reader import read_yaml
from app.model.library.card import ActionCard
from app.model.library.procedure import Document, Procedure
from app.model.library.tool import Tool

T = TypeVar("T", bound=Document)


class Parsed(Struct, Generic[T], frozen=True):
    """What one file gave. There is no document where an error was found."""

    document: T | None
    tree: Node | None
    problems: tuple[Problem, ...]


class Entries(Struct, frozen=True):
    """What a catalogue file gave: the entries that could be read, with kind and lines."""

    found: tuple[tuple[str, Document, Node], ...]
    problems: tuple[Problem, ...]


def parse_procedure(text: str, path: str = "") -> Parsed[Procedure]:
    """Read the YAML of a procedure."""
    return _parse(text, path, Procedure, _procedure_tree)


def parse_card(text: str, path: str = "") -> Parsed[ActionCard]:
    """Read the Markdown of an action card."""
    return _parse(text, path, ActionCard, _card_tree)


def parse_tool(text: str, path: str = "") -> Parsed[Tool]:
    """Read the Markdown of a tool."""
    return _parse(text, path, Tool, _tool_tree)


def parse_catalogue_file(text: str, path: str, name: str) -> Entries:
    """Read a file of the catalogue; entries that are right are kept beside those that are not."""
    report = Report(path, text.count("\n") + 1)
    try:
        refuse_control_characters(text)
        tree = read_yaml(text, report)
    except Unreadable as error:
        report.add_unreadable(error)
        return Entries((), report.problems)
    decode(tree, CATALOGUE_FILES[name], report)
    return Entries(tuple(_entries(tree, CATALOGUE_FILES[name])), report.problems)


def _entries(tree: Node, file: type[Document]) -> Iterator[tuple[str, Document, Node]]:
    for key in file.__struct_fields__:
        kind, entry = ENTRIES[key]
        for node in _children(tree, key):
            document = convert(node, entry)
            if document is not None:
                yield kind, document, node


def _parse(text: str, path: str, kind: type[T], build: Callable[[str, Report], Node]) -> Parsed[T]:
    report = Report(path, text.count("\n") + 1)
    try:
        refuse_control_characters(text)
        tree = build(text, report)
    except Unreadable as error:
        report.add_unreadable(error)
        return Parsed(None, None, report.problems)
    document = decode(tree, kind, report)
    return Parsed(None if report.errors else document, tree, report.problems)


def _procedure_tree(text: str, report: Report) -> Node:
    tree = read_yaml(text, report)
    for step in _children(tree, "steps"):
        for item in _children(step, "checklist"):
            _spell_out(item)
    return tree


def _spell_out(item: Node) -> None:
    """Make a check item that is written as a text the mapping it is short for."""
    if item.value is not None and not isinstance(item.value, dict | list):
        item.value = {"text": Node(item.line, item.value)}


def _children(node: Node, key: str) -> list[Node]:
    below = node.value.get(key) if isinstance(node.value, dict) else None
    return below.value if below is not None and isinstance(below.value, list) else []


def _card_tree(text: str, report: Report) -> Node:
    parts = front_matter.split(text)
    body = read_body(parts.body, parts.body_line, report)
    return _with_body(parts, body, report)


def _tool_tree(text: str, report: Report) -> Node:
    parts = front_matter.split(text)
    body = {"body": Node(parts.body_line, parts.body)}
    tree = _with_body(parts, body if parts.body else {}, report)
    if isinstance(tree.value, dict):
        tree.value.setdefault("body", body["body"])
    return tree


def _with_body(parts: front_matter.Parts, body: dict[str, Node], report: Report) -> Node:
    """Put the fields that stand in the body beside those of the front matter."""
    tree = read_yaml(parts.yaml, report, first_line=2)
    if not isinstance(tree.value, dict):
        raise Unreadable("file_no_fields", tree.line)
    for name in body.keys() & tree.value.keys():
        report.add(tree.value[name].line, "field_belongs_below", field=name)
    tree.value.update(body)
    return tree
