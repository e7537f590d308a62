"""Signs that nobody sees are found, and taken out of what is typed."""

import pytest
from msgspec import structs

from app.model.checks.checker import check_procedure
from app.model.file_names import is_taken
from app.model.signs import holds_half, plain_number, unseen_in, without_unseen
from tests.services.make import library, procedure


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Barnet er hørt", "Barnet er hørt"),
        ("en\r\nto\u2028tre\x85fire", "en\nto\ntre\nfire"),
        ("\u202eomvendt\u202c", "omvendt"),
        ("nul\x00\x1b[31m", "nul[31m"),
        ("så\u200bdan", "sådan"),
        ("en\ttabulator", "en\ttabulator"),
        ("orddel\xading", "orddel\xading"),
    ],
)
def test_what_nobody_sees_is_taken_out_and_nothing_else(typed: str, kept: str) -> None:
    assert without_unseen(typed) == kept
    assert unseen_in(kept) == ""


def test_a_number_is_kept_as_it_is_read_aloud() -> None:
    assert plain_number(" 20\u200b26\xad-\u202e04417 \n x") == "2026-04417 x"


def test_an_unseen_sign_is_named_and_half_a_letter_known() -> None:
    assert unseen_in("a\u202eb") == "U+202E"
    assert holds_half("a\ud800")
    assert not holds_half("a😀")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"title": "\u202eBrev"}, "text_unseen"),
        ({"title": "Brev om 010180-1234"}, "text_cpr"),
        ({"id": "x" * 81}, "id_too_long"),
        ({"title": "x" * 501}, "text_too_long"),
        ({"purpose": "x" * 50_001}, "text_too_long"),
        ({"id": "con"}, "id_reserved"),
    ],
)
def test_the_checker_finds_what_must_not_be_in_a_document(
    change: dict[str, str], code: str
) -> None:
    document = structs.replace(procedure(), **change)
    assert code in {one.code for one in check_procedure(document, library())}


def test_a_text_deep_in_a_document_is_named_by_its_place() -> None:
    whole = procedure()
    step = structs.replace(whole.steps[1], guide="Ring til 010180-1234")
    document = structs.replace(whole, steps=(whole.steps[0], step, *whole.steps[2:]))
    (found,) = (one for one in check_procedure(document, library()) if one.code == "text_cpr")
    assert found.place.path == ("steps", step.id, "guide")


def test_the_names_that_windows_keeps_are_known() -> None:
    assert [name for name in ("con", "lpt1", "konto", "nul") if is_taken(name)] == [
        "con",
        "lpt1",
        "nul",
    ]
