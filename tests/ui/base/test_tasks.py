"""The worker: every question is answered, in order, on the user's thread, whatever happens."""

import threading
import weakref
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from app.model.errors import Refused, Told, Trouble
from app.ui.base.tasks import BackgroundTasks


class BugError(Exception):
    """Something nobody has thought of."""


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[BackgroundTasks]:
    found = BackgroundTasks()
    yield found
    found.close()


def _raising(error: BaseException) -> Callable[[], None]:
    def work() -> None:
        raise error

    return work


def _not_expected(answer: object) -> None:
    raise AssertionError(answer)


def test_answers_come_in_order_on_the_users_thread(tasks: BackgroundTasks, qtbot: QtBot) -> None:
    heard: list[tuple[int, threading.Thread]] = []
    numbers = iter(range(20))
    for _ in range(20):
        tasks.run(
            lambda: next(numbers),
            lambda answer: heard.append((answer, threading.current_thread())),
            _not_expected,
        )
    qtbot.waitUntil(lambda: len(heard) == 20)
    assert [number for number, _ in heard] == list(range(20))
    assert {thread for _, thread in heard} == {threading.main_thread()}


def test_what_is_told_reaches_the_one_who_asked(tasks: BackgroundTasks, qtbot: QtBot) -> None:
    told: list[Told] = []
    error = Refused("note_too_long")
    tasks.run(_raising(error), _not_expected, told.append)
    qtbot.waitUntil(lambda: told == [error])


def test_a_bug_is_reported_and_reaches_the_one_who_asked_as_trouble(
    tasks: BackgroundTasks, qtbot: QtBot
) -> None:
    told: list[Told] = []
    with qtbot.captureExceptions() as reported:
        tasks.run(_raising(BugError()), _not_expected, told.append)
        qtbot.waitUntil(lambda: bool(told))
    assert [kind for kind, _, _ in reported] == [BugError]
    (error,) = told
    assert isinstance(error, Trouble)
    assert error.code == "unexpected"


def test_work_beside_the_database_never_keeps_it_waiting(
    tasks: BackgroundTasks, qtbot: QtBot
) -> None:
    may_end, heard = threading.Event(), list[str]()
    for _ in range(2):
        tasks.run_beside(may_end.wait, lambda _: heard.append("beside"), _not_expected)
    tasks.run(lambda: None, lambda _: heard.append("tick"), _not_expected)
    qtbot.waitUntil(lambda: heard == ["tick"])
    may_end.set()
    qtbot.waitUntil(lambda: heard == ["tick", "beside", "beside"])


def test_it_tells_once_when_everything_is_answered_also_what_was_asked_by_an_answer(
    tasks: BackgroundTasks, qtbot: QtBot
) -> None:
    heard: list[str] = []
    tasks.run(
        lambda: None,
        lambda _: tasks.run(lambda: None, lambda _: heard.append("second"), _not_expected),
        _not_expected,
    )
    tasks.when_idle(lambda: heard.append("idle"))
    qtbot.waitUntil(lambda: "idle" in heard)
    assert heard == ["second", "idle"]


def test_it_tells_at_once_where_nothing_was_asked(tasks: BackgroundTasks) -> None:
    heard: list[str] = []
    tasks.when_idle(lambda: heard.append("idle"))
    assert heard == ["idle"]


def test_an_answer_that_raises_leaves_nobody_waiting(tasks: BackgroundTasks, qtbot: QtBot) -> None:
    heard: list[str] = []

    def wrong(_: object) -> None:
        raise BugError

    with qtbot.captureExceptions() as reported:
        tasks.run(lambda: None, wrong, _not_expected)
        tasks.when_idle(lambda: heard.append("idle"))
        qtbot.waitUntil(lambda: heard == ["idle"])
    assert [kind for kind, _, _ in reported] == [BugError]


def test_closing_finishes_what_was_asked(qtbot: QtBot) -> None:
    tasks, written = BackgroundTasks(), list[int]()
    for number in range(5):
        tasks.run(partial(written.append, number), lambda _: None, _not_expected)
    tasks.close()
    assert written == [0, 1, 2, 3, 4]


class Thing:
    """What somebody who asks holds, such as a widget."""


def _raise(_: object) -> None:
    raise Refused("note_too_long")


@pytest.mark.parametrize("work", [id, _raise])
@pytest.mark.parametrize("beside", [False, True])
def test_what_a_question_is_the_last_to_hold_is_let_go_of_on_the_users_thread(
    tasks: BackgroundTasks, qtbot: QtBot, work: Callable[[object], object], beside: bool
) -> None:
    times, gone_on = 300, list[threading.Thread]()
    ask = tasks.run_beside if beside else tasks.run
    for _ in range(times):
        worked, heard = Thing(), Thing()
        for one in (worked, heard):
            weakref.finalize(one, lambda: gone_on.append(threading.current_thread()))
        ask(partial(work, worked), partial(_hear, heard), partial(_hear, heard))
        del worked, heard, one
    qtbot.waitUntil(lambda: len(gone_on) == 2 * times)
    assert set(gone_on) == {threading.main_thread()}


def _hear(held: object, answer: object) -> None:
    """Take an answer."""


def test_what_is_not_at_its_end_when_all_is_closed_is_let_go_of_there_too(qtbot: QtBot) -> None:
    tasks, gone_on, may_end = BackgroundTasks(), list[threading.Thread](), threading.Event()
    held = Thing()
    weakref.finalize(held, lambda: gone_on.append(threading.current_thread()))

    def work(_: Thing) -> None:
        may_end.wait()

    tasks.run_beside(partial(work, held), _not_expected, _not_expected)
    del held
    tasks.close()
    del tasks
    may_end.set()
    qtbot.waitUntil(lambda: bool(gone_on))
    assert gone_on == [threading.main_thread()]
