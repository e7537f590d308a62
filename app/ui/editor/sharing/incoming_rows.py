"""A plan as rows of a list: by how things stand, what needs a choice most first."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from app.model.danish.notation import counted
from app.model.library.stored_version import Kind
from app.model.sharing.arrival_plan import (
    ArrivalPlan,
    Choices,
    Incoming,
    IncomingLine,
    IncomingPage,
)
from app.model.sharing.text_standing import ArrivalChoice, TextStanding
from app.ui.editor.sharing.sharing_words import (
    ICONS,
    choice_text,
    group_text,
    kind_word,
    line_title,
    register_text,
    standing_text,
    translate,
)
from app.ui.lists.grouped_list import Row

KIND_ICONS = {Kind.PROCEDURE: "procedures", Kind.CARD: "cards", Kind.TOOL: "tools"}

_ORDER = (
    TextStanding.BOTH,
    TextStanding.THERE,
    TextStanding.NEW,
    TextStanding.HERE,
    TextStanding.SAME,
)
_BADGES = {ArrivalChoice.TAKE: "bring-in", ArrivalChoice.MERGE: "link", ArrivalChoice.WAIT: "wait"}
TOGETHER = (TextStanding.NEW, TextStanding.SAME)
"""Lines of a register that stand so are one row: there may be hundreds of them."""


class Bunch(Struct, frozen=True):
    """What one row stands for: a text, a line of a register, or several lines of one."""

    members: tuple[Incoming, ...]

    @property
    def first(self) -> Incoming:
        return self.members[0]

    @property
    def page(self) -> IncomingPage | None:
        """The text, where it is one."""
        return self.first if isinstance(self.first, IncomingPage) else None

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        return tuple(one.key for one in self.members)


def bunches_of(plan: ArrivalPlan) -> tuple[Bunch, ...]:
    """Return what the rows stand for, in their order."""
    return tuple(bunch for standing in _ORDER for bunch in _standing_so(plan, standing))


def rows_of(plan: ArrivalPlan, choices: Choices) -> Sequence[Row]:
    """Make the rows; the choice stands below each title."""
    rows: list[Row] = []
    for standing, group in groupby(bunches_of(plan), key=lambda bunch: bunch.first.standing):
        found = list(group)
        count = sum(len(bunch.members) for bunch in found)
        words = group_text(standing, is_update=plan.is_update)
        shown = f"{count:,}".replace(",", ".")
        rows.append(Row(words, is_group=True, icon=ICONS[standing], count=shown))
        rows += [_row(bunch, plan, choices) for bunch in found]
    return rows


def title_of(bunch: Bunch, plan: ArrivalPlan) -> str:
    """Name what a row stands for."""
    if bunch.page is not None:
        return bunch.page.theirs.title
    first = bunch.first
    if len(bunch.members) > 1 or first.standing in TOGETHER:
        return register_text(first.key[0])
    assert isinstance(first, IncomingLine)
    return line_title(first.key, first.theirs, plan.catalogue)


def _standing_so(plan: ArrivalPlan, standing: TextStanding) -> Iterator[Bunch]:
    for page in plan.pages:
        if page.standing is standing:
            yield Bunch((page,))
    lines = [line for line in plan.lines if line.standing is standing]
    if standing not in TOGETHER:
        yield from (Bunch((line,)) for line in lines)
        return
    for _, group in groupby(lines, key=lambda line: line.key[0]):
        yield Bunch(tuple(group))


def _row(bunch: Bunch, plan: ArrivalPlan, choices: Choices) -> Row:
    first = bunch.first
    choice = choices.get(first.key)
    said = choice_text(choice, first) if choice is not None else ""
    title, what = title_of(bunch, plan), _what(bunch)
    sub = " · ".join(part for part in (what, said) if part)
    standing = standing_text(first.standing, is_update=plan.is_update)
    icon = KIND_ICONS[bunch.page.kind] if bunch.page is not None else "list"
    return Row(
        title,
        bunch,
        sub=sub,
        icon=icon,
        badge=_BADGES.get(choice, "") if choice is not None else "",
        spoken=_spoken((title, standing, what, said)),
    )


def _what(bunch: Bunch) -> str:
    if bunch.page is not None:
        return kind_word(bunch.page.kind)
    if bunch.first.standing in TOGETHER:
        return counted(
            len(bunch.members), translate("share", "linje"), translate("share", "linjer")
        )
    return register_text(bunch.first.key[0])


def _spoken(parts: Iterable[str]) -> str:
    return ", ".join(part for part in parts if part)
