"""Why a date or a time of day cannot be read, and how it is written."""

from PySide6.QtCore import QCoreApplication

from app.model.danish.moment_reading import FIRST_YEAR, LAST_YEAR, Unread


def unread_text(why: Unread, example: str) -> str:
    """Say what is wrong with what was written, and how it is written."""
    translate = QCoreApplication.translate
    if why is Unread.AHEAD:
        return translate("dates", "Tidspunktet ligger i fremtiden. Skriv, hvornår det skete.")
    words = {
        Unread.EMPTY: translate("dates", "Her mangler noget."),
        Unread.UNCLEAR: translate("dates", "Det kan ikke læses."),
        Unread.NO_SUCH_DAY: translate("dates", "Den dag findes ikke."),
        Unread.NO_SUCH_TIME: translate("dates", "Det klokkeslæt findes ikke."),
        Unread.OTHER_WEEKDAY: translate("dates", "Ugedag og dato passer ikke sammen."),
        Unread.UNLIKELY_YEAR: translate("dates", "Årstallet skal være fra {} til {}.").format(
            FIRST_YEAR, LAST_YEAR
        ),
        Unread.DAY_MISSING: translate("dates", "Datoen mangler."),
        Unread.TIME_MISSING: translate("dates", "Klokkeslættet mangler."),
    }[why]
    as_shown = translate("dates", "Skriv som {}.").format(example)
    return f"{words} {as_shown}"


def example_hint(example: str) -> str:
    """Say how it is written, where nothing stands yet."""
    return QCoreApplication.translate("dates", "Fx {}").format(example)
