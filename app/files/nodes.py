"""Plain data that remembers which line of its file each part stands on."""

from collections.abc import Iterable

from msgspec import Struct

Scalar = str | int | bool | None

IDENTITIES = ("id", "ref", "word")
"""The keys that name a thing in a list of things."""


class Node(Struct):
    """One value of a file and the line it begins on; for a value with a key, the key's line."""

    line: int
    value: "dict[str, Node] | list[Node] | Scalar"

    @property
    def plain(self) -> object:
        """The value without its lines."""
        value = self.value
        if isinstance(value, dict):
            return {key: node.plain for key, node in value.items()}
        if isinstance(value, list):
            return [node.plain for node in value]
        return value


def scalar_in(node: Node, key: str) -> Scalar:
    """Return the scalar under a key of a mapping; None where there is none."""
    found = node.value.get(key) if isinstance(node.value, dict) else None
    return None if found is None or isinstance(found.value, dict | list) else found.value


def identity_of(node: Node) -> str | None:
    """Return what names a thing in a list of things, where it has a name."""
    for key in IDENTITIES:
        name = scalar_in(node, key)
        if isinstance(name, str):
            return name
    return None


def line_at(node: Node, path: Iterable[str | int]) -> int:
    """Return the line of the part a path leads to, or of its nearest parent that is there.

    Lists of things with ids are walked by id or by index, other lists by index.
    """
    for part in path:
        below = _child(node, part)
        if below is None:
            break
        node = below
    return node.line


def _child(node: Node, part: str | int) -> Node | None:
    if isinstance(node.value, dict):
        return node.value.get(str(part))
    if not isinstance(node.value, list):
        return None
    if isinstance(part, int):
        return node.value[part] if 0 <= part < len(node.value) else None
    return next((child for child in node.value if identity_of(child) == part), None)
