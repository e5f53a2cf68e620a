"""Ids that a regulator gives: equal ids are one thing, different ids of one register are two."""

from collections.abc import Collection, Iterable

REGISTERED = ("candidate", "committee", "county", "district", "filing", "state")
"""Kinds of things whose path is the kind, the register and the id in it."""
PRINTED = ("party", "ballot-candidate", "printed-measure")
"""Kinds of things that are a name as printed."""


def register_of(path: str) -> str:
    """The register that the id in a path is of, for example `committee/fec`; "" when it is of none."""
    kind, _, rest = path.partition("/")
    register, slash, _ = rest.partition("/")
    return f"{kind}/{register}" if kind in REGISTERED and slash else ""


def canonical(paths: Iterable[str], told: Collection[str] = ()) -> str:
    """The thing that stands for several that are one.

    One that fact sheets tell of comes before one with a regulator's id or an id of its own, and that
    before a name as printed; among equals the smallest path.

    Args:
        paths: The things.
        told: Those that fact sheets tell of.
    """
    return min(paths, key=lambda path: (path not in told, path.partition("/")[0] in PRINTED, path))
