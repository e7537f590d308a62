"""What a procedure says of itself on paper: what it is for, when it is used, what it goes with."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from app.model.library.catalogue import Library
from app.model.library.procedure import Procedure
from app.model.library.uses import leading_to, related_to
from app.printing.card_blocks import Setter
from app.printing.column import Group, held_groups
from app.printing.markdown_paragraphs import Para, ParaKind, PrintedTable, read_markdown
from app.printing.prose_blocks import ProseSetter
from app.printing.typeset import Run


def about_groups(procedure: Procedure, library: Library, setter: Setter) -> Iterator[Group]:
    """Set what is said under its headings; its law stands at the foot."""
    prose = ProseSetter(setter)
    yield from held_groups(prose.part(part) for part in _parts(procedure, library))


def _parts(procedure: Procedure, library: Library) -> Iterator[Para | PrintedTable]:
    translate = QCoreApplication.translate
    texts = (
        (translate("print", "Formål"), procedure.purpose),
        (translate("print", "Bruges, når"), procedure.applies),
    )
    for heading, text in texts:
        if text.strip():
            yield _heading(heading)
            yield from read_markdown(text)
    links = (
        (translate("print", "Hører sammen med"), related_to(procedure, library)),
        (translate("print", "Bruges efter"), leading_to(procedure, library)),
    )
    for heading, others in links:
        if others:
            yield _heading(heading)
            yield _named(others)


def _heading(words: str) -> Para:
    return Para(ParaKind.HEADING, (Run(words),), 2)


def _named(procedures: Sequence[Procedure]) -> Para:
    return Para(ParaKind.TEXT, (Run(" · ".join(one.title for one in procedures)),))
