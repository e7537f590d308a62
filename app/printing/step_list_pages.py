"""A procedure as a list to tick: every step with who, by when, its law and its checklist.

It is the printed twin of the flow, as the step list is on the screen.
"""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from app.flow.geometry import Rect
from app.model.danish.notation import law_labels
from app.model.library.catalogue import Catalogue, Library
from app.model.library.procedure import Procedure, Step
from app.printing.about_blocks import about_groups
from app.printing.card_blocks import INDENT, Setter
from app.printing.card_face import (
    CardFace,
    FaceItem,
    FaceSection,
    Fact,
    ItemKind,
    foot_of,
    role_names,
)
from app.printing.card_style import FACT, CardStyle, document_styles
from app.printing.column import Group, Spaced
from app.printing.fonts import SEMIBOLD
from app.printing.ink import PAPER, Ink, theme_ink
from app.printing.page_marks import Block, Icon, Page, PageMark, block
from app.printing.paper import A4, Paper
from app.printing.sheet import PrintedSheet, VersionMark
from app.printing.sheet_layout import Layout, fewest_pages, setter_for
from app.printing.step_face import (
    check_items,
    deadline_text,
    next_words,
    target_name,
    way_items,
)
from app.printing.typeset import Run, line_marks, set_lines


def step_list_pages(
    procedure: Procedure,
    catalogue: Catalogue,
    version: VersionMark,
    paper: Paper = A4,
    ink: Ink = PAPER,
    library: Library | None = None,
) -> tuple[Page, ...]:
    """Lay out what a procedure says of itself, then all its steps, on that paper.

    `library` knows what it goes with.
    """
    face = procedure_face(procedure, catalogue, version)
    layouts = (
        _layout(face, procedure, library or Library(catalogue), paper, style, ink)
        for style in document_styles(paper)
    )
    return fewest_pages(layouts).pages()


def procedure_face(procedure: Procedure, catalogue: Catalogue, version: VersionMark) -> CardFace:
    """Put what stands at head and foot of a procedure's print into words."""
    theme = catalogue.theme_by_id.get(procedure.theme)
    sheet = PrintedSheet(
        "procedure", procedure.id, procedure.title, version, procedure.law, procedure.checked
    )
    return CardFace(
        icon=theme.icon if theme else "procedures",
        ink=theme_ink(theme.ink if theme else ""),
        band=theme.title if theme else procedure.theme,
        band_right=QCoreApplication.translate("print", "Sagsprocedure"),
        title=procedure.title,
        aim=procedure.summary,
        facts=tuple(_facts(procedure, catalogue)),
        sections=(),
        note="",
        foot=foot_of(sheet, catalogue),
    )


def _facts(procedure: Procedure, catalogue: Catalogue) -> Iterator[Fact]:
    if procedure.trigger.strip():
        yield Fact(QCoreApplication.translate("print", "Begynder, når"), f"{procedure.trigger}.")
    who = role_names(procedure.roles, catalogue)
    yield Fact(QCoreApplication.translate("print", "Hvem"), who)


def _layout(
    face: CardFace, procedure: Procedure, library: Library, paper: Paper, style: CardStyle, ink: Ink
) -> Layout:
    setter = setter_for(face, paper, style, ink)
    catalogue = library.catalogue
    groups = list(about_groups(procedure, library, setter))
    groups += [_step_group(procedure, step, catalogue, setter) for step in procedure.steps]
    return Layout(face, groups, paper, setter)


def _step_group(procedure: Procedure, step: Step, catalogue: Catalogue, setter: Setter) -> Group:
    """Set a step: number and title, who and when, what to tick, where it goes on."""
    gap = setter.style.gap
    number = str(procedure.numbers.get(step.id, ""))
    sign = "" if number else "target"
    heading = setter.heading(FaceSection(step.title, (), number, sign))
    spaced = [Spaced(gap(4.4), heading)]
    if not step.is_end or step.law or step.deadline:
        spaced.append(Spaced(gap(0.2), _meta(procedure, step, catalogue, setter)))
    items = (*check_items(step), *way_items(procedure, step), *_onward(procedure, step))
    spaced += [Spaced(gap(0.8 if not n else 0), setter.item(item)) for n, item in enumerate(items)]
    return tuple(spaced)


def _onward(procedure: Procedure, step: Step) -> Iterator[FaceItem]:
    words = next_words(procedure, step)
    if words:
        yield FaceItem(words, ItemKind.TEXT, label="→")


def _meta(procedure: Procedure, step: Step, catalogue: Catalogue, setter: Setter) -> Block:
    """Who does it, what must come first, the law; on a line of its own the deadline."""
    style, look = setter.style, setter.look
    size, leading = style.size(FACT), style.leading(FACT)
    left = style.mm(INDENT)
    lines = set_lines(_meta_runs(procedure, step, catalogue), size, setter.width - left)
    marks: list[PageMark] = [*line_marks(lines, left, 0, size, leading, look.text)]
    y = len(lines) * leading
    if step.deadline:
        side = style.mm(4.2)
        marks.append(Icon(Rect(left, y + (leading - side) / 2, side, side), "clock", look.theme, 2))
        text_left = left + side + style.mm(1.4)
        words = deadline_text(step.deadline, procedure, catalogue)
        lines = set_lines(words, size, setter.width - text_left, SEMIBOLD)
        marks += line_marks(lines, text_left, y, size, leading, look.text)
        y += len(lines) * leading
    return block("meta", setter.width, y, marks)


def _meta_runs(procedure: Procedure, step: Step, catalogue: Catalogue) -> Iterator[Run]:
    yield Run(role_names((step.role,), catalogue), SEMIBOLD)
    if step.law:
        yield Run(f" · {law_labels(step.law, catalogue)}")
    if step.gate:
        needs = ", ".join(target_name(procedure, need) for need in step.gate.needs)
        first = QCoreApplication.translate("print", "først: {steps}").format(steps=needs)
        yield Run(f" · {first}")
