"""Plain texts inside Markdown, with the escapes of CommonMark.

A backslash before a sign makes the sign itself; `&#10;` is a character that cannot stand there.
"""

import re

_PUNCTUATION = r"!-/:-@\[-`{-~"
_ESCAPE = re.compile(rf"\\([{_PUNCTUATION}])|&#([0-9]{{1,7}});")
_CONTROL = "\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff"
_TAKEN_FOR_ESCAPE = re.compile(rf"\\(?=[{_PUNCTUATION}{_CONTROL}]|\s|\Z)|&(?=#[0-9])")
_UNFIT = re.compile(f"[{_CONTROL}]")


def escaped(text: str) -> str:
    """Write a text on one line so that `unescaped` gives the same text."""
    text = _TAKEN_FOR_ESCAPE.sub(lambda found: "\\" + found[0], text)
    text = _UNFIT.sub(lambda found: _entity(found[0]), text)
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip()) if start < len(text) else start
    return _entities(text[:start]) + text[start:end] + _entities(text[end:])


def unescaped(text: str) -> str:
    """Read a text in which signs may be escaped."""
    return _ESCAPE.sub(_character, text)


def _entities(spaces: str) -> str:
    return "".join(map(_entity, spaces))


def _entity(character: str) -> str:
    return f"&#{ord(character)};"


def _character(found: "re.Match[str]") -> str:
    if found[1]:
        return found[1]
    number = int(found[2])
    is_character = number <= 0x10FFFF and not 0xD800 <= number <= 0xDFFF
    return chr(number) if is_character else found[0]
