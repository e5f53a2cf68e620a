"""Matches with the record as quads of a derived graph: what is the same contest or candidate, and why."""

from collections.abc import Iterable

from pyoxigraph import Quad

from graph.nodes import Names, Writer, english, term, text
from graph.record.matches import Match

GRAPH = "derived/record-matches"


def match_quads(matches: Iterable[Match], names: Names) -> list[Quad]:
    """Every statement about matches; none about what has one path in sources and record."""
    out = Writer(names.graph(GRAPH), [])
    for match in matches:
        if match.is_told:
            _write(match, names, out)
    return out.quads


def _write(match: Match, names: Names, out: Writer) -> None:
    node, thing, official = (names.thing(path) for path in (match.path, match.thing, match.official))
    out.add(thing, "matchesRecord", official)
    out.a(node, "RecordMatch")
    out.add(node, "rdfs:label", english(f"{match.label} is {match.official_label} of the record"))
    out.add(node, "rdf:subject", thing)
    out.add(node, "rdf:predicate", term("matchesRecord"))
    out.add(node, "rdf:object", official)
    out.add(node, "prov:wasDerivedFrom", official)
    out.add(node, "reason", text(match.reason))
    out.add(node, "confidence", text(match.confidence))
    if match.contest:
        out.add(node, "contest", names.thing(match.contest))
