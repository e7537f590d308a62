"""Single documents put together to a library, in the one order that it is shown in."""

from collections.abc import Iterable, Sequence

from app.model.library.card import ActionCard
from app.model.library.catalogue import Catalogue, Library
from app.model.library.procedure import Document, Procedure
from app.model.library.tool import Tool

_AFTER_Z = str.maketrans({"æ": "z{", "ø": "z|", "å": "z}"})


def library_of(catalogue: Catalogue, documents: Iterable[Document]) -> Library:
    """Put documents beside their registers: by theme, and in a theme by title."""
    rank = {theme.id: number for number, theme in enumerate(catalogue.themes)}

    def stands(document: Procedure | ActionCard | Tool) -> tuple[int, str, str]:
        by_title = document.title.lower().translate(_AFTER_Z)
        return rank.get(document.theme, len(rank)), by_title, document.id

    found = tuple(documents)
    return Library(
        catalogue,
        tuple(sorted((one for one in found if isinstance(one, Procedure)), key=stands)),
        tuple(sorted((one for one in found if isinstance(one, ActionCard)), key=stands)),
        tuple(sorted((one for one in found if isinstance(one, Tool)), key=stands)),
    )


def whole_of(parts: Sequence[Catalogue]) -> Catalogue:
    """Put parts of the catalogue together."""
    return Catalogue(
        *(
            tuple(one for part in parts for one in getattr(part, name))
            for name in Catalogue.__struct_fields__
        )
    )
