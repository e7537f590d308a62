"""Short ways to write, send and approve texts, as two team leads do."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from app.model.authoring import AnyPage, Draft
from app.model.procedure import Procedure
from app.model.version import Kind, VersionInfo
from app.services.authoring import keep_draft
from app.services.publishing import approve, send_to_review
from app.services.workplace import Workplace
from tests.services.make import procedure

WHICH: dict[str, Any] = {"kind": Kind.PROCEDURE, "slug": "underretning"}


@contextmanager
def acting_as(place: Workplace, name: str) -> Iterator[None]:
    """Let someone else work here for a while."""
    before, place.actor = place.actor, name
    try:
        yield
    finally:
        place.actor = before


def written(place: Workplace, title: str = "Ny titel", base: int | None = 1) -> Draft:
    """Keep a draft of the procedure under another title."""
    return keep_draft(place, document=procedure(title), base=base)


def sent(place: Workplace, title: str = "Ny titel", base: int | None = 1) -> int:
    """Send a draft of the procedure to review, and return its number."""
    number = written(place, title, base).info.number
    send_to_review(place, kind=Kind.PROCEDURE, slug="underretning", number=number)
    return number


def published(place: Workplace, title: str = "Ny titel", base: int | None = 1) -> VersionInfo:
    """Publish the procedure under another title, approved by someone else."""
    number = sent(place, title, base)
    with acting_as(place, "bo"):
        return approve(
            place, kind=Kind.PROCEDURE, slug="underretning", number=number, note="Ny praksis"
        )


def title_of(document: AnyPage) -> str:
    assert isinstance(document, Procedure)
    return document.title
