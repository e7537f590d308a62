"""The command line: opens the window, or does one job without it.

Exit status: 0 done, 1 the checker found errors, 2 wrong use or a failed job, 3 no display.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from app import paths
from app.display import has_display
from app.version import VERSION

OK, FOUND_ERRORS, FAILED, NO_DISPLAY = 0, 1, 2, 3
_KINDS = ("card", "procedure", "tool")
_SHARED_KINDS = (*_KINDS, "theme")


def main(arguments: Sequence[str]) -> int:
    """Run the command line and return the exit status."""
    options = _parser().parse_args(arguments)
    try:
        status: int = options.job(options)
    except KeyboardInterrupt:
        return FAILED
    except BrokenPipeError:
        return FAILED
    return status


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one Danish line."""

    def error(self, message: str) -> NoReturn:
        _say(f"{self.prog}: {_danish(message)} Se {self.prog} --help.")
        raise SystemExit(FAILED)


def _danish(message: str) -> str:
    """Say what argparse found wrong, as far as it tells."""
    kind, _, detail = message.partition(": ")
    known = {
        "unrecognized arguments": "Ukendt argument: {}.",
        "the following arguments are required": "Der mangler et argument: {}.",
        "expected one argument": "Et argument mangler sin værdi.",
    }
    if kind in known:
        return known[kind].format(detail)
    name = kind.removeprefix("argument ")
    if "invalid choice" in detail:
        return f"{name}: ukendt valg ({detail.partition(':')[2].partition('(')[0].strip()})."
    if "expected" in detail:
        return f"{name} mangler sin værdi."
    return f"{detail or message}." if not message.endswith(".") else message


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="main.py",
        description="Rød tråd: sagsprocedurer, forløb og actioncards. Uden argument åbnes vinduet.",
    )
    parser.add_argument(
        "--version", action="version", version=f"Rød tråd {VERSION}", help="vis programmets version"
    )
    parser.add_argument("--data", type=_path, metavar="MAPPE", help="brug en anden datamappe")
    parser.set_defaults(job=_window)
    jobs = parser.add_subparsers(title="opgaver", metavar="OPGAVE", parser_class=_Parser)

    check = jobs.add_parser("check", help="læs og kontrollér bibliotekets filer")
    check.add_argument("paths", nargs="*", type=_path, metavar="STI")
    check.add_argument(
        "--law", action="store_true", help="vis i stedet, hvad der henviser til hver bestemmelse"
    )
    check.add_argument(
        "--burden", action="store_true", help="vis i stedet, hvad hver procedure kræver"
    )
    check.add_argument(
        "--spelling", action="store_true", help="vis i stedet ord, ordbogen ikke kender"
    )
    check.set_defaults(job=_check)

    printing = jobs.add_parser("print", help="udskriv kort og procedurer til PDF")
    printing.add_argument("items", nargs="+", type=_item, metavar="SLAGS:NAVN")
    printing.add_argument("--paper", choices=("a3", "a4", "a5", "a6"), default="")
    printing.add_argument("--black", action="store_true", help="kun sort farve")
    printing.add_argument("--out", type=_path, required=True, metavar="FIL.pdf")
    printing.set_defaults(job=_print)

    sharing = jobs.add_parser(
        "export", help="skriv det, der er udgivet, som filer eller som ét bundt"
    )
    sharing.add_argument("items", nargs="*", type=_shared_item, metavar="SLAGS:NAVN")
    sharing.add_argument("--out", type=_path, required=True, metavar="MAPPE eller FIL.roedtraad")
    sharing.set_defaults(job=_export)

    finding = jobs.add_parser("find", help="find det samme som Ctrl+K, det bedste først")
    finding.add_argument("words", nargs="+", metavar="ORD")
    finding.add_argument("--data", type=_path, metavar="MAPPE", default=argparse.SUPPRESS)
    finding.set_defaults(job=_find)

    due = jobs.add_parser("due", help="regn en frist ud fra en dato")
    due.add_argument("step", type=_step, metavar="PROCEDURE:TRIN")
    due.add_argument("dates", nargs="*", type=_date, metavar="HÆNDELSE=DATO")
    due.add_argument("--data", type=_path, metavar="MAPPE", default=argparse.SUPPRESS)
    due.set_defaults(job=_due)

    flows = jobs.add_parser("flows", help="tegn alle procedurer på kontaktark")
    flows.add_argument("--out", type=_path, required=True, metavar="MAPPE")
    flows.set_defaults(job=_flows)

    jobs.add_parser("spell").set_defaults(job=_spell)  # asked by the window alone
    return parser


def _path(text: str) -> Path:
    """Read a path that was given; an empty one would be the folder one happens to stand in."""
    if not text.strip() or "\0" in text:
        raise argparse.ArgumentTypeError("Stien er tom eller kan ikke læses")
    return Path(text)


def _is_there(path: Path) -> bool:
    """Tell whether a path leads to anything; one that is too long leads nowhere."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _shared_item(text: str) -> tuple[str, str]:
    return _item(text, _SHARED_KINDS)


def _item(text: str, kinds: Sequence[str] = _KINDS) -> tuple[str, str]:
    kind, colon, slug = text.partition(":")
    if not colon or not slug or kind not in kinds:
        raise argparse.ArgumentTypeError(
            f"{text} skal skrives som {', '.join(kinds[:-1])} eller {kinds[-1]}, "
            "kolon og navn, for eksempel card:24-timers-vurdering"
        )
    return kind, slug


def _step(text: str) -> tuple[str, str]:
    procedure, _, step = text.partition(":")
    if not procedure or not step:
        raise argparse.ArgumentTypeError(
            f"{text} skal skrives som procedure, kolon og trin, for eksempel underretning:kvitter"
        )
    return procedure, step


def _date(text: str) -> tuple[str, str]:
    event, _, day = text.partition("=")
    if not event or not day.strip():
        raise argparse.ArgumentTypeError(
            f"{text} skal skrives som hændelse, lighedstegn og dato, for eksempel "
            "underretning-modtaget=27.11.2026"
        )
    return event, day


def _window(options: argparse.Namespace) -> int:
    if not has_display():
        _say("Der er ingen skærm at vise vinduet på.")
        return NO_DISPLAY
    from app.ui.haste import make_haste

    make_haste()
    from app.ui.start import run_window

    return run_window(options.data or paths.default_data_folder())


def _check(options: argparse.Namespace) -> int:
    missing = next((path for path in options.paths if not _is_there(path)), None)
    if missing is not None:
        return _told(f"{missing} findes ikke.")
    folders = options.paths or [paths.SHIPPED_LIBRARY]
    if options.law:
        return _check_law(folders)
    if options.burden:
        return _check_burden(folders)
    if options.spelling:
        return _check_spelling(folders)
    from app.jobs.check_lines import report_on

    report = report_on(folders)
    for line in report.lines:
        print(line)
    print(report.summary)
    return FOUND_ERRORS if report.errors else OK


def _check_law(folders: Sequence[Path]) -> int:
    from app.jobs.law_lines import report_on_law

    status = OK
    for folder in folders:
        report = report_on_law(folder)
        print(*report.lines, report.summary, sep="\n")
        status = FOUND_ERRORS if report.errors else status
    return status


def _check_burden(folders: Sequence[Path]) -> int:
    from app.jobs.burden_lines import report_on_burden

    for folder in folders:
        print(*report_on_burden(folder), sep="\n")
    return OK


def _check_spelling(folders: Sequence[Path]) -> int:
    from app.jobs.spelling_lines import report_on_spelling

    for folder in folders:
        lines = report_on_spelling(folder)
        if lines is None:
            return _told("Den danske ordbog er ikke installeret.")
        print(*lines, sep="\n")
    return OK


def _print(options: argparse.Namespace) -> int:
    from app.jobs.drawing_jobs import print_items

    return _told(print_items(options.items, options.paper, options.out, black=options.black))


def _export(options: argparse.Namespace) -> int:
    from app.jobs.export_job import export_items

    data = options.data or paths.default_data_folder()
    return _told(export_items(data, options.items, options.out))


def _find(options: argparse.Namespace) -> int:
    from app.jobs.find_lines import find_lines

    data = options.data or paths.default_data_folder()
    lines, problem = find_lines(data, " ".join(options.words))
    for line in lines:
        print(line)
    return _told(problem)


def _due(options: argparse.Namespace) -> int:
    from app.jobs.due_job import reckon

    own = paths.default_data_folder()
    data = options.data or (own if _is_there(own) else None)
    found = reckon(options.step, options.dates, data)
    for line in found.lines:
        print(line)
    return _told(found.problem)


def _spell(_: argparse.Namespace) -> int:
    from app.services.dictionary import run_dictionary

    return OK if run_dictionary(sys.stdin.buffer, sys.stdout.buffer) else FAILED


def _flows(options: argparse.Namespace) -> int:
    from app.jobs.drawing_jobs import draw_flows

    return _told(draw_flows(options.out))


def _told(problem: str) -> int:
    """Say a problem, if there is one, and return the exit status."""
    if problem:
        _say(problem)
    return FAILED if problem else OK


def _say(line: str) -> None:
    print(line, file=sys.stderr)
