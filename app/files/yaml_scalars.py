"""Texts, numbers and truths as YAML scalars: plain where every reader agrees what they mean."""

import re
from datetime import date

_FIRST_INDICATORS = "-?:,[]{}#&*!|>'\"%@`=<~"
_ONLY_IN_BLOCK = re.compile(r"[,\[\]{}]|:\?")
_MEANS_MORE = re.compile(r": |:\Z| #")
_NOT_TEXT = re.compile(
    r"(?i)(?:~|null|true|false|yes|no|on|off|y|n)"
    r"|[-+.]?[0-9][0-9_,.:]*(?:e[-+]?[0-9]+)?|0[xo][0-9a-f_]+|[-+]?\.(?:inf|nan)"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*"
)
"""What some reader of YAML, of whatever version, takes for something else than text."""

_UNPRINTABLE = re.compile(
    "[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0"}
_MUST_ESCAPE = re.compile(f'[\\\\"\n\t]|{_UNPRINTABLE.pattern}')
_BLANK_WITH_SPACES = re.compile(r"^[ \t]+$", re.MULTILINE)


def scalar(value: object, *, in_flow: bool = False) -> str:
    """Write a value on one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _text(value, in_flow=in_flow)
    return value.isoformat() if isinstance(value, date) else str(value)


def fits_literal(text: str) -> bool:
    """Tell whether a text of several lines can stand as it is, indented below its key."""
    return (
        "\n" in text
        and text[0] not in "\n \t"
        and not text.endswith("\n\n")
        and not _UNPRINTABLE.search(text)
        and not _BLANK_WITH_SPACES.search(text)
    )


def literal_header(text: str) -> str:
    """Return the sign before such a text, which tells whether a line end closes it."""
    return "|" if text.endswith("\n") else "|-"


def _text(text: str, *, in_flow: bool) -> str:
    if _is_plain(text, in_flow=in_flow):
        return text
    needs_escape = _UNPRINTABLE.search(text) or "\n" in text or "\t" in text
    if not needs_escape and ("\\" in text or '"' in text):
        return "'" + text.replace("'", "''") + "'"
    return '"' + _MUST_ESCAPE.sub(lambda found: _escape(found[0]), text) + '"'


def _is_plain(text: str, *, in_flow: bool) -> bool:
    return not (
        not text
        or text != text.strip()
        or text[0] in _FIRST_INDICATORS
        or "\n" in text
        or "\t" in text
        or text.startswith("...")
        or _MEANS_MORE.search(text)
        or _UNPRINTABLE.search(text)
        or _NOT_TEXT.fullmatch(text)
        or (in_flow and _ONLY_IN_BLOCK.search(text))
    )


def _escape(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    number = ord(character)
    if number <= 0xFF:
        return f"\\x{number:02X}"
    return f"\\u{number:04X}" if number <= 0xFFFF else f"\\U{number:08X}"
