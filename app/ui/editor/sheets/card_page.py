"""One card that is edited: how it is written, printed and checked."""

from collections.abc import Iterable
from functools import partial

from app.model.findings import Finding
from app.model.library.card import ActionCard
from app.model.times import day_of
from app.printing.paper import Paper
from app.ui.base.desk import Desk
from app.ui.editor.drafts.editor_session import EditorSession
from app.ui.editor.findings.finding_lines import FindingLine, card_lines
from app.ui.editor.form.form_builder import Form
from app.ui.editor.sheets.card_form import card_specs
from app.ui.editor.sheets.card_preview import PAPERS, CardPreview, PreviewBar, pages_and_fit
from app.ui.editor.sheets.sheet_page import SheetPage
from app.ui.editor.sheets.sheet_spec import SheetBench, SheetShown
from app.ui.look.theme import theme


class CardSheet:
    """A card as a page of the editor sees it: on a paper one chooses, with what still fits."""

    def __init__(self, desk: Desk, session: EditorSession[ActionCard], number: int) -> None:
        self._desk, self._session, self._number = desk, session, number
        self.form: Form[SheetBench[ActionCard], SheetShown[ActionCard]] = Form(
            card_specs(),
            SheetBench(session, lambda: desk.shelf.library, lambda: day_of(desk.now())),
        )
        self.preview, self.bar = CardPreview(), PreviewBar()
        self.prints = (self.preview, self.bar)
        theme().changed.connect(self.preview.update)
        for paper in PAPERS:
            self.bar.buttons[paper.name].toggled.connect(partial(self._on_paper, paper))

    def show(self, document: ActionCard) -> None:
        self.form.show_thing(SheetShown(document, self._desk.shelf.library))
        self._show_print(document)

    def lines(self, findings: Iterable[Finding], document: ActionCard) -> tuple[FindingLine, ...]:
        return card_lines(findings, document, self._desk.shelf.library.catalogue)

    def _show_print(self, card: ActionCard) -> None:
        catalogue, today = self._desk.shelf.library.catalogue, day_of(self._desk.now())
        pages, fit = pages_and_fit(card, catalogue, self.bar.paper, self._number, today)
        self.preview.show_pages(pages)
        self.bar.show_fit(fit)

    def _on_paper(self, paper: Paper, is_chosen: bool) -> None:
        if is_chosen:
            self.bar.paper = paper
            self._show_print(self._session.document)


class CardPage(SheetPage[ActionCard]):
    """A card, as it will print, beside its form."""

    def __init__(self, desk: Desk, session: EditorSession[ActionCard], number: int) -> None:
        sheet = CardSheet(desk, session, number)
        super().__init__(desk, session, sheet)
        self.preview, self.bar = sheet.preview, sheet.bar
