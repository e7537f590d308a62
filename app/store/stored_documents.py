"""Documents as they are stored: JSON of a numbered format.

Formats: 1, the structs of `app.model` as they stood when the first library was stored. When a
change of a struct makes stored documents unreadable, the number goes up and a pure function from
the format before joins `_STEPS`.
"""

import hashlib
from collections.abc import Callable
from contextlib import suppress
from typing import Any
from weakref import WeakValueDictionary

import msgspec

from app.model.errors import Trouble
from app.model.library.card import ActionCard
from app.model.library.catalogue import Catalogue
from app.model.library.procedure import Procedure
from app.model.library.stored_version import Kind
from app.model.library.tool import Tool
from app.store.door import NotWhole

FORMAT = 1

AnyDocument = Procedure | ActionCard | Tool | Catalogue

_STEPS: dict[int, Callable[[Kind, Any], Any]] = {}
"""From the format of that number to the next, on plain dicts and lists."""

_DECODERS: dict[Kind, msgspec.json.Decoder[AnyDocument]] = {
    Kind.PROCEDURE: msgspec.json.Decoder(Procedure),
    Kind.CARD: msgspec.json.Decoder(ActionCard),
    Kind.TOOL: msgspec.json.Decoder(Tool),
    Kind.CATALOGUE: msgspec.json.Decoder(Catalogue),
}
_TYPES: dict[Kind, type[AnyDocument]] = {
    Kind.PROCEDURE: Procedure,
    Kind.CARD: ActionCard,
    Kind.TOOL: Tool,
    Kind.CATALOGUE: Catalogue,
}

_HELD: WeakValueDictionary[tuple[Kind, int, bytes], AnyDocument] = WeakValueDictionary()
"""Documents that somebody holds, by the text they were read from: none is made of it twice."""


def write_document(document: AnyDocument) -> str:
    """Return a document as JSON; equal documents give equal text."""
    return msgspec.json.encode(document).decode()


def read_document(kind: Kind, stored_format: int, text: str, sha256: bytes) -> AnyDocument:
    """Return a stored document, brought up to today's format.

    `NotWhole` when it is not the text that was written; `Trouble`: newer_document.
    """
    is_whole = isinstance(stored_format, int) and isinstance(text, str)
    if not is_whole or fingerprint(text) != sha256:
        raise NotWhole("document")
    held = _HELD.get((kind, stored_format, sha256))
    if held is not None:
        return held
    try:
        document = _decoded(kind, stored_format, text)
    except (msgspec.MsgspecError, KeyError) as error:
        # The very text that was written, and yet unreadable: another program wrote it.
        raise _newer(stored_format) from error
    _HELD[kind, stored_format, sha256] = document
    return document


def title_in(text: str) -> str:
    """Return the title of a document that a newer program has written; empty where it has none."""
    with suppress(msgspec.MsgspecError):
        found = msgspec.json.decode(text)
        if isinstance(found, dict) and isinstance(found.get("title"), str):
            return str(found["title"])
    return ""


def _decoded(kind: Kind, stored_format: int, text: str) -> AnyDocument:
    if stored_format == FORMAT:
        return _DECODERS[kind].decode(text)
    if stored_format > FORMAT:
        raise _newer(stored_format)
    value = msgspec.json.decode(text)
    for number in range(stored_format, FORMAT):
        value = _STEPS[number](kind, value)
    return msgspec.convert(value, _TYPES[kind])


def _newer(found: int) -> Trouble:
    return Trouble("newer_document", found=str(found), known=str(FORMAT))


def fingerprint(text: str) -> bytes:
    """The SHA-256 of a stored text."""
    return hashlib.sha256(text.encode()).digest()
