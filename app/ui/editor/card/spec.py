"""What the fields of a card work with and show."""

from collections.abc import Callable
from datetime import date

from msgspec import Struct

from app.model.card import ActionCard
from app.model.catalogue import Library
from app.ui.editor.form.spec import BaseField
from app.ui.editor.session import EditorSession


class CardShown(Struct, frozen=True):
    """A card, and the library it refers to."""

    card: ActionCard
    library: Library


class CardBench(Struct, frozen=True):
    """What the fields of a card work with."""

    session: EditorSession[ActionCard]
    library: Callable[[], Library]
    today: Callable[[], date]


class CardField(BaseField[ActionCard, CardShown]):
    """A field of a card."""

    def __init__(self, bench: CardBench) -> None:
        super().__init__(bench.session)
        self.bench = bench

    @property
    def card(self) -> ActionCard:
        """The card that is shown."""
        assert self.shown is not None
        return self.shown.card
