"""The search at the left of *Procedurer*: what is found takes the place of the themes."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from app.model.search_hits import SearchHit
from app.services import library as library_service
from app.ui.base.desk import Desk
from app.ui.library.procedure_rows import hit_rows
from app.ui.lists.grouped_list import GroupedList, Row
from app.ui.look.widgets import SearchField

_HITS = 40
_PAUSE_MS = 60


class ListSearch(QObject):
    """Fills a list with what a field finds, and lets it be filled anew when the field is empty."""

    def __init__(
        self, desk: Desk, field: SearchField, rows: GroupedList, refill: Callable[[], None]
    ) -> None:
        super().__init__(field)
        self._desk = desk
        self._field, self._list, self._refill = field, rows, refill
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._search)
        field.textChanged.connect(self._on_typed)
        field.left_downwards.connect(rows.choose_first)

    def _on_typed(self, text: str) -> None:
        if text.strip():
            self._pause.start()
        else:
            self._pause.stop()
            self._refill()

    def _search(self) -> None:
        query = self._field.text().strip()
        if query:
            self._desk.do(
                lambda workplace: library_service.search(workplace, query, limit=_HITS),
                lambda hits: self._show(query, hits),
            )

    def _show(self, query: str, hits: tuple[SearchHit, ...]) -> None:
        if query != self._field.text().strip():
            return
        rows = hit_rows(hits)
        if not rows:
            nothing = self.tr("Intet fundet. Prøv et kortere ord eller et paragrafnummer.")
            rows = [Row(nothing, is_group=True, icon="info")]
        self._list.show_rows(rows)
