"""Danish sentences for what is refused while a Word file is brought in."""

from PySide6.QtCore import QCoreApplication


def word_texts() -> dict[str, tuple[str, str]]:
    """Return heading and line for each code of reading a Word file, and of putting it right."""
    return {**_files(), **_lines()}


def _files() -> dict[str, tuple[str, str]]:
    translate = QCoreApplication.translate
    return {
        "word_missing": (
            translate("told", "Filen findes ikke"),
            translate("told", "»{name}« er flyttet eller slettet. Vælg den igen."),
        ),
        "word_denied": (
            translate("told", "Filen kunne ikke åbnes"),
            translate("told", "Luk »{name}« i Word, hvis den er åben dér, og prøv igen."),
        ),
        "word_too_large": (
            translate("told", "Filen er for stor"),
            translate(
                "told",
                "Den kan højst fylde {limit} MB. Gem en kopi uden billeder, og hent den.",
            ),
        ),
        "word_lock_file": (
            translate("told", "Det er ikke selve dokumentet"),
            translate(
                "told",
                "Word lægger filen her, mens dokumentet er åbent. Vælg det, der ender på {name}.",
            ),
        ),
        "word_too_much": (
            translate("told", "Dokumentet rummer mere, end der kan læses"),
            translate(
                "told", "Intet er ændret. Del det i flere dokumenter, og hent dem hver for sig."
            ),
        ),
        "word_stopped": (
            translate("told", "Dokumentet blev ikke læst"),
            translate("told", "Du stoppede det. Intet er ændret."),
        ),
        "word_too_long": (
            translate("told", "Dokumentet er for langt til én sagsprocedure"),
            translate("told", "Der kan højst læses {limit} linjer. Del det i flere dokumenter."),
        ),
        "word_empty": (
            translate("told", "Der er ingen tekst i dokumentet"),
            translate(
                "told", "Er det et billede eller en scanning, så skal teksten skrives først."
            ),
        ),
        "word_old": (
            translate("told", "Filen er fra en gammel udgave af Word (.doc)"),
            translate("told", "Åbn den i Word, vælg Gem som, og gem den som .docx."),
        ),
        "word_locked": (
            translate("told", "Filen er låst med en adgangskode"),
            translate("told", "Åbn den i Word, fjern adgangskoden, og gem den. Hent den så igen."),
        ),
        "word_other_kind": (
            translate("told", "Filen er ikke et Word-dokument"),
            translate("told", "Vælg en .docx. Andre tekster kan åbnes i Word og gemmes som .docx."),
        ),
        "word_damaged": (
            translate("told", "Filen er beskadiget og kan ikke læses"),
            translate("told", "Intet er ændret. Åbn den i Word, gem den som ny, og hent den."),
        ),
    }


def _lines() -> dict[str, tuple[str, str]]:
    translate = QCoreApplication.translate
    return {
        "word_no_theme": (
            translate("told", "Temaet mangler"),
            translate("told", "Vælg, hvilket tema proceduren hører til."),
        ),
        "word_no_step_above": (
            translate("told", "Der er intet trin over linjen"),
            translate("told", "En vej går ud fra en beslutning. Gør først linjen før til et trin."),
        ),
        "word_nothing_above": (
            translate("told", "Der er ingen linje før den"),
            translate("told", "Intet er ændret. Den første linje kan ikke samles med noget."),
        ),
        "word_nothing_to_split": (
            translate("told", "Der er intet at dele dér"),
            translate("told", "Sæt markøren mellem to ord, og tryk Enter."),
        ),
        "word_no_text": (
            translate("told", "Linjen har ingen tekst"),
            translate("told", "Intet er ændret. Tryk U, hvis linjen skal udelades."),
        ),
    }
