"""The nodes of a picture: who stands in which column, with money, identity and outcomes."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pyoxigraph import NamedNode

from graph.cards import claim_keys
from graph.derive.edges import carries_money
from graph.facts import witnesses_of
from graph.identity.reading import canonical_node, standing_for_others, stood_for
from graph.money import add
from graph.picture import Column, Edge, Interval, Node
from graph.plain_edges import PlainEdge
from graph.reading import Reader, column_of, term_label
from graph.sums.fitting import around, held_in
from graph.witnesses import Witnesses
from ontology import CLASSES
from sources.check import is_kind

CONTEST_WORDS = (
    ("recalled", "recalled"),
    ("won", "won"),
    ("runoff", "to a run-off"),
    ("led", "led"),
    ("lost", "lost"),
)
PRINTED = "PrintedParty"
SETTLED = (Column.CANDIDATES, Column.COUNTIES, Column.OUTCOMES)
"""Columns a class stands in by itself; elsewhere it is the role in the picture that decides."""


@dataclass(slots=True)
class Network:
    """Nodes and edges of a picture while they are gathered.

    Attributes:
        origins: Origin of each claim, by its key.
        claims: Each claim, by its key.
    """

    reader: Reader
    plain: list[PlainEdge]
    origins: dict[str, str]
    claims: dict[str, NamedNode]
    edges: list[Edge] = field(default_factory=list)

    def count_origins(self, claims: Iterable[str]) -> int:
        """How many independent origins stand behind claims."""
        return len({self.origins[key] for key in claims})

    def witnesses(self, claims: Iterable[str]) -> Witnesses:
        """Who stands behind claims, how firmly, and what denies them."""
        return witnesses_of(self.reader, [self.claims[key] for key in claims])

    def is_a(self, node: NamedNode, kind: str) -> bool:
        """Whether a thing is of a class or one of its subclasses."""
        return any(is_kind(found, kind) for found in self.reader.kinds(node))


def make_nodes(network: Network, groups: Iterable[Node] = ()) -> tuple[Node, ...]:
    """A node for every end of an edge, in order of their IRIs; those of `groups` are given."""
    given = {node.iri: node for node in groups}
    ends = sorted({end for edge in network.edges for end in (edge.source, edge.target)})
    picked = _pick(network)
    return tuple(given.get(end) or _node(network, NamedNode(end), picked) for end in ends)


@dataclass(frozen=True, slots=True)
class _Picked:
    """What the edges and claims of a picture say of each of its things, by its IRI.

    Attributes:
        candidates: Who stands in a contest, and whom support, spending or opposition is for.
        mentioned: Keys of the claims that name a thing.
        leaving: The edges that leave it.
        reaching: The edges that reach it.
        of_contest: The edges of a contest.
        merged: Things that stand for others.
    """

    candidates: set[str]
    mentioned: dict[str, tuple[str, ...]]
    leaving: Mapping[str, list[Edge]]
    reaching: Mapping[str, list[Edge]]
    of_contest: Mapping[str | None, list[Edge]]
    merged: set[str]


def _pick(network: Network) -> _Picked:
    leaving, reaching = defaultdict[str, list[Edge]](list), defaultdict[str, list[Edge]](list)
    of_contest = defaultdict[str | None, list[Edge]](list)
    for edge in network.edges:
        leaving[edge.source].append(edge)
        reaching[edge.target].append(edge)
        of_contest[edge.contest].append(edge)
    return _Picked(
        _candidates(network.edges),
        _mentioned(network.reader),
        leaving,
        reaching,
        of_contest,
        standing_for_others(network.reader),
    )


def _candidates(edges: Iterable[Edge]) -> set[str]:
    """Who stands in a contest, and whom support, spending or opposition is for."""
    standing = {edge.source for edge in edges if edge.family == "candidacy"}
    aimed = {
        edge.target
        for edge in edges
        if edge.family in ("support", "opposition") or edge.relation in ("spentFor", "gaveTo", "linkedTo")
    }
    return standing | aimed


def _mentioned(reader: Reader) -> dict[str, tuple[str, ...]]:
    """Keys of the claims that name a thing, or one it stands for, as subject or object."""
    found: dict[str, set[str]] = {}
    for iri, key in claim_keys(reader).items():
        for prop in ("rdf:subject", "rdf:object"):
            for end in reader.nodes(NamedNode(iri), prop):
                found.setdefault(canonical_node(reader, end).value, set()).add(key)
    return {iri: tuple(sorted(keys)) for iri, keys in found.items()}


def _node(network: Network, iri: NamedNode, picked: _Picked) -> Node:
    reader = network.reader
    kind = next(iter(reader.kinds(iri)), "Entity")
    claims = picked.mentioned.get(iri.value, ())
    if kind == PRINTED and len(claims) == 0 and iri.value not in picked.merged:
        return _printed(network, iri, picked)
    return Node(
        iri=iri.value,
        label=_capital(reader.label(iri)),
        kind=_capital(CLASSES[kind].label),
        column=_column(network, iri, picked),
        subtitle=_subtitle(network, iri, picked),
        money_in=_money(edge for edge in picked.reaching[iri.value] if edge.family == "money"),
        money_out=_money(picked.leaving[iri.value]),
        facts=facts(reader, iri),
        claims=claims,
        grouped=any(is_kind(kind, group) for group in ("Group", "ContestSet")),
        states=_states(network, iri),
    )


def _printed(network: Network, iri: NamedNode, picked: _Picked) -> Node:
    """A payer or payee as printed, of whom rows alone tell: there may be a hundred thousand of them."""
    column = Column.DONORS if _gives(iri, picked) else Column.COMMITTEES
    return Node(iri.value, _capital(network.reader.label(iri)), _capital(CLASSES[PRINTED].label), column)


def _states(network: Network, iri: NamedNode) -> tuple[str, ...]:
    """The states a place is in, or those a contest is decided in."""
    reader = network.reader
    places = (
        held_in(reader, iri) if network.is_a(iri, "Contest") or network.is_a(iri, "ContestSet") else [iri]
    )
    wider = {each for place in places for each in around(reader, place)}
    return tuple(sorted(reader.label(each) for each in wider if network.is_a(each, "State")))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _column(network: Network, iri: NamedNode, picked: _Picked) -> Column:
    kind = next(iter(network.reader.kinds(iri)), "Entity")
    settled = next((column for column in SETTLED if column.name.lower() == column_of(kind)), None)
    if settled is not None:
        return settled
    if network.is_a(iri, "Committee"):
        return Column.COMMITTEES
    if network.is_a(iri, "Person") and iri.value in picked.candidates:
        return Column.CANDIDATES
    return Column.DONORS if _gives(iri, picked) else Column.COMMITTEES


def _gives(iri: NamedNode, picked: _Picked) -> bool:
    return any(edge.family != "tie" for edge in picked.leaving[iri.value])


def _money(edges: Iterable[Edge]) -> Interval | None:
    """The sum of gifts and spending in claims; stated totals stay out, and money told twice counts once."""
    claimed = (edge for edge in edges if len(edge.claims) > 0)
    flows = [edge for edge in claimed if carries_money(edge.relation) and edge.counted]
    return add(edge.amount for edge in flows if edge.amount is not None)


def _subtitle(network: Network, iri: NamedNode, picked: _Picked) -> str:
    standing = [edge for edge in picked.leaving[iri.value] if edge.family == "candidacy"]
    if standing:
        return " · ".join(
            _result_words(network, edge) for edge in sorted(standing, key=lambda edge: edge.date)
        )
    if network.is_a(iri, "Contest"):
        return _contest_subtitle(network, picked.of_contest[iri.value])
    raised = [
        edge.amount.text for edge in picked.leaving[iri.value] if edge.relation == "raisedFor" and edge.amount
    ]
    return f"raised {raised[0]}" if raised else ""


def _result_words(network: Network, edge: Edge) -> str:
    words = {"runoff": "to a run-off", "led": "led (unofficial)", "open": "outcome not stated"}
    runoff = edge.contest is not None and network.is_a(NamedNode(edge.contest), "RunoffContest")
    words_of_result = words.get(edge.result, f"{edge.result}{_doubt(edge)}")
    return f"{edge.date[:4]} {'run-off: ' if runoff else ''}{words_of_result}"


def _doubt(edge: Edge) -> str:
    """What weakens an outcome, in brackets, where no claim states it firmly."""
    return f" ({', '.join(edge.hedges)})" if edge.hedges else ""


def _contest_subtitle(network: Network, edges: list[Edge]) -> str:
    for result, words in CONTEST_WORDS:
        who = [
            f"{_capital(network.reader.label(NamedNode(edge.source)))}{_doubt(edge)}"
            for edge in edges
            if edge.family == "candidacy" and edge.result == result
        ]
        if who:
            return f"{' and '.join(who)} {words}"
    return "outcome not stated"


def _with_path(reader: Reader, thing: NamedNode) -> str:
    return f"{reader.label(thing)} {thing.value.rpartition('/id/')[2]}"


def facts(reader: Reader, iri: NamedNode) -> tuple[tuple[str, str], ...]:
    """Who or what a thing is, a line each: names as written, links, what keeps it apart."""
    lines = [("The same, by decision", _with_path(reader, other)) for other in stood_for(reader, iri)]
    names = sorted({reader.label(name) for name in reader.values(iri, "skos:altLabel")})
    if names:
        lines.append(("Written as", "; ".join(names)))
    for name in (
        "office",
        "jurisdiction",
        "partOf",
        "partOfElection",
        "date",
        "place",
        "member",
        "possiblySameAs",
        "registerNumber",
    ):
        values = [reader.label(value) for value in reader.values(iri, name)]
        if values:
            lines.append((_capital(term_label(name)), "; ".join(values)))
    note = reader.text(iri, "skos:scopeNote")
    if note:
        lines.append(("Note", note))
    return tuple(lines)
