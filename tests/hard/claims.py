"""What a process was told is stored, and whether it is."""

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from app.model.run import RunEvent
from app.model.version import Kind
from app.services import runs, suggestions
from app.services.authoring import document_version
from app.services.run_lists import list_runs
from app.services.settings import load_settings
from app.services.workplace import Workplace
from app.store.backing_up import is_whole
from app.store.backups import FOLDER


class World(Struct):
    """All that stands in a folder, read once."""

    place: Workplace
    events: dict[tuple[str, int], RunEvent]
    runs: frozenset[str]
    words: frozenset[str]
    begun: dict[str, str]
    suggested: frozenset[str]


class Claim(Struct, frozen=True):
    """Something that was told to be stored."""

    def stands(self, world: World) -> bool:
        """Whether it is."""
        raise NotImplementedError


class Happened(Claim, frozen=True):
    """Something happened in a run."""

    run: str
    event: RunEvent

    def stands(self, world: World) -> bool:
        return world.events.get((self.run, self.event.sequence)) == self.event


class Deleted(Claim, frozen=True):
    """A run is no longer there."""

    run: str

    def stands(self, world: World) -> bool:
        return self.run not in world.runs


class Doomed(Claim, frozen=True):
    """A run is about to be deleted: a kill may come before that is told."""

    run: str

    def stands(self, world: World) -> bool:
        del world
        return True


class Learned(Claim, frozen=True):
    """A word was put into the user's own list."""

    word: str

    def stands(self, world: World) -> bool:
        return self.word in world.words


class Begun(Claim, frozen=True):
    """A suggestion was begun and not sent."""

    where: str
    text: str

    def stands(self, world: World) -> bool:
        return world.begun.get(self.where) == self.text


class Suggested(Claim, frozen=True):
    """A suggestion was sent."""

    text: str

    def stands(self, world: World) -> bool:
        return self.text in world.suggested


class Drafted(Claim, frozen=True):
    """A draft has this title; later ones of the same draft are longer."""

    slug: str
    number: int
    title: str

    def stands(self, world: World) -> bool:
        found = document_version(
            world.place, kind=Kind.PROCEDURE, slug=self.slug, number=self.number
        )
        return found.title.startswith(self.title)


class BackedUp(Claim, frozen=True):
    """A backup was made, and is whole."""

    name: str

    def stands(self, world: World) -> bool:
        return is_whole(world.place.folder / FOLDER / self.name)


def look_at(place: Workplace) -> World:
    """Read what stands in a folder; the logs of all runs must be without gaps."""
    events = {}
    found = list_runs(place)
    for row in found:
        log = runs.open_run(place, run=row.run.id).events
        assert [event.sequence for event in log] == list(range(1, len(log) + 1))
        events.update({(row.run.id, event.sequence): event for event in log})
    settings = load_settings(place)
    return World(
        place,
        events,
        frozenset(row.run.id for row in found),
        frozenset(settings.own_words),
        settings.begun,
        frozenset(one.text for one in suggestions.all_suggestions(place)),
    )


def broken(said: Iterable[object], place: Workplace) -> list[Claim]:
    """Return what was told to be stored and is not; what was deleted afterwards does not count."""
    claims = [one for one in said if isinstance(one, Claim)]
    world = look_at(place)
    doomed = {one.run for one in claims if isinstance(one, Doomed)}
    return [
        one
        for one in claims
        if not (isinstance(one, Happened) and one.run in doomed) and not one.stands(world)
    ]


def whole_backups(folder: Path) -> bool:
    """Whether every finished backup in a folder is whole."""
    return all(is_whole(path) for path in (folder / FOLDER).glob("*.sqlite3"))
