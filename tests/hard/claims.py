"""What a process was told is stored, and whether it is."""

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from app.model.errors import Refused
from app.model.library.stored_version import Kind
from app.model.run.fold import summarise
from app.model.run.run import RunEvent
from app.services import runs, suggestions
from app.services.authoring import document_version
from app.services.run_lists import list_runs
from app.services.settings import load_settings
from app.services.workplace import Workplace
from app.store.backing_up import is_whole
from app.store.backup_files import FOLDER

SHARED = "samtale"
"""The step whose note all write in, each a line."""


class World(Struct):
    """All that stands in a folder, read once."""

    place: Workplace
    events: dict[tuple[str, int], RunEvent]
    runs: frozenset[str]
    lines: frozenset[tuple[str, str]]
    fields: frozenset[tuple[str, str]]
    words: frozenset[str]
    favourites: frozenset[str]
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


class Noted(Claim, frozen=True):
    """A line stands in the note of a step that all write in."""

    run: str
    line: str

    def stands(self, world: World) -> bool:
        return (self.run, self.line) in world.lines


class FilledIn(Claim, frozen=True):
    """Something stands in a field of a tool."""

    run: str
    field: str

    def stands(self, world: World) -> bool:
        return (self.run, self.field) in world.fields


class Favoured(Claim, frozen=True):
    """A text is among the favourites."""

    name: str

    def stands(self, world: World) -> bool:
        return self.name in world.favourites


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
        try:
            found = document_version(
                world.place, kind=Kind.PROCEDURE, slug=self.slug, number=self.number
            )
        except Refused:
            return False
        return found.title.startswith(self.title)


class BackedUp(Claim, frozen=True):
    """A backup was made, and is whole."""

    name: str

    def stands(self, world: World) -> bool:
        return is_whole(world.place.folder / FOLDER / self.name)


def look_at(workplace: Workplace) -> World:
    """Read what stands in a folder; the logs of all runs must be without gaps."""
    events, lines, fields = {}, set(), set()
    found = list_runs(workplace)
    for row in found:
        run, view = row.run.id, runs.open_run(workplace, run=row.run.id)
        assert [event.sequence for event in view.events] == list(range(1, len(view.events) + 1))
        assert row == summarise(view.state, view.procedure), "the row of the list tells another"
        events.update({(run, event.sequence): event for event in view.events})
        lines |= {(run, line) for line in view.state.steps[SHARED].note.splitlines()}
        fields |= {(run, name) for tool in view.state.tools.values() for name in tool.fields}
    settings = load_settings(workplace)
    return World(
        workplace,
        events,
        frozenset(row.run.id for row in found),
        frozenset(lines),
        frozenset(fields),
        frozenset(settings.own_words),
        frozenset(settings.favourites),
        settings.begun,
        frozenset(one.text for one in suggestions.all_suggestions(workplace)),
    )


def broken(said: Iterable[object], workplace: Workplace) -> list[Claim]:
    """Return what was told to be stored and is not; of a run that was deleted all is to be gone."""
    claims = [one for one in said if isinstance(one, Claim)]
    world = look_at(workplace)
    gone = {one.run for one in claims if isinstance(one, Deleted)}
    assert not gone & world.runs, "what was deleted is there again"
    doomed = {one.run for one in claims if isinstance(one, Doomed)}
    return [
        one for one in claims if getattr(one, "run", "") not in doomed and not one.stands(world)
    ]


def whole_backups(folder: Path) -> bool:
    """Whether every finished backup in a folder is whole."""
    return all(is_whole(path) for path in (folder / FOLDER).glob("*.sqlite3"))
