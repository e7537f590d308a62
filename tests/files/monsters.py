"""Files as large and as strange as a file may be: what reading must not choke on."""

from app.files.disk import LARGEST

WIDE = "x" * (LARGEST - 10)
MONSTERS = {
    "lines": b"- a\n" * (LARGEST // 4),
    "keys": b"".join(b"k%d: 1\n" % n for n in range(150_000)),
    "same keys": b"a: 1\n" * (LARGEST // 5),
    "deep": b"[" * (LARGEST - 1),
    "deep in lines": b"- " * (LARGEST // 2 - 1),
    "one word": WIDE.encode(),
    "empty lines": b"\n" * (LARGEST - 1),
    "open quote": b'a: "' + WIDE.encode()[:-10],
    "front": b"---\na: 1\n---\n" + b"- [x] en\n" * 200_000,
    "items": b"---\na: 1\n---\n## A\n" + b"- [ ] **en\n" * 150_000,
    "one item": b"---\na: 1\n---\n## A\n- [ ] en\n" + b"  og\n" * 300_000,
    "stars": b"---\na: 1\n---\n## A\n- [ ] " + b"*" * 1_000_000,
    "notes": b"---\na: 1\n---\n" + b"> en\n" * 300_000,
    "quotes": b"---\na: 1\n---\n" + b">\n" * 900_000,
    "slashes": b"---\na: 1\n---\n## A\n- [ ] " + b"\\" * 1_000_000,
    "digits": b"id: " + b"9" * 1_000_000,
}
