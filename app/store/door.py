"""The one door through which what is stored comes back: decoded, and of the kind it must be.

What does not fit is damage (`NotWhole`, told as `Trouble`), never a value that something further
on stumbles over, and never another text than the one that was written.
"""

import sqlite3
from collections.abc import Callable
from enum import Enum
from typing import TypeVar

import msgspec
from sqlalchemy import Dialect, TypeDecorator

T = TypeVar("T")
E = TypeVar("E", bound=Enum)


class NotWhole(Exception):  # noqa: N818 - it says what was found, and is told as `Trouble`
    """Something stored cannot be read back as it was written; `where` says what it is."""

    def __init__(self, where: str) -> None:
        super().__init__(where)
        self.where = where


UNREADABLE = (sqlite3.Error, NotWhole, UnicodeDecodeError)
"""What reading a damaged database ends in; the last where even SQLite's complaint is damaged."""


def made_of(kind: type[T], /, **values: object) -> T:
    """Make a struct of stored values, each of which must be of its field's type."""
    try:
        return msgspec.convert(values, kind)
    except msgspec.MsgspecError as error:
        raise NotWhole(kind.__name__) from error


def member_of(kind: type[E], value: object, where: str) -> E:
    """Return the member of an enumeration that a stored value names."""
    try:
        return kind(value)
    except ValueError as error:
        raise NotWhole(where) from error


class Guarded(TypeDecorator[T]):
    """A type of column whose stored form may turn out to be no value of it at all."""

    __abstract__ = True

    def result_processor(
        self, dialect: Dialect, coltype: object
    ) -> Callable[[object], T | None] | None:
        read = super().result_processor(dialect, coltype)
        if read is None:
            return None

        def guarded(value: object) -> T | None:
            try:
                return read(value)
            except (ValueError, TypeError) as error:
                raise NotWhole(type(self).__name__) from error

        return guarded
