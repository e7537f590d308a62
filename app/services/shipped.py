"""The library that ships: brought into the database, or read straight from its files."""

import hashlib
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from app import paths
from app.log import What, timed
from app.model.findings import Severity
from app.model.library.stored_version import Kind, VersionInfo, VersionState
from app.services.import_report import ImportReport
from app.services.library import Shelf, is_indexed, reindex
from app.services.shipping import (
    BROUGHT_IN,
    READ,
    Arriving,
    Progress,
)
from app.services.workplace import Workplace

_FINGERPRINT = "library.shipped"
_NO_DIGITS = str.maketrans("0123456789", "ghijklmnop")
"""A row of digits in a fingerprint could be taken for a CPR number."""


def refresh_shipped(workplace: Workplace, progress: Progress = lambda _: None) -> ImportReport:
    """Bring in what has shipped since the last time. Looks at names, sizes and times first.

    `progress` is told only where something is to be done.
    """
    report, progress = ImportReport(), _each_once(progress)
    with workplace.store.reading() as work:
        last, indexed = work.settings.get(_FINGERPRINT), is_indexed(work)
    if workplace.shipped is not None:
        fingerprint = _fingerprint_of(workplace.shipped)
        if last != fingerprint:
            report = _bring_in(workplace, workplace.shipped, fingerprint, progress)
    if report.changed or not indexed:
        progress(BROUGHT_IN)
        reindex(workplace, progress)
    return report


def shipped_shelf(folder: Path = paths.SHIPPED_LIBRARY) -> Shelf:
    """Return all that can be read of a library folder, each document as a first template."""
    from app.files import read_library

    library = read_library(folder).library
    now = datetime.now(UTC)
    versions = {
        (kind.value, document.id): VersionInfo(
            kind, document.id, 1, VersionState.PUBLISHED, shipped=True, author="", note="",
            created=now,
        )
        for kind, documents in (
            (Kind.PROCEDURE, library.procedures),
            (Kind.CARD, library.cards),
            (Kind.TOOL, library.tools),
        )
        for document in documents
    }  # fmt: skip
    return Shelf(library, versions)


def _each_once(progress: Progress) -> Progress:
    """Tell of each percent once, however many steps there are to one."""
    told: set[int] = set()

    def tell(percent: int) -> None:
        if percent not in told:
            told.add(percent)
            progress(percent)

    return tell


def _fingerprint_of(folder: Path) -> str:
    """Tell by names, sizes and times whether any file has changed, without reading one."""
    digest = hashlib.sha256()
    for line in sorted(_stats(os.fspath(folder), "")):
        digest.update(line.encode("utf-8", "replace"))
    return digest.hexdigest().translate(_NO_DIGITS)


def _stats(folder: str, name: str) -> Iterator[str]:
    try:
        with os.scandir(folder) as found:
            for one in found:
                below = f"{name}/{one.name}"
                if one.is_dir(follow_symlinks=False):
                    yield from _stats(one.path, below)
                else:
                    stat = one.stat(follow_symlinks=False)
                    yield f"{below}\0{stat.st_size}\0{stat.st_mtime_ns}\n"
    except OSError:
        yield f"{name}\0unreadable\n"


def _bring_in(
    workplace: Workplace, folder: Path, fingerprint: str, progress: Progress
) -> ImportReport:
    from app.files import read_library

    progress(0)
    files = sum(1 for _ in _stats(os.fspath(folder), ""))
    reading = read_library(
        folder, told=lambda number: progress(min(READ * number // max(files, 1), READ))
    )
    with timed(What.IMPORTED), workplace.store.patience(), workplace.store.writing() as work:
        if work.settings.get(_FINGERPRINT) == fingerprint:
            return ImportReport()  # another window was first
        arriving = Arriving(workplace, work, reading)
        arriving.bring_all(progress)
        report = arriving.report()
        if all(problem.severity is Severity.WARNING for problem in report.problems):
            work.settings.put(_FINGERPRINT, fingerprint, now=workplace.now())
        work.commit()
    return report
