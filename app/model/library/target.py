"""Where one can go in a library: a document, a step of it, a provision of the law."""

from msgspec import Struct


class Target(Struct, frozen=True):
    """A document or a provision, and a step in it if any."""

    kind: str
    id: str
    step: str = ""

    @property
    def ref(self) -> str:
        """The target as one writes it: `card:…`, `procedure:underretning/modtag`, `provision:…`."""
        return f"{self.kind}:{self.id}{'/' if self.step else ''}{self.step}"


def target_of(ref: str) -> Target:
    """Read a target as it is written."""
    kind, _, place = ref.partition(":")
    name, _, step = place.partition("/")
    return Target(kind, name, step)
