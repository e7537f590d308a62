"""Danish sentences for what went wrong: first what happened, then what was kept and what to do."""

from PySide6.QtCore import QCoreApplication

from app.model.errors import Told
from app.ui.says.data_told_texts import WITHOUT_BACKUP, data_texts
from app.ui.says.edit_refusals import edit_refusals
from app.ui.says.publishing_told_texts import publishing_texts
from app.ui.says.run_told_texts import run_texts
from app.ui.says.share_told_texts import share_texts
from app.ui.says.word_told_texts import word_texts


def told_line(error: Told) -> str:
    """Say what happened in one line, to stand below the field that it concerns."""
    return ". ".join(part.rstrip(".") for part in told_text(error) if part) + "."


def told_text(error: Told) -> tuple[str, str]:
    """Return a heading and a line below for an error the user is told about."""
    texts = _texts()
    alone = texts.get(f"{error.code}{WITHOUT_BACKUP}") if is_without_backup(error) else None
    heading, line = alone or texts.get(error.code) or _unknown()
    return heading.format_map(_ToldParams(error.params)), line.format_map(_ToldParams(error.params))


def is_without_backup(error: Told) -> bool:
    """Whether it is known that there is no backup that could put it right."""
    return error.params.get("kept") == ""


def unexpected_text() -> tuple[str, str]:
    """Return a heading and a line below for a mistake of ours that nobody caught."""
    translate = QCoreApplication.translate
    return (
        translate("told", "Noget i programmet gik galt"),
        translate(
            "told",
            "Alt, hvad der stod som gemt, er gemt. Gør det sidste om. "
            "Sker det igen, så luk programmet og åbn det på ny.",
        ),
    )


def told_codes() -> frozenset[str]:
    """Every code that has a sentence; a test holds it against those that are raised."""
    return frozenset(_texts())


class _ToldParams(dict[str, str]):
    """Parameters of a sentence; one that is missing leaves a gap, never an error on top."""

    def __missing__(self, key: str) -> str:
        return "…"


def _unknown() -> tuple[str, str]:
    translate = QCoreApplication.translate
    return (
        translate("told", "Det lykkedes ikke"),
        translate("told", "Det, der var gemt, er der stadig. Prøv igen."),
    )


def _texts() -> dict[str, tuple[str, str]]:
    return {
        **data_texts(),
        **_starting(),
        **_working(),
        **_printing(),
        **run_texts(),
        **edit_refusals(),
        **publishing_texts(),
        **word_texts(),
        **share_texts(),
    }


def _starting() -> dict[str, tuple[str, str]]:
    translate = QCoreApplication.translate
    return {
        "case_number_missing": (
            translate("told", "Sagsnummeret mangler"),
            translate("told", "Skriv sagens nummer, som det står i journalen."),
        ),
        "case_number_too_long": (
            translate("told", "Sagsnummeret er for langt"),
            translate("told", "Det kan højst have {limit} tegn."),
        ),
        "case_number_without_digit": (
            translate("told", "Det ligner ikke et sagsnummer"),
            translate("told", "Der er ingen tal i. Navne hører til i journalen."),
        ),
        "cpr_in_case_number": (
            translate("told", "Det ligner et cpr-nummer"),
            translate(
                "told",
                "Ti cifre, hvor de seks første er en dato, bliver aldrig gemt her. "
                "Skriv sagens nummer fra journalen.",
            ),
        ),
        "cpr_in_note": (
            translate("told", "Noten er ikke gemt: der står noget, der ligner et cpr-nummer"),
            translate("told", "Slet nummeret, så gemmes noten. Cpr-numre hører til i journalen."),
        ),
        "cpr_in_reason": (
            translate("told", "Grunden er ikke gemt: der står noget, der ligner et cpr-nummer"),
            translate("told", "Skriv grunden uden nummeret. Cpr-numre hører til i journalen."),
        ),
        "cpr_in_name": (
            translate("told", "Det ligner et cpr-nummer"),
            translate("told", "Skriv dit navn eller dine initialer. Intet er ændret."),
        ),
        "name_too_long": (
            translate("told", "Navnet er for langt"),
            translate("told", "Det kan højst have {limit} tegn."),
        ),
        "setting_too_long": (
            translate("told", "Der står for meget i feltet"),
            translate("told", "Der kan stå højst {limit} tegn. Intet er ændret."),
        ),
        "cpr_in_setting": (
            translate("told", "Det ligner et cpr-nummer og er ikke gemt"),
            translate("told", "Skriv det uden nummeret."),
        ),
        "text_unfit": (
            translate("told", "Teksten rummer et tegn, der ikke kan gemmes"),
            translate("told", "Det er halvdelen af et bogstav. Skriv stedet om, og prøv igen."),
        ),
        "cpr_in_document": (
            translate("told", "Teksten er ikke gemt: der står noget, der ligner et cpr-nummer"),
            translate("told", "Skriv den uden nummeret."),
        ),
        "cpr_in_event": (
            translate("told", "Det er ikke gemt: der står noget, der ligner et cpr-nummer"),
            translate("told", "Skriv det uden nummeret. Cpr-numre hører til i journalen."),
        ),
        "no_such_backup": (
            translate("told", "Kopien findes ikke længere"),
            translate("told", "{name} er flyttet eller slettet. Intet er ændret. Vælg en anden."),
        ),
        "backup_unusable": (
            translate("told", "Kopien kan ikke bruges"),
            translate(
                "told",
                "{name} er beskadiget eller fra en nyere udgave af Rød tråd. Intet er ændret. "
                "Vælg en anden.",
            ),
        ),
        "closed_day_unclear": (
            translate("told", "{day} er ikke en dag, der kan læses"),
            translate("told", "Skriv lukkedage som 24.12 eller 28.12.2026."),
        ),
        "trigger_in_future": (
            translate("told", "Tidspunktet ligger i fremtiden"),
            translate("told", "Skriv, hvornår det skete. Fristerne tæller derfra."),
        ),
        "date_unlikely": (
            translate("told", "Datoen kan ikke passe"),
            translate("told", "Skriv en dato mellem 1990 og 2100."),
        ),
        "no_such_procedure": (
            translate("told", "Sagsproceduren findes ikke mere"),
            translate("told", "Vælg en anden i listen."),
        ),
    }


def _working() -> dict[str, tuple[str, str]]:
    translate = QCoreApplication.translate
    look_again = translate(
        "told", "Intet er ændret. Åbn forløbet igen for at se, hvordan det står."
    )
    return {
        "unexpected": (
            translate("told", "Noget i programmet gik galt"),
            translate(
                "told",
                "Alt, der stod som gemt, er gemt. Det sidste er ikke. Prøv igen; sker det igen, "
                "så luk programmet og åbn det på ny.",
            ),
        ),
        "note_too_long": (
            translate("told", "Noten er for lang til at blive gemt"),
            translate("told", "Den kan højst have {limit} tegn. Resten hører til i journalen."),
        ),
        "cpr_in_field": (
            translate("told", "Feltet er ikke gemt: der står noget, der ligner et cpr-nummer"),
            translate("told", "Slet nummeret, så gemmes feltet. Cpr-numre hører til i journalen."),
        ),
        "field_too_long": (
            translate("told", "Der står for meget i feltet til, at det kan gemmes"),
            translate("told", "Der kan stå højst {limit} tegn. Resten hører til i journalen."),
        ),
        "tool_too_long": (
            translate("told", "Der står for meget i skemaet"),
            translate("told", "Det kan højst have {limit} tegn. Resten hører til i journalen."),
        ),
        "unknown_tool": (
            translate("told", "Værktøjet findes ikke i biblioteket"),
            translate("told", "Intet er ændret. Gå tilbage til trinnet, og vælg et andet."),
        ),
        "reason_too_long": (
            translate("told", "Grunden er for lang"),
            translate("told", "Den kan højst have {limit} tegn."),
        ),
        "no_such_run": (
            translate("told", "Forløbet findes ikke mere"),
            translate("told", "Det er slettet. Gå tilbage til listen."),
        ),
        "no_such_version": (
            translate("told", "Den version af proceduren findes ikke"),
            translate("told", "Intet er ændret. Gå tilbage til listen."),
        ),
        "run_closed": (
            translate("told", "Forløbet er afsluttet"),
            translate("told", "Åbn det igen for at arbejde videre i det."),
        ),
        "way_not_chosen": (
            translate("told", "Vælg vej, før trinnet gøres færdigt"),
            translate("told", "Valget står øverst ved trinnet {step}."),
        ),
        "gate_needs_reason": (
            translate("told", "Noget mangler før {step}"),
            translate("told", "Gør {missing} først, eller skriv en grund til at gå videre."),
        ),
        "item_needs_reason": (
            translate("told", "Et krav er kun ikke relevant med en grund"),
            translate("told", "Skriv, hvorfor punktet ikke er relevant."),
        ),
        "step_already_done": (translate("told", "Trinnet er allerede udført"), look_again),
        "step_not_done": (translate("told", "Trinnet er ikke udført endnu"), look_again),
        "end_reached": (
            translate("told", "Afslutningen følger af det, der er gjort"),
            translate("told", "Åbn det sidste trin igen, hvis sagen ikke er færdig."),
        ),
        "unknown_step": (translate("told", "Trinnet findes ikke i forløbet"), look_again),
        "unknown_way": (translate("told", "Vejen findes ikke i forløbet"), look_again),
        "unknown_start": (
            translate("told", "Fristen kan ikke regnes fra det"),
            translate("told", "Skriv datoen først, eller vælg en af dem, der står."),
        ),
        "unknown_item": (translate("told", "Punktet findes ikke i forløbet"), look_again),
        "unknown_event": (translate("told", "Datoen bruges ikke i forløbet"), look_again),
        "nothing_to_undo": (
            translate("told", "Der er intet at fortryde"),
            translate("told", "Forløbet står, som det begyndte."),
        ),
        "nothing_to_redo": (
            translate("told", "Der er intet at gentage"),
            translate("told", "Der er ikke fortrudt noget siden sidst."),
        ),
    }


def _printing() -> dict[str, tuple[str, str]]:
    translate = QCoreApplication.translate
    return {
        "print_failed": (
            translate("told", "Udskriften lykkedes ikke"),
            translate("told", "Se efter, om printeren er tændt og har papir, og prøv igen."),
        ),
        "folder_missing": (
            translate("told", "Mappen til filen findes ikke"),
            translate("told", "{path} blev ikke skrevet. Vælg en mappe, der findes."),
        ),
        "file_not_writable": (
            translate("told", "Filen kan ikke skrives"),
            translate("told", "{path} er i brug eller skrivebeskyttet. Vælg et andet navn."),
        ),
        "unknown_item_to_print": (
            translate("told", "{name} findes ikke i biblioteket"),
            translate("told", "Se navnene i mappen procedures."),
        ),
    }
