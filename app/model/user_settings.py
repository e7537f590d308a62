"""What a user has set, as one typed struct. It is kept as one row a key.

How it is read and changed is in `services`.
"""

from enum import StrEnum
from typing import Any

import msgspec
from msgspec import Struct, field, structs
from msgspec.structs import FieldInfo

from app.model.checks.burden import Budget
from app.model.deadlines.days import Calendar


class Appearance(StrEnum):
    """How the window looks."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Settings(Struct, frozen=True, kw_only=True):
    """All settings with their defaults.

    `welcomed` tells that the user has been asked who works here. `closed_days` are written as
    `Calendar` reads them: `12-24` every year, `2026-12-28` once; `letter_days` is how long a letter
    is under way. `keep_closed_days` is how long a run is kept after it was closed; `team` names who
    is to read new versions; `editing` is what was being written when the program ended, as
    `card:slug`; `begun` are suggestions that were begun and not sent, by their place; `folders`
    where files were last put, by their kind.
    The budget is how many required items and minutes a procedure should ask at most;
    `own_words` are right for the spelling; `no_names` are marks of words that somebody said are no
    name, so that the words themselves are not kept. What is named `window.…` in the database is the
    toolkit's own and is carried as text it made.
    """

    user_name: str = ""
    welcomed: bool = False
    role: str = ""
    team: tuple[str, ...] = ()
    appearance: Appearance = Appearance.SYSTEM
    zoom: int = 100
    saturday_counts: bool = True
    closed_days: tuple[str, ...] = ()
    letter_days: int = 0
    keep_closed_days: int = 90
    budget_required: int = 25
    budget_minutes: int = 30
    own_words: tuple[str, ...] = ()
    last_procedure: str = ""
    editing: str = ""
    begun: dict[str, str] = {}
    folders: dict[str, str] = {}
    no_names: tuple[str, ...] = ()
    favourites: tuple[str, ...] = ()
    recent: tuple[str, ...] = ()
    window_geometry: str = field(default="", name="window.geometry")

    @property
    def calendar(self) -> Calendar:
        """How days are counted with these settings."""
        return Calendar(self.saturday_counts, frozenset(self.closed_days), self.letter_days)

    @property
    def budget(self) -> Budget:
        """How much a procedure should ask at most."""
        return Budget(self.budget_required, self.budget_minutes)


SETTING_FIELDS: dict[str, FieldInfo] = {one.name: one for one in structs.fields(Settings)}
"""What is known of each setting: its name in the database, its type and its default."""


def read_settings(stored: dict[str, Any]) -> Settings:
    """Make the struct of stored values; one that cannot be read gives its default."""
    found: dict[str, Any] = {}
    for name, one in SETTING_FIELDS.items():
        if one.encode_name in stored:
            try:
                found[name] = msgspec.convert(stored[one.encode_name], one.type)
            except msgspec.ValidationError:
                continue
    return Settings(**found)
