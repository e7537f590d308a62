"""The command line: each job by itself, and one clear line for each mistake."""

import os
import shutil
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.cli import FAILED, FOUND_ERRORS, NO_DISPLAY, OK, main
from app.display import has_display
from app.files.sharing import read_delivery
from app.paths import SHIPPED_LIBRARY
from app.version import VERSION


def test_wrong_words_give_one_line_and_status_two(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["print", "kort", "--out", "x.pdf"])
    assert left.value.code == FAILED
    shown = capsys.readouterr().err.strip()
    assert "\n" not in shown
    assert "card:24-timers-vurdering" in shown


def test_an_unknown_argument_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--nonsens"])
    assert "--nonsens" in capsys.readouterr().err


def test_the_version_is_that_of_the_program(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--version"])
    assert left.value.code == OK
    assert capsys.readouterr().out == f"Rød tråd {VERSION}\n"


def test_checking_what_is_not_there_says_so(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["check", str(tmp_path / "nope")]) == FAILED
    assert "findes ikke" in capsys.readouterr().err


def test_a_broken_file_is_found_with_its_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    broken = tmp_path / "x.yaml"
    broken.write_text("id: x\ntitle: X\n\tsummary: S\n", encoding="utf-8")
    assert main(["check", str(broken)]) == FOUND_ERRORS
    assert f"{broken}:3: Linjen er rykket ind med tabulator" in capsys.readouterr().out


def test_a_deadline_is_reckoned_and_told_with_its_sum(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["due", "underretning:kvitter", "underretning-modtaget=23.11.2026"]) == OK
    assert capsys.readouterr().out.replace("\u00a0", " ").splitlines() == [
        "Underretning: Send kvittering til underretter",
        "Fristen er mandag 30.11.2026.",
        (
            "6 hverdage fra mandag 23.11.2026; tæller fra dagen efter; lørdag tælles med; "
            "udløber mandag 30.11.2026; barnets lov § 138, stk. 1."
        ),
    ]
    plan = ["due", "barnets-plan:plan-skriv", "trigger=1.11.2026", "fyldt-16=15.9.2025"]
    assert main(plan) == OK
    assert "Fristen er mandag 1.2.2027." in capsys.readouterr().out
    assert main(["due", "klage-og-genvurdering:klage-frist", "afgoerelse-meddelt=16.4.2026"]) == OK
    assert "Familiens frist: til 15.5.2026." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["ukendt:trin", "trigger=1.1.2026"], "Der er ingen sagsprocedure med navnet ukendt."),
        (["underretning:ukendt"], "Sagsproceduren underretning har intet trin"),
        (["underretning:modtag"], "Trinnet modtag har ingen frist."),
        (["underretning:kvitter"], "Skriv en dato for underretning-modtaget"),
        (["underretning:kvitter", "dom=1.1.2026"], "Fristen regnes ikke fra dom, men fra"),
        (["underretning:kvitter", "trigger=31.2.2026"], "Den dag findes ikke."),
        (["underretning:vurder-akut", "trigger=1.1.2026"], "Klokkeslættet mangler."),
    ],
)
def test_what_cannot_be_reckoned_is_told_in_one_line(
    arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["due", *arguments]) == FAILED
    shown = capsys.readouterr().err.strip()
    assert says in shown
    assert "\n" not in shown


def test_the_law_is_told_with_what_cites_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--law"]) == OK
    lines = capsys.readouterr().out.replace("\u00a0", " ").splitlines()
    position = lines.index("  § 138, stk. 1: Underretter får kvittering inden 6 hverdage")
    assert (
        "    trin: Underretning, Send kvittering til underretter (underretning/kvitter)"
        in (lines[position : position + 8])
    )
    assert "Ingen henviser til:" in lines
    assert lines[lines.index("Skal kontrolleres igen:") + 1] == "  intet"
    assert "bestemmelser i lovregistret" in lines[-1]


def test_a_card_is_printed_with_its_words(tmp_path: Path) -> None:
    out = tmp_path / "kort.pdf"
    assert main(["print", "card:24-timers-vurdering", "--paper", "a5", "--out", str(out)]) == OK
    reader = PdfReader(out)
    text = reader.pages[0].extract_text()
    assert len(reader.pages) == 1
    assert "24-timersvurdering" in text
    assert "Skabelon" in text


def test_without_a_paper_each_is_printed_on_its_own(tmp_path: Path) -> None:
    out = tmp_path / "begge.pdf"
    assert main(["print", "card:24-timers-vurdering", "tool:boernebrev", "--out", str(out)]) == OK
    widths = [round(float(page.mediabox.width)) for page in PdfReader(out).pages]
    assert (widths[0], widths[1]) == (420, 595)


def test_a_card_that_is_not_there_is_named(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["print", "card:findes-ikke", "--out", str(tmp_path / "x.pdf")]) == FAILED
    assert "card:findes-ikke" in capsys.readouterr().err


def test_a_folder_that_is_not_there_is_told_without_a_traceback(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out = tmp_path / "nope" / "x.pdf"
    assert main(["print", "card:24-timers-vurdering", "--out", str(out)]) == FAILED
    assert str(out) in capsys.readouterr().err


def test_without_a_display_the_window_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("app.cli.has_display", lambda: False)
    assert main([]) == NO_DISPLAY
    assert "ingen skærm" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("environment", "there"),
    [
        ({}, False),
        ({"DISPLAY": ":987"}, False),
        ({"DISPLAY": "nonsens"}, False),
        ({"WAYLAND_DISPLAY": "wayland-9", "XDG_RUNTIME_DIR": "/nonexistent"}, False),
        ({"QT_QPA_PLATFORM": "offscreen"}, True),
    ],
)
def test_a_display_is_there_when_it_answers(environment: dict[str, str], there: bool) -> None:
    import sys

    if sys.platform.startswith("linux"):
        assert has_display(environment) is there


def test_what_is_published_is_exported_as_a_bundle_or_as_files(
    tmp_path: Path, shipped_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = shutil.copytree(shipped_folder, tmp_path / "data")
    bundle, folder = tmp_path / "u.roedtraad", tmp_path / "filer"
    where = ["--data", str(data), "export"]
    assert main([*where, "procedure:underretning", "--out", str(bundle)]) == OK
    library = read_delivery(bundle).library
    assert [one.id for one in library.procedures] == ["underretning"]
    assert main([*where, "--out", str(folder)]) == OK
    assert main(["check", str(folder)]) == OK
    assert main([*where, "theme:findes-ikke", "--out", str(bundle)]) == FAILED
    assert "theme:findes-ikke er ikke udgivet her" in capsys.readouterr().err


def test_find_tells_what_is_found_the_best_first(
    tmp_path: Path, shipped_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = shutil.copytree(shipped_folder, tmp_path / "data")
    assert main(["find", "servicelov", "§", "50", "--data", str(data)]) == OK
    lines = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    first = ["Børnefaglig undersøgelse", "Sagsprocedure", "procedure:boernefaglig-undersoegelse"]
    assert lines[0] == first
    assert ["Barnets lov § 20", "Lov", "provision:bl:20"] in lines
    assert main(["--data", str(data), "find", "kvittering til underretter"]) == OK
    step = "Send kvittering til underretter\tTrin i Underretning\tprocedure:underretning/kvitter"
    assert step in capsys.readouterr().out.splitlines()
    assert main(["find", "indstillinger", "--data", str(data)]) == OK
    assert "Indstillinger\tSted\tplace:settings" in capsys.readouterr().out.splitlines()[0]


def test_find_says_when_there_is_nothing_or_no_folder(
    tmp_path: Path, shipped_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = shutil.copytree(shipped_folder, tmp_path / "data")
    assert main(["find", "xqzw", "--data", str(data)]) == FAILED
    assert capsys.readouterr().err.startswith("Intet fundet for xqzw.")
    nowhere = tmp_path / "ingen"
    assert main(["find", "underretning", "--data", str(nowhere)]) == FAILED
    assert "ingen datamappe" in capsys.readouterr().err
    assert not nowhere.exists()


def test_the_burden_of_each_procedure_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--burden"]) == OK
    lines = capsys.readouterr().out.splitlines()
    told = next(line for line in lines if "(underretning)" in line)
    assert told.startswith("Underretning (underretning): ca. ")
    assert " krav, " in told
    assert "Brysbaert 2019" in lines[-1]


def test_the_shipped_texts_are_spelt_right(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--spelling"]) == OK
    assert capsys.readouterr().out.startswith("0 ord")


def test_a_misspelt_word_is_told_with_its_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    card = tmp_path / "cards" / "24-timers-vurdering.md"
    card.parent.mkdir()
    shipped = SHIPPED_LIBRARY / "henvendelser-og-underretninger" / "cards"
    text = (shipped / "24-timers-vurdering.md").read_text(encoding="utf-8")
    card.write_text(f"{text.rstrip()}\n> skollen\n", encoding="utf-8")
    assert main(["check", "--spelling", str(card)]) == OK
    assert "»skollen«" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        ["--data", ""],
        ["print", "card:24-timers-vurdering", "--out", ""],
        ["export", "--out", " "],
        ["check", ""],
        ["check", "x" * 5_000],
    ],
)
def test_a_path_that_leads_nowhere_is_told_without_a_traceback(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        status = main(arguments)
    except SystemExit as left:
        status = int(left.code or 0)
    assert status == FAILED
    assert capsys.readouterr().err.strip().count("\n") == 0


def test_a_pipe_is_not_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pipe = tmp_path / "kort.pdf"
    os.mkfifo(pipe)
    assert main(["print", "card:24-timers-vurdering", "--out", str(pipe)]) == FAILED
    assert pipe.is_fifo()
    assert "kan ikke skrives" in capsys.readouterr().err


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "rigtig.pdf", tmp_path / "kort.pdf"
    target.write_bytes(b"gammel")
    link.symlink_to(target)
    assert main(["print", "card:24-timers-vurdering", "--out", str(link)]) == OK
    assert link.is_symlink()
    assert target.read_bytes().startswith(b"%PDF")
