"""The place *Indstillinger*: few settings, each with what it does; all take effect at once."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.model.burden import Budget
from app.model.errors import Told
from app.model.notation import counted, moment_label
from app.model.receipt import Cause, Receipt
from app.services import retention
from app.services.rights import TEAM_LEADER
from app.services.settings import (
    LARGEST_BUDGET,
    LONGEST_KEPT,
    SHORTEST_KEPT,
    SMALLEST_BUDGET,
    Appearance,
    Settings,
    change_settings,
)
from app.ui.common.desk import Desk
from app.ui.common.theme import ZOOM_STEPS, theme
from app.ui.common.toggling import Switch
from app.ui.common.told_texts import told_text
from app.ui.common.widgets import SEMIBOLD, Header, Label, second_line, surface
from app.ui.shell.place import Place

_RECEIPTS_SHOWN = 8


class _NumberField(QSpinBox):
    """A number that stands as far from the edge as text in other fields does."""

    def __init__(self) -> None:
        super().__init__()
        self._restyle()
        theme().changed.connect(self._restyle)

    def _restyle(self) -> None:
        # WORKAROUND: the style sheet's padding does not reach the line inside a spin box.
        self.lineEdit().setTextMargins(theme().px(8), 0, 0, 0)


class SettingsPlace(Place):
    """A page of settings.

    Signals: `settings_changed` with the `Settings` as stored.
    """

    settings_changed = Signal(object)

    def __init__(self, desk: Desk, settings: Settings) -> None:
        super().__init__()
        self._desk = desk
        self._settings = settings
        self.header = Header(36)
        self.name = QLineEdit(settings.user_name)
        self.role = QComboBox()
        self.appearance = QComboBox()
        self.zoom = QComboBox()
        self.saturday = QCheckBox(self.tr("Lørdag er en hverdag"))
        self._saturday = Switch(self.saturday)
        self.closed_days = QLineEdit(", ".join(settings.closed_days))
        self.keep_days = _NumberField()
        self.receipts = second_line(wrap=True)
        self.budget_required, self.budget_minutes = _NumberField(), _NumberField()
        self.own_words = QLineEdit(", ".join(settings.own_words))
        self.budget = QWidget()
        self._wrong = Label(color="soon", wrap=True)
        self._fill()
        self._assemble()
        self._connect()

    @property
    def wrong_text(self) -> str:
        """What is wrong with what was written; empty when nothing is."""
        return self._wrong.text() if self._wrong.isVisibleTo(self) else ""

    def enter(self) -> None:
        self._settings = self._desk.settings
        self._show_budget()
        self.name.setFocus()
        self._desk.do(retention.receipts, self._show_receipts)

    def leave(self) -> None:
        """Keep what is being typed."""
        self._on_name_written()
        self._on_closed_days_written()
        self._on_keep_days_written()
        self._on_budget_written()
        self._on_own_words_written()

    def _fill(self) -> None:
        for text, data in (
            (self.tr("Rådgiver"), "raadgiver"),
            (self.tr("Teamleder"), "teamleder"),
        ):
            self.role.addItem(text, data)
        self.role.setCurrentIndex(max(self.role.findData(self._settings.role), 0))
        for text, appearance in (
            (self.tr("Som computeren"), Appearance.SYSTEM),
            (self.tr("Lys"), Appearance.LIGHT),
            (self.tr("Mørk"), Appearance.DARK),
        ):
            self.appearance.addItem(text, appearance)
        self.appearance.setCurrentIndex(self.appearance.findData(self._settings.appearance))
        for percent in ZOOM_STEPS:
            self.zoom.addItem(self.tr("{} %").format(percent), percent)
        self._show_zoom()
        self._saturday.show(self._settings.saturday_counts)
        self.keep_days.setRange(SHORTEST_KEPT, LONGEST_KEPT)
        self.keep_days.setSuffix(self.tr(" dage"))
        self.keep_days.setValue(self._settings.keep_closed_days)
        for box in (self.budget_required, self.budget_minutes):
            box.setRange(SMALLEST_BUDGET, LARGEST_BUDGET)
        self.budget_minutes.setSuffix(self.tr(" minutter"))
        self._show_budget()
        self._wrong.hide()

    def _show_receipts(self, receipts: tuple[Receipt, ...]) -> None:
        """Show the receipts of what was deleted; they say nothing of what it was."""
        causes = {
            Cause.RETENTION: self.tr("tiden var gået"),
            Cause.ASKED: self.tr("slettet på ønske"),
        }
        lines = [
            self.tr("{}: {}, {}, {}").format(
                moment_label(receipt.at, self._desk.now()),
                counted(receipt.runs, self.tr("forløb"), self.tr("forløb")),
                causes[receipt.cause],
                receipt.actor,
            )
            for receipt in receipts[:_RECEIPTS_SHOWN]
        ]
        self.receipts.setText("\n".join(lines) or self.tr("Der er ikke slettet noget."))

    def _show_zoom(self) -> None:
        self.zoom.setCurrentIndex(max(self.zoom.findData(theme().zoom), 0))

    def _show_budget(self) -> None:
        """Show what a procedure should ask at most, to those who may say so."""
        self.budget_required.setValue(self._settings.budget_required)
        self.budget_minutes.setValue(self._settings.budget_minutes)
        self.own_words.setText(", ".join(self._settings.own_words))
        self.budget.setVisible(self._settings.role == TEAM_LEADER)

    def _assemble(self) -> None:
        self.header.title.setText(self.tr("Indstillinger"))
        self.header.sub.setText(self.tr("Gælder for dig på denne computer og gemmes straks"))
        page = surface("paper")
        column = QVBoxLayout(page)
        column.setContentsMargins(36, 24, 36, 24)
        column.setSpacing(28)
        column.addWidget(self._wrong)
        column.addLayout(
            self._group(
                self.tr("Dig"),
                (
                    (
                        self.tr("Navn i loggen"),
                        self.name,
                        self.tr("Står ved det, du markerer. Tomt: computerens brugernavn."),
                    ),
                    (self.tr("Rolle"), self.role, ""),
                ),
            )
        )
        column.addLayout(
            self._group(
                self.tr("Udseende"),
                (
                    (self.tr("Farver"), self.appearance, ""),
                    (
                        self.tr("Størrelse"),
                        self.zoom,
                        self.tr("Også Ctrl og plus, minus eller nul."),
                    ),
                ),
            )
        )
        column.addLayout(
            self._group(
                self.tr("Frister"),
                (
                    (
                        "",
                        self.saturday,
                        self.tr(
                            "Barnets lov siger ikke, om lørdag tæller med i 6 hverdage. "
                            "Det sikre valg er ja: så er fristen aldrig for lang."
                        ),
                    ),
                    (
                        self.tr("Lukkedage"),
                        self.closed_days,
                        self.tr(
                            "Dage, hvor I holder lukket, som 12-24 hvert år eller 2026-12-28. "
                            "Adskil med komma. Helligdage er med i forvejen."
                        ),
                    ),
                ),
            )
        )
        column.addLayout(
            self._group(
                self.tr("Forløb"),
                (
                    (
                        self.tr("Gem afsluttede i"),
                        self.keep_days,
                        self.tr(
                            "Derefter slettes de for altid, og kun en kvittering er tilbage. "
                            "Rød tråd er ikke en journal: det, der skal gemmes, hører til dér."
                        ),
                    ),
                    (self.tr("Kvitteringer"), self.receipts, ""),
                ),
            )
        )
        column.addWidget(self.budget)
        column.addStretch(1)
        self.budget.setLayout(self._budget_group())
        scroll = QScrollArea()
        scroll.setWidget(page)
        scroll.setWidgetResizable(True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addLayout(self.banner_slot)
        whole.addWidget(scroll, 1)

    def _budget_group(self) -> QVBoxLayout:
        group = self._group(
            self.tr("Sagsprocedurer"),
            (
                (
                    self.tr("Krav, højst"),
                    self.budget_required,
                    self.tr("Så mange tjekpunkter må være krav i én procedure."),
                ),
                (
                    self.tr("Tid, højst"),
                    self.budget_minutes,
                    self.tr(
                        "Så længe må det tage at læse og krydse af i én procedure. "
                        "Redigér viser, når en procedure kræver mere; den kan udgives alligevel."
                    ),
                ),
                (
                    self.tr("Ordliste"),
                    self.own_words,
                    self.tr("Ord, som ordbogen ikke kender, men som er rigtige. Adskil med komma."),
                ),
            ),
        )
        group.setContentsMargins(0, 0, 0, 0)
        return group

    def _group(self, title: str, fields: tuple[tuple[str, QWidget, str], ...]) -> QVBoxLayout:
        group = QVBoxLayout()
        group.setSpacing(10)
        group.addWidget(Label(title, points=11.5, weight=SEMIBOLD))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(0, theme().px(130))
        for line, (name, field, note) in enumerate(fields):
            field.setMinimumWidth(theme().px(300))
            field.setAccessibleName(name or field.accessibleName())
            field.setAccessibleDescription(note)
            label = Label(name, color="ink_2")
            label.setBuddy(field)
            grid.addWidget(label, line * 3, 0)
            grid.addWidget(field, line * 3, 1)
            if note:
                grid.addWidget(second_line(note, wrap=True), line * 3 + 1, 1, 1, 2)
            grid.setRowMinimumHeight(line * 3 + 2, theme().px(8))
        grid.setColumnMinimumWidth(2, theme().px(220))
        grid.setColumnStretch(3, 1)
        group.addLayout(grid)
        return group

    def _connect(self) -> None:
        self.name.editingFinished.connect(self._on_name_written)
        self.closed_days.editingFinished.connect(self._on_closed_days_written)
        self.role.activated.connect(lambda _: self._change(role=self.role.currentData()))
        self.appearance.activated.connect(
            lambda _: self._change(appearance=self.appearance.currentData())
        )
        self.zoom.activated.connect(lambda _: self._change(zoom=self.zoom.currentData()))
        self.keep_days.editingFinished.connect(self._on_keep_days_written)
        self.budget_required.editingFinished.connect(self._on_budget_written)
        self.budget_minutes.editingFinished.connect(self._on_budget_written)
        self.own_words.editingFinished.connect(self._on_own_words_written)
        self._saturday.turned.connect(lambda on: self._change(saturday_counts=on))
        theme().changed.connect(self._show_zoom)

    def _on_name_written(self) -> None:
        if self.name.text().strip() != self._settings.user_name:
            self._change(user_name=self.name.text())

    def _on_closed_days_written(self) -> None:
        days = tuple(day.strip() for day in self.closed_days.text().split(",") if day.strip())
        if days != self._settings.closed_days:
            self._change(closed_days=days)

    def _on_keep_days_written(self) -> None:
        if self.keep_days.value() != self._settings.keep_closed_days:
            self._change(keep_closed_days=self.keep_days.value())

    def _on_own_words_written(self) -> None:
        words = tuple(word.strip() for word in self.own_words.text().split(",") if word.strip())
        if words != self._settings.own_words:
            self._change(own_words=words)

    def _on_budget_written(self) -> None:
        required, minutes = self.budget_required.value(), self.budget_minutes.value()
        if Budget(required, minutes) != self._settings.budget:
            self._change(budget_required=required, budget_minutes=minutes)

    def _change(self, **changes: object) -> None:
        self._desk.do(
            lambda place: change_settings(place, **changes), self._on_changed, self._on_refused
        )

    def _on_changed(self, settings: Settings) -> None:
        self._settings = settings
        self._show_budget()
        self._wrong.hide()
        self.settings_changed.emit(settings)

    def _on_refused(self, error: Told) -> bool:
        if not error.is_refusal:
            return False
        heading, line = told_text(error)
        self._wrong.setText(f"{heading}. {line}")
        self._wrong.show()
        return True
