"""A tool under edit: as it will print, with its text and the fields that are placed in it."""
