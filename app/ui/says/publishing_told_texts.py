"""Danish sentences for what is refused on a text's way from draft to publication."""

from PySide6.QtCore import QCoreApplication


def publishing_texts() -> dict[str, tuple[str, str]]:
    """Return heading and line for each code of drafts, versions, trials and suggestions."""
    return {**_drafts(), **_trials_and_suggestions()}


def _drafts() -> dict[str, tuple[str, str]]:
    translate = QCoreApplication.translate
    return {
        "not_team_leader": (
            translate("told", "Det kan kun en teamleder"),
            translate("told", "Skriv et forslag i stedet, så ser teamlederen det ved trinnet."),
        ),
        "no_such_draft": (
            translate("told", "Kladden findes ikke mere"),
            translate("told", "Den er udgivet eller slettet. Åbn teksten igen for at se den."),
        ),
        "draft_is_stale": (
            translate("told", "Teksten er ændret af en anden imens"),
            translate("told", "Din kladde er gemt ved siden af. Sammenlign dem, og vælg."),
        ),
        "nothing_differs": (
            translate("told", "Der er intet at ændre"),
            translate("told", "Teksten er den samme som i version {version}."),
        ),
        "findings_stop": (
            translate("told", "Der er fejl, der skal rettes først"),
            translate("told", "Kontrollen har fundet {count}. Kladden er gemt."),
        ),
        "own_work": (
            translate("told", "Man godkender ikke sit eget"),
            translate("told", "Bed en anden teamleder læse og udgive."),
        ),
        "not_in_review": (
            translate("told", "Versionen er ikke til godkendelse"),
            translate("told", "Send den til godkendelse først."),
        ),
        "not_published": (
            translate("told", "Versionen er ikke udgivet"),
            translate("told", "Kun det, der er udgivet, kan bruges sådan."),
        ),
        "not_a_template": (
            translate("told", "Teksten er ikke en skabelon"),
            translate("told", "Den er allerede godkendt her eller skrevet her."),
        ),
        "review_date_passed": (
            translate("told", "Datoen for gennemgang er passeret"),
            translate("told", "Vælg en dag, der kommer."),
        ),
        "back_reason_missing": (
            translate("told", "Skriv, hvad der skal rettes"),
            translate("told", "Så ved den, der har skrevet teksten, hvad der mangler."),
        ),
        "message_missing": (
            translate("told", "Noten mangler"),
            translate("told", "Skriv kort, hvad der er ændret, og hvorfor."),
        ),
        "over_budget_reason_missing": (
            translate("told", "Den beder om mere, end budgettet har"),
            translate("told", "Skriv hvorfor. Grunden bliver stående i historikken."),
        ),
        "message_too_long": (
            translate("told", "Teksten er for lang"),
            translate("told", "Den kan højst have {limit} tegn."),
        ),
        "cpr_in_message": (
            translate("told", "Det ligner et cpr-nummer og er ikke gemt"),
            translate("told", "Skriv det uden nummeret. Cpr-numre hører til i journalen."),
        ),
    }


def _trials_and_suggestions() -> dict[str, tuple[str, str]]:
    translate = QCoreApplication.translate
    return {
        "no_such_trial": (
            translate("told", "Prøvehandlingen findes ikke mere"),
            translate("told", "Den er afsluttet eller slettet."),
        ),
        "trial_beside_nothing": (
            translate("told", "Kun en udgivet sagsprocedure kan prøves"),
            translate("told", "Nye forløb vælger mellem den og prøvehandlingen. Udgiv den først."),
        ),
        "trial_name_missing": (
            translate("told", "Prøvehandlingen mangler et navn"),
            translate("told", "Giv den et kort navn, som teamet kan kende den på."),
        ),
        "trial_question_missing": (
            translate("told", "Prøvehandlingen mangler sit spørgsmål"),
            translate("told", "Skriv, hvad I vil finde ud af."),
        ),
        "trial_period_wrong": (
            translate("told", "Perioden kan ikke passe"),
            translate("told", "Den skal slutte efter, den begynder, og ikke være forbi."),
        ),
        "evaluation_missing": (
            translate("told", "Der mangler en evaluering"),
            translate("told", "Skriv kort, hvad prøvehandlingen viste. Det bliver i historikken."),
        ),
        "suggestion_missing": (
            translate("told", "Forslaget er tomt"),
            translate("told", "Skriv, hvad der kan blive bedre."),
        ),
        "no_such_suggestion": (
            translate("told", "Forslaget er ikke åbent mere"),
            translate("told", "Det er besvaret af en anden imens."),
        ),
        "answer_missing": (
            translate("told", "Der mangler et svar"),
            translate("told", "Skriv kort, hvorfor forslaget ikke tages op."),
        ),
    }
