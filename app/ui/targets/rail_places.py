"""The places of the rail, from above: they are there before what they hold is."""

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from app.ui.keys import keys
from app.ui.keys.key_kinds import Key


class RailPlace(Struct, frozen=True):
    """A place of the rail; its icon is named as its key is."""

    key: str
    title: str
    stroke: Key
    at_foot: bool = False


def rail_places() -> tuple[RailPlace, ...]:
    """Return the places of the rail, each with the key that shows it."""
    translate = QCoreApplication.translate
    return (
        RailPlace("procedures", translate("places", "Procedurer"), keys.GO_PROCEDURES),
        RailPlace("runs", translate("places", "Forløb"), keys.GO_RUNS),
        RailPlace("cards", translate("places", "Actioncards"), keys.GO_CARDS),
        RailPlace("tools", translate("places", "Værktøjer"), keys.GO_TOOLS),
        RailPlace("meeting", translate("places", "Møde"), keys.GO_MEETING),
        RailPlace("settings", translate("places", "Indstillinger"), keys.GO_SETTINGS, at_foot=True),
    )
