"""Putting a proposal right: each change is a pure function from proposal to proposal.

What cannot be done is refused with word_no_step_above, word_nothing_above, word_nothing_to_split,
word_no_text, and with those of texts: cpr_in_document, edit_text_too_long.
"""

from collections.abc import Callable, Collection, Iterable

from msgspec.structs import replace

from app.model.edits.edited_texts import text_of, title_of
from app.model.errors import Refused
from app.model.library.procedure import StepKind
from app.model.word.kind_words import is_required, kind_of_title
from app.model.word.proposal import Becomes, Proposal, ProposalLine, Why, step_of


def become(
    proposal: Proposal,
    ids: Collection[int],
    becomes: Becomes,
    *,
    kind: StepKind | None = None,
    required: bool | None = None,
) -> Proposal:
    """Let lines become something. Without a kind a step's is guessed from its words.

    A way makes a choice of the step it belongs to; there is one title, and the one before it is
    left out. `Refused`: word_no_step_above.
    """
    chosen = set(ids)
    lines = [
        _become(line, becomes, kind, required) if line.id in chosen else line
        for line in proposal.lines
    ]
    if becomes is Becomes.TITLE:
        lines = _with_one_title(lines, chosen)
    changed = replace(proposal, lines=tuple(lines))
    if becomes is Becomes.WAY:
        return _with_choices(changed, chosen)
    return changed


def set_role(proposal: Proposal, ids: Collection[int], role: str) -> Proposal:
    """Choose who does steps; with no role it is found in the lines again."""
    return _changed(proposal, ids, lambda line: replace(line, role=role) if line.is_step else line)


def set_text(proposal: Proposal, line_id: int, typed: str) -> Proposal:
    """Write another text. `Refused`: word_no_text, cpr_in_document, edit_text_too_long."""
    text = _text(typed)
    return _changed(proposal, (line_id,), lambda line: replace(line, text=text))


def set_title(proposal: Proposal, typed: str) -> Proposal:
    """Name the procedure: in the line that is its title, else in the proposal itself."""
    title = title_of(typed)
    if any(line.becomes is Becomes.TITLE for line in proposal.lines):
        titles = [line.id for line in proposal.lines if line.becomes is Becomes.TITLE]
        return set_text(proposal, titles[0], title)
    return replace(proposal, name=title)


def set_theme(proposal: Proposal, theme: str) -> Proposal:
    """Choose the theme."""
    return replace(proposal, theme=theme)


def merge_up(proposal: Proposal, line_id: int) -> Proposal:
    """Put a line together with the one before, which stays what it is.

    `Refused`: word_nothing_above, cpr_in_document, edit_text_too_long.
    """
    place = proposal.place(line_id)
    if not place:
        raise Refused("word_nothing_above")
    above, line = proposal.lines[place - 1 : place + 1]
    both = replace(
        above,
        text=_text(f"{above.text} {line.text}"),
        is_blanked=above.is_blanked or line.is_blanked,
    )
    lines = (*proposal.lines[: place - 1], both, *proposal.lines[place + 1 :])
    return replace(proposal, lines=lines)


def split(proposal: Proposal, line_id: int, at: int, typed: str | None = None) -> Proposal:
    """Make two lines of one, at a place in its text or in what was typed instead.

    What follows a title, a step or a way is guidance. `Refused`: word_nothing_to_split.
    """
    place = proposal.place(line_id)
    line = proposal.lines[place]
    text = line.text if typed is None else typed
    before, after = text[:at], text[at:]
    if not before.strip() or not after.strip():
        raise Refused("word_nothing_to_split")
    stays = line.becomes in (Becomes.ITEM, Becomes.GUIDE, Becomes.PURPOSE, Becomes.APPLIES)
    stays = stays or line.becomes in (Becomes.JOURNAL, Becomes.LEFT_OUT)
    rest = replace(
        line,
        id=proposal.next_id,
        text=_text(after),
        becomes=line.becomes if stays else Becomes.GUIDE,
        number="",
        role="",
    )
    first = replace(line, text=_text(before))
    return replace(
        proposal, lines=(*proposal.lines[:place], first, rest, *proposal.lines[place + 1 :])
    )


def move(proposal: Proposal, ids: Collection[int], by: int) -> Proposal:
    """Move lines up (-1) or down (1); a step that is moved alone takes its lines along."""
    places = [position for position, line in enumerate(proposal.lines) if line.id in set(ids)]
    if not places:
        return proposal
    first, last = places[0], places[-1] + 1
    if len(places) == 1 and proposal.lines[first].is_step:
        return _move_step(proposal, first, by)
    return _swapped(proposal, first, last, first - 1 if by < 0 else first, last + (by > 0))


def _move_step(proposal: Proposal, position: int, by: int) -> Proposal:
    """Change places with the step before or after."""
    starts = [at for at, line in enumerate(proposal.lines) if line.is_step]
    bounds = [*starts, len(proposal.lines)]
    at = bounds.index(position)
    end = bounds[at + 1]
    if by < 0:
        return _swapped(proposal, position, end, bounds[at - 1] if at else position, end)
    return _swapped(proposal, position, end, position, bounds[min(at + 2, len(bounds) - 1)])


def _swapped(proposal: Proposal, first: int, last: int, upper: int, lower: int) -> Proposal:
    """Let the lines from first to last change places with those around them, up to the bounds."""
    if upper < 0 or lower > len(proposal.lines):
        return proposal
    lines = proposal.lines
    moved, above, below = lines[first:last], lines[upper:first], lines[last:lower]
    return replace(proposal, lines=(*lines[:upper], *below, *moved, *above, *lines[lower:]))


def _become(
    line: ProposalLine, becomes: Becomes, kind: StepKind | None, required: bool | None
) -> ProposalLine:
    if becomes is Becomes.STEP:
        return replace(line, becomes=becomes, kind=kind or kind_of_title(line.text))
    if becomes is Becomes.ITEM:
        must = is_required(line.text) if required is None else required
        return replace(line, becomes=becomes, is_required=must, role="")
    return replace(line, becomes=becomes, is_required=False, role="", why=Why.CHOSEN)


def _with_one_title(lines: Iterable[ProposalLine], chosen: Collection[int]) -> list[ProposalLine]:
    title = min(chosen)
    found = []
    for line in lines:
        is_other = line.becomes is Becomes.TITLE and line.id != title
        left = replace(line, becomes=Becomes.LEFT_OUT, why=Why.CHOSEN)
        found.append(left if is_other else line)
    return found


def _with_choices(proposal: Proposal, chosen: Collection[int]) -> Proposal:
    """Make choices of the steps that lines which are ways belong to."""
    lines = list(proposal.lines)
    for position, line in enumerate(proposal.lines):
        if line.id in chosen:
            step = step_of(proposal, position)
            if step is None:
                raise Refused("word_no_step_above")
            lines[step] = replace(lines[step], kind=StepKind.DECISION)
    return replace(proposal, lines=tuple(lines))


def _changed(
    proposal: Proposal, ids: Collection[int], change: Callable[[ProposalLine], ProposalLine]
) -> Proposal:
    chosen = set(ids)
    lines = (change(line) if line.id in chosen else line for line in proposal.lines)
    return replace(proposal, lines=tuple(lines))


def _text(typed: str) -> str:
    text = " ".join(text_of(typed).split())
    if not text:
        raise Refused("word_no_text")
    return text
