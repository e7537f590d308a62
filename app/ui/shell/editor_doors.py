"""The ways into the editor from where texts are read, and the offer to go on after a crash.

Imported with the window, so what the editor itself needs is imported when a door is opened.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.library.stored_version import Kind, VersionInfo
from app.model.library.target import Target
from app.model.library.version_work import Suggestion
from app.ui.base.desk import Desk
from app.ui.editor.in_hand_button import InHandButton
from app.ui.keys import keys
from app.ui.keys.shortcuts import WINDOW, bind
from app.ui.library.edit_actions import TEAM_LEADER, EditActions
from app.ui.look.widgets import Button
from app.ui.targets.editor_targets import EditTarget, NewTarget, OverviewTarget, UpdatesTarget

if TYPE_CHECKING:
    from app.model.library.version_work import Draft
    from app.services.workplace import Workplace
    from app.ui.cards.card_place import CardsPlace
    from app.ui.editor.editor_ask_band import EditorAskBand
    from app.ui.editor.editor_place import EditorPlace
    from app.ui.procedures.procedure_place import ProceduresPlace
    from app.ui.suggestions.suggestion_box import SuggestionBox
    from app.ui.tools.tool_place import ToolsPlace
    from app.ui.wall.wall_place import WallPlace

Go = Callable[[str, object], None]
_EDITOR = "editor"


class Doors(QObject):
    """Connects the places with the editor; none of them knows it."""

    def __init__(self, desk: Desk, go: Go, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._go = go
        self._bands: dict[QVBoxLayout, EditorAskBand] = {}

    def from_procedures(self, place: "ProceduresPlace") -> None:
        """Lead from a procedure, and from below the list of them."""
        actions = place.edit_actions
        place.edit_requested.connect(self.edit)
        actions.approve_asked.connect(lambda version: self._approve(version, place.form_slot))
        actions.share_asked.connect(lambda version: self._share(version, place.form_slot, place))
        self.for_answers(place.suggestions, place.form_slot)
        in_hand = InHandButton(self._desk)
        in_hand.clicked.connect(lambda: self._go(_EDITOR, OverviewTarget()))
        new = Button(self.tr("Ny sagsprocedure"), "quiet", "plus")
        new.set_key(keys.NEW_PROCEDURE)
        new.clicked.connect(lambda: self._go(_EDITOR, NewTarget(Kind.PROCEDURE)))
        for button in (new, in_hand):
            place.foot_slot.addWidget(button)
            self._for_team_leads(button)

    def from_cards(self, place: "CardsPlace") -> None:
        """Lead from the card that is open, or chosen alone; and to a new one."""
        self._from_wall(place, Kind.CARD, self.tr("Nyt kort"), self.tr("Dublér kortet"))

    def from_tools(self, place: "ToolsPlace") -> None:
        """Lead from the tool that is open, or chosen alone; and to a new one."""
        self._from_wall(place, Kind.TOOL, self.tr("Nyt værktøj"), self.tr("Dublér værktøjet"))

    def _from_wall(self, place: "WallPlace", kind: Kind, new_words: str, copy_words: str) -> None:
        actions = EditActions(self._desk, can_copy=copy_words)
        new = Button(new_words, "quiet", "plus")
        new.set_key(keys.NEW_SHEET)
        place.extra_buttons.insertWidget(0, actions)
        place.extra_buttons.insertWidget(0, new)
        place.header.foldable = (*place.header.foldable, new, *actions.foldable)
        actions.edit_asked.connect(self.edit)
        actions.approve_asked.connect(lambda version: self._approve(version, place.banner_slot))
        actions.share_asked.connect(lambda version: self._share(version, place.banner_slot, place))
        actions.copy_asked.connect(self._copy)
        new.clicked.connect(lambda: self._go(_EDITOR, NewTarget(kind)))
        self._for_team_leads(new)
        self.for_answers(place.suggestions, place.banner_slot)

        def follow(chosen: tuple[str, ...]) -> None:
            version = self._desk.shelf.versions.get((kind.value, chosen[0])) if chosen else None
            actions.show_version(version if len(chosen) == 1 else None)

        place.choice_changed.connect(follow)

    def listen_in(self, window: QWidget) -> None:
        """Let a key lead a team lead to what is in hand, wherever in the window one is."""
        bind(window, keys.IN_HAND, self._on_in_hand_asked, WINDOW)

    def from_editor(self, place: "EditorPlace") -> None:
        """Lead back to where a text is read."""
        place.left.connect(self._on_left)

    def for_answers(self, suggestions: "SuggestionBox", slot: QVBoxLayout) -> None:
        """Let a team lead answer where a suggestion is seen."""
        suggestions.answer_asked.connect(lambda suggestion: self._answer(suggestion, slot))

    def edit(self, version: VersionInfo, step: str = "") -> None:
        """Open a document in the editor."""
        self._go(_EDITOR, EditTarget(version.kind, version.slug, step))

    def _copy(self, version: VersionInfo) -> None:
        self._go(_EDITOR, NewTarget(version.kind, copy_of=version.slug))

    def offer_to_go_on(self) -> None:
        """Offer what was being written when the program ended last."""
        kind, _, slug = self._desk.settings.editing.partition(":")
        if slug and self._desk.settings.role == TEAM_LEADER:
            self._desk.do(lambda workplace: _own_draft(workplace, kind, slug), self._offer)

    def tell_of_updates(self, count: int) -> None:
        """Tell a team lead of texts that came with the program and meet ours."""
        if not count or self._desk.settings.role != TEAM_LEADER:
            return
        words = self.tr("Programmet har fået nye tekster, hvor I har jeres egne")
        self._desk.messages.say(
            words,
            self.tr("Jeres gælder, til I har valgt. Sammenlign dem, når I har tid."),
            (self.tr("Se dem"), lambda: self._go(_EDITOR, UpdatesTarget())),
            follows=True,
        )

    def _offer(self, draft: "Draft | None") -> None:
        if draft is None:
            return
        info = draft.info
        target = EditTarget(info.kind, info.slug, number=info.number)
        self._desk.messages.say(
            self.tr("Du var i gang med at redigere »{}«").format(draft.document.title),
            self.tr("Kladden er gemt, som den stod ved det sidste ophold."),
            (self.tr("Fortsæt"), lambda: self._go(_EDITOR, target)),
            follows=True,
        )

    def _approve(self, version: VersionInfo, slot: QVBoxLayout) -> None:
        """Ask in the place itself whether a template is approved as it is."""
        from app.ui.editor.template_approving import ask_to_approve

        ask_to_approve(self._band(slot), self._desk, version, self._title(version))

    def _share(self, version: VersionInfo, slot: QVBoxLayout, host: QWidget) -> None:
        """Ask in the place itself how a text is to be shared."""
        from app.ui.editor.sharing.departure import Departure

        departure = Departure(self._band(slot), self._desk, host)
        departure.ask_of_document(version, self._title(version))

    def _title(self, version: VersionInfo) -> str:
        library = self._desk.shelf.library
        known: Mapping[Kind, Mapping[str, object]] = {
            Kind.PROCEDURE: library.procedure_by_id,
            Kind.CARD: library.card_by_id,
            Kind.TOOL: library.tool_by_id,
        }
        found = known[version.kind].get(version.slug)
        return str(getattr(found, "title", version.slug))

    def _answer(self, suggestion: Suggestion, slot: QVBoxLayout) -> None:
        """Ask in the place itself what is to come of a suggestion."""
        from app.ui.editor.suggestion_answering import ask_answer

        def opened(target: EditTarget) -> None:
            self._go(_EDITOR, target)

        ask_answer(self._band(slot), self._desk, suggestion, opened)

    def _band(self, slot: QVBoxLayout) -> "EditorAskBand":
        from app.ui.editor.editor_ask_band import EditorAskBand

        if slot not in self._bands:
            self._bands[slot] = EditorAskBand(self._desk.now)
            slot.addWidget(self._bands[slot])
        return self._bands[slot]

    def _on_in_hand_asked(self) -> None:
        if self._desk.settings.role == TEAM_LEADER:
            self._go(_EDITOR, OverviewTarget())

    def _on_left(self, kind: str, slug: str) -> None:
        walls = {Kind.CARD.value: "cards", Kind.TOOL.value: "tools"}
        if kind in walls:
            self._go(walls[kind], slug)
        elif kind == Kind.PROCEDURE.value:
            self._go("procedures", Target(kind, slug))
        else:
            self._go("procedures", None)

    def _for_team_leads(self, button: Button) -> None:
        def show() -> None:
            button.setVisible(self._desk.settings.role == TEAM_LEADER)

        self._desk.settings_changed.connect(show)
        show()


def _own_draft(workplace: "Workplace", kind: str, slug: str) -> "Draft | None":
    """Find the draft of a document that the one who works here has in hand."""
    from app.services import authoring

    drafts = authoring.all_drafts(workplace, mine=True)
    return next(
        (one for one in drafts if (one.info.kind.value, one.info.slug) == (kind, slug)), None
    )
