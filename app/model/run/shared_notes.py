"""A note that two windows write in at the same time: no line of either is lost."""


def merged(base: str, mine: str, theirs: str) -> str:
    """Put together what both made of a text. `base` is the text that `mine` began with.

    Lines are kept whole. A line that I changed or took out goes, unless the other wrote it anew.
    """
    if theirs in (base, mine):
        return mine
    if mine == base:
        return theirs
    before, my_lines, their_lines = base.splitlines(), mine.splitlines(), theirs.splitlines()
    kept = [line for line in their_lines if line in my_lines or line not in before]
    added = [line for line in my_lines if line not in before and line not in their_lines]
    return "\n".join((*kept, *added))
