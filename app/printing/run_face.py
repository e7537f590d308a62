"""What a forløb on paper says of itself: which case, how it stands, which version, from when."""

from collections.abc import Iterator
from datetime import datetime

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication

from app.model.danish.notation import (
    NBSP,
    capital,
    counted,
    date_label,
    happened_label,
    listed,
    time_label,
    trigger_label,
)
from app.model.journal.hearing_words import hearing_sentences
from app.model.library.catalogue import Catalogue
from app.model.library.procedure import Procedure
from app.model.run.child_voice import child_voice
from app.model.run.state import ChildHeard, RunState
from app.printing.card_face import CardFace, Fact
from app.printing.sheet import VersionMark
from app.printing.step_face import target_name
from app.printing.step_list_pages import procedure_face
from app.printing.typeset import Run


def run_face(
    procedure: Procedure,
    state: RunState,
    catalogue: Catalogue,
    version: VersionMark,
    now: datetime,
) -> CardFace:
    """Put what stands at head and foot of a forløb's print into words."""
    face = procedure_face(procedure, catalogue, version)
    printed = f" · {_printed(now)}"
    foot = replace(
        face.foot,
        version=(*face.foot.version, Run(printed)),
        check=QCoreApplication.translate(
            "print",
            "Udskriften viser forløbet, som det stod da. I Rød tråd står, hvad der gælder nu.",
        ),
    )
    return replace(
        face,
        band_right=QCoreApplication.translate("print", "Forløb i {case}").format(case=_case(state)),
        aim=_standing(procedure, state),
        facts=tuple(_facts(procedure, state, catalogue)),
        foot=foot,
    )


def run_poster(procedure: Procedure, state: RunState, now: datetime) -> Procedure:
    """Return the procedure as the picture of a forløb calls it: by its case and its moment."""
    title = f"{procedure.title}, {_case(state)}"
    return replace(procedure, title=title, summary=capital(_printed(now)))


def _case(state: RunState) -> str:
    said = QCoreApplication.translate("print", "sag {number}").format(number=state.run.case_number)
    return said.replace(" ", NBSP)


def _printed(now: datetime) -> str:
    said = QCoreApplication.translate("print", "udskrevet {date} {time}")
    return said.format(date=date_label(now), time=time_label(now))


def _standing(procedure: Procedure, state: RunState) -> str:
    """Say where the case stands, or how it ended."""
    if state.closed_at is not None:
        words = QCoreApplication.translate("print", "Afsluttet {when}")
        said = words.format(when=happened_label(state.closed_at))
        return f"{said}: {state.closed}" if state.closed else said
    at = state.current or ((state.stands_at,) if state.stands_at else ())
    names = [target_name(procedure, step) for step in at]
    words = QCoreApplication.translate("print", "Står ved {steps}")
    return words.format(steps=listed(names)) if names else ""


def _facts(procedure: Procedure, state: RunState, catalogue: Catalogue) -> Iterator[Fact]:
    translate = QCoreApplication.translate
    began = f"{trigger_label(procedure).rstrip('.')} {happened_label(state.trigger)}"
    yield Fact(translate("print", "Begyndt"), began)
    dates = [
        f"{catalogue.event_by_id[event].title} {date_label(value)}"
        for event, value in state.dates.items()
        if event in catalogue.event_by_id and event != procedure.trigger_event
    ]
    if dates:
        yield Fact(translate("print", "Datoer"), ". ".join(dates))
    heard = _child(procedure, state, catalogue)
    if heard:
        yield Fact(translate("print", "Barnet"), heard, "voice")
    if state.late:
        count = counted(
            len(state.late),
            translate("print", "frist er overskredet"),
            translate("print", "frister er overskredet"),
        )
        late = listed([target_name(procedure, one.step) for one in state.late])
        yield Fact(
            translate("print", "Frister"), f"{capital(count)}: {late}", "clock", is_strong=True
        )
    if state.pause is not None:
        yield Fact(translate("print", "Afventer"), state.pause.reason, "wait")


def _child(procedure: Procedure, state: RunState, catalogue: Catalogue) -> str:
    """Say whether the child was heard, and when it had its answer."""
    voice = child_voice(state, procedure)
    if voice.hearing is not None:
        said = " ".join(hearing_sentences(voice.hearing, catalogue))
    elif voice.heard is ChildHeard.NOT_YET:
        said = QCoreApplication.translate("print", "Barnet er ikke hørt endnu.")
    else:
        said = procedure.without_child
    if voice.answered_at is not None:
        answered = QCoreApplication.translate("print", "Barnet har fået svar {when}.")
        said = f"{said} {answered.format(when=happened_label(voice.answered_at))}"
    return said.strip()
