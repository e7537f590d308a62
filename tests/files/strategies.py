"""Hypothesis strategies for whole documents, with texts that try to be taken for something else."""

from datetime import date
from typing import TypeVar

from hypothesis import strategies as st

from app.model.library.assembly import library_of
from app.model.library.card import ActionCard, CardItem, CardSection
from app.model.library.catalogue import Act, Catalogue, Event, Library, Provision, Role, Rung, Theme
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
    Whose,
)
from app.model.library.synonym import Synonym
from app.model.library.tool import FieldKind, Tool, ToolField
from app.model.library.wayfinder import Age, Lead, WayfinderHappening, WayfinderStage

T = TypeVar("T")
Placed = TypeVar("Placed", Procedure, ActionCard, Tool)

TRICKY = [
    *(
        "",
        " ",
        "  to mellemrum",
        "til sidst ",
        "\t",
        "\n",
        "\n\n",
        "a\nb",
        "a\n\nb\n",
        "a\n \nb",
        "x\n\n",
    ),
    *(
        "ja",
        "no",
        "on",
        "y",
        "~",
        "null",
        "true",
        "12",
        "1.5",
        "0x1f",
        "2026-11-22",
        "12:30",
        ".",
        "=",
        "<<",
    ),
    *(
        "a: b",
        "a:",
        "# a",
        "a #b",
        "- a",
        "? a",
        "! a",
        "& a",
        "* a",
        "> a",
        "| a",
        "% a",
        "@ a",
        "` a",
    ),
    *(
        "[a]",
        "{a}",
        "a, b",
        '"a"',
        "'a'",
        "it's",
        'en "god" dag',
        "C:\\mappe\\",
        "\\",
        "\\n",
        "\\*",
    ),
    *(
        "- [ ] a",
        "- [x] a",
        "## a",
        "**a**",
        "**",
        "****",
        "*",
        "a**b",
        "**a** og **b**",
        "***a***",
    ),
    *(
        "{{felt}}",
        "{{",
        "---",
        "...",
        "--- a",
        "a\n---\nb",
        "```\nkode\n```",
        "<b>a</b>",
        "&#10;",
        "\\&#10;",
    ),
    *(
        "æøå ÆØÅ é § 12, stk. 2 – «så» … 👧",
        "a\r\nb",
        "a\rb",
        "\x00",
        "\x7f",
        "\x85",
        "\u2028",
        "\ufeff",
    ),
    *(
        "\u00a0a\u00a0",
        "&nbsp;",
        "en lang linje " * 20,
        "  - a\n  - b",
        "a\n\tb",
        "\ufffe",
        "\ud7ff",
    ),
]

texts = st.one_of(
    st.sampled_from(TRICKY),
    st.text(max_size=12),
    st.lists(st.sampled_from(TRICKY), min_size=2, max_size=3).map("".join),
    st.text(alphabet=" \n\t#*-[]>:{}\\&'\"ax", max_size=12),
)
# Drawn from a handful: a drawing after a pattern takes longer than all that is asked of it.
slugs = st.sampled_from(
    [
        *("a", "z9", "modtag", "tal-med-barnet", "abcdef-abcd-abcd", "a-1", "1-a", "a-a-a"),
        *("no", "on", "off", "y", "n", "yes", "null", "true", "false", "inf", "nan", "e1"),
        *("0", "12", "012", "0x1f", "0o17", "1e5", "1-2", "2026-11-22", "trigger", "date"),
    ]
) | st.text("abeno019x", min_size=1, max_size=6)
law_refs = st.sampled_from(["bl:1", "bl:136.2", "no:12", "on:171b", "y:0", "null:1a.3", "abcd:999"])
withins = st.sampled_from(
    [
        f"{number} {unit}"
        for unit in ("hours", "days", "weeks", "months", "weekdays", "workdays")
        for number in (0, 1, 12, 99, "05")
    ]
)
event_refs = st.one_of(st.just("trigger"), slugs, slugs.map("date:{}".format))
targets = st.sampled_from(
    [
        *("procedure:a", "procedure:no/y", "procedure:abcd/null", "procedure:on"),
        *("card:a", "card:null", "tool:no", "tool:abcd"),
    ]
)
dates = st.dates(date(1900, 1, 1), date(2100, 1, 1))
checked = st.none() | st.builds(Checked, slugs, dates)


def few(of: st.SearchStrategy[T], most: int = 2) -> st.SearchStrategy[tuple[T, ...]]:
    """Draw a short tuple."""
    return st.lists(of, max_size=most).map(tuple)


def some(of: st.SearchStrategy[T]) -> st.SearchStrategy[tuple[T, ...]]:
    """Draw a short tuple that is not empty."""
    return st.lists(of, min_size=1, max_size=2).map(tuple)


simple_deadlines = st.builds(
    Deadline,
    within=st.none() | withins,
    after=st.none() | event_refs,
    before=st.none() | event_refs,
    last_day=st.sampled_from(LastDay),
    event_day=st.sampled_from(EventDay),
    law=st.none() | law_refs,
    reason=texts,
    whose=st.sampled_from(Whose),
    earliest=st.booleans(),
    ends=st.booleans(),
    once_chosen=st.booleans(),
    unless=st.none() | slugs,
    late=texts,
)
deadlines = (
    simple_deadlines
    | st.builds(Deadline, first_of=few(simple_deadlines))
    | st.builds(Deadline, one_of=few(simple_deadlines))
)
check_items = st.builds(
    CheckItem,
    texts,
    required=st.booleans(),
    tags=few(st.sampled_from(Tag)),
    advice=st.booleans(),
)
steps = st.builds(
    Step,
    slugs,
    texts,
    st.sampled_from(StepKind),
    slugs,
    law=few(law_refs),
    deadline=st.none() | deadlines,
    gate=st.none() | st.builds(Gate, few(slugs), st.none() | law_refs),
    guide=texts,
    checklist=few(check_items, 3),
    document=texts,
    asks=few(slugs),
    cards=few(slugs),
    tools=few(slugs),
    next=few(st.builds(Transition, slugs, texts)),
    continue_in=few(slugs),
)
procedures = st.builds(
    Procedure,
    slugs,
    texts,
    slugs,
    texts,
    texts,
    few(slugs),
    st.lists(steps, min_size=1, max_size=2).map(tuple),
    checked=checked,
    trigger_event=st.none() | slugs,
    purpose=texts,
    applies=texts,
    law=few(law_refs),
    related=few(slugs),
)
cards = st.builds(
    ActionCard,
    slugs,
    texts,
    texts,
    slugs,
    texts,
    few(slugs),
    few(st.builds(CardSection, texts, few(st.builds(CardItem, texts, st.booleans()), 3)), 3),
    deadline=texts,
    law=few(law_refs),
    note=texts,
    checked=checked,
)
fields = st.builds(
    ToolField,
    slugs,
    texts,
    st.sampled_from(FieldKind),
    hint=texts,
    options=few(texts),
    columns=few(texts),
    lines=st.integers(-3, 99),
)
tools = st.builds(
    Tool,
    slugs,
    texts,
    slugs,
    texts,
    texts,
    fields=few(fields),
    checked=checked,
    roles=few(slugs),
    law=few(law_refs),
    apart=st.booleans(),
)
leads = st.builds(Lead, targets, few(slugs))
happenings = st.builds(WayfinderHappening, slugs, texts, some(leads))
catalogues = st.builds(
    Catalogue,
    few(st.builds(Theme, slugs, texts, texts, texts, texts)),
    few(st.builds(Role, slugs, texts, texts, texts)),
    few(st.builds(Event, slugs, texts, texts)),
    few(st.builds(Act, slugs, texts, texts, texts, dates, texts, texts)),
    few(st.builds(Provision, law_refs, texts)),
    few(st.builds(Synonym, texts, some(texts), st.booleans())),
    few(st.builds(Age, slugs, texts)),
    few(st.builds(WayfinderStage, slugs, texts, some(happenings))),
    few(st.builds(Rung, slugs, texts, texts, few(slugs), few(slugs), few(law_refs))),
)


@st.composite
def libraries(draw: st.DrawFn) -> Library:
    """Draw a library in the order in which one is read: no id twice."""

    def few_of(of: st.SearchStrategy[Placed]) -> list[Placed]:
        return draw(st.lists(of, max_size=2, unique_by=lambda thing: thing.id))

    documents = [*few_of(procedures), *few_of(cards), *few_of(tools)]
    return library_of(draw(catalogues), documents)
