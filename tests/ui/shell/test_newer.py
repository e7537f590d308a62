"""What is said of texts that a newer program has written, and that cannot be read here."""

from datetime import UTC, datetime

from app.model.library.catalogue import Catalogue, Library
from app.model.library.stored_version import Kind, VersionInfo, VersionState
from app.services.library import Shelf
from app.store.item_rows import NewerStored
from app.ui.shell.newer import newer_words


def newer(
    title: str, kind: Kind = Kind.CARD, state: VersionState = VersionState.PUBLISHED
) -> NewerStored:
    made = datetime(2026, 11, 26, tzinfo=UTC)
    info = VersionInfo(kind, title, 2, state, shipped=False, author="", note="", created=made)
    return NewerStored(info, title)


def said(*texts: NewerStored) -> str:
    return " ".join(newer_words(Shelf(Library(Catalogue()), {}, texts)))


def test_nothing_is_said_where_all_can_be_read() -> None:
    assert said() == " "


def test_texts_are_named_and_it_is_said_what_cannot_be_done() -> None:
    words = said(newer("Opkald"), newer("Underretning", Kind.PROCEDURE))
    assert "»Opkald« og »Underretning« kan ikke vises her" in words
    assert "Et forløb, der følger den version, kan ikke åbnes" in words
    assert "Alt andet kan bruges, og intet er ændret" in words
    assert "forløb" not in said(newer("Opkald"))


def test_of_many_only_some_are_named() -> None:
    assert "»a«, »b«, »c« og 2 andre kan ikke" in said(*map(newer, "abcde"))


def test_drafts_are_counted_and_registers_are_as_they_were() -> None:
    words = said(
        newer("a", state=VersionState.DRAFT),
        newer("b", state=VersionState.IN_REVIEW),
        newer("roles", Kind.CATALOGUE),
    )
    assert "2 kladder kan ikke vises her" in words
    assert "Bibliotekets lister vises, som de var før" in words
