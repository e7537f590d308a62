"""Takes the tour: walks through the program and leaves the pictures and a printed card.

It uses the library as shipped, data folders of its own, and a clock that it turns itself, so
that the pictures are the same on every machine and day, but for the name of the data folder.
"""

import tempfile
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from app.ui.start import make_application
from tools.hand import Stage
from tools.journey import Journey, JourneyClock
from tools.journey.cases import Case, settle
from tools.tour import day, main_job, rooms, writing
from tools.tour.camera import Camera
from tools.tour.guide import Guide


class Walk(Struct, frozen=True):
    """A part of the tour: who walks, from when on, and what was there before."""

    name: str
    begin: datetime
    take: Callable[[Guide], None]
    settings: dict[str, object] = {}
    """What was set before; a walk without them begins with a new data folder."""
    given: Sequence[Case] = ()


WALKS = (
    Walk("hovedopgaven", main_job.BEGIN, main_job.walk),
    Walk("dagen", day.BEGIN, day.walk, {"user_name": "rådgiver"}, day.CASES),
    Walk(
        "skrivning", writing.BEGIN, writing.walk, {"user_name": "teamleder A", "role": "teamleder"}
    ),
    Walk("rummene", rooms.BEGIN, rooms.walk, {"user_name": "rådgiver"}),
)


def take_tour(out: Path, walks: Sequence[Walk] = WALKS) -> None:
    """Write the pictures and the PDF. Raises `OSError` where the folder cannot be written in."""
    out.mkdir(parents=True, exist_ok=True)
    application = make_application()
    application.setQuitOnLastWindowClosed(False)
    application.setCursorFlashTime(0)  # one that blinks is on some pictures and not on others
    stage, camera = Stage(), Camera(out)
    with tempfile.TemporaryDirectory(prefix="roed-traad-tur-") as folder:
        for walk in walks:
            _take(walk, stage, camera, Path(folder) / walk.name)


def _take(walk: Walk, stage: Stage, camera: Camera, folder: Path) -> None:
    folder.mkdir()
    journey = Journey(stage, folder / "data", JourneyClock(walk.begin))
    try:
        if walk.settings:
            settle(journey.folder, walk.begin, **walk.settings)
        journey.given(*walk.given)
        stage.play(lambda: walk.take(Guide(journey, camera)))
    finally:
        journey.end()
