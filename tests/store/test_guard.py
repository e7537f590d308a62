"""The last check before anything is written: texts are looked at, and nothing that is no text."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.cpr import holds_cpr
from app.model.errors import Refused
from app.model.run.run import Noted, Started
from app.store.guard import refuse_cpr

MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2050, 12, 31), timezones=st.just(UTC))


@given(MOMENTS, st.timedeltas(timedelta(0), timedelta(days=9)), st.uuids())
def test_no_moment_and_no_id_is_taken_for_a_number(
    moment: datetime, before: timedelta, key: UUID
) -> None:
    refuse_cpr((Started(moment, {"moede-holdt": moment - before}), key), "cpr_in_event")


@given(MOMENTS)
def test_a_moment_that_is_written_out_is_none_either(moment: datetime) -> None:
    assert not holds_cpr(f"Gemt {moment.isoformat()}")
    assert not holds_cpr(f"kl. {moment:%H:%M:%S.%f}")


def test_a_number_is_found_wherever_it_stands() -> None:
    with pytest.raises(Refused, match="cpr_in_event"):
        refuse_cpr(Noted("modtag", "Barnet 010190-1234"), "cpr_in_event")
