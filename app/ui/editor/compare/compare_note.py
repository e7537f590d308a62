"""The change note before it is printed."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.model.danish.notation import date_label
from app.model.library.card import ActionCard
from app.model.library.catalogue import Catalogue
from app.model.library.procedure import Procedure
from app.model.library.version_work import AnyPage
from app.printing.card_face import CardFace, card_face
from app.printing.change_note import change_note_pages, note_face
from app.printing.paper import A4
from app.printing.sheet import VersionMark
from app.printing.step_list_pages import procedure_face
from app.printing.tool_pages import tool_face
from app.ui.editor.compare.compare_page import ComparePage
from app.ui.paper.print_preview import PrintPreview


def preview_note(page: ComparePage, catalogue: Catalogue, now: datetime) -> PrintPreview | None:
    """Show what is compared as a note for the team meeting; nothing where nothing is shown."""
    compared = page.compared
    if compared is None:
        return None
    translate = QCoreApplication.translate
    names = compared.after_name
    if compared.before is not None:
        words = translate("compare", "{} i stedet for {}")
        before = compared.before_name
        names = words.format(names, before[:1].lower() + before[1:])
    made = translate("compare", "udskrevet {}").format(date_label(now))
    face = note_face(_face(compared.after, catalogue, compared.number), names, made)
    changes = page.changes
    window: QWidget = page.window()
    preview = PrintPreview(
        translate("compare", "Ændringer i {}").format(compared.after.title),
        lambda paper, ink: change_note_pages(face, changes, paper, ink),
        (A4,),
        parent=window,
    )
    preview.open()
    return preview


def _face(document: AnyPage, catalogue: Catalogue, number: int) -> CardFace:
    mark = VersionMark(number)
    if isinstance(document, Procedure):
        return procedure_face(document, catalogue, mark)
    if isinstance(document, ActionCard):
        return card_face(document, catalogue, mark)
    return tool_face(document, catalogue, mark)
