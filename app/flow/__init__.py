"""From a procedure to geometry: lanes, rows, boxes, routed arrows. Pure Python, no Qt.

The way through, as `layout` goes it; each module uses those above it in its part, and `plan`.

    layout      one station after the other
    plan        the procedure as numbers; regions: which step leads each part of it

    face        1 ruler: what stands on a step, and how high that makes it
    ground      2 where the steps stand: grid of
    rows          which row: time runs down
    order         who of two in a lane stands left
    blocks        steps that keep one column, and columns in the making
    columns       which column
    network     3 the arrows, not measured yet
    candidates    the routes worth a thought
    claims        what routes have taken, and what one costs
    router        the cheapest, one arrow after the other
    reroute       second thoughts, with traffic: who crosses whom
    ports         where arrows leave a step
    room        4 room for the words of conditions; labels: where they stand
    heights     5 the y of all
    channels      who runs level in each channel, and in what order
    down          the y of rows, lines and words
    picture     6 the draughtsman: rects and points
    across        the x of columns, tracks and lanes
    gutters       which track each upright takes
    bridges       where an upright gives way to a level

    strips      lines side by side in one strip, for channels and gutters
    routes, grid    a chain of uprights and levels; what they run over
    geometry, measures    what a picture is made of; its lengths
"""

from app.flow.geometry import Arrow, Lane, Measure, Picture, Point, Rect
from app.flow.layout import lay_out

__all__ = ["Arrow", "Lane", "Measure", "Picture", "Point", "Rect", "lay_out"]
