"""Documents -> the text of their files: the same document, the same text.

Fields stand in the order in which one reads them; what has its default is left out.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

import msgspec

from app.files import front_matter
from app.files.card_body import write_body
from app.files.disk import save_library_file
from app.files.library_layout import CATALOGUE_FILES, document_path
from app.files.yaml_writer import write_yaml
from app.model.library.card import ActionCard
from app.model.library.catalogue import Catalogue, Library
from app.model.library.procedure import Document, Procedure
from app.model.library.tool import Tool

_PROCEDURE_ORDER = (
    *("id", "title", "theme", "summary", "purpose", "applies", "trigger", "trigger_event"),
    *("roles", "law", "related", "without_child", "checked", "steps"),
)
_CARD_ORDER = ("id", "title", "aim", "theme", "when", "roles", "deadline", "law", "checked")
_TOOL_ORDER = ("id", "title", "theme", "purpose", "apart", "roles", "law", "checked", "fields")


def write_procedure(procedure: Procedure) -> str:
    """Write the YAML file of a procedure."""
    data = _data(procedure)
    data["steps"] = [_step(step) for step in _mappings(data["steps"])]
    return write_yaml(_ordered(data, _PROCEDURE_ORDER))


def write_card(card: ActionCard) -> str:
    """Write the Markdown file of an action card."""
    front = write_yaml(_ordered(_data(card), _CARD_ORDER))
    return front_matter.join(front, write_body(card))


def write_tool(tool: Tool) -> str:
    """Write the Markdown file of a tool."""
    front = _ordered(_data(tool), _TOOL_ORDER)
    if front_matter.can_stand_below(tool.body):
        return front_matter.join(write_yaml(front), tool.body)
    return front_matter.join(write_yaml({**front, "body": tool.body}), "")


def write_catalogue(catalogue: Catalogue) -> dict[str, str]:
    """Write the files of the catalogue; each text under the name of its file."""
    return {
        name: write_yaml({key: _list(getattr(catalogue, key)) for key in file.__struct_fields__})
        for name, file in CATALOGUE_FILES.items()
    }


def _list(entries: Iterable[Document]) -> list[dict[str, object]]:
    return [_data(entry) for entry in entries]


def export_library(library: Library, folder: Path) -> tuple[Path, ...]:
    """Write a whole library into a folder; return the files it is made of.

    Each file is replaced whole; what else lies in the folder is left alone. Raises Trouble when
    the disk refuses.
    """
    texts = library_files(library)
    for name, text in texts.items():
        save_library_file(folder / name, text)
    return tuple(folder / name for name in texts)


def library_files(library: Library) -> dict[str, str]:
    """Write a whole library; each text under the path of its file in the folder."""
    files = write_catalogue(library.catalogue)
    for procedure in library.procedures:
        files[document_path("procedure", procedure.theme, procedure.id)] = write_procedure(
            procedure
        )
    for card in library.cards:
        files[document_path("card", card.theme, card.id)] = write_card(card)
    for tool in library.tools:
        files[document_path("tool", tool.theme, tool.id)] = write_tool(tool)
    return files


def _data(document: Document) -> dict[str, object]:
    """Return a document as plain data; dates stay dates, so that they are written as such."""
    data = msgspec.to_builtins(document, builtin_types=(date,))
    assert isinstance(data, dict)
    return data


def _step(step: Mapping[str, object]) -> dict[str, object]:
    """Write check items that are no more than a text as that text."""
    written = dict(step)
    if "checklist" in step:
        items = _mappings(step["checklist"])
        written["checklist"] = [item["text"] if len(item) == 1 else item for item in items]
    return written


def _mappings(value: object) -> list[dict[str, object]]:
    assert isinstance(value, list | tuple)
    return [item for item in value if isinstance(item, dict)]


def _ordered(data: Mapping[str, object], order: Iterable[str]) -> dict[str, object]:
    return {key: data[key] for key in order if key in data}
