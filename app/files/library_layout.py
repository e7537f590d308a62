"""Where each thing of a library stands in its folder, and what a file there holds.

themes.yaml  roles.yaml  events.yaml  law.yaml  synonyms.yaml  wayfinder.yaml  ladder.yaml
<theme>/<procedure>.yaml
<theme>/cards/<card>.md
<theme>/tools/<tool>.md
"""

import re
from pathlib import Path

from app.model.ids import SLUG_PATTERN
from app.model.library.catalogue import Act, Event, Provision, Role, Rung, Theme
from app.model.library.procedure import Document
from app.model.library.synonym import Synonym
from app.model.library.wayfinder import Age, WayfinderStage


class ThemesFile(Document, frozen=True):
    themes: tuple[Theme, ...]


class RolesFile(Document, frozen=True):
    roles: tuple[Role, ...]


class EventsFile(Document, frozen=True):
    events: tuple[Event, ...]


class LawFile(Document, frozen=True):
    acts: tuple[Act, ...]
    provisions: tuple[Provision, ...]


class SynonymsFile(Document, frozen=True):
    synonyms: tuple[Synonym, ...]


class WayfinderFile(Document, frozen=True):
    ages: tuple[Age, ...]
    stages: tuple[WayfinderStage, ...]


class LadderFile(Document, frozen=True):
    ladder: tuple[Rung, ...]


CATALOGUE_FILES: dict[str, type[Document]] = {
    "themes.yaml": ThemesFile,
    "roles.yaml": RolesFile,
    "events.yaml": EventsFile,
    "law.yaml": LawFile,
    "synonyms.yaml": SynonymsFile,
    "wayfinder.yaml": WayfinderFile,
    "ladder.yaml": LadderFile,
}
"""The files of the catalogue, with what stands in each."""

MAY_BE_MISSING = frozenset({"synonyms.yaml", "wayfinder.yaml", "ladder.yaml"})
"""Files that a library works without: it is only harder to find things in it."""

ENTRIES: dict[str, tuple[str, type[Document]]] = {
    "themes": ("theme", Theme),
    "roles": ("role", Role),
    "events": ("event", Event),
    "acts": ("act", Act),
    "provisions": ("provision", Provision),
    "synonyms": ("synonym", Synonym),
    "ages": ("age", Age),
    "stages": ("stage", WayfinderStage),
    "ladder": ("rung", Rung),
}
"""The lists of the catalogue: the kind of thing in each, as places name it, and its type."""

KIND_OF_FOLDER = {"cards": "card", "tools": "tool"}
ENDINGS = {"procedure": ".yaml", "card": ".md", "tool": ".md"}


def document_path(kind: str, theme: str, name: str) -> str:
    """Return where a document stands in a library folder; ids that are no slugs are refused."""
    for slug in (theme, name):
        if not re.fullmatch(SLUG_PATTERN, slug):
            raise ValueError(f"no slug: {slug!r}")
    below = {"card": "cards/", "tool": "tools/"}.get(kind, "")
    return f"{theme}/{below}{name}{ENDINGS[kind]}"


def kind_of(path: Path) -> str | None:
    """Tell what kind of document a file holds, by its name and folder."""
    if path.suffix == ".yaml":
        return "procedure"
    return KIND_OF_FOLDER.get(path.absolute().parent.name) if path.suffix == ".md" else None


def may_belong(path: Path) -> bool:
    """Tell whether a file or folder is any of the library's business, the catalogue left aside."""
    is_catalogue = path.name in CATALOGUE_FILES
    return not (is_catalogue or path.name.startswith((".", "README", "LICENSE")))


def library_folder_of(path: Path) -> Path | None:
    """Return the library folder that a file or folder is, or lies in."""
    whole = path.absolute()
    for folder in (whole, *whole.parents):
        if any((folder / name).is_file() for name in CATALOGUE_FILES):
            return folder
    return None
