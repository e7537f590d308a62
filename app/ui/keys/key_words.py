"""Keys in Danish words, as they stand on a Danish keyboard."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.ui.keys.key_kinds import Key

_NAMES = {
    "Shift": QT_TRANSLATE_NOOP("keys", "Skift"),
    "Return": QT_TRANSLATE_NOOP("keys", "Enter"),
    "Escape": QT_TRANSLATE_NOOP("keys", "Esc"),
    "Space": QT_TRANSLATE_NOOP("keys", "Mellemrum"),
    "Up": QT_TRANSLATE_NOOP("keys", "Pil op"),
    "Down": QT_TRANSLATE_NOOP("keys", "Pil ned"),
    "Left": QT_TRANSLATE_NOOP("keys", "Pil venstre"),
    "Right": QT_TRANSLATE_NOOP("keys", "Pil højre"),
    "PgUp": QT_TRANSLATE_NOOP("keys", "Page Up"),
    "PgDown": QT_TRANSLATE_NOOP("keys", "Page Down"),
    "Menu": QT_TRANSLATE_NOOP("keys", "Menutasten"),
}


def stroke_words(stroke: str) -> str:
    """Return one stroke in words, such as Ctrl+Enter."""
    held, _, name = stroke[:-1].rpartition("+")
    parts = [*filter(None, held.split("+")), name + stroke[-1]]
    return "+".join(
        QCoreApplication.translate("keys", str(_NAMES[part])) if part in _NAMES else part
        for part in parts
    )


def key_words(key: Key) -> str:
    """Return the stroke by which a key is called where there is room for one."""
    return stroke_words(key.strokes[0])


def all_words(key: Key) -> tuple[str, ...]:
    """Return all strokes in words; a row of numbers by its first and last."""
    words = tuple(dict.fromkeys(map(stroke_words, key.strokes)))
    if len(words) < len("123456789"):
        return words
    return (QCoreApplication.translate("keys", "{} til {}").format(words[0], words[-1][-1]),)


def with_key(words: str, key: Key) -> str:
    """Return words with their key behind, as in a tip."""
    return f"{words} ({key_words(key)})"


def in_menu(words: str, key: Key | None) -> str:
    """Return the words of a menu with their key at the right; the menu itself does not set it."""
    return f"{words}\t{key_words(key)}" if key is not None else words
