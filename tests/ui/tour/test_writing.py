"""What ships can be written in the window: from nothing to the published procedure, by hand."""

from contextlib import closing
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from app.services.shipped import shipped_shelf
from app.ui.tour.guide import Camera, Guide
from app.ui.tour.rebuilding import same_but_ids
from app.ui.tour.writing import BEGIN, WANTED, TeamLeadsWork, library_without_procedures


def test_a_shipped_procedure_is_written_from_nothing_and_published(
    tmp_path: Path, qapp: QApplication
) -> None:
    registers = library_without_procedures(tmp_path / "bibliotek")
    with closing(Guide(Camera(tmp_path), tmp_path / "data", BEGIN, registers)) as guide:
        work = TeamLeadsWork(guide, shipped_shelf().library, WANTED)
        work.walk()
        shelf = guide.house.desk.shelf
        published = shelf.library.procedure_by_id[work.built]
        version = shelf.versions["procedure", published.id]

    wanted, referred = work.wanted, work.referred
    steps = tuple(
        replace(step, continue_in=tuple(referred[slug] for slug in step.continue_in))
        for step in wanted.steps
    )
    related = tuple(referred[slug] for slug in wanted.related)
    expected = replace(wanted, id=published.id, related=related, steps=steps)
    assert published == same_but_ids(expected, work.ids)
    assert (version.author, version.approved_by) == ("teamleder A", "teamleder B")
