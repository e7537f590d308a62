"""What is answered alike in several journeys."""

from tools.hand import Hand

_GROUND = "Andre forhold taler i afgørende grad imod (barnets lov § 5, stk. 4)"


def says_why_not(hand: Hand) -> None:
    """Say that the child was not heard, and why, in the form that asks."""
    hand.click("Barnet er ikke hørt")
    hand.choose("Hvad er grunden efter loven?", _GROUND)
    hand.write("Hvorfor, med dine egne ord", "Barnet er på sygehus, læreren har fortalt")
    hand.choose("Hvilken rolle besluttede det?", "Faglig koordinator")
