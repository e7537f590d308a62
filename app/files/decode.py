"""Nodes -> structs of the model; what does not fit becomes problems, each on its line.

A document that is right is converted in one go. Only where that fails the tree is walked along
the types, so that one reading tells all that is wrong, field by field.
"""

import difflib
import re
from datetime import date
from functools import cache
from typing import TypeVar

import msgspec
from msgspec import inspect

from app.files.nodes import Node
from app.files.problems import Report, shown
from app.model.ids import (
    EVENT_PATTERN,
    LAW_PATTERN,
    SLUG_PATTERN,
    TARGET_PATTERN,
    WITHIN_PATTERN,
)
from app.model.library.procedure import Document

T = TypeVar("T", bound=Document)

WIDEST_WORD = 60

_PATTERNS = {
    SLUG_PATTERN: "field_slug",
    LAW_PATTERN: "field_law",
    EVENT_PATTERN: "field_event",
    WITHIN_PATTERN: "field_within",
    TARGET_PATTERN: "field_target",
}


def convert(node: Node, kind: type[T]) -> T | None:
    """Convert a tree to a struct; None where it does not fit."""
    try:
        return msgspec.convert(node.plain, kind)
    except msgspec.ValidationError:
        return None


def decode(node: Node, kind: type[T], report: Report) -> T | None:
    """Convert a tree to a struct; where it does not fit, report why and return None."""
    found = convert(node, kind)
    if found is None:
        before = report.errors
        _Walk(report).value(node, _type_of(kind), "")
        if report.errors == before:  # a rule of the types that the walk does not know
            report.add(node.line, "field_invalid", field="", found=_found(node))
    return found


def nearest(word: str, known: list[str]) -> str:
    """Return the known word that was probably meant, or nothing."""
    return next(iter(difflib.get_close_matches(word[:WIDEST_WORD].lower(), known, 1, 0.6)), "")


@cache
def _type_of(kind: type[Document]) -> inspect.Type:
    return inspect.type_info(kind)


class _Walk:
    """Compares a tree with the types it should have."""

    def __init__(self, report: Report) -> None:
        self._report = report

    def value(self, node: Node, kind: inspect.Type, field: str) -> None:
        """Report what is wrong with one value; `field` is the key it stands under."""
        if self._report.is_full:
            return
        if isinstance(kind, inspect.UnionType):
            if node.value is None:
                return
            kind = next(t for t in kind.types if not isinstance(t, inspect.NoneType))
        if node.value is None:
            self._report.add(node.line, "field_empty", field=field)
        elif isinstance(kind, inspect.StructType):
            self._struct(node, kind, field)
        elif isinstance(kind, inspect.VarTupleType):
            self._list(node, kind, field)
        else:
            self._leaf(node, kind, field)

    def _struct(self, node: Node, kind: inspect.StructType, field: str) -> None:
        if not isinstance(node.value, dict):
            self._not_mapping(node, field)
            return
        known = {part.encode_name: part for part in kind.fields}
        missing = [name for name in known if name not in node.value]
        for name, child in node.value.items():
            if name in known:
                self.value(child, known[name].type, name)
            elif not self._report.is_full:
                self._unknown(child.line, name, missing)
        for name in missing:
            if known[name].required:
                self._report.add(node.line, "field_missing", field=name)

    def _not_mapping(self, node: Node, field: str) -> None:
        if field:
            self._report.add(node.line, "field_not_mapping", field=field, found=_found(node))
        else:
            self._report.add(node.line, "file_no_fields")

    def _unknown(self, line: int, name: str, missing: list[str]) -> None:
        """Report a strange name; the field it was probably meant for then no longer misses."""
        near = nearest(name, missing)
        if near:
            missing.remove(near)
            self._report.add(line, "field_unknown_near", field=name, near=near)
        else:
            self._report.add(line, "field_unknown", field=name)

    def _list(self, node: Node, kind: inspect.VarTupleType, field: str) -> None:
        if not isinstance(node.value, list):
            self._report.add(node.line, "field_not_list", field=field, found=_found(node))
        elif len(node.value) < (kind.min_length or 0):
            self._report.add(node.line, "field_empty", field=field)
        else:
            for child in node.value:
                self.value(child, kind.item_type, field)

    def _leaf(self, node: Node, kind: inspect.Type, field: str) -> None:
        code = _wrong_leaf(kind, node.value)
        if code is None:
            return
        params = {"field": field, "found": _found(node)}
        if isinstance(kind, inspect.EnumType):
            params["choices"] = ", ".join(str(member.value) for member in kind.cls)
        self._report.add(node.line, code, **params)


def _wrong_leaf(kind: inspect.Type, value: object) -> str | None:
    """Return the code of what is wrong with a single value; None when it is as it should be."""
    match kind:
        case inspect.StrType():
            return _wrong_text(kind.pattern, value)
        case inspect.EnumType():
            right, code = value in [member.value for member in kind.cls], "field_choice"
        case inspect.BoolType():
            right, code = isinstance(value, bool), "field_not_truth"
        case inspect.IntType():
            right, code = type(value) is int, "field_not_number"
        case inspect.DateType():
            right, code = _is_date(value), "field_not_date"
        case _:
            return None
    return None if right else code


def _wrong_text(pattern: str | None, value: object) -> str | None:
    if not isinstance(value, str):
        return "field_not_text"
    if pattern is None or re.search(pattern, value):
        return None
    return _PATTERNS.get(pattern, "field_invalid")


def _is_date(value: object) -> bool:
    try:
        msgspec.convert(value, date)
    except msgspec.ValidationError:
        return False
    return True


def _found(node: Node) -> str:
    """Say what stands there, short enough for a message."""
    if isinstance(node.value, dict):
        return "{…}"
    if isinstance(node.value, list):
        return "[…]"
    if isinstance(node.value, bool):
        return str(node.value).lower()
    return shown(str(node.value))
