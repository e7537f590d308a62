"""What moving a run to another version of its procedure would mean: news, ticks kept, questions.

Check items keep their marks where their text is the same. Where it was rewritten the user is
asked; what is gone falls away.
"""

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from enum import StrEnum

from msgspec import Struct

from app.model.ids import Slug
from app.model.library.procedure import Procedure, Step
from app.model.run.run import Mark, Moved
from app.model.run.state import RunState

_ALIKE = 0.55
"""So much two texts must share for the one to be the other rewritten."""


class News(StrEnum):
    """What is different about a step."""

    ADDED = "added"
    REMOVED = "removed"
    TITLE = "title"
    ROLE = "role"
    DEADLINE = "deadline"
    GATE = "gate"
    ITEMS = "items"
    WAYS = "ways"
    GUIDE = "guide"
    LAW = "law"
    DOCUMENT = "document"


class StepNews(Struct, frozen=True):
    """What is different about one step that is not done. `title` is the one of now."""

    step: Slug
    title: str
    news: tuple[News, ...]
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


class MoveQuestion(Struct, frozen=True):
    """A marked check item that was rewritten: does the mark still hold?"""

    step: Slug
    title: str
    place: int
    before: str
    after: str
    mark: Mark


class MovePlan(Struct, frozen=True):
    """All that is to be known before a run is moved. `lost` are marked items that are gone."""

    source: int
    target: int
    news: tuple[StepNews, ...]
    questions: tuple[MoveQuestion, ...]
    lost: tuple[str, ...]
    reopened: tuple[Slug, ...]
    items: dict[str, tuple[int | None, ...]]
    ways: dict[str, tuple[int | None, ...]]


def plan_move(old: Procedure, new: Procedure, state: RunState, target: int) -> MovePlan:
    """Compare two versions as they concern a run."""
    pairs = [(step, new.by_id[step.id]) for step in old.steps if step.id in new.by_id]
    items = {before.id: _item_places(before, after) for before, after in pairs}
    ways = {before.id: _way_places(before, after) for before, after in pairs}
    return MovePlan(
        source=state.run.version,
        target=target,
        news=tuple(_news(old, new, state)),
        questions=tuple(_questions(pairs, items, state)),
        lost=tuple(_lost(old, new, items, state)),
        reopened=tuple(_undecided(ways, state)),
        items=items,
        ways=ways,
    )


def move_of(plan: MovePlan, kept: Iterable[tuple[str, int]] = ()) -> Moved:
    """Return what happens in the log; `kept` are the questions that were answered with yes."""
    yes = set(kept)
    no = {(one.step, one.place) for one in plan.questions} - yes
    items = {
        step: tuple(None if (step, position) in no else new for position, new in enumerate(places))
        for step, places in plan.items.items()
    }
    return Moved(plan.source, plan.target, _changed(items), _changed(plan.ways), plan.reopened)


def _changed(places: dict[str, tuple[int | None, ...]]) -> dict[str, tuple[int | None, ...]]:
    """Leave out what stays in its place."""
    return {step: found for step, found in places.items() if found != tuple(range(len(found)))}


def _item_places(before: Step, after: Step) -> tuple[int | None, ...]:
    """Tell where each item of a step stands now: by its text, or by the text most like it."""
    free = {position: item.text for position, item in enumerate(after.checklist)}
    places: list[int | None] = []
    for item in before.checklist:
        same = next((place for place, text in free.items() if text == item.text), None)
        places.append(same)
        if same is not None:
            del free[same]
    for position, item in enumerate(before.checklist):
        if places[position] is None and free:
            likeness = {other: _likeness(item.text, text) for other, text in free.items()}
            best = max(likeness, key=likeness.__getitem__)
            if likeness[best] >= _ALIKE:
                places[position] = best
                del free[best]
    return tuple(places)


def _way_places(before: Step, after: Step) -> tuple[int | None, ...]:
    """Tell where each way of a step stands now: the same condition to the same step, else one
    that leads to the same step.
    """
    found: list[int | None] = []
    for way in before.next:
        same = [n for n, other in enumerate(after.next) if other == way]
        alike = [n for n, other in enumerate(after.next) if other.to == way.to]
        found.append(next(iter(same or alike), None))
    return tuple(found)


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.casefold(), other.casefold()).ratio()


def _questions(
    pairs: list[tuple[Step, Step]], items: dict[str, tuple[int | None, ...]], state: RunState
) -> Iterator[MoveQuestion]:
    for before, after in pairs:
        for position, new in enumerate(items[before.id]):
            mark = state.steps[before.id].items[position].mark
            if new is None or mark is Mark.OPEN:
                continue
            old_text, new_text = before.checklist[position].text, after.checklist[new].text
            if old_text != new_text:
                yield MoveQuestion(before.id, after.title, position, old_text, new_text, mark)


def _lost(
    old: Procedure, new: Procedure, items: dict[str, tuple[int | None, ...]], state: RunState
) -> Iterator[str]:
    for step in old.steps:
        places = items.get(step.id, (None,) * len(step.checklist))
        for item, place, mark in zip(
            step.checklist, places, state.steps[step.id].items, strict=True
        ):
            if place is None and mark.is_settled:
                yield item.text
    yield from (step.title for step in old.steps if _is_lost_step(step, new, state))


def _is_lost_step(step: Step, new: Procedure, state: RunState) -> bool:
    return step.id not in new.by_id and state.steps[step.id].done_at is not None and not step.is_end


def _undecided(ways: dict[str, tuple[int | None, ...]], state: RunState) -> Iterator[str]:
    for step, places in ways.items():
        found = state.steps[step]
        if found.way is not None and found.is_done and places[found.way] is None:
            yield step


def _news(old: Procedure, new: Procedure, state: RunState) -> Iterator[StepNews]:
    """Tell of each step that is still to be done and is different, in the order of the new one."""
    for step in new.steps:
        before, found = old.by_id.get(step.id), state.steps.get(step.id)
        if before is None:
            yield StepNews(step.id, step.title, (News.ADDED,))
        elif found is None or (not found.is_done and found.relevant):
            what = tuple(_differences(before, step))
            if what:
                yield StepNews(step.id, step.title, what, *_item_news(before, step))
    for step in old.steps:
        if step.id not in new.by_id and not state.steps[step.id].is_done:
            yield StepNews(step.id, step.title, (News.REMOVED,))


def _item_news(before: Step, after: Step) -> tuple[tuple[str, ...], tuple[str, ...]]:
    old = [item.text for item in before.checklist]
    new = [item.text for item in after.checklist]
    return tuple(t for t in new if t not in old), tuple(t for t in old if t not in new)


def _differences(before: Step, after: Step) -> Iterator[News]:
    pairs = (
        (News.TITLE, before.title != after.title),
        (News.ROLE, before.role != after.role),
        (News.DEADLINE, before.deadline != after.deadline),
        (News.GATE, before.gate != after.gate),
        (News.ITEMS, before.checklist != after.checklist),
        (News.WAYS, before.next != after.next),
        (News.GUIDE, before.guide != after.guide),
        (News.LAW, before.law != after.law),
        (News.DOCUMENT, before.document != after.document),
    )
    yield from (news for news, is_different in pairs if is_different)
