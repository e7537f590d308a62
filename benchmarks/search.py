"""How fast search answers as one types: on what ships, and on 10,000 documents.

Run `python -m benchmarks.search` at the root of the project; it prints the tables of README.md.
Beside ours stands what FTS5 itself needs for the words typed, each as a beginning, ranked.
"""

import random
import resource
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from time import perf_counter, thread_time

from msgspec.structs import replace

from app.files import read_library
from app.model.library.catalogue import Library
from app.model.search_hits import SearchEntry
from app.services.indexing import act_names, entries_of
from app.store.database_opening import open_store
from app.store.folded_words import words
from app.store.search import prepare
from app.store.unit_of_work import Store
from tests.search.asked import questions

ROOT = Path(__file__).parents[1]
NOW = datetime(2026, 11, 26, tzinfo=UTC)
DOCUMENTS = 10_000
LIMIT = 30
TIMES = 3
PLAIN = (
    "SELECT rowid FROM search_text WHERE search_text MATCH ? ORDER BY bm25(search_text) LIMIT 30"
)


def main() -> None:
    """Print the times for both libraries."""
    library = read_library(ROOT / "procedures").library
    typed = [*keystrokes([one.ask for one in questions("questions.yaml")])]
    shipped = list(entries_of(library))
    for name, entries, strokes in (
        (f"shipped, {len(shipped)} places", shipped, typed),
        (f"{DOCUMENTS:,} documents made", grown(shipped, DOCUMENTS), typed[::7]),
    ):
        with tempfile.TemporaryDirectory() as folder:
            measure(name, Path(folder), library, entries, strokes)


def measure(
    name: str, folder: Path, library: Library, entries: Sequence[SearchEntry], strokes: list[str]
) -> None:
    """Fill an index and print how long it took, and how long answers take."""
    store = open_store(folder, now=NOW)
    started = perf_counter()
    fill(store, library, entries)
    print(f"\n{name}: {len(entries):,} places indexed in {perf_counter() - started:.1f} s", end="")
    print(f", {store.path.stat().st_size / 1e6:.0f} MB\n")
    before = memory()
    with store.reading() as work:
        work.search.find("varm op", LIMIT)
        ours = timed(lambda typed: work.search.find(typed, LIMIT), strokes)
        print_times("search", ours)
        connection = work.search._connection  # noqa: SLF001 - the same connection for both
        bare = timed(
            lambda typed: connection.exec_driver_sql(PLAIN, (plain(typed),)).all(), strokes
        )
        print_times("FTS5 alone", bare)
        share = at(ours, 0.95) / at(bare, 0.95)
        print(f"at 95 % ours takes {share:.1f} times the processor's time of FTS5 alone")
    print(f"memory grew by {memory() - before:.0f} MB")
    store.close()


def fill(store: Store, library: Library, entries: Sequence[SearchEntry]) -> None:
    with store.writing() as work:
        work.search.fill(prepare(entries, library.catalogue.synonyms, act_names(library.catalogue)))
        work.commit()


def keystrokes(asked: Sequence[str]) -> Iterator[str]:
    """Go through all that stands in the field while questions are typed."""
    for question in asked:
        for length in range(1, len(question) + 1):
            yield question[:length]


def plain(typed: str) -> str:
    """Return the words typed as FTS5 alone would be asked for them."""
    return " AND ".join(f'"{word}" *' for word in words(typed)) or '"x"'


def grown(shipped: Sequence[SearchEntry], documents: int) -> list[SearchEntry]:
    """Make more documents out of those that ship, with words moved and some of them new."""
    chance = random.Random(7)
    pool = [entry for entry in shipped if entry.kind != "provision"]
    texts = [text for entry in pool for text in entry.body]
    made = [entry for entry in shipped if entry.kind == "provision"]
    names = count()
    found = 0
    while found < documents:
        for entry in pool:
            if not entry.step:
                found += 1
                slug = f"{entry.slug}-{next(names)}"
            title = f"{entry.title} {chance.choice(texts).split()[0]}{found % 97}"
            body = (chance.choice(texts), *entry.body[1:])
            made.append(replace(entry, slug=slug, title=title, body=body))
    return made


def timed(work: Callable[[str], object], strokes: list[str]) -> list[tuple[float, float]]:
    """Return wall and processor milliseconds of each answer, each the best of several."""
    return [min(_once(work, typed) for _ in range(TIMES)) for typed in strokes]


def _once(work: Callable[[str], object], typed: str) -> tuple[float, float]:
    wall, cpu = perf_counter(), thread_time()
    work(typed)
    return 1000 * (perf_counter() - wall), 1000 * (thread_time() - cpu)


def at(times: list[tuple[float, float]], share: float) -> float:
    """Return the processor's milliseconds below which so large a share of the answers lie."""
    return sorted(cpu for _, cpu in times)[min(int(len(times) * share), len(times) - 1)]


def print_times(name: str, times: list[tuple[float, float]]) -> None:
    """Print the middle, the slow end and the slowest."""
    wall = sorted(one for one, _ in times)
    places = [(share, min(int(len(times) * share), len(times) - 1)) for share in (0.5, 0.95, 1)]
    shown = "  ".join(f"{wall[place]:6.1f} ({at(times, share):.1f})" for share, place in places)
    print(f"{name:12} {len(times):6} answers, ms at 50 %, 95 %, 100 % (processor): {shown}")


def memory() -> float:
    """Return the most memory used so far, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
