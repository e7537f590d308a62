"""The list of codes is whole: what the code uses is on it, and each is provoked by some test."""

import re
from pathlib import Path

from app.files.codes import CODES

HERE = Path(__file__).parent
PACKAGE = HERE.parent.parent / "app" / "files"
WORD = re.compile(r'"((?:file|folder|id|text|yaml|field|front|card)_[a-z0-9_]+)"')
OF_THE_DISK = {"file_not_writable", "file_not_written"}
FOR_RULES_TO_COME = {"field_invalid"}
"""No rule of today's types gives it; it catches those of tomorrow."""


def test_every_code_in_use_is_listed() -> None:
    sources = (path.read_text(encoding="utf-8") for path in PACKAGE.glob("*.py"))
    used = {code for source in sources for code in WORD.findall(source)}
    assert used - OF_THE_DISK == set(CODES)


def test_every_code_is_provoked() -> None:
    tests = (path for path in HERE.glob("test_*.py") if path.name != "test_codes.py")
    text = "\n".join(path.read_text(encoding="utf-8") for path in tests)
    assert {code for code in CODES if code not in text} == FOR_RULES_TO_COME
