"""Windows neither lose nor lock what the other writes; more of them, and kills: `tests/hard`."""

import threading
from datetime import timedelta

from app.model.run.run import ItemMarked, Mark
from app.services import run_steps, runs
from app.services.opening import open_workplace
from app.services.workplace import Workplace
from tests.services.make import NOW, Clock


def test_windows_that_tick_at_once_lose_nothing(workplace: Workplace, clock: Clock) -> None:
    view = runs.start_run(
        workplace, procedure="underretning", case_number="7", trigger=NOW - timedelta(hours=1)
    )
    run, failures = view.state.run.id, []

    def tick(actor: str) -> None:
        try:
            with open_workplace(workplace.folder, shipped=None, clock=clock, actor=actor) as window:
                for number in range(12):
                    mark = Mark.DONE if number % 2 else Mark.NOT_RELEVANT
                    item, why = number % 2, "Aftalt"
                    run_steps.mark_item(
                        window, run=run, step="modtag", item=item, mark=mark, reason=why
                    )
                    run_steps.write_note(
                        window, run=run, step="modtag", text=f"{actor} {number}", base=""
                    )
        except Exception as error:  # noqa: BLE001 - whatever goes wrong in a thread must be told
            failures.append(error)

    windows = [threading.Thread(target=tick, args=(name,)) for name in ("anna", "bo", "ida")]
    for window in windows:
        window.start()
    for window in windows:
        window.join()
    assert failures == []
    after = runs.open_run(workplace, run=run)
    assert [event.sequence for event in after.events] == list(range(1, len(after.events) + 1))
    written = set(after.state.steps["modtag"].note.splitlines())
    assert written == {f"{actor} {n}" for actor in ("anna", "bo", "ida") for n in range(12)}
    assert any(isinstance(event.what, ItemMarked) for event in after.events)


def test_each_window_sees_what_the_other_wrote(workplace: Workplace, clock: Clock) -> None:
    view = runs.start_run(workplace, procedure="underretning", case_number="7", trigger=NOW)
    run = view.state.run.id
    with open_workplace(workplace.folder, shipped=None, clock=clock, actor="bo") as other:
        other.changes_elsewhere()
        workplace.changes_elsewhere()
        run_steps.mark_item(workplace, run=run, step="modtag", item=0, mark=Mark.DONE)
        assert other.changes_elsewhere().runs == {run}
        run_steps.mark_item(other, run=run, step="modtag", item=1, mark=Mark.DONE)
        assert workplace.changes_elsewhere().runs == {run}
        assert runs.open_run(workplace, run=run).state.steps["modtag"].settled == 2
