"""Danish sentences for what is refused while texts are shared or brought in."""

from PySide6.QtCore import QCoreApplication


def share_texts() -> dict[str, tuple[str, str]]:
    """Return heading and line for each code of sharing texts and of bringing them in."""
    return {**_files(), **_choosing()}


def _files() -> dict[str, tuple[str, str]]:
    translate = QCoreApplication.translate
    untouched = translate("told", "Intet er ændret her. Bed om at få bundtet sendt igen.")
    return {
        "share_missing": (
            translate("told", "Filen findes ikke"),
            translate("told", "»{name}« er flyttet eller slettet. Vælg den igen."),
        ),
        "share_denied": (
            translate("told", "Filen kunne ikke åbnes"),
            translate("told", "Intet er ændret. Se efter, om du har adgang til »{name}«."),
        ),
        "share_too_large": (
            translate("told", "Bundtet er for stort"),
            translate(
                "told",
                "Det fylder mere end {limit} MB eller pakker sig ud til mere, end tekster gør. "
                "Intet er ændret.",
            ),
        ),
        "share_foreign": (
            translate("told", "Filen er ikke et bundt fra Rød tråd"),
            translate(
                "told",
                "Vælg en fil, der ender på .roedtraad, eller mappen med filerne. "
                "Et Word-dokument hentes med »Hent fra Word«.",
            ),
        ),
        "share_damaged": (translate("told", "Bundtet er beskadiget og kan ikke læses"), untouched),
        "share_unsafe": (
            translate("told", "Bundtet er ikke lavet af Rød tråd, som det er nu"),
            translate("told", "Det rummer filer, der ikke hører til. Intet er pakket ud."),
        ),
        "share_newer": (
            translate("told", "Bundtet er fra en nyere udgave af Rød tråd"),
            translate("told", "Intet er ændret. Opdatér programmet, og hent det igen."),
        ),
        "share_empty": (
            translate("told", "Der er ingen tekster at hente ind"),
            translate(
                "told",
                "»{name}« rummer hverken sagsprocedurer, actioncards eller værktøjer.",
            ),
        ),
        "share_folder_taken": (
            translate("told", "Der ligger andet i mappen"),
            translate(
                "told",
                "Intet er skrevet. Vælg en tom mappe, eller en hvor Rød tråd har lagt tekster før.",
            ),
        ),
    }


def _choosing() -> dict[str, tuple[str, str]]:
    translate = QCoreApplication.translate
    return {
        "share_nothing": (
            translate("told", "Der er intet udgivet at dele"),
            translate("told", "Kun tekster, der er udgivet her, kan deles."),
        ),
        "share_unknown": (
            translate("told", "{name} er ikke udgivet her"),
            translate("told", "Intet er skrevet. Kun tekster, der er udgivet her, kan deles."),
        ),
        "share_holds_cpr": (
            translate("told", "En tekst rummer noget, der ligner et cpr-nummer"),
            translate(
                "told",
                "Intet er hentet ind. Få det rettet dér, hvor teksten kommer fra: »{title}«.",
            ),
        ),
        "share_outdated": (
            translate("told", "Noget er ændret her imens"),
            translate("told", "Intet er hentet ind. Hent teksterne igen, så ses det, der er nyt."),
        ),
        "share_too_much": (
            translate("told", "Der er mere, end der kan læses på én gang"),
            translate("told", "Intet er hentet ind. Hent teksterne ind i flere mindre bundter."),
        ),
        "share_stopped": (
            translate("told", "Afbrudt"),
            translate("told", "Intet er hentet ind, og intet er ændret her."),
        ),
    }
