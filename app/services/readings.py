"""Read and understood: who has read which version, and who has not."""

from app.model.errors import Refused
from app.model.library.stored_version import Kind
from app.model.library.version_work import Readers
from app.services.workplace import Workplace


def mark_read(workplace: Workplace, *, kind: Kind, slug: str, number: int) -> Readers:
    """Note that the one who works here has read a version and understood it.

    `Refused`: no_such_version.
    """
    with workplace.store.writing() as work:
        if work.items.version(kind, slug, number) is None:
            raise Refused("no_such_version", version=str(number))
        work.readings.add(kind, slug, number, person=workplace.actor, now=workplace.now())
        work.commit()
    return readers_of(workplace, kind=kind, slug=slug, number=number)


def readers_of(workplace: Workplace, *, kind: Kind, slug: str, number: int) -> Readers:
    """Tell who has read a version, and who of the team in the settings has not.

    Where no team is named nobody is missing: who else works here, the program cannot know.
    """
    with workplace.store.reading() as work:
        read = work.readings.of(kind, slug, number)
        team = frozenset(workplace.settings.team)
    missing = team - {one.person for one in read}
    return Readers(read, _in_order(missing), _in_order(team))


def _in_order(names: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(names, key=str.casefold))


def unread(workplace: Workplace) -> tuple[tuple[Kind, str, int], ...]:
    """Return the published texts that the one who works here has not read; templates are not
    meant.
    """
    with workplace.store.reading() as work:
        return work.readings.unread(workplace.actor)
