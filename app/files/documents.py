"""The text of one library file -> the document in it, with the problems that were found.

Works on text alone, so that it serves files, drafts and texts that were pasted.
"""

from collections.abc import Callable
from typing import Generic, TypeVar

from msgspec import Struct

from app.files import front_matter
from app.files.card_body import read_body
from app.files.decode import decode
from app.files.layout import CATALOGUE_FILES
from app.files.nodes import Node
from app.files.problems import Problem, Report, Unreadable
from app.files.yaml_errors import refuse_control_characters
from app.files.yaml_reader import read_yaml
from app.model.card import ActionCard
from app.model.procedure import Document, Procedure
from app.model.tool import Tool

T = TypeVar("T", bound=Document)


class Parsed(Struct, Generic[T], frozen=True):
    """What one file gave. There is no document where an error was found."""

    document: T | None
    tree: Node | None
    problems: tuple[Problem, ...]


class Entries(Struct, frozen=True):
    """What a catalogue file gave: under each key the entries that could be read."""

    documents: dict[str, list[tuple[Document, Node]]]
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
    report = Report(path)
    kinds = CATALOGUE_FILES[name]
    found: dict[str, list[tuple[Document, Node]]] = {key: [] for key in kinds}
    try:
        refuse_control_characters(text)
        tree = read_yaml(text, report)
        for key, node in _lists_of(tree, kinds, report).items():
            decoded = ((decode(entry, kinds[key], report), entry) for entry in node)
            found[key] = [(document, entry) for document, entry in decoded if document]
    except Unreadable as error:
        report.add_unreadable(error)
    return Entries(found, report.problems)


def _lists_of(
    tree: Node, kinds: dict[str, type[Document]], report: Report
) -> dict[str, list[Node]]:
    """Return the lists a catalogue file has to hold, and report what is there instead."""
    if not isinstance(tree.value, dict):
        raise Unreadable("field-not-mapping", tree.line, field="", found="")
    found = {}
    for key, node in tree.value.items():
        if key not in kinds:
            report.add(node.line, "field-unknown", field=key)
        elif not isinstance(node.value, list):
            report.add(node.line, "field-not-list", field=key, found=str(node.plain))
        else:
            found[key] = node.value
    for key in kinds.keys() - tree.value.keys():
        report.add(tree.line, "field-missing", field=key, within="")
    return found


def _parse(text: str, path: str, kind: type[T], build: Callable[[str, Report], Node]) -> Parsed[T]:
    report = Report(path)
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
        raise Unreadable("field-not-mapping", tree.line, field="", found="")
    for name in body.keys() & tree.value.keys():
        report.add(tree.value[name].line, "field-belongs-below", field=name)
    tree.value.update(body)
    return tree
