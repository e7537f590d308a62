"""What can be set, each by a key that stays and the name that stands at it on the page."""

from PySide6.QtCore import QCoreApplication

from app.services.rights import TEAM_LEADER

OF_TEAM_LEADERS = frozenset({"budget_required", "budget_minutes", "own_words"})
"""What only those can set who write and approve."""


def setting_names(*, is_team_leader: bool) -> tuple[tuple[str, str], ...]:
    """Return key and name of all that one can go to in the settings, as they stand there."""
    return tuple(
        (key, name)
        for key, name in _names().items()
        if is_team_leader or key not in OF_TEAM_LEADERS
    )


def setting_name(key: str) -> str:
    """Return the name of one setting."""
    return _names()[key]


def near_words(key: str) -> tuple[str, ...]:
    """Return what one might call a setting instead of what it is called."""
    return tuple(_near_words().get(key, "").split())


def role_choices() -> tuple[tuple[str, object], ...]:
    """Return the roles one may have, each by its name."""
    translate = QCoreApplication.translate
    return (
        (translate("settings", "Rådgiver"), "raadgiver"),
        (translate("settings", "Teamleder"), TEAM_LEADER),
    )


def _names() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "user_name": translate("settings", "Dit navn"),
        "role": translate("settings", "Rolle"),
        "appearance": translate("settings", "Farver"),
        "zoom": translate("settings", "Størrelse"),
        "saturday_counts": translate("settings", "Lørdag er en hverdag"),
        "closed_days": translate("settings", "Lukkedage"),
        "letter_days": translate("settings", "Postdage"),
        "keep_closed_days": translate("settings", "Gem afsluttede i"),
        "receipts": translate("settings", "Kvitteringer"),
        "budget_required": translate("settings", "Krav, højst"),
        "budget_minutes": translate("settings", "Tid, højst"),
        "own_words": translate("settings", "Ordliste"),
        "data_folder": translate("settings", "Datamappe"),
        "backups": translate("settings", "Sikkerhedskopier"),
        "restore": translate("settings", "Hent en sikkerhedskopi tilbage"),
        "welcome": translate("settings", "Sådan begynder du"),
        "version": translate("settings", "Version"),
        "law": translate("settings", "Lov"),
    }


def _near_words() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "user_name": translate("settings", "initialer"),
        "role": translate("settings", "stilling teamleder rådgiver"),
        "appearance": translate("settings", "mørk mørkt lys lyst tema udseende kontrast"),
        "zoom": translate("settings", "skrift skriftstørrelse tekststørrelse større mindre zoom"),
        "saturday_counts": translate("settings", "weekend"),
        "closed_days": translate("settings", "helligdage feriedage ferielukket"),
        "letter_days": translate("settings", "brev post klagefrist"),
        "keep_closed_days": translate("settings", "sletning opbevaring"),
        "own_words": translate("settings", "stavning stavekontrol ordbog"),
        "data_folder": translate("settings", "placering"),
        "backups": translate("settings", "backup kopier"),
        "restore": translate("settings", "backup gendan genskab"),
        "welcome": translate("settings", "velkomst introduktion"),
        "version": translate("settings", "opdatering"),
    }
