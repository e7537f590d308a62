"""What may be decoded as a name, a law reference, an event or a length of time."""

import msgspec
import pytest

from app.model.ids import EventRef, LawRef, Slug, Within, date_event


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Slug, "vurder-akut"),
        (Slug, "24-timers-vurdering"),
        (LawRef, "bl:136.2"),
        (LawRef, "bek1063:6"),
        (LawRef, "bl:171b"),
        (EventRef, "trigger"),
        (EventRef, "date:fyldt-18"),
        (EventRef, "vurder-akut"),
        (Within, "24 hours"),
        (Within, "0 days"),
    ],
)
def test_names_are_taken_as_they_are(kind: type[str], text: str) -> None:
    assert msgspec.convert(text, kind) == text


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Slug, "Vurder"),
        (Slug, "vurder--akut"),
        (Slug, "vurder\n"),
        (Slug, ""),
        (LawRef, "136.2"),
        (LawRef, "bl:136, stk. 2"),
        (LawRef, "bl:136\n"),
        (EventRef, "date:"),
        (EventRef, "trigger\n"),
        (Within, "24 timer"),
        (Within, "24 hours\n"),
        (Within, "99999 days"),
        (Within, "-1 days"),
    ],
)
def test_other_texts_are_refused(kind: type[str], text: str) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(text, kind)


def test_a_date_names_its_event() -> None:
    assert date_event("date:fyldt-18") == "fyldt-18"
    assert date_event("trigger") is None
