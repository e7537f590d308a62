"""A change note for the team meeting: what is new in a version, word by word, on paper."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication

from app.model.compare.changes import How
from app.model.compare.word_differences import TextPiece, TextSide
from app.printing.card_face import CardFace, FaceSection
from app.printing.card_style import FACT, document_styles
from app.printing.column import Group, Spaced
from app.printing.fonts import REGULAR, SEMIBOLD
from app.printing.ink import PAPER, Ink
from app.printing.markdown_paragraphs import Para, ParaKind
from app.printing.page_marks import Page
from app.printing.paper import A4, Paper
from app.printing.prose_blocks import ProseSetter
from app.printing.sheet_layout import Layout, fewest_pages, setter_for
from app.printing.typeset import Run


class Difference(Struct, frozen=True):
    """A field by its name, and its text before and after in pieces."""

    name: str
    pieces: tuple[TextPiece, ...] = ()


class Changed(Struct, frozen=True):
    """A step, a section or the document itself, and all that became of it."""

    id: str
    title: str
    how: How
    moved: bool = False
    differences: tuple[Difference, ...] = ()


def how_text(how: How) -> str:
    """Name what became of a thing."""
    translate = QCoreApplication.translate
    return {
        How.ADDED: translate("compare", "Ny"),
        How.REMOVED: translate("compare", "Fjernet"),
        How.CHANGED: translate("compare", "Ændret"),
        How.MOVED: translate("compare", "Flyttet"),
    }[how]


def change_note_pages(
    face: CardFace, changes: Sequence[Changed], paper: Paper = A4, ink: Ink = PAPER
) -> tuple[Page, ...]:
    """Lay out what changed; `face` is what stands at head and foot."""
    layouts = []
    for style in document_styles(paper):
        setter = setter_for(face, paper, style, ink)
        groups = list(_groups(changes, ProseSetter(setter)))
        layouts.append(Layout(face, groups, paper, setter))
    return fewest_pages(layouts).pages()


def note_face(face: CardFace, names: str, made: str) -> CardFace:
    """Turn the face of a document's print into that of a note on its changes.

    `names` tells which versions are compared, `made` when the note was printed.
    """
    translate = QCoreApplication.translate
    key = translate("print", "Nyt står med fed, og det fjernede er streget over.")
    version = (Run(names, SEMIBOLD), Run(f" · {made}"))
    return replace(
        face,
        band_right=translate("print", "Ændringsnote"),
        aim=f"{names}. {key}",
        facts=(),
        sections=(),
        foot=replace(face.foot, version=version),
    )


def lines_of(pieces: Iterable[TextPiece]) -> list[tuple[Run, ...]]:
    """Break a difference into lines: what is new is bold, what is gone is struck through."""
    lines: list[list[Run]] = [[]]
    last = TextSide.SAME
    for piece in pieces:
        if last is TextSide.REMOVED and piece.side is TextSide.ADDED and lines[-1]:
            lines[-1].append(Run(" "))
        for number, text in enumerate(piece.text.split("\n")):
            if number:
                lines.append([])
            if text:
                lines[-1].append(_run(text, piece.side))
        last = piece.side
    return [tuple(line) for line in lines if any(run.text.strip() for run in line)]


def _run(text: str, side: TextSide) -> Run:
    weight = SEMIBOLD if side is TextSide.ADDED else REGULAR
    return Run(text, weight, is_struck=side is TextSide.REMOVED)


def _groups(changes: Sequence[Changed], prose: ProseSetter) -> Iterator[Group]:
    setter, gap = prose.setter, prose.style.gap
    for changed in changes:
        mark = how_text(changed.how)
        if changed.moved and changed.how is not How.MOVED:
            mark = f"{mark}, {how_text(How.MOVED).lower()}"
        title = f"{changed.title} ({mark.lower()})"
        heading = Spaced(gap(4.4), setter.heading(FaceSection(title, ())))
        yield (heading, *_texts(changed, prose))


def _texts(changed: Changed, prose: ProseSetter) -> Iterator[Spaced]:
    """Give each field's name and its lines; a new thing is all new, and needs no bold."""
    setter, gap = prose.setter, prose.style.gap
    for difference in changed.differences:
        yield Spaced(gap(1.6), setter.words("field", difference.name, FACT, SEMIBOLD))
        pieces = difference.pieces
        if changed.how is How.ADDED:
            pieces = tuple(replace(piece, side=TextSide.SAME) for piece in pieces)
        for line in lines_of(pieces):
            yield replace(prose.part(Para(ParaKind.TEXT, line)), above=gap(0.3))
