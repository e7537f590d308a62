"""The contact sheet: every flow in every form, for looking at."""

from pathlib import Path

from PySide6.QtGui import QImage

from app.jobs.contact_sheet import contact_sheet, made_up_run
from app.model.library.catalogue import Library
from app.model.run.state import StepStatus
from tests.printing.sample import CATALOGUE, PROCEDURE


def test_a_sheet_holds_each_flow_in_all_its_forms(tmp_path: Path) -> None:
    library = Library(catalogue=CATALOGUE, procedures=(PROCEDURE,))
    files = contact_sheet(library, tmp_path / "flows", zoom=0.5)
    assert [path.stem for path in files] == [
        f"underretning-{form}"
        for form in ("lys", "moerk", "forloeb", "forloeb-moerk", "papir", "sort")
    ]
    images = [QImage(str(path)) for path in files]
    assert all(image.width() > 300 for image in images)
    assert all(a != b for n, a in enumerate(images) for b in images[n + 1 :])


def test_the_made_up_run_has_a_thread_a_break_and_a_next_step() -> None:
    state, now = made_up_run(PROCEDURE)
    statuses = {at.status for at in state.steps.values()}
    assert {StepStatus.DONE, StepStatus.NOT_RELEVANT, StepStatus.OPEN} <= statuses
    assert any(leg.broken for leg in state.legs)
    assert state.current
    assert now > state.changed
