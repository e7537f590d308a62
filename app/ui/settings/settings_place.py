"""The place *Indstillinger*: few settings, each with what it does; all take effect at once."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.model.bounds import LONGEST_LIST
from app.model.danish.closing_days import closing_days_label
from app.model.danish.notation import capital, counted, moment_label
from app.model.errors import Told
from app.model.recovery import MOST_DAYS_KEPT
from app.model.run.receipt import Cause, Receipt
from app.model.user_settings import Appearance, Settings
from app.services import retention
from app.services.kept_texts import LONGEST_NAME
from app.services.rights import TEAM_LEADER
from app.services.settings import (
    LARGEST_BUDGET,
    LONGEST_KEPT,
    LONGEST_LETTER,
    SHORTEST_KEPT,
    SMALLEST_BUDGET,
    change_settings,
)
from app.ui.base.desk import Desk
from app.ui.base.place import Place
from app.ui.fields.calm_fields import ChoiceBox, NumberBox
from app.ui.fields.entry import EntryField
from app.ui.keys.toggling import Switch
from app.ui.look.column_scroll import KeepingScroll
from app.ui.look.page_header import Header
from app.ui.look.theme import ZOOM_STEPS, theme
from app.ui.look.widgets import second_line, surface
from app.ui.says.told_texts import told_text
from app.ui.settings.about_program import AboutGroup
from app.ui.settings.bringing_along import offer_to_bring_along
from app.ui.settings.closing_days_field import ClosingDaysField
from app.ui.settings.data_settings import DataGroup
from app.ui.settings.setting_binding import (
    Bound,
    bound_choice,
    bound_line,
    bound_list,
    bound_number,
    show_line,
)
from app.ui.settings.settings_group import Group
from app.ui.targets.setting_names import role_choices, setting_name

_RECEIPTS_SHOWN = 8
_ROOM = 820


class SettingsPlace(Place):
    """A page of settings.

    Signals: `settings_changed` with the `Settings` as stored; `restore_requested` with the name of
    a backup that the data are to be brought back to.
    """

    settings_changed = Signal(object)
    restore_requested = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.header = Header(36)
        self.name = EntryField(setting_name("user_name"), most=LONGEST_NAME)
        self.role = ChoiceBox(role_choices())
        self.appearance = ChoiceBox(_appearances())
        self.zoom = ChoiceBox(_zooms())
        self.saturday = QCheckBox(setting_name("saturday_counts"))
        self.saturday_switch = Switch(self.saturday)
        self.closed_days = ClosingDaysField(setting_name("closed_days"), desk.now)
        self.letter_days, self.keep_days = NumberBox(), NumberBox()
        self.receipts = second_line(wrap=True)
        self.budget_required, self.budget_minutes = NumberBox(), NumberBox()
        self.own_words = EntryField(setting_name("own_words"), most=LONGEST_LIST)
        self.budget = Group(self.tr("Sagsprocedurer"))
        self.data = DataGroup(desk)
        self.about = AboutGroup(desk)
        self._scroll = KeepingScroll()
        self._bound = self._bind()
        self._shown: dict[str, object] = {}
        self._limit()
        self._assemble()
        self._connect()
        self._show_all()

    @property
    def heading(self) -> str:
        return self.header.title.text()

    def panes(self) -> Sequence[QWidget]:
        return (self.header, self._scroll)

    @property
    def wrong_text(self) -> str:
        """What is wrong with what was written; empty when nothing is."""
        return next((one.wrong_text for one in self._entries() if one.is_refused), "")

    def enter(self) -> None:
        self._show_all()
        self._go_to(self.name)
        self._tell_time()

    def show_target(self, target: object) -> None:
        """Put the keyboard in one setting, named by its key."""
        self.enter()
        field = self._targets().get(str(target))
        if field is not None and field.isVisibleTo(self):
            self._go_to(field)
        self.shown_changed.emit()

    def leave(self) -> None:
        """Keep what is being typed."""
        for key, bound in self._bound.items():
            if isinstance(bound.field, EntryField | NumberBox):
                self._keep(key)

    def _targets(self) -> dict[str, QWidget]:
        """What one can go to, by its key; receipts are read below what they come of."""
        fields = {key: bound.field for key, bound in self._bound.items()}
        return {**fields, "receipts": self.keep_days, **self.data.targets, **self.about.targets}

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Let names stand above their fields where there is no room beside them."""
        for group in self.findChildren(Group):
            group.show_narrow(is_narrow=self.width() < theme().px(_ROOM))

    def _bind(self) -> dict[str, Bound]:
        """Connect each setting, by its key, with its field."""
        return {
            "user_name": bound_line(self.name, lambda settings: settings.user_name),
            "role": bound_choice(self.role, lambda settings: settings.role),
            "appearance": bound_choice(self.appearance, lambda settings: settings.appearance),
            "zoom": bound_choice(self.zoom, lambda _: theme().zoom),
            "saturday_counts": Bound(
                self.saturday,
                lambda settings: self.saturday_switch.show(settings.saturday_counts),
                self.saturday.isChecked,
            ),
            "closed_days": Bound(
                self.closed_days,
                lambda settings: show_line(
                    self.closed_days, closing_days_label(settings.closed_days)
                ),
                self.closed_days.read,
            ),
            "letter_days": bound_number(self.letter_days, lambda one: one.letter_days),
            "keep_closed_days": bound_number(self.keep_days, lambda one: one.keep_closed_days),
            "budget_required": bound_number(self.budget_required, lambda one: one.budget_required),
            "budget_minutes": bound_number(self.budget_minutes, lambda one: one.budget_minutes),
            "own_words": bound_list(self.own_words, lambda settings: settings.own_words),
        }

    def _entries(self) -> list[EntryField]:
        fields = (bound.field for bound in self._bound.values())
        return [field for field in fields if isinstance(field, EntryField)]

    def _limit(self) -> None:
        self.letter_days.setRange(0, LONGEST_LETTER)
        self.letter_days.count_in(self.tr("dag"), self.tr("dage"))
        self.keep_days.setRange(SHORTEST_KEPT, LONGEST_KEPT)
        self.keep_days.count_in(self.tr("dag"), self.tr("dage"))
        for box in (self.budget_required, self.budget_minutes):
            box.setRange(SMALLEST_BUDGET, LARGEST_BUDGET)
        self.budget_minutes.count_in(self.tr("minut"), self.tr("minutter"))

    # What is shown

    def _show_all(self) -> None:
        """Show what is stored; what is being written, or was refused, stays as it was typed."""
        settings = self._desk.settings
        for key, bound in self._bound.items():
            bound.show(settings)
            self._shown[key] = getattr(settings, key)
        self.budget.setVisible(settings.role == TEAM_LEADER)

    def _show_receipts(self, receipts: tuple[Receipt, ...]) -> None:
        """Show the receipts of what was deleted; they say nothing of what it was."""
        causes = {
            Cause.RETENTION: self.tr("tiden var gået"),
            Cause.ASKED: self.tr("slettet på ønske"),
        }
        lines = [
            self.tr("{}: {}, {}, {}").format(
                capital(moment_label(receipt.at, self._desk.now())),
                counted(receipt.runs, self.tr("forløb"), self.tr("forløb")),
                causes[receipt.cause],
                receipt.actor,
            )
            for receipt in receipts[:_RECEIPTS_SHOWN]
        ]
        self.receipts.setText("\n".join(lines) or self.tr("Der er ikke slettet noget."))

    def _show_zoom(self) -> None:
        self._shown["zoom"] = theme().zoom
        self.zoom.show_choice(theme().zoom)

    def _go_to(self, field: QWidget) -> None:
        """Put the keyboard in a field, and the field in sight."""
        (field.focusProxy() or field).setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._scroll.ensureWidgetVisible(field, 0, theme().px(60))

    # What it is made of

    def _assemble(self) -> None:
        self.header.title.setText(self.tr("Indstillinger"))
        self.header.sub.setText(self.tr("Gælder for dig på denne computer og gemmes straks"))
        page = surface("paper")
        column = QVBoxLayout(page)
        column.setContentsMargins(36, 24, 36, 24)
        column.setSpacing(28)
        for group in self._groups():
            column.addWidget(group)
        column.addStretch(1)
        self._scroll.setWidget(page)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addLayout(self.banner_slot)
        whole.addWidget(self._scroll, 1)

    def _groups(self) -> tuple[Group, ...]:
        you = Group(self.tr("Dig"))
        you.add(
            "user_name",
            self.name,
            self.tr("Står ved det, du markerer. Tomt: computerens brugernavn."),
        )
        you.add("role", self.role)
        looks = Group(self.tr("Udseende"))
        looks.add("appearance", self.appearance)
        looks.add("zoom", self.zoom, self.tr("Også Ctrl og plus, minus eller nul."))
        runs = Group(self.tr("Forløb"))
        runs.add(
            "keep_closed_days",
            self.keep_days,
            self.tr(
                "Derefter slettes de, og kun en kvittering er tilbage. Sikkerhedskopier har dem i "
                "op til {} dage. Rød tråd er ikke en journal: det, der skal gemmes, hører til dér."
            ).format(MOST_DAYS_KEPT),
        )
        runs.add("receipts", self.receipts)
        self._fill_budget()
        return (you, looks, self._deadlines(), runs, self.budget, self.data, self.about)

    def _deadlines(self) -> Group:
        group = Group(self.tr("Frister"))
        group.add(
            "saturday_counts",
            self.saturday,
            self.tr(
                "Barnets lov siger ikke, om lørdag tæller med i 6 hverdage. "
                "Det sikre valg er ja: så er fristen aldrig for lang."
            ),
        )
        group.add(
            "closed_days",
            self.closed_days,
            self.tr(
                "Dage, hvor I holder lukket, som 24.12 hvert år eller 28.12.2026. "
                "Adskil med komma. Helligdage er med i forvejen."
            ),
        )
        group.add(
            "letter_days",
            self.letter_days,
            self.tr(
                "Så længe er et almindeligt brev undervejs. Familiens frister regnes fra, når det "
                "er nået frem. Sæt 0, når I skriver den dag, afgørelsen er modtaget."
            ),
        )
        return group

    def _fill_budget(self) -> None:
        self.budget.add(
            "budget_required",
            self.budget_required,
            self.tr("Så mange tjekpunkter må være krav i én procedure."),
        )
        self.budget.add(
            "budget_minutes",
            self.budget_minutes,
            self.tr(
                "Så længe må det tage at læse og krydse af i én procedure. "
                "Redigér viser, når en procedure kræver mere; den kan udgives alligevel."
            ),
        )
        self.budget.add(
            "own_words",
            self.own_words,
            self.tr("Ord, som ordbogen ikke kender, men som er rigtige. Adskil med komma."),
        )

    # What is changed

    def _connect(self) -> None:
        for key, bound in self._bound.items():
            keep = partial(self._keep, key)
            if isinstance(bound.field, EntryField):
                bound.field.finished.connect(keep)
            elif isinstance(bound.field, NumberBox):
                bound.field.editingFinished.connect(keep)
            elif isinstance(bound.field, ChoiceBox):
                bound.field.chosen.connect(partial(self._change, key))
        self.saturday_switch.turned.connect(partial(self._change, "saturday_counts"))
        theme().changed.connect(self._show_zoom)
        theme().changed.connect(self._fit)
        self._desk.settings_changed.connect(self._show_all)
        self._desk.minutes.day_passed.connect(self._on_day_passed)
        self.data.restore_requested.connect(self.restore_requested)
        self.data.grown.connect(self._scroll.keep_in_sight)
        self.about.welcome_requested.connect(partial(self.go_requested.emit, "welcome", None))

    def _on_day_passed(self) -> None:
        if self.isVisible():
            self._tell_time()

    def _tell_time(self) -> None:
        """Show what was done and when, as it is said today."""
        self.data.refresh()
        self._desk.do(retention.receipts, self._show_receipts)

    def _keep(self, key: str) -> None:
        """Keep what stands in a field, where somebody has written it there.

        What is stored may have become another meanwhile, and is then not to be written over.
        A field that cannot read what stands there has said so, and has no value.
        """
        value = self._bound[key].value()
        if value == self._shown[key]:
            self._accept(key)
        elif value is not None:
            self._change(key, value)

    def _change(self, key: str, value: object) -> None:
        # How large the type is, is each window's own: what is chosen here counts, whatever is kept.
        began = {key: self._shown[key]} if key in self._shown and key != "zoom" else {}
        self._desk.do(
            lambda workplace: change_settings(workplace, began, **{key: value}),
            partial(self._on_changed, key, self._desk.actor),
            partial(self._on_refused, key),
        )

    def _accept(self, key: str) -> None:
        """Let a field hold no more than what is stored."""
        field = self._bound[key].field
        if isinstance(field, EntryField):
            field.accept()
            field.line.setModified(False)

    def _on_changed(self, key: str, before: str, settings: Settings) -> None:
        self._accept(key)
        if key == "zoom":
            theme().set_zoom(settings.zoom)
        self.settings_changed.emit(settings)
        if before != self._desk.actor:
            offer_to_bring_along(self._desk, before)

    def _on_refused(self, key: str, error: Told) -> bool:
        field = self._bound[key].field
        if not error.is_refusal or not isinstance(field, EntryField):
            return False
        heading, line = told_text(error)
        field.refuse(f"{heading}. {line}")
        return True


def _appearances() -> tuple[tuple[str, object], ...]:
    translate = QCoreApplication.translate
    return (
        (translate("settings", "Som computeren"), Appearance.SYSTEM),
        (translate("settings", "Lys"), Appearance.LIGHT),
        (translate("settings", "Mørk"), Appearance.DARK),
    )


def _zooms() -> tuple[tuple[str, object], ...]:
    words = QCoreApplication.translate("settings", "{} %")
    return tuple((words.format(percent), percent) for percent in ZOOM_STEPS)
