"""The flow's layout beside elkjs and dagre: soft measures, and times.

Run `python -m benchmarks.flow` at the root of the project; it prints the tables of README.md.
Needs node and npm; the two packages are installed into build/benchmarks.
"""

import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from time import process_time

from msgspec.structs import replace

from app.files import read_library
from app.flow import Picture, lay_out
from app.model.ids import CHILD_ROLE
from app.model.library.graph import graph_of
from app.model.library.procedure import Procedure
from benchmarks.soft_measures import Drawn, Sums
from tests.flow.measure import measure
from tests.flow.strategies import grown

ROOT = Path(__file__).parents[1]
WORK = ROOT / "build" / "benchmarks"
PACKAGES = ("elkjs@0.12.1", "@dagrejs/dagre@3.1.3")
SIZES = (60, 300, 1000)
GENERATED = 200
OURS, OURS_BARE = "Rød tråd", "Rød tråd, no lanes"


def main() -> None:
    """Print both tables."""
    install()
    shipped = list(read_library(ROOT / "procedures").library.procedures)
    generated = [grown(seed, 8 + seed % 40, 2 + seed % 5) for seed in range(GENERATED)]
    for name, procedures in (("shipped", shipped), ("generated", generated)):
        print(f"\n{len(procedures)} {name} procedures\n")
        print_measures(compare(procedures))
    print("\nTimes\n")
    print_times()


def install() -> None:
    """Install the two packages that we compare with."""
    WORK.mkdir(parents=True, exist_ok=True)
    if not (WORK / "node_modules" / "elkjs").exists():
        (WORK / "package.json").write_text("{}")
        subprocess.run(("npm", "install", "--silent", *PACKAGES), cwd=WORK, check=True)


def compare(procedures: list[Procedure]) -> dict[str, Sums]:
    """Add the measures of all three up over the same graphs."""
    sums = {name: Sums() for name in (OURS, OURS_BARE, "elkjs", "dagre")}
    pictures = []
    for procedure in procedures:
        seconds, picture = timed(procedure)
        pictures.append(picture)
        sums[OURS].add(ours(picture), seconds)
        seconds, bare = timed(without_lanes(procedure))
        sums[OURS_BARE].add(ours(bare), seconds)
    for name, drawings in others(pictures).items():
        for drawn, seconds in drawings:
            sums[name].add(drawn, seconds)
    return sums


def without_lanes(procedure: Procedure) -> Procedure:
    """The same steps, all in one lane, as the other two see them."""
    steps = tuple(replace(step, role=CHILD_ROLE) for step in procedure.steps)
    return replace(procedure, steps=steps, roles=(CHILD_ROLE,))


def timed(procedure: Procedure) -> tuple[float, Picture]:
    """Lay out three times with nothing remembered from before; the best time counts."""
    found = []
    for _ in range(3):
        graph_of.cache_clear()
        start = process_time()
        picture = lay_out(procedure, measure)
        found.append(process_time() - start)
    return min(found), picture


def ours(picture: Picture) -> Drawn:
    return Drawn(picture.size, {(a.source, a.target): list(a.points) for a in picture.arrows})


def others(pictures: list[Picture]) -> dict[str, Iterator[tuple[Drawn, float]]]:
    """Lay the same graphs out, boxes of the same size, with the other two."""
    graphs = [graph_for_others(picture) for picture in pictures]
    (WORK / "graphs.json").write_text(json.dumps(graphs))
    script = Path(__file__).with_name("other_layouts.mjs")
    files = (str(WORK), str(WORK / "graphs.json"), str(WORK / "drawn.json"))
    subprocess.run(("node", str(script), *files), check=True)
    found = json.loads((WORK / "drawn.json").read_text())
    return {name: _drawn(graphs, drawings) for name, drawings in found.items()}


def graph_for_others(picture: Picture) -> dict[str, list[object]]:
    """An end is as large as its ring and caption together; ways to one step are one arrow."""
    nodes: list[object] = []
    for step, box in picture.boxes.items():
        caption = picture.captions.get(step)
        width = max(box.w, caption.w) if caption else box.w
        height = caption.bottom - box.y if caption else box.h
        nodes.append({"id": step, "w": width, "h": height})
    edges = dict.fromkeys((arrow.source, arrow.target) for arrow in picture.arrows)
    return {"nodes": nodes, "edges": [list(edge) for edge in edges]}


def _drawn(
    graphs: list[dict[str, list[object]]], drawings: list[dict[str, object]]
) -> Iterator[tuple[Drawn, float]]:
    for graph, drawing in zip(graphs, drawings, strict=True):
        edges = json.loads(json.dumps(graph["edges"]))
        lines = json.loads(json.dumps(drawing["lines"]))
        named = {
            (source, target): [(x, y) for x, y in points]
            for (source, target), points in zip(edges, lines, strict=True)
        }
        width, height = json.loads(json.dumps(drawing["size"]))
        yield Drawn((width, height), named), float(str(drawing["seconds"]))


ROWS: tuple[tuple[str, Callable[[Sums], str]], ...] = (
    ("crossings", lambda sums: f"{sums.crossings}"),
    ("bends an arrow", lambda sums: f"{sums.bends / max(1, sums.arrows):.2f}"),
    ("length an arrow, px", lambda sums: f"{sums.length / max(1, sums.arrows):.0f}"),
    ("area, million px²", lambda sums: f"{sums.area / 1e6:.1f}"),
    ("arrows that point down", lambda sums: f"{100 * sums.down / max(1, sums.arrows):.0f} %"),
    ("time in all, ms", lambda sums: f"{1000 * sums.seconds:.0f}"),
)


def print_measures(sums: dict[str, Sums]) -> None:
    print(f"| | {' | '.join(sums)} |")
    print(f"|---|{'---:|' * len(sums)}")
    for name, written in ROWS:
        print(f"| {name} | {' | '.join(written(found) for found in sums.values())} |")


def print_times() -> None:
    """Median of five procedures of each size."""
    print("| steps | Rød tråd, ms | elkjs, ms | dagre, ms |\n|---:|---:|---:|---:|")
    for steps in SIZES:
        procedures = [sized(seed, steps) for seed in range(5)]
        found = [timed(procedure) for procedure in procedures]
        mine = sorted(seconds for seconds, _ in found)[2]
        rest = [
            sorted(seconds for _, seconds in drawings)[2]
            for drawings in others([picture for _, picture in found]).values()
        ]
        cells = " | ".join(f"{1000 * seconds:.0f}" for seconds in (mine, *rest))
        print(f"| {steps} | {cells} |")


def sized(seed: int, steps: int) -> Procedure:
    """A generated procedure of that many steps, nearly."""
    return next(
        procedure
        for more in range(100)
        if abs(len((procedure := grown(seed + 7 * more, steps, 5)).steps) - steps) < steps // 8
    )


if __name__ == "__main__":
    main()
