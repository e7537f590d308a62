"""YAML text -> nodes with lines.

Reads the part of YAML that people write by hand, and means the same by it as YAML 1.2: only
`true` and `false` are booleans (never `no` or `on`), dates and times stay text. Anchors,
aliases, tags and several documents in a file are refused, which also disarms YAML bombs.
Works on the parser's events, so that size and depth are bounded before anything is built.
"""

import re
from collections.abc import Iterator

import yaml

from app.files.nodes import Node, Scalar
from app.files.problems import Report, Unreadable
from app.files.yaml_errors import as_unreadable

MOST_NODES = 60_000
DEEPEST = 24

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BOOLEANS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False}
_BOOLEANS["FALSE"] = False
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")


def read_yaml(text: str, report: Report, first_line: int = 1) -> Node:
    """Build the nodes of a YAML text; `first_line` is the line of the file it starts on.

    Problems that leave the rest readable (a key that stands twice) go to the report; any other
    raises Unreadable.
    """
    try:
        return _Builder(report, first_line).build(text)
    except Unreadable as error:
        raise Unreadable(error.code, error.line + first_line - 1, **error.params) from error


def scalar_value(text: str) -> Scalar:
    """Return what a word without quotes means."""
    if text in _NULLS:
        return None
    if text in _BOOLEANS:
        return _BOOLEANS[text]
    return int(text) if _INTEGER.fullmatch(text) else text


class _Open:
    """A collection whose end has not been seen; `key` waits for its value."""

    __slots__ = ("key", "node")

    def __init__(self, node: Node) -> None:
        self.node = node
        self.key: Node | None = None


class _Builder:
    """Turns a stream of events into a tree, without recursion."""

    def __init__(self, report: Report, first_line: int) -> None:
        self._report = report
        self._offset = first_line
        self._open: list[_Open] = []
        self._root: Node | None = None
        self._count = 0

    def build(self, text: str) -> Node:
        for event in _events(text):
            self._take(event)
        if self._root is None or self._root.value is None:
            raise Unreadable("file_empty")
        return self._root

    def _take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._check(event)
            plain = event.implicit[0]
            self._place(event, scalar_value(event.value) if plain else event.value)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._check(event)
            opened = self._place(event, {} if isinstance(event, yaml.MappingStartEvent) else [])
            self._open.append(_Open(opened))
            if len(self._open) > DEEPEST:
                raise Unreadable("yaml_too_deep", _line(event))
        elif isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()
        elif isinstance(event, yaml.AliasEvent):
            raise Unreadable("yaml_alias", _line(event), name=event.anchor or "")
        elif isinstance(event, yaml.DocumentStartEvent) and self._root is not None:
            raise Unreadable("yaml_many_documents", _line(event))

    def _check(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        """Refuse what hand-written files do without, and what is too much."""
        if event.anchor is not None:
            raise Unreadable("yaml_anchor", _line(event), name=event.anchor)
        if event.tag is not None:
            raise Unreadable("yaml_tag", _line(event), tag=event.tag)
        self._count += 1
        if self._count > MOST_NODES:
            raise Unreadable("yaml_too_many", _line(event), limit=str(MOST_NODES))

    def _place(self, event: yaml.NodeEvent, value: "dict[str, Node] | list[Node] | Scalar") -> Node:
        """Put a value where it belongs: at the root, in a list, or as key or value of a mapping."""
        node = Node(_line(event) + self._offset - 1, value)
        if not self._open:
            self._root = node
            return node
        top = self._open[-1]
        if isinstance(top.node.value, list):
            top.node.value.append(node)
        elif top.key is None:
            top.key = _as_key(event, node)
        else:
            self._set(top, top.key, node)
        return node

    def _set(self, top: _Open, key: Node, node: Node) -> None:
        name, top.key = str(key.value), None
        node.line = key.line
        assert isinstance(top.node.value, dict)
        if name in top.node.value:
            self._report.add(
                key.line, "yaml_key_twice", key=name, first=str(top.node.value[name].line)
            )
        else:
            top.node.value[name] = node


def _as_key(event: yaml.NodeEvent, node: Node) -> Node:
    if not isinstance(event, yaml.ScalarEvent):
        raise Unreadable("yaml_key", _line(event))
    return Node(node.line, event.value)


def _events(text: str) -> Iterator[yaml.Event]:
    try:
        yield from yaml.parse(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        raise as_unreadable(error, text) from error
    except (yaml.YAMLError, ValueError) as error:
        raise Unreadable("yaml_syntax", text="") from error


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1
