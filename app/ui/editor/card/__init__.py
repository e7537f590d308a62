"""A card under edit: as it will print, with a meter of what still fits, beside its form."""
