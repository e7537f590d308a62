"""What the library holds can be written in the window, by hand alone."""

import shutil
from collections.abc import Mapping
from datetime import date, datetime
from functools import partial
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from app.files import read_library
from app.model.edits.parts import renamed_references
from app.model.library.procedure import (
    Checked,
    CheckItem,
    Deadline,
    Procedure,
    Step,
    StepKind,
    Tag,
    Transition,
)
from app.model.times import ZONE
from app.paths import SHIPPED_LIBRARY
from app.services.authoring import all_drafts
from app.services.opening import open_workplace
from tools.hand import Stage
from tools.journey import Journey, JourneyClock
from tools.journey.cases import settle
from tools.tour.rebuilding import Rebuilder
from tools.tour.wanted import Wanted

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=ZONE)
WANTED = Procedure(
    id="besoeg",
    title="Besøg i hjemmet",
    theme="tidlig-hjaelp-og-stoette",
    summary="Fra aftale til beslutning",
    purpose="Vi ser hverdagen, som barnet ser den.\n",
    trigger="Besøget er aftalt",
    roles=("barnet", "raadgiver", "faglig-koordinator"),
    law=("bl:28",),
    checked=Checked("bl", date(2026, 11, 20)),
    steps=(
        Step(
            id="besoeg",
            title="Besøg familien",
            kind=StepKind.MEETING,
            role="raadgiver",
            guide="1. Ring dagen før.\n2. Spørg, hvad barnet gerne vil vise.\n",
            checklist=(
                CheckItem("Besøget er aftalt", required=True),
                CheckItem("Barnet har vist sit værelse", tags=(Tag.CHILD_VOICE,)),
            ),
            next=(Transition("tal-med-barnet"),),
        ),
        Step(
            id="tal-med-barnet",
            title="Tal med barnet",
            kind=StepKind.CONVERSATION,
            role="barnet",
            document="## Barnets ord\n## Hvad vi lovede\n",
            next=(Transition("vaelg"),),
        ),
        Step(
            id="vaelg",
            title="Skal der mere til?",
            kind=StepKind.DECISION,
            role="faglig-koordinator",
            law=("bl:28",),
            deadline=Deadline(within="2 weeks", after="besoeg", reason="Familien venter på svar"),
            next=(Transition("besoeg", "Ja"), Transition("slut", "Nej")),
        ),
        Step(id="slut", title="Besøget er slut", kind=StepKind.END, role="raadgiver"),
    ),
)


def test_a_procedure_is_written_from_nothing(
    tmp_path: Path, shipped_folder: Path, qapp: QApplication
) -> None:
    stage = Stage()
    folder = shutil.copytree(shipped_folder, tmp_path / "data")
    journey = Journey(stage, folder, JourneyClock(NOW))
    settle(journey.folder, NOW, user_name="teamleder A", role="teamleder")
    try:
        stage.play(partial(_write, journey))
    finally:
        journey.end()

    with open_workplace(journey.folder, shipped=None, clock=journey.clock) as workplace:
        (draft,) = all_drafts(workplace)
    assert isinstance(draft.document, Procedure)
    ids = {step.title: step.id for step in draft.document.steps}
    expected = replace(WANTED, id=draft.document.id)
    assert draft.document == _with_ids(
        expected, {step.id: ids[step.title] for step in WANTED.steps}
    )


def _write(journey: Journey) -> None:
    library = read_library(SHIPPED_LIBRARY).library
    wanted = Wanted(WANTED, library, WANTED.title)
    hand = journey.open()
    hand.click("Kladder og godkendelse …")
    rebuilder = Rebuilder(hand, wanted)
    rebuilder.begin()
    rebuilder.make_steps()
    rebuilder.make_ways()
    rebuilder.put_in_order()
    rebuilder.write_head()
    for step in WANTED.steps:
        rebuilder.write_step(step)
    journey.close()


def _with_ids(procedure: Procedure, ids: Mapping[str, str]) -> Procedure:
    """Return a procedure with other ids for its steps, wherever they are named."""

    def renamed(step: Step) -> Step:
        ways = tuple(replace(way, to=ids[way.to]) for way in step.next)
        return renamed_references(replace(step, id=ids[step.id], next=ways), ids)

    return replace(procedure, steps=tuple(map(renamed, procedure.steps)))
