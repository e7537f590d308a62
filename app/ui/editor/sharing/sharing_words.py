"""The Danish words for what comes in from others: how it stands, and what can be chosen."""

from datetime import date

from msgspec import structs
from PySide6.QtCore import QCoreApplication

from app.model.compare.merging import Conflict
from app.model.danish.law_notation import law_label
from app.model.danish.notation import capital, counted, date_label
from app.model.library.card import ActionCard
from app.model.library.catalogue import Catalogue, Provision
from app.model.library.procedure import Document, Procedure
from app.model.library.stored_version import Kind
from app.model.library.version_work import AnyPage
from app.model.sharing.arrival_plan import Incoming, IncomingLine, IncomingPage
from app.model.sharing.register_lines import LineKey
from app.model.sharing.text_standing import ArrivalChoice, TextStanding
from app.ui.editor.compare.change_words import field_text
from app.ui.says.kind_texts import step_label

translate = QCoreApplication.translate

ICONS = {
    TextStanding.BOTH: "alert",
    TextStanding.THERE: "edit",
    TextStanding.NEW: "plus",
    TextStanding.HERE: "check",
    TextStanding.SAME: "check",
}
TONES = {
    TextStanding.BOTH: "soon",
    TextStanding.THERE: "wait",
    TextStanding.NEW: "done",
    TextStanding.HERE: "plain",
    TextStanding.SAME: "off",
}

_HIDDEN = frozenset({"id", "ref", "word", "title", "icon", "ink", "eli"})
"""Fields of a line that its heading says, or that nobody reads."""


def standing_text(standing: TextStanding, *, is_update: bool = False) -> str:
    """Name how a text that comes in stands to ours."""
    if standing is TextStanding.THERE and is_update:
        return translate("share", "Fornyet med programmet")
    return {
        TextStanding.NEW: translate("share", "Ny"),
        TextStanding.SAME: translate("share", "Ens her og dér"),
        TextStanding.THERE: translate("share", "Ændret hos dem"),
        TextStanding.HERE: translate("share", "Intet nyt hos dem"),
        TextStanding.BOTH: translate("share", "Ændret begge steder"),
    }[standing]


def standing_count(standing: TextStanding, count: int, *, is_update: bool = False) -> str:
    """Say how many stand so, as part of a line."""
    words = standing_text(standing, is_update=is_update)
    if standing is TextStanding.NEW and count > 1:
        words = translate("share", "nye")
    return f"{count} {words[:1].lower()}{words[1:]}"


def group_text(standing: TextStanding, *, is_update: bool = False) -> str:
    """Head those that stand so."""
    if standing is TextStanding.NEW:
        return translate("share", "Nye")
    return standing_text(standing, is_update=is_update)


def choice_text(choice: ArrivalChoice, incoming: Incoming) -> str:
    """Name a choice."""
    is_new, is_line = incoming.standing is TextStanding.NEW, isinstance(incoming, IncomingLine)
    if (
        choice is ArrivalChoice.TAKE and ArrivalChoice.WAIT in incoming.choices
    ):  # the program brought it
        new_line, new = (
            translate("share", "Tag den nye"),
            translate("share", "Tag den nye som kladde"),
        )
        return new_line if is_line else new
    if choice is ArrivalChoice.KEEP and is_new:
        return translate("share", "Hent ikke ind")
    if choice is ArrivalChoice.TAKE and is_line:
        return translate("share", "Hent ind") if is_new else translate("share", "Tag deres")
    if choice is ArrivalChoice.TAKE and is_new:
        return translate("share", "Hent ind som kladde")
    return {
        ArrivalChoice.KEEP: translate("share", "Behold vores"),
        ArrivalChoice.TAKE: translate("share", "Tag deres som kladde"),
        ArrivalChoice.MERGE: translate("share", "Saml begge i en kladde"),
        ArrivalChoice.WAIT: translate("share", "Vent"),
    }[choice]


def choice_meaning(choice: ArrivalChoice, incoming: Incoming) -> str:
    """Say what comes of a choice."""
    if choice is ArrivalChoice.WAIT:
        return translate("share", "Den står her også næste gang.")
    if choice is ArrivalChoice.KEEP:
        return _keep_meaning(incoming)
    if isinstance(incoming, IncomingLine):
        return translate("share", "Den gælder med det samme: registrene har ingen kladder.")
    if choice is ArrivalChoice.MERGE:
        return _merge_meaning(incoming)
    if incoming.ours is None or incoming.is_retired:
        return translate("share", "En anden teamleder skal godkende kladden, før den gælder.")
    if incoming.is_draft:
        return translate(
            "share",
            "Jeres kladde står urørt ved siden af. Ingen af dem gælder, før en anden teamleder "
            "har godkendt den.",
        )
    if incoming.standing is TextStanding.BOTH:
        return translate(
            "share",
            "Jeres egne ændringer er ikke med i kladden. Jeres tekst gælder, til en anden "
            "teamleder har godkendt den.",
        )
    return translate("share", "Jeres tekst gælder, til en anden teamleder har godkendt kladden.")


def remark_text(page: IncomingPage) -> str:
    """Say what else one should know of a text; empty where there is nothing."""
    if page.is_waiting:
        return translate("share", "Deres tekst ligger her allerede som kladde.")
    if page.is_retired:
        return translate("share", "Den er taget ud af brug her.")
    if page.standing is TextStanding.HERE:
        return translate("share", "Deres tekst har været her før. Jeres er nyere.")
    if page.standing is TextStanding.BOTH and page.merged is None:
        return translate(
            "share", "Ingen ved, hvilken tekst begge er lavet af, så de kan ikke samles."
        )
    return ""


def about_text(page: IncomingPage) -> str:
    """Say in a line what a text is about."""
    theirs = page.theirs
    if isinstance(theirs, Procedure):
        return theirs.summary
    return theirs.aim if isinstance(theirs, ActionCard) else theirs.purpose


def clash_place(clash: Conflict, document: AnyPage) -> str:
    """Name the place that both changed: the step or the document's own field."""
    field = field_text(str(clash.path[-1]))
    if len(clash.path) < 2 or not isinstance(document, Procedure):
        return field
    step = step_label(document, str(clash.path[1]))
    return step if len(clash.path) == 2 else f"{step} · {field}"


def kind_word(kind: Kind) -> str:
    """Name a kind of document."""
    return {
        Kind.PROCEDURE: translate("share", "Sagsprocedure"),
        Kind.CARD: translate("share", "Actioncard"),
        Kind.TOOL: translate("share", "Arbejdsværktøj"),
        Kind.CATALOGUE: translate("share", "Register"),
    }[kind]


def register_text(register: str) -> str:
    """Name a register."""
    return {
        "themes": translate("share", "Temaer"),
        "roles": translate("share", "Roller"),
        "events": translate("share", "Hændelser"),
        "acts": translate("share", "Love"),
        "provisions": translate("share", "Lovbestemmelser"),
        "synonyms": translate("share", "Ord til søgning"),
        "ages": translate("share", "Aldre i vejviseren"),
        "stages": translate("share", "Spørgsmål i vejviseren"),
        "ladder": translate("share", "Indsatstrappen"),
    }[register]


def line_title(key: LineKey, line: Document, catalogue: Catalogue) -> str:
    """Name a line of a register."""
    if isinstance(line, Provision):
        return capital(law_label(line.ref, catalogue, full=True))
    return str(getattr(line, "title", key[1]))


def line_text(line: Document | None) -> str:
    """Write all that a line says, to be read and compared."""
    if line is None:
        return ""
    values = (
        getattr(line, field.name)
        for field in structs.fields(type(line))
        if field.name not in _HIDDEN
    )
    return "\n".join(filter(None, map(_said, values)))


def shared_words(procedures: int, cards: int, tools: int, lines: int) -> str:
    """Count what is shared, in the same words where it goes out and where it comes in."""
    parts = (
        (procedures, translate("share", "sagsprocedure"), translate("share", "sagsprocedurer")),
        (cards, translate("share", "actioncard"), translate("share", "actioncards")),
        (tools, translate("share", "værktøj"), translate("share", "værktøjer")),
        (
            lines,
            translate("share", "linje i registrene"),
            translate("share", "linjer i registrene"),
        ),
    )
    return " · ".join(counted(count, one, many) for count, one, many in parts if count)


def _said(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(filter(None, map(_said, value)))
    if isinstance(value, date):
        return date_label(value)
    if isinstance(value, Document):
        return str(getattr(value, "title", ""))
    return value if isinstance(value, str) else ""


def _keep_meaning(incoming: Incoming) -> str:
    arrived = isinstance(incoming, IncomingPage) and incoming.arrived is not None
    if arrived:
        return translate("share", "Den nye lægges til side. Den kan ses under Versioner.")
    return translate("share", "Intet ændres her.")


def _merge_meaning(page: IncomingPage) -> str:
    clashes = len(page.merged.conflicts) if page.merged else 0
    if not clashes:
        return translate("share", "Begges ændringer er med. De rammer ikke hinanden.")
    places = counted(clashes, translate("share", "sted"), translate("share", "steder"))
    return translate(
        "share", "Begges ændringer er med. {} har begge ændret: dér står jeres."
    ).format(places)
