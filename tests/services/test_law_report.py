"""The report on law: what cites each provision, what nothing cites, what is to be checked again."""

from datetime import date
from pathlib import Path

from msgspec.structs import replace

from app.model.library.catalogue import Act, Provision
from app.services.law_report import law_report
from tests.services.make import library, ship


def test_each_provision_is_told_with_what_cites_it(tmp_path: Path) -> None:
    report = law_report(ship(tmp_path / "procedures", library()))
    cited = {
        one.provision.ref: [citation.target.ref for citation in one.citing]
        for one in report.provisions
    }
    assert cited == {
        "bl:5.3": ["procedure:underretning/vurder"],
        "bl:133": ["procedure:underretning"],
        "bl:136.2": ["procedure:underretning/modtag"],
    }
    assert (report.uncited, report.outdated, report.errors) == ((), (), 0)


def test_what_nothing_cites_is_told_and_a_part_counts_for_its_whole(tmp_path: Path) -> None:
    made = library()
    more = ("bl:136", "bl:136.1", "bl:133.1", "bl:7")
    catalogue = replace(
        made.catalogue,
        provisions=(*made.catalogue.provisions, *(Provision(ref, "…") for ref in more)),
    )
    report = law_report(ship(tmp_path / "procedures", replace(made, catalogue=catalogue)))
    assert report.uncited == ("bl:136.1", "bl:7")


def test_what_was_checked_against_an_older_act_is_to_be_checked_again(tmp_path: Path) -> None:
    made = library()
    act: Act = replace(made.catalogue.acts[0], date=date(2027, 1, 1))
    catalogue = replace(made.catalogue, acts=(act,))
    report = law_report(ship(tmp_path / "procedures", replace(made, catalogue=catalogue)))
    assert [one.target.ref for one in report.outdated] == [
        "procedure:underretning",
        "card:opkald",
        "tool:dagsorden",
    ]
    assert report.outdated[0].acts == (act,)


def test_files_that_cannot_be_read_are_counted(tmp_path: Path) -> None:
    folder = ship(tmp_path / "procedures", library())
    (folder / "law.yaml").write_text("acts: [", encoding="utf-8")
    assert law_report(folder).errors == 1
