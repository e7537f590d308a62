"""Markdown files with YAML in front: where the YAML ends and the text begins."""

from msgspec import Struct

from app.files.problems import Unreadable
from app.files.yaml_errors import CONTROL

FENCE = "---"


class Parts(Struct, frozen=True):
    """The two halves of a file. The YAML starts on line 2, the body on `body_line`."""

    yaml: str
    body: str
    body_line: int


def split(text: str) -> Parts:
    """Cut a file in two; raise Unreadable when it has no front matter or it never ends.

    One empty line after the front matter and the line end at the end of the file belong to
    neither half.
    """
    lines = text.split("\n")
    if not text.strip():
        raise Unreadable("file_empty")
    if lines[0].rstrip() != FENCE:
        raise Unreadable("front_missing")
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if end is None:
        raise Unreadable("front_open")
    body = lines[end + 1 :]
    has_gap = len(body) > 1 and not body[0].strip()
    return Parts(
        "".join(f"{line}\n" for line in lines[1:end]),
        "\n".join(body[has_gap:]).removesuffix("\n"),
        end + 2 + has_gap,
    )


def join(front: str, body: str) -> str:
    """Put the halves together; `split` gives them back."""
    head = f"{FENCE}\n{front}{FENCE}\n"
    return f"{head}\n{body}\n" if body else head


def can_stand_below(body: str) -> bool:
    """Tell whether a text survives being the body of a file; control characters do not."""
    return not CONTROL.search(body) and "\r" not in body
