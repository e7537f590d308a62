"""How large a flow is shown at first: all lanes where they can be read, else it scrolls."""

from app.ui.flow import FlowView

LEAST_READABLE = 0.85


def show_readably(view: FlowView) -> None:
    """Fit the lanes to the window, but never smaller than one can read."""
    view.fit_width()
    if view.zoom < LEAST_READABLE:
        view.set_zoom(LEAST_READABLE)
