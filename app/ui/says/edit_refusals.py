"""Danish sentences for edits that are refused: what would break, and what to do instead."""

from PySide6.QtCore import QCoreApplication


def edit_refusals() -> dict[str, tuple[str, str]]:
    """Every code that an edit is refused with."""
    return {**_flow(), **_ways(), **_moves(), **_texts(), **_lanes(), **_sheets()}


def _flow() -> dict[str, tuple[str, str]]:
    translate = QCoreApplication.translate
    return {
        "edit_unreachable": (
            translate("told", "Så fører ingen vej til »{step}«"),
            translate("told", "Før først en anden vej dertil, eller slet trinnet."),
        ),
        "edit_dead_end": (
            translate("told", "Så har »{step}« ingen vej videre"),
            translate("told", "Før først vejen et andet sted hen, eller gør det til afslutning."),
        ),
        "edit_no_end": (
            translate("told", "Så kan ingen afslutning nås"),
            translate("told", "En procedure skal have mindst én afslutning."),
        ),
        "edit_endless_round": (
            translate("told", "Så er der ingen vej ud igen"),
            translate("told", "Fra {steps} skal en vej føre til en afslutning."),
        ),
        "edit_start_is_end": (
            translate("told", "Proceduren kan ikke begynde med en afslutning"),
            translate("told", "Tilføj først et trin før »{step}«."),
        ),
        "edit_end_with_ways": (
            translate("told", "En afslutning kan ikke have veje videre"),
            translate("told", "Gør »{step}« til en anden slags trin først."),
        ),
        "edit_talk_elsewhere": (
            translate("told", "Kun en samtale med barnet hører barnet eller giver det svar"),
            translate("told", "Gør trinnet til en samtale først."),
        ),
        "edit_handover_without_end": (
            translate("told", "Kun en afslutning kan fortsætte i en anden procedure"),
            translate("told", "Gør »{step}« til en afslutning først."),
        ),
        "edit_duplicate_id": (
            translate("told", "Id »{id}« bruges allerede"),
            translate("told", "Intet er ændret. Slet det ene af de to først."),
        ),
        "edit_reserved_id": (
            translate("told", "»{id}« er et ord, programmet selv bruger"),
            translate("told", "Intet er ændret. Giv trinnet en anden titel."),
        ),
        "edit_unknown_step": (
            translate("told", "Der henvises til et trin, som ikke findes"),
            translate("told", "Intet er ændret. Vælg et af trinnene i proceduren."),
        ),
        "edit_unknown_role": (
            translate("told", "Rollen har ingen bane i proceduren"),
            translate("told", "Tilføj først rollen under procedurens roller."),
        ),
        "edit_no_such_step": (
            translate("told", "Trinnet findes ikke mere"),
            translate("told", "Intet er ændret. Vælg et andet trin."),
        ),
        "edit_no_such_way": (
            translate("told", "Vejen findes ikke mere"),
            translate("told", "Intet er ændret. Vælg en anden vej."),
        ),
    }


def _ways() -> dict[str, tuple[str, str]]:
    translate = QCoreApplication.translate
    return {
        "edit_after_end": (
            translate("told", "Der kommer intet efter »{step}«"),
            translate("told", "Gør afslutningen til en anden slags trin, hvis det går videre."),
        ),
        "edit_after_decision": (
            translate("told", "»{step}« har flere veje"),
            translate("told", "Sæt trinnet på den vej, hvor det hører til, eller tilføj en vej."),
        ),
        "edit_end_on_way": (
            translate("told", "En afslutning kan ikke stå midt på en vej"),
            translate("told", "Tilføj den som en ny vej fra et trin."),
        ),
        "edit_way_twice": (
            translate("told", "Der er allerede en vej fra »{step}« til »{to}«"),
            translate("told", "Kun en beslutning kan have to veje til det samme trin."),
        ),
        "edit_way_to_itself": (
            translate("told", "»{step}« kan ikke føre til sig selv"),
            translate("told", "Gør det til en beslutning, hvis det skal kunne gentages."),
        ),
        "edit_condition_without_choice": (
            translate("told", "»{step}« vælger ikke mellem sine veje"),
            translate("told", "Gør det til en beslutning, før der skrives betingelser på vejene."),
        ),
        "edit_last_step": (
            translate("told", "Det er procedurens eneste trin"),
            translate("told", "Tilføj et andet, før det slettes."),
        ),
        "edit_choose_way": (
            translate("told", "»{step}« fører flere steder hen"),
            translate("told", "Vælg, hvilken vej »{before}« skal føre videre ad."),
        ),
        "edit_split_way": (
            translate("told", "»{step}« går videre flere steder på én gang"),
            translate("told", "»{before}« kan kun vælge ét af dem. Saml vejene først."),
        ),
        "edit_start_splits": (
            translate("told", "»{step}« begynder proceduren og fører flere steder hen"),
            translate("told", "Kun ét trin kan begynde. Saml vejene, eller sæt et trin foran."),
        ),
        "edit_step_needed": (
            translate("told", "{by} venter på »{step}« eller regner frist fra det"),
            translate("told", "Ret kravet eller fristen først, eller slet dem med."),
        ),
        "edit_gate_needs_later": (
            translate("told", "»{step}« kan ikke vente på »{needed}«"),
            translate("told", "Det kommer først bagefter. Flyt det, eller ret kravet."),
        ),
        "edit_deadline_after_later": (
            translate("told", "Fristen ved »{step}« kan ikke regnes fra »{source}«"),
            translate("told", "Det kommer først bagefter. Flyt det, eller ret fristen."),
        ),
        "edit_deadline_form": (
            translate("told", "Fristen er ikke hel"),
            translate("told", "Vælg både hvor længe, og hvad den regnes fra."),
        ),
        "edit_deadline_nested": (
            translate("told", "En frist kan ikke rumme en anden, der selv vælger"),
            translate("told", "Skriv alle fristerne ved siden af hinanden."),
        ),
        "edit_deadline_unreadable": (
            translate("told", "Fristen kan ikke læses: »{found}«"),
            translate("told", "Vælg et antal, en enhed, og hvad den regnes fra."),
        ),
    }


def _moves() -> dict[str, tuple[str, str]]:
    translate = QCoreApplication.translate
    return {
        "edit_move_branching": (
            translate("told", "»{step}« har ikke netop én vej videre"),
            translate("told", "Kun et trin med én vej kan flyttes. Flyt i stedet det omkring det."),
        ),
        "edit_move_onto_itself": (
            translate("told", "»{step}« kan ikke flyttes ind på sin egen vej"),
            translate("told", "Vælg en anden vej."),
        ),
        "edit_move_past_end": (
            translate("told", "»{after}« er en afslutning"),
            translate("told", "»{step}« kan ikke komme efter den."),
        ),
        "edit_move_past_branch": (
            translate("told", "Efter »{after}« deler vejen sig"),
            translate("told", "Træk »{step}« til den vej, hvor det skal stå."),
        ),
        "edit_move_before_start": (
            translate("told", "»{step}« begynder allerede proceduren"),
            translate("told", "Der er intet før det."),
        ),
        "edit_move_unclear": (
            translate("told", "Flere trin fører til »{step}«"),
            translate("told", "Træk det til den vej, hvor det skal stå."),
        ),
        "edit_start_stays": (
            translate("told", "»{step}« begynder proceduren og står først"),
            translate("told", "Flyt trinnet langs vejen, hvis et andet skal begynde."),
        ),
        "edit_duplicate_end": (
            translate("told", "Der kan ikke komme to afslutninger efter hinanden"),
            translate("told", "Tilføj en ny afslutning som en vej fra et trin."),
        ),
        "edit_nothing_copied": (
            translate("told", "Der er ikke kopieret noget"),
            translate("told", "Vælg et eller flere trin, og kopiér dem først."),
        ),
        "edit_paste_choice": (
            translate("told", "»{step}« vælger, men skulle føre flere steder hen på én gang"),
            translate("told", "Sæt trinnene ind på den ene af vejene."),
        ),
    }


def _texts() -> dict[str, tuple[str, str]]:
    translate = QCoreApplication.translate
    return {
        "edit_title_missing": (
            translate("told", "Titlen mangler"),
            translate("told", "Den forrige står, til der er skrevet en ny."),
        ),
        "edit_new_title_missing": (
            translate("told", "Titlen mangler"),
            translate("told", "Skriv, hvad det skal hedde."),
        ),
        "edit_item_missing": (
            translate("told", "Punktet er tomt"),
            translate("told", "Skriv, hvad der skal være på plads, eller fjern punktet."),
        ),
        "edit_no_such_item": (
            translate("told", "Punktet findes ikke mere"),
            translate("told", "Intet er ændret. Vælg et andet punkt."),
        ),
        "edit_no_such_text": (
            translate("told", "Teksten er ændret imens"),
            translate("told", "Intet er rettet. Ret »{word}« i feltet."),
        ),
        "edit_text_too_long": (
            translate("told", "Teksten er for lang"),
            translate("told", "Der er plads til {limit} tegn."),
        ),
        "edit_law_unreadable": (
            translate("told", "»{found}« er ikke en lovhenvisning"),
            translate("told", "Find bestemmelsen på nummer eller ord, og vælg den."),
        ),
        "edit_name_unreadable": (
            translate("told", "»{found}« kan ikke bruges som navn her"),
            translate("told", "Vælg et af dem, der findes."),
        ),
    }


def _lanes() -> dict[str, tuple[str, str]]:
    translate = QCoreApplication.translate
    return {
        "edit_no_such_role": (
            translate("told", "Rollen er ikke med i proceduren"),
            translate("told", "Intet er ændret. Vælg en af procedurens roller."),
        ),
        "edit_role_in_use": (
            translate("told", "Rollen har trin i proceduren"),
            translate("told", "Giv først {steps} til en anden rolle."),
        ),
        "edit_child_first": (
            translate("told", "Barnets bane står altid først"),
            translate("told", "Så ses det med det samme, hvor barnet bliver hørt."),
        ),
    }


def _sheets() -> dict[str, tuple[str, str]]:
    translate = QCoreApplication.translate
    return {
        "edit_no_such_section": (
            translate("told", "Overskriften findes ikke mere"),
            translate("told", "Intet er ændret. Vælg en anden."),
        ),
        "edit_no_such_field": (
            translate("told", "Feltet findes ikke mere"),
            translate("told", "Intet er ændret. Vælg et andet felt."),
        ),
    }
