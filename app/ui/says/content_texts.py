"""Danish sentences for what the checker finds in documents that can be read."""

from PySide6.QtCore import QCoreApplication


def content_sentences() -> dict[str, str]:
    """Return the sentence for each code of the checker."""
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
        "not_checked": translate(
            "finding", "Ingen har kontrolleret teksten mod loven endnu. Kontrollér den."
        ),
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
            "og after, within og before, first_of eller one_of.",
        ),
        "deadline_nested": translate(
            "finding", "first_of eller one_of ved »{step}« kan ikke rumme flere af samme slags."
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
            "finding",
            "last_day: rolls virker kun på familiens frister. Slet det ved »{step}«.",
        ),
        "late_without_effect": translate(
            "finding",
            "Fristen ved »{step}« er ingen pligt for os efter loven og kan ikke overskrides. "
            "Slet det, der skal gøres, når den er overskredet.",
        ),
        "gate_empty": translate("finding", "Kravet ved »{step}« nævner ingen trin."),
        "child_never_heard": translate(
            "finding", "Der besluttes noget, men barnet bliver ikke hørt i noget trin."
        ),
        "child_not_heard": translate(
            "finding", "»{step}« kan afslutte sagen, uden at barnet er hørt."
        ),
        "talk_unsaid": translate(
            "finding",
            "Ved »{step}« står der ikke, om samtalen er til at høre barnet eller give det svar.",
        ),
        "talk_outside_lane": translate(
            "finding", "Samtalen med barnet, »{step}«, står ikke i barnets bane."
        ),
        "title_too_long": translate(
            "finding", "Titlen »{title}« er på {length} tegn. Skriv den på højst {limit}."
        ),
        "line_too_long": translate(
            "finding", "Linjen »{text}« er på {length} tegn. Skriv den på højst {limit}."
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
            "Teksten er tung: LIX {lix}, og højst {limit} er godt. Længste ord: {words}. "
            "Længste sætning ({length} ord): »{sentence}«.",
        ),
        "guide_too_long": translate(
            "finding", "Vejledningen tager {seconds} sekunder at læse. Højst {limit} er godt."
        ),
        "step_without_ground": translate(
            "finding",
            "»{step}« har hverken lov eller begrundelse. Find en paragraf, eller skriv hvorfor.",
        ),
        "step_without_documentation": translate(
            "finding",
            "»{step}« siger ikke, hvad der skal i journalen. Skriv overskrifter til notatet.",
        ),
        "trigger_missing": translate(
            "finding", "Der er frister, men der står ikke, hvad der starter uret. Skriv det."
        ),
        "misspelt": translate("finding", "»{word}« findes ikke i ordbogen."),
        "text_unseen": translate(
            "finding",
            "Teksten rummer et tegn, ingen kan se ({character}). Skriv stedet om uden det.",
        ),
        "text_cpr": translate(
            "finding",
            "Teksten rummer noget, der ligner et cpr-nummer. Det må aldrig stå i biblioteket.",
        ),
        "text_too_long": translate(
            "finding", "Teksten er længere end {limit} tegn. Del den, eller gør den kortere."
        ),
        "id_too_long": translate("finding", "Id'et er længere end {limit} tegn."),
        "id_reserved": translate(
            "finding", "En fil kan ikke hedde »{id}« på Windows. Vælg et andet id."
        ),
        "card_empty": translate("finding", "Kortet har ingen punkter."),
        "section_empty": translate("finding", "»{section}« har ingen punkter."),
        "section_too_long": translate(
            "finding", "»{section}« har {count} punkter. Højst {limit} kan overskues."
        ),
        "card_too_long": translate(
            "finding", "Kortet har {count} punkter. Højst {limit} kan overskues."
        ),
        "tool_empty": translate("finding", "Værktøjet har hverken tekst eller felter."),
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
