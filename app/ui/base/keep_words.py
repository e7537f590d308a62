"""How what is typed stands, said in few words: what it says is so at that moment."""

from typing import Any

from PySide6.QtCore import QCoreApplication

from app.ui.base.keeping import KeepState, Typed
from app.ui.says.told_texts import told_line


def keep_words(standing: KeepState) -> str:
    """Say how all that is typed stands, as the end of a line."""
    translate = QCoreApplication.translate
    return {
        KeepState.KEPT: translate("keeping", "alt er gemt"),
        KeepState.TYPED: translate("keeping", "gemmer …"),
        KeepState.REFUSED: translate("keeping", "noget er ikke gemt"),
        KeepState.FAILED: translate("keeping", "noget er ikke gemt endnu og prøves igen"),
    }[standing]


def field_words(typed: Typed[Any] | None) -> str:
    """Say below a field what is to be known of what stands in it; nothing while all is well."""
    if typed is None or typed.standing < KeepState.REFUSED:
        return ""
    if typed.error is not None and typed.error.is_refusal:
        return told_line(typed.error)
    translate = QCoreApplication.translate
    return translate("keeping", "Ikke gemt endnu. Det prøves igen om lidt.")
