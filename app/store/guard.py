"""The last check before anything is written: no text that may hold a CPR number is stored."""

from collections.abc import Iterator

import msgspec

from app.model.cpr import holds_cpr
from app.model.errors import Refused


def refuse_cpr(value: object, code: str) -> None:
    """Raise `Refused` when a text anywhere in a value may hold a CPR number."""
    if any(holds_cpr(text) for text in _texts(msgspec.to_builtins(value))):
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
