"""What people type into documents, made fit to be kept."""

import re
from collections.abc import Iterable

from app.model.bounds import LONGEST_LINE, LONGEST_TEXT
from app.model.cpr import holds_cpr
from app.model.errors import Refused
from app.model.ids import LAW_PATTERN, SLUG_PATTERN
from app.model.library.procedure import Checked

_UNFIT = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def line_of(typed: str) -> str:
    """Return a text of one line as it is kept, runs of spaces drawn together.

    No-break spaces, as in `§ 136`, are left alone. `Refused`: cpr_in_document,
    edit_text_too_long.
    """
    return _sound(" ".join(re.split(r"[ \t\n]+", _clean(typed).strip(" \t\n"))), LONGEST_LINE)


def title_of(typed: str) -> str:
    """Return a title as it is kept. `Refused`: edit_title_missing, and those of `line_of`."""
    title = line_of(typed)
    if not title:
        raise Refused("edit_title_missing")
    return title


def new_title_of(typed: str) -> str:
    """Return the title of what is made now, and had none. `Refused`: edit_new_title_missing, and
    those of `line_of`.
    """
    title = line_of(typed)
    if not title:
        raise Refused("edit_new_title_missing")
    return title


def text_of(typed: str) -> str:
    """Return a text of several lines as it is kept: it ends with one line end, or is empty."""
    text = body_of(typed).strip("\n")
    return f"{text}\n" if text.strip() else ""


def body_of(typed: str) -> str:
    """Return a text whose empty lines are kept as they are."""
    return _sound(_clean(typed), LONGEST_TEXT)


def laws_of(refs: Iterable[str]) -> tuple[str, ...]:
    """Return references to law, each once. `Refused`: edit_law_unreadable."""
    return _matching(refs, LAW_PATTERN, "edit_law_unreadable")


def names_of(ids: Iterable[str]) -> tuple[str, ...]:
    """Return ids, each once. `Refused`: edit_name_unreadable."""
    return _matching(ids, SLUG_PATTERN, "edit_name_unreadable")


def name_of(name: str) -> str:
    """Return one id. `Refused`: edit_name_unreadable."""
    return names_of((name,))[0]


def checked_of(checked: Checked | None) -> Checked | None:
    """Return what somebody says a text was checked against. `Refused`: edit_name_unreadable."""
    return Checked(name_of(checked.act), checked.date) if checked else None


def _matching(names: Iterable[str], pattern: str, code: str) -> tuple[str, ...]:
    found = tuple(dict.fromkeys(names))
    for name in found:
        if not re.search(pattern, name):
            raise Refused(code, found=name[:60])
    return found


def _clean(typed: str) -> str:
    return _UNFIT.sub("", _LINE_ENDS.sub("\n", typed))


def _sound(text: str, longest: int) -> str:
    if len(text) > longest:
        raise Refused("edit_text_too_long", limit=str(longest))
    if holds_cpr(text):
        raise Refused("cpr_in_document")
    return text
