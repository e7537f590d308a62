"""A small shipped library on disk, and a clock that stands still."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import msgspec

from app.files import export_library
from app.model.library.card import ActionCard, CardItem, CardSection
from app.model.library.catalogue import Act, Catalogue, Event, Library, Provision, Role, Theme
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
from app.model.library.tool import Tool, ToolField

NOW = datetime(2026, 11, 26, 8, 40, tzinfo=UTC)
CHECKED = Checked("bl", date(2025, 3, 17))


class Clock:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.moment = NOW

    def __call__(self) -> datetime:
        return self.moment

    def forward(self, **time: float) -> None:
        self.moment += timedelta(**time)


def procedure(title: str = "Underretning") -> Procedure:
    """A procedure with all that a run can meet: a deadline, a talk, a gate, a choice, an end."""
    return Procedure(
        id="underretning",
        title=title,
        theme="henvendelser",
        summary="Fra underretningen modtages, til underretter har fået svar",
        trigger="Underretningen er modtaget",
        checked=CHECKED,
        roles=("barnet", "raadgiver"),
        law=("bl:133",),
        steps=(
            Step(
                "modtag",
                "Modtag og notér",
                StepKind.ACTIVITY,
                "raadgiver",
                law=("bl:136.2",),
                deadline=Deadline(within="24 hours", after="trigger", law="bl:136.2"),
                guide="Ring **straks** til _vagten_.",
                checklist=(
                    CheckItem("Dato og klokkeslæt er noteret", required=True),
                    CheckItem("Underretter ved, hvem der har sagen"),
                ),
                next=(Transition("samtale"),),
            ),
            Step(
                "samtale",
                "Tal med barnet",
                StepKind.CONVERSATION,
                "barnet",
                asks=("anbringelse-begyndt", "opmaerksom", "termin", "fyldt-18"),
                next=(Transition("vurder"),),
            ),
            Step(
                "vurder",
                "Skal sagen undersøges?",
                StepKind.DECISION,
                "raadgiver",
                gate=Gate(("samtale",), "bl:5.3"),
                next=(Transition("slut", "Nej"), Transition("kvittering", "Ja")),
            ),
            Step(
                "kvittering",
                "Send kvittering",
                StepKind.DOCUMENT,
                "raadgiver",
                next=(Transition("slut"),),
            ),
            Step("slut", "Sagen er vurderet", StepKind.END, "raadgiver"),
        ),
    )


def library(*procedures: Procedure) -> Library:
    """A library of the procedures given, or of the one above, with a card and a tool."""
    return Library(
        Catalogue(
            themes=(
                Theme("henvendelser", "Henvendelser", "Når nogen siger noget", "inbox", "blue"),
            ),
            roles=(
                Role("barnet", "Barnet", "Høres først"),
                Role("raadgiver", "Rådgiver", "Fører sagen"),
            ),
            events=(
                Event("anbringelse-begyndt", "Anbringelsen er begyndt", "anbringelsen er begyndt"),
                Event("opmaerksom", "Kommunen er opmærksom", "kommunen er opmærksom"),
                Event("termin", "Termin", "termin"),
                Event("fyldt-18", "Barnet fylder 18", "barnet fylder 18"),
            ),
            acts=(
                Act("bl", "Barnets lov", "barnets lov", "LBK 282", date(2025, 3, 17), "2025/282"),
            ),
            provisions=(
                Provision("bl:5.3", "Barnet skal høres"),
                Provision("bl:133", "Fagpersoner skal underrette"),
                Provision("bl:136.2", "Vurdering inden 24 timer"),
            ),
        ),
        procedures or (procedure(),),
        (
            ActionCard(
                "opkald",
                "Underretning på telefon",
                "Få det vigtigste med",
                "henvendelser",
                "nogen ringer",
                ("raadgiver",),
                (CardSection("Mens I taler", (CardItem("Navnet er noteret", critical=True),)),),
                checked=CHECKED,
            ),
        ),
        (
            Tool(
                "dagsorden",
                "Dagsorden",
                "henvendelser",
                "Til mødet",
                "Punkter\n\n{{punkter}}\n",
                (ToolField("punkter", "Punkter"),),
                checked=CHECKED,
            ),
        ),
    )


def ship(folder: Path, shipped: Library) -> Path:
    """Write a library where the program looks for it, in the place of the one before."""
    for old in sorted(folder.rglob("*"), reverse=True):
        old.rmdir() if old.is_dir() else old.unlink()
    folder.mkdir(exist_ok=True)
    export_library(shipped, folder)
    return folder


def renamed(document: Procedure, slug: str) -> Procedure:
    """The same procedure under another id."""
    return msgspec.structs.replace(document, id=slug)
