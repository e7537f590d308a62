"""The Danish words and the icons for what lines of a Word text become, and what is told of them."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from app.model.danish.notation import counted, listed
from app.model.library.procedure import StepKind
from app.model.word.outline import PassedOver
from app.model.word.procedure_building import Phrases
from app.model.word.proposal import Becomes, ProposalLine, Why
from app.model.word.step_drafts import Note, Remark
from app.ui.says.kind_texts import kind_text

translate = QCoreApplication.translate

_ICONS = {
    Becomes.TITLE: "procedures",
    Becomes.PURPOSE: "target",
    Becomes.APPLIES: "info",
    Becomes.TRIGGER: "start",
    Becomes.ITEM: "box-check",
    Becomes.GUIDE: "note",
    Becomes.HEADING: "list",
    Becomes.WAY: "path",
    Becomes.WHO: "person",
    Becomes.DEADLINE: "clock",
    Becomes.LAW: "scale",
    Becomes.JOURNAL: "journal",
    Becomes.LEFT_OUT: "dash",
}


def becomes_icon(becomes: Becomes) -> str:
    """Return the icon of what a line becomes; a step has the shape of its kind instead."""
    return _ICONS.get(becomes, "")


def becomes_text(becomes: Becomes) -> str:
    """Name what a line becomes."""
    return {
        Becomes.TITLE: translate("word", "Titel"),
        Becomes.PURPOSE: translate("word", "Formål"),
        Becomes.APPLIES: translate("word", "Hvornår"),
        Becomes.TRIGGER: translate("word", "Starter uret"),
        Becomes.STEP: translate("word", "Trin"),
        Becomes.ITEM: translate("word", "Tjekpunkt"),
        Becomes.GUIDE: translate("word", "Vejledning"),
        Becomes.HEADING: translate("word", "Overskrift"),
        Becomes.WAY: translate("word", "Vej"),
        Becomes.WHO: translate("word", "Hvem"),
        Becomes.DEADLINE: translate("word", "Frist"),
        Becomes.LAW: translate("word", "Lov"),
        Becomes.JOURNAL: translate("word", "Til journalen"),
        Becomes.LEFT_OUT: translate("word", "Udelades"),
    }[becomes]


def line_text(line: ProposalLine) -> str:
    """Name what a line becomes, of a step its kind, as short as the list needs it."""
    if line.is_step and line.kind is StepKind.CONVERSATION:
        return translate("word", "Samtale")
    return kind_text(line.kind) if line.is_step else becomes_text(line.becomes)


def choice_text(becomes: Becomes, kind: StepKind | None = None, *, required: bool = False) -> str:
    """Name a choice in the menu, where there is room to say what it means."""
    if kind is not None:
        return translate("word", "Trin: {}").format(kind_text(kind))
    if required:
        return translate("word", "Tjekpunkt med krav")
    return {
        Becomes.HEADING: translate("word", "Overskrift i vejledningen"),
        Becomes.WAY: translate("word", "Vej fra beslutningen"),
        Becomes.WHO: translate("word", "Hvem der gør det"),
        Becomes.JOURNAL: translate("word", "Overskrift til journalen"),
        Becomes.TITLE: translate("word", "Procedurens titel"),
        Becomes.PURPOSE: translate("word", "Procedurens formål"),
        Becomes.APPLIES: translate("word", "Hvornår den bruges"),
        Becomes.TRIGGER: translate("word", "Det, der starter uret"),
        Becomes.LEFT_OUT: translate("word", "Udelad linjen"),
    }.get(becomes, becomes_text(becomes))


def why_text(why: Why) -> str:
    """Say why a line is left out."""
    return {
        Why.CHOSEN: translate("word", "Valgt fra"),
        Why.NAMES_NEXT: translate("word", "Siger, hvad der kommer nu"),
        Why.CONTENTS: translate("word", "Indholdsfortegnelse"),
        Why.COLUMNS: translate("word", "Tabellens overskrifter"),
        Why.REPEATS: translate("word", "Samme som et trin i teksten"),
        Why.NOTE: translate("word", "Tekstboks eller fodnote"),
        Why.ABOUT_FILE: translate("word", "Om selve dokumentet"),
        Why.ASIDE: translate("word", "Hører ikke til trinnene"),
    }[why]


def remark_text(remark: Remark) -> str:
    """Say what someone should look at."""
    return {
        Note.BLANKED: translate("word", "Her lignede noget et cpr-nummer. Tallene er taget ud."),
        Note.LAW_UNKNOWN: translate(
            "word", "{} er ikke i registeret over love og står kun som tekst."
        ),
        Note.ROLE_UNKNOWN: translate("word", "Rollen er ikke kendt. Vælg, hvem der gør det."),
        Note.DEADLINE_UNCLEAR: translate("word", "Fristen er ikke forstået og står kun som tekst."),
        Note.DEADLINE_SECOND: translate(
            "word", "Trinnet har allerede en frist. »{}« står kun som tekst."
        ),
        Note.WAYS_GUESSED: translate(
            "word", "Ingen linjer siger, hvor vejene fører hen. Begge fører til næste trin."
        ),
        Note.WAY_UNCLEAR: translate("word", "Der er intet trin {}. Vejen fører til næste trin."),
        Note.WAY_BY_PLACE: translate(
            "word", "Intet trin har nummer {0} i filen. Vejen fører til det {0}. trin i rækken."
        ),
        Note.WAY_INSIDE: translate(
            "word", "Punkt {} står inde i et trin. Vejen fører til begyndelsen af trinnet."
        ),
        Note.NO_CHOICE: translate("word", "Trinnet er ingen beslutning, så linjen er vejledning."),
    }[remark.note].format(remark.about)


def passed_over_text(passed_over: Iterable[tuple[PassedOver, int]]) -> str:
    """Say what was not read; empty where all of it was."""
    parts = [_passed_over(what, count) for what, count in passed_over]
    unread = [part for part in parts if part]
    lines = [translate("word", "Ikke læst: {}.").format(listed(unread))] if unread else []
    met = {what for what, _ in passed_over}
    if PassedOver.FORMULAS in met:
        lines.append(translate("word", "Formler er læst som tegn på en linje."))
    if PassedOver.CHANGES in met:
        lines.append(translate("word", "Rettelser i Word er læst, som var de godkendt."))
    return " ".join(lines)


def _passed_over(what: PassedOver, count: int) -> str:
    return {
        PassedOver.PICTURES: counted(
            count, translate("word", "billede"), translate("word", "billeder")
        ),
        PassedOver.PAGE_HEADS: translate("word", "sidehoved og sidefod"),
        PassedOver.COMMENTS: counted(
            count, translate("word", "kommentar"), translate("word", "kommentarer")
        ),
        PassedOver.HIDDEN: translate("word", "skjult tekst"),
        PassedOver.TO_FILL: counted(
            count,
            translate("word", "tomt felt til udfyldning"),
            translate("word", "tomme felter til udfyldning"),
        ),
        PassedOver.SIGNS: counted(
            count, translate("word", "ukendt tegn"), translate("word", "ukendte tegn")
        ),
        PassedOver.DIAGRAMS: counted(
            count, translate("word", "figur med tekst"), translate("word", "figurer med tekst")
        ),
        PassedOver.EMBEDDED: counted(
            count,
            translate("word", "indsat dokument"),
            translate("word", "indsatte dokumenter"),
        ),
        PassedOver.NOTES: counted(
            count, translate("word", "løs fodnote"), translate("word", "løse fodnoter")
        ),
        PassedOver.OTHER: counted(
            count,
            translate("word", "andet sted med tekst"),
            translate("word", "andre steder med tekst"),
        ),
    }.get(what, "")


def phrases() -> Phrases:
    """Return the words that a procedure needs where the text has none."""
    return Phrases(
        translate("editor", "Første trin"),
        translate("editor", "Afslutning"),
        translate("word", "Ja"),
        translate("word", "Nej"),
        translate("word", "Ellers"),
    )
