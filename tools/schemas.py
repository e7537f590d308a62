"""The JSON Schemas of the files of a library and of the slip in a bundle, made from the structs.

Run: `.venv/bin/python -m tools.schemas`. They are written to `docs/schema`, for editors and for
programs that are not ours; we ourselves read by the structs.
"""

import json
from inspect import cleandoc
from pathlib import Path
from typing import Any, cast

import msgspec

from app import paths
from app.files.library_layout import CATALOGUE_FILES
from app.files.sharing.manifest import MANIFEST, Manifest
from app.model.library.card import ActionCard
from app.model.library.procedure import Procedure
from app.model.library.tool import Tool

FOLDER = paths.ROOT / "docs" / "schema"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_PYTHONS_END, _END = r"\Z", "$"

Schema = dict[str, Any]


def schemas() -> dict[str, Schema]:
    """Return each schema under the name of its file."""
    found = {
        "procedure": _procedure(),
        "card": _front_matter(ActionCard, "sections", "note"),
        "tool": _front_matter(Tool),
    }
    for name, kind in CATALOGUE_FILES.items():
        found[Path(name).stem] = _schema_of(kind)
    found[Path(MANIFEST).stem] = _schema_of(Manifest)
    return {f"{name}.json": schema for name, schema in found.items()}


def text_of(schema: Schema) -> str:
    """Write a schema as it stands in its file."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _schema_of(kind: type[msgspec.Struct]) -> Schema:
    made = {"$schema": _DIALECT, **msgspec.json.schema(kind)}
    return cast("Schema", _as_others_read(made))


def _as_others_read(part: object) -> object:
    """Write patterns as every dialect knows them, and descriptions without their indents."""
    if isinstance(part, dict):
        return {key: _as_others_read(value) for key, value in part.items()}
    if isinstance(part, list):
        return [_as_others_read(one) for one in part]
    return cleandoc(part).replace(_PYTHONS_END, _END) if isinstance(part, str) else part


def _procedure() -> Schema:
    """A check item may be written as its text alone."""
    schema = _schema_of(Procedure)
    checklist = schema["$defs"]["Step"]["properties"]["checklist"]
    checklist["items"] = {"anyOf": [{"type": "string"}, checklist["items"]]}
    return schema


def _front_matter(kind: type[msgspec.Struct], *below: str) -> Schema:
    """Describe what stands above the text; some fields are the text itself, or may be."""
    schema = _schema_of(kind)
    whole = schema["$defs"][kind.__name__]
    for name in below:
        del whole["properties"][name]
    whole["required"] = [name for name in whole["required"] if name not in (*below, "body")]
    told = json.dumps(schema)
    schema["$defs"] = {
        name: one for name, one in schema["$defs"].items() if f'#/$defs/{name}"' in told
    }
    return schema


def main() -> None:
    """Write them all."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, schema in schemas().items():
        (FOLDER / name).write_text(text_of(schema), encoding="utf-8")


if __name__ == "__main__":
    main()
