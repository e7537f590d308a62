"""Receipts: that runs were deleted, when, by whom, why and how many; nothing of what they held."""

from datetime import datetime

from sqlalchemy import Connection, func, insert, select

from app.model.run.receipt import Cause, Receipt
from app.store.door import made_of
from app.store.tables import receipt


class Receipts:
    """The receipts of one transaction. They are added, and never changed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, *, at: datetime, actor: str, cause: Cause, runs: int) -> Receipt:
        """Keep that so many runs were deleted."""
        self._connection.execute(
            insert(receipt).values(at=at, actor=actor, cause=cause.value, runs=runs)
        )
        return Receipt(at, actor, cause, runs)

    def all(self) -> tuple[Receipt, ...]:
        """Return every receipt, the newest first."""
        columns = (receipt.c.at, receipt.c.actor, receipt.c.cause, receipt.c.runs)
        rows = self._connection.execute(select(*columns).order_by(receipt.c.id.desc()))
        return tuple(
            made_of(Receipt, at=row.at, actor=row.actor, cause=row.cause, runs=row.runs)
            for row in rows
        )

    def stamp(self) -> int:
        """A number that grows with every receipt."""
        return self._connection.scalar(select(func.max(receipt.c.id))) or 0
