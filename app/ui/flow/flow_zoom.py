"""The sizes that a flow is shown in."""

LEAST_ZOOM, MOST_ZOOM = 0.25, 4.0
STEPS = (
    0.25,
    0.33,
    0.5,
    0.67,
    0.8,
    0.9,
    1.0,
    1.1,
    1.25,
    1.5,
    1.75,
    2.0,
    2.5,
    3.0,
    4.0,
)


def next_zoom(zoom: float, direction: int) -> float:
    """Return the next larger (1) or smaller (-1) of the usual sizes."""
    beyond = [step for step in STEPS if (step - zoom) * direction > 0.005]
    if not beyond:
        return zoom
    return min(beyond) if direction > 0 else max(beyond)
