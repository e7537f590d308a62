"""Which step each line belongs to, and what it is there."""

from collections import defaultdict

from app.model.library.procedure import CheckItem, StepKind
from app.model.word.column_words import labelled
from app.model.word.guidance_texts import TextBlock
from app.model.word.kind_words import tags_of
from app.model.word.known_words import KnownWords
from app.model.word.outline import Written
from app.model.word.proposal import Becomes, Proposal, ProposalLine
from app.model.word.step_drafts import DraftPart, Note, Remark, StepDraft


class Sorted:
    """All lines in their places: what is said of the whole, and the steps in their order."""

    def __init__(self, proposal: Proposal, known: KnownWords, first: str) -> None:
        self._known = known
        self._first = first
        self._has_steps = any(line.is_step for line in proposal.lines)
        self._waiting: list[ProposalLine] = []
        self._has_title = False
        self._is_outside = False
        self.title = proposal.title
        self.purpose: list[TextBlock] = []
        self.applies: list[TextBlock] = []
        self.triggers: list[str] = []
        self.law: list[str] = []
        self.steps: list[StepDraft] = []
        self.outside: list[ProposalLine] = []
        self.parts: dict[int, tuple[DraftPart, StepDraft | None]] = {}
        self.remarks: defaultdict[int, list[Remark]] = defaultdict(list)
        for line in proposal.lines:
            self._take(line)
        self._put_down(self._now)
        if not self.steps:
            self.steps.append(StepDraft(first, StepKind.ACTIVITY))

    @property
    def _now(self) -> StepDraft | None:
        return self.steps[-1] if self.steps else None

    def _take(self, line: ProposalLine) -> None:
        if line.is_blanked:
            self.remarks[line.id].append(Remark(Note.BLANKED))
        if line.is_step:
            self._begin(line)
        elif line.becomes is Becomes.HEADING or (self._waiting and line.becomes is Becomes.GUIDE):
            self._waiting.append(line)
        else:
            self._take_other(line)

    def _take_other(self, line: ProposalLine) -> None:
        if self._of_whole(line):
            return
        self._put_down(self._now)
        if self._now is None and not self._has_steps:
            self.steps.append(StepDraft(self._first, StepKind.ACTIVITY))
        if self._now is None:
            self._say_first(line)
        else:
            self._in_step(self._now, line)

    # The whole

    def _of_whole(self, line: ProposalLine) -> bool:
        """Take what is said of the procedure as a whole; tells whether it was that."""
        match line.becomes:
            case Becomes.LEFT_OUT:
                self._leave_step(line)
                self._note(line, DraftPart.LEFT_OUT)
            case Becomes.TITLE if not self._has_title:
                self._has_title = True
                self._note(line, DraftPart.TITLE)
            case Becomes.PURPOSE:
                self.purpose.append(_block(line, said(line)))
                self._note(line, DraftPart.PURPOSE)
            case Becomes.APPLIES | Becomes.TITLE:
                self.applies.append(_block(line, said(line)))
                self._note(line, DraftPart.APPLIES)
            case Becomes.TRIGGER:
                self.triggers.append(said(line).rstrip("."))
                self._note(line, DraftPart.TRIGGER)
            case Becomes.LAW if self._now is None or self._is_outside:
                self._law_of_whole(line)
            case _:
                return False
        return True

    def _leave_step(self, line: ProposalLine) -> None:
        """A heading above the steps ends the last of them, though it is left out itself."""
        step = self._now.line if self._now else None
        if step is not None and _is_above(line, step):
            self._is_outside = True

    def _law_of_whole(self, line: ProposalLine) -> None:
        refs = self._known.law.known(line.text)
        self._remark_law(line)
        self.law += refs
        if refs and not self._known.law.says_more(said(line)):
            self._note(line, DraftPart.LAW)
        else:
            self._say_first(line)

    def _say_first(self, line: ProposalLine) -> None:
        """Keep what stands before the first step, and has no place of its own."""
        self._remark_law(line)
        self.applies.append(_block(line, line.text))
        self._note(line, DraftPart.APPLIES)

    # Steps

    def _begin(self, line: ProposalLine) -> None:
        self._is_outside = False
        new = StepDraft(line.text, line.kind, line)
        if self._now is None:
            self._say_sections()
        is_chapter = bool(self._waiting) and _is_above(self._waiting[0], line)
        self._put_down(new if is_chapter else self._now)
        self.steps.append(new)
        self._note(line, DraftPart.STEP, new)
        self._remark_law(line)

    def _say_sections(self) -> None:
        """Let sections before the first step, with words of their own, be said of the whole."""
        spoken = [at for at, line in enumerate(self._waiting) if line.becomes is Becomes.GUIDE]
        end = spoken[-1] + 1 if spoken else 0
        sections, self._waiting = self._waiting[:end], self._waiting[end:]
        for line in sections:
            written = Written.HEADING if line.becomes is Becomes.HEADING else line.written
            self.purpose.append(TextBlock(line.text, written, line.level, line.number))
            self._note(line, DraftPart.PURPOSE)
            self._remark_law(line)

    def _in_step(self, step: StepDraft, line: ProposalLine) -> None:
        step.lines.append(line)
        self._remark_law(line)
        owner = self._way_above(step, line)
        if owner is not None:
            step.below.setdefault(owner.id, []).append(line)
            self._note(line, DraftPart.GUIDE, step)
            return
        match line.becomes:
            case Becomes.WAY if step.is_choice:
                step.ways.append(line)
                self._note(line, DraftPart.WAY, step)
            case Becomes.WHO:
                self._who(step, line)
            case Becomes.DEADLINE:
                step.deadlines.append(line)
                self._note(line, DraftPart.DEADLINE, step)
            case Becomes.LAW if self._is_law_alone(line):
                self._note(line, DraftPart.LAW, step)
            case Becomes.JOURNAL if not step.is_end:
                step.journal.append(said(line))
                self._note(line, DraftPart.JOURNAL, step)
            case _:
                self.put(step, line)

    def put(self, step: StepDraft, line: ProposalLine) -> None:
        """Put a line among the items of a step, or into its guidance."""
        if line.becomes is Becomes.WAY:
            self.remarks[line.id].append(Remark(Note.NO_CHOICE))
        if line.becomes is Becomes.ITEM and not step.is_end:
            step.items.append(CheckItem(line.text, line.is_required, tags_of(line.text)))
            self._note(line, DraftPart.ITEM, step)
        else:
            step.say(line)
            self._note(line, DraftPart.GUIDE, step)

    def _who(self, step: StepDraft, line: ProposalLine) -> None:
        """Take a role; its words are kept where they say more, and where the child's lane is."""
        if not self._known.roles.first(line.text):
            self.remarks[line.id].append(Remark(Note.ROLE_UNKNOWN))
            self.put(step, line)
            return
        step.who.append(line)
        says_more = self._known.roles.says_more(said(line))
        if says_more or len(step.who) > 1 or step.kind is StepKind.CONVERSATION:
            step.say(line, Written.TEXT)
        self._note(line, DraftPart.WHO, step)

    def _is_law_alone(self, line: ProposalLine) -> bool:
        """Tell whether a line says nothing but law that is known."""
        law = self._known.law
        is_known = bool(law.known(line.text)) and not law.unknown(line.text)
        return is_known and not law.says_more(said(line))

    def _way_above(self, step: StepDraft, line: ProposalLine) -> ProposalLine | None:
        """Return the way that a deeper point of a list belongs to."""
        way = step.ways[-1] if step.ways else None
        is_below = way is not None and line.is_list and line.level > way.level
        is_plain = line.becomes in (Becomes.ITEM, Becomes.GUIDE)
        return way if is_below and is_plain else None

    def _put_down(self, step: StepDraft | None) -> None:
        """Put the headings that waited, and what stood below them, where they belong."""
        waiting, self._waiting = self._waiting, []
        of = step.line if step else None
        is_outside = bool(waiting) and of is not None and _is_above(waiting[0], of)
        for line in waiting:
            if step is None and not self._has_steps:
                step = StepDraft(self._first, StepKind.ACTIVITY)
                self.steps.append(step)
            written = Written.HEADING if line.becomes is Becomes.HEADING else line.written
            if step is None:
                self.applies.append(TextBlock(line.text, written, line.level, line.number))
                self._note(line, DraftPart.APPLIES)
            else:
                (self.outside if is_outside else step.lines).append(line)
                step.say(line, written)
                self._note(line, DraftPart.GUIDE, step)
            self._remark_law(line)

    def _note(self, line: ProposalLine, part: DraftPart, step: StepDraft | None = None) -> None:
        self.parts[line.id] = (part, step)

    def _remark_law(self, line: ProposalLine) -> None:
        unknown = self._known.law.unknown(line.text) if "§" in line.text else ()
        if unknown:
            self.remarks[line.id].append(Remark(Note.LAW_UNKNOWN, ", ".join(unknown)))


def said(line: ProposalLine) -> str:
    """Return what a line says after the word and the colon that name it."""
    return labelled(line.text)[1]


def _block(line: ProposalLine, text: str) -> TextBlock:
    return TextBlock(text, line.written if line.is_list else Written.TEXT, line.level, line.number)


def _is_above(heading: ProposalLine, step: ProposalLine) -> bool:
    """Tell whether a heading is that of a chapter which the step begins."""
    if heading.written is not Written.HEADING:
        return False
    return step.written is not Written.HEADING or heading.level < step.level
