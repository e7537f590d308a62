"""Finding a provision as people type it: `136`, `136 stk 2`, `§ 136, stk. 2`, or words of it."""

import re

from app.ui.lists.finder import FinderChoice, holds_words

_TYPED = re.compile(
    r"^(?:§+\s*)?(\d{1,4})(?:\s*([a-zæøå])(?![a-zæøå]))?(?:\s*,?\s*stk\.?\s*(\d{1,2}))?\s*(.*)$",
    re.IGNORECASE,
)
_REF = re.compile(r"^([a-z][a-z0-9]*):(\d+)([a-z]?)(?:\.(\d+))?$")
_MAIN_ACT = "bl"


def law_rank(typed: str, choice: FinderChoice) -> int | None:
    """Tell how well a provision fits; its number first, and the main act before others."""
    ref, found = _REF.match(choice.id), _TYPED.match(typed.strip())
    if not typed.strip() or found is None or ref is None:
        return holds_words(typed, choice)
    number, letter, part, rest = found.groups()
    fits = ref[2] == number and (not letter or ref[3] == letter.lower())
    if not fits or (part and ref[4] and ref[4] != part):
        return None
    if rest and holds_words(rest, choice) is None:
        return None
    rank = 0 if ref[1] == _MAIN_ACT else 4
    rank += 0 if (part or "") == (ref[4] or "") else 1
    return rank + (2 if ref[3] and not letter else 0)
