"""What a print says about itself: version, state, law, how to check it."""

from datetime import UTC, date, datetime

import pytest
from msgspec.structs import replace

from app.model.library.stored_version import Kind, VersionInfo, VersionState
from app.printing.sheet import (
    PrintedSheet,
    VersionMark,
    check_line,
    checked_words,
    law_line,
    version_line,
    version_mark,
)
from app.printing.typeset import Run
from tests.printing.paper_make import CATALOGUE, CHECKED, TEMPLATE, VERSION


def said(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs).replace("\u00a0", " ")


def test_a_published_version_tells_its_dates() -> None:
    assert said(version_line(VERSION)) == ("Version 3 · Udgivet 12.10.2026 · gennemgås 12.10.2027")


def test_a_template_is_never_called_published() -> None:
    assert said(version_line(TEMPLATE)) == (
        "Version 1 · Skabelon, skal godkendes lokalt før brug · 22.11.2026"
    )


@pytest.mark.parametrize(
    ("state", "word"),
    [
        (VersionState.DRAFT, "Kladde"),
        (VersionState.IN_REVIEW, "Til godkendelse"),
        (VersionState.PUBLISHED, "Udgivet"),
        (VersionState.RETIRED, "Udgået"),
    ],
)
def test_every_state_has_its_word(state: VersionState, word: str) -> None:
    assert said(version_line(VersionMark(2, state))) == f"Version 2 · {word}"


def test_law_and_what_it_was_checked_against_stand_in_one_line() -> None:
    sheet = PrintedSheet("card", "k", "K", VERSION, ("bl:133", "bl:136.2"), CHECKED)
    assert said(law_line(sheet, CATALOGUE)) == (
        "Barnets lov § 133; § 136, stk. 2 · kontrolleret mod LBK nr. 282/2025 pr. 8.3.2026"
    )


def test_a_text_without_law_still_tells_what_it_was_checked_against() -> None:
    sheet = PrintedSheet("card", "k", "K", VERSION, (), CHECKED)
    assert said(law_line(sheet, CATALOGUE)).startswith("Kontrolleret mod LBK")


def test_an_unknown_act_is_not_named() -> None:
    unknown = type(CHECKED)("ukendt", date(2026, 1, 1))
    assert checked_words(unknown, CATALOGUE) == ""
    assert law_line(PrintedSheet("card", "k", "K", VERSION, (), unknown), CATALOGUE) == ()


def test_a_text_that_nobody_has_checked_says_so() -> None:
    sheet = PrintedSheet("card", "k", "K", VERSION, ("bl:133",))
    assert said(law_line(sheet, CATALOGUE)) == "Barnets lov § 133 · ikke kontrolleret mod loven"
    assert said(law_line(replace(sheet, law=()), CATALOGUE)) == "Ikke kontrolleret mod loven"


@pytest.mark.parametrize("kind", ["card", "tool", "procedure"])
def test_every_kind_tells_how_to_check_it(kind: str) -> None:
    assert "scan koden" in check_line(kind)
    assert PrintedSheet(kind, "navn", "Navn", VERSION).code == f"roedtraad:{kind}/navn@3"


def test_a_stored_version_says_when_it_was_approved_here() -> None:
    made, approved = datetime(2026, 9, 1, tzinfo=UTC), datetime(2026, 10, 12, 23, 30, tzinfo=UTC)
    info = VersionInfo(
        Kind.CARD, "k", 3, VersionState.PUBLISHED, True, "A", "", made, "B", approved
    )
    assert version_mark(info) == VersionMark(3, dated=date(2026, 10, 13))


def test_a_shipped_version_that_nobody_approved_is_a_template() -> None:
    made = datetime(2026, 9, 1, tzinfo=UTC)
    info = VersionInfo(Kind.CARD, "k", 1, VersionState.PUBLISHED, True, "A", "", made)
    assert version_mark(info).is_template
