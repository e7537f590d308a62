"""From what is asked for to the slides that show it."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from app.printing.sheet import version_line, version_mark
from app.services.library import Shelf
from app.ui.meeting.slides import Slide, card_slide, step_slides
from app.ui.targets.meeting_subject import Subject


def slides_of(subject: Subject, shelf: Shelf) -> tuple[Slide, ...]:
    """Return all slides; what the library no longer holds is left out."""
    return tuple(slide for _, slide in _named(subject, shelf))


def start_of(subject: Subject, shelf: Shelf) -> int:
    """Return which slide to begin with."""
    names = [name for name, _ in _named(subject, shelf)]
    return names.index(subject.start) if subject.start in names else 0


def _named(subject: Subject, shelf: Shelf) -> Iterator[tuple[str, Slide]]:
    library = shelf.library
    for name in subject.names:
        version, number = _version(subject, name, shelf), _number(subject, name, shelf)
        card = library.card_by_id.get(name)
        if subject.kind == "card" and card is not None:
            yield name, card_slide(card, library.catalogue, version, number)
        procedure = subject.followed or library.procedure_by_id.get(name)
        if subject.kind == "procedure" and procedure is not None:
            yield from step_slides(procedure, library.catalogue, version, number)


def _number(subject: Subject, name: str, shelf: Shelf) -> int:
    info = shelf.versions.get((subject.kind, name))
    return subject.version or (info.number if info else 0)


def _version(subject: Subject, name: str, shelf: Shelf) -> str:
    """Say which version is shown; of an older one only its number is known here."""
    info = shelf.versions.get((subject.kind, name))
    if info is None or (subject.version and subject.version != info.number):
        words = QCoreApplication.translate("meeting", "Version {}")
        return words.format(subject.version) if subject.version else ""
    return "".join(run.text for run in version_line(version_mark(info)))
