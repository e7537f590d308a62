"""A team lead's work: a procedure is written from nothing, approved by another, and published."""

import shutil
from contextlib import closing
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.model.catalogue import Library
from app.model.procedure import Procedure
from app.model.target import Target
from app.model.times import ZONE
from app.model.version import Kind
from app.paths import SHIPPED_LIBRARY
from app.services.sharing import share_as_bundle
from app.services.shipped import shipped_shelf
from app.ui.common.widgets import Button
from app.ui.editor.targets import EditTarget
from app.ui.tour.guide import Camera, Guide
from app.ui.tour.hands import choose
from app.ui.tour.rebuilding import Rebuilder

BEGIN = datetime(2026, 11, 24, 9, 30, tzinfo=ZONE)
WANTED = "proevehandling"
_LEADS_ELSEWHERE = frozenset({"ladder.yaml", "wayfinder.yaml"})
"""What ships beside the registers and leads to procedures: of no use without them."""


def walk_writing(camera: Camera, folder: Path) -> Path:
    """Write a shipped procedure anew in a library without procedures, publish and share it."""
    registers = library_without_procedures(folder / "bibliotek")
    with closing(Guide(camera, folder / "redigering", BEGIN, registers)) as guide:
        work = TeamLeadsWork(guide, shipped_shelf().library, WANTED)
        work.walk()
        return work.share(folder / "nabokommunen.roedtraad")


def library_without_procedures(folder: Path) -> Path:
    """Copy the shipped library, but for its procedures and what leads to them."""

    def left_out(where: str, names: list[str]) -> set[str]:
        is_theme = Path(where) != SHIPPED_LIBRARY
        procedures = {name for name in names if is_theme and name.endswith(".yaml")}
        return procedures | (_LEADS_ELSEWHERE & set(names))

    return Path(shutil.copytree(SHIPPED_LIBRARY, folder, ignore=left_out))


class TeamLeadsWork:
    """Two team leads: one writes, the other reads and publishes."""

    def __init__(self, guide: Guide, shipped: Library, wanted: str) -> None:
        self._guide = guide
        self._shipped = shipped.procedure_by_id
        self.wanted = self._shipped[wanted]
        self.referred: dict[str, str] = {}
        """The ids that the procedures have got to which the wanted one refers."""
        self.built = ""
        """The id that the wanted procedure has got."""
        self.ids: dict[str, str] = {}
        """The ids that its steps have got."""

    def walk(self) -> None:
        """Begin the procedures that are referred to, write the one wanted, and publish it."""
        self._sit_down("teamleder A")
        self._guide.window.go("editor")
        self._guide.settle()
        self._guide.picture("redigering-tom")
        leads_to = (slug for step in self.wanted.steps for slug in step.continue_in)
        for slug in dict.fromkeys((*self.wanted.related, *leads_to)):
            self.referred[slug] = self._publish_beginning(self._shipped[slug])
        self._sit_down("teamleder A")
        self.built, self.ids = self._write()
        self._send("Vi vil prøve småt, før vi ændrer for alle")
        self._guide.picture("redigering-sendt")
        self._approve(self._guide.house.editor.shown, "redigering-godkend")
        self._guide.window.go("procedures")
        self._guide.house.procedures.show_procedure(self.built)
        self._guide.picture("redigering-udgivet")

    def share(self, path: Path) -> Path:
        """Put what was published into a bundle, for another municipality."""
        wanted, title = (Target("procedure", self.built),), self.wanted.title
        self._guide.house.desk.do(
            lambda place: share_as_bundle(place, wanted=wanted, title=title, path=path),
            lambda _: None,
        )
        return path

    def _write(self) -> tuple[str, dict[str, str]]:
        """Write it step by step, with a picture of each stage; return the ids it has got."""
        guide, wanted = self._guide, self.wanted
        guide.window.go("editor")
        titles = {slug: one.title for slug, one in self._shipped.items()}
        rebuilder = Rebuilder(guide.house.editor, wanted, titles)
        rebuilder.begin()
        guide.picture("redigering-begyndt")
        rebuilder.make_steps()
        guide.picture("redigering-trin")
        rebuilder.make_ways()
        rebuilder.put_in_order()
        guide.picture("redigering-veje")
        rebuilder.write_head()
        guide.picture("redigering-procedure")
        for step in wanted.steps:
            rebuilder.write_step(step)
        rebuilder.stand_on(wanted.start.id)
        guide.picture("redigering-faerdig")
        return rebuilder.built.id, rebuilder.ids

    def _publish_beginning(self, procedure: Procedure) -> str:
        """Begin a procedure with its title alone, have it published, and return its id."""
        self._sit_down("teamleder A")
        self._guide.window.go("editor")
        stage = self._guide.house.editor.stage
        self._guide.click(stage.header.new_procedure)
        self._guide.type(stage.band.field("title"), procedure.title)
        choose(stage.band.field("theme"), procedure.theme)
        choose(stage.band.field("role"), procedure.start.role)
        self._guide.click(stage.band.go)
        self._send("Begyndt; skrives færdig senere")
        slug = self._guide.house.editor.shown
        self._approve(slug)
        return slug

    def _send(self, note: str) -> None:
        """Send what is written to be approved."""
        stage = self._guide.house.editor.stage
        self._press(stage.header.send)
        self._answer(note)

    def _approve(self, slug: str, picture: str = "") -> None:
        """Let the other team lead read it and publish it."""
        self._sit_down("teamleder B")
        self._guide.window.go("editor", EditTarget(Kind.PROCEDURE, slug))
        self._guide.settle()
        if picture:
            self._guide.picture(picture)
        self._press(self._guide.house.editor.stage.header.approve)
        self._answer("Læst og godkendt")

    def _press(self, button: Button) -> None:
        self._guide.wait_for(button.isEnabled)
        self._guide.click(button)

    def _answer(self, note: str) -> None:
        band = self._guide.house.editor.stage.band
        field: QWidget = band.field("note")
        self._guide.type(field, note)
        self._guide.click(band.go)

    def _sit_down(self, name: str) -> None:
        self._guide.be(name, role="teamleder")
