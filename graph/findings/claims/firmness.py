"""How firmly claims are told, and so how hard they clash."""

from collections.abc import Iterable

from graph.derive.world import hedges
from sources.claim import Claim

FORESEEN = frozenset({"conditional", "poll"})
"""Modalities of what is expected or asked, not of what happened."""


def is_told(claim: Claim) -> bool:
    """Whether a claim tells what is or was: neither suggested only, nor foreseen."""
    return not claim.implicature and not FORESEEN.intersection(claim.modality)


def clash(claims: Iterable[Claim]) -> str:
    """The kind of finding when claims cannot all hold: a tension if a source vouches for one less firmly."""
    return "tension" if any(hedges(claim) for claim in claims) else "contradiction"
