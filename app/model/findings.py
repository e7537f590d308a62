"""What the checker finds: codes with places, never sentences."""

from enum import StrEnum

from msgspec import Struct


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"


class FindingPlace(Struct, frozen=True):
    """Where in the library something stands.

    `kind` is procedure, card, tool, theme, role, event, act, provision, synonym, age, stage
    or rung;
    `path` leads into the document: ("steps", "vurder-akut", "next", 0, "to"). Lists of things
    with ids are walked by id, other lists by index.
    """

    kind: str
    id: str
    path: tuple[str | int, ...] = ()


class Finding(Struct, frozen=True):
    """One thing found. `params` fill the sentence that belongs to the code."""

    code: str
    severity: Severity
    place: FindingPlace
    params: dict[str, str] = {}
