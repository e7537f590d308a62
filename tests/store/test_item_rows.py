import pytest

from app.model.errors import Refused, Trouble
from app.model.library.catalogue import Catalogue, Role
from app.model.library.stored_version import Kind, VersionState
from app.store.item_rows import Stored
from app.store.stored_documents import fingerprint, read_document, write_document
from app.store.unit_of_work import Store
from tests.store.make import NOW, later, procedure, publish


def test_a_document_comes_back_as_it_was(store: Store) -> None:
    document = procedure(title="Børn & § 136 → æøå")
    publish(store, document)
    with store.reading() as work:
        (stored,) = work.items.published()
    assert isinstance(stored, Stored)
    assert stored.document == document
    assert stored.info.kind is Kind.PROCEDURE
    assert stored.info.created == NOW


def test_a_document_that_is_held_is_not_made_anew_when_it_is_read_again(store: Store) -> None:
    publish(store, procedure())
    with store.reading() as work:
        (held,), (again,) = work.items.published(), work.items.published()
    assert isinstance(held, Stored)
    assert isinstance(again, Stored)
    assert held.document is again.document


def test_publishing_a_version_retires_the_one_before(store: Store) -> None:
    first_key = publish(store, procedure(title="Gammel"))
    publish(store, procedure(title="Ny"))
    with store.reading() as work:
        states = [(v.number, v.state) for v in work.items.versions(Kind.PROCEDURE, "prove")]
        published = work.items.published_version(Kind.PROCEDURE, "prove")
        first = work.items.by_key(first_key)
    assert states == [(2, VersionState.PUBLISHED), (1, VersionState.RETIRED)]
    assert published
    assert first
    assert published.document == procedure(title="Ny")
    assert first.document == procedure(title="Gammel")


def test_a_draft_does_not_count(store: Store) -> None:
    publish(store, procedure(title="Gammel"))
    with store.writing() as work:
        work.items.add_version(
            Kind.PROCEDURE, "prove", procedure(title="Kladde"), shipped=False, author="a", now=NOW
        )
        work.commit()
    with store.reading() as work:
        (stored,) = work.items.published()
    assert isinstance(stored, Stored)
    assert stored.document == procedure(title="Gammel")


def test_the_same_slug_may_be_used_by_two_kinds(store: Store) -> None:
    roles = Catalogue(roles=(Role("barnet", "Barnet", "Høres først"),))
    publish(store, procedure("barnet"))
    with store.writing() as work:
        work.items.add_version(Kind.CATALOGUE, "barnet", roles, shipped=True, author="", now=NOW)
        work.items.publish(Kind.CATALOGUE, "barnet", 1, now=NOW)
        work.commit()
    with store.reading() as work:
        assert len(list(work.items.published())) == 2


def test_approval_makes_a_shipped_text_more_than_a_template(store: Store) -> None:
    with store.writing() as work:
        info = work.items.add_version(
            Kind.PROCEDURE, "prove", procedure(), shipped=True, author="", now=NOW
        )
        assert info.is_template
        work.items.approve(
            Kind.PROCEDURE, "prove", 1, by="leder", now=later(5), review_by=NOW.date()
        )
        (approved,) = work.items.versions(Kind.PROCEDURE, "prove")
    assert not approved.is_template
    assert (approved.approved_by, approved.approved_at) == ("leder", later(5))
    assert approved.review_by == NOW.date()


def test_every_change_of_a_version_changes_the_stamp(store: Store) -> None:
    stamps = []
    with store.writing() as work:
        stamps.append(work.items.stamp())
        work.items.add_version(
            Kind.PROCEDURE, "prove", procedure(), shipped=False, author="", now=NOW
        )
        stamps.append(work.items.stamp())
        work.items.publish(Kind.PROCEDURE, "prove", 1, now=later(1))
        stamps.append(work.items.stamp())
    assert len(set(stamps)) == 3


def test_no_document_with_a_cpr_number_is_stored(store: Store) -> None:
    with pytest.raises(Refused) as refused, store.writing() as work:
        work.items.add_version(
            Kind.PROCEDURE,
            "prove",
            procedure(title="Sag 010190-1234"),
            shipped=False,
            author="",
            now=NOW,
        )
    assert refused.value.code == "cpr_in_document"


def test_a_document_of_a_newer_program_is_told() -> None:
    text = write_document(procedure())
    with pytest.raises(Trouble) as trouble:
        read_document(Kind.PROCEDURE, 99, text, fingerprint(text))
    assert trouble.value.code == "newer_document"
