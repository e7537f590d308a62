"""Words that mean what a library calls by another name."""

from typing import Annotated

from msgspec import Meta

from app.model.library.procedure import Document


class Synonym(Document, frozen=True):
    """A word or a few words, with what they mean here.

    Who searches for `word` also finds what holds one of `means`, and the other way round unless
    it goes `one_way`: an old or loose word that should not be found in its turn.
    """

    word: str
    means: Annotated[tuple[str, ...], Meta(min_length=1)]
    one_way: bool = False
