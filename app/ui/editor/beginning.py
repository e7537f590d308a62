"""Something new, begun with a few answers and kept as a draft at once."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from app.model.edits.adding import new_procedure
from app.model.edits.cards import card_of_step, new_card
from app.model.edits.new_documents import copy_of
from app.model.edits.tools import new_tool, tool_of_step
from app.model.library.card import ActionCard
from app.model.library.catalogue import Catalogue
from app.model.library.procedure import Procedure
from app.model.library.stored_version import Kind
from app.model.library.tool import Tool
from app.model.library.version_work import AnyPage, Draft
from app.services import authoring
from app.services.workplace import Workplace
from app.ui.base.desk import Desk
from app.ui.editor.editor_ask_band import Answers, EditorAskBand, EditorQuestion
from app.ui.targets.editor_targets import EditTarget, NewTarget

translate = QCoreApplication.translate
Opened = Callable[[EditTarget], None]


def ask(band: EditorAskBand, desk: Desk, opened: Opened, target: NewTarget) -> None:
    """Ask for what is to be begun: a text of a kind, or a copy of one."""
    if target.copy_of:
        ask_copy(band, desk, opened, target.kind, target.copy_of)
        return
    asks = {Kind.PROCEDURE: ask_procedure, Kind.CARD: ask_card, Kind.TOOL: ask_tool}
    asks[target.kind](band, desk, opened, target.theme)


def ask_procedure(band: EditorAskBand, desk: Desk, opened: Opened, theme: str = "") -> None:
    """Ask what a new procedure is called, where it belongs, and who does its first step."""
    catalogue = desk.shelf.library.catalogue
    band.ask(
        translate("editor", "Ny sagsprocedure"),
        (
            EditorQuestion("title", translate("editor", "Titel"), width=280),
            _theme(catalogue, theme),
            EditorQuestion(
                "role",
                translate("editor", "Hvem gør det første?"),
                choices=tuple((role.id, role.title) for role in catalogue.roles),
                value=_first_role(catalogue),
            ),
        ),
        translate("editor", "Begynd"),
        lambda answers: _begin_procedure(band, desk, opened, answers),
        translate("editor", "Den begynder med ét trin og en afslutning. Resten kommer i billedet."),
    )


def ask_card(band: EditorAskBand, desk: Desk, opened: Opened, theme: str = "") -> None:
    """Ask what a new card is called and where it belongs."""
    catalogue = desk.shelf.library.catalogue
    band.ask(
        translate("editor", "Nyt actioncard"),
        (
            EditorQuestion(
                "title",
                translate("editor", "Titel"),
                translate("editor", "Målet, fx Barnet er hørt"),
                width=280,
            ),
            _theme(catalogue, theme),
        ),
        translate("editor", "Begynd"),
        lambda answers: _begin_card(band, desk, opened, answers),
        translate("editor", "Ét kort til ét øjeblik: en samtale begynder, et møde åbner."),
    )


def ask_tool(band: EditorAskBand, desk: Desk, opened: Opened, theme: str = "") -> None:
    """Ask what a new tool is called and where it belongs."""
    catalogue = desk.shelf.library.catalogue
    band.ask(
        translate("editor", "Nyt arbejdsværktøj"),
        (
            EditorQuestion(
                "title",
                translate("editor", "Titel"),
                translate("editor", "Fx Dagsorden til netværksmøde"),
                width=280,
            ),
            _theme(catalogue, theme),
        ),
        translate("editor", "Begynd"),
        lambda answers: _begin_tool(band, desk, opened, answers),
        translate("editor", "Et skema med felter, der udfyldes i forløbet eller på papir."),
    )


def ask_copy(band: EditorAskBand, desk: Desk, opened: Opened, kind: Kind, slug: str) -> None:
    """Ask what a copy of a card or a tool is called."""
    library = desk.shelf.library
    known = library.card_by_id if kind is Kind.CARD else library.tool_by_id
    original: ActionCard | Tool | None = known.get(slug)
    if original is None:
        return
    title = translate("editor", "{} (kopi)").format(original.title)
    band.ask(
        translate("editor", "Dublér »{}«").format(original.title),
        (EditorQuestion("title", translate("editor", "Titel"), value=title, width=360),),
        translate("editor", "Dublér"),
        lambda answers: _begin(
            *(band, desk, opened, kind),
            lambda taken: copy_of(original, title=answers["title"], taken=taken),
        ),
        translate("editor", "Kopien bliver en kladde for sig. Den, du kopierer, er uændret."),
    )


def begin_of_step(desk: Desk, opened: Opened, kind: Kind, procedure: Procedure, step: str) -> None:
    """Make a card or a tool of a step, as it stands."""
    heading = translate("editor", "Tjekliste")

    def work(workplace: Workplace) -> Draft:
        taken = authoring.taken_ids(workplace, kind=kind)
        made: AnyPage = (
            card_of_step(procedure, step, heading=heading, taken=taken)
            if kind is Kind.CARD
            else tool_of_step(procedure, step, taken=taken)
        )
        return authoring.keep_draft(workplace, document=made, base=None)

    desk.do(work, lambda draft: opened(_target(draft)))


def _begin_procedure(band: EditorAskBand, desk: Desk, opened: Opened, answers: Answers) -> None:
    def make(taken: frozenset[str]) -> AnyPage:
        return new_procedure(
            title=answers["title"],
            theme=answers["theme"],
            role=answers["role"],
            first=translate("editor", "Første trin"),
            last=translate("editor", "Afslutning"),
            taken=taken,
        )

    _begin(band, desk, opened, Kind.PROCEDURE, make)


def _begin_card(band: EditorAskBand, desk: Desk, opened: Opened, answers: Answers) -> None:
    role = _first_role(desk.shelf.library.catalogue)

    def make(taken: frozenset[str]) -> AnyPage:
        roles: Sequence[str] = (role,) if role else ()
        return new_card(
            title=answers["title"],
            theme=answers["theme"],
            roles=roles,
            taken=taken,
        )

    _begin(band, desk, opened, Kind.CARD, make)


def _begin_tool(band: EditorAskBand, desk: Desk, opened: Opened, answers: Answers) -> None:
    def make(taken: frozenset[str]) -> AnyPage:
        return new_tool(title=answers["title"], theme=answers["theme"], taken=taken)

    _begin(band, desk, opened, Kind.TOOL, make)


def _begin(
    band: EditorAskBand,
    desk: Desk,
    opened: Opened,
    kind: Kind,
    make: Callable[[frozenset[str]], AnyPage],
) -> None:
    """Keep the first draft of a new document, and open it."""

    def work(workplace: Workplace) -> Draft:
        document = make(authoring.taken_ids(workplace, kind=kind))
        return authoring.keep_draft(workplace, document=document, base=None)

    def done(draft: Draft) -> None:
        band.leave()
        opened(_target(draft))

    desk.do(work, done, band.refuse)


def _target(draft: Draft) -> EditTarget:
    return EditTarget(draft.info.kind, draft.info.slug, number=draft.info.number)


def _theme(catalogue: Catalogue, theme: str) -> EditorQuestion:
    choices = tuple((one.id, one.title) for one in catalogue.themes)
    return EditorQuestion(
        "theme", translate("editor", "Tema"), choices=choices, value=theme, width=300
    )


def _first_role(catalogue: Catalogue) -> str:
    """Return the role that does most: the adviser's where there is one."""
    roles = [role.id for role in catalogue.roles]
    return "raadgiver" if "raadgiver" in roles else next(iter(roles), "")
