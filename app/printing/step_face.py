"""Any step of a procedure as a card: who, by when, what to tick, where it goes on."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from app.model.danish.notation import NBSP, deadline_words, late_words, listed
from app.model.library.catalogue import Catalogue
from app.model.library.procedure import CheckItem, Deadline, Procedure, Step, Transition
from app.printing.card_face import (
    CardFace,
    FaceItem,
    FaceSection,
    Fact,
    ItemKind,
    foot_of,
    role_names,
)
from app.printing.fonts import SEMIBOLD
from app.printing.ink import theme_ink
from app.printing.markdown_paragraphs import Para, ParaKind, read_markdown
from app.printing.sheet import PrintedSheet, VersionMark
from app.printing.typeset import Run

_LEAST_TYPE = 0.9
"""The guidance of a step rather goes to a further page than into small type."""


def step_face(
    procedure: Procedure, step: Step, catalogue: Catalogue, version: VersionMark
) -> CardFace:
    """Put a step into the words of a card."""
    theme = catalogue.theme_by_id.get(procedure.theme)
    sheet = PrintedSheet(
        "procedure", procedure.id, step.title, version, step.law or procedure.law, procedure.checked
    )
    return CardFace(
        icon=theme.icon if theme else "procedures",
        ink=theme_ink(theme.ink if theme else ""),
        band=theme.title if theme else procedure.theme,
        band_right=step_name(procedure, step),
        title=step.title,
        aim=procedure.title,
        facts=tuple(step_facts(procedure, step, catalogue)),
        sections=tuple(_sections(procedure, step)),
        note=next_words(procedure, step),
        foot=foot_of(sheet, catalogue),
        note_icon="arrow-r",
        least_type=_LEAST_TYPE,
    )


def step_name(procedure: Procedure, step: Step) -> str:
    """Name a step by its number; an end has none."""
    number = procedure.numbers.get(step.id)
    if number is None:
        return QCoreApplication.translate("print", "Afslutning")
    said = QCoreApplication.translate("print", "Trin {number} af {count}")
    return said.format(number=number, count=len(procedure.numbers)).replace(" ", NBSP)


def step_facts(procedure: Procedure, step: Step, catalogue: Catalogue) -> Iterator[Fact]:
    """Who does it, by when, and what must be done first."""
    who = role_names((step.role,), catalogue)
    yield Fact(QCoreApplication.translate("print", "Hvem"), who)
    if step.deadline:
        label = QCoreApplication.translate("print", "Frist")
        if not step.deadline.is_binding:
            label = QCoreApplication.translate("print", "Hvornår")
        text = deadline_text(step.deadline, procedure, catalogue)
        text = ". ".join(part for part in (text, late_words(step.deadline)) if part)
        yield Fact(label, text, "clock", is_strong=step.deadline.is_binding)
    if step.gate:
        label = QCoreApplication.translate("print", "Først")
        needs = [target_name(procedure, need) for need in step.gate.needs]
        yield Fact(label, listed(needs), is_strong=True)


def deadline_text(deadline: Deadline, procedure: Procedure, catalogue: Catalogue) -> str:
    """Write a deadline out, and say so where it is only recommended."""
    words = deadline_words(deadline, procedure, catalogue)
    if deadline.is_statutory:
        return words
    return QCoreApplication.translate("print", "{deadline} (anbefaling)").format(deadline=words)


def next_words(procedure: Procedure, step: Step) -> str:
    """Tell where a step goes on, where there is nothing to choose."""
    if step.is_decision or not step.next:
        return ""
    targets = listed([target_name(procedure, way.to) for way in step.next])
    return QCoreApplication.translate("print", "Derefter: {steps}").format(steps=targets)


def target_name(procedure: Procedure, step_id: str) -> str:
    """Name a step that another one points to."""
    step = procedure.by_id.get(step_id)
    number = procedure.numbers.get(step_id)
    if step is None:
        return step_id
    if not number:
        return step.title
    named = QCoreApplication.translate("print", "trin\u00a0{number}, {title}")
    return named.format(number=number, title=step.title)


def check_items(step: Step) -> tuple[FaceItem, ...]:
    """The checklist of a step as lines to tick."""
    return tuple(_item(item) for item in step.checklist)


def way_items(procedure: Procedure, step: Step) -> tuple[FaceItem, ...]:
    """The ways of a decision as lines to choose from."""
    if not step.is_decision:
        return ()
    return tuple(_way(procedure, way) for way in step.next)


def _sections(procedure: Procedure, step: Step) -> Iterator[FaceSection]:
    parts = (
        (QCoreApplication.translate("print", "Tjekliste"), check_items(step)),
        (QCoreApplication.translate("print", "Vælg én vej"), way_items(procedure, step)),
        (QCoreApplication.translate("print", "Sådan gør du"), _guide(step.guide)),
    )
    filled = [(title, items) for title, items in parts if items]
    for number, (title, items) in enumerate(filled, start=1):
        yield FaceSection(title, items, str(number))


def _item(item: CheckItem) -> FaceItem:
    return FaceItem(item.text, mark=weight_words(item))


def weight_words(item: CheckItem) -> str:
    """Say whether the law asks for something, or we alone do; of the rest nothing is claimed."""
    if item.required:
        return QCoreApplication.translate("print", "Krav")
    return QCoreApplication.translate("print", "Anbefaling") if item.advice else ""


def _way(procedure: Procedure, way: Transition) -> FaceItem:
    target = target_name(procedure, way.to)
    if not way.when:
        return FaceItem(target, ItemKind.CHOICE)
    return FaceItem((Run(way.when, SEMIBOLD), Run(f" → {target}")), ItemKind.CHOICE)


def _guide(text: str) -> tuple[FaceItem, ...]:
    paras = [part for part in read_markdown(text) if isinstance(part, Para)]
    return tuple(_guide_line(para) for para in paras)


def _guide_line(para: Para) -> FaceItem:
    label = para.label or ("•" if para.kind in (ParaKind.ITEM, ParaKind.CHECK) else "")
    return FaceItem(para.runs, ItemKind.TEXT, label=label)
