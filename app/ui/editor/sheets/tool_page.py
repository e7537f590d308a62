"""One tool that is edited: how it is written, printed and checked."""

from collections.abc import Iterable

from PySide6.QtCore import QTimer

from app.model.findings import Finding
from app.model.library.stored_version import VersionState
from app.model.library.tool import Tool
from app.model.times import day_of
from app.printing.sheet import VersionMark
from app.printing.tool_pages import tool_pages
from app.ui.base.desk import Desk
from app.ui.editor.drafts.editor_session import EditorSession
from app.ui.editor.findings.finding_lines import FindingLine, tool_lines
from app.ui.editor.form.form_builder import Form
from app.ui.editor.sheets.sheet_page import SheetPage
from app.ui.editor.sheets.sheet_spec import SheetBench, SheetShown
from app.ui.editor.sheets.tool_fields import FieldsField, tool_specs
from app.ui.editor.sheets.tool_text import BodyField
from app.ui.wall.large_sheet import LargeSheet

_PAUSE_MS = 150
"""So long without an edit, and the print is laid out anew: a long tool takes a while."""


class ToolSheet:
    """A tool as a page of the editor sees it: its pages, one below the other."""

    def __init__(self, desk: Desk, session: EditorSession[Tool], number: int) -> None:
        self._desk, self._session, self._number = desk, session, number
        self.form: Form[SheetBench[Tool], SheetShown[Tool]] = Form(
            tool_specs(),
            SheetBench(session, lambda: desk.shelf.library, lambda: day_of(desk.now())),
        )
        self.print = LargeSheet()
        self.prints = (self.print,)
        self._pause = QTimer(self.print)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._lay_out)
        body, fields = self.form.field("body"), self.form.field("fields")
        if isinstance(body, BodyField) and isinstance(fields, FieldsField):
            fields.place_asked.connect(body.place)
            body.field_added.connect(fields.name)

    def show(self, document: Tool) -> None:
        self.form.show_thing(SheetShown(document, self._desk.shelf.library))
        self._pause.start()

    def lines(self, findings: Iterable[Finding], document: Tool) -> tuple[FindingLine, ...]:
        return tool_lines(findings, document, self._desk.shelf.library.catalogue)

    def _lay_out(self) -> None:
        tool, today = self._session.document, day_of(self._desk.now())
        mark = VersionMark(self._number, VersionState.DRAFT, today)
        pages = tool_pages(tool, self._desk.shelf.library.catalogue, mark)
        self.print.update_pages(pages, tool.title, tool.purpose)


class EditedToolPage(SheetPage[Tool]):
    """A tool, as it will print, beside its form."""

    def __init__(self, desk: Desk, session: EditorSession[Tool], number: int) -> None:
        sheet = ToolSheet(desk, session, number)
        super().__init__(desk, session, sheet)
        self.print = sheet.print
