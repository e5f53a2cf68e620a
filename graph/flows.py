"""Which events of money may be added up."""

from pyoxigraph import NamedNode

from graph.reading import Reader
from ontology import CLASSES
from sources.check import is_kind


def is_total(reader: Reader, event: NamedNode) -> bool:
    """Whether an event is a stated sum over time or over several recipients."""
    return any(kind in CLASSES and is_kind(kind, "MoneyTotal") for kind in reader.kinds(event))


def is_told_elsewhere(reader: Reader, event: NamedNode) -> bool:
    """Whether an event is spending through a committee that the gift to the committee tells already."""
    return bool(reader.nodes(event, "via")) and bool(reader.nodes(event, "possiblySameMoneyAs"))


def is_counted(reader: Reader, event: NamedNode) -> bool:
    """Whether an event counts in sums: no stated total, and no money told twice."""
    return not is_total(reader, event) and not is_told_elsewhere(reader, event)
