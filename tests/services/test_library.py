import os
from pathlib import Path

import pytest

from app import paths
from app.model.errors import Refused
from app.model.library.stored_version import Kind, VersionInfo, VersionState
from app.services import library as library_service
from app.services.authoring import document_version
from app.services.import_report import Arrival
from app.services.library import Shelf, load_shelf
from app.services.opening import open_workplace
from app.services.workplace import Workplace
from app.store.search import prepare
from tests.services.make import Clock, library, procedure, renamed, ship

UNDERRETNING = Arrival(Kind.PROCEDURE, "underretning")


def opened(data: Path, shipped: Path, clock: Clock) -> Workplace:
    return open_workplace(data, shipped=shipped, clock=clock, actor="anna")


def title_of(shelf: Shelf) -> str:
    return shelf.library.procedure_by_id["underretning"].title


def versions_of(workplace: Workplace) -> tuple[VersionInfo, ...]:
    with workplace.store.reading() as work:
        return work.items.versions(Kind.PROCEDURE, "underretning")


def write_own(workplace: Workplace, title: str) -> None:
    """Publish a local version."""
    with workplace.store.writing() as work:
        info = work.items.add_version(
            Kind.PROCEDURE,
            "underretning",
            procedure(title),
            shipped=False,
            author="anna",
            now=workplace.now(),
        )
        work.items.publish(Kind.PROCEDURE, "underretning", info.number, now=workplace.now())
        work.commit()


def test_the_first_start_brings_in_all_that_ships(
    tmp_path: Path, shipped: Path, clock: Clock
) -> None:
    with opened(tmp_path / "new", shipped, clock) as workplace:
        assert workplace.arrivals
        assert len(workplace.arrivals.added) == 7 + 3
        assert workplace.arrivals.problems == ()
        shelf = load_shelf(workplace)
    assert shelf.library == library()
    version = shelf.versions["procedure", "underretning"]
    assert (version.number, version.state) == (1, VersionState.PUBLISHED)
    assert version.is_template


def test_a_first_start_tells_at_each_stage_how_far_it_is(
    tmp_path: Path, shipped: Path, clock: Clock
) -> None:
    told: list[int] = []
    open_workplace(tmp_path / "new", shipped=shipped, clock=clock, progress=told.append).close()
    assert told == sorted(set(told)), "it never goes back, and says nothing twice"
    stages = [range(1), range(1, 25), range(25, 75), range(75, 96)]
    assert all(any(percent in stage for percent in told) for stage in stages)
    told.clear()
    open_workplace(tmp_path / "new", shipped=shipped, clock=clock, progress=told.append).close()
    assert told == [], "nothing is to be done the next time"


def test_nothing_is_read_when_no_file_has_changed(
    data: Path, shipped: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.files.read_library", lambda folder: pytest.fail(f"read {folder}"))
    with opened(data, shipped, clock) as workplace:
        assert workplace.arrivals
        assert not workplace.arrivals.changed


def test_files_that_are_only_newer_bring_nothing(data: Path, shipped: Path, clock: Clock) -> None:
    for path in shipped.rglob("*.yaml"):
        os.utime(path, (1, 1))
    with opened(data, shipped, clock) as workplace:
        assert workplace.arrivals
        assert not workplace.arrivals.changed


def test_a_changed_template_takes_the_place_of_the_older(
    data: Path, shipped: Path, clock: Clock
) -> None:
    ship(shipped, library(procedure("Ny udgave")))
    with opened(data, shipped, clock) as workplace:
        assert workplace.arrivals
        assert workplace.arrivals.updated == (UNDERRETNING,)
        assert title_of(load_shelf(workplace)) == "Ny udgave"
        assert load_shelf(workplace).versions["procedure", "underretning"].number == 2
        old = document_version(workplace, kind=Kind.PROCEDURE, slug="underretning", number=1)
    assert old.title == "Underretning"


def test_what_was_changed_here_is_never_overwritten(
    data: Path, shipped: Path, clock: Clock
) -> None:
    with opened(data, shipped, clock) as workplace:
        write_own(workplace, "Vores egen")
    ship(shipped, library(procedure("Ny udgave")))
    with opened(data, shipped, clock) as workplace:
        assert workplace.arrivals
        assert workplace.arrivals.to_compare == (UNDERRETNING,)
        assert title_of(load_shelf(workplace)) == "Vores egen"
        newest, own, _ = versions_of(workplace)
    assert (newest.state, newest.shipped) == (VersionState.DRAFT, True)
    assert (own.state, own.shipped) == (VersionState.PUBLISHED, False)


def test_what_was_approved_here_is_never_overwritten(
    data: Path, shipped: Path, clock: Clock
) -> None:
    with opened(data, shipped, clock) as workplace, workplace.store.writing() as work:
        work.items.approve(
            Kind.PROCEDURE, "underretning", 1, by="leder", now=workplace.now(), review_by=None
        )
        work.commit()
    ship(shipped, library(procedure("Ny udgave")))
    with opened(data, shipped, clock) as workplace:
        assert title_of(load_shelf(workplace)) == "Underretning"
        assert workplace.arrivals
        assert workplace.arrivals.to_compare == (UNDERRETNING,)


def test_a_newer_shipped_text_takes_the_place_of_one_nobody_took_up(
    data: Path, shipped: Path, clock: Clock
) -> None:
    with opened(data, shipped, clock) as workplace:
        write_own(workplace, "Vores egen")
    for title in ("Anden udgave", "Tredje udgave"):
        ship(shipped, library(procedure(title)))
        opened(data, shipped, clock).close()
    with opened(data, shipped, clock) as workplace:
        versions = versions_of(workplace)
    drafts = [v.number for v in versions if v.state is VersionState.DRAFT]
    assert drafts == [4]


def test_a_template_that_no_longer_ships_goes_and_comes_back(
    data: Path, shipped: Path, clock: Clock
) -> None:
    other = renamed(procedure("En anden"), "en-anden")
    ship(shipped, library(other))
    with opened(data, shipped, clock) as workplace:
        assert workplace.arrivals
        assert workplace.arrivals.gone == (UNDERRETNING,)
        assert list(load_shelf(workplace).library.procedure_by_id) == ["en-anden"]
    ship(shipped, library(other, procedure()))
    with opened(data, shipped, clock) as workplace:
        assert title_of(load_shelf(workplace)) == "Underretning"


def test_a_broken_file_is_told_and_all_others_come_in(
    tmp_path: Path, shipped: Path, clock: Clock
) -> None:
    broken = shipped / "henvendelser" / "underretning.yaml"
    broken.write_text(broken.read_text("utf-8").replace("kind: decision", "kind: beslut"), "utf-8")
    with opened(tmp_path / "new", shipped, clock) as workplace:
        assert workplace.arrivals
        (problem,) = workplace.arrivals.problems
        assert problem.path == "henvendelser/underretning.yaml"
        assert problem.line > 1
        shelf = load_shelf(workplace)
    assert shelf.library.procedures == ()
    assert [card.id for card in shelf.library.cards] == ["opkald"]


def test_a_file_that_breaks_later_takes_nothing_away(
    data: Path, shipped: Path, clock: Clock
) -> None:
    (shipped / "henvendelser" / "underretning.yaml").write_text("id: [", "utf-8")
    with opened(data, shipped, clock) as workplace:
        assert workplace.arrivals
        assert workplace.arrivals.problems
        assert title_of(load_shelf(workplace)) == "Underretning"


def test_a_shipped_folder_that_is_lost_takes_nothing_away(
    data: Path, tmp_path: Path, clock: Clock
) -> None:
    with opened(data, tmp_path / "nowhere", clock) as workplace:
        assert workplace.arrivals
        assert workplace.arrivals.problems
        assert title_of(load_shelf(workplace)) == "Underretning"


def test_a_shipped_text_with_a_cpr_number_is_told_and_left_out(
    tmp_path: Path, shipped: Path, clock: Clock
) -> None:
    ship(shipped, library(procedure("Sag 010190-1234")))
    with opened(tmp_path / "new", shipped, clock) as workplace:
        assert workplace.arrivals
        (problem,) = workplace.arrivals.problems
        assert (problem.code, problem.path) == (
            "cpr_in_document",
            "henvendelser/underretning.yaml",
        )
        assert load_shelf(workplace).library.procedures == ()


def test_a_version_that_is_not_there_is_refused(workplace: Workplace) -> None:
    with pytest.raises(Refused) as refused:
        document_version(workplace, kind=Kind.PROCEDURE, slug="underretning", number=7)
    assert refused.value.code == "no_such_version"


def test_procedures_stand_by_theme_and_as_danes_sort(
    tmp_path: Path, shipped: Path, clock: Clock
) -> None:
    titles = ["Åben dialog", "Ældre søskende", "Øvrige", "Zoneterapi", "akut"]
    made = [renamed(procedure(title), f"p{n}") for n, title in enumerate(titles)]
    ship(shipped, library(*made))
    with opened(tmp_path / "new", shipped, clock) as workplace:
        found = [one.title for one in load_shelf(workplace).library.procedures]
    assert found == ["akut", "Zoneterapi", "Ældre søskende", "Øvrige", "Åben dialog"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("modtag", "modtag"),
        ("klokkeslæt", "modtag"),
        ("vagten", "modtag"),
        ("§ 136 stk 2", "bl:136.2"),
        ("barnets lov 133", "bl:133"),
        ("telefon", "opkald"),
        ("punkter", "dagsorden"),
        ("fagpersoner", "bl:133"),
    ],
)
def test_everything_in_the_library_is_found(workplace: Workplace, typed: str, found: str) -> None:
    hits = library_service.search(workplace, typed)
    assert found in [hit.step or hit.id for hit in hits]


def test_a_hit_tells_where_it_stands(workplace: Workplace) -> None:
    (hit,) = library_service.search(workplace, "klokke")
    assert (hit.kind, hit.id, hit.step) == ("procedure", "underretning", "modtag")
    assert (hit.title, hit.context) == ("Modtag og notér", "Underretning")
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["klokke"]


def test_what_is_searched_follows_what_is_published(
    data: Path, shipped: Path, clock: Clock
) -> None:
    ship(shipped, library(procedure("Bekymring")))
    with opened(data, shipped, clock) as workplace:
        hits = library_service.search(workplace, "bekymring")
    assert [hit.id for hit in hits if hit.step is None] == ["underretning"]


def test_an_index_of_an_older_form_is_made_anew(data: Path, shipped: Path, clock: Clock) -> None:
    with opened(data, shipped, clock) as workplace, workplace.store.writing() as work:
        work.search.fill(prepare((), (), ()))
        work.settings.put("library.index", 0, now=workplace.now())
        work.commit()
    with opened(data, shipped, clock) as workplace:
        assert library_service.search(workplace, "modtag")


def test_what_really_ships_comes_in_whole(tmp_path: Path, clock: Clock) -> None:
    with opened(tmp_path / "new", paths.SHIPPED_LIBRARY, clock) as workplace:
        assert workplace.arrivals
        assert workplace.arrivals.problems == ()
        assert "underretning" in load_shelf(workplace).library.procedure_by_id
