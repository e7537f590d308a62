"""The shipped library read straight from its files, for jobs that need no data folder."""

from datetime import UTC, datetime
from pathlib import Path

from app import paths
from app.model.library.stored_version import Kind, VersionInfo, VersionState
from app.services.library import Shelf


def shipped_shelf(folder: Path = paths.SHIPPED_LIBRARY) -> Shelf:
    """Return all that can be read of a library folder, each document as a first template."""
    from app.files import read_library

    library = read_library(folder).library
    now = datetime.now(UTC)
    versions = {
        (kind.value, document.id): VersionInfo(
            kind, document.id, 1, VersionState.PUBLISHED, shipped=True, author="", note="",
            created=now,
        )
        for kind, documents in (
            (Kind.PROCEDURE, library.procedures),
            (Kind.CARD, library.cards),
            (Kind.TOOL, library.tools),
        )
        for document in documents
    }  # fmt: skip
    return Shelf(library, versions)
