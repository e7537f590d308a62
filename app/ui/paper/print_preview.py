"""A print before it is printed: its pages, the paper, colour or black, then printer or PDF."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, QSize, Qt, Slot
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from app.model.errors import Told
from app.model.file_names import sound_file_name
from app.printing.ink import BLACK, PAPER, Ink
from app.printing.page_marks import Page
from app.printing.pages import page_layout, print_pages, write_pdf
from app.printing.paper import Paper
from app.printing.sheets import can_share_sheet, shared_sheets
from app.ui.base.crash import no_longer_when_crashed, when_crashed
from app.ui.base.messages import Message, Tone
from app.ui.fields.file_dialogs import Filed, ask_where_to_save
from app.ui.keys import keys
from app.ui.keys.key_kinds import Key, Where
from app.ui.keys.key_words import with_key
from app.ui.keys.shortcuts import WINDOW, bind
from app.ui.look.banner import Banner
from app.ui.look.keys_page import KeysPage
from app.ui.look.page_header import Header
from app.ui.look.theme import theme
from app.ui.look.toast import Toast
from app.ui.look.widgets import Button, Label, surface
from app.ui.paper.preview_page import PageDesk, PageList, PageListModel, PageView
from app.ui.says.told_texts import told_text, unexpected_text

MakePages = Callable[[Paper, Ink], Sequence[Page]]
"""Lays a print out on a paper, in colour or black."""

_ZOOM_STEP, _LEAST_ZOOM, _LARGEST_ZOOM = 1.25, 0.2, 5.0


class PrintPreview(QDialog):
    """Shows what will be printed, and prints it. `papers` are those it may be printed on.

    Its pages are large: it is gone when it is closed.
    """

    def __init__(
        self,
        title: str,
        make: MakePages,
        papers: Sequence[Paper],
        paper: Paper | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._title, self._make = title, make
        self._papers = tuple(papers)
        self._paper = paper or self._papers[0]
        self._pages: tuple[Page, ...] = ()
        self._at = 0
        self._zoom: float | None = None
        self.header = Header()
        self.banner = Banner()
        self.toast = Toast(self)
        self.black = QCheckBox(self.tr("Kun sort"))
        self.shared = QCheckBox(self.tr("Flere på ét A4-ark"))
        self.view = PageView()
        self.rows = PageListModel()
        self.list = PageList(self.rows)
        self._papers_group = QButtonGroup(self)
        self._scroll = PageDesk(self.view)
        self._zoom_label = Label(points=9, color="ink_2")
        self._page_label = Label(points=9, color="ink_2")
        self._keys = KeysPage(self)
        self._assemble()
        self._connect()
        self._lay_out()
        self._print.setFocus()
        self.finished.connect(self._on_finished)
        when_crashed(self._on_crashed)

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages as they will be printed."""
        return self._pages

    @property
    def current(self) -> int:
        """Which page is shown, from 0."""
        return self._at

    @property
    def zoom(self) -> float:
        """The zoom in force; 1 is the size on paper."""
        return self._zoom or self.view.fitting_zoom(self._scroll.viewport().size())

    def choose_paper(self, paper: Paper) -> None:
        """Lay everything out on another paper."""
        self._paper = paper
        self._papers_group.button(self._papers.index(paper)).setChecked(True)
        self._lay_out()

    def show_page(self, number: int) -> None:
        """Show a page, counted from 0; before the first and after the last there is none."""
        self._at = min(max(number, 0), len(self._pages) - 1)
        index = self.rows.index(self._at)
        if self.list.currentIndex() != index:
            self.list.setCurrentIndex(index)
        self._show()

    def set_zoom(self, zoom: float | None) -> None:
        """Set the zoom; None shows the whole page whatever the window's size."""
        self._zoom = None if zoom is None else min(max(zoom, _LEAST_ZOOM), _LARGEST_ZOOM)
        self._show()

    def save_pdf(self, path: Path) -> bool:
        """Write the pages to a file, and say in place what went wrong if it did."""
        return self._try(lambda: write_pdf(self._pages, path, self._title))

    def print_on(self, printer: QPrinter) -> bool:
        """Print the pages that the printer was asked for."""
        first, last = printer.fromPage() or 1, printer.toPage() or len(self._pages)
        return self._try(lambda: print_pages(self._pages[first - 1 : last], printer))

    def _assemble(self) -> None:
        self.setWindowTitle(self.tr("Udskriv: {title}").format(title=self._title))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.resize(QSize(theme().px(1040), theme().px(820)).boundedTo(self._room()))
        self.header.title.setText(self._title)
        save = self.tr("Gem som PDF …")
        self._save = Button(save, "outline", "folder", self._on_save_clicked)
        self._print = Button(self.tr("Udskriv …"), "go", "print", self._on_print_clicked)
        self._print.setDefault(True)
        self._give_key(self._save, save, keys.SAVE_PDF)
        self._give_key(self._print, self._print.text(), keys.PRINT_NOW)
        self.header.buttons.addWidget(self._save)
        self.header.buttons.addWidget(self._print)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.list)
        body.addWidget(self._scroll, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.header, self.banner, self._options()):
            column.addWidget(part)
        column.addLayout(body, 1)
        column.addWidget(self._bar())

    def _room(self) -> QSize:
        """Return how large it may be for its frame to be seen too, thought to be its parent's."""
        room, parent = self.screen().availableGeometry().size(), self.parentWidget()
        if parent is None:
            return room
        window = parent.window()
        return room - (window.frameGeometry().size() - window.size())

    def _options(self) -> QWidget:
        """The row below the header: paper, ink, sheets."""
        bar = surface("form")
        row = QHBoxLayout(bar)
        row.setContentsMargins(20, 8, 20, 8)
        row.setSpacing(6)
        row.addWidget(Label(self.tr("Papir"), points=9, color="ink_2"))
        for number, paper in enumerate(self._papers):
            button = Button(paper.name, "filter")
            button.setCheckable(True)
            button.setChecked(paper == self._paper)
            self._papers_group.addButton(button, number)
            row.addWidget(button)
        row.addSpacing(16)
        row.addWidget(self.black)
        row.addSpacing(8)
        row.addWidget(self.shared)
        row.addStretch(1)
        return bar

    def _bar(self) -> QWidget:
        """The row at the foot: which page, and the zoom."""
        bar = surface("bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(20, 4, 20, 4)
        row.setSpacing(4)
        earlier = Button("", "quiet", "chev-u", lambda: self.show_page(self._at - 1), small=True)
        later = Button("", "quiet", "chev-d", lambda: self.show_page(self._at + 1), small=True)
        smaller = Button("", "quiet", "minus", lambda: self._zoom_by(1 / _ZOOM_STEP), small=True)
        larger = Button("", "quiet", "plus", lambda: self._zoom_by(_ZOOM_STEP), small=True)
        whole = Button(self.tr("Hele siden"), "quiet", "fit", lambda: self.set_zoom(None))
        for button, name, key in (
            (earlier, self.tr("Forrige side"), keys.PRINT_EARLIER),
            (later, self.tr("Næste side"), keys.PRINT_LATER),
            (smaller, self.tr("Vis mindre"), keys.PRINT_SMALLER),
            (larger, self.tr("Vis større"), keys.PRINT_LARGER),
            (whole, self.tr("Hele siden"), keys.PRINT_WHOLE),
        ):
            button.setAccessibleName(name)
            self._give_key(button, name, key)
        for widget in (earlier, later, self._page_label):
            row.addWidget(widget)
        row.addStretch(1)
        for widget in (smaller, self._zoom_label, larger, whole):
            row.addWidget(widget)
        return bar

    def _give_key(self, button: Button, name: str, key: Key) -> None:
        """Let a key do what a button does, at once and from anywhere in the window."""
        bind(self, key, button.click, WINDOW)
        button.setToolTip(with_key(name, key))

    def _connect(self) -> None:
        bind(self, keys.SHOW_KEYS, lambda: self._keys.open_at((Where.PRINT,)), WINDOW)
        self._papers_group.idToggled.connect(self._on_paper_toggled)
        self.black.toggled.connect(self._lay_out)
        self.shared.toggled.connect(self._lay_out)
        self._scroll.resized.connect(self._show)
        self.list.selectionModel().currentChanged.connect(self._on_page_chosen)

    @Slot()
    def _lay_out(self) -> None:
        """Make the pages anew, and stay near the page that was shown."""
        pages = tuple(self._make(self._paper, BLACK if self.black.isChecked() else PAPER))
        may_share = can_share_sheet(self._paper) and len(pages) > 1
        self.shared.setVisible(can_share_sheet(self._paper))
        self.shared.setEnabled(may_share)
        self._pages = shared_sheets(pages) if may_share and self.shared.isChecked() else pages
        self.rows.show_pages(self._pages)
        self.header.sub.setText(self._summary())
        self.show_page(self._at)

    def _summary(self) -> str:
        count = len(self._pages)
        pages = self.tr("{count} sider") if count != 1 else self.tr("{count} side")
        ink = self.tr("kun sort") if self.black.isChecked() else self.tr("i farver")
        return f"{pages.format(count=count)} · {self._pages[0].paper.name} · {ink}"

    @Slot()
    def _show(self) -> None:
        if not self._pages:
            return
        page = self._pages[self._at]
        self.view.show_page(page, self._zoom or 1.0)
        self.view.show_page(page, self.zoom)
        self._zoom_label.setText(f"{round(self.zoom * 100)} %")
        said = self.tr("Side {number} af {count}")
        self._page_label.setText(said.format(number=self._at + 1, count=len(self._pages)))
        self.view.setAccessibleName(self._page_label.text())

    def _zoom_by(self, factor: float) -> None:
        self.set_zoom(self.zoom * factor)

    @Slot(int, bool)
    def _on_paper_toggled(self, number: int, is_chosen: bool) -> None:
        if is_chosen and self._papers[number] != self._paper:
            self.choose_paper(self._papers[number])

    @Slot(QModelIndex, QModelIndex)
    def _on_page_chosen(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid() and index.row() != self._at:
            self.show_page(index.row())

    def _on_save_clicked(self) -> None:
        name = sound_file_name(self._title, ".pdf")
        ask_where_to_save(self, Filed.PDF, name, self._write, self.tr("Gem som PDF"))

    def _write(self, path: Path) -> None:
        if self.save_pdf(path):
            saved = self.tr("Gemt som {path}").format(path=path)
            self.toast.show_message(Message(saved, tone=Tone.DONE))

    def _on_print_clicked(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(page_layout(self._pages[0].paper))
        printer.setDocName(self._title)
        if self.black.isChecked():
            printer.setColorMode(QPrinter.ColorMode.GrayScale)
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, len(self._pages))
        # what its own accepted sends along differs between systems; finished is the same on all
        dialog.finished.connect(partial(self._on_print_finished, printer))
        dialog.finished.connect(dialog.deleteLater)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    def _on_print_finished(self, printer: QPrinter, result: int) -> None:
        if result == QDialog.DialogCode.Accepted and self.print_on(printer):
            self.accept()

    @Slot()
    def _on_finished(self) -> None:
        no_longer_when_crashed(self._on_crashed)
        self.deleteLater()

    @Slot()
    def _on_crashed(self) -> None:
        """Tell here too: the window that tells of it otherwise lies behind this one."""
        self.banner.show_message(Message(*unexpected_text(), Tone.WARNING))

    def _try(self, work: Callable[[], None]) -> bool:
        """Do what may fail; tell of it in the window itself, where one can try again."""
        try:
            work()
        except Told as error:
            self.banner.show_message(Message(*told_text(error), Tone.TROUBLE))
            return False
        self.banner.show_message(None)
        return True
