"""Short ways to write, send and approve texts, as two team leads do."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from app.model.library.procedure import Procedure
from app.model.library.stored_version import Kind, VersionInfo
from app.model.library.version_work import AnyPage, Draft
from app.services.authoring import keep_draft
from app.services.publishing import approve, send_to_review
from app.services.workplace import Workplace
from tests.services.make import procedure

WHICH: dict[str, Any] = {"kind": Kind.PROCEDURE, "slug": "underretning"}


@contextmanager
def acting_as(workplace: Workplace, name: str) -> Iterator[None]:
    """Let someone else work here for a while."""
    before, workplace.actor = workplace.actor, name
    try:
        yield
    finally:
        workplace.actor = before


def written(workplace: Workplace, title: str = "Ny titel", base: int | None = 1) -> Draft:
    """Keep a draft of the procedure under another title."""
    return keep_draft(workplace, document=procedure(title), base=base)


def sent(workplace: Workplace, title: str = "Ny titel", base: int | None = 1) -> int:
    """Send a draft of the procedure to review, and return its number."""
    number = written(workplace, title, base).info.number
    send_to_review(workplace, kind=Kind.PROCEDURE, slug="underretning", number=number)
    return number


def published(workplace: Workplace, title: str = "Ny titel", base: int | None = 1) -> VersionInfo:
    """Publish the procedure under another title, approved by someone else."""
    number = sent(workplace, title, base)
    with acting_as(workplace, "bo"):
        return approve(
            workplace, kind=Kind.PROCEDURE, slug="underretning", number=number, note="Ny praksis"
        )


def title_of(document: AnyPage) -> str:
    assert isinstance(document, Procedure)
    return document.title
