"""What a user has set, read and changed one row a key, so that windows do not collide.

Keys that this version of the program does not know stay where they are.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from hashlib import blake2b
from typing import Any, cast

import msgspec
from msgspec.structs import FieldInfo

from app.model.bounds import LONGEST_LIST
from app.model.cpr import holds_cpr
from app.model.errors import Refused, Trouble
from app.model.list_joining import join_lists, join_tables
from app.model.user_settings import SETTING_FIELDS, Settings, read_settings
from app.services.kept_texts import name_of
from app.services.rights import require_team_leader
from app.services.run_core import count_again
from app.services.workplace import Workplace

SMALLEST_ZOOM, LARGEST_ZOOM = 80, 200
SHORTEST_KEPT, LONGEST_KEPT = 1, 3650
SMALLEST_BUDGET, LARGEST_BUDGET = 1, 500
LONGEST_LETTER = 10

_CLOSED_DAY = re.compile(r"^(\d{4}-)?(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")
_LEAP_YEAR = 2024
_COUNTING = frozenset({"saturday_counts", "closed_days", "letter_days"})
_BY_ITSELF = frozenset({"recent", "folders"})
_MOST_MARKS = 500
_NO_DIGITS = str.maketrans("0123456789", "ghijklmnop")
"""A row of digits in a mark could be taken for a CPR number."""

_BUDGET = frozenset({"budget_required", "budget_minutes"})
_BOUNDS = {
    "zoom": (SMALLEST_ZOOM, LARGEST_ZOOM),
    "letter_days": (0, LONGEST_LETTER),
    "keep_closed_days": (SHORTEST_KEPT, LONGEST_KEPT),
    "budget_required": (SMALLEST_BUDGET, LARGEST_BUDGET),
    "budget_minutes": (SMALLEST_BUDGET, LARGEST_BUDGET),
}


_List = tuple[str, ...]
_Table = Mapping[str, str]


def _without_newer(
    stored: Mapping[str, Any], changes: Mapping[str, object]
) -> Mapping[str, object]:
    """Write over no list or table that a newer program has written in its own form.

    What the program notes by itself is left out; for what the user writes it is told.
    """
    newer = {name for name in changes if _is_newer(SETTING_FIELDS[name], stored)}
    if newer - _BY_ITSELF:
        raise Trouble("newer_document")
    return {name: value for name, value in changes.items() if name not in newer}


def _is_newer(one: FieldInfo, stored: Mapping[str, Any]) -> bool:
    holds_more = isinstance(one.default, tuple) or one.default_factory is dict
    if not holds_more or one.encode_name not in stored:
        return False
    try:
        msgspec.convert(stored[one.encode_name], one.type)
    except msgspec.ValidationError:
        return True
    return False


def load_settings(workplace: Workplace) -> Settings:
    """Read all settings."""
    return workplace.read_settings()


def is_welcome_due(workplace: Workplace) -> bool:
    """Whether the user is to be welcomed: nobody has said who works here, nor done anything."""
    settings = workplace.settings
    if settings.welcomed or settings.user_name:
        return False
    with workplace.store.reading() as work:
        return not work.runs.ids()


def change_settings(
    workplace: Workplace, based_on: Mapping[str, object] | None = None, /, **changes: object
) -> Settings:
    """Change the settings named and no others.

    Of a list or a table only what was put in or taken out is changed: `based_on` says what each
    was when somebody began with it; else it is what was last read here.

    `Refused`: cpr_in_name, name_too_long, cpr_in_setting, setting_too_long, closed_day_unclear;
    not_team_leader where it is the budget.
    """
    if _BUDGET & changes.keys():
        require_team_leader(workplace)
    known = msgspec.structs.asdict(workplace.settings) | dict(based_on or {})
    values = {name: _sound(name, value) for name, value in changes.items()}
    return edit_settings(
        workplace,
        lambda stored: {
            name: _joined(known[name], value, getattr(stored, name))
            for name, value in values.items()
        },
    )


def edit_settings(
    workplace: Workplace, edit: Callable[[Settings], Mapping[str, object]]
) -> Settings:
    """Change settings to what is made of them as they are stored, with nobody writing between.

    `Trouble`: newer_document, where a list is to change that a newer program keeps otherwise.
    """
    with workplace.store.writing() as work:
        stored = work.settings.all()
        changes = _without_newer(stored, edit(read_settings(stored)))
        for name, value in changes.items():
            key = SETTING_FIELDS[name].encode_name
            work.settings.put(key, msgspec.to_builtins(value), now=workplace.now())
        work.commit()
    settings = workplace.take_settings(load_settings(workplace))
    if _COUNTING & changes.keys():
        count_again(workplace)
    return settings


def keep_folder(workplace: Workplace, kind: str, folder: str) -> Settings:
    """Remember where a kind of file was last put. `Refused`: cpr_in_setting."""
    new = cast("dict[str, str]", _sound("folders", {kind: folder}))
    return edit_settings(workplace, lambda stored: {"folders": stored.folders | new})


def add_own_word(workplace: Workplace, word: str) -> Settings:
    """Let a word be right for the spelling from now on. `Refused`: cpr_in_setting."""
    (new,) = cast("tuple[str, ...]", _sound("own_words", (word,))) or ("",)
    return edit_settings(
        workplace,
        lambda stored: {"own_words": join_lists((), (new,), stored.own_words)} if new else {},
    )


def deny_name(workplace: Workplace, words: str) -> Settings:
    """Let words be no name from now on. A mark of them is kept, since they may be one after all."""
    mark = _mark_of(words)
    return edit_settings(
        workplace,
        lambda stored: {"no_names": join_lists((), (mark,), stored.no_names)[-_MOST_MARKS:]},
    )


def is_no_name(settings: Settings, words: str) -> bool:
    """Tell whether somebody has said that words are no name."""
    return _mark_of(words) in settings.no_names


def _mark_of(words: str) -> str:
    folded = " ".join(words.casefold().split())
    return blake2b(folded.encode(), digest_size=8).hexdigest().translate(_NO_DIGITS)


def _joined(known: object, new: object, stored: object) -> object:
    if isinstance(new, tuple):
        return join_lists(*cast("tuple[_List, _List, _List]", (known, new, stored)))
    if isinstance(new, dict):
        return join_tables(*cast("tuple[_Table, _Table, _Table]", (known, new, stored)))
    return new


def _sound(name: str, value: object) -> object:
    """Return a value as it may be stored."""
    sound: Any = msgspec.convert(msgspec.to_builtins(value), SETTING_FIELDS[name].type)
    if name == "user_name":
        return name_of(sound)
    if name in _BOUNDS:
        least, most = _BOUNDS[name]
        return min(max(sound, least), most)
    _require_short(name, sound)
    if isinstance(sound, dict) and any(map(holds_cpr, sound.values())):
        raise Refused("cpr_in_setting", setting=name)
    if isinstance(sound, str) and not name.startswith("window_"):
        if holds_cpr(sound):
            raise Refused("cpr_in_setting", setting=name)
        return sound.strip()
    if name in ("team", "own_words"):
        if any(map(holds_cpr, sound)):
            raise Refused("cpr_in_setting", setting=name)
        return tuple(dict.fromkeys(person.strip() for person in sound if person.strip()))
    if name == "closed_days":
        unclear = next((day for day in sound if not _is_day(day)), None)
        if unclear is not None:
            raise Refused("closed_day_unclear", day=unclear)
    return sound


def _require_short(name: str, value: object) -> None:
    """Take no more of what somebody writes than there is room for. `Refused`: setting_too_long."""
    texts = (value,) if isinstance(value, str) else value if isinstance(value, tuple) else ()
    if not name.startswith("window_") and sum(map(len, texts)) > LONGEST_LIST:
        raise Refused("setting_too_long", setting=name, limit=str(LONGEST_LIST))


def _is_day(day: str) -> bool:
    """Whether a day is written as `Calendar` reads it, and there is such a day, in some year."""
    if not _CLOSED_DAY.match(day):
        return False
    try:
        date.fromisoformat(day if day.count("-") > 1 else f"{_LEAP_YEAR}-{day}")
    except ValueError:
        return False
    return True
