"""The arrows before they are measured: routes, ports, and who runs beside whom."""

from app.flow.channels import Channels
from app.flow.ground import Ground
from app.flow.gutters import Gutters
from app.flow.ports import spread
from app.flow.reroute import reroute
from app.flow.router import Router


class Network:
    """All routes of a picture, with their order in channels and gutters."""

    def __init__(self, ground: Ground) -> None:
        router = Router(ground.plan.links, ground.grid, ground.rows.beside)
        self.routes = reroute(router.run(), ground.grid, router.claims)
        self.bottoms = spread(self.routes, ground.grid)
        self.channels = Channels(self.routes, self.bottoms, ground.grid)
        self.gutters = Gutters(self.routes, ground.columns.count)
