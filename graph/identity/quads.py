"""What decisions add to a graph: `owl:sameAs`, `dcterms:isReplacedBy`, and who decided when and why."""

from pyoxigraph import Quad

from graph.identity.decisions import Decision, Made
from graph.identity.mapping import Identity
from graph.nodes import Names, Writer, boolean, digest


def identity_quads(identity: Identity, names: Names) -> list[Quad]:
    """The statements of the graph `derived/identity`; sources' own statements stay as they are."""
    out = Writer(names.graph("derived/identity"), [])
    for path, canonical in sorted(identity.stands_for.items()):
        out.add(names.known(path), "owl:sameAs", names.known(canonical))
        out.add(names.known(path), "dcterms:isReplacedBy", names.known(canonical))
    applied = {*identity.stands_for, *identity.stands_for.values()}
    for decision in identity.decisions:
        if applied.issuperset(decision.pair):
            _write_decision(decision, names, out)
    return out.quads


def _write_decision(decision: Decision, names: Names, out: Writer) -> None:
    node = names.thing(f"decision/{digest(decision.when, decision.who, *decision.pair)}")
    out.a(node, "IdentityDecision")
    for path in decision.pair:
        out.add(node, "decidedOn", names.known(path))
    out.add_text(node, "decidedAt", decision.when)
    out.add_text(node, "decidedBy", decision.who)
    out.add_text(node, "decisionReason", decision.reason)
    out.add(node, "automatic", boolean(value=decision.made is Made.AUTOMATIC))
