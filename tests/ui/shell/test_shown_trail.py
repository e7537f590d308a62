"""Back and forward through what was shown, as in a browser."""

from app.ui.shell.shown_trail import Trail, TrailStop

A, B, C = TrailStop("procedures", "a"), TrailStop("cards", "b"), TrailStop("runs", "c")


def walked(*stops: TrailStop) -> Trail:
    trail = Trail()
    for stop in stops:
        trail.visit(stop)
    return trail


def test_one_goes_back_and_forward_through_what_was_shown() -> None:
    trail = walked(A, B, C)
    assert (trail.back(), trail.back(), trail.back()) == (B, A, None)
    assert (trail.forward(), trail.forward(), trail.forward()) == (B, C, None)


def test_what_one_went_back_from_is_forgotten_when_one_goes_elsewhere() -> None:
    trail = walked(A, B)
    trail.back()
    trail.visit(C)
    assert not trail.may_go_forward
    assert trail.back() == A


def test_the_same_thing_shown_again_is_no_new_stop() -> None:
    trail = walked(A, B)
    assert not trail.visit(B)
    assert trail.back() == A


def test_of_what_is_run_through_in_a_list_only_the_last_stays() -> None:
    trail = walked(A)
    trail.visit(B, is_passing=True)
    trail.visit(TrailStop("cards", "b2"), is_passing=True)
    trail.visit(C, is_passing=True)
    assert trail.back() == A
    assert trail.forward() == C


def test_what_comes_a_moment_later_takes_the_place_of_what_stood_there() -> None:
    trail = walked(A, TrailStop("runs"))
    trail.replace(C)
    assert trail.back() == A
    assert trail.forward() == C


def test_a_stop_that_turns_out_to_be_the_one_before_is_not_kept_twice() -> None:
    trail = walked(A, TrailStop("runs"))
    trail.replace(A)
    assert trail.current == A
    assert not trail.may_go_back


def test_the_trail_does_not_grow_for_ever() -> None:
    trail = walked(*(TrailStop("runs", number) for number in range(500)))
    steps = 0
    while trail.back() is not None:
        steps += 1
    assert steps == 199
