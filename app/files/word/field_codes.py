"""Fields in a paragraph: between their marks stands a code, a result, or something to fill in."""

import re
from xml.etree.ElementTree import Element

from msgspec import Struct

from app.files.word.word_signs import BOX, named_sign
from app.files.word.word_styles import value_of, whole

_SYMBOL = re.compile(r'\s*SYMBOL\s+(\d{1,6})(?:.*\\f\s+"?([^"\\]+)"?)?', re.IGNORECASE)
_TO_FILL = re.compile(r"\s*(?:MACROBUTTON|GOTOBUTTON)\b", re.IGNORECASE)


class ToldByField(Struct, frozen=True):
    """What a mark of a field says: a text of its own, or that there is something to fill in."""

    text: str = ""
    is_to_fill: bool = False


class _Field(Struct):
    code: str = ""
    has_result: bool = False


class FieldCodes:
    """Follows the marks of fields, which may stand in each other.

    A mark without its partner is passed by: what is not surely a code is shown.
    """

    def __init__(self) -> None:
        self._open: list[_Field] = []

    @property
    def is_shown(self) -> bool:
        """Whether what stands here is seen: it is in no field's code."""
        return all(field.has_result for field in self._open)

    def take(self, part: Element) -> ToldByField:
        """Take a mark or a code."""
        if part.tag == "instrText":
            if self._open:
                self._open[-1].code += part.text or ""
            return ToldByField()
        match part.get("fldCharType"):
            case "begin":
                told = ToldByField(_of_form(part.find("ffData"))) if self.is_shown else None
                self._open.append(_Field())
                return self._around(told) if told and told.text else ToldByField()
            case "separate" if self._open:
                self._open[-1].has_result = True
            case "end" if self._open:
                return self._ended(self._open.pop())
        return ToldByField()

    def _around(self, told: ToldByField) -> ToldByField:
        """Let what a form shows be seen, and what else stands in its marks too."""
        self._open[-1].has_result = True
        return told

    def _ended(self, field: _Field) -> ToldByField:
        if field.has_result or not self.is_shown:
            return ToldByField()
        if _TO_FILL.match(field.code):
            return ToldByField(is_to_fill=True)
        symbol = _SYMBOL.match(field.code)
        if symbol is None:
            return ToldByField()
        return ToldByField(named_sign(symbol[2] or "Symbol", f"{int(symbol[1]):X}"))


def _of_form(form: Element | None) -> str:
    """Return what an old form shows: a box to tick, or the chosen one of several."""
    if form is None:
        return ""
    if form.find("checkBox") is not None:
        return BOX
    several = form.find("ddList")
    if several is None:
        return ""
    entries = [entry.get("val", "") for entry in several.findall("listEntry")]
    picked = whole(value_of(several, "result") or value_of(several, "default"))
    return entries[picked] if picked < len(entries) else ""
