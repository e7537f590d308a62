"""Documents to print in tests, and what must hold for every page."""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QRectF

from app.flow.geometry import Rect
from app.model.library.card import ActionCard, CardItem, CardSection
from app.model.library.catalogue import Act, Catalogue, Event, Provision, Role, Theme
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
from app.model.library.tool import FieldKind, Tool, ToolField
from app.printing.page_marks import Block, FrameMark, Icon, Page, Rule, TextMark
from app.printing.paper import mm
from app.printing.sheet import VersionMark

CHECKED = Checked("bl", date(2026, 3, 8))
VERSION = VersionMark(3, dated=date(2026, 10, 12), review_by=date(2027, 10, 12))
TEMPLATE = VersionMark(1, dated=date(2026, 11, 22), is_template=True)

CATALOGUE = Catalogue(
    themes=(Theme("henvendelser", "Henvendelser", "", "inbox", "henvendelser"),),
    roles=(
        Role("barnet", "Barnet", "", "child"),
        Role("modtagelse", "Modtagelse", "", "inbox"),
        Role("ppr", "PPR", ""),
    ),
    events=(Event("modtaget", "Underretningen er modtaget", "underretningen er modtaget"),),
    acts=(Act("bl", "Barnets lov", "barnets lov", "LBK nr. 282", date(2025, 3, 17), ""),),
    provisions=(Provision("bl:136", "Kommunen vurderer underretninger"),),
)

SECTIONS = (
    CardSection(
        "Få overblik",
        (CardItem("Modtaget: dato ____ kl. ____"), CardItem("Tidligere underretninger er læst")),
    ),
    CardSection(
        "Vurdér hvert barn",
        (CardItem("Vi ved, hvor barnet er nu", critical=True), CardItem("Alder indgår")),
    ),
)


def card(sections: Iterable[CardSection] = SECTIONS, **more: object) -> ActionCard:
    """Make a card; fields may be replaced."""
    fields: dict[str, object] = {
        "id": "vurdering",
        "title": "24-timersvurdering",
        "aim": "Afgør, om barnet er i fare nu",
        "theme": "henvendelser",
        "when": "kommunen har fået en underretning",
        "roles": ("modtagelse", "ppr"),
        "checked": CHECKED,
        "sections": tuple(sections),
        "deadline": "24 timer, også nat og weekend",
        "law": ("bl:136.2",),
        "note": "Skriv også vurderingen, når svaret er nej.",
    }
    return ActionCard(**{**fields, **more})  # type: ignore[arg-type]  # one factory for all fields


def long_card(items: int, words: int = 6) -> ActionCard:
    """Make a card with so many items of so many words, all different."""
    made = [CardItem(" ".join(f"ord{n}x{w}" for w in range(words))) for n in range(items)]
    parts = [made[at : at + 6] for at in range(0, items, 6)]
    return card(CardSection(f"Afsnit {n}", tuple(part)) for n, part in enumerate(parts))


def procedure() -> Procedure:
    """Make a procedure with a choice, a gate, deadlines and two ends."""
    return Procedure(
        "underretning",
        "Underretning",
        "henvendelser",
        "Fra underretning til svar",
        "Underretningen er modtaget",
        ("barnet", "modtagelse"),
        (
            Step(
                "modtag",
                "Modtag og notér",
                StepKind.ACTIVITY,
                "modtagelse",
                law=("bl:136.1",),
                guide="1. Skriv **dato** og klokkeslæt.\n2. Læs op.\n\n- Spørg om søskende",
                checklist=(CheckItem("Dato er skrevet", required=True), CheckItem("Læst op")),
                next=(Transition("tal-med-barnet"),),
            ),
            Step(
                "tal-med-barnet",
                "Tal med barnet",
                StepKind.CONVERSATION,
                "barnet",
                deadline=Deadline("1 weeks", "trigger", reason="Anbefaling"),
                next=(Transition("vurder"),),
            ),
            Step(
                "vurder",
                "Er barnet i fare nu?",
                StepKind.DECISION,
                "modtagelse",
                deadline=Deadline("24 hours", "trigger", law="bl:136.2"),
                gate=Gate(("tal-med-barnet",)),
                next=(Transition("akut", "Ja"), Transition("slut", "Nej")),
            ),
            Step("akut", "Fortsæt i Akut", StepKind.END, "modtagelse", continue_in=("akut-fare",)),
            Step("slut", "Behandlet", StepKind.END, "modtagelse"),
        ),
        checked=CHECKED,
        trigger_event="modtaget",
        law=("bl:136",),
    )


def tool(body: str = "", *fields: ToolField) -> Tool:
    """Make a tool; without arguments one with a field of every kind."""
    made = fields or tuple(
        ToolField(
            kind.value,
            f"Felt {kind.value}",
            kind,
            hint=f"Råd {kind.value}",
            options=("Slet ikke", "Fuldt ud") if kind is FieldKind.SCALE else ("Ja", "Nej"),
            columns=("Dato", "Hvad er aftalt"),
        )
        for kind in FieldKind
    )
    text = body or "\n\n".join(f"{{{{{field.id}}}}}" for field in made)
    return Tool("skema", "Skema", "henvendelser", "Skriv ned", text, made, checked=CHECKED)


def words_of(pages: Iterable[Page]) -> str:
    """All words on pages, in reading order, with plain spaces."""
    return " ".join(text for page in pages for text in page.texts()).replace("\u00a0", " ")


def assert_sound(pages: Iterable[Page], *, least: float = 10, margin: float = mm(5)) -> None:
    """Hold pages to the rules: nothing over the edge or over each other, no small type."""
    for page in pages:
        room = QRectF(0, 0, page.paper.width, page.paper.height)
        room.adjust(margin, margin, -margin, -margin)
        for block in page.blocks:
            _assert_block(block, room, least)
        _assert_apart(page)


def _assert_block(block: Block, room: QRectF, least: float) -> None:
    assert room.contains(_rect(block.rect)), (block.kind, block.rect)
    inside = _rect(block.rect).adjusted(-0.1, -0.1, 0.1, 0.1)
    for mark in block.marks:
        if isinstance(mark, TextMark):
            x, y = block.rect.x + mark.x, block.rect.y + mark.y
            assert mark.size >= least, mark.text
            assert inside.left() <= x
            assert x + mark.width <= inside.right(), mark.text
            assert inside.top() < y <= inside.bottom(), mark.text
        elif isinstance(mark, FrameMark | Icon):
            moved = _rect(mark.rect).translated(block.rect.x, block.rect.y)
            assert inside.contains(moved), mark
        elif isinstance(mark, Rule):
            assert max(mark.x1, mark.x2) + block.rect.x <= inside.right(), mark


def _assert_apart(page: Page) -> None:
    blocks = [block for block in page.blocks if block.kind != "cut"]
    for above, below in pairwise(blocks):
        assert above.rect.bottom <= below.rect.y + 0.1, (above.kind, below.kind)


def _rect(rect: Rect) -> QRectF:
    return QRectF(rect.x, rect.y, rect.w, rect.h)
