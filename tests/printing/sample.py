"""A flow laid out by hand, as in the visual standard: every kind of step, way and badge."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from functools import cache

from app.flow.face import face_of
from app.flow.geometry import Arrow, Lane, Picture, Point, Rect
from app.model.deadlines.due_date import Due
from app.model.library.catalogue import Act, Catalogue, Provision, Role
from app.model.library.procedure import (
    Checked,
    CheckItem,
    Deadline,
    Gate,
    Procedure,
    Step,
    StepKind,
    Transition,
)
from app.model.run.run import CaseRun, Mark
from app.model.run.state import ItemState, Leg, RunState, StepState, StepStatus
from app.printing.flow_paint.measure import PILL, measure_title
from app.printing.fonts import SEMIBOLD, text_width

BOX, PAD, INNER, ROW_GAP, TOP, RING, HEAD = 138.0, 10.0, 16.0, 32.0, 42.0, 30.0, 34.0
NOW = datetime(2026, 11, 26, 10, 12, tzinfo=UTC)

CATALOGUE = Catalogue(
    roles=(
        Role("barnet", "Barnet", "", "child"),
        Role("modtagelse", "Modtagelse", "", "inbox"),
        Role("raadgiver", "Rådgiver", "", "person"),
        Role("faglig-koordinator", "Faglig koordinator", "", "people"),
    ),
    acts=(Act("bl", "Barnets lov", "barnets lov", "282", date(2025, 3, 17), "", ""),),
    provisions=(
        Provision("bl:136", "Kommunen vurderer hver underretning inden 24 timer."),
        Provision("bl:5", "Barnet høres, før der besluttes noget."),
    ),
)


def _checks(count: int) -> tuple[CheckItem, ...]:
    return tuple(CheckItem(f"Punkt {number}") for number in range(1, count + 1))


def _step(
    step_id: str,
    title: str,
    kind: str,
    role: str,
    ways: Iterable[str | tuple[str, str]] = (),
    checks: int = 0,
    law: tuple[str, ...] = (),
    deadline: Deadline | None = None,
    gate: Gate | None = None,
    continue_in: tuple[str, ...] = (),
) -> Step:
    following = tuple(Transition(way) if isinstance(way, str) else Transition(*way) for way in ways)
    return Step(
        step_id,
        title,
        StepKind(kind),
        role,
        law=law,
        deadline=deadline,
        gate=gate,
        checklist=_checks(checks),
        next=following,
        continue_in=continue_in,
    )


_LAWFUL = Deadline(within="24 hours", after="trigger", law="bl:136.2")
_LOCAL = Deadline(within="6 weekdays", after="trigger", reason="Aftalt i kommunen")
_WEEK = Deadline(within="1 weeks", after="akut", reason="Aftalt i kommunen")

PROCEDURE = Procedure(
    "underretning",
    "Underretning",
    "henvendelser-og-underretninger",
    "Fra underretningen modtages, til underretter har fået svar",
    "Underretningen er modtaget",
    ("barnet", "modtagelse", "raadgiver", "faglig-koordinator"),
    (
        _step(
            "modtag",
            "Modtag og notér tidspunktet",
            "activity",
            "modtagelse",
            ["akut", "kvitter"],
            7,
            ("bl:133", "bl:135"),
        ),
        _step(
            "akut",
            "Er barnet i fare nu?",
            "decision",
            "modtagelse",
            [("fare", "Ja"), ("spor", "Nej")],
            7,
            ("bl:136",),
            _LAWFUL,
        ),
        _step(
            "kvitter",
            "Send kvittering til underretter",
            "document",
            "modtagelse",
            ["afslut"],
            4,
            (),
            _LOCAL,
        ),
        _step("fare", "Fortsæt i Akut fare", "end", "raadgiver", continue_in=("akut-fare",)),
        _step(
            "spor",
            "Overgreb eller social kontrol?",
            "decision",
            "modtagelse",
            [("overgreb", "Overgreb"), ("risiko", "Social kontrol"), ("igen", "Nej")],
            4,
            ("bl:18.3",),
        ),
        _step("overgreb", "Fortsæt i Overgreb", "end", "raadgiver", continue_in=("overgreb",)),
        _step(
            "risiko",
            "Risikovurdér før familien kontaktes",
            "activity",
            "raadgiver",
            ["igen"],
            5,
            ("bl:18.3",),
        ),
        _step(
            "igen",
            "Skal sagen genvurderes?",
            "decision",
            "faglig-koordinator",
            [("genvurder", "Ja"), ("samtale", "Nej")],
            3,
            ("bl:137.1",),
        ),
        _step(
            "genvurder",
            "Genvurdér med en ny medarbejder",
            "meeting",
            "raadgiver",
            ["samtale"],
            6,
            ("bl:137.1",),
        ),
        _step(
            "samtale",
            "Tal med barnet",
            "conversation",
            "barnet",
            ["foraeldre"],
            7,
            ("bl:5",),
            _WEEK,
        ),
        _step(
            "foraeldre",
            "Tal med forældrene",
            "meeting",
            "raadgiver",
            ["konkluder"],
            6,
            ("bl:2.4",),
        ),
        _step(
            "konkluder",
            "Konkludér på underretningen",
            "decision",
            "raadgiver",
            [
                ("svar", "Intet behov"),
                ("svar", "Tidlig indsats"),
                ("svar", "Afdækning"),
                ("svar", "Undersøgelse"),
            ],
            6,
            ("bl:18",),
            gate=Gate(("samtale",), "bl:5.3"),
        ),
        _step(
            "svar",
            "Fortæl barnet, hvad der sker nu",
            "conversation",
            "barnet",
            ["vent"],
            4,
            ("bl:5",),
        ),
        _step("vent", "Afvent svar fra skolen", "wait", "raadgiver", ["besked"], 4),
        _step("besked", "Giv underretter besked", "document", "raadgiver", ["afslut"], 5),
        _step("afslut", "Underretningen er behandlet", "end", "modtagelse"),
    ),
    checked=Checked("bl", date(2026, 11, 22)),
)

_COLUMNS = {"B": 0, "M1": 1, "M2": 2, "R": 3, "F": 4}
_PLACES = {
    "modtag": ("M2", 0),
    "akut": ("M2", 1),
    "kvitter": ("M1", 1),
    "fare": ("R", 1),
    "spor": ("M2", 2),
    "overgreb": ("R", 2),
    "risiko": ("R", 3),
    "igen": ("F", 4),
    "genvurder": ("R", 5),
    "samtale": ("B", 6),
    "foraeldre": ("R", 7),
    "konkluder": ("R", 8),
    "svar": ("B", 9),
    "vent": ("R", 10),
    "besked": ("R", 11),
    "afslut": ("M1", 12),
}


def _height(step: Step) -> float:
    return face_of(step, PROCEDURE, measure_title).height


class _Places:
    """Boxes by hand-given column and row."""

    def __init__(self) -> None:
        xs = {"B": 0, "M1": 158, "M2": 312, "R": 470, "F": 628}
        self.middle = {name: x + PAD + BOX / 2 for name, x in xs.items()}
        heights = {step.id: _height(step) for step in PROCEDURE.steps}
        self.row_middle: list[float] = []
        self.row_height: list[float] = []
        y = HEAD + TOP
        for row in range(13):
            height = max(heights[s] for s, (_, r) in _PLACES.items() if r == row)
            self.row_middle.append(y + height / 2)
            self.row_height.append(height)
            y += height + ROW_GAP
        self.foot = y + 34
        self.boxes = {s: self._box(s, heights[s]) for s in _PLACES}

    def _box(self, step_id: str, height: float) -> Rect:
        column, row = _PLACES[step_id]
        width = RING if PROCEDURE.step(step_id).is_end else BOX
        return Rect(
            self.middle[column] - width / 2, self.row_middle[row] - height / 2, width, height
        )

    def under(self, row: int) -> float:
        """The middle of the space below a row."""
        top = self.row_middle[row] + self.row_height[row] / 2
        return (top + self.row_middle[row + 1] - self.row_height[row + 1] / 2) / 2

    def port(self, step_id: str, side: str, along: float = 0) -> Point:
        box = self.boxes[step_id]
        x, y = box.center
        return {
            "t": (x + along, box.y),
            "b": (x + along, box.bottom),
            "l": (box.x, y + along),
            "r": (box.right, y + along),
        }[side]


def _pill(text: str, middle: Point) -> Rect:
    width = text_width(text, PILL, SEMIBOLD) + 14
    return Rect(middle[0] - width / 2, middle[1] - 9.5, width, 19)


@cache
def picture() -> Picture:
    """Lay the sample out; it measures text, so there must be an application."""
    p = _Places()
    port, middle, row = p.port, p.middle, p.row_middle
    b, f, m1, r = middle["B"], middle["F"], middle["M1"], middle["R"]
    spor, spor_left = port("spor", "b"), port("spor", "b", -40)
    ways: dict[tuple[str, str], list[Point]] = {
        ("modtag", "akut"): [port("modtag", "b"), port("akut", "t")],
        ("modtag", "kvitter"): [port("modtag", "l"), (m1, row[0]), port("kvitter", "t")],
        ("akut", "fare"): [port("akut", "r"), port("fare", "l")],
        ("akut", "spor"): [port("akut", "b"), port("spor", "t")],
        ("spor", "overgreb"): [port("spor", "r"), port("overgreb", "l")],
        ("spor", "risiko"): [spor, (spor[0], row[3]), port("risiko", "l")],
        ("spor", "igen"): [
            spor_left,
            (spor_left[0], p.under(3)),
            (f, p.under(3)),
            port("igen", "t"),
        ],
        ("risiko", "igen"): [
            port("risiko", "b"),
            (r, p.under(3)),
            (f, p.under(3)),
            port("igen", "t"),
        ],
        ("igen", "genvurder"): [port("igen", "l"), (r, row[4]), port("genvurder", "t")],
        ("igen", "samtale"): [
            port("igen", "b"),
            (f, p.under(5)),
            (b, p.under(5)),
            port("samtale", "t"),
        ],
        ("genvurder", "samtale"): [
            port("genvurder", "b"),
            (r, p.under(5)),
            (b, p.under(5)),
            port("samtale", "t"),
        ],
        ("samtale", "foraeldre"): [port("samtale", "r"), (r, row[6]), port("foraeldre", "t")],
        ("foraeldre", "konkluder"): [port("foraeldre", "b"), port("konkluder", "t")],
        ("konkluder", "svar"): [port("konkluder", "l"), (b, row[8]), port("svar", "t")],
        ("svar", "vent"): [port("svar", "r"), (r, row[9]), port("vent", "t")],
        ("vent", "besked"): [port("vent", "b"), port("besked", "t")],
        ("besked", "afslut"): [port("besked", "l"), (m1, row[11]), port("afslut", "t")],
        ("kvitter", "afslut"): [port("kvitter", "b"), port("afslut", "t")],
    }
    labels = _labels(p, spor, spor_left)
    arrows = tuple(
        Arrow(
            step.id,
            way.to,
            index,
            tuple(ways[(step.id, way.to)]),
            labels.get((step.id, index)),
            way.when,
        )
        for step in PROCEDURE.steps
        for index, way in enumerate(step.next)
    )
    start = port("modtag", "t")
    captions = {
        step_id: Rect(box.center[0] - 69, box.bottom + 3, 138, 34)
        for step_id, box in p.boxes.items()
        if PROCEDURE.step(step_id).is_end
    }
    xs = (
        ("barnet", 0, 158),
        ("modtagelse", 158, 312),
        ("raadgiver", 470, 158),
        ("faglig-koordinator", 628, 158),
    )
    lanes = tuple(Lane(role, Rect(x, HEAD, w, p.foot - HEAD)) for role, x, w in xs)
    bridges = tuple((m1, y) for y in (p.under(5), row[6], row[8], row[9]))
    trigger = ((start[0], HEAD + 14), start)
    return Picture((786, p.foot), lanes, p.boxes, captions, arrows, trigger, bridges)


def _labels(p: _Places, spor: Point, spor_left: Point) -> dict[tuple[str, int], Rect]:
    akut, risk = p.port("akut", "r"), p.port("spor", "r")
    down, igen, left = p.port("akut", "b"), p.port("igen", "l"), p.port("konkluder", "l")
    low = p.port("igen", "b")
    return {
        ("akut", 0): _pill("Ja", (akut[0] + 25, akut[1] - 14.5)),
        ("akut", 1): _pill("Nej", (down[0] + 23, down[1] + 15)),
        ("spor", 0): _pill("Overgreb", (risk[0] + 37, risk[1] - 14.5)),
        ("spor", 1): _pill("Social kontrol", (spor[0] + 49, spor[1] + 15)),
        ("spor", 2): _pill("Nej", (spor_left[0] - 23, spor_left[1] + 15)),
        ("igen", 0): _pill("Ja", (igen[0] - 25, igen[1] - 14.5)),
        ("igen", 1): _pill("Nej", (low[0] + 23, low[1] + 15)),
        ("konkluder", 0): _pill("Intet behov", (left[0] - 133, left[1] - 14.5)),
        ("konkluder", 1): _pill("Tidlig indsats", (left[0] - 50, left[1] - 14.5)),
        ("konkluder", 2): _pill("Afdækning", (left[0] - 133, left[1] + 14.5)),
        ("konkluder", 3): _pill("Undersøgelse", (left[0] - 50, left[1] + 14.5)),
    }


RUN = CaseRun("r1", "underretning", 1, "2026-04417", "test", NOW - timedelta(days=10))


def _state(step_id: str, status: StepStatus, settled: int = 0, **more: object) -> StepState:
    count = len(PROCEDURE.step(step_id).checklist)
    items = tuple(ItemState(Mark.DONE if n < settled else Mark.OPEN) for n in range(count))
    return StepState(step_id, status, items, **more)  # type: ignore[arg-type]  # one factory for all fields


def make_run_state() -> RunState:
    """The run of the visual standard: the parents were seen before the child."""
    done, off, open_ = StepStatus.DONE, StepStatus.NOT_RELEVANT, StepStatus.OPEN
    due = Due(NOW - timedelta(days=3), False, NOW - timedelta(days=10), _WEEK)
    states = [
        _state("modtag", done, 7),
        _state("akut", done, 7, way=1),
        _state("kvitter", done, 4),
        _state("fare", off),
        _state("spor", done, 4, way=2),
        _state("overgreb", off),
        _state("risiko", off),
        _state("igen", done, 3, way=1),
        _state("genvurder", off),
        _state("samtale", StepStatus.LATE, 1, due=due, passed_by=True),
        _state("foraeldre", done, 6),
        _state("konkluder", StepStatus.NOW, 4, in_line=True, gate_missing=("samtale",)),
        _state("svar", open_),
        _state("vent", open_),
        _state("besked", open_),
        _state("afslut", open_),
    ]
    legs = (
        Leg(None, "modtag", 0, 1, False),
        Leg("modtag", "akut", 0, 1, False),
        Leg("modtag", "kvitter", 1, 1, False),
        Leg("akut", "spor", 1, 1, False),
        Leg("spor", "igen", 2, 1, False),
        Leg("igen", "samtale", 1, 1, True),
        Leg("samtale", "foraeldre", 0, 1, True),
        Leg("foraeldre", "konkluder", 0, 1, False),
    )
    return RunState(RUN, NOW - timedelta(days=10), {}, {s.step: s for s in states}, legs, NOW)


RUN_STATE = make_run_state()
