"""Texts go out from one house and into another, and nothing there is written over."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.model.edits.step_fields import set_guide
from app.model.errors import Refused, Trouble
from app.model.library.catalogue import Catalogue, Library, Provision, Role
from app.model.library.procedure import Procedure
from app.model.library.stored_version import Kind, VersionState
from app.model.library.target import Target
from app.model.library.version_work import AnyPage, Deed, Draft
from app.model.sharing.arrival_plan import ArrivalPlan, IncomingPage
from app.model.sharing.text_standing import ArrivalChoice, TextStanding
from app.services.arriving import bring_in
from app.services.authoring import (
    all_drafts,
    discard_draft,
    drafts_of,
    history_of,
    keep_draft,
)
from app.services.library import load_shelf, search
from app.services.looking import look_at_updates, look_into, updates_waiting
from app.services.opening import open_workplace
from app.services.publishing import approve, retire, send_to_review
from app.services.settings import change_settings
from app.services.sharing import share_as_bundle, share_as_files
from app.services.workplace import Workplace
from tests.services.make import Clock, library, procedure, renamed, ship
from tests.services.write import WHICH, acting_as

KEY = ("procedure", "underretning")
ROLE = Role("psykolog", "Psykolog", "Taler med barnet")


@contextmanager
def house(folder: Path, shipped: Path | None, clock: Clock) -> Iterator[Workplace]:
    with open_workplace(folder, shipped=shipped, clock=clock, actor="anna") as opened:
        change_settings(opened, role="teamleder")
        yield opened


@pytest.fixture
def here(workplace: Workplace) -> Workplace:
    """The house that brings in."""
    change_settings(workplace, role="teamleder")
    return workplace


@pytest.fixture
def there(tmp_path: Path, stand: Path, shipped: Path, clock: Clock) -> Iterator[Workplace]:
    """Another house with the same program."""
    with house(tmp_path / "there", shipped, clock) as opened:
        yield opened


def published(workplace: Workplace, document: AnyPage, base: int | None = None) -> None:
    """Publish a text as two team leads do."""
    draft = keep_draft(workplace, document=document, base=base)
    released(workplace, draft)


def released(workplace: Workplace, draft: Draft) -> None:
    which = {"kind": draft.info.kind, "slug": draft.info.slug, "number": draft.info.number}
    send_to_review(workplace, **which)  # type: ignore[arg-type] # one dict for two calls
    with acting_as(workplace, "bo"):
        approve(workplace, **which, note="Godkendt")  # type: ignore[arg-type]


def sent(workplace: Workplace, path: Path, *refs: str) -> Path:
    """Share texts, or all, as a bundle."""
    wanted = [Target(*ref.split(":")) for ref in refs]
    return share_as_bundle(workplace, wanted=wanted, title="Prøve", path=path / "x.roedtraad").path


def looked(workplace: Workplace, path: Path) -> ArrivalPlan:
    found = look_into(workplace, path=path)
    assert found.problems == ()
    return found.plan


def page_of(plan: ArrivalPlan) -> IncomingPage:
    return next(page for page in plan.pages if page.key == KEY)


def code_of(act: Callable[[], object]) -> str:
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.code


def guided(words: str, document: Procedure | None = None) -> Procedure:
    return set_guide(document or procedure(), "kvittering", words)


def draft_text(workplace: Workplace) -> Procedure:
    (draft,) = drafts_of(workplace, **WHICH)
    assert isinstance(draft.document, Procedure)
    return draft.document


# Going out


def test_everything_goes_out_and_is_the_same_at_home(here: Workplace, tmp_path: Path) -> None:
    plan = looked(here, sent(here, tmp_path))
    assert {one.standing for one in plan.all} == {TextStanding.SAME}
    assert len(plan.pages) == 3
    assert bring_in(here, plan=plan, choices=plan.usual()).drafts == ()


def test_the_same_library_is_the_same_bundle(
    here: Workplace, there: Workplace, tmp_path: Path
) -> None:
    (tmp_path / "a").mkdir()
    one, other = sent(here, tmp_path), sent(there, tmp_path / "a")
    assert one.read_bytes() == other.read_bytes()


def test_an_adviser_may_hand_on_what_is_published(workplace: Workplace, tmp_path: Path) -> None:
    folder = tmp_path / "delt"
    shared = share_as_files(
        workplace, wanted=[Target("card", "opkald")], title="Opkald", folder=folder
    )
    assert (shared.procedures, shared.cards, shared.tools) == (0, 1, 0)
    assert (folder / "henvendelser" / "cards" / "opkald.md").is_file()
    again = share_as_files(
        workplace, wanted=[Target("tool", "dagsorden")], title="Én", folder=folder
    )
    assert again.path == folder / "en"


def test_drafts_and_names_do_not_go_out(here: Workplace, tmp_path: Path) -> None:
    keep_draft(here, document=procedure("Hemmelig kladde"), base=1)
    share_as_files(here, wanted=(), title="Alt", folder=tmp_path / "delt")
    texts = [one.read_text("utf-8") for one in (tmp_path / "delt").rglob("*") if one.is_file()]
    assert not any(word in text for text in texts for word in ("Hemmelig", "anna"))


def test_what_is_not_published_cannot_be_shared(here: Workplace, tmp_path: Path) -> None:
    some = ("card:opkald", "procedure:findes-ikke")
    assert code_of(lambda: sent(here, tmp_path, *some)) == "share_unknown"
    assert list(tmp_path.glob("*.roedtraad")) == []


def test_an_empty_library_cannot_be_shared(tmp_path: Path, clock: Clock) -> None:
    with house(tmp_path / "empty", None, clock) as empty:
        assert code_of(lambda: sent(empty, tmp_path)) == "share_nothing"


def test_a_disk_that_refuses_is_told_of(here: Workplace, tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("x", "utf-8")
    with pytest.raises(Trouble):
        sent(here, tmp_path / "fil")


# Coming in


def test_what_is_new_comes_in_as_drafts_with_the_lines_it_needs(
    tmp_path: Path, there: Workplace, clock: Clock
) -> None:
    bundle = sent(there, tmp_path)
    with house(tmp_path / "empty", None, clock) as empty:
        plan = looked(empty, bundle)
        assert {one.standing for one in plan.all} == {TextStanding.NEW}
        arrived = bring_in(empty, plan=plan, choices=plan.usual())
        assert (len(arrived.drafts), arrived.lines) == (3, 11)
        assert load_shelf(empty).library == Library(library().catalogue)
        assert draft_text(empty) == procedure()
        assert search(empty, "fagpersoner")
        again = looked(empty, bundle)
        assert {one.standing for one in again.all} == {TextStanding.SAME}


def test_who_brings_a_text_in_does_not_approve_it(
    tmp_path: Path, there: Workplace, clock: Clock
) -> None:
    bundle = sent(there, tmp_path, "card:opkald")
    with house(tmp_path / "empty", None, clock) as empty:
        plan = looked(empty, bundle)
        (info,) = bring_in(empty, plan=plan, choices=plan.usual()).drafts
        which = {"kind": Kind.CARD, "slug": "opkald", "number": info.number}
        send_to_review(empty, **which)  # type: ignore[arg-type] # one dict for two calls
        assert code_of(lambda: approve(empty, **which, note="x")) == "own_work"  # type: ignore[arg-type]
        with acting_as(empty, "bo"):
            approve(empty, **which, note="Godkendt")  # type: ignore[arg-type]
        assert [card.id for card in load_shelf(empty).library.cards] == ["opkald"]


def test_the_history_says_who_brought_it_in_and_of_what(
    here: Workplace, there: Workplace, tmp_path: Path
) -> None:
    published(there, procedure("Deres"), base=1)
    plan = looked(here, sent(there, tmp_path))
    bring_in(here, plan=plan, choices=plan.usual())
    draft, came, ours = history_of(here, **WHICH)
    assert [(deed.deed, deed.other) for deed in draft.deeds] == [(Deed.IMPORTED, came.info.number)]
    assert [(deed.deed, deed.note) for deed in came.deeds] == [(Deed.IMPORTED, "x.roedtraad")]
    assert (came.info.state, ours.info.state) == (VersionState.RETIRED, VersionState.PUBLISHED)
    assert draft.base == ours.info.number


def test_what_only_they_changed_is_taken_and_ours_still_counts(
    here: Workplace, there: Workplace, tmp_path: Path
) -> None:
    published(there, procedure("Deres"), base=1)
    plan = looked(here, sent(there, tmp_path))
    assert (page_of(plan).standing, page_of(plan).usual) == (TextStanding.THERE, ArrivalChoice.TAKE)
    bring_in(here, plan=plan, choices=plan.usual())
    assert draft_text(here).title == "Deres"
    assert load_shelf(here).library.procedures[0].title == "Underretning"


def test_what_only_we_changed_stays(here: Workplace, there: Workplace, tmp_path: Path) -> None:
    published(here, procedure("Vores"), base=1)
    plan = looked(here, sent(there, tmp_path))
    assert (page_of(plan).standing, page_of(plan).usual) == (TextStanding.HERE, ArrivalChoice.KEEP)
    assert bring_in(here, plan=plan, choices=plan.usual()).drafts == ()


def test_what_both_changed_in_different_places_is_put_together(
    here: Workplace, there: Workplace, tmp_path: Path
) -> None:
    published(here, procedure("Vores"), base=1)
    published(there, guided("Ring først"), base=1)
    plan = looked(here, sent(there, tmp_path))
    assert (page_of(plan).standing, page_of(plan).usual) == (TextStanding.BOTH, ArrivalChoice.MERGE)
    bring_in(here, plan=plan, choices=plan.usual())
    assert draft_text(here) == guided("Ring først", procedure("Vores"))


def test_where_both_changed_the_same_ours_stays_until_something_is_chosen(
    here: Workplace, there: Workplace, tmp_path: Path
) -> None:
    published(here, procedure("Vores"), base=1)
    published(there, procedure("Deres"), base=1)
    plan = looked(here, sent(there, tmp_path))
    assert page_of(plan).usual is ArrivalChoice.KEEP
    assert bring_in(here, plan=plan, choices=plan.usual()).drafts == ()
    bring_in(here, plan=plan, choices={KEY: ArrivalChoice.TAKE})
    assert draft_text(here).title == "Deres"


def test_the_next_bundle_is_put_together_with_what_came_last(
    here: Workplace, there: Workplace, tmp_path: Path
) -> None:
    published(here, procedure("Vores"), base=1)
    published(there, guided("Ring først"), base=1)
    plan = looked(here, sent(there, tmp_path))
    bring_in(here, plan=plan, choices={KEY: ArrivalChoice.MERGE})
    released(here, drafts_of(here, **WHICH)[0])
    again = looked(here, sent(there, tmp_path))
    assert page_of(again).standing is TextStanding.HERE
    published(there, guided("Ring straks"), base=2)
    plan = looked(here, sent(there, tmp_path))
    assert page_of(plan).usual is ArrivalChoice.MERGE
    bring_in(here, plan=plan, choices=plan.usual())
    assert draft_text(here) == guided("Ring straks", procedure("Vores"))


def test_a_text_goes_there_and_back_again(
    here: Workplace, there: Workplace, tmp_path: Path
) -> None:
    published(here, procedure("Vores"), base=1)
    plan = looked(there, sent(here, tmp_path))
    assert page_of(plan).standing is TextStanding.THERE
    bring_in(there, plan=plan, choices=plan.usual())
    released(there, drafts_of(there, **WHICH)[0])
    published(there, guided("Ring først", procedure("Vores")), base=3)
    assert page_of(looked(here, sent(there, tmp_path))).standing is TextStanding.THERE


def test_files_that_were_changed_by_hand_come_from_what_was_shared(
    here: Workplace, tmp_path: Path
) -> None:
    folder = tmp_path / "delt"
    share_as_files(here, wanted=(), title="Alt", folder=folder)
    published(here, guided("Ring først"), base=1)
    path = folder / "henvendelser" / "underretning.yaml"
    path.write_text(path.read_text("utf-8").replace("title: Underretning", "title: Ny"), "utf-8")
    page = page_of(looked(here, folder))
    assert page.usual is ArrivalChoice.MERGE
    assert page.merged
    assert page.merged.document == guided("Ring først", procedure("Ny"))


def test_their_text_that_is_a_draft_already_is_not_taken_twice(
    here: Workplace, there: Workplace, tmp_path: Path
) -> None:
    published(there, procedure("Deres"), base=1)
    bundle = sent(there, tmp_path)
    plan = looked(here, bundle)
    bring_in(here, plan=plan, choices=plan.usual())
    page = page_of(looked(here, bundle))
    assert (page.is_waiting, page.usual) == (True, ArrivalChoice.KEEP)
    discard_draft(here, **WHICH, number=drafts_of(here, **WHICH)[0].info.number)
    assert page_of(looked(here, bundle)).standing is TextStanding.HERE


def test_what_was_taken_out_of_use_comes_back_only_when_asked_for(
    here: Workplace, there: Workplace, tmp_path: Path
) -> None:
    retire(here, **WHICH, note="Bruges ikke her")
    published(there, procedure("Deres"), base=1)
    page = page_of(looked(here, sent(there, tmp_path)))
    assert (page.is_retired, page.standing, page.usual) == (
        True,
        TextStanding.THERE,
        ArrivalChoice.KEEP,
    )


def test_a_line_of_a_register_counts_at_once_and_others_stay(
    tmp_path: Path, here: Workplace, clock: Clock
) -> None:
    changed = replace(library().catalogue, provisions=(Provision("bl:133", "Deres ord"),))
    changed = replace(changed, roles=(*changed.roles, ROLE))
    shipped = ship(tmp_path / "other", replace(library(), catalogue=changed))
    with house(tmp_path / "data2", shipped, clock) as there:
        plan = looked(here, sent(there, tmp_path))
    found = {line.key: (line.standing, line.usual) for line in plan.lines if line.choices}
    assert found == {
        ("roles", "psykolog"): (TextStanding.NEW, ArrivalChoice.TAKE),
        ("provisions", "bl:133"): (TextStanding.THERE, ArrivalChoice.KEEP),
    }
    assert bring_in(here, plan=plan, choices=plan.usual()).lines == 1
    catalogue = load_shelf(here).library.catalogue
    assert catalogue.role_by_id["psykolog"] == ROLE
    assert catalogue.provision_by_ref["bl:133"].says == "Fagpersoner skal underrette"
    bring_in(here, plan=plan, choices={("provisions", "bl:133"): ArrivalChoice.TAKE})
    assert load_shelf(here).library.catalogue.provision_by_ref["bl:133"].says == "Deres ord"


# All or nothing


def test_what_changed_meanwhile_stops_all_of_it(
    here: Workplace, there: Workplace, tmp_path: Path
) -> None:
    published(there, procedure("Deres"), base=1)
    published(there, renamed(procedure("En til"), "en-til"))
    plan = looked(here, sent(there, tmp_path))
    published(here, procedure("Imens"), base=1)
    before = all_drafts(here)
    assert code_of(lambda: bring_in(here, plan=plan, choices=plan.usual())) == "share_outdated"
    assert all_drafts(here) == before
    assert history_of(here, kind=Kind.PROCEDURE, slug="en-til") == ()


def test_a_register_that_changed_meanwhile_stops_all_of_it(
    tmp_path: Path, here: Workplace, clock: Clock
) -> None:
    whole = library(procedure("Deres"))
    roles = (*whole.catalogue.roles, ROLE)
    shipped = ship(
        tmp_path / "other", replace(whole, catalogue=replace(whole.catalogue, roles=roles))
    )
    with house(tmp_path / "data2", shipped, clock) as there:
        plan = looked(here, sent(there, tmp_path))
    bring_in(here, plan=plan, choices={("roles", "psykolog"): ArrivalChoice.TAKE})
    assert code_of(lambda: bring_in(here, plan=plan, choices=plan.usual())) == "share_outdated"
    assert all_drafts(here) == ()


def test_it_can_be_stopped_and_then_nothing_has_come_in(
    here: Workplace, there: Workplace, tmp_path: Path
) -> None:
    published(there, procedure("Deres"), base=1)
    plan = looked(here, sent(there, tmp_path))
    told: list[tuple[int, int]] = []

    def stop(done: int, whole: int) -> None:
        told.append((done, whole))
        if done == whole - 1:
            raise Refused("share_stopped")

    assert code_of(lambda: bring_in(here, plan=plan, choices=plan.usual(), progress=stop))
    assert told == [(0, 3), (1, 3), (2, 3)]
    assert all_drafts(here) == ()
    assert len(history_of(here, **WHICH)) == 1


def _zoomed(workplace: Workplace, percent: int) -> None:
    change_settings(workplace, zoom=percent)


def test_another_window_can_write_while_texts_are_made_ready(
    here: Workplace, there: Workplace, shipped: Path, clock: Clock, tmp_path: Path
) -> None:
    published(there, procedure("Deres"), base=1)
    plan = looked(here, sent(there, tmp_path))
    with house(here.folder, shipped, clock) as other:
        arrived = bring_in(
            here,
            plan=plan,
            choices=plan.usual(),
            progress=lambda done, _: _zoomed(other, 100 + done),
        )
        assert other.settings.zoom == 102
    assert len(arrived.drafts) == 1


def test_a_text_that_may_hold_a_cpr_number_is_named_and_nothing_is_looked_at(
    here: Workplace, tmp_path: Path
) -> None:
    holding = replace(procedure(), purpose="Ring til 010190-1234")
    folder = ship(tmp_path / "andre", library(holding))
    with pytest.raises(Refused) as refused:
        look_into(here, path=folder)
    assert (refused.value.code, refused.value.params) == (
        "share_holds_cpr",
        {"title": "Underretning"},
    )


def test_a_file_that_cannot_be_read_is_told_of_with_its_line(
    here: Workplace, tmp_path: Path
) -> None:
    folder = ship(tmp_path / "andre", library())
    (folder / "henvendelser" / "underretning.yaml").write_text("id: [", "utf-8")
    found = look_into(here, path=folder)
    assert [(one.path, one.line) for one in found.problems] == [
        ("henvendelser/underretning.yaml", 1)
    ]
    assert found.plan.all == ()


def test_only_a_team_leader_brings_in(
    workplace: Workplace, there: Workplace, tmp_path: Path
) -> None:
    bundle = sent(there, tmp_path)
    for act in (
        lambda: look_into(workplace, path=bundle),
        lambda: look_at_updates(workplace),
        lambda: bring_in(workplace, plan=ArrivalPlan("", (), (), Catalogue()), choices={}),
    ):
        assert code_of(act) == "not_team_leader"


# What came with the program


@pytest.fixture
def renewed(data: Path, shipped: Path, clock: Clock) -> Iterator[Workplace]:
    """A house whose own text meets a newer one from the program."""
    with house(data, shipped, clock) as opened:
        published(opened, procedure("Vores"), base=1)
    ship(shipped, library(guided("Ring først")))
    with house(data, shipped, clock) as opened:
        yield opened


def test_an_update_is_put_together_with_what_was_changed_here(renewed: Workplace) -> None:
    plan = look_at_updates(renewed)
    (page,) = plan.pages
    assert (plan.is_update, page.standing, page.usual) == (
        True,
        TextStanding.BOTH,
        ArrivalChoice.MERGE,
    )
    assert updates_waiting(renewed) == 1
    bring_in(renewed, plan=plan, choices=plan.usual())
    assert draft_text(renewed) == guided("Ring først", procedure("Vores"))
    assert updates_waiting(renewed) == 0
    assert look_at_updates(renewed).pages == ()


def test_an_update_may_wait_or_be_declined(renewed: Workplace) -> None:
    plan = look_at_updates(renewed)
    bring_in(renewed, plan=plan, choices={KEY: ArrivalChoice.WAIT})
    assert updates_waiting(renewed) == 1
    bring_in(renewed, plan=plan, choices={KEY: ArrivalChoice.KEEP})
    assert updates_waiting(renewed) == 0
    came = next(story for story in history_of(renewed, **WHICH) if story.info.number == 3)
    assert [deed.deed for deed in came.deeds] == [Deed.DECLINED]
    assert all_drafts(renewed) == ()


def test_a_declined_update_is_the_base_of_the_next(
    renewed: Workplace, data: Path, shipped: Path, clock: Clock
) -> None:
    plan = look_at_updates(renewed)
    bring_in(renewed, plan=plan, choices={KEY: ArrivalChoice.KEEP})
    renewed.store.close()
    ship(shipped, library(guided("Ring først", replace(procedure(), summary="Kortere"))))
    with house(data, shipped, clock) as opened:
        (page,) = look_at_updates(opened).pages
    assert page.merged
    assert page.merged.document == replace(procedure("Vores"), summary="Kortere")


def test_an_update_that_was_overtaken_was_never_chosen(
    renewed: Workplace, data: Path, shipped: Path, clock: Clock
) -> None:
    renewed.store.close()
    ship(shipped, library(guided("Ring først", replace(procedure(), summary="Kortere"))))
    with house(data, shipped, clock) as opened:
        (page,) = look_at_updates(opened).pages
        came = next(one for one in history_of(opened, **WHICH) if one.info.number == 3)
    assert [deed.deed for deed in came.deeds] == [Deed.OVERTAKEN]
    assert page.merged
    assert page.merged.document == guided(
        "Ring først", replace(procedure("Vores"), summary="Kortere")
    )


def test_an_update_of_an_approved_text_is_changed_there_alone(
    data: Path, shipped: Path, clock: Clock
) -> None:
    from app.services.publishing import approve_templates

    with house(data, shipped, clock) as opened:
        approve_templates(opened, which=[(Kind.PROCEDURE, "underretning")])
    ship(shipped, library(guided("Ring først")))
    with house(data, shipped, clock) as opened:
        plan = look_at_updates(opened)
        assert page_of(plan).standing is TextStanding.THERE
        bring_in(opened, plan=plan, choices=plan.usual())
        assert draft_text(opened) == guided("Ring først")


def with_law(*provisions: Provision) -> Library:
    whole = library()
    return replace(whole, catalogue=replace(whole.catalogue, provisions=provisions))


def says(workplace: Workplace, ref: str) -> str:
    return load_shelf(workplace).library.catalogue.provision_by_ref[ref].says


def test_a_register_that_was_added_to_here_still_follows_the_program(
    here: Workplace, data: Path, shipped: Path, clock: Clock, tmp_path: Path
) -> None:
    other = ship(tmp_path / "andre", with_law(Provision("bl:99", "Vores egen linje")))
    plan = looked(here, other)
    bring_in(here, plan=plan, choices={("provisions", "bl:99"): ArrivalChoice.TAKE})
    here.store.close()
    ship(shipped, with_law(Provision("bl:133", "Ny lov"), Provision("bl:7", "Helt ny")))
    with house(data, shipped, clock) as opened:
        assert (says(opened, "bl:133"), says(opened, "bl:7")) == ("Ny lov", "Helt ny")
        assert says(opened, "bl:99") == "Vores egen linje"
        assert updates_waiting(opened) == 0
        assert search(opened, "helt ny")


def test_a_line_that_both_changed_waits_for_a_choice(
    here: Workplace, data: Path, shipped: Path, clock: Clock, tmp_path: Path
) -> None:
    key = ("provisions", "bl:133")
    plan = looked(here, ship(tmp_path / "andre", with_law(Provision("bl:133", "Vores ord"))))
    bring_in(here, plan=plan, choices={key: ArrivalChoice.TAKE})
    here.store.close()
    ship(shipped, with_law(Provision("bl:133", "Ny lov")))
    for _ in range(2):
        with house(data, shipped, clock) as opened:
            assert says(opened, "bl:133") == "Vores ord"
            (line,) = look_at_updates(opened).lines
            assert (line.key, line.usual) == (key, ArrivalChoice.WAIT)
        ship(shipped, with_law(Provision("bl:133", "Ny lov"), Provision("bl:7", "Helt ny")))
    with house(data, shipped, clock) as opened:
        assert says(opened, "bl:7") == "Helt ny"
        plan = look_at_updates(opened)
        bring_in(opened, plan=plan, choices={key: ArrivalChoice.TAKE})
        assert says(opened, "bl:133") == "Ny lov"
        assert updates_waiting(opened) == 0
