"""A measure for tests that needs no font: seven pixels a letter, seventeen a line."""


def measure(text: str, width: float) -> tuple[float, float]:
    """Wrap at blanks, as a font would."""
    widest, line, lines = 0.0, 0.0, 1
    for word in text.split(" "):
        room = 7.0 * len(word)
        if line and line + 7.0 + room > width:
            lines, line = lines + 1, room
        else:
            line += room + (7.0 if line else 0.0)
        widest = max(widest, line)
    return widest, 17.0 * lines
