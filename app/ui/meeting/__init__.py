"""Møde: cards and steps on the big screen, the whole list in view and a cursor that moves."""
