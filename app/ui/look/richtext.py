"""A text of several paragraphs as tall as its content, that never fetches anything.

All of it stands there, so it never scrolls in itself: the wheel and the keys that scroll are left
to what it stands in.
"""

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeyEvent, QResizeEvent, QTextOption, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QTextBrowser

from app.ui.keys import keys
from app.ui.keys.shortcuts import asks
from app.ui.look.markdown_html import html_of
from app.ui.look.theme import theme


class RichText(QTextBrowser):
    """Shows Markdown, sanitised. A link is opened in the browser only when it is chosen."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._markdown = ""
        self.setProperty("flat", True)
        self.setAccessibleName(name)
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)
        self.anchorClicked.connect(self._on_link_chosen)
        self.verticalScrollBar().rangeChanged.connect(self._stay_whole)
        theme().changed.connect(self._restyle)

    def show_markdown(self, markdown: str) -> None:
        """Show another text."""
        self._markdown = markdown
        self._restyle()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Fetch nothing, whatever the text asks for."""
        return None

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if asks(event, *keys.READING):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def _restyle(self) -> None:
        ink, px = theme().ink, theme().px
        self.document().setDefaultFont(theme().font())
        self.document().setDefaultStyleSheet(
            f"body, p, li, td, th {{ color: {ink.ink}; line-height: 118%; }}"
            f"p {{ margin: 0 0 {px(6)}px 0; }}"
            f"ol, ul {{ margin: 0; -qt-list-indent: 1; }}"
            f"li {{ margin: 0 0 {px(4)}px 0; }}"
            f"h1, h2, h3, h4 {{ color: {ink.ink_2}; font-size: 9pt; font-weight: 600; }}"
            f"a {{ color: {ink.accent}; text-decoration: none; }}"
            f"blockquote {{ color: {ink.ink_2}; margin: 0; }}"
        )
        self.document().setIndentWidth(px(22))
        self.setHtml(html_of(self._markdown) if self._markdown else "")
        self._fit()

    def _fit(self) -> None:
        self.document().setTextWidth(self.viewport().width())
        frame = max(self.height() - self.viewport().height(), 0)  # none before it is laid out
        self.setFixedHeight(round(self.document().size().height()) + 2 + frame)

    def _stay_whole(self) -> None:
        """Leave nothing to scroll to: Qt counts with the height the field had before."""
        self.verticalScrollBar().setRange(0, 0)

    def _on_link_chosen(self, address: QUrl) -> None:
        if address.scheme() in ("https", "mailto"):
            QDesktopServices.openUrl(address)
