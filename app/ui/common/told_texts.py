"""Danish sentences for what went wrong: first what happened, then what was kept and what to do."""

from PySide6.QtCore import QCoreApplication

from app.model.errors import Told


def told_text(error: Told) -> tuple[str, str]:
    """Return a heading and a line below for an error the user is told about."""
    heading, line = _texts().get(error.code) or _unknown()
    return heading.format_map(_Params(error.params)), line.format_map(_Params(error.params))


def told_codes() -> frozenset[str]:
    """Every code that has a sentence; a test holds it against those that are raised."""
    return frozenset(_texts())


class _Params(dict[str, str]):
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
    return {}
