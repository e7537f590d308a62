"""A provision of the law: what it says in one line, where it stands, and all that cites it."""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.danish.notation import capital, counted, date_label, law_label
from app.model.library.catalogue import Act, Provision
from app.model.library.citations import Citation, cited_by
from app.model.library.target import Target
from app.services.library import Shelf
from app.ui.base.desk import Desk
from app.ui.base.place import Place
from app.ui.library.star import StarButton
from app.ui.lists.grouped_list import GroupedList, Row
from app.ui.look.detail_panel import DetailPanel
from app.ui.look.page_header import Header
from app.ui.look.theme import theme
from app.ui.look.widgets import Button, Label, second_line, section_label
from app.ui.steps.panel_sections import Section, plain_link

_WIDEST = 760
_PLACES = {"procedure": "procedures", "ladder": "procedures", "card": "cards", "tool": "tools"}


class LawPlace(Place):
    """Shows one provision at a time.

    Signals: `provision_shown` with its reference.
    """

    provision_shown = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown = ""
        self.header = Header()
        self.list = GroupedList(self.tr("Det henviser til bestemmelsen"))
        self.panel = DetailPanel(self.tr("Om bestemmelsen"))
        self.star = StarButton(desk)
        self._assemble()
        self.list.clicked.connect(lambda index: self._open(self.list.rows.row(index).payload))
        self.list.activated_row.connect(self._open)
        desk.shelf_changed.connect(self._on_shelf_changed)
        theme().changed.connect(self._resize)
        self._resize()

    @property
    def heading(self) -> str:
        return self.header.title.text()

    @property
    def here(self) -> object:
        return self._shown

    def panes(self) -> Sequence[QWidget]:
        return (self.header, self.list, self.panel)

    @property
    def shown(self) -> str:
        """The provision that is shown; empty when none is."""
        return self._shown

    def show_provision(self, ref: str) -> None:
        """Show a provision, or the paragraph that it is part of."""
        library = self._desk.shelf.library
        provision = library.catalogue.provision(ref)
        if provision is None:
            return
        self._shown = provision.ref
        act = library.catalogue.act_by_id.get(provision.ref.partition(":")[0])
        label = law_label(provision.ref, library.catalogue, full=True)
        self.header.title.setText(capital(label))
        self.header.sub.setText(_act_line(act) if act else "")
        self.star.show_target(Target("provision", provision.ref))
        citing = cited_by(provision.ref, library)
        self.list.show_rows([*self._rows(citing)])
        self.panel.show_sections(self._sections(provision, act))
        self.provision_shown.emit(provision.ref)
        self.shown_changed.emit()

    def show_target(self, target: object) -> None:
        if isinstance(target, str):
            self.show_provision(target)
            self.enter()

    def enter(self) -> None:
        self.list.choose_first()
        self.list.setFocus()

    def _assemble(self) -> None:
        self.header.chips.addWidget(self.star)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(24, 16, 24, 12)
        column.setSpacing(8)
        column.addWidget(section_label(self.tr("Her bruges bestemmelsen")))
        column.addWidget(self.list, 1)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(middle, 1)
        below.addWidget(self.panel)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.header)
        page.addLayout(self.banner_slot)
        page.addLayout(below, 1)

    def _resize(self) -> None:
        self.list.setMaximumWidth(theme().px(_WIDEST))

    def _rows(self, citing: tuple[Citation, ...]) -> Iterator[Row]:
        """All that cites the provision, in groups."""
        if not citing:
            nothing = self.tr("Intet i biblioteket henviser til bestemmelsen.")
            yield Row(nothing, is_group=True, icon="info")
        for title, icon, kind, is_step in (
            (self.tr("Sagsprocedurer"), "procedures", "procedure", False),
            (self.tr("Actioncards"), "cards", "card", False),
            (self.tr("Værktøjer"), "tools", "tool", False),
            (self.tr("Trin"), "list", "procedure", True),
            (self.tr("Indsatstrappen"), "stairs", "ladder", False),
        ):
            found = [c for c in citing if (c.target.kind, bool(c.target.step)) == (kind, is_step)]
            if found:
                yield Row(title, is_group=True, icon=icon, count=str(len(found)))
            for citation in found:
                yield Row(citation.title, citation.target, sub=citation.context)

    def _sections(self, provision: Provision, act: Act | None) -> Iterator[QWidget]:
        meaning = Label(provision.says, points=11, wrap=True, selectable=True)
        own_words = second_line(self.tr("Med vores egne ord. Loven selv gælder."), wrap=True)
        yield Section(self.tr("Kort sagt"), meaning, own_words)
        if act is not None:
            yield self._act(act)
        others = [*self._others(provision)]
        if others:
            count = counted(len(others), self.tr("del"), self.tr("dele"))
            yield Section(self.tr("Hele paragraffen"), *others, count=count)

    def _act(self, act: Act) -> QWidget:
        """The act with its number and date, and the address, which is opened only when chosen."""
        name = Label(act.title, wrap=True, selectable=True)
        dated = self.tr("{} af {}").format(act.number, date_label(act.date))
        rows: list[QWidget] = [name, second_line(dated, wrap=True)]
        if act.note:
            rows.append(second_line(act.note, wrap=True))
        rows.append(Label(act.eli.removeprefix("https://"), points=8.5, wrap=True, selectable=True))
        open_it = partial(self.open_address, act.eli)
        rows.append(Button(self.tr("Åbn loven i browseren"), "link", "link", open_it))
        return Section(self.tr("Lov"), *rows)

    def _others(self, provision: Provision) -> Iterator[QWidget]:
        """The other parts of the same paragraph, each a link."""
        catalogue = self._desk.shelf.library.catalogue
        whole = provision.ref.partition(".")[0]
        for other in catalogue.provisions:
            if other is not provision and other.ref.partition(".")[0] == whole:
                words = self.tr("{}: {}").format(law_label(other.ref, catalogue), other.says)
                yield plain_link(words, partial(self.show_provision, other.ref), words)

    def open_address(self, address: str) -> None:
        """Open an official text in the browser, because the user asked for it."""
        QDesktopServices.openUrl(QUrl(address))

    def _open(self, payload: object) -> None:
        if isinstance(payload, Target):
            place = _PLACES[payload.kind]
            target = payload if place == "procedures" else payload.id
            self.go_requested.emit(place, target)

    def _on_shelf_changed(self, _: Shelf) -> None:
        if self._shown:
            self.show_provision(self._shown)


def _act_line(act: Act) -> str:
    return f"{act.title} · {act.number} · {date_label(act.date)}"
