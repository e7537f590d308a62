"""What a key is: where it works, what it does, and how it is struck."""

from enum import Enum

from msgspec import Struct
from PySide6.QtCore import QT_TRANSLATE_NOOP


class Where(Enum):
    """Where keys work, in the order of the page; the value is its heading."""

    WINDOW = QT_TRANSLATE_NOOP("keys", "Overalt")
    LISTS = QT_TRANSLATE_NOOP("keys", "Lister, felter og spørgsmål")
    DATES = QT_TRANSLATE_NOOP("keys", "Datoer")
    FIND = QT_TRANSLATE_NOOP("keys", "Søg i alt")
    PROCEDURES = QT_TRANSLATE_NOOP("keys", "Procedurer")
    FLOW = QT_TRANSLATE_NOOP("keys", "I billedet af en procedure")
    RUNS = QT_TRANSLATE_NOOP("keys", "Forløb")
    RUN = QT_TRANSLATE_NOOP("keys", "I et forløb")
    PANEL = QT_TRANSLATE_NOOP("keys", "I det, der står om trinnet")
    WALL = QT_TRANSLATE_NOOP("keys", "Actioncards og Værktøjer")
    MEETING = QT_TRANSLATE_NOOP("keys", "Møde")
    SCREEN = QT_TRANSLATE_NOOP("keys", "På den store skærm")
    PRINT = QT_TRANSLATE_NOOP("keys", "Udskrift")
    EDITOR = QT_TRANSLATE_NOOP("keys", "Redigér")
    EDIT_FLOW = QT_TRANSLATE_NOOP("keys", "Redigér: i billedet")
    EDIT_FORM = QT_TRANSLATE_NOOP("keys", "Redigér: i formularen")
    WORD = QT_TRANSLATE_NOOP("keys", "Hent fra Word")
    INCOMING = QT_TRANSLATE_NOOP("keys", "Hent ind fra andre")


class Key(Struct, frozen=True):
    """What one or several keys do in one kind of place.

    Several are either ways to do the same, or a row of numbers that each choose one of as many.
    """

    where: Where
    does: str
    strokes: tuple[str, ...]
