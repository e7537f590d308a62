"""A forløb on paper: what was done, when and why, along its red thread, and what is still to do.

It follows the version that the forløb follows. It names nobody, as the journal does.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication

from app.flow.geometry import Rect
from app.model.danish.notation import capital, date_label, listed
from app.model.journal.journal_note import in_order_of_time
from app.model.journal.journal_step import DEVIATIONS, MISSING, NOTE, StepWriter, joined
from app.model.library.catalogue import Catalogue
from app.model.library.procedure import CheckItem, Procedure, Step
from app.model.run.run import Mark
from app.model.run.state import ItemState, RunState, StepState, StepStatus
from app.printing.card_blocks import Setter
from app.printing.card_face import FaceItem, FaceSection, ItemKind
from app.printing.card_style import AIM, ITEM, document_styles
from app.printing.column import Group, Spaced
from app.printing.fonts import REGULAR, SEMIBOLD
from app.printing.ink import PAPER, Ink
from app.printing.page_marks import Block, FrameMark, Page, PageMark, Rule, block
from app.printing.paper import A3, A4, Paper, mm
from app.printing.poster import poster_pages
from app.printing.run_face import run_face, run_poster
from app.printing.sheet import VersionMark
from app.printing.sheet_layout import Layout, fewest_pages, setter_for
from app.printing.step_face import target_name, way_items, weight_words
from app.printing.typeset import Run, line_marks, set_lines

_MARGIN = mm(8)
"""The room at the left in which the thread runs."""
_THREAD, _THREAD_AT, _KNOT, _BREAK = mm(0.9), mm(2.4), mm(3.2), (mm(1.6), mm(1.4))


def run_pages(
    procedure: Procedure,
    state: RunState,
    catalogue: Catalogue,
    version: VersionMark,
    now: datetime,
    paper: Paper = A4,
    ink: Ink = PAPER,
) -> tuple[Page, ...]:
    """Lay out a forløb as suits the paper: A3 as its picture with the thread, smaller in words."""
    if paper.name == A3.name:
        shown = run_poster(procedure, state, now)
        return poster_pages(shown, catalogue, version, paper, ink, state, now)
    face = run_face(procedure, state, catalogue, version, now)
    layouts = []
    for style in document_styles(paper):
        setter = setter_for(face, paper, style, ink)
        record = _Record(procedure, state, catalogue, setter, ink)
        layouts.append(Layout(face, list(record.groups()), paper, setter))
    return fewest_pages(layouts).pages()


class _Record:
    """Sets the steps of a run: first those that something was done at, beside the thread."""

    def __init__(
        self,
        procedure: Procedure,
        state: RunState,
        catalogue: Catalogue,
        setter: Setter,
        ink: Ink,
    ) -> None:
        self._procedure, self._state, self._catalogue = procedure, state, catalogue
        self._ink, self._style, self._width = ink, setter.style, setter.width
        self._whole = setter
        self._beside = Setter(setter.style, setter.look, setter.width - _MARGIN)

    def groups(self) -> Iterator[Group]:
        """Give what was done, what is to do, and what no longer counts."""
        touched = in_order_of_time(self._state)
        rest = [one for one in self._state.steps.values() if one not in touched]
        if touched:
            heading = self._heading(QCoreApplication.translate("print", "Den røde tråd"))
            first, *others = touched
            yield (heading, *self._thread_of(first))
            yield from map(self._thread_of, others)
        to_do = [
            one for one in rest if one.status is not StepStatus.NOT_RELEVANT and not one.is_end
        ]
        if to_do:
            heading = self._heading(QCoreApplication.translate("print", "Ikke udført endnu"))
            first, *others = to_do
            yield (heading, *self._step(first, self._whole))
            yield from (self._step(one, self._whole) for one in others)
        off = [one for one in rest if one.status is StepStatus.NOT_RELEVANT and not one.is_end]
        if off:
            yield self._left_out(off)

    def _heading(self, words: str) -> Spaced:
        return Spaced(self._style.gap(5), self._whole.words("heading", words, AIM, SEMIBOLD))

    def _left_out(self, off: Sequence[StepState]) -> Group:
        words = QCoreApplication.translate("print", "Ikke relevant efter de valg, der er truffet")
        names = listed([target_name(self._procedure, one.step) for one in off])
        return (self._heading(words), _text(f"{capital(names)}.", self._whole))

    def _thread_of(self, found: StepState) -> Group:
        """Set a step with the thread at its left, whole or broken, and its knot."""
        legs = [leg for leg in self._state.legs if leg.target == found.step]
        is_broken = any(leg.broken for leg in legs if leg.round == found.round)
        color = self._ink.ink if self._ink.is_black else self._ink.thread
        spaced = self._step(found, self._beside)
        return tuple(
            replace(
                one,
                block=_along(
                    one,
                    self._width,
                    color,
                    self._knot(found, color) if not place else (),
                    is_broken,
                ),
            )
            for place, one in enumerate(spaced)
        )

    def _knot(self, found: StepState, color: str) -> tuple[PageMark, ...]:
        """Return a knot, open where the step is not done."""
        rect = Rect(_THREAD_AT - _KNOT / 2, self._style.mm(3) - _KNOT / 2, _KNOT, _KNOT)
        if found.is_done:
            return (FrameMark(rect, _KNOT / 2, color),)
        return (FrameMark(rect, _KNOT / 2, self._ink.surface, color, _THREAD),)

    def _step(self, found: StepState, setter: Setter) -> Group:
        """Set a step: how it stands in words, what is ticked and not, what was chosen and noted."""
        procedure, step = self._procedure, self._procedure.step(found.step)
        gap = self._style.gap
        writer = StepWriter(procedure, self._state, step, found, self._catalogue)
        number = procedure.numbers.get(step.id)
        heading = FaceSection(
            self._title(step, found), (), str(number or ""), "" if number else "target"
        )
        spaced = [Spaced(gap(4.4), setter.heading(heading))]
        spaced.append(_text(joined(writer.standing()), setter, gap(0.6)))
        spaced += [
            Spaced(gap(0.8 if not place else 0), setter.item(item))
            for place, item in enumerate((*_items(step, found), *self._ways(step, found)))
        ]
        asides = (NOTE, DEVIATIONS, *((MISSING,) if found.is_done else ()))
        for part in writer.parts(asked=False):
            if part.heading in asides:
                spaced.append(_aside(part.heading, part.paragraphs, setter, gap(1.2)))
        return tuple(spaced)

    def _title(self, step: Step, found: StepState) -> str:
        if found.round == 1:
            return step.title
        again = QCoreApplication.translate("print", "{step} ({round}. gang)")
        return again.format(step=step.title, round=found.round)

    def _ways(self, step: Step, found: StepState) -> tuple[FaceItem, ...]:
        ways = way_items(self._procedure, step)
        return tuple(replace(way, is_ticked=place == found.way) for place, way in enumerate(ways))


def _items(step: Step, found: StepState) -> Iterator[FaceItem]:
    pairs = zip(step.checklist, found.items, strict=True)
    return (_item(item, mark) for item, mark in pairs)


def _item(item: CheckItem, mark: ItemState) -> FaceItem:
    is_ticked = mark.mark in (Mark.DONE, Mark.VERIFIED)
    return FaceItem(item.text, ItemKind.BOX, _mark_words(item, mark), is_ticked=is_ticked)


def _mark_words(item: CheckItem, mark: ItemState) -> str:
    """Say when something was ticked; else why it is not."""
    if mark.mark is Mark.NOT_RELEVANT:
        return QCoreApplication.translate("print", "Ikke relevant")
    if mark.at is None or not mark.is_settled:
        return weight_words(item)
    if mark.is_seen_by_another:
        return QCoreApplication.translate("print", "Set efter {date}").format(
            date=date_label(mark.at)
        )
    return date_label(mark.at)


def _text(words: str, setter: Setter, above: float = 0) -> Spaced:
    size, leading = setter.style.size(ITEM), setter.style.leading(ITEM)
    lines = set_lines(words, size, setter.width)
    marks = line_marks(lines, 0, 0, size, leading, setter.look.text)
    return Spaced(above, block("text", setter.width, len(lines) * leading, marks))


def _aside(heading: str, paragraphs: Iterable[str], setter: Setter, above: float) -> Spaced:
    icon = "note" if heading == NOTE else "bang"
    words = (Run(f"{heading}: ", SEMIBOLD), Run(joined(tuple(paragraphs)), REGULAR))
    return Spaced(above, setter.note(words, icon))


def _along(
    spaced: Spaced, width: float, color: str, knot: Sequence[PageMark], is_broken: bool
) -> Block:
    """Move a block to the right of the thread, which runs on through what stands above it."""
    one = spaced.block
    dash = _BREAK if is_broken else ()
    thread = Rule(_THREAD_AT, -spaced.above, _THREAD_AT, one.rect.h, _THREAD, color, dash)
    moved = (mark.moved(_MARGIN, 0) for mark in one.marks)
    return block(one.kind, width, one.rect.h, (thread, *knot, *moved))
