"""The note to the journal tells in whole sentences what was done, and names nobody."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.model.cpr import holds_cpr
from app.model.journal.journal_fit import fitting, headings_of, led_by
from app.model.journal.journal_note import JournalNote, case_note, run_note, step_note
from app.model.library.catalogue import Catalogue, Event, Role
from app.model.library.procedure import (
    CheckItem,
    Deadline,
    Gate,
    Procedure,
    Step,
    StepKind,
    Tag,
    Transition,
)
from app.model.outgoing.outgoing_text import html_text, plain_text
from app.model.run.run import Mark, StepDone
from tests.model.log import Log
from tests.model.make import flow, procedure

DOCUMENT = "## Barnets syn\n## Søskende og netværk\n## Vurdering og begrundelse\n"


def the_procedure() -> Procedure:
    made = procedure(
        Step("modtag", "Modtag", StepKind.ACTIVITY, "raadgiver", next=(Transition("tal"),)),
        Step(
            "tal", "Tal med barnet", StepKind.CONVERSATION, "barnet", next=(Transition("vurder"),)
        ),
        Step(
            "vurder",
            "Skal sagen undersøges?",
            StepKind.DECISION,
            "raadgiver",
            law=("bl:18.1",),
            deadline=Deadline(within="24 hours", after="trigger", law="bl:136.2"),
            gate=Gate(("tal",), "bl:5.3"),
            checklist=(
                CheckItem("Søskende er vurderet"),
                CheckItem("Barnets syn er gengivet", required=True, tags=(Tag.CHILD_VOICE,)),
                CheckItem("Valget er begrundet", tags=(Tag.ASSESSMENT,)),
                CheckItem("Mødet er holdt"),
            ),
            document=DOCUMENT,
            next=(Transition("slut", "Nej"), Transition("mere", "Ja")),
        ),
        Step("mere", "Undersøg", StepKind.ACTIVITY, "raadgiver", next=(Transition("slut"),)),
        Step("slut", "Slut", StepKind.END, "raadgiver"),
    )
    return msgspec.structs.replace(made, roles=("barnet", "raadgiver"))


def a_talk() -> Procedure:
    """A talk with the child whose note asks for the child's own words."""
    talk = Step(
        "tal",
        "Tal med barnet",
        StepKind.CONVERSATION,
        "barnet",
        checklist=(
            CheckItem("Barnet er hørt, eller undladelsen er begrundet", tags=(Tag.CHILD_VOICE,)),
            CheckItem("Barnets ord er citeret", tags=(Tag.CHILD_VOICE,)),
        ),
        document="## Hvad barnet sagde, med barnets egne ord\n",
        next=(Transition("slut"),),
    )
    made = procedure(talk, Step("slut", "Slut", StepKind.END, "raadgiver"))
    return msgspec.structs.replace(made, roles=("barnet", "raadgiver"))


def note_of(log: Log, step: str = "vurder") -> JournalNote:
    return step_note(log.procedure, log.state(), step, Catalogue())


def under(note: JournalNote, heading: str) -> str:
    return next(" ".join(part.paragraphs) for part in note.parts if part.heading == heading)


def log() -> Log:
    return Log(the_procedure())


def test_it_begins_with_what_happened_when_and_on_what_basis() -> None:
    opening = under(note_of(log().done("modtag", "tal").decide("vurder", 0)), "")
    assert opening.startswith(
        "Noget er sket 23.11.2026 kl.\u00a09.00. Trinnet er udført 23.11.2026"
    )
    assert "Grundlaget er barnets lov §\u00a018, stk.\u00a01." in opening
    assert "Fristen 24.11.2026 kl.\u00a09.00 er holdt." in opening


def test_a_talk_that_was_not_held_is_ended_and_tells_nothing_of_what_the_child_said() -> None:
    one = Log(a_talk()).mark("tal", 0).not_heard("tal")
    note = note_of(one, "tal")
    assert "Trinnet er afsluttet 23.11.2026" in under(note, "")
    assert "udført" not in plain_text(note)
    assert "Barnet er hørt, eller undladelsen er begrundet." in under(note, "")
    assert under(note, "Hvad barnet sagde, med barnets egne ord") == "…"
    assert "Trinnet er udført" in under(note_of(Log(a_talk()).heard("tal"), "tal"), "")


def test_nothing_that_is_ticked_stands_where_somebody_is_quoted() -> None:
    note = note_of(Log(a_talk()).mark("tal", 1).heard("tal"), "tal")
    assert under(note, "Hvad barnet sagde, med barnets egne ord") == "…"
    assert "Barnets ord er citeret." in under(note, "")


def test_what_is_ticked_stands_under_the_heading_it_is_about() -> None:
    note = note_of(log().mark("vurder", 0).mark("vurder", 1).mark("vurder", 2).mark("vurder", 3))
    assert under(note, "Søskende og netværk") == "Søskende er vurderet."
    assert under(note, "Barnets syn").endswith("Barnets syn er gengivet.")
    assert under(note, "Vurdering og begrundelse") == "Valget er begrundet."
    assert under(note, "").endswith("Mødet er holdt.")


def test_a_step_that_asks_ends_the_sentence_it_stands_in() -> None:
    """`Skal sagen undersøges?` gets no stop after its own."""
    asked = the_procedure().step("vurder").title
    one = log().done("modtag", "tal")
    text = plain_text(run_note(one.procedure, one.state(), Catalogue()))
    assert asked.endswith("?")
    assert f"{asked} " in text.replace("\n", " ")
    assert "?." not in text


def test_a_heading_that_nothing_is_known_for_is_left_to_be_written() -> None:
    assert under(note_of(log()), "Søskende og netværk") == "…"


def test_what_is_required_and_missing_is_told_once_under_a_heading_of_its_own() -> None:
    note = note_of(log())
    assert under(note, "Mangler endnu") == "Krav i trinnet: »Barnets syn er gengivet«."
    assert "gengivet" not in under(note, "Barnets syn"), "that is about what the child thinks"
    assert plain_text(note).count("Mangler endnu") == 1
    assert "Mangler endnu" not in plain_text(note_of(log().mark("vurder", 1)))


def test_a_finished_step_tells_of_every_requirement_it_lacks() -> None:
    one = log().done("modtag").heard("tal").decide("vurder", 0)
    assert under(note_of(one), "Mangler endnu") == (
        "Trinnet er gjort færdigt, uden at kravet »Barnets syn er gengivet« er markeret."
    )
    assert "Mangler endnu" in plain_text(run_note(one.procedure, one.state(), Catalogue()))


def test_the_role_that_a_finished_step_belongs_to_is_named() -> None:
    roles = Catalogue(roles=(Role("raadgiver", "Rådgiver", ""), Role("barnet", "Barnet", "")))
    one = log().done("modtag").heard("tal")
    said = plain_text(run_note(one.procedure, one.state(), roles))
    assert "Trinnet er udført 23.11.2026 kl. 11.00 (rolle: Rådgiver)." in said
    assert "rolle: barnet" not in said


def test_what_another_has_seen_through_says_so_and_names_nobody() -> None:
    note = note_of(log().mark("vurder", 0).by("bo").mark("vurder", 0, Mark.VERIFIED))
    assert under(note, "Søskende og netværk") == "Søskende er vurderet (set efter af en anden)."


def test_an_old_mark_on_ones_own_work_or_on_what_nobody_did_is_not_told_as_anothers() -> None:
    own = note_of(log().mark("vurder", 0).mark("vurder", 0, Mark.VERIFIED))
    nobodys = note_of(log().mark("vurder", 0, Mark.VERIFIED))
    for note in (own, nobodys):
        assert under(note, "Søskende og netværk") == "Søskende er vurderet."


def test_a_child_that_was_heard_or_was_not_is_told_under_its_own_heading() -> None:
    assert under(note_of(log()), "Barnets syn").startswith("Barnet er ikke hørt.")
    heard = note_of(log().done("modtag").heard("tal"))
    assert under(heard, "Barnets syn").startswith(
        "Barnet er hørt 23.11.2026 kl.\N{NO-BREAK SPACE}12.00, alene. Raadgiver førte samtalen."
    )
    not_heard = note_of(log().done("modtag").not_heard("tal"))
    assert under(not_heard, "Barnets syn").startswith(
        "Barnet er ikke hørt: barnets alder taler i afgørende grad imod "
        "(barnets lov §\N{NO-BREAK SPACE}5, stk.\N{NO-BREAK SPACE}4). "
        "Grund: Barnet er spædt. Raadgiver besluttede det."
    )


def test_a_choice_is_the_answer_to_its_question() -> None:
    assert "Skal sagen undersøges? Ja." in plain_text(note_of(log().choose("vurder", 1)))


def test_a_changed_choice_tells_the_first_one() -> None:
    note = note_of(log().choose("vurder", 1).choose("vurder", 0))
    assert "Valget er ændret fra »Ja« til »Nej«" in under(note, "Afvigelser og grunde")


def test_going_on_without_the_child_is_told_with_its_reason() -> None:
    one = log().done("modtag").choose("vurder", 0).add(StepDone("vurder", "barnet er syg"))
    assert under(note_of(one), "Afvigelser og grunde") == (
        "Trinnet er gjort færdigt, før »Tal med barnet« var gjort. Grund: Barnet er syg."
    )


def test_what_is_not_relevant_is_told_with_its_reason() -> None:
    note = note_of(log().mark("vurder", 0, Mark.NOT_RELEVANT, "barnet har ingen"))
    assert under(note, "Afvigelser og grunde") == (
        "»Søskende er vurderet« er ikke relevant: barnet har ingen."
    )


def test_a_deadline_that_was_not_kept_is_a_deviation() -> None:
    note = note_of(log().done("tal").later(days=2).decide("vurder", 0))
    assert "Fristen 24.11.2026 kl.\u00a09.00 blev ikke holdt." in under(
        note, "Afvigelser og grunde"
    )
    assert "er holdt" not in under(note, "")


def test_a_line_of_the_note_that_begins_with_a_heading_stands_there() -> None:
    note = note_of(log().note("vurder", "Barnets syn: vil blive i klassen\nRingede til skolen"))
    assert under(note, "Barnets syn").endswith("Vil blive i klassen.")
    assert under(note, "Note") == "Ringede til skolen."


def test_a_whole_run_tells_its_steps_in_the_order_they_were_done() -> None:
    one = log().done("tal", "modtag").decide("vurder", 0)
    titles = [part.heading for part in run_note(one.procedure, one.state(), Catalogue()).parts]
    assert [t for t in titles if t[:1].isdigit()] == [
        "2. Tal med barnet",
        "1. Modtag",
        "3. Skal sagen undersøges?",
    ]


def test_a_whole_run_tells_what_was_passed_by() -> None:
    one = log().decide("vurder", 0)
    note = run_note(one.procedure, one.state(), Catalogue())
    assert under(note, "Ikke gjort endnu") == "Trin 1, Modtag, og trin 2, Tal med barnet."


def test_a_whole_run_names_every_step_that_it_stands_at() -> None:
    one = Log(flow("a > b kvittering\nb > slut\nkvittering > slut\nslut!")).done("a")
    opening = plain_text(run_note(one.procedure, one.state(), Catalogue()))
    assert "Sagen står ved trin 2, B, og trin 3, Kvittering." in opening


def test_a_whole_run_tells_its_dates_and_its_result() -> None:
    one = log().date("opmaerksom", log().at).decide("vurder", 0).close("barnet er flyttet")
    catalogue = Catalogue(
        events=(Event("opmaerksom", "Kommunen er opmærksom", "kommunen blev det"),)
    )
    text = plain_text(run_note(one.procedure, one.state(), catalogue))
    assert "Kommunen blev det 23.11.2026." in text
    assert "kl. 14.00: barnet er flyttet." in text


def test_rounds_before_are_told_too() -> None:
    made = procedure(
        Step("a", "Gør", StepKind.ACTIVITY, "raadgiver", next=(Transition("b"),)),
        Step(
            "b",
            "Er det godt?",
            StepKind.DECISION,
            "raadgiver",
            next=(Transition("slut", "Ja"), Transition("a", "Nej")),
        ),
        Step("slut", "Slut", StepKind.END, "raadgiver"),
    )
    one = Log(made).done("a").decide("b", 1).done("a")
    headings = [part.heading for part in run_note(made, one.state(), Catalogue()).parts]
    assert headings == ["", "1. Gør", "2. Er det godt?", "1. Gør (2. gang)"]


def test_text_and_html_say_the_same_and_nothing_runs() -> None:
    note = note_of(log().note("vurder", "<script>alert(1)</script> & mere"))
    html = html_text(note)
    assert "<script>" not in html
    assert "&lt;script&gt;" in html
    assert "<h2>Prøve, sag 2026-04417, trin 3: Skal sagen undersøges?</h2>" in html
    assert "\u00a0" not in plain_text(note)


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Søskende i hjemmet er skrevet op", "Søskende og tidligere underretninger"),
        ("Tidligere underretninger er læst", "Søskende og tidligere underretninger"),
        ("Barnet kender formålet", ""),
        ("Helt noget andet", ""),
    ],
)
def test_a_sentence_finds_its_heading_by_shared_words(text: str, heading: str) -> None:
    headings = headings_of("## Barnets egne ord\n\n## Søskende og tidligere underretninger\n")
    assert fitting(text, (), headings) == heading


def test_only_a_heading_of_the_step_leads_a_line() -> None:
    assert led_by("Barnets syn: godt", ("Barnets syn",)) == ("Barnets syn", "godt")
    assert led_by("barnets: godt", ("Barnets syn",)) == ("Barnets syn", "godt")
    assert led_by("Skolen: godt", ("Barnets syn",)) == ("", "Skolen: godt")
    assert led_by("kl. 9: godt", ("Barnets syn",)) == ("", "kl. 9: godt")


@settings(max_examples=60)
@given(data=st.data())
def test_no_note_names_who_did_it_or_looks_like_a_cpr_number(data: st.DataObject) -> None:
    one = log()
    for _ in range(data.draw(st.integers(0, 12))):
        step = data.draw(st.sampled_from(list(one.procedure.by_id)))
        count = len(one.procedure.step(step).checklist)
        if count and data.draw(st.booleans()):
            mark = data.draw(st.sampled_from(Mark))
            one.mark(step, data.draw(st.integers(0, count - 1)), mark, data.draw(st.text("abc ")))
        elif one.procedure.step(step).is_decision:
            one.choose(step, data.draw(st.integers(0, 1)))
        else:
            one.done(step)
        one.later(hours=data.draw(st.integers(0, 400)))
    state = one.state()
    notes = [step_note(one.procedure, state, step, Catalogue()) for step in one.procedure.by_id]
    for note in (*notes, run_note(one.procedure, state, Catalogue())):
        text = plain_text(note)
        assert "raadgiver" not in text
        assert not holds_cpr(text)
        said = [paragraph for part in note.parts for paragraph in part.paragraphs]
        assert all(paragraph.endswith((".", "?", "…")) for paragraph in said)


def test_a_whole_case_tells_of_its_forloeb_one_after_the_other() -> None:
    first = run_note(log().procedure, log().done("modtag").state(), Catalogue())
    second = run_note(log().procedure, log().state(), Catalogue())
    whole = case_note("2026-1", (first, second))
    assert whole.title == "Sag 2026-1"
    heads = [part.heading for part in whole.parts if part.level == 1]
    assert heads == [first.title, second.title]
    assert any(part.heading == "1. Modtag" and part.level == 2 for part in whole.parts)
    assert whole.parts[0].paragraphs == first.parts[0].paragraphs
