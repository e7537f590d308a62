"""The sections of a step in words; each function returns a widget, or None when there is none."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.model.catalogue import Catalogue, Library
from app.model.notation import law_label
from app.model.procedure import Deadline, LastDay, Procedure, Step, Unit
from app.printing.fonts import SEMIBOLD as DRAWN_SEMIBOLD
from app.printing.fonts import paint_text, text_width
from app.ui.common.icons import IconLabel
from app.ui.common.richtext import RichText
from app.ui.common.texts import deadline_words, kind_text, role_title, step_label
from app.ui.common.theme import theme
from app.ui.common.widgets import SEMIBOLD, Button, Label, second_line, section_label

Go = Callable[[str], None]


class StationDisc(QWidget):
    """The number of a step on a filled disc, as it stands on the step in the flow."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(22), theme().px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("accent"))
        painter.drawEllipse(QRectF(self.rect()))
        size = theme().px(12)
        width = text_width(self._text, size, DRAWN_SEMIBOLD)
        at = self.rect().center().toPointF()
        at.setX(self.width() / 2 - width / 2)
        at.setY(self.height() / 2 + size * 0.35)
        paint_text(painter, at, self._text, size, theme().ink.on_accent, DRAWN_SEMIBOLD)
        painter.end()


def heading(procedure: Procedure, step: Step, catalogue: Catalogue) -> QWidget:
    """Number, kind, role, and the title below them."""
    box, column = _column(6)
    row = QHBoxLayout()
    row.setSpacing(8)
    number = procedure.numbers.get(step.id)
    if number:
        row.addWidget(StationDisc(str(number)))
    role = role_title(step.role, catalogue)
    words = kind_text(step.kind)
    row.addWidget(Label(f"{words}  ·  {role}" if role else words, points=9.5, color="ink_2"))
    row.addStretch(1)
    column.addLayout(row)
    title = Label(step.title, points=13, weight=SEMIBOLD, wrap=True, selectable=True)
    column.addWidget(title)
    return box


def deadline(
    step: Step, procedure: Procedure, catalogue: Catalogue, now_line: str = "", tone: str = ""
) -> QWidget | None:
    """The deadline in words, with how it counts below; in a run also when it runs out."""
    if step.deadline is None:
        return None
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(1)
    top = Qt.AlignmentFlag.AlignTop
    icon = {"thread": "clock-alert", "done": "check-circle"}.get(tone, "clock")
    grid.addWidget(IconLabel(icon, tone or "ink_2", 17), 0, 0, 2, 1, top)
    words = deadline_words(step.deadline, procedure, catalogue)
    if now_line:
        grid.addWidget(
            Label(now_line, weight=SEMIBOLD, color=tone or "ink", wrap=True, selectable=True), 0, 1
        )
        grid.addWidget(Label(words, color="ink_2", wrap=True, selectable=True), 1, 1)
    else:
        grid.addWidget(Label(words, weight=SEMIBOLD, wrap=True, selectable=True), 0, 1)
    for line, note in enumerate(_deadline_notes(step.deadline, catalogue), start=2):
        grid.addWidget(second_line(note, wrap=True), line, 1)
    grid.setColumnStretch(1, 1)
    return box


def _deadline_notes(found: Deadline, catalogue: Catalogue) -> list[str]:
    notes = []
    units = {part.duration.unit for part in found.parts if part.duration}
    if Unit.HOURS in units:
        notes.append(
            QCoreApplication.translate("step", "Uret løber også nat, weekend og helligdag.")
        )
    if any(part.last_day is LastDay.ROLLS for part in found.parts):
        notes.append(
            QCoreApplication.translate(
                "step", "Udløber den på en lukkedag, rykker den til næste hverdag."
            )
        )
    refs = [part.law for part in found.parts if part.law]
    if found.law:
        refs = [found.law]
    if refs:
        notes.append(
            QCoreApplication.translate("step", "Efter loven: {}").format(
                law_label(refs[0], catalogue)
            )
        )
    elif found.reason:
        notes.append(QCoreApplication.translate("step", "Anbefaling: {}").format(found.reason))
    else:
        notes.append(QCoreApplication.translate("step", "Kommunens egen frist"))
    return notes


def gate(step: Step, procedure: Procedure, catalogue: Catalogue, go: Go) -> QWidget | None:
    """What must be done before this step, with the law in one line."""
    if step.gate is None:
        return None
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    child = any(
        need in procedure.by_id and procedure.by_id[need].role == "barnet"
        for need in step.gate.needs
    )
    icon = IconLabel("voice" if child else "gate", "child_ink" if child else "ink_2", 17)
    row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
    column = QVBoxLayout()
    column.setSpacing(0)
    law = step.gate.law
    says = catalogue.provision(law) if law else None
    if child:
        column.addWidget(
            Label(
                QCoreApplication.translate("step", "Barnet skal være hørt først"),
                weight=SEMIBOLD,
                wrap=True,
            )
        )
    else:
        column.addWidget(
            Label(
                QCoreApplication.translate("step", "Skal være gjort først"),
                weight=SEMIBOLD,
                wrap=True,
            )
        )
    if law and says:
        text = f"{says.says} ({law_label(law, catalogue)})."
        column.addWidget(Label(text, color="ink_2", wrap=True))
    for need in step.gate.needs:
        label = step_label(procedure, need)
        column.addWidget(
            _plain_link(
                label,
                partial(go, need),
                QCoreApplication.translate("step", "Gå til trin {}").format(label),
            )
        )
    row.addLayout(column, 1)
    return box


def text_section(title: str, markdown: str) -> QWidget | None:
    """A heading and a text of several paragraphs."""
    if not markdown.strip():
        return None
    box, column = _column(6)
    column.addWidget(section_label(title))
    text = RichText(title)
    text.show_markdown(markdown)
    column.addWidget(text)
    return box


def section(title: str, *rows: QWidget, count: QWidget | None = None) -> QWidget:
    """A heading, with a count at its right, and what stands below it."""
    box, column = _column(6)
    head = QHBoxLayout()
    head.addWidget(section_label(title))
    head.addStretch(1)
    if count is not None:
        head.addWidget(count)
    column.addLayout(head)
    for row in rows:
        column.addWidget(row)
    return box


def ways(step: Step, procedure: Procedure, go: Go) -> QWidget | None:
    """The ways out, each with its condition and a link to the step it leads to."""
    if not step.next:
        return None
    rows = QWidget()
    grid = QGridLayout(rows)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(2)
    conditions = any(way.when for way in step.next)
    for line, way in enumerate(step.next):
        label = step_label(procedure, way.to)
        link = _plain_link(
            label,
            partial(go, way.to),
            QCoreApplication.translate("step", "Gå til {}").format(label),
        )
        if conditions:
            words = Label(way.when, weight=SEMIBOLD, wrap=True)
            grid.addWidget(words, line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(link, line, 1)
        else:
            grid.addWidget(link, line, 0)
    grid.setColumnStretch(1 if conditions else 0, 1)
    if conditions:
        grid.setColumnMinimumWidth(0, theme().px(64))
    return section(
        QCoreApplication.translate("step", "Veje")
        if len(step.next) > 1
        else QCoreApplication.translate("step", "Derefter"),
        rows,
    )


def hand_overs(step: Step, library: Library, go: Go) -> QWidget | None:
    """The procedures that an end leads on to."""
    found = [library.procedure_by_id.get(slug) for slug in step.continue_in]
    links = [
        _plain_link(
            p.title,
            partial(go, p.id),
            QCoreApplication.translate("step", "Åbn {}").format(p.title),
            "procedures",
        )
        for p in found
        if p is not None
    ]
    return (
        section(QCoreApplication.translate("step", "Sagen kan fortsætte i"), *links)
        if links
        else None
    )


def law(step: Step, catalogue: Catalogue) -> QWidget | None:
    """Each provision with its meaning in one line."""
    if not step.law:
        return None
    rows = QWidget()
    grid = QGridLayout(rows)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(6)
    for line, ref in enumerate(step.law):
        provision = catalogue.provision(ref)
        name = Label(law_label(ref, catalogue), weight=SEMIBOLD, color="accent", wrap=True)
        name.setMaximumWidth(theme().px(110))
        grid.addWidget(name, line, 0, Qt.AlignmentFlag.AlignTop)
        words = (
            provision.says
            if provision
            else QCoreApplication.translate("step", "Står ikke i lovregistret.")
        )
        meaning = Label(words, wrap=True, selectable=True)
        grid.addWidget(meaning, line, 1, Qt.AlignmentFlag.AlignTop)
    grid.setColumnStretch(1, 1)
    grid.setColumnMinimumWidth(0, theme().px(82))
    return section(QCoreApplication.translate("step", "Lov"), rows)


def linked(step: Step, library: Library, open_card: Go, open_tool: Go) -> QWidget | None:
    """Cards and tools that belong to the step."""
    card_word = QCoreApplication.translate("step", "Actioncard")
    tool_word = QCoreApplication.translate("step", "Værktøj")
    cards = [library.card_by_id[slug] for slug in step.cards if slug in library.card_by_id]
    tools = [library.tool_by_id[slug] for slug in step.tools if slug in library.tool_by_id]
    rows = [_linked_row("cards", card.title, card_word, open_card, card.id) for card in cards]
    rows += [_linked_row("tools", tool.title, tool_word, open_tool, tool.id) for tool in tools]
    return section(QCoreApplication.translate("step", "Til trinnet"), *rows) if rows else None


def _linked_row(icon: str, title: str, kind: str, go: Go, slug: str) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(IconLabel(icon, "ink_2", 16))
    row.addWidget(_plain_link(title, partial(go, slug), f"{kind}: {title}"), 1)
    row.addWidget(second_line(kind))
    return box


def _plain_link(text: str, on_click: Callable[[], None], name: str, icon: str = "") -> QWidget:
    link = WrapLink(text, on_click)
    link.setAccessibleName(name)
    if not icon:
        return link
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(IconLabel(icon, "ink_2", 16))
    row.addWidget(link, 1)
    return box


class WrapLink(Button):
    """A link that breaks into lines where its place is narrow."""

    def __init__(self, text: str, on_click: Callable[[], None]) -> None:
        super().__init__("", "link", on_click=on_click)
        self.setProperty("plain", True)
        self._label = Label(text, color="accent", wrap=True)
        self._label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.addWidget(self._label)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._label.heightForWidth(width - 4) + 4

    def sizeHint(self) -> QSize:
        hint = self._label.sizeHint()
        return QSize(hint.width() + 4, hint.height() + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(60), theme().px(22))


def _column(spacing: int) -> tuple[QWidget, QVBoxLayout]:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    return box, column
