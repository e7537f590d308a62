"""Finding steps of one procedure by any of its words: title, checklist, guidance, notes."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from app.model.library.procedure import Procedure, Step

_AROUND = 40


class StepFound(Struct, frozen=True):
    """A step that holds all words, and where: a piece of its text, empty where its title does."""

    step: str
    piece: str = ""


def steps_with(
    procedure: Procedure, typed: str, notes: Mapping[str, str] | None = None
) -> tuple[StepFound, ...]:
    """Return the steps that hold all the words, those first whose title does; all for no words."""
    words = typed.casefold().split()
    found = [
        (rank, number, StepFound(step.id, piece))
        for number, step in enumerate(procedure.steps)
        for rank, piece in _best(procedure, step, words, (notes or {}).get(step.id, ""))
    ]
    return tuple(one for _, _, one in sorted(found, key=lambda one: one[:2]))


def _best(
    procedure: Procedure, step: Step, words: list[str], note: str
) -> Iterator[tuple[int, str]]:
    """Give how near to the name of a step the words stand, and the piece that holds them."""
    number = procedure.numbers.get(step.id)
    name = f"{number if number is not None else ''} {step.title}"
    if _holds(name, words):
        yield 0, ""
        return
    for rank, text in enumerate(_texts(step, note), start=1):
        if _holds(f"{name} {text}", words):
            yield rank, _piece(text, words)
            return


def _texts(step: Step, note: str) -> Iterator[str]:
    yield from (item.text for item in step.checklist)
    yield note
    yield step.guide
    yield step.document


def _holds(text: str, words: list[str]) -> bool:
    folded = text.casefold()
    return all(word in folded for word in words)


def _piece(text: str, words: list[str]) -> str:
    """Return what stands around the first word, cut between words."""
    line = " ".join(text.split())
    folded = line.casefold()
    places = [place for word in words if (place := folded.find(word)) >= 0]
    at = min(places, default=0)
    start = 0 if at <= _AROUND else line.find(" ", at - _AROUND) + 1
    end = len(line) if at + 2 * _AROUND >= len(line) else line.rfind(" ", 0, at + 2 * _AROUND)
    return f"{'… ' if start else ''}{line[start:end]}{' …' if end < len(line) else ''}"
