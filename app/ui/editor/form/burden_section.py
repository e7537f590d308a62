"""What the procedure asks of those who follow it, against the budget, and what nobody ticks."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.model.checks.burden import Budget, Burden, burden_of
from app.model.danish.notation import counted
from app.model.run.ticking import FEWEST_RUNS, Ticking, Unticked, unticked
from app.ui.editor.form.form_spec import Bench, Field, Path, Shown
from app.ui.look.bars import Meter
from app.ui.look.icons import IconLabel
from app.ui.look.theme import theme
from app.ui.look.widgets import Button, Label, clear_layout, second_line

translate = QCoreApplication.translate

_MOST_SHOWN = 5


class Measure(QWidget):
    """One figure with its bar and its limit; over the limit it says so with a word and a sign."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.meter = Meter()
        self.says = Label(points=9.5)
        self._sign = IconLabel("alert", "soon", 15)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme().px(8))
        grid.setVerticalSpacing(theme().px(3))
        grid.addWidget(Label(name, points=9.5, color="ink_2"), 0, 0)
        grid.addWidget(self._sign, 0, 1, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self.says, 0, 2)
        grid.addWidget(self.meter, 1, 0, 1, 3)
        grid.setColumnStretch(0, 1)
        self.meter.fill_width()

    def show_used(self, used: int, limit: int, words: str) -> None:
        """Show a figure; `words` say it with its limit."""
        is_over = used > limit
        said = translate("editor", "{}: over").format(words) if is_over else words
        self.says.setText(said)
        self._sign.setVisible(is_over)
        self.meter.show_share(used, limit)
        self.meter.setAccessibleName(f"{self._name}: {said}")


class BurdenField(Field):
    """Meters for required items and minutes, and the items that stay open in all runs."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.required = Measure(translate("editor", "Tjekpunkter, der er krav"))
        self.minutes = Measure(translate("editor", "Tid til at læse og krydse af"))
        self.all = second_line(wrap=True)
        self.used = second_line(wrap=True)
        self.links: list[Button] = []
        self._ticking: Ticking | None = None
        self._seen: tuple[Unticked, ...] | None = None
        self._asked_for = ""
        self.widget = QWidget()
        self._list = QGridLayout()
        self._list.setHorizontalSpacing(theme().px(10))
        self._list.setVerticalSpacing(theme().px(4))
        self._list.setColumnStretch(1, 1)
        column = QVBoxLayout(self.widget)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(8))
        for part in (self.required, self.minutes, self.all, self.used):
            column.addWidget(part)
        column.addLayout(self._list)

    def refresh(self, shown: Shown) -> None:
        burden, budget = burden_of(shown.procedure), self.bench.budget()
        self._show_burden(burden, budget)
        if self._asked_for != shown.procedure.id:
            self._asked_for = shown.procedure.id
            self.used.setText(translate("editor", "Ser efter i afsluttede forløb …"))
            self.bench.read_ticking(self._on_ticking)
        elif self._ticking is not None:
            self._show_ticking(self._ticking)

    def focus(self, path: Path) -> None:
        if self.links:
            self.links[0].setFocus()

    def _show_burden(self, burden: Burden, budget: Budget) -> None:
        limit = translate("editor", "{} af højst {}")
        required = limit.format(burden.required, budget.required)
        self.required.show_used(burden.required, budget.required, required)
        minutes = translate("editor", "ca. {} af højst {} min").format(
            burden.minutes, budget.minutes
        )
        self.minutes.show_used(burden.minutes, budget.minutes, minutes)
        said = translate(
            "editor",
            "{} i alt{}. Tiden er et skøn for alle trin én gang: 238 ord i minuttet og 10 sekunder "
            "pr. punkt. Selve samtalen og mødet er ikke med.",
        )
        self.all.setToolTip(
            translate(
                "editor",
                "Læsehastighed: Brysbaert 2019. Tid pr. punkt: Checklist for Checklists.",
            )
        )
        items = counted(
            burden.items, translate("editor", "tjekpunkt"), translate("editor", "tjekpunkter")
        )
        self.all.setText(said.format(items, _parts_of(burden)))

    def _on_ticking(self, ticking: Ticking) -> None:
        self._ticking = ticking
        if self.shown is not None:
            self._show_ticking(ticking)

    def _show_ticking(self, ticking: Ticking) -> None:
        found = unticked(self.procedure, ticking)
        self.used.setText(_ticking_words(ticking, has_unused=bool(found)))
        if found != self._seen:
            self._seen = found
            self._show_links(found)

    def _show_links(self, found: tuple[Unticked, ...]) -> None:
        clear_layout(self._list)
        self.links = []
        for line, one in enumerate(found[:_MOST_SHOWN]):
            self.links.append(self._link(one))
            self._list.addWidget(self.links[-1], line, 0, Qt.AlignmentFlag.AlignTop)
            self._list.addWidget(Label(_said_of(one), points=9.5, wrap=True), line, 1)
        if len(found) > _MOST_SHOWN:
            more = translate("editor", "og {} til").format(len(found) - _MOST_SHOWN)
            self._list.addWidget(second_line(more), _MOST_SHOWN, 1)

    def _link(self, one: Unticked) -> Button:
        number = self.procedure.numbers.get(one.step)
        title = self.procedure.step(one.step).title
        link = Button(translate("editor", "Trin {}").format(number) if number else title, "link")
        link.setProperty("plain", True)
        link.setAccessibleName(f"{link.text()}: {_said_of(one)}")
        link.clicked.connect(partial(self._go, one))
        return link

    def _go(self, one: Unticked, _checked: bool = False) -> None:
        self.bench.go_to(one.step, ("checklist", one.place))


def _parts_of(burden: Burden) -> str:
    """Say how many of the items are our own advice, and how many the case system has too."""
    parts = []
    if burden.advice:
        words = (
            translate("editor", "er vores egen anbefaling"),
            translate("editor", "er vores egne anbefalinger"),
        )
        parts.append(counted(burden.advice, *words))
    if burden.kept_elsewhere:
        said = translate("editor", "{} siger, at det står i fagsystemet (fx DUBU)")
        parts.append(said.format(burden.kept_elsewhere))
    return f" ({', '.join(parts)})" if parts else ""


def _ticking_words(ticking: Ticking, *, has_unused: bool) -> str:
    """Say what the runs tell; of too few of them that they tell nothing."""
    runs = counted(
        ticking.runs,
        translate("editor", "afsluttet forløb"),
        translate("editor", "afsluttede forløb"),
    )
    if not ticking.is_telling:
        few = translate(
            "editor", "Om nogen krydser punkterne af, kan ikke ses endnu: {} af mindst {}."
        )
        return few.format(runs, FEWEST_RUNS)
    if not has_unused:
        return translate("editor", "Der er ikke punkter, som ingen krydser af ({}).").format(runs)
    return translate("editor", "Krydses aldrig af i {}:").format(runs)


def _said_of(one: Unticked) -> str:
    required = translate("editor", " (krav)") if one.required else ""
    return translate("editor", "{}{}: 0 af {}").format(one.text, required, one.runs)
