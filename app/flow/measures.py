"""Lengths of the flow in logical pixels at 100 %, as the looks set them."""

BOX_WIDTH = 138.0
BOX_GAP = 16.0
"""Between two columns of one lane, where no arrow runs."""

LANE_PAD = 10.0
BARE_LANE = 24.0
"""Inner width of a lane in which nothing stands."""
BARE_CHILD_LANE = 68.0

CHANNEL = 32.0
"""Between two rows."""
HEAD_ROOM = 42.0
"""From the lane heads to the first row: the trigger."""
FOOT_ROOM = 30.0
TRIGGER_Y = 14.0
UNDER_TRIGGER = 34.0
"""Arrows that come in above the first row run below the words of the trigger."""

RING = 30.0
CAPTION_GAP = 3.0
CAPTION_WIDTH = BOX_WIDTH - 8
CAPTION_FOOT = 5.0
CAPTION_SIDE = 3.0
LEAST_END_WIDTH = 84.0
"""A column in which only ends stand need not be as wide as a box."""

LEAST_DECISION_HEIGHT = 50.0

TRACK = 10.0
"""Between two arrows that run side by side."""
TRACK_TO_BOX = 16.0
TRACK_TO_ROW = 14.0
TRACK_TO_BORDER = 10.0

PILL_HEIGHT = 19.0
PILL_ROW = 22.0
"""From one pill to the next below it."""
PILL_PAD = 14.0
PILL_TO_LINE = 5.0
PILL_GAP = 6.0
PILL_TO_BOX = 6.0
"""To the next box in the row; a meeting's chairs stand out that far."""
PILL_START = 9.0
"""From the side of a decision to the first pill."""
STATION_REACH = 48.0
"""From a step's left side to the end of its station, in a run with its state."""
PILL_TO_STATION = 12.0
"""The stations of the row below reach up that far."""

PORT_SPREAD = 40.0
PORT_REACH = 52.0

TITLE_SIZE = 13.5
CHIP_SIZE = 11.5
PILL_SIZE = 12.0
