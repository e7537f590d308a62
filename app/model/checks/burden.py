"""What a procedure asks of those who follow it: items, required items, minutes, against a budget.

The minutes are an estimate of reading and ticking alone, every step once; the talk, the meeting
and the letter are not in it. It rests on two figures:

- 238 words a minute, the mean speed of adults who read non-fiction in silence (Brysbaert 2019, a
  meta-analysis of 190 studies; of English, as there is none of Danish);
- 10 seconds an item: a pause point of 9 items takes 90 seconds (Ariadne Labs, Checklist for
  Checklists).
"""

import re

from msgspec import Struct

from app.model.danish.lix import readability
from app.model.library.procedure import Procedure

WORDS_A_MINUTE = 238
SECONDS_AN_ITEM = 10
SECONDS_AT_A_PAUSE = 90

_CASE_SYSTEM = re.compile(r"\b(?:DUBU|SBSYS|Nexus|fagsystem\w*)\b", re.IGNORECASE)
"""What the texts call the system in which the case itself is kept."""


class Budget(Struct, frozen=True):
    """How much a department will ask of a procedure at most."""

    required: int
    minutes: int


class Burden(Struct, frozen=True):
    """What a procedure asks: how many items, how many of them required, and minutes in all.

    Of all items so many are `advice`, and so many say themselves that they are `kept_elsewhere`:
    in the case system, which asks for them too.
    """

    items: int
    required: int
    minutes: int
    advice: int = 0
    kept_elsewhere: int = 0

    def is_over(self, budget: Budget) -> bool:
        """Whether it asks more than the budget has."""
        return self.required > budget.required or self.minutes > budget.minutes


def burden_of(procedure: Procedure) -> Burden:
    """Measure a procedure."""
    items = [item for step in procedure.steps for item in step.checklist]
    reading = sum(reading_seconds(step.guide) for step in procedure.steps)
    seconds = reading + SECONDS_AN_ITEM * len(items)
    return Burden(
        len(items),
        sum(item.required for item in items),
        round(seconds / 60),
        sum(item.advice for item in items),
        sum(_CASE_SYSTEM.search(item.text) is not None for item in items),
    )


def reading_seconds(text: str) -> float:
    """Estimate how long it takes to read a text."""
    return 60 * readability(text).words / WORDS_A_MINUTE
