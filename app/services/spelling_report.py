"""Which words of a library's files the dictionary does not know."""

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from app.files import library_folder_of, read_file, read_library
from app.model.danish.spelling import Document, known_words, misspelt, words_by_text
from app.services.dictionary import Dictionary, dictionary_folder, house_words


class Misspelt(Struct, frozen=True):
    """A word that the dictionary does not know, with the file and line of its text."""

    path: str
    line: int
    word: str


def misspelt_in(path: Path) -> tuple[Misspelt, ...] | None:
    """Return the unknown words of a library or of one file; None without a dictionary."""
    lies_at = dictionary_folder()
    if lies_at is None:
        return None
    whole = library_folder_of(path) or path
    reading = read_library(whole) if whole.is_dir() else read_file(whole)
    library = reading.library
    known = house_words() | known_words(library.catalogue)
    dictionary = Dictionary(lies_at)

    def is_wrong(word: str) -> bool:
        return word.casefold() not in known and not dictionary.is_right(word)

    documents: Iterable[Document] = (*library.procedures, *library.cards, *library.tools)
    found = []
    for document in documents:
        for one in misspelt(document, words_by_text(document), is_wrong, lambda _: ""):
            lies, line = reading.place_line(one.place) or ("", 1)
            found.append(Misspelt(str(reading.folder / lies), line, one.params["word"]))
    wanted = path.absolute()
    return tuple(one for one in found if Path(one.path).absolute().is_relative_to(wanted))
