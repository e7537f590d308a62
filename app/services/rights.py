"""Who may do what: a rådgiver follows and suggests, a teamleder writes and approves."""

from app.model.errors import Refused
from app.services.workplace import Workplace

TEAM_LEADER = "teamleder"


def is_team_leader(workplace: Workplace) -> bool:
    """Whether the one who works here may write and approve the library's texts."""
    return workplace.settings.role == TEAM_LEADER


def require_team_leader(workplace: Workplace) -> None:
    """Raise `Refused` (not_team_leader) for all others."""
    require_role(workplace.settings.role)


def require_role(role: str) -> None:
    """Raise `Refused` (not_team_leader) where the role is not that of one."""
    if role != TEAM_LEADER:
        raise Refused("not_team_leader")
