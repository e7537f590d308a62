"""Whole documents as edits see them."""

from collections.abc import Collection
from typing import TypeVar

import msgspec

from app.model.edits.edited_texts import new_title_of
from app.model.edits.id_naming import new_id
from app.model.library.card import ActionCard
from app.model.library.procedure import Procedure
from app.model.library.tool import Tool

D = TypeVar("D", bound=Procedure | ActionCard | Tool)


def copy_of(document: D, *, title: str, taken: Collection[str] = ()) -> D:
    """Return a document that begins as another one stands; nobody has checked it yet.

    `Refused`: edit_new_title_missing.
    """
    name = new_title_of(title)
    new = new_id(name, taken, "kopi")
    return msgspec.structs.replace(document, id=new, title=name, checked=None)
