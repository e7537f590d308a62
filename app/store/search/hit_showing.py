"""What of an entry is shown as a hit: the piece of text that was found, with its marks."""

import json
from collections.abc import Sequence
from typing import Any

from app.model.search_hits import Level, Marks, SearchHit
from app.store.folded_words import Marker, spelt
from app.store.search.search_asking import SearchQuestion

_BEFORE = 36
_SNIPPET = 110


class Shower:
    """Makes hits for one question."""

    def __init__(self, question: SearchQuestion) -> None:
        terms = question.terms
        forms = [form for term in terms for form in term.forms]
        numbers = [term.law.paragraph for term in terms if term.law]
        typed = [term.typed for term in terms if not (term.law and question.means_law)]
        self._means_law = question.means_law
        self._numbers = Marker(numbers)
        self._words = Marker(typed, forms)
        self._pieces = [(term.typed, *term.forms) for term in terms]
        self._title = Marker([*typed, *numbers], forms)

    def hit_of(self, row: Sequence[Any], level: Level) -> SearchHit:
        """Make a hit of a row of `search_entry` (without its number)."""
        kind, slug, step, title, context, cited, texts = row
        if self._means_law and cited and kind != "provision" and level is not Level.ITEM:
            snippet, marks = cited, self._numbers.marks(cited)
        else:
            line = (
                self._best(_lines(json.loads(texts), kind, level))
                if _says_more(kind, level)
                else ""
            )
            snippet, marks = self._cut(line)
        return SearchHit(
            kind=kind,
            id=slug,
            step=step or None,
            level=level,
            title=title,
            context=context,
            snippet=snippet,
            title_marks=self._title.marks(title),
            marks=marks,
        )

    def _best(self, lines: Sequence[str]) -> str:
        """Return the line that holds most of what was asked for."""
        best, most = "", 0
        for line in lines:
            plain = spelt(line)
            held = sum(_holds(plain, pieces) for pieces in self._pieces)
            if held > most or not best:
                best, most = line, held
                if most == len(self._pieces):
                    break
        return best

    def _cut(self, line: str) -> tuple[str, Marks]:
        """Cut a long text to the part around the first mark, at whole words."""
        if len(line) <= _SNIPPET:
            return line, self._words.marks(line)
        start, end = 0, len(line)
        first = self._words.first(line)
        if first > _BEFORE:
            start = line.rfind(" ", 0, first - _BEFORE // 2) + 1
        if end - start > _SNIPPET:
            end = max(line.rfind(" ", start, start + _SNIPPET), start + _SNIPPET // 2)
        lead, trail = ("… " if start else ""), (" …" if end < len(line) else "")
        cut = f"{lead}{line[start:end].rstrip()}{trail}"
        return cut, self._words.marks(cut)


def _holds(plain: str, pieces: Sequence[str]) -> bool:
    return any(piece in plain for piece in pieces)


def _says_more(kind: str, level: Level) -> bool:
    """Tell whether more than the name is to be shown."""
    return kind == "provision" or level > Level.STEP


def _lines(texts: list[list[str]], kind: str, level: Level) -> list[str]:
    """Return the texts that may be shown."""
    lead, items, body = texts
    if kind == "provision":
        return lead
    return items if level is Level.ITEM else [*lead, *body]
