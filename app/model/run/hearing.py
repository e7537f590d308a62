"""Whether the child was heard, or why not: what is answered once for each decision.

Barnets lov § 5, stk. 3: the child's view is brought out by talks and direct contact before it is
decided. It may be set aside only where § 5, stk. 4 allows it (for the talk about abuse § 137,
stk. 4), and is then to be brought out in another way.
"""

import re
from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from app.model.ids import CHILD_ROLE, LawRef, Slug
from app.model.library.procedure import Procedure, Step, StepKind, Talk

BEFORE_DECISIONS: LawRef = "bl:5.3"
"""Barnets lov § 5, stk. 3: the child is heard before decisions."""

_TALK_ABOUT_ABUSE: LawRef = "bl:137.4"
_FEWEST_LETTERS = 4
"""Shorter than this, nothing is said: a letter, *ok*, *nej*."""


class Company(StrEnum):
    """With whom the child was when it was heard."""

    ALONE = "alone"
    WITH_SUPPORT = "with_support"
    WITH_PARENTS = "with_parents"
    WITH_OTHERS = "with_others"


class HearingGround(StrEnum):
    """Why the child was not heard: what the law names, or none of it."""

    AGE = "age"
    CIRCUMSTANCES = "circumstances"
    MATURITY = "maturity"
    NATURE_OF_CASE = "nature_of_case"
    NONE = "none"
    """What is so is said, also where the law does not allow it."""

    @property
    def law(self) -> LawRef | None:
        """The provision that names the ground."""
        return _LAW_OF_GROUNDS.get(self)


GENERAL_GROUNDS = (HearingGround.AGE, HearingGround.CIRCUMSTANCES, HearingGround.NONE)
"""The grounds that may be chosen anywhere."""

_LAW_OF_GROUNDS = {
    HearingGround.AGE: "bl:5.4",
    HearingGround.CIRCUMSTANCES: "bl:5.4",
    HearingGround.MATURITY: _TALK_ABOUT_ABUSE,
    HearingGround.NATURE_OF_CASE: _TALK_ABOUT_ABUSE,
}


class _Answer(Struct, frozen=True, forbid_unknown_fields=True, tag_field="hearing"):
    """Base of what can be answered."""


class Heard(_Answer, frozen=True, tag="heard"):
    """The child was heard: when, with whom, and which role led the talk."""

    when: datetime
    company: Company
    led_by: Slug


class NotHeard(_Answer, frozen=True, tag="not_heard"):
    """The child was not heard: on what ground, why in words, and which role decided it."""

    ground: HearingGround
    words: str
    decided_by: Slug


Hearing = Heard | NotHeard


def is_hearing(step: Step) -> bool:
    """Tell whether a step is a talk in which the child is heard before something is decided."""
    is_talk = step.kind is StepKind.CONVERSATION and step.role == CHILD_ROLE
    return is_talk and step.talk is not Talk.ANSWER


def is_answer(step: Step) -> bool:
    """Tell whether a step is a talk that gives the child its answer."""
    return step.kind is StepKind.CONVERSATION and step.talk is Talk.ANSWER


def hearings_of(procedure: Procedure) -> frozenset[Slug]:
    """Name the talks of a procedure in which the child is heard."""
    return frozenset(step.id for step in procedure.steps if is_hearing(step))


def decides_on_child(procedure: Procedure, step: Step) -> bool:
    """Tell whether the child is to be heard before a step: its gate names a talk, or the law."""
    if step.gate is None or procedure.without_child:
        return False
    return step.gate.law == BEFORE_DECISIONS or not hearings_of(procedure).isdisjoint(
        step.gate.needs
    )


def grounds_at(step: Step) -> tuple[HearingGround, ...]:
    """Return the grounds that may be chosen at a step, those of its own law first."""
    about_abuse = (HearingGround.MATURITY, HearingGround.NATURE_OF_CASE)
    has_own = any(law.startswith("bl:137") for law in step.law)
    return (*(about_abuse if has_own else ()), *GENERAL_GROUNDS)


def says_something(reason: str) -> bool:
    """Tell whether a reason is one: a letter or a sign says nothing."""
    return len(re.findall(r"[^\W\d_]", reason)) >= _FEWEST_LETTERS
