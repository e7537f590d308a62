"""Takes the tour: walks through the program and leaves the pictures and a printed card.

It uses the library as shipped, data folders of its own, and a clock that it turns itself, so
that the pictures are the same on every machine and day.
"""

import tempfile
from contextlib import closing
from pathlib import Path

from app.model.errors import Told
from app.ui.common.told_texts import told_text
from app.ui.jobs import print_items
from app.ui.start import make_application
from app.ui.tour.day import BEGIN as DAY_BEGIN
from app.ui.tour.day import AdvisersDay
from app.ui.tour.editing import BEGIN as EDITING_BEGIN
from app.ui.tour.editing import EditorRooms
from app.ui.tour.guide import Camera, Guide
from app.ui.tour.main_job import BEGIN, MainJob
from app.ui.tour.writing import walk_writing


def take_tour(out: Path) -> str:
    """Write the pictures and the PDF; return what went wrong, if anything."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        probe = out / ".skriveprøve"
        probe.touch()
        probe.unlink()
    except OSError:
        return f"Der kan ikke skrives i mappen {out}."
    make_application()
    camera = Camera(out)
    try:
        with tempfile.TemporaryDirectory(prefix="roed-traad-tur-") as folder:
            with closing(Guide(camera, Path(folder) / "hovedopgaven", BEGIN)) as guide:
                MainJob(guide).walk()
            with closing(Guide(camera, Path(folder) / "dagen", DAY_BEGIN)) as guide:
                AdvisersDay(guide).walk()
            bundle = walk_writing(camera, Path(folder))
            with closing(Guide(camera, Path(folder) / "rummene", EDITING_BEGIN)) as guide:
                EditorRooms(guide, Path(folder), bundle).walk()
    except Told as error:
        return ". ".join(told_text(error))
    return print_items((("card", "24-timers-vurdering"),), "a5", out / "24-timers-vurdering.pdf")
