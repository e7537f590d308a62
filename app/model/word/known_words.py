"""What a library knows that a Word text may speak of: law, roles, events, other procedures."""

import re
from functools import lru_cache

from app.model.danish.law_reading import LawReader
from app.model.danish.role_reading import RoleReader
from app.model.library.catalogue import Library

_WORD = re.compile(r"[a-zæøå]{4,}")
_STEM = 6
_SHORTEST_NAME = 6
_EMPTY = frozenset({"efter", "blev", "bliver", "have", "været", "eller", "denne", "dette", "deres"})
_LEADS_THERE = re.compile(
    r"\b(?:proceduren?|sagsproceduren?|forløbet|fortsæt\w*|gå til|overgå\w*|følg|se)\b",
    re.IGNORECASE,
)


class KnownWords:
    """Answers questions about single texts."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.catalogue = library.catalogue
        self.law = LawReader(library.catalogue)
        self.roles = RoleReader(library.catalogue)
        self._events = {event.id: stems(event.phrase) for event in library.catalogue.events}
        self._procedures = sorted(
            (one for one in library.procedures if len(one.title) >= _SHORTEST_NAME),
            key=lambda one: -len(one.title),
        )

    def event(self, words: str) -> str:
        """Return the event that words speak of; empty for none."""
        said = stems(words)
        fitting = [(len(told), one) for one, told in self._events.items() if told and told <= said]
        return max(fitting, default=(0, ""))[1]

    def procedure(self, text: str) -> str:
        """Return the procedure that a text sends on to; empty for none."""
        if not _LEADS_THERE.search(text):
            return ""
        plain = text.casefold()
        return next(
            (
                one.id
                for one in self._procedures
                if re.search(rf"(?<![\wæøå]){re.escape(one.title.casefold())}(?![\wæøå])", plain)
            ),
            "",
        )


@lru_cache(maxsize=4096)
def stems(text: str) -> frozenset[str]:
    """Return the words of a text that carry meaning, cut to what does not bend."""
    return frozenset(word[:_STEM] for word in _WORD.findall(text.casefold()) if word not in _EMPTY)
