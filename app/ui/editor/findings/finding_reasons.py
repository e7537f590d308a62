"""Why a finding matters, and who says so: a provision, a study or a guide, where there is one."""

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from app.model.danish.law_notation import law_label
from app.model.library.catalogue import Catalogue

translate = QCoreApplication.translate

_CHECKLISTS = "Checklist for Checklists (Ariadne Labs)"
_CAP_676 = "CAP 676 (UK Civil Aviation Authority)"


class Reason(Struct, frozen=True):
    """Why it matters. `law` is a provision of the register, `source` a study or a guide."""

    why: str
    source: str = ""
    law: str = ""


def why_words(code: str) -> str:
    """Say why a finding of this code matters; empty where there is no such code."""
    reason = reasons().get(code)
    return reason.why if reason else ""


def source_words(code: str, catalogue: Catalogue) -> str:
    """Name what stands behind it; empty where it is sense alone."""
    reason = reasons().get(code)
    if reason is None:
        return ""
    provision = catalogue.provision(reason.law) if reason.law else None
    if provision is not None:
        label = law_label(reason.law, catalogue, full=True)
        return translate("editor", "Kilde: {}: {}").format(label, provision.says)
    return translate("editor", "Kilde: {}").format(reason.source) if reason.source else ""


def reasons() -> dict[str, Reason]:
    """Return the reason for each code of the checker."""
    return {
        **_ways(),
        **_people(),
        **_deadlines(),
        **_grounds(),
        **_texts(),
        **_signs(),
        **_sheets(),
    }


def _ways() -> dict[str, Reason]:
    lost = translate("editor", "Den, der følger proceduren, kommer hertil og ved ikke, hvad nu.")
    never = translate("editor", "Et forløb kan aldrig komme hertil, så teksten bliver ikke brugt.")
    choice = translate("editor", "Uden betingelse ved rådgiveren ikke, hvornår vejen vælges.")
    round_ = translate("editor", "Et forløb, der går i ring, kan ikke afsluttes.")
    same = translate("editor", "To ting med samme id kan ikke skelnes i et forløb.")
    end = translate("editor", "Efter en afslutning sker der ikke mere i dette forløb.")
    return {
        "unreachable": Reason(never),
        "dead_end": Reason(lost),
        "no_end": Reason(round_),
        "endless_round": Reason(round_),
        "end_with_ways": Reason(end),
        "start_is_end": Reason(translate("editor", "Et forløb skal have noget at begynde med.")),
        "handover_without_end": Reason(
            translate("editor", "Sagen går først videre, når dette forløb er slut.")
        ),
        "decision_one_way": Reason(
            translate("editor", "Er der intet at vælge, er det ingen beslutning.")
        ),
        "way_without_condition": Reason(choice),
        "condition_twice": Reason(choice),
        "condition_without_choice": Reason(
            translate("editor", "Kun ved en beslutning vælges der vej; andre trin går alle veje.")
        ),
        "condition_too_long": Reason(
            translate("editor", "Betingelsen skal kunne læses i billedet uden at brydes.")
        ),
        "way_twice": Reason(translate("editor", "Den ekstra pil siger ikke noget nyt.")),
        "duplicate_id": Reason(same),
        "reserved_id": Reason(same),
        "unknown_step": Reason(lost),
    }


def _people() -> dict[str, Reason]:
    heard = translate("editor", "Barnets syn skal frem, før der besluttes noget.")
    who = translate("editor", "Trinnet skal have en, der gør det, og en plads i billedet.")
    lane = translate("editor", "Barnets bane viser med ét blik, hvor barnet er med, og hvor ikke.")
    return {
        "child_not_heard": Reason(heard, law="bl:5.3"),
        "child_never_heard": Reason(heard, law="bl:5.3"),
        "talk_unsaid": Reason(heard, law="bl:5.3"),
        "talk_outside_lane": Reason(lane),
        "child_lane_not_first": Reason(lane),
        "role_without_lane": Reason(who),
        "unknown_role": Reason(who),
        "role_twice": Reason(translate("editor", "Hver rolle har én plads.")),
        "lane_unused": Reason(translate("editor", "En tom bane tager plads fra de andre.")),
    }


def _deadlines() -> dict[str, Reason]:
    begin = translate("editor", "Fristen kan ikke regnes ud, før det er sket, som den tæller fra.")
    form = translate("editor", "En frist siger, hvor længe og regnet fra hvad.")
    gate = translate("editor", "Et krav skal kunne være opfyldt, når man kommer hertil.")
    effect = translate("editor", "Det står der, men ændrer ikke noget.")
    return {
        "trigger_missing": Reason(
            translate("editor", "Fristerne tæller fra det, og rådgiveren bliver spurgt om tiden.")
        ),
        "deadline_form": Reason(form),
        "deadline_nested": Reason(form),
        "deadline_after_later": Reason(begin),
        "deadline_before_step": Reason(begin),
        "date_not_asked": Reason(
            translate("editor", "Uden datoen kan fristen ikke regnes ud i et forløb.")
        ),
        "unknown_event": Reason(begin),
        "deadline_without_ground": Reason(
            translate("editor", "Rådgiveren skal se, om fristen er lovens eller jeres egen.")
        ),
        "rolls_without_effect": Reason(effect),
        "late_without_effect": Reason(effect),
        "gate_needs_later": Reason(gate),
        "gate_empty": Reason(gate),
    }


def _grounds() -> dict[str, Reason]:
    broken = translate("editor", "Den, der klikker, finder ikke det, der henvises til.")
    law = translate("editor", "En henvisning skal kunne slås op og læses.")
    return {
        "step_without_ground": Reason(
            translate(
                "editor", "Det, der ikke kan sige, hvorfor det er der, bliver sprunget over."
            ),
            "Burian m.fl. 2018",
        ),
        "step_without_documentation": Reason(
            translate("editor", "Det, der siges og besluttes, skal kunne læses i journalen."),
            law="ofl:13",
        ),
        "not_checked": Reason(
            translate(
                "editor",
                "Den, der læser, skal kunne se, om teksten er holdt op mod loven, og hvornår.",
            )
        ),
        "checked_older": Reason(
            translate("editor", "Loven kan være ændret, siden teksten blev kontrolleret.")
        ),
        "unknown_act": Reason(law),
        "unknown_provision": Reason(law),
        "unknown_theme": Reason(translate("editor", "Uden tema kan teksten ikke findes.")),
        "unknown_card": Reason(broken),
        "unknown_tool": Reason(broken),
        "unknown_procedure": Reason(broken),
        "unknown_age": Reason(broken),
        "age_without_lead": Reason(broken),
        "synonym_of_itself": Reason(translate("editor", "Det hjælper ingen søgning.")),
    }


def _texts() -> dict[str, Reason]:
    pause = translate("editor", "5-9 punkter kan overskues på én gang. Flere bliver sprunget over.")
    return {
        "title_too_long": Reason(
            translate("editor", "En titel siger målet i få ord, så den kan findes og huskes."),
            f"{_CHECKLISTS}; {_CAP_676}",
        ),
        "line_too_long": Reason(
            translate("editor", "En linje læses med ét blik, på skærmen og på papiret."),
            _CHECKLISTS,
        ),
        "item_too_long": Reason(
            translate("editor", "Et punkt skal kunne læses med ét blik."), "Aides cognitives"
        ),
        "many_items": Reason(pause, f"{_CHECKLISTS}; Aides cognitives"),
        "too_many_items": Reason(pause, _CHECKLISTS),
        "guide_too_long": Reason(
            translate("editor", "Ved et trin er der 60-90 sekunder til at læse."),
            translate("editor", "{}; læsehastighed: Brysbaert 2019").format(_CHECKLISTS),
        ),
        "lix_high": Reason(
            translate("editor", "Korte sætninger og ord læses også af den, der har travlt."),
            translate("editor", "LIX: Björnsson 1968. Højst 45 til procedurer, 35 til kort, ")
            + translate("editor", "25 til børn er husets egne grænser"),
        ),
        "misspelt": Reason(
            translate("editor", "En stavefejl stjæler opmærksomhed. Ordbogen kan også tage fejl.")
        ),
    }


def _signs() -> dict[str, Reason]:
    name = translate("editor", "Id'et er navnet på den fil, teksten deles som.")
    return {
        "text_unseen": Reason(
            translate("editor", "Et tegn, ingen kan se, kan få teksten til at læses forkert.")
        ),
        "text_cpr": Reason(
            translate("editor", "Biblioteket deles med andre. Cpr-numre hører til i journalen.")
        ),
        "text_too_long": Reason(
            translate("editor", "Så lang en tekst læser ingen, og den er tung at vise.")
        ),
        "id_too_long": Reason(name),
        "id_reserved": Reason(name),
    }


def _sheets() -> dict[str, Reason]:
    page = translate("editor", "Et kort skal kunne bruges i øjeblikket, på én side.")
    field = translate("editor", "Det, der skal udfyldes, skal stå ét sted i teksten, for sig selv.")
    answer = translate("editor", "Den, der udfylder, skal have noget at svare med.")
    return {
        "card_empty": Reason(page),
        "card_too_long": Reason(page, _CHECKLISTS),
        "section_empty": Reason(translate("editor", "En overskrift uden punkter hjælper ingen.")),
        "section_too_long": Reason(
            translate("editor", "5-9 punkter kan overskues på én gang."), _CHECKLISTS
        ),
        "tool_empty": Reason(translate("editor", "Et tomt ark kan ingen bruge.")),
        "unknown_field": Reason(field),
        "field_not_placed": Reason(field),
        "field_twice": Reason(field),
        "field_inside_text": Reason(field),
        "choice_without_options": Reason(answer),
        "scale_ends": Reason(answer),
        "rows_without_columns": Reason(answer),
    }
