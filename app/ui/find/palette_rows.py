"""The rows of the palette: what a search found, and what it offers before one has typed."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from app.model.danish.notation import capital, law_label
from app.model.library.catalogue import Library
from app.model.library.target import Target
from app.model.library.wayfinder import WayfinderHappening, WayfinderStage
from app.model.search_hits import Level, Marks, SearchHit
from app.services.finding import known_targets
from app.ui.lists.grouped_list import Row
from app.ui.targets.goals import Named

translate = QCoreApplication.translate

BEST, MOST_HITS = 3, 30
"""So many hits stand first, whatever they are; and so many are shown at most."""

_ICONS = {
    "procedure": "procedures",
    "step": "list",
    "item": "box-check",
    "card": "cards",
    "tool": "tools",
    "provision": "scale",
    "ladder": "stairs",
}


class WayfinderWay(Struct, frozen=True):
    """How far one has come with *Hvad gør jeg nu?*; empty where nothing is chosen yet."""

    stage: str = ""
    happening: str = ""
    age: str = ""

    @property
    def back(self) -> "WayfinderWay":
        """The way before the last choice."""
        if self.age:
            return WayfinderWay(self.stage, self.happening)
        return WayfinderWay(self.stage) if self.happening else WayfinderWay()


def hit_rows(hits: Sequence[SearchHit], favourites: Sequence[str]) -> list[Row]:
    """Return hits: the best three, whatever they are, then the others in groups."""
    rows: list[Row] = []
    if len(hits) > BEST:
        rows.append(_heading(translate("find", "Bedste svar"), "target"))
        rows += [_hit_row(hit, favourites, alone=True) for hit in hits[:BEST]]
        hits = hits[BEST:]
    groups: dict[str, list[SearchHit]] = {}
    for hit in hits:
        groups.setdefault(_group(hit), []).append(hit)
    for name, found in groups.items():
        rows.append(_heading(_group_title(name), _ICONS[name], str(len(found))))
        rows += [_hit_row(hit, favourites, alone=False) for hit in found]
    return rows


def found_rows(
    hits: Sequence[SearchHit],
    names: Sequence[Named],
    cases: tuple[Sequence[Row], bool],
    favourites: Sequence[str],
) -> list[Row]:
    """Return all that was found: first what is surely meant, then texts, then the rest."""
    found, are_cases_sure = cases
    sure = [one.row for one in names if one.sure]
    maybe = [one.row for one in names if not one.sure]
    texts = hit_rows(hits, favourites)
    first = [*(found if are_cases_sure else ()), *_named_rows(sure)]
    if first and texts and not texts[0].is_group:
        texts.insert(0, _heading(translate("find", "Tekster"), "target"))
    last = [*_named_rows(maybe), *(() if are_cases_sure else found)]
    rows = [*first, *texts, *last]
    return rows if any(not row.is_group for row in rows) else [*first, *nothing_rows()]


def _named_rows(rows: Sequence[Row]) -> list[Row]:
    title = translate("find", "Steder og indstillinger")
    return [_heading(title, "target"), *rows] if rows else []


def nothing_rows() -> list[Row]:
    """Return what is said when nothing is found."""
    return [
        _heading(
            translate("find", "Intet fundet. Prøv et andet ord eller et paragrafnummer."), "info"
        )
    ]


def start_rows(library: Library, favourites: Sequence[str], recent: Sequence[str]) -> list[Row]:
    """Return what is offered before anything is typed."""
    rows: list[Row] = []
    loved = known_targets(favourites, library)
    if loved:
        rows.append(_heading(translate("find", "Favoritter"), "star"))
        rows += [target_row(target, library, ()) for target in loved]
    if library.catalogue.stages:
        rows.append(_heading(translate("find", "Hvad gør jeg nu? Hvor er sagen?"), "path"))
        rows += [Row(stage.title, WayfinderWay(stage.id)) for stage in library.catalogue.stages]
    opened = [one for one in known_targets(recent, library) if one not in loved]
    if opened:
        rows.append(_heading(translate("find", "Senest åbnet"), "clock"))
        rows += [target_row(target, library, favourites) for target in opened]
    return rows


def way_rows(way: WayfinderWay, library: Library, favourites: Sequence[str]) -> list[Row]:
    """Return the next choice of *Hvad gør jeg nu?*, or where the choices lead."""
    stage = next(one for one in library.catalogue.stages if one.id == way.stage)
    back = Row(translate("find", "Tilbage"), way.back, icon="arrow-l")
    happening = next((one for one in stage.happenings if one.id == way.happening), None)
    if happening is None:
        question = _heading(translate("find", "{}: Hvad er der sket?").format(stage.title), "path")
        asked = [Row(one.title, WayfinderWay(stage.id, one.id)) for one in stage.happenings]
        return [question, *asked, back]
    if happening.asks_age and not way.age:
        question = _heading(
            translate("find", "{}: Hvor gammelt er barnet?").format(happening.title), "path"
        )
        ages = library.catalogue.ages
        return [
            question,
            *(Row(age.title, WayfinderWay(*_ids(stage, happening), age.id)) for age in ages),
            back,
        ]
    leads = [lead.target for lead in happening.leads_for(way.age)]
    found = known_targets((target.ref for target in leads), library)
    heading = _heading(translate("find", "{}: Begynd her").format(happening.title), "path")
    return [heading, *(target_row(target, library, favourites) for target in found), back]


def target_row(target: Target, library: Library, favourites: Sequence[str]) -> Row:
    """Return a place as a row: its name, and what it is below."""
    title, sub = _names(target, library)
    kind = "step" if target.step else target.kind
    badge = "star" if target.ref in favourites else ""
    return Row(title, target, sub=sub, icon=_ICONS[kind], badge=badge)


def _hit_row(hit: SearchHit, favourites: Sequence[str], *, alone: bool) -> Row:
    target = Target(hit.kind, hit.id, hit.step or "")
    said = [*_said(hit, alone=alone)]
    sub, marks = _joined(said)
    return Row(
        hit.title,
        target,
        sub=sub,
        icon=_ICONS[_group(hit)] if alone else "",
        title_marks=hit.title_marks,
        sub_marks=marks,
        spoken=", ".join((hit.title, *(words for words, _ in _said(hit, alone=True)))),
        badge="star" if target.ref in favourites else "",
    )


def _said(hit: SearchHit, *, alone: bool) -> Iterator[tuple[str, Marks]]:
    """Return what is said below a hit; what it is too, where no heading says so."""
    if hit.step:
        yield (translate("find", "Trin i {}").format(hit.context) if alone else hit.context), ()
    elif alone and hit.kind != "provision":
        yield _kind_word(hit.kind), ()
    if hit.snippet:
        yield hit.snippet, hit.marks


def _joined(said: Iterable[tuple[str, Marks]]) -> tuple[str, Marks]:
    text, marks = "", []
    for words, found in said:
        text += " · " if text else ""
        marks += [(start + len(text), end + len(text)) for start, end in found]
        text += words
    return text, tuple(marks)


def _names(target: Target, library: Library) -> tuple[str, str]:
    """Return the name of a place that is in the library, and what it is."""
    if target.kind == "procedure":
        procedure = library.procedure_by_id[target.id]
        if target.step:
            return procedure.by_id[target.step].title, translate("find", "Trin i {}").format(
                procedure.title
            )
        return procedure.title, _kind_word("procedure")
    if target.kind == "provision":
        provision = library.catalogue.provision_by_ref[target.id]
        return capital(law_label(target.id, library.catalogue, full=True)), provision.says
    pages = library.card_by_id if target.kind == "card" else library.tool_by_id
    return pages[target.id].title, _kind_word(target.kind)


def _group(hit: SearchHit) -> str:
    if hit.kind == "procedure" and hit.step:
        return "item" if hit.level is Level.ITEM else "step"
    return hit.kind


def _group_title(name: str) -> str:
    return {
        "procedure": translate("find", "Sagsprocedurer"),
        "step": translate("find", "Trin"),
        "item": translate("find", "Tjekpunkter"),
        "card": translate("find", "Actioncards"),
        "tool": translate("find", "Værktøjer"),
        "provision": translate("find", "Lov"),
    }[name]


def kind_of(hit: SearchHit) -> str:
    """Return what a hit is: the kind of the text, or of which procedure it is a step."""
    if hit.step:
        return translate("find", "Trin i {}").format(hit.context)
    return translate("find", "Lov") if hit.kind == "provision" else _kind_word(hit.kind)


def _kind_word(kind: str) -> str:
    words = {
        "procedure": translate("find", "Sagsprocedure"),
        "card": translate("find", "Actioncard"),
        "tool": translate("find", "Værktøj"),
    }
    return words[kind]


def _ids(stage: WayfinderStage, happening: WayfinderHappening) -> tuple[str, str]:
    return stage.id, happening.id


def _heading(title: str, icon: str, count: str = "") -> Row:
    return Row(title, is_group=True, icon=icon, count=count)
