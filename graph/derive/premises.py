"""What an event or a plain edge rests on: its claims, and how many say it, when and how firmly.

A claim is as firm as its weakest word: what is attributed and only reported is reported.
"""

from collections.abc import Iterable

from pyoxigraph import NamedNode

from graph.derive.claim_quads import claim_node
from graph.derive.world import World, hedges
from graph.nodes import Names, Writer, code, day, integer
from ontology import CODES
from sources.claim import Claim
from sources.edtf import read_date

FIRMNESS = {code.name.partition("-")[2]: code.firmness or 0 for code in CODES["Modality"]}
SUGGESTED = "implicature"


def wording(claim: Claim) -> str:
    """The weakest modality of a claim."""
    return weakest((*claim.modality, SUGGESTED) if claim.implicature else claim.modality)


def weakest(modalities: Iterable[str]) -> str:
    """The least firm of some modalities, the first in order of their names where several are."""
    return min(sorted(modalities), key=FIRMNESS.__getitem__)


def firmest(modalities: Iterable[str]) -> str:
    """The firmest of some modalities, the first in order of their names where several are."""
    return max(sorted(modalities), key=FIRMNESS.__getitem__)


def shared_hedges(claims: Iterable[Claim]) -> tuple[str, ...]:
    """All weakening modalities when every claim has one, else none."""
    weak = [hedges(claim) for claim in claims]
    return tuple(sorted(frozenset().union(*weak))) if all(weak) else ()


def write_premises(
    claims: tuple[Claim, ...], node: NamedNode, world: World, names: Names, out: Writer
) -> None:
    """Add the claims a derived thing rests on, and their documents, origins, wording and days."""
    for claim in claims:
        out.add(node, "prov:wasDerivedFrom", claim_node(claim, names))
    documents = {claim.document for claim in claims}
    out.add(node, "documents", integer(len(documents)))
    out.add(node, "origins", integer(len({world.origins[document] for document in documents})))
    for hedge in shared_hedges(claims):
        out.add(node, "hedge", code("modality", hedge))
    if claims:
        words = [wording(claim) for claim in claims]
        out.add(node, "firmestModality", code("modality", firmest(words)))
        out.add(node, "weakestModality", code("modality", weakest(words)))
    _write_days(documents, node, world, out)


def _write_days(documents: Iterable[str], node: NamedNode, world: World, out: Writer) -> None:
    """Add the first and the last day on which a document says it; nothing where a date is not known."""
    dates = [read_date(world.dates[document]) for document in documents if world.dates[document]]
    first = [date.earliest for date in dates if date.earliest is not None]
    last = [date.latest for date in dates if date.latest is not None]
    if first:
        out.add(node, "firstSaid", day(min(first)))
    if last:
        out.add(node, "lastSaid", day(max(last)))
