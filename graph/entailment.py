"""What follows from a predicate: whoever denies what it entails denies it as well."""

from functools import cache

from ontology import PREDICATES

CASE = ("contest", "event", "office", "place", "topic")
"""Qualifiers that say which case a claim is about; two that differ make two cases."""


@cache
def broader(predicate: str) -> frozenset[str]:
    """A predicate with all that it entails, step by step: who denies one of these denies the predicate."""
    told = {predicate}
    for entailed in PREDICATES[predicate].entails:
        told |= broader(entailed)
    return frozenset(told)
