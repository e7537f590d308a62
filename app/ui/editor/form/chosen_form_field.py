"""The field of a form that holds some of a list, and the lists that several forms choose from."""

from collections.abc import Callable, Sequence

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from app.model.danish.notation import act_label, law_label
from app.ui.editor.form.fields.chosen_field import ChosenBox
from app.ui.editor.form.fields.deadline_field import law_choice
from app.ui.editor.form.form_spec import Bench, Field, Shown
from app.ui.editor.form.law_rank import law_rank
from app.ui.lists.finder import FinderChoice, Rank

translate = QCoreApplication.translate


class PickListing(Struct, frozen=True):
    """Something that things are chosen from: the words for it, all there is, and one by its id."""

    add: str
    hint: str
    choices: Callable[[Shown], Sequence[FinderChoice]]
    one: Callable[[Shown, str], FinderChoice]
    rank: Rank | None = None


class ChosenField(Field):
    """Several things chosen from the library or from the procedure."""

    def __init__(
        self,
        bench: Bench,
        listing: PickListing,
        read: Callable[[Shown], Sequence[str]],
        choose: Callable[[Field, tuple[str, ...]], object],
    ) -> None:
        super().__init__(bench)
        self._read, self._listing = read, listing
        self.box = ChosenBox(listing.add, listing.hint, listing.rank)
        self.widget = self.box
        self.box.offer(lambda: listing.choices(self.shown) if self.shown else ())
        self.box.chosen_changed.connect(lambda ids: choose(self, ids))

    def refresh(self, shown: Shown) -> None:
        self.box.show_chosen([self._listing.one(shown, one) for one in self._read(shown)])


def law_listing() -> PickListing:
    """Return the provisions to choose from."""
    return PickListing(
        translate("editor", "Find § eller ord"),
        translate("editor", "Paragraf eller ord, fx 136 stk 2"),
        law_choices,
        lambda shown, ref: law_choice(ref, shown.library.catalogue),
        law_rank,
    )


def law_choices(shown: Shown) -> list[FinderChoice]:
    """Return all provisions of the library."""
    catalogue = shown.library.catalogue
    return [
        FinderChoice(
            one.ref,
            law_label(one.ref, catalogue),
            one.says,
            act_label(one.ref.partition(":")[0], catalogue),
        )
        for one in catalogue.provisions
    ]


def procedure_listing(add: str) -> PickListing:
    """Return the other procedures to choose from."""

    def one(shown: Shown, slug: str) -> FinderChoice:
        found = shown.library.procedure_by_id.get(slug)
        return FinderChoice(slug, found.title, found.summary) if found else FinderChoice(slug, slug)

    def others(shown: Shown) -> list[FinderChoice]:
        procedures = shown.library.procedures
        return [one(shown, other.id) for other in procedures if other.id != shown.procedure.id]

    return PickListing(add, translate("editor", "Søg i sagsprocedurer"), others, one)
