"""Signs that Word writes as places in fonts of signs: arrows, boxes, marks."""

BOX = "☐"

_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: BOX, 0x71: BOX, 0x72: BOX, 0x75: "◆", 0x76: "❖", 0x77: "◆",
    0x78: BOX, 0xA1: "○", 0xA3: BOX, 0xA4: "◉", 0xA7: "▪", 0xA8: BOX, 0xAB: "★",
    0xD5: "⌫", 0xD8: "➢", 0xDC: "➲", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE3: "↖",
    0xE4: "↗", 0xE5: "↙", 0xE6: "↘", 0xE7: "←", 0xE8: "→", 0xE9: "↑", 0xEA: "↓", 0xEF: "⇐",
    0xF0: "⇒", 0xF1: "⇑", 0xF2: "⇓", 0xF3: "⇔", 0xFB: "✗", 0xFC: "✓", 0xFD: BOX, 0xFE: BOX,
    0x46: "☞", 0x4A: "☺", 0x4B: "😐", 0x4C: "☹", 0x28: "☎", 0x2A: "✉", 0x21: "✎", 0x36: "⌛",
}  # fmt: skip
_WINGDINGS_2 = {
    0x4F: "✗", 0x50: "✓", 0x51: BOX, 0x52: BOX, 0x53: BOX, 0x54: BOX, 0x2A: BOX, 0xA3: BOX,
}  # fmt: skip
_WINGDINGS_3 = {0x66: "←", 0x67: "→", 0x68: "↑", 0x69: "↓", 0x84: "▶", 0x7D: "▶"}
_SYMBOL = {
    0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°",
    0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈",
    0xBC: "…", 0xDB: "⇔", 0xDC: "⇐", 0xDD: "⇑", 0xDE: "⇒", 0xDF: "⇓", 0xF0: "•",
}  # fmt: skip
_WEBDINGS = {0x33: "◀", 0x34: "▶", 0x35: "▲", 0x36: "▼", 0x61: "✓", 0x63: BOX, 0x72: "✗"}
_FONTS = {
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": _WINGDINGS_3,
    "symbol": _SYMBOL,
    "webdings": _WEBDINGS,
}
_PRIVATE = range(0xE000, 0xF900)
_ARROWS = {0xF000 + place: sign for place, sign in _WINGDINGS.items() if sign in "←→↑↓⇐⇒"}
"""Arrows that stand as letters in a font of signs; boxes and marks are told by who reads lines."""


def named_sign(font: str, char: str) -> str:
    """Return the sign that a font has at a place; empty where it is not known."""
    try:
        code = int(char, 16)
    except ValueError:
        return ""
    signs = _FONTS.get(font.strip().casefold())
    if signs is None and code in _PRIVATE:
        signs = _WINGDINGS
    if signs is not None:
        return signs.get(code & 0xFF, "")
    return chr(code) if 0x20 <= code < 0x110000 and not 0xD800 <= code < 0xE000 else ""


def plain_signs(text: str) -> str:
    """Write arrows of a font of signs as arrows."""
    return text.translate(_ARROWS)
