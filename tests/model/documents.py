"""Hypothesis strategies for whole documents: anything that a file can hold and be decoded."""

from datetime import date

from hypothesis import strategies as st

from app.model.library.card import ActionCard, CardItem, CardSection
from app.model.library.catalogue import Act, Catalogue, Event, Library, Provision, Role, Theme
from app.model.library.procedure import (
    Checked,
    CheckItem,
    Deadline,
    EventDay,
    Gate,
    LastDay,
    Procedure,
    Step,
    StepKind,
    Tag,
    Transition,
)
from app.model.library.tool import FieldKind, Tool, ToolField

SLUGS = st.sampled_from(["a", "b", "c", "barnet", "trigger", "raadgiver", "meget-langt-navn"])
LAWS = st.sampled_from(["bl:5", "bl:5.3", "bl:171b", "xyz:1.1"])
REFS = st.sampled_from(["trigger", "a", "b", "c", "date:a", "date:fyldt-18"])
WITHIN = st.sampled_from(["0 days", "24 hours", "6 weekdays", "4 months", "9999 weeks"])
TEXTS = st.sampled_from(
    ["", " ", "Ja", "ja", "Barnet er hørt.", "{{a}}", "x {{b}} {{}}", "T" * 120]
)
DATES = st.dates(date(1990, 1, 1), date(2050, 1, 1))


def some(values: st.SearchStrategy[object], most: int = 3) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(values, max_size=most).map(tuple)


def maybe(values: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.none() | values


_PLAIN_DEADLINES = st.builds(
    Deadline,
    within=maybe(WITHIN),
    after=maybe(REFS),
    before=maybe(REFS),
    last_day=st.sampled_from(LastDay),
    event_day=st.sampled_from(EventDay),
    law=maybe(LAWS),
    reason=TEXTS,
    earliest=st.booleans(),
)
DEADLINES = st.recursive(
    _PLAIN_DEADLINES,
    lambda parts: st.builds(
        Deadline, within=maybe(WITHIN), after=maybe(REFS), first_of=some(parts), reason=TEXTS
    ),
    max_leaves=3,
)
CHECKED = st.builds(Checked, SLUGS, DATES)
STEPS = st.builds(
    Step,
    id=SLUGS,
    title=TEXTS,
    kind=st.sampled_from(StepKind),
    role=SLUGS,
    law=some(LAWS),
    deadline=maybe(DEADLINES),
    gate=maybe(st.builds(Gate, some(SLUGS), maybe(LAWS))),
    guide=TEXTS,
    checklist=some(st.builds(CheckItem, TEXTS, st.booleans(), some(st.sampled_from(Tag), 1))),
    asks=some(SLUGS, 1),
    cards=some(SLUGS, 1),
    tools=some(SLUGS, 1),
    next=some(st.builds(Transition, SLUGS, TEXTS)),
    continue_in=some(SLUGS, 1),
)
PROCEDURES = st.builds(
    Procedure,
    id=SLUGS,
    title=TEXTS,
    theme=SLUGS,
    summary=TEXTS,
    trigger=TEXTS,
    checked=CHECKED,
    roles=some(SLUGS),
    steps=st.lists(STEPS, min_size=1, max_size=6).map(tuple),
    trigger_event=maybe(SLUGS),
    purpose=TEXTS,
    law=some(LAWS),
    related=some(SLUGS, 1),
)
CARDS = st.builds(
    ActionCard,
    id=SLUGS,
    title=TEXTS,
    aim=TEXTS,
    theme=SLUGS,
    when=TEXTS,
    roles=some(SLUGS),
    checked=CHECKED,
    sections=some(st.builds(CardSection, TEXTS, some(st.builds(CardItem, TEXTS)))),
    law=some(LAWS),
)
TOOLS = st.builds(
    Tool,
    id=SLUGS,
    title=TEXTS,
    theme=SLUGS,
    purpose=TEXTS,
    checked=CHECKED,
    body=some(TEXTS, 5).map(lambda lines: "\n".join(str(line) for line in lines)),
    fields=some(
        st.builds(
            ToolField,
            id=SLUGS,
            label=TEXTS,
            kind=st.sampled_from(FieldKind),
            options=some(TEXTS),
            columns=some(TEXTS),
        )
    ),
    roles=some(SLUGS),
)
CATALOGUES = st.builds(
    Catalogue,
    themes=some(st.builds(Theme, SLUGS, TEXTS, TEXTS, SLUGS, SLUGS)),
    roles=some(st.builds(Role, SLUGS, TEXTS, TEXTS)),
    events=some(st.builds(Event, SLUGS, TEXTS, TEXTS)),
    acts=some(st.builds(Act, st.sampled_from(["bl", "xyz"]), TEXTS, TEXTS, TEXTS, DATES, TEXTS)),
    provisions=some(st.builds(Provision, LAWS, TEXTS)),
)
LIBRARIES = st.builds(Library, CATALOGUES, some(PROCEDURES), some(CARDS, 2), some(TOOLS, 2))
