"""What stands on the big screen: one slide for a card, or for a step of a procedure."""

import re
from collections.abc import Iterator
from enum import Enum

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from app.model.danish.notation import capital, deadline_label, deadline_name, listed
from app.model.ids import CHILD_ROLE
from app.model.library.card import ActionCard
from app.model.library.catalogue import Catalogue
from app.model.library.procedure import DeadlineKind, Procedure, Step
from app.model.library.stored_version import Kind
from app.model.library.suggestion_spots import SuggestionSpot
from app.model.run.local_steps import is_local
from app.printing.card_face import FaceItem, role_names
from app.printing.step_face import check_items, step_name, target_name, way_items

_READERS = ("moedeleder", "samordner", "faglig-koordinator", "afdelingsleder", "udvalgsformand")
"""Roles that lead a meeting, and so read the card aloud, the likeliest first."""

_BLANK = re.compile(r"_{2,}\.?")


class SlideKind(Enum):
    """What a slide is made of."""

    CARD = "card"
    STEP = "step"


class SlideItem(Struct, frozen=True):
    """One line of the list. `mark` is the word at its right; a sign stands before it."""

    text: str
    mark: str = ""
    sign: str = ""


class SlideSection(Struct, frozen=True):
    """A heading and the lines below it."""

    title: str
    items: tuple[SlideItem, ...]


class Slide(Struct, frozen=True):
    """One page of a meeting: a card or a step.

    `who` are labels with the roles they are about; `aside` is a label with what else is good to
    know; `version` says in words which version it is, and `place` which step of its procedure.
    `spot` is what a suggestion written there is about.
    """

    kind: SlideKind
    spot: SuggestionSpot
    title: str
    aim: str
    sections: tuple[SlideSection, ...]
    who: tuple[tuple[str, str], ...] = ()
    deadline: str = ""
    aside: tuple[str, str] = ("", "")
    version: str = ""
    place: str = ""

    @property
    def count(self) -> int:
        """How many lines there are."""
        return sum(len(section.items) for section in self.sections)


def card_slide(card: ActionCard, catalogue: Catalogue, version: str, number: int = 0) -> Slide:
    """Put a card on the big screen, without its lines to write on."""
    important = QCoreApplication.translate("meeting", "Vigtigt")
    sections = tuple(
        SlideSection(
            section.title,
            tuple(
                SlideItem(without_blanks(item.text), important, "alert")
                if item.critical
                else SlideItem(without_blanks(item.text))
                for item in section.items
            ),
        )
        for section in card.sections
    )
    return Slide(
        SlideKind.CARD,
        SuggestionSpot(Kind.CARD, card.id, version=number),
        card.title,
        card.aim,
        sections,
        parts_of(card.roles, catalogue),
        card.deadline,
        (QCoreApplication.translate("meeting", "Bemærk"), card.note),
        version,
    )


def step_slides(
    procedure: Procedure, catalogue: Catalogue, version: str, number: int = 0
) -> tuple[tuple[str, Slide], ...]:
    """Put the steps of a procedure on the big screen, each with its id; bare ends are left out."""
    return tuple(
        (step.id, _step_slide(step, procedure, catalogue, version, number))
        for step in procedure.steps
        if not step.is_end or step.checklist
    )


def parts_of(roles: tuple[str, ...], catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    """Share a meeting's parts among roles: one leads and reads, one answers, one writes."""
    translate = QCoreApplication.translate
    if len(roles) < 2:
        who = role_names(roles, catalogue)
        return ((translate("meeting", "Hvem"), who),) if who else ()
    reader = _reader(roles)
    others = tuple(role for role in roles if role != reader)
    parts = [(translate("meeting", "Læser op"), role_names((reader,), catalogue))]
    if len(others) == 1:
        both = translate("meeting", "Svarer og skriver")
        alone = translate("meeting", "Svarer")
        label = alone if others[0] == CHILD_ROLE else both
        return (*parts, (label, role_names(others, catalogue)))
    writer = next(role for role in reversed(others) if role != CHILD_ROLE)
    answering = tuple(role for role in others if role != writer)
    return (
        *parts,
        (translate("meeting", "Svarer"), role_names(answering, catalogue)),
        (translate("meeting", "Skriver"), role_names((writer,), catalogue)),
    )


def without_blanks(text: str) -> str:
    """Show three dots for a line to write on: it is answered aloud on the big screen."""
    return _BLANK.sub("…", text)


def _reader(roles: tuple[str, ...]) -> str:
    leading = [role for role in _READERS if role in roles]
    grown = [role for role in roles if role != CHILD_ROLE]
    return (leading or grown[-1:] or list(roles))[0]


def _step_slide(
    step: Step, procedure: Procedure, catalogue: Catalogue, version: str, number: int
) -> Slide:
    at = "" if is_local(step.id) else step.id
    return Slide(
        SlideKind.STEP,
        SuggestionSpot(Kind.PROCEDURE, procedure.id, at, number),
        step.title,
        procedure.title,
        tuple(_step_sections(step, procedure)),
        parts_of((step.role,), catalogue),
        _deadline(step),
        (QCoreApplication.translate("meeting", "Derefter"), _following(step, procedure)),
        version,
        step_name(procedure, step),
    )


def _step_sections(step: Step, procedure: Procedure) -> Iterator[SlideSection]:
    translate = QCoreApplication.translate
    items = tuple(_plain(item) for item in check_items(step))
    if items:
        yield SlideSection(translate("meeting", "Tjekliste"), items)
    ways = tuple(_plain(item) for item in way_items(procedure, step))
    if ways:
        yield SlideSection(translate("meeting", "Vælg én vej"), ways)


def _following(step: Step, procedure: Procedure) -> str:
    """Tell where a step goes on, where there is nothing to choose."""
    if step.is_decision:
        return ""
    return capital(listed([target_name(procedure, way.to) for way in step.next]))


def _plain(item: FaceItem) -> SlideItem:
    text = item.text
    if not isinstance(text, str):
        text = "".join(run.text for run in text)
    return SlideItem(text, item.mark)


def _deadline(step: Step) -> str:
    if step.deadline is None:
        return ""
    words = deadline_label(step.deadline)
    kind = step.deadline.kind
    if kind in (DeadlineKind.DUTY, DeadlineKind.EARLIEST):
        return words
    if kind is DeadlineKind.SUGGESTED:
        return QCoreApplication.translate("meeting", "{} (anbefaling)").format(words)
    return f"{words} ({deadline_name(kind)})"
