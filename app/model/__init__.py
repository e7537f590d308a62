"""What things are, and their rules. Pure Python and msgspec: no Qt, no SQL, no files."""
