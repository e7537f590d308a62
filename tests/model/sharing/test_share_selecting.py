"""What is shared brings what it cannot be read without, and no more."""

from msgspec.structs import replace

from app.model.library.card import ActionCard
from app.model.library.catalogue import Act, Catalogue, Event, Library, Provision, Role, Theme
from app.model.library.procedure import Checked, Deadline, Procedure, Transition
from app.model.library.target import Target
from app.model.library.tool import Tool
from app.model.library.version_work import AnyPage
from app.model.sharing.share_selecting import selection
from tests.model.make import CHECKED, flow


def card(slug: str, theme: str = "andet") -> ActionCard:
    return ActionCard(
        slug, slug, "", theme, "", ("leder",), (), checked=Checked("rsl", CHECKED.date)
    )


def tool(slug: str, theme: str = "andet") -> Tool:
    return Tool(slug, slug, theme, "", "", checked=CHECKED)


def procedure() -> Procedure:
    made = flow("a > slut\nslut!")
    first = replace(
        made.steps[0],
        cards=("kort",),
        tools=("skema",),
        deadline=Deadline("4 months", "date:sag-aabnet", law="bl:20.7"),
        next=(Transition("slut"),),
        role="raadgiver",
    )
    end = replace(made.steps[1], continue_in=("naeste",), role="raadgiver")
    return replace(
        made, id="forste", theme="eget", law=("bl:5",), roles=("raadgiver",), steps=(first, end)
    )


LIBRARY = Library(
    Catalogue(
        tuple(Theme(one, one, "", "", "") for one in ("eget", "andet", "tredje")),
        tuple(Role(one, one, "") for one in ("raadgiver", "leder", "psykolog")),
        (Event("sag-aabnet", "", ""), Event("andet", "", "")),
        tuple(Act(one, one, one, "", CHECKED.date, "") for one in ("bl", "rsl", "fvl")),
        tuple(Provision(ref, "") for ref in ("bl:5", "bl:20", "bl:20.7", "bl:99")),
    ),
    (procedure(), replace(procedure(), id="naeste", theme="tredje")),
    (card("kort"), card("frit"), card("temaets", "eget")),
    (tool("skema"), tool("frit")),
)


def shared(*refs: str) -> Library:
    return selection(LIBRARY, [Target(*ref.split(":")) for ref in refs])


def ids(library: Library) -> list[str]:
    pages: tuple[AnyPage, ...] = (*library.procedures, *library.cards, *library.tools)
    return [one.id for one in pages]


def test_a_procedure_brings_its_cards_and_tools_but_no_other_procedure() -> None:
    assert ids(shared("procedure:forste")) == ["forste", "kort", "skema"]


def test_it_brings_the_lines_that_its_texts_refer_to() -> None:
    catalogue = shared("procedure:forste").catalogue
    assert [one.id for one in catalogue.themes] == ["eget", "andet"]
    assert [one.id for one in catalogue.roles] == ["raadgiver", "leder"]
    assert [one.id for one in catalogue.events] == ["sag-aabnet"]
    assert [one.id for one in catalogue.acts] == ["bl", "rsl"]
    assert [one.ref for one in catalogue.provisions] == ["bl:5", "bl:20", "bl:20.7"]


def test_a_card_goes_alone() -> None:
    assert ids(shared("card:frit")) == ["frit"]


def test_a_theme_brings_all_its_texts_with_what_they_use() -> None:
    assert ids(shared("theme:eget")) == ["forste", "kort", "temaets", "skema"]


def test_everything_is_the_library_itself() -> None:
    assert selection(LIBRARY, ()) == LIBRARY


def test_what_is_not_there_brings_nothing() -> None:
    assert ids(shared("procedure:findes-ikke")) == []
