"""Where the keyboard is, as a journey asks for it."""

from tools.hand import Hand


def focused(hand: Hand, name: str) -> None:
    """Wait until something has the keyboard."""
    hand.waits_until(
        lambda: hand.focus == name, lambda: f"»{hand.focus}« has the keyboard, not »{name}«."
    )
