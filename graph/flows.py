"""Which events of money may be added up."""

from pyoxigraph import NamedNode

from graph.nodes import code
from graph.reading import Reader
from ontology import CLASSES
from sources.check import is_kind

CONDITIONAL = code("modality", "conditional")


def is_total(reader: Reader, event: NamedNode) -> bool:
    """Whether an event is a stated sum over time or over several recipients."""
    return any(kind in CLASSES and is_kind(kind, "MoneyTotal") for kind in reader.kinds(event))


def is_told_elsewhere(reader: Reader, event: NamedNode) -> bool:
    """Whether an event may be part of another of its payer, which is counted."""
    payers = reader.nodes(event, "payer")
    return any(reader.nodes(whole, "payer") == payers for whole in reader.nodes(event, "possiblyIncludedIn"))


def is_conditional(reader: Reader, event: NamedNode) -> bool:
    """Whether every claim of an event hangs on a condition: money that may come has not come."""
    claims = reader.nodes(event, "prov:wasDerivedFrom")
    return bool(claims) and all(CONDITIONAL in reader.nodes(claim, "modality") for claim in claims)


def is_counted(reader: Reader, event: NamedNode) -> bool:
    """Whether an event counts in sums: no stated total, no money told twice, none that only may come."""
    left_out = (is_total, is_told_elsewhere, is_conditional)
    return not any(is_so(reader, event) for is_so in left_out)
