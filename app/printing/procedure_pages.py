"""A procedure on paper: a poster to hang, a list to follow, any step of it as a card."""

from app.model.library.catalogue import Catalogue, Library
from app.model.library.procedure import Procedure, Step
from app.printing.card_pages import face_pages
from app.printing.ink import PAPER, Ink
from app.printing.page_marks import Page
from app.printing.paper import A3, A4, A5, Paper
from app.printing.poster import poster_pages
from app.printing.sheet import VersionMark
from app.printing.step_face import step_face
from app.printing.step_list_pages import step_list_pages


def procedure_pages(
    procedure: Procedure,
    catalogue: Catalogue,
    version: VersionMark,
    paper: Paper = A4,
    ink: Ink = PAPER,
    library: Library | None = None,
) -> tuple[Page, ...]:
    """Lay out a procedure as suits the paper: A3 as a poster, smaller as a list."""
    if paper.name == A3.name:
        return poster_pages(procedure, catalogue, version, paper, ink)
    return step_list_pages(procedure, catalogue, version, paper, ink, library)


def step_pages(
    procedure: Procedure,
    step: Step,
    catalogue: Catalogue,
    version: VersionMark,
    paper: Paper = A5,
    ink: Ink = PAPER,
) -> tuple[Page, ...]:
    """Lay out one step as a card, with its guidance."""
    return face_pages(step_face(procedure, step, catalogue, version), paper, ink)
