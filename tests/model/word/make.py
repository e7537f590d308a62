"""A library that a Word text may speak of, and lines and outlines made short."""

from datetime import date

from app.model.library.catalogue import Act, Catalogue, Event, Library, Provision, Role, Theme
from app.model.library.procedure import Checked, Procedure, Step, StepKind, Transition
from app.model.word.known_words import KnownWords
from app.model.word.line_guessing import propose
from app.model.word.outline import Outline, OutlineLine, Written
from app.model.word.procedure_building import Built, Phrases, build
from app.model.word.proposal import Proposal

CHECKED = Checked("bl", date(2026, 3, 8))
PHRASES = Phrases("Første trin", "Afslutning", "Ja", "Nej", "Ellers")
THEME = "henvendelser"

CATALOGUE = Catalogue(
    themes=(Theme(THEME, "Henvendelser", "", "inbox", "henvendelser"),),
    roles=(
        Role("barnet", "Barnet", "", "child"),
        Role("foraeldre", "Forældre", "", "people"),
        Role("modtagelse", "Modtagelse", "", "inbox"),
        Role("raadgiver", "Rådgiver", "", "person"),
        Role("faglig-koordinator", "Faglig koordinator", "", "people"),
    ),
    events=(
        Event("underretning-modtaget", "Underretningen er modtaget", "underretningen er modtaget"),
        Event("fyldt-18", "Den unge fylder 18 år", "den unge fylder 18 år"),
        Event("afgoerelse-meddelt", "Afgørelsen er meddelt", "afgørelsen er meddelt"),
    ),
    acts=(
        Act("bl", "Barnets lov", "barnets lov", "282", date(2025, 3, 17), "", ""),
        Act("fvl", "Forvaltningsloven", "forvaltningsloven", "433", date(2014, 4, 22), "", ""),
    ),
    provisions=(
        Provision("bl:5.3", "Barnets syn hentes ved samtale."),
        Provision("bl:133", "Fagfolk underretter."),
        Provision("bl:135", "Alle underretter."),
        Provision("bl:136", "Kommunen vurderer hver underretning."),
        Provision("bl:136.2", "Vurderingen sker inden 24 timer."),
        Provision("fvl:19", "Parten høres."),
    ),
)

SCREENING = Procedure(
    "screening",
    "Screening af sagen",
    THEME,
    "",
    "",
    ("raadgiver",),
    (
        Step("se", "Se på sagen", StepKind.ACTIVITY, "raadgiver", next=(Transition("slut"),)),
        Step("slut", "Slut", StepKind.END, "raadgiver"),
    ),
    checked=CHECKED,
)

LIBRARY = Library(CATALOGUE, procedures=(SCREENING,))
KNOWN = KnownWords(LIBRARY)


def heading(text: str, level: int = 2, number: str = "") -> OutlineLine:
    return OutlineLine(text, Written.HEADING, level, number)


def text(words: str) -> OutlineLine:
    return OutlineLine(words)


def bullet(words: str, level: int = 0) -> OutlineLine:
    return OutlineLine(words, Written.BULLET, level)


def point(words: str, number: str, level: int = 0) -> OutlineLine:
    return OutlineLine(words, Written.NUMBER, level, number)


def box(words: str) -> OutlineLine:
    return OutlineLine(words, Written.BOX)


def cell(words: str, row: int, column: str) -> OutlineLine:
    return OutlineLine(words, row=row, column=column)


def guessed(*lines: OutlineLine) -> Proposal:
    """Guess at a text of these lines."""
    return propose(Outline("Min procedure", lines), KNOWN, THEME)


def built(*lines: OutlineLine) -> Built:
    """Build the procedure of a text as it was guessed."""
    return built_of(guessed(*lines))


def built_of(proposal: Proposal) -> Built:
    """Build the procedure of a proposal."""
    return build(proposal, KNOWN, PHRASES)
