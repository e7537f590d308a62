"""Danish sentences for what is wrong in the files of the library: what it is, and what to do.

Here stand those for broken files; those for the content of documents have a module of their own.
"""

from PySide6.QtCore import QCoreApplication

from app.ui.says.content_texts import content_sentences


def finding_text(code: str, params: dict[str, str]) -> str:
    """Return the sentence for a finding or a problem; its code where there is none."""
    return _sentence(code).format_map(_FindingParams(params))


def finding_codes() -> frozenset[str]:
    """Every code that has a sentence; a test holds it against those that are used."""
    return frozenset({**file_sentences(), **content_sentences()})


class _FindingParams(dict[str, str]):
    """Parameters of a sentence; one that is missing leaves a gap, never an error on top."""

    def __missing__(self, key: str) -> str:
        return "…"


def _sentence(code: str) -> str:
    return {**file_sentences(), **content_sentences()}.get(code, code)


def file_sentences() -> dict[str, str]:
    """Sentences for files that cannot be read, or not as they were meant."""
    translate = QCoreApplication.translate
    return {
        "folder_missing": translate("finding", "Mappen findes ikke. Tjek stien."),
        "folder_is_file": translate(
            "finding",
            "Her ventes en mappe, men det er en fil. Angiv mappen med biblioteket.",
        ),
        "file_missing": translate(
            "finding", "Filen mangler. Læg den tilbage, eller hent biblioteket igen."
        ),
        "file_denied": translate(
            "finding", "Filen kan ikke åbnes ({reason}). Giv læseadgang til den."
        ),
        "file_outside": translate(
            "finding",
            "Linket fører ud af bibliotekets mappe eller ingen steder hen. Læg selve filen her.",
        ),
        "file_is_folder": translate(
            "finding",
            "Her ventes en fil, men det er en mappe. Flyt eller omdøb mappen.",
        ),
        "file_not_plain": translate(
            "finding", "Det er ikke en almindelig fil. Fjern den fra biblioteket."
        ),
        "file_too_large": translate(
            "finding",
            "Filen er større end {limit} MB og bliver ikke læst. Del den op.",
        ),
        "file_empty": translate("finding", "Filen er tom. Skriv indholdet, eller slet filen."),
        "file_not_utf8": translate(
            "finding",
            "Linjen indeholder tegn, der ikke er UTF-8. Gem filen som UTF-8.",
        ),
        "file_no_fields": translate(
            "finding", "Filen skal bestå af felter på formen »navn: værdi«."
        ),
        "file_more_problems": translate(
            "finding",
            "Der kan være flere fejl i filen. Ret disse først, og tjek igen.",
        ),
        "file_stranger": translate(
            "finding",
            "Filen hører ikke til biblioteket og bliver ikke læst. Tjek navn og endelse: "
            "procedurer ender på .yaml, kort og værktøjer på .md.",
        ),
        "file_name_differs": translate(
            "finding",
            "Filens navn passer ikke til id »{id}«. Omdøb filen til {name}.",
        ),
        "file_theme_differs": translate(
            "finding",
            "Filen ligger i mappen »{folder}«, men temaet er »{theme}«. Flyt filen, eller "
            "ret temaet.",
        ),
        "id_taken": translate(
            "finding",
            "Id »{id}« er allerede brugt i {first}. Giv den ene et andet id.",
        ),
        "text_control": translate(
            "finding", "Linjen indeholder et usynligt tegn ({character}). Slet det."
        ),
        "yaml_alias": translate(
            "finding",
            "»*{name}« læses som en henvisning. Sæt anførselstegn om teksten, eller skriv "
            "indholdet ud.",
        ),
        "yaml_anchor": translate(
            "finding",
            "»&{name}« læses som et anker og kan ikke bruges her. Sæt anførselstegn om teksten.",
        ),
        "yaml_tag": translate(
            "finding",
            "Mærket »{tag}« kan ikke bruges her. Slet det, eller sæt anførselstegn om teksten.",
        ),
        "yaml_many_documents": translate(
            "finding",
            "Filen må kun rumme ét dokument. Slet linjen med tre bindestreger.",
        ),
        "yaml_key": translate(
            "finding",
            "Et feltnavn skal være ét ord. Sæt anførselstegn om teksten, hvis den begynder "
            "med [, {{ eller ?.",
        ),
        "yaml_key_twice": translate(
            "finding",
            "Feltet »{key}« står to gange, første gang på linje {first}. Slet det ene.",
        ),
        "yaml_too_deep": translate(
            "finding", "Indholdet er for dybt indlejret. Tjek klammer og indrykning."
        ),
        "yaml_too_many": translate(
            "finding",
            "Filen har flere end {limit} værdier og bliver ikke læst. Del den op.",
        ),
        "yaml_tab": translate("finding", "Linjen er rykket ind med tabulator. Brug mellemrum."),
        "yaml_colon": translate(
            "finding",
            "Kolon eller indrykning er forkert i »{text}«. Sæt anførselstegn om tekster med "
            "kolon, og lad linjen begynde lige under den forrige.",
        ),
        "yaml_no_colon": translate(
            "finding", "Der mangler et kolon efter feltets navn i »{text}«."
        ),
        "yaml_quote": translate(
            "finding",
            "Teksten, der begynder i »{text}«, mangler et anførselstegn til sidst.",
        ),
        "yaml_bracket": translate("finding", "Komma eller slutklamme mangler i »{text}«."),
        "yaml_first_character": translate(
            "finding",
            "Teksten begynder med et tegn, der betyder noget særligt: »{text}«. Sæt "
            "anførselstegn om teksten.",
        ),
        "yaml_escape": translate(
            "finding",
            "Omvendt skråstreg betyder noget særligt i »{text}«. Skriv den to gange, eller "
            "brug enkelte anførselstegn.",
        ),
        "yaml_indent": translate(
            "finding",
            "Indrykningen passer ikke i »{text}«. Lad linjen begynde lige under dem, den "
            "hører sammen med.",
        ),
        "yaml_syntax": translate(
            "finding",
            "Linjen kan ikke læses: »{text}«. Tjek kolon, anførselstegn og indrykning.",
        ),
        "field_missing": translate("finding", "Feltet »{field}« mangler. Tilføj det."),
        "field_unknown": translate(
            "finding", "Feltet »{field}« findes ikke her. Slet det, eller ret navnet."
        ),
        "field_unknown_near": translate(
            "finding", "Feltet »{field}« findes ikke her. Mente du »{near}«?"
        ),
        "field_empty": translate(
            "finding", "Feltet »{field}« er tomt. Udfyld det, eller slet linjen."
        ),
        "field_not_text": translate(
            "finding",
            "Feltet »{field}« skal være tekst, men her står {found}. Sæt anførselstegn om.",
        ),
        "field_not_number": translate(
            "finding",
            "Feltet »{field}« skal være et helt tal, men her står »{found}«.",
        ),
        "field_not_truth": translate(
            "finding",
            "Feltet »{field}« skal være true eller false, men her står »{found}«.",
        ),
        "field_not_date": translate(
            "finding",
            "Feltet »{field}« skal være en dato som 2026-03-08, men her står »{found}«.",
        ),
        "field_not_list": translate(
            "finding",
            "Feltet »{field}« skal være en liste, men her står »{found}«. Skriv [a, b] "
            "eller én linje med bindestreg til hver.",
        ),
        "field_not_mapping": translate(
            "finding",
            "Feltet »{field}« skal bestå af felter på formen »navn: værdi«, men her står "
            "»{found}«.",
        ),
        "field_choice": translate(
            "finding",
            "»{found}« kan ikke bruges i feltet »{field}«. Vælg en af disse: {choices}.",
        ),
        "field_slug": translate(
            "finding",
            "»{found}« kan ikke bruges i feltet »{field}«. Brug små bogstaver a-z, tal og "
            "bindestreg.",
        ),
        "field_law": translate(
            "finding",
            "»{found}« er ikke en lovhenvisning. Skriv som bl:136 eller bl:136.2.",
        ),
        "field_event": translate(
            "finding",
            "»{found}« kan en frist ikke tælles fra. Skriv trigger, et trins id eller date: "
            "fulgt af en hændelse.",
        ),
        "field_within": translate(
            "finding",
            "»{found}« er ikke en varighed. Skriv som »24 hours« eller »4 months«. "
            "Enhederne er hours, days, weeks, months, weekdays og workdays.",
        ),
        "field_target": translate(
            "finding",
            "»{found}« er ikke et sted i biblioteket. Skriv som procedure:navn, "
            "procedure:navn/trin, card:navn eller tool:navn.",
        ),
        "field_belongs_below": translate(
            "finding",
            "Feltet »{field}« hører til i teksten under de tre bindestreger. Flyt det derned.",
        ),
        "field_invalid": translate(
            "finding", "Feltet »{field}« kan ikke bruges, som det står: »{found}«."
        ),
        "front_missing": translate(
            "finding",
            "Filen skal begynde med tre bindestreger og felterne id, title osv.",
        ),
        "front_open": translate(
            "finding",
            "De indledende felter slutter ikke. Sæt en linje med tre bindestreger efter dem.",
        ),
        "card_too_many_lines": translate(
            "finding",
            "Kortet har flere end {limit} linjer og bliver ikke læst. Et kort skal kunne "
            "stå på én side.",
        ),
        "card_line": translate(
            "finding",
            "Linjen er hverken overskrift, tjekpunkt eller note: »{text}«. Begynd den med "
            "##, - [ ] eller >.",
        ),
        "card_heading_level": translate(
            "finding", "Overskrifter på et kort skrives med ##. Ret »{text}«."
        ),
        "card_item_ticked": translate(
            "finding",
            "Tjekpunktet er allerede krydset af: »{text}«. Skriv - [ ] i stedet.",
        ),
        "card_item_nested": translate(
            "finding",
            "Tjekpunktet er rykket ind under et andet: »{text}«. Lad det begynde yderst.",
        ),
        "card_item_half_bold": translate(
            "finding",
            "Kun en del af tjekpunktet står mellem **: »{text}«. Sæt ** om hele punktet, "
            "hvis det er kritisk, ellers slet dem.",
        ),
        "card_item_without_box": translate(
            "finding",
            "Tjekpunktet mangler sin boks: »{text}«. Begynd det med - [ ] og et mellemrum.",
        ),
        "card_item_without_heading": translate(
            "finding",
            "Tjekpunktet står før den første overskrift: »{text}«. Sæt en overskrift med ## "
            "over det.",
        ),
        "card_note_not_last": translate(
            "finding", "Noten skal stå sidst på kortet. Flyt den ned under »{text}«."
        ),
    }
