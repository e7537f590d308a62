"""Danish local time: the zone that clocks, days and deadlines are read in."""

from datetime import datetime
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Copenhagen")


def local(moment: datetime) -> datetime:
    """Return a moment as Danish local time; one without a zone is taken to be Danish already."""
    if moment.tzinfo is None:
        return moment.replace(tzinfo=ZONE)
    return moment.astimezone(ZONE)
