"""A bundle is always the same bytes, is read back whole, and is opened with every care."""

import stat
import zipfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.files import read_library
from app.files.sharing import (
    Manifest,
    SharedText,
    place_in,
    read_delivery,
    shared_files,
    write_bundle,
    write_folder,
)
from app.files.sharing import bundle as bundle_module
from app.files.sharing.manifest import MANIFEST
from app.model.errors import Refused
from app.model.library.catalogue import Library
from tests.files import strategies as drawn
from tests.files.helpers import SAMPLE, copy_of_sample

LIBRARY = read_library(SAMPLE).library
SLIP = Manifest("Alt", date(2026, 11, 25), (SharedText("procedure", "underretning", ("a" * 64,)),))
FILES = shared_files(LIBRARY, SLIP)

some = settings(max_examples=15)


def code_of(act: Callable[[], object]) -> str:
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.code


def zipped(path: Path, files: dict[str, bytes], **changes: int) -> Path:
    """Pack files as anyone could; `changes` are attributes of every entry."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name)
            entry.filename = name  # ZipInfo would tidy it
            entry.compress_type = zipfile.ZIP_DEFLATED
            for attribute, value in changes.items():
                setattr(entry, attribute, value)
            made.writestr(entry, content)
    return path


def slip() -> dict[str, bytes]:
    return {MANIFEST: FILES[MANIFEST].encode()}


@some
@given(drawn.libraries().filter(lambda one: bool(one.procedures or one.cards or one.tools)))
def test_a_library_survives_its_bundle(
    tmp_path_factory: pytest.TempPathFactory, library: Library
) -> None:
    path = tmp_path_factory.mktemp("bundle") / "alt.roedtraad"
    path.write_bytes(write_bundle(shared_files(library, SLIP)))
    delivery = read_delivery(path)
    assert delivery.problems == ()
    assert delivery.library == library
    assert delivery.manifest == SLIP


def test_a_library_survives_its_folder_with_its_slip(tmp_path: Path) -> None:
    write_folder(FILES, tmp_path / "delt")
    delivery = read_delivery(tmp_path / "delt")
    assert (delivery.library, delivery.manifest, delivery.problems) == (LIBRARY, SLIP, ())


def test_the_same_texts_are_the_same_bytes() -> None:
    turned = dict(reversed(FILES.items()))
    assert write_bundle(FILES) == write_bundle(turned)


def test_a_single_file_comes_by_itself(tmp_path: Path) -> None:
    folder = copy_of_sample(tmp_path)
    delivery = read_delivery(folder / "underretninger" / "underretning.yaml")
    assert delivery.library.procedures == LIBRARY.procedures
    assert delivery.library.catalogue.roles == ()
    assert (delivery.manifest, delivery.problems) == (None, ())


def test_a_folder_without_a_slip_comes_in_too() -> None:
    delivery = read_delivery(SAMPLE)
    assert (delivery.library, delivery.manifest) == (LIBRARY, None)


def test_what_is_wrong_in_a_file_is_told_by_file_and_line(tmp_path: Path) -> None:
    files = {**FILES, "underretninger/underretning.yaml": "id: [\n"}
    path = tmp_path / "x.roedtraad"
    path.write_bytes(write_bundle(files))
    (problem,) = read_delivery(path).problems
    assert (problem.path, problem.code) == ("underretninger/underretning.yaml", "yaml_bracket")


def test_what_is_empty_and_may_be_missing_is_not_written() -> None:
    library = Library(procedures=LIBRARY.procedures)
    assert not {"synonyms.yaml", "wayfinder.yaml", "ladder.yaml"} & set(shared_files(library, SLIP))


# What may come from anywhere


@pytest.mark.parametrize(
    "name",
    [
        "../ude.yaml",
        "tema/../../ude.yaml",
        "/etc/passwd",
        "C:/ude.yaml",
        "tema\\ude.yaml",
        "tema/con:strøm.yaml",
        "..",
        "a" * 400 + ".yaml",
        "tema/usyn\u202elig.yaml",
    ],
)
def test_a_name_that_leads_out_is_refused(tmp_path: Path, name: str) -> None:
    path = zipped(tmp_path / "x.roedtraad", {**slip(), name: b"x"})
    assert code_of(lambda: read_delivery(path)) == "share_unsafe"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["x.roedtraad"]


def test_links_and_names_that_are_one_on_some_disks_are_refused(tmp_path: Path) -> None:
    link = zipped(
        tmp_path / "x.roedtraad",
        slip(),
        create_system=3,
        external_attr=(stat.S_IFLNK | 0o777) << 16,
    )
    assert code_of(lambda: read_delivery(link)) == "share_unsafe"
    twins = zipped(tmp_path / "y.roedtraad", {**slip(), "a/b.yaml": b"x", "a/B.yaml": b"x"})
    assert code_of(lambda: read_delivery(twins)) == "share_unsafe"


def test_other_files_in_a_bundle_are_never_unpacked(tmp_path: Path) -> None:
    files = {name: text.encode() for name, text in FILES.items()}
    path = zipped(tmp_path / "x.roedtraad", {**files, "kør.exe": b"MZ", "a/b/c/d.yaml": b"x"})
    assert read_delivery(path).library == LIBRARY


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "share_foreign"),
        (b"%PDF-1.7", "share_foreign"),
        (b"PK\x03\x04 og ikke mere", "share_damaged"),
        (write_bundle(FILES)[:-40], "share_damaged"),
        (write_bundle({"a.yaml": "x"}), "share_foreign"),
        (write_bundle({MANIFEST: "{}"}), "share_damaged"),
        (write_bundle({MANIFEST: '{"format": 2}'}), "share_newer"),
        (write_bundle({MANIFEST: '{"format": 1, "title": 7}'}), "share_damaged"),
        (write_bundle({MANIFEST: "\ud83d".encode("utf-8", "replace").decode()}), "share_damaged"),
    ],
)
def test_what_is_no_bundle_is_refused(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "x.roedtraad"
    path.write_bytes(content)
    assert code_of(lambda: read_delivery(path)) == code


def test_a_bundle_that_was_damaged_inside_is_refused(tmp_path: Path) -> None:
    raw = bytearray(write_bundle(FILES))
    raw[200] ^= 0xFF
    path = tmp_path / "x.roedtraad"
    path.write_bytes(raw)
    assert code_of(lambda: read_delivery(path)) == "share_damaged"


@settings(some, max_examples=60)
@given(st.data())
def test_a_bundle_with_any_byte_changed_never_breaks_the_program(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    raw = bytearray(write_bundle(FILES))
    for _ in range(data.draw(st.integers(1, 4))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.mktemp("bundle") / "x.roedtraad"
    path.write_bytes(raw)
    with suppress(Refused):  # any other exception is the program's own
        read_delivery(path)


def test_what_is_too_much_is_refused_before_it_is_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bomb = zipped(tmp_path / "x.roedtraad", {**slip(), "a.yaml": bytes(3_000_000)})
    assert bomb.stat().st_size < 10_000
    assert code_of(lambda: read_delivery(bomb)) == "share_too_large"
    monkeypatch.setattr(bundle_module, "LARGEST_BUNDLE", 100)
    assert code_of(lambda: read_delivery(bomb)) == "share_too_large"


def test_what_is_not_there_or_empty_is_refused(tmp_path: Path) -> None:
    assert code_of(lambda: read_delivery(tmp_path / "x.roedtraad")) == "share_missing"
    path = tmp_path / "y.roedtraad"
    path.write_bytes(write_bundle(shared_files(Library(), SLIP)))
    assert code_of(lambda: read_delivery(path)) == "share_empty"


# Writing


def test_files_are_not_strewn_among_others(tmp_path: Path) -> None:
    (tmp_path / "brev.docx").write_text("x", "utf-8")
    assert code_of(lambda: write_folder(FILES, tmp_path)) == "share_folder_taken"
    assert [one.name for one in tmp_path.iterdir()] == ["brev.docx"]


def test_files_may_take_the_place_of_those_shared_before(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    write_folder(FILES, tmp_path)
    write_folder(FILES, tmp_path)
    assert read_delivery(tmp_path).library == LIBRARY


def test_what_is_shared_gets_a_folder_of_its_own_among_other_things(tmp_path: Path) -> None:
    assert place_in(tmp_path, "alt", is_whole=True) == tmp_path
    assert place_in(tmp_path / "ny", "alt", is_whole=False) == tmp_path / "ny"
    write_folder(FILES, tmp_path)
    assert place_in(tmp_path, "alt", is_whole=True) == tmp_path
    assert place_in(tmp_path, "kort", is_whole=False) == tmp_path / "kort"


def test_a_slip_in_a_folder_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    write_folder(FILES, tmp_path)
    (tmp_path / MANIFEST).write_bytes(b"\xff")
    assert code_of(lambda: read_delivery(tmp_path)) == "share_damaged"
