"""Every place is reached by its button and by its key."""

from tools.journey import Journey


def test_every_place_is_reached_by_its_button(program: Journey) -> None:
    hand = program.open()
    for place, words in (
        ("Forløb", "Start et forløb"),
        ("Actioncards", "24-timersvurdering"),
        ("Værktøjer", "Alle værktøjer"),
        ("Møde", "Sådan vises det"),
        ("Indstillinger", "Dit navn"),
        ("Procedurer", "Underretning"),
    ):
        hand.click(place, within="Steder")
        hand.waits_for(words)
