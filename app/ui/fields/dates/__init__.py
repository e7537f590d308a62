"""The fields of the house for dates and times of day, and the calendar that helps with them."""

from app.ui.fields.dates.date_fields import Clock, ClockField, DayField, MomentField

__all__ = ["Clock", "ClockField", "DayField", "MomentField"]
