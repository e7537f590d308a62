"""Every fault is found where it stands, and nothing else is."""

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from app.model.checks.checker import check_card, check_library, check_procedure, check_tool
from app.model.findings import Finding, Severity
from app.model.library.card import ActionCard, CardItem, CardSection
from app.model.library.catalogue import Act, Catalogue, Event, Library, Provision, Role, Theme
from app.model.library.procedure import (
    Checked,
    CheckItem,
    Deadline,
    Gate,
    LastDay,
    Procedure,
    Step,
    StepKind,
    Tag,
    Talk,
    Transition,
    Whose,
)
from app.model.library.tool import FieldKind, Tool, ToolField
from tests.model.make import CHECKED, flow, procedure, step

E, W = Severity.ERROR, Severity.WARNING
END = step("slut", kind=StepKind.END)
TALK = replace(step("talk", "slut", kind=StepKind.CONVERSATION), talk=Talk.HEARING)
CATALOGUE = Catalogue(
    themes=(Theme("tema", "Tema", "Et tema", "inbox", "akut"),),
    roles=(Role("barnet", "Barnet", "Hovedperson"), Role("raadgiver", "Rådgiver", "Fører sagen")),
    events=(Event("fyldt-18", "Fylder 18", "den unge fylder 18"),),
    acts=(Act("bl", "Barnets lov", "barnets lov", "LBK 282", date(2025, 3, 17), "x"),),
    provisions=(Provision("bl:5", "Barnet høres"), Provision("bl:136.2", "Inden 24 timer")),
)
LIBRARY = Library(CATALOGUE)
CARD = ActionCard(
    "kort", "Kort", "Gør det", "tema", "det sker", ("raadgiver",),
    (CardSection("Først", (CardItem("Det er gjort"),)),), checked=CHECKED,
)  # fmt: skip
TOOL = Tool(
    "skema", "Skema", "tema", "Skriv det", "{{svar}}", (ToolField("svar", "Svar"),),
    ("raadgiver",), checked=CHECKED,
)  # fmt: skip


def seen(findings: tuple[Finding, ...]) -> list[tuple[Severity, str, tuple[str | int, ...]]]:
    return [(one.severity, one.code, one.place.path) for one in findings]


def check(made: Procedure) -> list[tuple[Severity, str, tuple[str | int, ...]]]:
    return seen(check_procedure(made, LIBRARY))


def of(code: str, findings: tuple[Finding, ...]) -> Finding:
    return next(one for one in findings if one.code == code)


def test_a_sound_library_has_no_findings() -> None:
    sound = replace(LIBRARY, procedures=(flow("a > slut\nslut!"),), cards=(CARD,), tools=(TOOL,))
    assert check_library(sound) == ()


# References


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"theme": "intet"}, (E, "unknown_theme", ("theme",))),
        ({"roles": ("raadgiver", "intet")}, (E, "unknown_role", ("roles", 1))),
        ({"roles": ("raadgiver", "raadgiver")}, (W, "role_twice", ("roles", 1))),
        ({"law": ("bl:5.3", "bl:999")}, (E, "unknown_provision", ("law", 1))),
        ({"law": ("xyz:1",)}, (E, "unknown_act", ("law", 0))),
        ({"checked": Checked("xyz", date(2026, 1, 1))}, (E, "unknown_act", ("checked", "act"))),
        ({"checked": Checked("bl", date(2024, 1, 1))}, (W, "checked_older", ("checked", "date"))),
        ({"checked": None}, (W, "not_checked", ("checked",))),
        ({"trigger_event": "intet"}, (E, "unknown_event", ("trigger_event",))),
        ({"related": ("intet",)}, (W, "unknown_procedure", ("related", 0))),
    ],
)
def test_broken_references_of_a_procedure(
    changes: dict[str, object], expected: tuple[Severity, str, tuple[str | int, ...]]
) -> None:
    sound = flow("a > slut\nslut!")
    assert expected in check(replace(sound, **changes))


@pytest.mark.parametrize(
    ("broken", "expected"),
    [
        (step("a", "slut", law=("bl:999",)), (E, "unknown_provision", ("law", 0))),
        (replace(step("a", "slut"), role="intet"), (E, "unknown_role", ("role",))),
        (replace(step("a", "slut"), role="barnet"), (E, "role_without_lane", ("role",))),
        (step("a", "slut", cards=("intet",)), (E, "unknown_card", ("cards", 0))),
        (step("a", "slut", tools=("intet",)), (E, "unknown_tool", ("tools", 0))),
        (step("a", "slut", asks=("intet",)), (E, "unknown_event", ("asks", 0))),
        (step("a", "slut", "intet"), (E, "unknown_step", ("next", 1, "to"))),
        (
            step("a", "slut", gate=Gate(("intet",), "bl:999")),
            (E, "unknown_provision", ("gate", "law")),
        ),
        (step("a", "slut", gate=Gate(("intet",))), (E, "unknown_step", ("gate", "needs", 0))),
        (step("a", "slut", gate=Gate(())), (W, "gate_empty", ("gate",))),
        (step("a", "slut", gate=Gate(("a",))), (E, "gate_needs_later", ("gate", "needs", 0))),
        (step("a", "slut", gate=Gate(("slut",))), (E, "gate_needs_later", ("gate", "needs", 0))),
        (step("a", "slut", continue_in=("a",)), (E, "handover_without_end", ("continue_in",))),
    ],
)
def test_broken_references_of_a_step(
    broken: Step, expected: tuple[Severity, str, tuple[str | int, ...]]
) -> None:
    severity, code, path = expected
    assert (severity, code, ("steps", "a", *path)) in check(procedure(broken, END))


def test_an_unknown_procedure_to_go_on_in_is_a_warning_since_a_library_may_hold_a_part() -> None:
    end = step("slut", kind=StepKind.END, continue_in=("intet",))
    expected = (W, "unknown_procedure", ("steps", "slut", "continue_in", 0))
    assert check(procedure(step("a", "slut"), end)) == [expected]


def test_a_provision_is_named_as_law_is_cited() -> None:
    found = check_procedure(replace(flow("a > slut\nslut!"), law=("bl:999.2",)), LIBRARY)
    assert of("unknown_provision", found).params == {
        "law": "barnets lov §\u00a0999, stk.\u00a02", "ref": "bl:999.2",
    }  # fmt: skip


# Ways


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        ("slut!", (E, "start_is_end", ("steps", "slut", "kind"))),
        ("a > slut\nslut!\nb > slut", (E, "unreachable", ("steps", "b"))),
        ("a > b slut\nb\nslut!", (E, "dead_end", ("steps", "b"))),
        ("a > slut\nslut! > a", (E, "end_with_ways", ("steps", "slut", "next"))),
        ("a? > slut\nslut!", (E, "decision_one_way", ("steps", "a", "next"))),
        ("a > b\nb > a", (E, "no_end", ("steps",))),
        ("a > b slut\nb > c\nc > b\nslut!", (E, "endless_round", ("steps", "b", "next"))),
        ("a > slut slut\nslut!", (W, "way_twice", ("steps", "a", "next", 1, "to"))),
        ("a > slut\na > slut\nslut!", (E, "duplicate_id", ("steps", "a", "id"))),
        ("trigger > slut\nslut!", (E, "reserved_id", ("steps", "trigger", "id"))),
    ],
)
def test_faults_of_the_flow(
    drawn: str, expected: tuple[Severity, str, tuple[str | int, ...]]
) -> None:
    assert expected in check(flow(drawn))


def test_a_round_with_a_way_out_is_no_fault() -> None:
    assert "endless_round" not in {code for _, code, _ in check(flow("a > v\nv? > slut a\nslut!"))}


def test_the_steps_of_an_endless_round_are_named() -> None:
    found = check_procedure(flow("a > b slut\nb > c\nc > b\nslut!"), LIBRARY)
    assert of("endless_round", found).params == {"steps": "»B«, »C«"}


@pytest.mark.parametrize(
    ("ways", "expected"),
    [
        (("Ja", ""), (E, "way_without_condition", ("steps", "v", "next", 1))),
        (("Ja", " "), (E, "way_without_condition", ("steps", "v", "next", 1))),
        (("Ja", "ja"), (E, "condition_twice", ("steps", "v", "next", 1, "when"))),
        (("Ja", "N" * 27), (W, "condition_too_long", ("steps", "v", "next", 1, "when"))),
    ],
)
def test_faults_of_choices(
    ways: tuple[str, str], expected: tuple[Severity, str, tuple[str | int, ...]]
) -> None:
    choice = replace(
        step("v", kind=StepKind.DECISION), next=tuple(Transition("slut", when) for when in ways)
    )
    assert expected in check(procedure(choice, END))


def test_a_condition_where_there_is_no_choice_is_a_warning() -> None:
    made = replace(step("a"), next=(Transition("slut", "Ja"),))
    assert (W, "condition_without_choice", ("steps", "a", "next", 0, "when")) in check(
        procedure(made, END)
    )


def test_lanes_are_those_that_are_used_the_childs_first() -> None:
    unused = replace(flow("a > slut\nslut!"), roles=("raadgiver", "barnet"))
    assert check(unused) == [
        (W, "lane_unused", ("roles", 1)),
        (W, "child_lane_not_first", ("roles",)),
    ]


# Deadlines

LAW = "bl:136.2"


@pytest.mark.parametrize(
    ("deadline", "expected"),
    [
        (Deadline("1 days"), (E, "deadline_form", ())),
        (Deadline(after="trigger"), (E, "deadline_form", ())),
        (Deadline("1 days", after="trigger", before="trigger"), (E, "deadline_form", ())),
        (
            Deadline("1 days", after="trigger", first_of=(Deadline("1 days", after="trigger"),)),
            (E, "deadline_form", ()),
        ),
        (Deadline(first_of=(Deadline("1 days"),)), (E, "deadline_form", ("first_of", 0))),
        (
            Deadline(first_of=(Deadline(first_of=(Deadline("1 days", after="trigger"),)),)),
            (E, "deadline_nested", ("first_of", 0)),
        ),
        (Deadline("1 days", after="trigger", law="bl:9"), (E, "unknown_provision", ("law",))),
        (Deadline("1 days", after="intet"), (E, "unknown_step", ("after",))),
        (Deadline("1 days", after="b"), (E, "deadline_after_later", ("after",))),
        (Deadline("1 days", after="slut"), (E, "deadline_after_later", ("after",))),
        (Deadline("1 days", before="a"), (W, "deadline_before_step", ("before",))),
        (Deadline("1 days", after="date:intet"), (E, "unknown_event", ("after",))),
        (Deadline("1 days", after="date:fyldt-18"), (W, "date_not_asked", ("after",))),
        (Deadline("1 days", after="trigger"), (W, "deadline_without_ground", ())),
        (
            Deadline("1 days", before="trigger", last_day=LastDay.ROLLS),
            (W, "rolls_without_effect", ("last_day",)),
        ),
        (
            Deadline("24 hours", after="trigger", last_day=LastDay.ROLLS),
            (W, "rolls_without_effect", ("last_day",)),
        ),
        (
            Deadline("4 weeks", after="trigger", last_day=LastDay.ROLLS, law=LAW),
            (W, "rolls_without_effect", ("last_day",)),
        ),
        (
            Deadline("1 days", after="trigger", law=LAW, unless="intet"),
            (E, "unknown_event", ("unless",)),
        ),
        (
            Deadline(
                first_of=(Deadline("1 days", after="trigger"),),
                one_of=(Deadline("1 days", after="trigger"),),
            ),
            (E, "deadline_form", ()),
        ),
        (
            Deadline("1 days", after="trigger", law=LAW, whose=Whose.FAMILY, late="Gør det"),
            (W, "late_without_effect", ("late",)),
        ),
    ],
)
def test_faults_of_deadlines(
    deadline: Deadline, expected: tuple[Severity, str, tuple[str | int, ...]]
) -> None:
    made = procedure(step("a", "b"), step("b", "slut", deadline=deadline), END)
    severity, code, path = expected
    assert (severity, code, ("steps", "b", "deadline", *path)) in check(made)


@pytest.mark.parametrize(
    "deadline",
    [
        Deadline("24 hours", after="trigger", law=LAW),
        Deadline("1 days", after="a", reason="Anbefaling"),
        Deadline("6 months", before="date:fyldt-18", law="bl:5.3"),
        Deadline(first_of=(Deadline("1 days", after="trigger"),), law=LAW),
        Deadline(first_of=(Deadline("1 days", after="trigger", law=LAW),)),
        Deadline("4 weeks", after="trigger", last_day=LastDay.ROLLS, whose=Whose.FAMILY, law=LAW),
        Deadline(
            one_of=(Deadline("1 days", after="trigger"), Deadline("1 days", after="a")), law=LAW
        ),
    ],
)
def test_sound_deadlines_pass(deadline: Deadline) -> None:
    made = procedure(step("a", "b", asks=("fyldt-18",)), step("b", "slut", deadline=deadline), END)
    assert check(made) == []


def test_a_date_that_is_the_trigger_needs_no_question() -> None:
    deadline = Deadline("1 days", after="date:fyldt-18", law=LAW)
    made = procedure(step("a", "slut", deadline=deadline), END, trigger_event="fyldt-18")
    assert check(made) == []


def test_a_later_step_may_be_counted_from_where_a_round_leads_back() -> None:
    again = Deadline("3 months", after="v", law=LAW)
    made = procedure(
        step("a", "v", deadline=again), step("v", "slut", "a", kind=StepKind.DECISION), END
    )
    assert "deadline_after_later" not in {code for _, code, _ in check(made)}


def test_a_step_beside_may_be_counted_from() -> None:
    made = procedure(
        step("a", "b", "c"),
        step("b", "slut"),
        step("c", "slut", deadline=Deadline("1 days", after="b", law=LAW)),
        END,
    )
    assert check(made) == []


# The child


def child(drawn: str, **gates: str) -> list[tuple[str, tuple[str | int, ...]]]:
    """Draw a flow whose talks stand in the child's lane; `v="talk"` gives v a gate."""
    steps = [
        replace(
            one,
            role="barnet" if one.kind is StepKind.CONVERSATION else one.role,
            gate=Gate((gates[one.id],)) if one.id in gates else None,
        )
        for one in flow(drawn).steps
    ]
    made = replace(procedure(*steps), roles=("barnet", "raadgiver"))
    return [(code, path) for _, code, path in check(made) if code.startswith("child_n")]


def test_a_procedure_that_decides_without_any_talk_is_warned_of() -> None:
    assert child("v? > a slut\na > slut\nslut!") == [("child_never_heard", ("steps",))]
    assert child("a > slut\nslut!") == []


def test_a_decision_that_can_end_the_case_unheard_is_warned_of() -> None:
    assert child("v? > talk slut\ntalk& > slut\nslut!") == [("child_not_heard", ("steps", "v"))]


def test_a_talk_before_the_decision_is_enough() -> None:
    assert child("talk& > v\nv? > a slut\na > slut\nslut!") == []


def test_a_gate_that_waits_for_a_talk_is_enough() -> None:
    assert child("v? > talk slut\ntalk& > slut\nslut!", v="talk") == []
    assert child("v? > talk a\ntalk& > slut\na > slut\nslut!", a="talk") == []


def test_a_talk_that_all_ways_lead_to_is_enough() -> None:
    assert child("v? > a talk\na > talk\ntalk& > slut\nslut!") == []
    assert child("v? > a b\na > talk slut\nb > talk\ntalk& > slut\nslut!") == []


def test_an_end_that_hands_over_leaves_the_talk_to_the_next() -> None:
    steps = [
        step("v", "talk", "akut", kind=StepKind.DECISION),
        replace(TALK, role="barnet"),
        step("akut", kind=StepKind.END, continue_in=("prove",)),
        END,
    ]
    made = replace(procedure(*steps), roles=("barnet", "raadgiver"))
    assert [code for _, code, _ in check(made)] == ["unknown_procedure"]


def test_a_talk_that_gives_the_child_its_answer_hears_nobody() -> None:
    decision = step("v", "talk", "slut", kind=StepKind.DECISION)
    told = replace(TALK, role="barnet", talk=Talk.ANSWER)
    made = replace(procedure(decision, told, END), roles=("barnet", "raadgiver"))
    assert "child_never_heard" in [code for _, code, _ in check(made)]


def test_a_talk_that_does_not_say_what_it_is_for_is_told_of() -> None:
    unsaid = replace(TALK, role="barnet", talk=None)
    made = replace(procedure(step("a", "talk"), unsaid, END), roles=("barnet", "raadgiver"))
    assert (W, "talk_unsaid", ("steps", "talk", "talk")) in check(made)


def test_a_talk_in_another_lane_is_warned_of() -> None:
    made = procedure(step("a", "talk"), TALK, END)
    assert check(made) == [(W, "talk_outside_lane", ("steps", "talk", "role"))]


def test_a_talk_with_the_child_is_one_in_any_lane() -> None:
    decision = step("v", "a", "slut", kind=StepKind.DECISION)
    talk = step("talk", "v", kind=StepKind.CONVERSATION)
    made = procedure(step("start", "talk"), talk, decision, step("a", "slut"), END)
    assert not any(code.startswith("child_n") for _, code, _ in check(made))


# Texts


def test_a_line_that_is_too_long_to_stand_beside_a_title_is_told_of() -> None:
    made = procedure(step("a", "slut"), END)
    assert check(replace(made, summary="T" * 140)) == check(made)
    long = replace(made, summary="T" * 141, trigger="T" * 200)
    found = [one for one in check(long) if one not in check(made)]
    assert found == [(W, "line_too_long", ("summary",)), (W, "line_too_long", ("trigger",))]


def test_a_reason_or_a_heading_that_is_too_long_to_be_read_at_a_glance_is_told_of() -> None:
    def told(long: Step, **head: str) -> list[tuple[str | int, ...]]:
        found = check_procedure(replace(procedure(long, END), **head), LIBRARY)
        return [one.place.path for one in found if one.code == "line_too_long"]

    parts = [Deadline("2 days", "trigger", reason="R" * length) for length in (140, 141)]
    several = Deadline(first_of=tuple(parts), reason="R" * 141)
    assert told(step("a", "slut", deadline=parts[0])) == []
    at = ("steps", "a")
    assert told(step("a", "slut", deadline=parts[1])) == [(*at, "deadline", "reason")]
    assert told(step("a", "slut", deadline=several)) == [
        (*at, "deadline", "reason"),
        (*at, "deadline", "first_of", 1, "reason"),
    ]
    headings = f"## {'H' * 110}\n## {'H' * 111}\n"
    assert told(step("a", "slut", document=headings)) == [(*at, "document")]
    assert told(step("a", "slut"), without_child="W" * 141) == [("without_child",)]


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        (replace(step("a", "slut"), title="T" * 51), (W, "title_too_long", ("title",))),
        (
            step("a", "slut", checklist=(CheckItem("T" * 111),)),
            (W, "item_too_long", ("checklist", 0, "text")),
        ),
        (step("a", "slut", checklist=(CheckItem("T"),) * 8), (W, "many_items", ("checklist",))),
        (
            step("a", "slut", checklist=(CheckItem("T"),) * 10),
            (W, "too_many_items", ("checklist",)),
        ),
        (step("a", "slut", guide="Undersøgelsesvejledningen " * 30), (W, "lix_high", ("guide",))),
    ],
)
def test_texts_that_are_too_long_or_heavy(
    changed: Step, expected: tuple[Severity, str, tuple[str | int, ...]]
) -> None:
    severity, code, path = expected
    assert (severity, code, ("steps", "a", *path)) in check(procedure(changed, END))


def test_a_heavy_procedure_tells_its_figure() -> None:
    heavy = replace(flow("a > slut\nslut!"), purpose="Undersøgelsesvejledningen " * 30)
    found = of("lix_high", check_procedure(heavy, LIBRARY))
    assert found.place.path == ()
    assert (found.params["lix"], found.params["limit"]) == ("110", "45")
    assert found.params["words"] == "Undersøgelsesvejledningen"
    assert found.params["length"] == "30"


# Grounds and traces


def test_a_step_without_law_or_reason_is_warned_of() -> None:
    bare = procedure(step("a", "slut", guide=""), END)
    assert check(bare) == [(W, "step_without_ground", ("steps", "a", "law"))]


@pytest.mark.parametrize(
    "ground",
    [
        {"guide": "Fordi"},
        {"law": ("bl:5",)},
        {"deadline": Deadline("24 hours", "trigger", law="bl:136.2")},
        {"deadline": Deadline("2 days", "trigger", reason="Aftalt")},
    ],
)
def test_law_or_words_are_ground_enough(ground: dict[str, Any]) -> None:
    grounded = procedure(step("a", "slut", **{"guide": "", **ground}), END)
    assert check(grounded) == []


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (StepKind.CONVERSATION, True),
        (StepKind.MEETING, True),
        (StepKind.ACTIVITY, False),
        (StepKind.WAIT, False),
    ],
)
def test_what_is_said_is_to_be_written_down(kind: StepKind, expected: bool) -> None:
    silent = procedure(step("a", "slut", kind=kind, document=""), END)
    codes = [code for _, code, _ in check(silent)]
    assert ("step_without_documentation" in codes) is expected


def test_an_item_for_the_journal_is_documentation_enough() -> None:
    noted = CheckItem("Det er skrevet i journalen", tags=(Tag.DOCUMENTATION,))
    made = procedure(step("a", "slut", kind=StepKind.MEETING, document="", checklist=(noted,)), END)
    assert check(made) == []


def test_a_clock_must_be_started_by_something() -> None:
    late = step("a", "slut", deadline=Deadline("24 hours", "trigger", law="bl:136.2"))
    made = replace(procedure(late, END), trigger=" ")
    assert check(made) == [(W, "trigger_missing", ("trigger",))]
    assert check(replace(procedure(step("a", "slut"), END), trigger="")) == []


def test_a_guidance_is_to_be_read_within_a_pause() -> None:
    long = procedure(step("a", "slut", guide="Tal nu med ham. " * 100), END)
    found = of("guide_too_long", check_procedure(long, LIBRARY))
    assert found.params == {"seconds": "101", "limit": "90"}


# Cards and tools


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"theme": "intet"}, (E, "unknown_theme", ("theme",))),
        ({"title": "T" * 61}, (W, "title_too_long", ("title",))),
        ({"sections": ()}, (E, "card_empty", ("sections",))),
        ({"sections": (CardSection("S", ()),)}, (E, "section_empty", ("sections", 0))),
        (
            {"sections": (CardSection("S", (CardItem("x"),) * 10),)},
            (W, "section_too_long", ("sections", 0)),
        ),
        (
            {"sections": (CardSection("S", (CardItem("x"),) * 8),) * 2},
            (W, "card_too_long", ("sections",)),
        ),
        (
            {"sections": (CardSection("S", (CardItem("x" * 111),)),)},
            (W, "item_too_long", ("sections", 0, "items", 0)),
        ),
        ({"note": "Undersøgelsesvejledningen " * 30}, (W, "lix_high", ())),
        ({"aim": "x" * 141}, (W, "line_too_long", ("aim",))),
        ({"when": "x" * 141}, (W, "line_too_long", ("when",))),
        ({"deadline": "x" * 141}, (W, "line_too_long", ("deadline",))),
        (
            {"sections": (CardSection("S" * 51, (CardItem("x"),)),)},
            (W, "title_too_long", ("sections", 0, "title")),
        ),
    ],
)
def test_faults_of_cards(
    changes: dict[str, object], expected: tuple[Severity, str, tuple[str | int, ...]]
) -> None:
    found = check_card(replace(CARD, **changes), LIBRARY)
    assert expected in seen(found)


def test_a_card_for_the_child_may_weigh_less() -> None:
    note = "Barnet fortæller om hverdagen. " * 10
    assert check_card(replace(CARD, note=note), LIBRARY) != ()
    plain = "Du må gerne sige nej. Du må tage en ven med. Vi skriver ned, hvad du siger os. " * 5
    middle = replace(CARD, note=plain + "Rådgiveren skriver derefter samtalen færdig. " * 2)
    limits = [
        of("lix_high", check_card(one, LIBRARY)).params["limit"]
        for one in (
            replace(CARD, note=note),
            replace(CARD, note=note, roles=("barnet",)),
        )
    ]
    assert limits == ["35", "25"]
    assert check_card(middle, LIBRARY) == ()


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"theme": "intet"}, (E, "unknown_theme", ("theme",))),
        ({"body": "{{svar}}\n\n{{intet}}"}, (E, "unknown_field", ("body",))),
        ({"body": "{{svar}}\n\n{{svar}}"}, (W, "field_twice", ("body",))),
        ({"body": "Svar: {{svar}}"}, (W, "field_inside_text", ("body",))),
        ({"body": ""}, (W, "field_not_placed", ("fields", "svar"))),
        ({"body": " \n", "fields": ()}, (E, "tool_empty", ("body",))),
        (
            {"fields": (ToolField("svar", "Svar"),) * 2},
            (E, "duplicate_id", ("fields", "svar", "id")),
        ),
        (
            {"fields": (ToolField("svar", "Svar", FieldKind.CHOICE, options=("Ja",)),)},
            (E, "choice_without_options", ("fields", "svar", "options")),
        ),
        (
            {"fields": (ToolField("svar", "Svar", FieldKind.SCALE, options=("Ja",)),)},
            (E, "scale_ends", ("fields", "svar", "options")),
        ),
        (
            {"fields": (ToolField("svar", "Svar", FieldKind.ROWS),)},
            (E, "rows_without_columns", ("fields", "svar", "columns")),
        ),
        ({"purpose": "x" * 141}, (W, "line_too_long", ("purpose",))),
        (
            {"fields": (ToolField("svar", "S" * 141),)},
            (W, "line_too_long", ("fields", "svar", "label")),
        ),
        (
            {"fields": (ToolField("svar", "S", FieldKind.CHOICE, options=("Ja", "N" * 61)),)},
            (W, "line_too_long", ("fields", "svar", "options", 1)),
        ),
        (
            {"fields": (ToolField("svar", "S", FieldKind.ROWS, columns=("K" * 61,)),)},
            (W, "line_too_long", ("fields", "svar", "columns", 0)),
        ),
        (
            {"body": "{{svar}}\n\n" + "Undersøgelsesvejledningen " * 30},
            (W, "lix_high", ("body",)),
        ),
    ],
)
def test_faults_of_tools(
    changes: dict[str, object], expected: tuple[Severity, str, tuple[str | int, ...]]
) -> None:
    found = check_tool(replace(TOOL, **changes), LIBRARY)
    assert expected in seen(found)


# Registers


def test_ids_are_unique_in_their_kind() -> None:
    twice = replace(
        LIBRARY,
        catalogue=replace(CATALOGUE, themes=CATALOGUE.themes * 2),
        cards=(CARD, CARD, CARD),
    )
    found = check_library(twice)
    places = [(one.code, one.place.kind, one.place.id) for one in found]
    assert places == [("duplicate_id", "theme", "tema"), ("duplicate_id", "card", "kort")]


def test_a_provision_belongs_to_an_act() -> None:
    lost = replace(CATALOGUE, provisions=(Provision("xyz:1", "Noget"),))
    (found,) = check_library(Library(lost))
    assert (found.code, found.place.kind, found.place.id) == ("unknown_act", "provision", "xyz:1")


def test_findings_come_in_the_order_of_the_steps() -> None:
    made = procedure(
        replace(step("a", "b"), title="T" * 51),
        replace(step("b", "slut"), role="intet"),
        END,
    )
    steps = [path[1] for _, _, path in check(replace(made, theme="intet")) if len(path) > 1]
    assert steps == ["a", "b"]
    assert check(replace(made, theme="intet"))[0][1] == "unknown_theme"
