"""Compounds that nothing holds whole: the known words that they are made of."""

from collections.abc import Iterator, Sequence
from functools import reduce

from msgspec import Struct

from app.store.search.search_vocabulary import Vocabulary
from app.store.stems import STOP_WORDS, bare, beginning_of, misspellings, stem

SHORTEST_COMPOUND, SHORTEST_TYPED = 8, 4
"""Shorter words are not taken apart, or not taken for misspelt ones."""

_SHORTEST, _SHORT, _LONGEST = 3, 4, 40
_LINKS = ("", "s", "e")
"""What may stand between the parts of a compound."""

_BY_STEM, _SHORT_PIECE, _LINK, _GAP, _GAP_LETTER = 0.3, 1.2, 0.1, 3.0, 0.6
_VOWELS = frozenset("aeiouy")

_JOINED = ("uden", "ikke", "med")
"""Small words that change what the next one means, and are written on to it by mistake."""


class Piece(Struct, frozen=True):
    """A known word within another; `meanings` are what else it may be called."""

    word: str
    entries: int
    meanings: tuple[str, ...] = ()
    by_stem: bool = False


class Parting(Struct, frozen=True):
    """How a word is made of others; it `is_whole` where nothing of it is unknown."""

    pieces: tuple[Piece, ...]
    is_whole: bool


class _Way(Struct, frozen=True):
    """A way through the first letters of a word, and what it costs."""

    cost: float = 0.0
    pieces: tuple[Piece, ...] = ()
    has_gap: bool = False


def _taken_apart(word: str, vocabulary: Vocabulary) -> Parting | None:
    """Take a word apart at the seams that leave the fewest pieces and the least unknown.

    A piece is a whole word of the index, or, at either end, a form of one that begins as is asked
    for, or a word that means something.
    """
    if not SHORTEST_COMPOUND <= len(word) <= _LONGEST:
        return None
    known = _known(word, vocabulary)
    ways: dict[tuple[int, bool], _Way] = {(0, False): _Way()}
    for at in range(len(word)):
        for had_gap in (False, True):
            if way := ways.get((at, had_gap)):
                for end, longer in _steps(word, at, way, known):
                    _keep(ways, end, longer)
    found = [way for gap in (False, True) if (way := ways.get((len(word), gap)))]
    found = [way for way in found if any(len(one.word) >= _SHORT for one in way.pieces)]
    best = min(found, key=lambda way: way.cost, default=None)
    return Parting(best.pieces, not best.has_gap) if best else None


def in_known_words(word: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return a word as it is, or the known words that it is made of where nothing holds it.

    Small words can be found in any long one: `undereting` is no thing that is under something, so
    a typing error is thought of first.
    """
    if len(word) < SHORTEST_COMPOUND or word.isdecimal() or any(vocabulary.all_of(word)):
        return (word,)
    if vocabulary.spelt_badly(word) or _is_typing_error(word, vocabulary):
        return (word,)
    if small := _joined_small(word, vocabulary):
        return small
    parting = _taken_apart(word, vocabulary)
    if parting is None or (not parting.is_whole and vocabulary.misspelt(word)):
        return (word,)
    other = _said_otherwise(parting.pieces, vocabulary)
    return (other,) if other else tuple(one.word for one in parting.pieces)


def _is_typing_error(word: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a long word is a whole one but for one letter."""
    meant = set(misspellings(bare(word)))
    return any(bare(one.word) in meant for one in vocabulary.misspelt(word))


def _joined_small(word: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Part a small word from a whole one that it was written on to: `udensamtykke`."""
    small = next((one for one in _JOINED if word.startswith(one)), "")
    rests = (word[len(small) :], word[len(small) + 1 :])
    exact = vocabulary.exact(rests) if small else {}
    rest = next((one for one in rests if one in exact and len(one) >= _SHORT), "")
    return (small, rest) if rest else ()


def _keep(ways: dict[tuple[int, bool], _Way], end: int, way: _Way) -> None:
    kept = ways.get((end, way.has_gap))
    if kept is None or way.cost < kept.cost:
        ways[end, way.has_gap] = way


def _steps(
    word: str, at: int, way: _Way, known: dict[tuple[int, int], Piece]
) -> Iterator[tuple[int, _Way]]:
    """Go on from a place in a word: over a piece and what links it, or over what is unknown."""
    for end in range(at + _SHORTEST, len(word) + 1):
        piece = known.get((at, end))
        if piece:
            cost = way.cost + 1 + _BY_STEM * piece.by_stem + _SHORT_PIECE * (end - at < _SHORT)
            longer = _Way(cost, (*way.pieces, piece), way.has_gap)
            yield end, longer
            if word[end : end + 1] in _LINKS[1:] and end + 1 < len(word):
                yield end + 1, _Way(cost + _LINK, longer.pieces, way.has_gap)
        if not way.has_gap and not _VOWELS.isdisjoint(word[at:end]):
            cost = way.cost + _GAP + _GAP_LETTER * (end - at)
            yield end, _Way(cost, way.pieces, has_gap=True)


def _known(word: str, vocabulary: Vocabulary) -> dict[tuple[int, int], Piece]:
    """Return the known words within a word by where they begin and end."""
    length = len(word)
    places = [
        (at, end)
        for at in range(length - _SHORTEST + 1)
        for end in range(at + _SHORTEST, length + 1)
        if end - at < length and word[at:end] not in STOP_WORDS
    ]
    exact = vocabulary.exact({word[at:end] for at, end in places})
    ends = [place for place in places if place[0] == 0 or place[1] == length]
    ends = [(at, end) for at, end in ends if end - at >= _SHORT]
    stems = {word[at:end]: stem(word[at:end]) for at, end in ends}
    forms = vocabulary.of_stems(stems.values())
    meant: dict[str, list[str]] = {}
    for one in vocabulary.meanings(stems.values()):
        if not one.is_act:
            meant.setdefault(one.phrase, []).append(one.text)
    found = {}
    for at, end in places:
        piece = word[at:end]
        own = stems.get(piece, "")
        means = tuple(meant.get(own, ()))
        if piece in exact:
            found[at, end] = Piece(piece, exact[piece], means)
        elif own:
            same = [
                one for one in forms.get(own, ()) if one.word.startswith(beginning_of(piece)[:-1])
            ]
            if same or means:
                entries = reduce(lambda most, one: max(most, one.entries), same, 0)
                found[at, end] = Piece(piece, entries, means, by_stem=True)
    return found


def _said_otherwise(pieces: Sequence[Piece], vocabulary: Vocabulary) -> str:
    """Return the word of the index that says the same with another last part, if there is one."""
    if len(pieces) != len(("head", "tail")):
        return ""
    head, last = pieces
    tails = [text for text in last.meanings if text.isalpha()]
    made = [head.word + link + tail for tail in tails for link in _LINKS[:2]]
    found = vocabulary.exact(made) if made else {}
    return next((word for word in made if word in found), "")
