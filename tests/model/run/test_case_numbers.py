"""The number of a case can be corrected, and taken back; what it was is kept in the log."""

from app.model.journal.journal_note import run_note
from app.model.library.catalogue import Catalogue
from app.model.run.fold import summarise
from app.model.run.run import CaseNumberCorrected, ToolFilled
from tests.model.log import Log
from tests.model.make import flow

FLOW = flow("a > slut\nslut!")


def corrected() -> Log:
    log = Log(FLOW).add(ToolFilled("ark", {"sagsnummer": "2026-04417", "maal": "Sove"}))
    return log.add(CaseNumberCorrected("2026-04471", "2026-04417"))


def test_the_number_that_was_corrected_last_holds_wherever_the_case_is_named() -> None:
    log = corrected()
    assert log.state().run.case_number == "2026-04471"
    assert summarise(log.state(), FLOW).run.case_number == "2026-04471"
    assert run_note(FLOW, log.state(), Catalogue()).title.endswith("sag 2026-04471")
    log.add(CaseNumberCorrected("2026-1", "2026-04471"))
    assert log.state().run.case_number == "2026-1"


def test_a_correction_that_is_taken_back_leaves_the_number_from_before() -> None:
    log = corrected()
    log.undo(len(log.events))
    assert log.state().run.case_number == "2026-04417"
    log.undo(len(log.events))
    assert log.state().run.case_number == "2026-04471"


def test_the_number_in_filled_tools_follows_and_nothing_else_does() -> None:
    log = corrected()
    assert log.state().tools["ark"].fields == {"sagsnummer": "2026-04471", "maal": "Sove"}
    log.add(ToolFilled("andet", {"sagsnummer": "søskendes sag 7"}))
    assert log.state().tools["andet"].fields == {"sagsnummer": "søskendes sag 7"}
