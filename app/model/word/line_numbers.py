"""The numbers before lines as they are shown: `3.1`, `b`, `IV`; what they count, and which meet."""

import re

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_ROMAN_WRITTEN = re.compile(
    r"(?=[ivxlcdm])m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
)
_PARTS = re.compile(r"\d+|[a-zæøå]+")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_MOST_LETTERS = 30


def roman(count: int) -> str:
    """Write a count in Roman figures."""
    found = ""
    for value, figures in _ROMAN:
        found += figures * (count // value)
        count %= value
    return found


def lettered(count: int) -> str:
    """Write a count in letters: after `z` comes `aa`, then `bb`."""
    times, letter = divmod(count - 1, len(_LETTERS))
    return _LETTERS[letter] * min(times + 1, _MOST_LETTERS)


def meets(said: str, shown: str) -> bool:
    """Tell whether a number that is said is the one that is shown: `02` is `2`, `b` is `B`."""
    return bool(said and shown) and number_key(said) == number_key(shown)


def counts_of(shown: str) -> tuple[int, ...]:
    """Return what a number counts, part by part; letters that may be figures are Roman ones."""
    return tuple(_count(part) for part in _PARTS.findall(shown.casefold()))


def number_key(number: str) -> tuple[str, ...]:
    """Return what is the same for numbers that meet."""
    parts = [part.lstrip("0") or "0" for part in _PARTS.findall(number.casefold())]
    while len(parts) > 1 and parts[-1] == "0":
        parts.pop()
    return tuple(parts)


def _count(part: str) -> int:
    if part.isdecimal():
        return int(part)
    if len(part) > 1 or part in "ivx":
        figures = _roman_count(part)
        if figures:
            return figures
    letter = _LETTERS.find(part[0]) + 1
    return letter + len(_LETTERS) * (len(part) - 1)


def _roman_count(part: str) -> int:
    if not _ROMAN_WRITTEN.fullmatch(part):
        return 0
    count = 0
    for value, figures in _ROMAN:
        while part.startswith(figures):
            count += value
            part = part.removeprefix(figures)
    return count
