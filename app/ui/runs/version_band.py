"""A newer version of the procedure: what it changes for this run, and moving to it."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout

from app.model.danish.notation import capital, counted, listed
from app.model.run.move_plan import MoveQuestion, News, StepNews
from app.services.moving_runs import Newer
from app.ui.keys.focus import FocusKeeper
from app.ui.look.icons import IconLabel
from app.ui.look.theme import theme
from app.ui.look.widgets import SEMIBOLD, Button, Label, clear_layout, section_label, surface

_TALLEST = 260


class VersionBand(QFrame):
    """Says that there is a newer version; unfolds to what is new and what must be decided.

    Signals: `move_requested` with the ticks to keep, as pairs of step and place.
    """

    move_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "form")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._newer: Newer | None = None
        self._heading = Label(weight=SEMIBOLD, wrap=True)
        self._line = Label(color="ink_2", wrap=True)
        self._look = Button("", "link", on_click=self._on_look)
        self.move_button = Button(self.tr("Flyt forløbet"), on_click=self._on_move, small=True)
        self._rows = QVBoxLayout()
        self._scroll = QScrollArea()
        self._boxes: list[tuple[MoveQuestion, QCheckBox]] = []
        self._put_aside: set[tuple[str, int]] = set()
        self._run = ""
        self._keeper = FocusKeeper(self)
        self._assemble()
        self.hide()

    @property
    def questions(self) -> list[QCheckBox]:
        """The boxes for ticks that someone must decide on; there once they were looked at."""
        return [box for _, box in self._boxes]

    def show_newer(self, run: str, newer: Newer | None) -> None:
        """Tell of a newer version of what a run follows; None when it follows the newest."""
        key = (run, newer.version.number) if newer else None
        if newer == self._newer and run == self._run:
            return
        self._newer, self._run = newer, run
        self._fold(is_open=False)
        if newer is None or key in self._put_aside:
            self.put_away()
            return
        number = newer.version.number
        self._heading.setText(self.tr("Version {} af proceduren er kommet").format(number))
        self._line.setText(self._what_it_means(newer))
        self.show()

    def put_away(self) -> None:
        """Hide; whoever had the keyboard before has it again."""
        self._keeper.hide_part()

    def _what_it_means(self, newer: Newer) -> str:
        follows = self.tr("Forløbet følger version {}.").format(newer.plan.source)
        changed = counted(
            len(newer.plan.news),
            self.tr("trin, du ikke har udført, er ændret"),
            self.tr("trin, du ikke har udført, er ændret"),
        )
        return f"{follows} {capital(changed)}."

    def _assemble(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(IconLabel("info", "accent", 18), 0, Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(self._heading)
        lines.addWidget(self._line)
        head.addLayout(lines, 1)
        head.addWidget(self._look)
        head.addWidget(self.move_button)
        later = Button(self.tr("Senere"), "quiet", on_click=self._on_later, small=True)
        head.addWidget(later)
        inner = surface("panel")
        inner.setLayout(self._rows)
        self._rows.setContentsMargins(30, 4, 0, 4)
        self._rows.setSpacing(4)
        self._scroll.setWidget(inner)
        self._scroll.setWidgetResizable(True)
        self._scroll.setMaximumHeight(theme().px(_TALLEST))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 10, 12, 10)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._scroll)

    def _fold(self, *, is_open: bool) -> None:
        self._scroll.setVisible(is_open)
        words = self.tr("Skjul forskellen") if is_open else self.tr("Se forskellen")
        self._look.say(words)

    def _on_look(self) -> None:
        is_open = not self._scroll.isVisibleTo(self)
        if is_open:
            self._fill()
        self._fold(is_open=is_open)

    def _fill(self) -> None:
        clear_layout(self._rows)
        self._boxes = []
        if self._newer is None:
            return
        plan = self._newer.plan
        for news in plan.news:
            self._add_news(news)
        if plan.questions:
            words = self.tr("Gælder dit mærke stadig? Sæt kryds, hvis det gør.")
            self._rows.addWidget(section_label(words))
        for question in plan.questions:
            self._add_question(question)
        if plan.lost:
            words = self.tr("Falder bort: {}").format(listed([f"»{text}«" for text in plan.lost]))
            self._rows.addWidget(Label(words, color="soon", wrap=True))
        self._rows.addStretch(1)

    def _add_news(self, news: StepNews) -> None:
        self._rows.addWidget(Label(news_words(news), wrap=True, selectable=True))
        for sign, texts in (("+", news.added), ("−", news.removed)):
            for text in texts:
                line = Label(f"{sign} {text}", points=9.5, color="ink_2", wrap=True)
                line.setContentsMargins(12, 0, 0, 0)
                self._rows.addWidget(line)

    def _add_question(self, question: MoveQuestion) -> None:
        box = QCheckBox(question.after)
        before = self.tr("Før: {}").format(question.before)
        box.setAccessibleDescription(before)
        self._rows.addWidget(box)
        line = Label(before, points=9.5, color="ink_2", wrap=True)
        line.setContentsMargins(theme().px(28), 0, 0, 0)
        self._rows.addWidget(line)
        self._boxes.append((question, box))

    def _on_move(self) -> None:
        """Move at once where there is nothing to decide; else show first what there is."""
        if self._newer is None:
            return
        plan = self._newer.plan
        if (plan.questions or plan.lost) and not self._scroll.isVisibleTo(self):
            self._on_look()
            return
        kept = [(q.step, q.place) for q, box in self._boxes if box.isChecked()]
        self.move_requested.emit(kept)

    def _on_later(self) -> None:
        if self._newer is not None:
            self._put_aside.add((self._run, self._newer.version.number))
        self.put_away()


def news_words(news: StepNews) -> str:
    """Say in a line what is different about a step."""
    translate = QCoreApplication.translate
    if news.news == (News.ADDED,):
        return translate("versions", "Nyt trin: {}").format(news.title)
    if news.news == (News.REMOVED,):
        return translate("versions", "Trinnet er taget ud: {}").format(news.title)
    words = _words()
    changed = listed([words[one] for one in news.news if one in words])
    return translate("versions", "{}: {} er ændret").format(news.title, changed)


def _words() -> dict[News, str]:
    translate = QCoreApplication.translate
    return {
        News.TITLE: translate("versions", "navnet"),
        News.ROLE: translate("versions", "hvem der gør det"),
        News.DEADLINE: translate("versions", "fristen"),
        News.GATE: translate("versions", "hvad der skal være gjort først"),
        News.ITEMS: translate("versions", "tjeklisten"),
        News.WAYS: translate("versions", "vejene"),
        News.GUIDE: translate("versions", "vejledningen"),
        News.LAW: translate("versions", "loven"),
        News.DOCUMENT: translate("versions", "journalens overskrifter"),
    }
