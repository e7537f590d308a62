"""The sections of a step in words; each function returns a widget, or None when there is none."""

from collections.abc import Callable, Sequence
from functools import partial

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.model.catalogue import Catalogue, Library
from app.model.days import Calendar
from app.model.notation import counting_words, deadline_words, late_words, law_label
from app.model.procedure import Deadline, Procedure, Step
from app.printing.fonts import SEMIBOLD as DRAWN_SEMIBOLD
from app.printing.fonts import paint_text, text_width
from app.ui.common.icons import IconLabel
from app.ui.common.richtext import RichText
from app.ui.common.texts import kind_text, role_title, step_label
from app.ui.common.theme import theme
from app.ui.common.widgets import SEMIBOLD, Button, Label, second_line, section_label

Go = Callable[[str], None]

_LINK_EDGE = 2
"""What stands around the words of a link, so that its focus can be seen."""


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


class When(Struct, frozen=True):
    """When a deadline runs out in a run: the words, their colour, and how it was counted."""

    words: str
    color: str
    counted: str


def deadline(
    step: Step,
    procedure: Procedure,
    catalogue: Catalogue,
    calendar: Calendar,
    when: When | None = None,
) -> QWidget | None:
    """The deadline in words, with how it counts below; in a run first when it runs out."""
    if step.deadline is None:
        return None
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(1)
    color = when.color if when else "ink"
    icon = {"thread": "clock-alert", "done": "check-circle"}.get(color, "clock")
    sign = IconLabel(icon, "ink_2" if color == "ink" else color, 17)
    grid.addWidget(sign, 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
    words = deadline_words(step.deadline, procedure, catalogue)
    lines = [Label(words, weight=SEMIBOLD, wrap=True, selectable=True)]
    if when is not None:
        lines = [
            Label(when.words, weight=SEMIBOLD, color=color, wrap=True, selectable=True),
            Label(words, color="ink_2", wrap=True, selectable=True),
            second_line(when.counted, wrap=True),
        ]
    elif counting := counting_words(step.deadline, calendar):
        lines.append(second_line(counting, wrap=True))
    if when is None or not step.deadline.is_statutory:  # else how it was counted names the law
        lines.append(second_line(_ground(step.deadline, catalogue), wrap=True))
    if (when is None or when.color != "thread") and (late := late_words(step.deadline)):
        lines.append(second_line(late, wrap=True))
    for line, label in enumerate(lines):
        grid.addWidget(label, line, 1)
    grid.setColumnStretch(1, 1)
    return box


def _ground(found: Deadline, catalogue: Catalogue) -> str:
    """Say what a deadline rests on: the law, a reason, or the municipality's own choice."""
    ref = found.law or next((part.law for part in found.parts if part.law), None)
    if ref:
        return QCoreApplication.translate("step", "Efter loven: {}").format(
            law_label(ref, catalogue)
        )
    reason = found.reason or next((part.reason for part in found.parts if part.reason), "")
    if reason:
        return QCoreApplication.translate("step", "Anbefaling: {}").format(reason)
    return QCoreApplication.translate("step", "Kommunens egen frist")


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
            plain_link(
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


def journal_headings(title: str, document: str) -> QWidget | None:
    """The headings of the note to the journal, as a list of what to write about."""
    lines = [line.lstrip("# ").strip() for line in document.splitlines()]
    return text_section(title, "\n".join(f"- {line}" for line in lines if line))


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
        link = plain_link(
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
        plain_link(
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


def law(refs: Sequence[str], catalogue: Catalogue, go: Go | None = None) -> QWidget | None:
    """Each provision with its meaning in one line; with `go`, a link to all that cites it."""
    if not refs:
        return None
    rows = QWidget()
    grid = QGridLayout(rows)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(6)
    for line, ref in enumerate(refs):
        provision = catalogue.provision(ref)
        name = _law_name(law_label(ref, catalogue), partial(go, ref) if go else None)
        name.setMaximumWidth(theme().px(110))
        grid.addWidget(name, line, 0, Qt.AlignmentFlag.AlignTop)
        words = (
            provision.says
            if provision
            else QCoreApplication.translate("step", "Står ikke i lovregistret.")
        )
        meaning = Label(words, wrap=True, selectable=True)
        meaning.setContentsMargins(0, _LINK_EDGE, 0, 0)
        grid.addWidget(meaning, line, 1, Qt.AlignmentFlag.AlignTop)
    grid.setColumnStretch(1, 1)
    grid.setColumnMinimumWidth(0, theme().px(82))
    return section(QCoreApplication.translate("step", "Lov"), rows)


def _law_name(label: str, on_click: Callable[[], None] | None) -> QWidget:
    if on_click is None:
        return Label(label, weight=SEMIBOLD, color="accent", wrap=True)
    name = QCoreApplication.translate("step", "Lov: {}").format(label)
    return plain_link(label, on_click, name)


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
    row.addWidget(plain_link(title, partial(go, slug), f"{kind}: {title}"), 1)
    row.addWidget(second_line(kind))
    return box


def plain_link(text: str, on_click: Callable[[], None], name: str, icon: str = "") -> QWidget:
    """A link with its icon before it, if any; `name` is what a screen reader says."""
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
        row.setContentsMargins(_LINK_EDGE, _LINK_EDGE, _LINK_EDGE, _LINK_EDGE)
        row.addWidget(self._label, 0, Qt.AlignmentFlag.AlignTop)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._label.heightForWidth(width - 2 * _LINK_EDGE) + 2 * _LINK_EDGE

    def sizeHint(self) -> QSize:
        hint = self._label.sizeHint()
        return QSize(hint.width() + 2 * _LINK_EDGE, hint.height() + 2 * _LINK_EDGE)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(60), theme().px(22))


def _column(spacing: int) -> tuple[QWidget, QVBoxLayout]:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    return box, column
