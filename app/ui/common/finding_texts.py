"""Danish sentences for what is wrong in the files of the library: what it is, and what to do.

Those for broken files come first, those for the content of documents after them.
"""

from PySide6.QtCore import QCoreApplication


def finding_text(code: str, params: dict[str, str]) -> str:
    """Return the sentence for a finding or a problem; its code where there is none."""
    return _sentence(code).format_map(_Params(params))


def finding_codes() -> frozenset[str]:
    """Every code that has a sentence; a test holds it against those that are used."""
    return frozenset({**file_sentences(), **content_sentences()})


class _Params(dict[str, str]):
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
        "card_too_long": translate(
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


def content_sentences() -> dict[str, str]:
    """Sentences for what the checker finds in documents that can be read."""
    translate = QCoreApplication.translate
    return {
        "unknown_theme": translate(
            "finding",
            "Temaet »{theme}« findes ikke. Ret navnet, eller tilføj temaet i themes.yaml.",
        ),
        "unknown_role": translate(
            "finding", "Rollen »{role}« findes ikke. Ret navnet, eller tilføj rollen i roles.yaml."
        ),
        "unknown_act": translate(
            "finding", "Loven »{act}« står ikke i law.yaml. Ret navnet, eller tilføj den."
        ),
        "unknown_provision": translate(
            "finding", "{law} mangler i law.yaml. Ret henvisningen, eller tilføj bestemmelsen."
        ),
        "unknown_card": translate(
            "finding", "Actioncardet »{card}« findes ikke. Ret navnet, eller skriv kortet."
        ),
        "unknown_tool": translate(
            "finding", "Værktøjet »{tool}« findes ikke. Ret navnet, eller skriv værktøjet."
        ),
        "unknown_event": translate(
            "finding",
            "Hændelsen »{event}« findes ikke. Ret navnet, eller tilføj den i events.yaml.",
        ),
        "unknown_step": translate("finding", "Trinnet »{step}« findes ikke. Ret navnet."),
        "unknown_age": translate(
            "finding", "Alderen »{age}« står ikke øverst i wayfinder.yaml. Ret navnet."
        ),
        "age_without_lead": translate(
            "finding", "Valget fører ingen steder hen for {ages}. Tilføj et sted uden alder."
        ),
        "synonym_of_itself": translate(
            "finding", "»{word}« står som synonym for sig selv. Slet det ene."
        ),
        "unknown_procedure": translate(
            "finding", "Proceduren »{procedure}« findes ikke i dette bibliotek."
        ),
        "role_without_lane": translate(
            "finding", "Rollen »{role}« står ikke i procedurens roller. Tilføj den der."
        ),
        "role_twice": translate("finding", "Rollen »{role}« står to gange. Slet den ene."),
        "lane_unused": translate(
            "finding", "Ingen trin hører til rollen »{role}«. Slet rollen, eller giv den et trin."
        ),
        "child_lane_not_first": translate("finding", "Barnets bane skal stå først."),
        "checked_older": translate(
            "finding",
            "Teksten er kontrolleret {checked}, men {act} er fra {date}. Kontrollér den igen.",
        ),
        "duplicate_id": translate("finding", "Id »{id}« bruges to gange. Giv den ene et andet."),
        "reserved_id": translate(
            "finding", "»{id}« er et ord, programmet selv bruger. Vælg et andet id."
        ),
        "start_is_end": translate(
            "finding", "Proceduren begynder med afslutningen »{step}«. Lad den begynde med et trin."
        ),
        "unreachable": translate(
            "finding", "Ingen vej fører til »{step}«. Tilføj en vej, eller slet trinnet."
        ),
        "dead_end": translate(
            "finding",
            "»{step}« har ingen vej videre. Tilføj en vej, eller gør trinnet til en afslutning.",
        ),
        "end_with_ways": translate(
            "finding", "Afslutningen »{step}« kan ikke have veje videre. Slet dem."
        ),
        "decision_one_way": translate(
            "finding",
            "Beslutningen »{step}« har kun én vej. Tilføj en vej, eller gør den til en handling.",
        ),
        "way_without_condition": translate(
            "finding", "En vej fra »{step}« mangler sin betingelse. Skriv, hvornår den vælges."
        ),
        "condition_twice": translate(
            "finding", "To veje fra »{step}« har betingelsen »{when}«. Skriv, hvad der skiller dem."
        ),
        "condition_without_choice": translate(
            "finding", "»{when}« står på en vej fra »{step}«, som ikke er en beslutning."
        ),
        "way_twice": translate("finding", "To veje fra »{step}« fører til »{to}«. Saml dem."),
        "condition_too_long": translate(
            "finding", "Betingelsen »{when}« er på {length} tegn. Skriv den på højst 26."
        ),
        "no_end": translate("finding", "Ingen afslutning kan nås. Tilføj en."),
        "endless_round": translate(
            "finding", "Fra {steps} er der ingen vej ud. Tilføj en vej til en afslutning."
        ),
        "handover_without_end": translate(
            "finding", "Kun en afslutning kan fortsætte i en anden procedure, og »{step}« er ingen."
        ),
        "deadline_form": translate(
            "finding",
            "Fristen ved »{step}« skal have enten within "
            "og after, within og before eller first_of.",
        ),
        "deadline_nested": translate(
            "finding", "first_of ved »{step}« kan ikke rumme en ny first_of."
        ),
        "deadline_after_later": translate(
            "finding", "Fristen ved »{step}« regnes fra »{source}«, som først kommer bagefter."
        ),
        "gate_needs_later": translate(
            "finding", "»{step}« venter på »{needed}«, som ikke kommer før."
        ),
        "deadline_without_ground": translate(
            "finding", "Fristen ved »{step}« mangler lovhenvisning eller grund."
        ),
        "deadline_before_step": translate(
            "finding",
            "Fristen ved »{step}« regnes baglæns fra »{source}«, "
            "som først kendes, når det er gjort.",
        ),
        "date_not_asked": translate(
            "finding",
            "Fristen ved »{step}« regnes fra »{event}«, men intet trin spørger om den dato.",
        ),
        "rolls_without_effect": translate(
            "finding", "last_day: rolls virker ikke på fristen ved »{step}«. Slet det."
        ),
        "late_without_effect": translate(
            "finding",
            "»{step}« må tidligst gøres den dag, så fristen kan ikke overskrides. "
            "Slet det, der skal gøres, når den er overskredet.",
        ),
        "gate_empty": translate("finding", "Kravet ved »{step}« nævner ingen trin."),
        "child_never_heard": translate(
            "finding", "Der besluttes noget, men proceduren har ingen samtale med barnet."
        ),
        "child_not_heard": translate(
            "finding", "»{step}« kan afslutte sagen, uden at barnet er hørt."
        ),
        "talk_outside_lane": translate("finding", "Samtalen »{step}« står ikke i barnets bane."),
        "title_too_long": translate(
            "finding", "Titlen »{title}« er på {length} tegn. Skriv den på højst {limit}."
        ),
        "item_too_long": translate(
            "finding", "Tjekpunktet »{text}« er på {length} tegn. Skriv det på højst {limit}."
        ),
        "many_items": translate(
            "finding", "»{step}« har {count} tjekpunkter. Flere end 7 er mange."
        ),
        "too_many_items": translate("finding", "»{step}« har {count} tjekpunkter. Del trinnet."),
        "lix_high": translate(
            "finding",
            "Teksten er tung: LIX {lix}, og højst {limit} er godt. Skriv kortere sætninger.",
        ),
        "card_empty": translate("finding", "Kortet har ingen punkter."),
        "section_empty": translate("finding", "»{section}« har ingen punkter."),
        "section_too_long": translate(
            "finding", "»{section}« har {count} punkter. Højst {limit} kan overskues."
        ),
        "card_too_long": translate(
            "finding", "Kortet har {count} punkter. Højst {limit} kan overskues."
        ),
        "unknown_field": translate(
            "finding", "Teksten viser et felt, »{field}«, der ikke står i fields."
        ),
        "choice_without_options": translate("finding", "Valget »{field}« har færre end to svar."),
        "scale_ends": translate("finding", "Skalaen »{field}« skal have to ender."),
        "rows_without_columns": translate("finding", "Rækkerne »{field}« har ingen kolonner."),
        "field_not_placed": translate("finding", "Feltet »{field}« står ikke i teksten."),
        "field_twice": translate("finding", "Feltet »{field}« står to gange i teksten."),
        "field_inside_text": translate("finding", "Feltet »{field}« skal stå på sin egen linje."),
    }
