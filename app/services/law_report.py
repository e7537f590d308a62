"""Which provisions are cited, by what, and what is to be checked again since law was changed."""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from app.files import read_library
from app.model.findings import Severity
from app.model.library.catalogue import Act, Catalogue, Library, Provision
from app.model.library.citations import Citation, citations, outdated
from app.model.library.target import Target


class ProvisionReport(Struct, frozen=True):
    """A provision with all that cites just it."""

    provision: Provision
    citing: tuple[Citation, ...]
    is_cited: bool
    """Also where only its whole paragraph, or a part of it, is cited."""


class ActReport(Struct, frozen=True):
    """An act with its provisions, in the order of the register."""

    act: Act
    provisions: tuple[ProvisionReport, ...]


class Outdated(Struct, frozen=True):
    """A document that was checked against an older act than there is now."""

    target: Target
    title: str
    acts: tuple[Act, ...]


class LawReport(Struct, frozen=True):
    """What a library says of the law it stands on; `errors` are files that could not be read."""

    catalogue: Catalogue
    acts: tuple[ActReport, ...]
    outdated: tuple[Outdated, ...]
    errors: int

    @property
    def provisions(self) -> tuple[ProvisionReport, ...]:
        return tuple(one for act in self.acts for one in act.provisions)

    @property
    def uncited(self) -> tuple[str, ...]:
        """The provisions that nothing cites."""
        return tuple(one.provision.ref for one in self.provisions if not one.is_cited)


def law_report(folder: Path) -> LawReport:
    """Read a library folder and report on its law."""
    reading = read_library(folder)
    library = reading.library
    errors = sum(problem.severity is Severity.ERROR for problem in reading.problems)
    acts = tuple(_acts(library))
    return LawReport(library.catalogue, acts, tuple(_outdated(library)), errors)


def _acts(library: Library) -> Iterator[ActReport]:
    citing = citations(library)
    cited = {one for ref in citing for one in (ref, ref.partition(".")[0])}
    for act in library.catalogue.acts:
        found = (
            ProvisionReport(
                provision,
                citing.get(provision.ref, ()),
                provision.ref in cited or provision.ref.partition(".")[0] in citing,
            )
            for provision in library.catalogue.provisions
            if provision.ref.partition(":")[0] == act.id
        )
        yield ActReport(act, tuple(found))


def _outdated(library: Library) -> Iterator[Outdated]:
    for kind, documents in (
        ("procedure", library.procedures),
        ("card", library.cards),
        ("tool", library.tools),
    ):
        for document in documents:
            acts = outdated(document, library.catalogue)
            if acts:
                yield Outdated(Target(kind, document.id), document.title, acts)
