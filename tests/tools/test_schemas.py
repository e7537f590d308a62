"""The schemas in the docs are those of the structs, and what ships is as they say."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from app import paths
from app.files import parse_procedure
from app.files.front_matter import split
from app.files.library_layout import CATALOGUE_FILES, kind_of, may_belong
from tools.schemas import FOLDER, Schema, schemas, text_of

SCHEMAS = schemas()
TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "boolean": bool,
    "null": type(None),
}


def wrong(value: object, schema: Schema, whole: Schema, at: str = "") -> Iterator[str]:
    """Say where a value is not as a schema says; as much of the language as ours are written in."""
    if "$ref" in schema:
        yield from wrong(value, whole["$defs"][schema["$ref"].rpartition("/")[2]], whole, at)
    elif "anyOf" in schema or "enum" in schema:
        fits = any(not any(wrong(value, one, whole)) for one in schema.get("anyOf", ()))
        if not fits and value not in schema.get("enum", ()):
            yield at
    elif type(value) is not TYPES[schema["type"]]:
        yield at
    elif isinstance(value, dict):
        known = schema["properties"]
        yield from (f"{at}/{name}" for name in {*value} ^ {*known} if _is_odd(name, value, schema))
        for name in value.keys() & known.keys():
            yield from wrong(value[name], known[name], whole, f"{at}/{name}")
    elif isinstance(value, list):
        yield from () if len(value) >= schema.get("minItems", 0) else (at,)
        for number, one in enumerate(value):
            yield from wrong(one, schema["items"], whole, f"{at}/{number}")
    elif not re.search(schema.get("pattern", ""), str(value)):
        yield at


def _is_odd(name: str, value: dict[str, object], schema: Schema) -> bool:
    """Whether a field is missing that must be there, or there and must not."""
    is_closed = schema.get("additionalProperties") is False
    return is_closed if name in value else name in schema["required"]


def as_json(text: str) -> object:
    """Read YAML as JSON has it: a date is a text."""
    found: object = json.loads(json.dumps(yaml.load(text, yaml.CSafeLoader), default=str))
    return found


def library_files() -> Iterator[tuple[str, Path]]:
    """Go through what ships, each file with the name of its schema."""
    for path in sorted(paths.SHIPPED_LIBRARY.rglob("*.*")):
        if path.name in CATALOGUE_FILES:
            yield path.stem, path
        elif may_belong(path) and (kind := kind_of(path)):
            yield kind, path


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_in_the_docs_is_that_of_the_structs(name: str) -> None:
    assert (FOLDER / name).read_text(encoding="utf-8") == text_of(SCHEMAS[name]), (
        "run: .venv/bin/python -m tools.schemas"
    )


def test_the_docs_have_no_schema_of_what_is_gone() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(SCHEMAS)


def test_all_that_ships_is_as_the_schemas_say() -> None:
    found = list(library_files())
    assert {name for name, _ in found} == {Path(name).stem for name in SCHEMAS} - {"roedtraad"}
    for name, path in found:
        text = path.read_text(encoding="utf-8")
        data = as_json(split(text).yaml if path.suffix == ".md" else text)
        schema = SCHEMAS[f"{name}.json"]
        assert list(wrong(data, schema, schema)) == [], path


def test_the_procedure_in_the_docs_can_be_read() -> None:
    text = (FOLDER.parent / "format.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
    parsed = parse_procedure(example)
    assert (parsed.problems, parsed.document is not None) == ((), True)


def test_what_is_not_as_a_schema_says_is_found() -> None:
    schema = SCHEMAS["roles.json"]
    role = {"id": "To Ord", "title": 1, "farve": "rød"}
    assert set(wrong({"roles": [role]}, schema, schema)) == {
        f"/roles/0/{name}" for name in ("id", "title", "farve", "summary")
    }
