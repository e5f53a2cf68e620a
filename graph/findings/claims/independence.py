"""Which claims have a witness of their own, and which rest on the reporting of another document."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from graph.findings.statements import Statements
from sources.claim import Claim, Thing

CITES = ("citesSource",)
"""Predicates by which a document says that it rests on another's reporting."""
PUBLISHED_BY = ("originallyPublishedBy",)
WRITTEN_BY = ("authoredBy",)

Pair = tuple[str, str]
"""Two origins: the one that leans, and the one it leans on."""


def outlets(known: Statements) -> Mapping[str, str]:
    """Origin by outlet or author; one who is behind several origins is left out."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for source in known.world.sources:
        for speaker in source.document.speakers:
            found[speaker.agent].add(known.world.origins[source.id])
    for claim, agent in _of_documents(known, *PUBLISHED_BY, *WRITTEN_BY):
        found[agent].add(known.origin(claim))
    return {agent: next(iter(origins)) for agent, origins in found.items() if len(origins) == 1}


def witness(claim: Claim, known: Statements, told_by: Mapping[str, str]) -> str:
    """Who vouches for a claim: the origin of its document, or whoever the document has it from."""
    if not claim.attributed_to:
        return known.origin(claim)
    last = claim.attributed_to[-1]
    return told_by.get(last, last)


def leaning(known: Statements, told_by: Mapping[str, str]) -> Mapping[Pair, list[Claim]]:
    """Claims by which documents of one origin cite another, or have the authors of another."""
    found: defaultdict[Pair, list[Claim]] = defaultdict(list)
    for claim, agent in _of_documents(known, *CITES):
        origin = told_by.get(agent, "")
        if origin and origin != known.origin(claim):
            found[known.origin(claim), origin].append(claim)
    by_author: dict[str, Claim] = {}
    for claim, agent in _of_documents(known, *WRITTEN_BY):
        first = by_author.setdefault(agent, claim)
        if known.origin(first) != known.origin(claim):
            found[known.origin(claim), known.origin(first)] += [first, claim]
    return found


def _of_documents(known: Statements, *predicates: str) -> Iterator[tuple[Claim, str]]:
    """What documents say of themselves, with the agent it names."""
    for claim in known.said(*predicates):
        if (
            isinstance(claim.object, Thing)
            and claim.positive
            and claim.subject == f"document/{claim.document}"
        ):
            yield claim, claim.object.path
