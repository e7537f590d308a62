"""A procedure to be written anew, in the words that stand on the screen for what it holds."""

from collections.abc import Iterable, Sequence

from app.files import read_library
from app.model.danish.notation import law_label
from app.model.library.catalogue import Library
from app.model.library.procedure import Duration, Procedure, Step, StepKind, Tag, Unit
from app.paths import SHIPPED_LIBRARY

KINDS = {
    StepKind.ACTIVITY: "Handling",
    StepKind.CONVERSATION: "Samtale med barnet",
    StepKind.MEETING: "Møde",
    StepKind.DECISION: "Beslutning",
    StepKind.WAIT: "Afvent",
    StepKind.DOCUMENT: "Dokument",
}
TAGS = {
    Tag.CHILD_VOICE: "Barnets stemme",
    Tag.ASSESSMENT: "Socialfaglig vurdering",
    Tag.DOCUMENTATION: "Journal",
    Tag.NETWORK: "Netværk",
}
_UNITS = {
    Unit.HOURS: ("time", "timer"),
    Unit.DAYS: ("dag", "dage"),
    Unit.WEEKDAYS: ("hverdag", "hverdage"),
    Unit.WORKDAYS: ("arbejdsdag", "arbejdsdage"),
    Unit.WEEKS: ("uge", "uger"),
    Unit.MONTHS: ("måned", "måneder"),
}


def unit_of(duration: Duration) -> str:
    """Return what the unit of a deadline is called on the screen: of one, or of several."""
    one, several = _UNITS[duration.unit]
    return one if duration.amount == 1 else several


class Wanted:
    """What a procedure of the library holds, as one reads it; the title is another."""

    def __init__(self, procedure: Procedure, library: Library, title: str) -> None:
        self.procedure, self.title = procedure, title
        self._library = library

    @property
    def steps(self) -> Sequence[Step]:
        return self.procedure.steps

    @property
    def theme(self) -> str:
        return self._library.catalogue.theme_by_id[self.procedure.theme].title

    @property
    def roles(self) -> Sequence[str]:
        return [self.role(role) for role in self.procedure.roles]

    def role(self, role: str) -> str:
        return self._library.catalogue.role_by_id[role].title

    def laws(self, refs: Iterable[str]) -> Sequence[str]:
        labels = (law_label(ref, self._library.catalogue, full=False) for ref in refs)
        return [label.replace("\N{NO-BREAK SPACE}", " ") for label in labels]

    def procedures(self, slugs: Iterable[str]) -> Sequence[str]:
        return [self._library.procedure_by_id[slug].title for slug in slugs]

    def cards(self, slugs: Iterable[str]) -> Sequence[str]:
        return [self._library.card_by_id[slug].title for slug in slugs]

    def tools(self, slugs: Iterable[str]) -> Sequence[str]:
        return [self._library.tool_by_id[slug].title for slug in slugs]


def wanted(slug: str, title: str) -> Wanted:
    """Return a procedure as it is shipped, to be written under another title."""
    library = read_library(SHIPPED_LIBRARY).library
    return Wanted(library.procedure_by_id[slug], library, title)
