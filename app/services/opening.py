"""Opening a data folder: what comes before the first use case, and what may follow the last.

The database is imported when a folder is opened, not with this module, so that a window can be
built meanwhile.
"""

import getpass
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from app import paths
from app.model.cpr import holds_cpr
from app.model.errors import Trouble
from app.services.care import look_after
from app.services.shipped import refresh_shipped
from app.services.workplace import Clock, Workplace

NOBODY = "bruger"
"""Who acts where the system does not say, or calls the user something we may not store."""


def open_workplace(
    folder: Path,
    *,
    shipped: Path | None = paths.SHIPPED_LIBRARY,
    clock: Clock = lambda: datetime.now(UTC),
    actor: str | None = None,
    progress: Callable[[int], None] = lambda _: None,
) -> Workplace:
    """Open a data folder, made if need be, and bring in what the program has shipped since.

    `Trouble`: folder_not_writable, read_only, disk_full, locked, damaged, missing, newer_version,
    newer_document, io. What came in is in `arrivals`; `progress` is told in percent how far it
    has come, where something is to come in.
    """
    from app.store.database_opening import open_store

    store = open_store(folder, now=clock().astimezone(UTC))
    try:
        workplace = Workplace(folder, store, clock, actor or _user_name())
        workplace.actor = actor or workplace.settings.user_name or workplace.actor
        workplace.shipped = shipped
        workplace.arrivals = refresh_shipped(workplace, progress)
        workplace.look()
        workplace.before_closing = partial(_look_after_at_last, workplace)
    except BaseException:
        store.close()
        raise
    return workplace


def _look_after_at_last(workplace: Workplace) -> None:
    """Look after a folder that is let go of before it was; who closes it is not kept by trouble."""
    with suppress(Trouble):
        look_after(workplace)


def _user_name() -> str:
    try:
        name = getpass.getuser()
    except (OSError, KeyError, ImportError):
        return NOBODY
    return NOBODY if holds_cpr(name) else name
