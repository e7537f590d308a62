"""The procedure that the looks are drawn from, in short."""

from datetime import date

from app.model.library.procedure import (
    Checked,
    CheckItem,
    Deadline,
    Gate,
    Procedure,
    Step,
    StepKind,
    Transition,
)

Way = str | tuple[str, str]
CHILD, INTAKE, ADVISER, COORDINATOR = "barnet", "modtagelse", "raadgiver", "koordinator"


def step(step_id: str, title: str, kind: str, role: str, *ways: Way, **more: object) -> Step:
    """Make a step; a way is a target, or a target and its condition."""
    led = tuple(Transition(way) if isinstance(way, str) else Transition(*way) for way in ways)
    return Step(step_id, title, StepKind(kind), role, next=led, **more)  # type: ignore[arg-type]  # one factory for all fields


def procedure(*steps: Step, roles: tuple[str, ...] = (CHILD, INTAKE, ADVISER)) -> Procedure:
    """Make a procedure of these steps."""
    checked = Checked("bl", date(2026, 1, 1))
    return Procedure("proeve", "Prøve", "tema", "", "Noget er sket", roles, steps, checked=checked)


def items(count: int) -> tuple[CheckItem, ...]:
    return tuple(CheckItem(f"Punkt {number}") for number in range(count))


def report() -> Procedure:
    """A report comes in: two ends beside their questions, parallel work, four ways to one step."""
    return procedure(
        step("modtag", "Modtag og notér tidspunktet", "activity", INTAKE, "akut", "kvitter"),
        step(
            "akut",
            "Er barnet i fare nu?",
            "decision",
            INTAKE,
            ("til-akut", "Ja"),
            ("spor", "Nej"),
            deadline=Deadline(within="24 hours", after="trigger", law="bl:136.2"),
            law=("bl:136.2",),
            checklist=items(7),
        ),
        step("kvitter", "Send kvittering til underretter", "document", INTAKE, "afslut"),
        step("til-akut", "Fortsæt i Akut fare", "end", ADVISER),
        step(
            "spor",
            "Overgreb eller social kontrol?",
            "decision",
            INTAKE,
            ("til-overgreb", "Overgreb"),
            ("risiko", "Social kontrol"),
            ("genvurder", "Nej"),
        ),
        step("til-overgreb", "Fortsæt i Overgreb", "end", ADVISER),
        step("risiko", "Risikovurdér før familien kontaktes", "activity", ADVISER, "genvurder"),
        step(
            "genvurder",
            "Skal sagen vurderes igen?",
            "decision",
            COORDINATOR,
            ("moede", "Ja"),
            ("samtale", "Nej"),
        ),
        step("moede", "Vurdér igen med en ny medarbejder", "meeting", ADVISER, "samtale"),
        step("samtale", "Tal med barnet", "conversation", CHILD, "foraeldre"),
        step("foraeldre", "Tal med forældrene", "meeting", ADVISER, "konkluder"),
        step(
            "konkluder",
            "Konkludér på underretningen",
            "decision",
            ADVISER,
            ("svar", "Intet behov"),
            ("svar", "Tidlig indsats"),
            ("svar", "Afdækning"),
            ("svar", "Undersøgelse"),
            gate=Gate(("samtale",)),
            checklist=items(6),
        ),
        step("svar", "Fortæl barnet, hvad der sker nu", "conversation", CHILD, "besked"),
        step("besked", "Giv underretter besked", "document", ADVISER, "afslut"),
        step("afslut", "Underretningen er behandlet", "end", INTAKE),
        roles=(CHILD, INTAKE, ADVISER, COORDINATOR),
    )
