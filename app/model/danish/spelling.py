"""The words of a document that a dictionary can judge, where they stand, and findings on them.

What a dictionary says comes from outside. Not asked about are short forms (`stk.`), words in
capitals (*VISO*), hanging parts (*børne-*), addresses, and the signs of fields.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import islice

import msgspec
from msgspec import Struct

from app.model.danish.lix import ABBREVIATIONS
from app.model.findings import Finding, FindingPlace, Severity
from app.model.library.card import ActionCard
from app.model.library.catalogue import Catalogue
from app.model.library.procedure import Procedure, Step
from app.model.library.tool import Tool

Path = tuple[str | int, ...]
Document = Procedure | ActionCard | Tool

MOST_TOLD = 20

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NO_TEXT = re.compile(
    r"\]\([^)]{0,500}\)|https?://\S+|(?<!\S)[^\s@]++@\S+|\{\{[^}]{0,500}\}\}"
    r"|`[^`]*`|(?<!\S)[^\s\d]*+\d\S*"
)
"""What is open to the end of a long text is looked for no further than it can be meant to go."""
_SHORT = re.compile(rf"(?:{ABBREVIATIONS})", re.IGNORECASE)


class Spelt(Struct, frozen=True):
    """A word of a text, and where it stands in it."""

    word: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.word)


class TextWords(Struct, frozen=True):
    """The different words of a text, with the path that leads to it."""

    path: Path
    words: tuple[str, ...]


class SpelledText(Struct, frozen=True):
    """A text of a document, with the path that leads to it."""

    path: Path
    text: str


def spelt(text: str) -> Iterator[Spelt]:
    """Return the words of a text that a dictionary can judge."""
    plain = _NO_TEXT.sub(lambda found: " " * len(found[0]), text)
    for found in _WORD.finditer(plain):
        word, after = found[0], plain[found.end() : found.end() + 1]
        is_part = after == "-" or plain[found.start() - 1 : found.start()] == "-"
        is_short = len(word) < 2 or (after == "." and _SHORT.fullmatch(word))
        has_capitals = sum(sign.isupper() for sign in word) > 1
        if not (is_part or is_short or has_capitals):
            yield Spelt(word, found.start())


def words_by_text(document: Document) -> tuple[TextWords, ...]:
    """Return the texts of a document with the words that a dictionary can judge, each once."""
    return tuple(
        TextWords(text.path, words)
        for text in texts_of(document)
        if (words := tuple(dict.fromkeys(one.word for one in spelt(text.text))))
    )


def misspelt(
    document: Document,
    texts: Iterable[TextWords],
    is_wrong: Callable[[str], bool],
    best: Callable[[str], str],
) -> tuple[Finding, ...]:
    """Warn of each wrong word once in each text; `best` is what it probably should be.

    Of many wrong words the first are told of, the others when those are mended.
    """
    kind = {Procedure: "procedure", ActionCard: "card", Tool: "tool"}[type(document)]
    found = (
        Finding(
            "misspelt",
            Severity.WARNING,
            FindingPlace(kind, document.id, text.path),
            {"word": word, "best": best(word)},
        )
        for text in texts
        for word in text.words
        if is_wrong(word)
    )
    return tuple(islice(found, MOST_TOLD))


@lru_cache(maxsize=2)
def known_words(catalogue: Catalogue) -> frozenset[str]:
    """Return the words of law, roles and the other registers, which are right as they stand."""
    texts = (
        *(f"{act.title} {act.short} {act.note}" for act in catalogue.acts),
        *(provision.says for provision in catalogue.provisions),
        *(f"{role.title} {role.summary}" for role in catalogue.roles),
        *(f"{theme.title} {theme.summary}" for theme in catalogue.themes),
        *(f"{event.title} {event.phrase}" for event in catalogue.events),
        *(f"{one.word} {' '.join(one.means)}" for one in catalogue.synonyms),
    )
    return frozenset(one.word.casefold() for text in texts for one in spelt(text))


def texts_of(document: Document) -> Iterator[SpelledText]:
    """Return every text of a document that people read."""
    yield SpelledText(("title",), document.title)
    if isinstance(document, Procedure):
        yield from _of_procedure(document)
    elif isinstance(document, ActionCard):
        yield from _of_card(document)
    else:
        yield from _of_tool(document)


def _of_procedure(procedure: Procedure) -> Iterator[SpelledText]:
    for field in ("summary", "trigger", "purpose", "applies", "without_child"):
        yield SpelledText((field,), getattr(procedure, field))
    for step in procedure.steps:
        yield from _of_step(step)


def _of_step(step: Step) -> Iterator[SpelledText]:
    at = ("steps", step.id)
    for field in ("title", "guide", "document"):
        yield SpelledText((*at, field), getattr(step, field))
    for index, item in enumerate(step.checklist):
        yield SpelledText((*at, "checklist", index, "text"), item.text)
    for index, way in enumerate(step.next):
        yield SpelledText((*at, "next", index, "when"), way.when)
    if step.deadline is not None:
        yield SpelledText((*at, "deadline", "reason"), step.deadline.reason)


def _of_card(card: ActionCard) -> Iterator[SpelledText]:
    for field in ("aim", "when", "deadline", "note"):
        yield SpelledText((field,), getattr(card, field))
    for position, section in enumerate(card.sections):
        yield SpelledText(("sections", position, "title"), section.title)
        for index, item in enumerate(section.items):
            yield SpelledText(("sections", position, "items", index, "text"), item.text)


def _of_tool(tool: Tool) -> Iterator[SpelledText]:
    for field in ("purpose", "body"):
        yield SpelledText((field,), getattr(tool, field))
    for one in tool.fields:
        yield SpelledText(("fields", one.id, "label"), one.label)
        yield SpelledText(("fields", one.id, "hint"), one.hint)


def respelt(text: str, word: str, by: str) -> str:
    """Put another word in the place of one, wherever a text has it."""
    places = [one for one in spelt(text) if one.word == word]
    for one in reversed(places):
        text = f"{text[: one.start]}{by}{text[one.end :]}"
    return text


def with_word(thing: object, path: Path, word: str, by: str) -> object:
    """Put another word in the place of one in the text that a path leads to.

    Lists of things with ids are walked by id, others by index. KeyError where it leads nowhere.
    """
    if isinstance(thing, str):
        return respelt(thing, word, by)
    first, rest = path[0], path[1:]
    if isinstance(thing, tuple):
        places = [n for n, one in enumerate(thing) if first in (n, getattr(one, "id", None))]
        if not places:
            raise KeyError(first)
        changed = with_word(thing[places[0]], rest, word, by)
        return (*thing[: places[0]], changed, *thing[places[0] + 1 :])
    if not isinstance(thing, Struct) or not hasattr(thing, str(first)):
        raise KeyError(first)
    inner = with_word(getattr(thing, str(first)), rest, word, by)
    return msgspec.structs.replace(thing, **{str(first): inner})
