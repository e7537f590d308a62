"""The last check before anything is written: no text that may hold a CPR number is stored, and
none that could not be read back.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from uuid import UUID

import msgspec

from app.model.cpr import holds_cpr
from app.model.errors import Refused
from app.model.signs import holds_half

_NO_TEXTS = (datetime, date, time, timedelta, UUID)
"""Written out they may by chance look like a birth date and four digits."""


def refuse_cpr(value: object, code: str) -> None:
    """Raise `Refused` when a text anywhere in a value may hold a CPR number.

    Also, as text_unfit, when it holds half a letter: no file can keep that.
    """
    for text in _texts(msgspec.to_builtins(value, builtin_types=_NO_TEXTS)):
        if holds_half(text):
            raise Refused("text_unfit")
        if holds_cpr(text):
            raise Refused(code)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _texts(key)
            yield from _texts(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _texts(part)
