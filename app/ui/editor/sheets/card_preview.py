"""A card as it will print, and a meter of how much of the page it takes."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, QTimer
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.model.library.card import ActionCard
from app.model.library.catalogue import Catalogue
from app.model.library.stored_version import VersionState
from app.printing.card_pages import Fit, card_pages, fits
from app.printing.page_marks import Page
from app.printing.pages import page_image
from app.printing.paper import A4, A5, A6, Paper
from app.printing.sheet import VersionMark
from app.ui.look.bars import Meter
from app.ui.look.theme import theme
from app.ui.look.widgets import Button, ElidedLabel, surface

PAPERS = (A5, A6, A4)
_PAUSE_MS = 60
_GAP, _MARGIN = 16, 28


class CardPreview(QWidget):
    """Paints the pages of a card, as large as the room allows; drawn anew at a pause."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Kortet, som det bliver trykt"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._pages: Sequence[Page] = ()
        self._images: list[QImage] = []
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._draw)

    def show_pages(self, pages: Sequence[Page]) -> None:
        """Show other pages."""
        self._pages = pages
        self._pause.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._pause.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color("paper"))
        left = (self.width() - self._whole_width()) / 2
        for image in self._images:
            size = image.deviceIndependentSize()
            top = max(_MARGIN / 2, (self.height() - size.height()) / 2)
            painter.drawImage(QPointF(left, top), image)
            painter.setPen(QPen(theme().color("part"), 1))
            painter.drawRect(QRectF(left - 0.5, top - 0.5, size.width() + 1, size.height() + 1))
            left += size.width() + _GAP
        painter.end()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(360), theme().px(500))

    def _whole_width(self) -> float:
        widths = [image.deviceIndependentSize().width() for image in self._images]
        return sum(widths) + _GAP * max(0, len(widths) - 1)

    def _draw(self) -> None:
        count = len(self._pages)
        if not count:
            return
        paper = self._pages[0].paper
        across = (self.width() - 2 * _MARGIN - _GAP * (count - 1)) / count
        width = min(across, (self.height() - 2 * _MARGIN) * paper.width / paper.height)
        ratio = self.devicePixelRatioF()
        self._images = []
        for page in self._pages:
            image = page_image(page, max(60, round(width * ratio)))
            image.setDevicePixelRatio(ratio)
            self._images.append(image)
        self.update()


class PreviewBar(QWidget):
    """The papers to choose from, and what is said of how a card fits the chosen one."""

    def __init__(self) -> None:
        super().__init__()
        self.paper: Paper = A5
        self.meter = Meter()
        self.words = ElidedLabel(points=9.5, color="ink_2")
        self.buttons: dict[str, Button] = {}
        bar = surface("bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        for paper in PAPERS:
            button = Button(paper.name, "quiet", small=True)
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setChecked(paper is self.paper)
            button.setToolTip(self.tr("Vis kortet på {}").format(paper.name))
            self.buttons[paper.name] = button
            row.addWidget(button)
        row.addSpacing(8)
        row.addWidget(self.meter)
        row.addWidget(self.words, 1)
        bar.setFixedHeight(theme().px(40))
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(bar)

    def show_fit(self, fit: Fit) -> None:
        """Say how a card fits."""
        self.meter.show_share(fit.used, 1)
        words = self._words_of(fit)
        self.words.setText(words)
        self.meter.setAccessibleName(words)

    def _words_of(self, fit: Fit) -> str:
        used, points = round(fit.used * 100), f"{fit.body:g}".replace(".", ",")
        if not fit.is_one_page:
            words = self.tr("Fylder {} sider {}. Et kort skal kunne stå på én: skriv kortere.")
            return words.format(fit.pages, fit.paper)
        if fit.is_as_designed:
            words = self.tr("Fylder {} % af en {}. Skriften er {} punkt.")
            return words.format(used, fit.paper, points)
        words = self.tr("Fylder {} % af en {}, så det sættes tættere: {} punkt.")
        return words.format(used, fit.paper, points)


def pages_and_fit(
    card: ActionCard, catalogue: Catalogue, paper: Paper, number: int, today: date
) -> tuple[Sequence[Page], Fit]:
    """Lay a draft of a card out on a paper, and tell how it fits."""
    mark = VersionMark(number, VersionState.DRAFT, today)
    return card_pages(card, catalogue, mark, paper), fits(card, catalogue, paper, mark)
