"""The word of welcome on a new data folder: a page like any other, that can be left empty."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.model.errors import Told
from app.model.user_settings import Settings
from app.services.kept_texts import LONGEST_NAME
from app.services.settings import change_settings
from app.ui.base.desk import Desk
from app.ui.base.place import Place
from app.ui.fields.calm_fields import ChoiceBox
from app.ui.fields.entry import EntryField
from app.ui.keys import keys
from app.ui.keys.key_words import key_words
from app.ui.look.column_scroll import ColumnScroll
from app.ui.look.theme import theme
from app.ui.look.widgets import SEMIBOLD, Button, Label, surface
from app.ui.says.told_texts import told_text
from app.ui.targets.setting_names import role_choices

_WIDTH, _FIELD = 660, 300


class WelcomePlace(Place):
    """Says in a few lines what the program is, and asks who works here.

    Signals: `settings_changed` with the `Settings` as stored; `done` when one goes on from here.
    """

    settings_changed = Signal(object)
    done = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.name = EntryField(self.tr("Dit navn"), most=LONGEST_NAME)
        self.role = ChoiceBox(role_choices())
        self.go = Button(self.tr("Begynd"), "go", "arrow-r", self._on_go)
        self._words = QWidget()
        self._scroll = ColumnScroll()
        self._assemble()
        self._resize()
        self.name.finished.connect(self._on_name_written)
        self.name.line.returnPressed.connect(self._on_go)
        self.role.chosen.connect(lambda role: self._change(role=role))
        theme().changed.connect(self._resize)

    @property
    def heading(self) -> str:
        return self.tr("Velkommen")

    def enter(self) -> None:
        settings = self._desk.settings
        self.name.line.setText(settings.user_name)
        self.role.show_choice(settings.role)
        self._scroll.verticalScrollBar().setValue(0)
        self.name.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _assemble(self) -> None:
        page = surface("paper")
        column = QVBoxLayout(self._words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(
            Label(self.tr("Velkommen til Rød tråd"), points=18, weight=SEMIBOLD, wrap=True)
        )
        for line in self._says():
            column.addWidget(Label(line, color="ink_2", wrap=True))
        column.addSpacing(16)
        column.addLayout(self._who())
        column.addSpacing(16)
        column.addWidget(Label(self.tr("Sådan begynder du"), points=11.5, weight=SEMIBOLD))
        column.addLayout(self._steps())
        column.addSpacing(16)
        column.addWidget(Label(self._where(), color="ink_2", wrap=True, selectable=True))
        column.addSpacing(16)
        column.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        row = QHBoxLayout(page)
        row.setContentsMargins(36, 36, 36, 24)
        row.addStretch(1)
        row.addWidget(self._words, 8)
        row.addStretch(1)
        self._scroll.setWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self.banner_slot)
        whole.addWidget(self._scroll, 1)

    def _says(self) -> tuple[str, str]:
        return (
            self.tr(
                "Rød tråd viser sagsproceduren til det trin, sagen er nået til, som et billede, og "
                "holder øje med tjekliste, frister og om barnet er hørt."
            ),
            self.tr(
                "Det er ikke en journal: her står et sagsnummer og en tjekliste, aldrig et "
                "cpr-nummer og aldrig barnets navn."
            ),
        )

    def _who(self) -> QGridLayout:
        self.name.explain(
            self.tr(
                "Står ved det, du markerer, så kolleger kan se, hvem der gjorde det. "
                "Skriver du intet, står der »{}«."
            ).format(self._desk.account)
        )
        role = self.tr("Teamledere kan skrive og godkende sagsprocedurer.")
        self.role.setAccessibleName(self.tr("Din rolle"))
        self.role.setAccessibleDescription(role)
        self._role_says = Label(role, points=8.5, color="ink_3", wrap=True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, (words, field) in enumerate(
            ((self.tr("Dit navn"), self.name), (self.tr("Din rolle"), self.role))
        ):
            label = Label(words, color="ink_2")
            label.setBuddy(field.focusProxy() or field)
            label.setContentsMargins(0, theme().px(5), 0, 0)
            grid.addWidget(label, row * 2, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(field, row * 2, 1)
        grid.addWidget(self._role_says, 3, 1)
        return grid

    def _steps(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(2, 1)
        for row, (title, line) in enumerate(
            (
                (
                    self.tr("Find en sagsprocedure"),
                    self.tr(
                        "Vælg den i listen, eller tryk {} og skriv et ord eller en paragraf."
                    ).format(key_words(keys.FIND)),
                ),
                (
                    self.tr("Start et forløb"),
                    self.tr("Tryk Start forløb, og skriv sagsnummeret. Så løber fristerne."),
                ),
                (
                    self.tr("Se alle taster"),
                    self.tr("Tryk {}, hvor du end står.").format(key_words(keys.SHOW_KEYS)),
                ),
            )
        ):
            grid.addWidget(Label(f"{row + 1}.", color="ink_2"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Label(title, weight=SEMIBOLD), row, 1, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Label(line, color="ink_2", wrap=True), row, 2)
        return grid

    def _where(self) -> str:
        return self.tr(
            "Dine data ligger på denne computer, i {}. Der tages en sikkerhedskopi hver dag, du "
            "bruger programmet, og intet sendes ud på nettet. Navn, rolle og alt andet kan ændres "
            "i Indstillinger."
        ).format(self._desk.folder)

    def _resize(self) -> None:
        px = theme().px
        self.name.line.setMaximumWidth(px(_FIELD))
        self.role.setMaximumWidth(px(_FIELD))
        self._words.setMaximumWidth(px(_WIDTH))

    # What is written

    def _on_name_written(self) -> None:
        if self.name.line.text().strip() != self._desk.settings.user_name:
            self._change(user_name=self.name.line.text())

    def _on_go(self) -> None:
        """Keep what is written, and go on when it is kept."""
        self._desk.do(
            partial(
                change_settings,
                user_name=self.name.line.text(),
                role=self.role.currentData(),
                welcomed=True,
            ),
            self._on_gone,
            self._on_refused,
        )

    def _change(self, **changes: object) -> None:
        self._desk.do(
            lambda workplace: change_settings(workplace, **changes), self._on_kept, self._on_refused
        )

    def _on_kept(self, settings: Settings) -> None:
        self.name.accept()
        self.settings_changed.emit(settings)

    def _on_gone(self, settings: Settings) -> None:
        self._on_kept(settings)
        self.done.emit()

    def _on_refused(self, error: Told) -> bool:
        if not error.is_refusal:
            return False
        heading, line = told_text(error)
        self.name.refuse(f"{heading}. {line}")
        self.name.line.setFocus(Qt.FocusReason.OtherFocusReason)
        return True
