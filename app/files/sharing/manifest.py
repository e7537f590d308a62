"""The slip that goes with shared texts: what is in it, and what each text came from.

Formats: 1, the structs below. It is read strictly, but for fields of formats to come.
"""

from datetime import date
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from app.model.errors import Refused

MANIFEST = "roedtraad.json"
"""Its name beside the files of the library."""

FORMAT = 1

Mark = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]
"""The SHA-256 of a text as the database stores it."""


class SharedText(Struct, frozen=True):
    """A text, by kind and id, with its fingerprint and those it came from, the newest first."""

    kind: str
    id: str
    line: Annotated[tuple[Mark, ...], Meta(min_length=1, max_length=100)]


class Manifest(Struct, frozen=True):
    """What is shared, under which name, and the day it was."""

    title: str
    made: date
    texts: tuple[SharedText, ...]
    format: int = FORMAT

    @property
    def lines(self) -> dict[tuple[str, str], tuple[str, ...]]:
        """What each text came from, by kind and id."""
        return {(text.kind, text.id): text.line for text in self.texts}


class _Format(Struct, frozen=True):
    format: int


def write_manifest(manifest: Manifest) -> str:
    """Write the slip as JSON that can be looked at."""
    return msgspec.json.format(msgspec.json.encode(manifest), indent=2).decode() + "\n"


def read_manifest(raw: bytes) -> Manifest:
    """Read the slip. `Refused`: share_newer, share_damaged."""
    try:
        if msgspec.json.decode(raw, type=_Format).format > FORMAT:
            raise Refused("share_newer")
        return msgspec.json.decode(raw, type=Manifest)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Refused("share_damaged") from error
