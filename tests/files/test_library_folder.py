"""A folder is read as far as it goes: what is broken, strange or elsewhere is told and left."""

import os
from pathlib import Path

import pytest

from app.files import library_folder_of, read_file, read_library
from app.files.disk import LARGEST
from app.model.findings import FindingPlace, Severity
from tests.files.helpers import (
    CARD,
    FILES,
    PROCEDURE,
    SAMPLE,
    TOOL,
    all_said,
    change,
    copy_of_sample,
    errors_in,
)

ID = "underretning"


def test_the_sample_is_read_without_a_word() -> None:
    reading = read_library(SAMPLE)
    assert reading.problems == ()
    assert [step.id for step in reading.library.procedures[0].steps] == [
        *("vurder-akut", "samtale", "slut"),
    ]
    assert len(reading.library.cards) == len(reading.library.tools) == 1
    assert [provision.ref for provision in reading.library.catalogue.provisions] == [
        *("bl:12", "bl:12.2"),
    ]


@pytest.mark.parametrize("name", FILES)
def test_a_broken_file_leaves_the_others(tmp_path: Path, name: str) -> None:
    folder = copy_of_sample(tmp_path)
    (folder / name).write_bytes(b"\xff\xfe\x00")
    reading = read_library(folder)
    assert all_said(reading) == [f"{name}:1 file_not_utf8"]
    whole = read_library(SAMPLE).library
    catalogue, left = reading.library.catalogue, reading.library
    kept = (left.procedures, left.cards, left.tools, catalogue.themes, catalogue.roles)
    full = whole.catalogue
    before = (whole.procedures, whole.cards, whole.tools, full.themes, full.roles)
    assert sum(a == b for a, b in zip(kept, before, strict=True)) >= 4


def test_a_file_that_is_not_utf8_is_told_with_its_line(tmp_path: Path) -> None:
    folder = copy_of_sample(tmp_path)
    raw = (folder / CARD).read_bytes()
    (folder / CARD).write_bytes(raw.replace("Før du".encode(), "Før du".encode("latin-1")))
    assert errors_in(folder) == [f"{CARD}:12 file_not_utf8"]


def test_windows_line_ends_and_a_byte_order_mark_are_welcome(tmp_path: Path) -> None:
    folder = copy_of_sample(tmp_path)
    for name in FILES:
        text = (folder / name).read_text(encoding="utf-8")
        (folder / name).write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))
    assert read_library(folder).problems == ()
    assert read_library(folder).library == read_library(SAMPLE).library


@pytest.mark.parametrize("name", FILES)
def test_a_folder_in_place_of_a_file(tmp_path: Path, name: str) -> None:
    folder = copy_of_sample(tmp_path)
    (folder / name).unlink()
    (folder / name).mkdir()
    assert errors_in(folder) == [f"{name}:1 file_is_folder"]


@pytest.mark.parametrize("name", FILES)
def test_a_file_larger_than_any_text(tmp_path: Path, name: str) -> None:
    folder = copy_of_sample(tmp_path)
    with (folder / name).open("ab") as file:
        file.truncate(100_000_000)
    assert errors_in(folder) == [f"{name}:1 file_too_large limit={LARGEST // 1_000_000}"]


@pytest.mark.parametrize("name", FILES)
def test_a_link_that_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    folder = copy_of_sample(tmp_path)
    (folder / name).rename(tmp_path / "outside")
    (folder / name).symlink_to(tmp_path / "outside")
    assert errors_in(folder) == [f"{name}:1 file_outside"]


def test_a_folder_that_is_a_link_out_is_not_entered(tmp_path: Path) -> None:
    folder = copy_of_sample(tmp_path)
    (folder / "underretninger").rename(tmp_path / "outside")
    (folder / "underretninger").symlink_to(tmp_path / "outside")
    assert errors_in(folder) == ["underretninger:1 file_outside"]


def test_a_link_within_the_folder_is_followed(tmp_path: Path) -> None:
    folder = copy_of_sample(tmp_path)
    (folder / "roles.yaml").rename(folder / "roller.txt")
    (folder / "roles.yaml").symlink_to(folder / "roller.txt")
    assert read_library(folder).problems == ()


@pytest.mark.parametrize("target", ["nowhere", "themes.yaml"])
def test_a_link_to_nowhere_or_to_itself(tmp_path: Path, target: str) -> None:
    folder = copy_of_sample(tmp_path)
    (folder / "themes.yaml").unlink()
    (folder / "themes.yaml").symlink_to(folder / target)
    assert errors_in(folder)[0].startswith("themes.yaml:1 file_")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are a thing of Unix")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    folder = copy_of_sample(tmp_path)
    (folder / CARD).unlink()
    os.mkfifo(folder / CARD)
    assert errors_in(folder) == [f"{CARD}:1 file_not_plain"]


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def deny(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", deny)
    monkeypatch.setattr(Path, "iterdir", deny)
    assert errors_in(SAMPLE) == [
        ".:1 file_denied reason=Permission denied",
        *(f"{name}:1 file_denied reason=Permission denied" for name in sorted(FILES[:7])),
    ]


def test_an_empty_file_and_a_missing_one(tmp_path: Path) -> None:
    folder = copy_of_sample(tmp_path)
    (folder / "themes.yaml").unlink()
    (folder / TOOL).write_text("", encoding="utf-8")
    assert errors_in(folder) == ["themes.yaml:1 file_missing", f"{TOOL}:1 file_empty"]


def test_a_folder_that_is_not_there_or_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "fil").touch()
    for name, code in (("ingen", "folder_missing"), ("fil", "folder_is_file")):
        assert errors_in(tmp_path / name) == [f"{tmp_path / name}:1 {code}"]


def test_front_matter_that_is_missing_or_never_ends(tmp_path: Path) -> None:
    folder = copy_of_sample(tmp_path)
    (folder / CARD).write_text("id: akut\n---\n", encoding="utf-8")
    text = (folder / TOOL).read_text(encoding="utf-8").removeprefix("---")
    (folder / TOOL).write_text("---" + text.replace("\n---\n", "\n"), encoding="utf-8")
    assert errors_in(folder) == [f"{CARD}:1 front_missing", f"{TOOL}:1 front_open"]


def test_an_error_in_the_front_matter_has_its_line_in_the_file(tmp_path: Path) -> None:
    folder = copy_of_sample(tmp_path)
    change(folder, CARD, "title: Akut fare", "title: Akut: fare")
    assert errors_in(folder) == [f"{CARD}:3 yaml_colon text=title: Akut: fare"]


def test_an_id_can_only_be_taken_once(tmp_path: Path) -> None:
    folder = copy_of_sample(tmp_path)
    text = (folder / PROCEDURE).read_text(encoding="utf-8")
    (folder / "underretninger" / "zebra.yaml").write_text(text, encoding="utf-8")
    reading = read_library(folder)
    place = "underretninger/zebra.yaml:1"
    assert all_said(reading) == [f"{place} id_taken first={PROCEDURE} id=underretning"]
    assert len(reading.library.procedures) == 1


def test_strangers_and_misplaced_files_are_warned_about(tmp_path: Path) -> None:
    folder = copy_of_sample(tmp_path)
    theme = folder / "underretninger"
    (folder / "theme.yaml").write_text("themes: []", encoding="utf-8")
    (theme / "underretning.yml").write_text("id: a", encoding="utf-8")
    (theme / "cards" / "akut.txt").write_text("", encoding="utf-8")
    for name in (".DS_Store", "README.md", "cards/.skjult.md"):
        (theme / name).write_text("", encoding="utf-8")
    (folder / TOOL).rename(theme / "tools" / "andet.md")
    (folder / "nyt").mkdir()
    (folder / PROCEDURE).rename(folder / "nyt" / "underretning.yaml")
    reading = read_library(folder)
    assert {problem.severity for problem in reading.problems} == {Severity.WARNING}
    assert all_said(reading) == [
        "nyt/underretning.yaml:3 file_theme_differs folder=nyt theme=underretninger",
        "theme.yaml:1 file_stranger",
        "underretninger/cards/akut.txt:1 file_stranger",
        "underretninger/tools/andet.md:2 file_name_differs id=guide name=guide.md",
        "underretninger/underretning.yml:1 file_stranger",
    ]
    assert len(reading.library.tools) == len(reading.library.procedures) == 1


def test_what_is_broken_is_remembered_by_name_and_id(tmp_path: Path) -> None:
    folder = copy_of_sample(tmp_path)
    change(folder, PROCEDURE, "kind: end", "kind: slut")
    (folder / CARD).write_bytes(b"\xff")
    reading = read_library(folder)
    assert reading.has_errors
    assert reading.broken == {("procedure", "underretning"), ("card", "akut")}


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (FindingPlace("procedure", ID), (PROCEDURE, 1)),
        (FindingPlace("procedure", ID, ("roles", 1)), (PROCEDURE, 11)),
        (FindingPlace("procedure", ID, ("steps", "vurder-akut")), (PROCEDURE, 15)),
        (
            FindingPlace("procedure", ID, ("steps", "vurder-akut", "next", 1, "to")),
            (PROCEDURE, 29),
        ),
        (FindingPlace("procedure", ID, ("steps", 1, "gate", "needs", 0)), (PROCEDURE, 39)),
        (
            FindingPlace("procedure", ID, ("steps", "vurder-akut", "checklist", 1)),
            (PROCEDURE, 25),
        ),
        (FindingPlace("procedure", ID, ("steps", "slut", "next")), (PROCEDURE, 44)),
        (FindingPlace("procedure", ID, ("steps", "findes-ikke", "role")), (PROCEDURE, 14)),
        (FindingPlace("card", "akut", ("sections", 1, "items", 0, "text")), (CARD, 18)),
        (FindingPlace("card", "akut", ("note",)), (CARD, 20)),
        (FindingPlace("tool", "guide", ("fields", "svar", "lines")), (TOOL, 14)),
        (FindingPlace("tool", "guide", ("body",)), (TOOL, 17)),
        (FindingPlace("role", "raadgiver", ("title",)), ("roles.yaml", 7)),
        (FindingPlace("provision", "bl:12.2"), ("law.yaml", 11)),
        (FindingPlace("act", "bl", ("eli",)), ("law.yaml", 7)),
        (FindingPlace("procedure", "findes-ikke"), None),
    ],
)
def test_finds_the_line_of_a_place(place: FindingPlace, expected: tuple[str, int] | None) -> None:
    assert read_library(SAMPLE).place_line(place) == expected


@pytest.mark.parametrize("name", FILES)
def test_one_file_can_be_read_by_itself(name: str) -> None:
    reading = read_file(SAMPLE / name)
    assert reading.problems == ()
    assert {source.path for source in reading.sources.values()} == {name}


def test_a_file_outside_any_library_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "prøve.yaml").write_text("id: a\n", encoding="utf-8")
    (tmp_path / "prøve.txt").write_text("id: a\n", encoding="utf-8")
    first = all_said(read_file(tmp_path / "prøve.yaml"))[0]
    assert first == "prøve.yaml:1 field_missing field=title"
    assert all_said(read_file(tmp_path / "prøve.txt")) == ["prøve.txt:1 file_stranger"]
    assert all_said(read_file(tmp_path / "ingen.yaml")) == ["ingen.yaml:1 file_missing"]
    assert all_said(read_file(tmp_path))[0].endswith(":1 file_is_folder")


def test_finds_the_library_around_a_file() -> None:
    assert library_folder_of(SAMPLE / CARD) == SAMPLE
    assert library_folder_of(SAMPLE) == SAMPLE
    assert library_folder_of(SAMPLE.parent) is None
