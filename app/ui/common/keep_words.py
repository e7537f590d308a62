"""How what is typed stands, said in few words: what it says is so at that moment."""

from PySide6.QtCore import QCoreApplication

from app.ui.common.keeping import KeepState


def keep_words(standing: KeepState) -> str:
    """Say how all that is typed stands, as the end of a line."""
    translate = QCoreApplication.translate
    return {
        KeepState.KEPT: translate("keeping", "alt er gemt"),
        KeepState.TYPED: translate("keeping", "gemmer …"),
        KeepState.REFUSED: translate("keeping", "noget er ikke gemt"),
        KeepState.FAILED: translate("keeping", "noget er ikke gemt endnu og prøves igen"),
    }[standing]


def field_words(standing: KeepState) -> str:
    """Say below a field what is to be known of what stands in it; nothing while all is well."""
    translate = QCoreApplication.translate
    return {
        KeepState.REFUSED: translate("keeping", "Ikke gemt. Ret det, så gemmes det hele."),
        KeepState.FAILED: translate("keeping", "Ikke gemt endnu. Det prøves igen om lidt."),
    }.get(standing, "")
