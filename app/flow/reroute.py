"""Second thoughts: arrows that cross others are led anew, now that all of them are known."""

from app.flow.candidates import candidates
from app.flow.claims import BEND, JOIN, NEVER, Claims
from app.flow.grid import Grid
from app.flow.plan import Link
from app.flow.routes import Part, Route
from app.flow.traffic import Traffic

_CROSSING = 6.0
"""For each crossing, now that all are known: worth two bends."""
_STAY = 0.01
"""What another route must gain, so that nothing changes for nothing."""


def reroute(routes: list[Route], grid: Grid, claims: Claims) -> list[Route]:
    """Lead arrows that cross others round them where that costs little; straight ones stay."""
    traffic = Traffic(routes)
    routes = list(routes)
    for index, route in enumerate(routes):
        if len(route.parts) == 1 or not traffic.crossings(route.link, route.parts):
            continue
        traffic.remove(route)
        claims.give_back(route)
        route = routes[index] = Route(route.link, _cheapest(route, grid, claims, traffic))
        traffic.add(route)
        claims.take(route)
    grid.entered_at.clear()
    for route in routes:
        grid.note_entry(route)
    return routes


def _cheapest(route: Route, grid: Grid, claims: Claims, traffic: Traffic) -> tuple[Part, ...]:
    link = route.link
    best = route.parts
    cost = _price(link, best, claims, traffic, NEVER) - _STAY
    for parts in candidates(link, grid, wide=True):
        if (len(parts) - 1) * BEND >= cost + JOIN:
            continue
        price = _price(link, parts, claims, traffic, cost)
        if price < cost:
            best, cost = parts, price
    return best


def _price(
    link: Link, parts: tuple[Part, ...], claims: Claims, traffic: Traffic, most: float
) -> float:
    """What a candidate costs; not counted to the end where it is above the most."""
    price = claims.price(link, parts)
    return price if price >= most else price + _CROSSING * traffic.crossings(link, parts)
