"""What was there before a journey begins: cases that others, or we, have worked in before.

They are made through the services, as the window makes them, and only while no window is open.
All of it is invented; a case begins so many days before the journey's own clock says now.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from app.model.library.procedure import CheckItem, Procedure
from app.model.library.stored_version import Kind
from app.model.run.hearing import Company, Heard, HearingGround, NotHeard
from app.model.run.run import Mark
from app.services.authoring import keep_draft
from app.services.library import load_shelf
from app.services.opening import open_workplace
from app.services.publishing import approve, send_to_review
from app.services.rights import TEAM_LEADER
from app.services.run_steps import choose_way, finish_step, mark_item, write_note
from app.services.runs import close_run, hand_over, pause_run, start_run
from app.services.settings import change_settings
from app.services.workplace import Workplace
from tools.journey.clock import JourneyClock

_ADVISER = "raadgiver"
_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)


class Done(Struct, frozen=True):
    """A step that was done in a case, with the way that was taken there, if it asks for one."""

    step: str
    way: int | None = None
    after: timedelta = timedelta()
    """How long after the step before."""
    note: str = ""


class Case(Struct, frozen=True, kw_only=True):
    """A case and how far it has come. What is not said of it has not happened."""

    number: str
    procedure: str
    days: float
    """How long ago it began."""
    done: Sequence[Done] = ()
    dates: dict[str, float] = {}
    """Dates that deadlines count from, by their event: so many days ago, or to come if below 0."""
    waits_for: str = ""
    ended: str | None = None
    """With these words it was closed; they may be empty."""
    given_to: str = ""
    owner: str = ""
    """Who began it, when it was somebody else."""


class NewText(Struct, frozen=True, kw_only=True):
    """A newer version of a procedure: a step asks for one thing more."""

    procedure: str
    step: str
    item: str


LATE = Case(
    number="2026-01844",
    procedure="boernefaglig-undersoegelse",
    days=124,
    done=(
        Done("hvem-foerst"),
        Done("spoerg-barnet"),
        Done("beslut-bfu", 0, _DAY),
        Done("meddel-afgoerelse", None, _DAY),
        Done("soeskende", 1),
        Done("to-raadgivere"),
        Done("undersoegelsesplan", None, _WEEK),
        Done("boernesamtaler", None, 2 * _WEEK),
        Done("familie-netvaerk", None, 2 * _WEEK),
        Done("familie-netvaerk-valg", 0),
        Done("fagfolk", None, _WEEK),
        Done("saerlig-viden", 1),
        Done("stoette-undervejs", 2),
        Done("midtvejs", None, 2 * _WEEK),
        Done("analyse", None, 3 * _WEEK),
    ),
)
"""An examination past its four months, at »Er undersøgelsen klar til gennemgang?«."""

AT_A_GATE = Case(
    number="2026-05120",
    procedure="underretning",
    days=6,
    done=(
        Done("modtag", None, timedelta(minutes=20)),
        Done("vurder-akut", 1, timedelta(hours=3)),
        Done("saerlige-spor", 2, timedelta(minutes=5)),
        Done("kvitter", None, _DAY),
        Done("loebende-indsats", 1),
        Done("tal-med-foraeldre", None, _DAY),
    ),
)
"""A report where »Tal med barnet« was passed; »Konkludér på underretningen« asks for it."""

AT_A_DECISION = Case(
    number="2026-04502",
    procedure="underretning",
    days=0.75,
    done=(Done("modtag", None, timedelta(minutes=15)),),
)
"""A report of yesterday, at »Er barnet i fare nu?«, which must be answered within 24 hours."""

WAITING = Case(
    number="2026-04288",
    procedure="screening",
    days=5,
    done=(Done("saml-viden", None, _DAY), Done("social-kontrol", 1)),
    waits_for="Svar fra skolen",
)
"""A screening, at »Hør barnet«, that waits for somebody else."""

CLOSED = Case(
    number="2026-03077",
    procedure="screening",
    days=40,
    done=(Done("saml-viden", None, _DAY),),
    ended="Familien er flyttet",
)
"""A screening that was closed before its end."""

GIVEN_AWAY = Case(
    number="2026-03455",
    procedure="barnets-plan",
    days=30,
    done=(Done("plan-stillingtagen", 0, _DAY),),
    given_to="kollega",
)
"""A plan that was ours, at »Find barnets mål«, and now is a colleague's."""

OF_A_COLLEAGUE = Case(
    number="2026-04711", procedure="underretning", days=2, done=(Done("modtag"),), owner="kollega"
)
"""A report that was never ours."""

PLAN_OF_TWO = Case(
    number="2026-03988",
    procedure="barnets-plan",
    days=80,
    done=(Done("plan-stillingtagen", 0, _DAY), Done("plan-maal-barn", None, 2 * _WEEK)),
)
FOLLOW_UP_OF_TWO = Case(
    number="2026-03988",
    procedure="opfoelgning-og-tilsyn",
    days=75,
    done=(
        Done("opf-dato", None, _WEEK),
        Done("opf-dato-valg", 1),
        Done("opf-forbered", None, 7 * _WEEK),
        Done("opf-samtale", None, _DAY),
        Done("opf-samtale-valg", 1),
        Done("opf-voksne", None, _DAY),
        Done("opf-vurder", 0),
        Done("opf-rytme"),
    ),
)
TWO_IN_A_CASE = (PLAN_OF_TWO, FOLLOW_UP_OF_TWO)
"""A plan and the following up of it, in one case."""

BEFORE_THE_NEWER = Case(
    number="2026-02760",
    procedure="familieraadslagning",
    days=12,
    done=(Done("fr-barn", None, _DAY), Done("fr-tilbud", 0, _DAY)),
)
NEWER = NewText(
    procedure="familieraadslagning",
    step="fr-saml",
    item="Barnet ved, hvem der kommer",
)
FOLLOWS_AN_OLDER_VERSION = (BEFORE_THE_NEWER, NEWER)
"""A family council at »Forbered rådslagningen«, which by now asks for one thing more."""

EVERY_STATE = (
    LATE,
    AT_A_GATE,
    AT_A_DECISION,
    WAITING,
    CLOSED,
    GIVEN_AWAY,
    OF_A_COLLEAGUE,
    *TWO_IN_A_CASE,
    *FOLLOWS_AN_OLDER_VERSION,
)
"""One of each: an adviser's full week."""


def settle(folder: Path, now: datetime, **settings: object) -> None:
    """Let a data folder be in use: the library is in, and these settings are set."""
    with open_workplace(folder, clock=JourneyClock(now)) as workplace:
        change_settings(workplace, **settings)


def prepare(folder: Path, now: datetime, wanted: Sequence[Case | NewText]) -> None:
    """Let these cases and texts be in a data folder, in the order they are named."""
    clock = JourneyClock(now)
    with open_workplace(folder, shipped=None, clock=clock) as workplace:
        us = workplace.actor
        for one in wanted:
            if isinstance(one, Case):
                workplace.actor = one.owner or us
                _bring_along(workplace, clock, one)
            else:
                _publish(workplace, clock, one)
            clock.now = now


def _bring_along(workplace: Workplace, clock: JourneyClock, case: Case) -> None:
    now = clock.now
    clock.now = now - timedelta(days=case.days)
    view = start_run(
        workplace,
        procedure=case.procedure,
        case_number=case.number,
        trigger=clock.now,
        dates={event: now - timedelta(days=days) for event, days in case.dates.items()},
    )
    run = view.state.run.id
    for done in case.done:
        clock.now = min(clock.now + done.after, now)
        _do(workplace, run, len(view.procedure.step(done.step).checklist), done)
    if case.waits_for:
        pause_run(workplace, run=run, reason=case.waits_for)
    if case.given_to:
        hand_over(workplace, run=run, to=case.given_to)
    if case.ended is not None:
        unheard = NotHeard(
            HearingGround.CIRCUMSTANCES, "Familien er flyttet før samtalen", _ADVISER
        )
        close_run(workplace, run=run, result=case.ended, hearing=unheard)


def _do(workplace: Workplace, run: str, items: int, done: Done) -> None:
    for item in range(items):
        mark_item(workplace, run=run, step=done.step, item=item, mark=Mark.DONE)
    if done.note:
        write_note(workplace, run=run, step=done.step, text=done.note)
    if done.way is not None:
        choose_way(workplace, run=run, step=done.step, way=done.way)
    heard = Heard(workplace.now(), Company.ALONE, _ADVISER)
    finish_step(workplace, run=run, step=done.step, hearing=heard)


def _publish(workplace: Workplace, clock: JourneyClock, new: NewText) -> None:
    """Let one team lead write it, and another publish it, the day before."""
    clock.now -= _DAY
    us, role = workplace.actor, workplace.settings.role
    change_settings(workplace, role=TEAM_LEADER)
    shelf = load_shelf(workplace)
    number = shelf.versions["procedure", new.procedure].number
    document = _with_item(shelf.library.procedure_by_id[new.procedure], new)
    workplace.actor = "teamleder A"
    draft = keep_draft(workplace, document=document, base=number)
    kind, slug, number = Kind.PROCEDURE, new.procedure, draft.info.number
    send_to_review(workplace, kind=kind, slug=slug, number=number)
    workplace.actor = "teamleder B"
    approve(workplace, kind=kind, slug=slug, number=number, note=new.item)
    workplace.actor = us
    change_settings(workplace, role=role)


def _with_item(procedure: Procedure, new: NewText) -> Procedure:
    steps = tuple(
        replace(step, checklist=(*step.checklist, CheckItem(new.item)))
        if step.id == new.step
        else step
        for step in procedure.steps
    )
    return replace(procedure, steps=steps)
