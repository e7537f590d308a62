"""What the words over a column, or before a colon, say of what stands there."""

import re
from enum import StrEnum


class Column(StrEnum):
    """What a column of a table holds, or what a line with a word and a colon is about."""

    NUMBER = "number"
    STEP = "step"
    WHO = "who"
    DEADLINE = "deadline"
    ITEMS = "items"
    LAW = "law"
    JOURNAL = "journal"
    GUIDE = "guide"
    PURPOSE = "purpose"
    APPLIES = "applies"
    TRIGGER = "trigger"
    STEPS = "steps"
    ASIDE = "aside"
    OTHER = "other"


_WORDS = {
    Column.NUMBER: r"nr|nummer|#|trin ?nr|trinnummer",
    Column.STEP: (
        r"trin|opgave|opgaver|handling|handlinger|aktivitet|aktiviteter|hvad|hvad gør vi|"
        r"hvad skal gøres|hvad sker der|arbejdsopgave|delproces|skridt"
    ),
    Column.WHO: (
        r"hvem|hvem gør det|ansvarlig|ansvarlige|ansvar|ansvarlig for trinnet|udføres af|udfører|"
        r"rolle|roller|aktør|hvem er ansvarlig|ansvarlig medarbejder"
    ),
    Column.DEADLINE: (
        r"frist|frister|tidsfrist|tidsfrister|senest|deadline|tid|tidspunkt|tidsramme|hvor hurtigt"
    ),
    Column.ITEMS: (
        r"tjekliste|checkliste|tjek|tjekpunkter|husk|huskeliste|krav|skal være gjort|"
        r"kvalitetstjek|det skal du tjekke|tjek at|husk at"
    ),
    Column.LAW: (
        r"lov|love|lovgrundlag|lovhjemmel|hjemmel|paragraf|paragraffer|lovgivning|jura|"
        r"juridisk grundlag|lovhenvisning|lovhenvisninger|retsgrundlag|§"
    ),
    Column.JOURNAL: (
        r"dokumentation|journal|journalisering|journalnotat|dokumenteres|skal journaliseres|"
        r"hvad skal stå i journalen|registrering|notat"
    ),
    Column.GUIDE: (
        r"vejledning|bemærkning|bemærkninger|beskrivelse|uddybning|kommentar|kommentarer|"
        r"sådan gør du|hvordan|sådan|fremgangsmåde for trinnet|eksempel|eksempler|noter|note|råd|"
        r"gode råd|hvorfor"
    ),
    Column.PURPOSE: (
        r"formål|formålet|baggrund|baggrund og formål|formål og baggrund|mål|indledning"
    ),
    Column.APPLIES: (
        r"målgruppe|anvendelse|anvendelsesområde|omfang|område|hvornår|hvornår bruges proceduren|"
        r"gælder for|proceduren gælder|proceduren gælder for|hvornår gælder proceduren|afgrænsning|"
        r"målgruppe og afgrænsning"
    ),
    Column.TRIGGER: (
        r"udløser|udløses af|startes af|starter når|proceduren starter når|begynder når|start|"
        r"startpunkt|igangsættes af|anledning|hændelse der starter"
    ),
    Column.STEPS: (
        r"fremgangsmåde|sagsgang|arbejdsgang|arbejdsgange|procedure|forløb|sådan gør vi|"
        r"procesbeskrivelse|proces|trin for trin|trinene|sagsforløb|handleguide|instruks"
    ),
    Column.ASIDE: (
        r"indhold|indholdsfortegnelse|bilag|links|henvisninger|referencer|litteratur|kilder|version|"
        r"versionshistorik|ændringslog|revision|godkendelse|dokumentansvarlig|kontakt|kontaktpersoner|"
        r"definitioner|begreber|læs mere|relaterede dokumenter"
    ),
}
_LONGEST = 60
_PATTERNS = {
    column: re.compile(rf"(?:{words})\s*[:?.]?", re.IGNORECASE) for column, words in _WORDS.items()
}
_LABEL = re.compile(rf"^\s*([^:\n]{{2,{_LONGEST}}}):\s*(?=\S)")
_AND = re.compile(r"\s*(?:/|&|\+|\bog\b)\s*", re.IGNORECASE)
_NUMBER_BEFORE = re.compile(r"^\d{1,2}(?:\.\d{1,2})*[.)]?\s+")


_ROW_NUMBER = re.compile(
    r"\s*(?:trin|nr\.?|punkt|fase|step)?\s*((?:[a-z]?\d{1,2})(?:\.\d{1,2})*[a-z]?)\s*[.):]?\s*",
    re.IGNORECASE,
)


def is_row_number(text: str) -> bool:
    """Tell whether a text is nothing but the number of a row: `3`, `3.1`, `Trin 3`."""
    return bool(_ROW_NUMBER.fullmatch(text))


def row_number(text: str) -> str:
    """Return the number that a text is; empty for other texts."""
    found = _ROW_NUMBER.fullmatch(text)
    return found[1] if found else ""


def column_of(head: str) -> Column:
    """Tell what the words over a column, or a heading, are about."""
    plain = _NUMBER_BEFORE.sub("", head.strip())
    if not plain or len(plain) > _LONGEST:
        return Column.OTHER
    for column, pattern in _PATTERNS.items():
        if pattern.fullmatch(plain):
            return column
    return _both(plain)


def _both(head: str) -> Column:
    """Tell what words for two things are about, such as `Hvem/hvornår`: the first of them."""
    parts = [part for part in _AND.split(head) if part]
    if len(parts) < 2:
        return Column.OTHER
    columns = [column_of(part) for part in parts]
    return Column.OTHER if Column.OTHER in columns else columns[0]


def labelled(text: str) -> tuple[Column, str]:
    """Read `Ansvarlig: Rådgiver`: what it is about, and what is said; else the text as it is."""
    found = _LABEL.match(text)
    column = column_of(found[1]) if found else Column.OTHER
    return (column, text[found.end() :]) if found and column is not Column.OTHER else (column, text)
