"""From a procedure to its picture, one step after the other.

Steps stand in rows and columns; arrows are routed between them over a grid; channels and gutters
grow with what runs in them, so that the picture can always be drawn as it was thought.
"""

from app.flow.face import Ruler
from app.flow.geometry import Measure, Picture
from app.flow.ground import Ground
from app.flow.heights import Heights
from app.flow.network import Network
from app.flow.picture import Draughtsman
from app.flow.room import PillRoom
from app.model.library.procedure import Procedure


def lay_out(procedure: Procedure, measure: Measure) -> Picture:
    """Lay a procedure out: the same document gives the same picture."""
    ruler = Ruler(measure)
    ground = Ground(procedure, ruler)
    network = Network(ground)
    room = PillRoom(ground, network, ruler)
    heights = Heights(ground, network, room)
    return Draughtsman(ground, network, room, heights).picture()
