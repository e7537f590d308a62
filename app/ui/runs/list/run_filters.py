"""Which runs the list shows, in words."""

from PySide6.QtCore import QCoreApplication

from app.model.run.run_listing import Scope, Show


def filter_name(show: Show) -> str:
    """Name a filter."""
    translate = QCoreApplication.translate
    return {
        Show.ALL: translate("runs", "Åbne"),
        Show.LATE: translate("runs", "Over frist"),
        Show.WEEK: translate("runs", "Denne uge"),
        Show.WAITING: translate("runs", "Afventer"),
        Show.CHILD: translate("runs", "Barnet ikke hørt"),
        Show.CLOSED: translate("runs", "Afsluttede"),
    }[show]


def scope_name(scope: Scope) -> str:
    """Name whose runs they are."""
    translate = QCoreApplication.translate
    return {
        Scope.MINE: translate("runs", "Mine"),
        Scope.GIVEN: translate("runs", "Givet videre"),
        Scope.ALL: translate("runs", "Alle"),
    }[scope]


def scope_title(scope: Scope) -> str:
    """Head the list of a scope."""
    translate = QCoreApplication.translate
    return {
        Scope.MINE: translate("runs", "Mine forløb"),
        Scope.GIVEN: translate("runs", "Givet videre"),
        Scope.ALL: translate("runs", "Alle forløb"),
    }[scope]


def nothing_in(show: Show, words: str) -> str:
    """Say that a filter, with what was searched for, shows nothing."""
    translate = QCoreApplication.translate
    if words.strip():
        among = filter_name(show)
        return translate("runs", "Ingen forløb passer til »{}« blandt »{}«.").format(
            words.strip(), among
        )
    return {
        Show.ALL: translate("runs", "Ingen forløb er åbne."),
        Show.LATE: translate("runs", "Ingen forløb er over frist."),
        Show.WEEK: translate("runs", "Ingen forløb har en frist i denne uge."),
        Show.WAITING: translate("runs", "Ingen forløb afventer."),
        Show.CHILD: translate("runs", "I ingen forløb mangler barnet at blive hørt."),
        Show.CLOSED: translate("runs", "Ingen forløb er afsluttet."),
    }[show]
