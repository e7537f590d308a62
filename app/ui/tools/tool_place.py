"""The place *Værktøjer*: the wall of tools, and one tool large with its pages."""

import re

from PySide6.QtCore import QCoreApplication

from app.model.library.catalogue import Library
from app.model.library.tool import Tool
from app.model.library.uses import Use, uses_of_tool
from app.printing.page_marks import Page
from app.printing.paper import A4
from app.printing.sheet import VersionMark
from app.printing.tool_pages import tool_pages
from app.ui.base.desk import Desk
from app.ui.wall.wall_place import WallPlace
from app.ui.wall.wall_sheets import WallSheet, WallWords

_FIELD = re.compile(r"^\s*\{\{.*\}\}\s*$", re.MULTILINE)


class ToolsPlace(WallPlace):
    """The wall of tools."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, ToolSheets(), _words())


class ToolSheets:
    """Tools, as a wall sees them."""

    kind = "tool"
    icon = "tools"
    paper = A4

    def all(self, library: Library) -> tuple[WallSheet, ...]:
        return tuple(_sheet(tool) for tool in library.tools)

    def pages(self, sheet: str, library: Library, version: VersionMark) -> tuple[Page, ...]:
        return tool_pages(library.tool_by_id[sheet], library.catalogue, version)

    def uses(self, sheet: str, library: Library) -> tuple[Use, ...]:
        return uses_of_tool(sheet, library)


def _sheet(tool: Tool) -> WallSheet:
    return WallSheet(
        tool.id,
        tool.title,
        tool.theme,
        tool.purpose,
        (QCoreApplication.translate("tools", "Bruges til"), tool.purpose),
        tool.roles,
        tool.law,
        tool.checked,
        _text(tool),
    )


def _text(tool: Tool) -> str:
    """Return all that a tool says, as one text."""
    lines = [tool.title, tool.purpose, *_FIELD.sub("", tool.body).splitlines()]
    for field in tool.fields:
        lines += [field.label, field.hint, *field.options, *field.columns]
    words = (line.strip(" #>*-").rstrip(".") for line in lines)
    return ". ".join(line for line in words if line)


def _words() -> WallWords:
    translate = QCoreApplication.translate
    return WallWords(
        title=translate("tools", "Værktøjer"),
        search_hint=translate("tools", "Søg i værktøjer"),
        search_name=translate("tools", "Søg i arbejdsværktøjer"),
        everything=translate("tools", "Alle værktøjer"),
        wall=translate("tools", "Væggen med arbejdsværktøjer"),
        guide=translate(
            "tools", "Klik eller mellemrum vælger, dobbeltklik eller Enter viser et værktøj stort"
        ),
        one_chosen=translate("tools", "værktøj er valgt"),
        many_chosen=translate("tools", "værktøjer er valgt"),
        print_one=translate("tools", "Udskriv værktøjet"),
        print_many=translate("tools", "Udskriv {} værktøjer"),
        back=translate("tools", "Til alle værktøjer"),
        earlier=translate("tools", "Forrige værktøj"),
        later=translate("tools", "Næste værktøj"),
        empty_title=translate("tools", "Her kommer værktøjerne til at hænge"),
        empty_text=translate(
            "tools",
            "Et arbejdsværktøj er en skabelon med felter, som udfyldes på papir. "
            "De følger med programmet.",
        ),
    )
