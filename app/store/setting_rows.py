"""Settings: one row a key, so that two windows that change different ones do not meet."""

from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, delete, insert, select, update

from app.store.door import NotWhole
from app.store.guard import refuse_cpr
from app.store.tables import setting

_OPAQUE = "window."
"""What is under this is not text that anyone wrote: it is not searched for CPR numbers."""


class SettingTable:
    """The settings of one transaction, as plain values."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> dict[str, Any]:
        """Return every setting, also those that this version of the program does not know."""
        rows = self._connection.execute(select(setting.c.key, setting.c.value))
        return {row.key: read_value(row.value) for row in rows}

    def get(self, key: str) -> object:
        """Return one setting; None when it was never set."""
        value = self._connection.scalar(select(setting.c.value).where(setting.c.key == key))
        return None if value is None else read_value(value)

    def put(self, key: str, value: object, *, now: datetime) -> None:
        """Set one setting to a plain value."""
        if not key.startswith(_OPAQUE):
            refuse_cpr(value, "cpr_in_setting")
        text = msgspec.json.encode(value).decode()
        done = self._connection.execute(
            update(setting).where(setting.c.key == key).values(value=text, changed=now)
        )
        if not done.rowcount:
            self._connection.execute(insert(setting).values(key=key, value=text, changed=now))

    def remove(self, key: str) -> None:
        """Forget a setting, so that its default counts again."""
        self._connection.execute(delete(setting).where(setting.c.key == key))

    def stamp(self) -> int:
        """A number that differs whenever a setting was changed."""
        rows = self._connection.execute(select(setting.c.key, setting.c.value))
        return hash(frozenset(map(tuple, rows)))


def read_value(text: str) -> object:
    """Return the plain value of a stored setting. `NotWhole` when it is none."""
    try:
        return msgspec.json.decode(text)
    except (msgspec.MsgspecError, TypeError) as error:
        raise NotWhole("setting") from error
