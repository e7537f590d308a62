"""What kind of step a title speaks of, and what a check item is about."""

import re

from app.model.library.procedure import StepKind, Tag

_KINDS = (
    (
        StepKind.CONVERSATION,
        (
            r"samtale\w*\s+med\s+(?:barnet|den\s+unge|børnene|barn)|børnesamtale|"
            r"\b(?:tal|tale|taler|snak)\s+med\s+(?:barnet|den\s+unge)|"
            r"\b(?:hør|høre|hører|inddrag|inddrage|inddragelse\s+af)\s+(?:barnet|den\s+unge|barnets)|"
            r"(?:barnet|den\s+unge)\s+(?:høres|inddrages)|høring\s+af\s+(?:barnet|den\s+unge)"
        ),
    ),
    (
        StepKind.DECISION,
        (
            r"\?\s*$|\b(?:beslut|beslutte|afgør|vurd[ée]r|vurdere|vurdering\s+af|tag\s+stilling\s+til)\b"
            r".{0,80}\b(?:om|hvorvidt)\b"
        ),
    ),
    (StepKind.MEETING, r"møde(?:t|r|rne)?\b|familierådslagning|\bkonference\b|sparring"),
    (StepKind.WAIT, r"\b(?:afvent\w*|vent\s+på|venter\s+på|ventetid|partshøringsperiode)\b"),
    (
        StepKind.DOCUMENT,
        (
            r"\b(?:skriv|udarbejd\w*|udfyld\w*|send|afsend\w*|journalis[ée]r\w*|dokument[ée]r\w*|"
            r"kvitter\w*|kvittering\w*|bekræft\s+modtagelse\w*|referat\w*|notat\w*|brev\w*)\b"
        ),
    ),
)
_PATTERNS = tuple((kind, re.compile(words, re.IGNORECASE)) for kind, words in _KINDS)
_CHOICE = re.compile(
    r"^\s*(?:\w*vurdering|\w*afgørelse|\w*beslutning|stillingtagen|valg|visitation)\b",
    re.IGNORECASE,
)
_END = re.compile(
    r"^\s*(?:afslutning\w*|afslut(?:tes)?\b.*|luk\b.*|sagen\s+(?:afsluttes|lukkes|er\s+afsluttet|henlægges).*|"
    r"forløbet\s+(?:slutter|afsluttes|er\s+slut).*|slut)\s*\.?\s*$",
    re.IGNORECASE,
)
_TAGS = (
    (
        Tag.CHILD_VOICE,
        (
            r"barnets\s+(?:egne?\s+)?(?:ord|syn|stemme|perspektiv|holdning|mening|ønsker)|"
            r"(?:barnet|den\s+unge)\s+(?:er|bliver)\s+(?:hørt|inddraget|spurgt)|"
            r"(?:samtale|talt)\s+med\s+(?:barnet|den\s+unge)|den\s+unges\s+(?:ord|syn|ønsker)"
        ),
    ),
    (
        Tag.DOCUMENTATION,
        r"\bjournal\w*|\bnotat\w*|dokument[ée]r\w*|\bnoter(?:et|es)\b|skrevet\s+ned",
    ),
    (Tag.NETWORK, r"netværk"),
    (Tag.ASSESSMENT, r"vurder(?:et|ing|es)\w*|\bfaglig\s+begrundelse|\bbegrund(?:et|else)"),
)
_TAG_PATTERNS = tuple((tag, re.compile(words, re.IGNORECASE)) for tag, words in _TAGS)
_MUST = re.compile(r"\b(?:skal|altid|obligatorisk|lovkrav|ufravigelig\w*)\b", re.IGNORECASE)
_MUST_NOT_BE = re.compile(r"\b(?:hvis|når)\s+(?:det|der)\s+skal\b", re.IGNORECASE)


def kind_of_title(title: str) -> StepKind:
    """Guess what kind of step a title speaks of; an action where it does not say."""
    return next((kind for kind, words in _PATTERNS if words.search(title)), StepKind.ACTIVITY)


def names_choice(title: str) -> bool:
    """Tell whether a title only names that something is decided: `Vurdering`, `Afgørelse`."""
    return bool(_CHOICE.match(title))


def says_end(title: str) -> bool:
    """Tell whether a title says that the case is over."""
    return bool(_END.match(title))


def tags_of(text: str) -> tuple[Tag, ...]:
    """Guess what a check item is about."""
    return tuple(tag for tag, words in _TAG_PATTERNS if words.search(text))


def is_required(text: str) -> bool:
    """Tell whether an item says that it must be."""
    return bool(_MUST.search(text)) and not _MUST_NOT_BE.search(text)
