"""The network of a picture: donors, committees, candidates, counties and outcomes with their edges.

It is a selection from the plain edges. A candidacy is drawn from the candidate to the county and
from there to the contest, so that money reads from left to right and ends where votes were counted.
"""

from collections.abc import Iterator

from pyoxigraph import NamedNode

from graph.cards import claim_keys
from graph.derive.edges import carries_money
from graph.flows import is_conditional, is_counted, is_total
from graph.network_nodes import Network, make_nodes
from graph.picture import Edge, Node
from graph.plain_edges import PlainEdge, read_edges
from graph.reading import Reader, term_label
from ontology import EDGES

DRAWN = ("money", "support", "opposition", "tie")
NOT_DRAWN = {
    "hasMemberKind",
    "heldOffice",
    "helpedElectIn",
    "holdsOffice",
    "locatedIn",
    "paidFor",
    "partOf",
    "predecessorOf",
    "tracked",
}
CANDIDACIES = ("ranIn", "facedRecallIn")
RESULTS = {"recalledFrom": "recalled", "won": "won", "lost": "lost", "advancedTo": "runoff", "ledIn": "led"}
"""Where the label of a relation reads wrong between two names: a campaign also raises against a recall."""
LEFT_OUT = ("PresidentialContest", "BallotMeasure")


def read_network(reader: Reader) -> tuple[tuple[Node, ...], tuple[Edge, ...]]:
    """The nodes and edges that documents of a graph tell."""
    network = told_network(reader)
    return make_nodes(network), tuple(network.edges)


def told_network(reader: Reader) -> Network:
    """The edges that documents of a graph tell, with what nodes are made from."""
    network = Network(reader, read_edges(reader), _origins(reader), _claims(reader))
    contests = _contests(network)
    network.edges += _ties(network)
    network.edges += _candidacies(network, contests)
    network.edges += _outcomes(network, contests)
    network.edges = _without_lone_ties(network.edges)
    return network


def _contests(network: Network) -> dict[str, NamedNode]:
    """Contests of prosecutors, recalls included, with the place where they are decided."""
    found = {}
    for edge in network.plain:
        left_out = any(network.is_a(edge.source, kind) for kind in LEFT_OUT)
        if edge.relation == "heldIn" and not left_out:
            found[edge.source.value] = edge.target
    return found


def _ties(network: Network) -> Iterator[Edge]:
    """Money, support, opposition and ties between agents, committees and contests."""
    spent_for = {edge.event for edge in network.plain if edge.relation in ("spentFor", "spentAgainst")}
    for edge in network.plain:
        family = EDGES[edge.relation].family
        told_better = edge.relation == "spentOn" and edge.event in spent_for
        drawn = family in DRAWN and edge.relation not in NOT_DRAWN and not told_better
        if drawn and _has_column(network, edge):
            yield _drawn(network, edge, family)


def _has_column(network: Network, edge: PlainEdge) -> bool:
    """Both ends are agents, contests or sets of contests; works and offices are for the dossier."""
    kinds = ("Agent", "Contest", "ContestSet")
    return all(any(network.is_a(end, kind) for kind in kinds) for end in (edge.source, edge.target))


def _drawn(network: Network, edge: PlainEdge, family: str) -> Edge:
    reader, event = network.reader, edge.event
    amount = reader.amount(event) if event is not None and carries_money(edge.relation) else None
    witnesses = network.witnesses(edge.claims)
    return Edge(
        iri=edge.iri.value,
        source=edge.source.value,
        target=edge.target.value,
        relation=edge.relation,
        label=EDGES[edge.relation].label,
        family=family,
        amount=amount,
        hedges=_hedges(reader, edge),
        contest=None if edge.contest is None else edge.contest.value,
        date=reader.text(edge.iri, "date"),
        claims=edge.claims,
        origins=network.count_origins(edge.claims),
        detail="" if event is None else _detail(reader, event, edge.relation),
        counted=event is None or is_counted(reader, event),
        how_sure=witnesses.how_sure,
        denied=len(witnesses.denied_by) > 0,
    )


def _hedges(reader: Reader, edge: PlainEdge) -> tuple[str, ...]:
    return tuple(reader.label(hedge) for hedge in reader.nodes(edge.iri, "hedge"))


def _detail(reader: Reader, event: NamedNode, relation: str) -> str:
    parts = []
    if carries_money(relation) and is_total(reader, event):
        parts.append("A stated total: shown, never added to gifts.")
    if carries_money(relation):
        parts += [f"Through {reader.label(via)}." for via in reader.nodes(event, "via")]
    if reader.nodes(event, "possiblySameMoneyAs"):
        parts.append("The same money may be told by another edge; it is counted once.")
    if is_conditional(reader, event):
        parts.append("It hangs on a condition, and is not counted.")
    since = reader.text(event, "since")
    return " ".join([*parts, f"Since {since}."] if since else parts)


def _candidacies(network: Network, contests: dict[str, NamedNode]) -> Iterator[Edge]:
    """One edge for each person and contest, from the person to the place, with the outcome."""
    results = _results(network)
    for edge in network.plain:
        place = contests.get(edge.target.value)
        if edge.relation not in CANDIDACIES or place is None:
            continue
        deciding = results.get((edge.source.value, edge.target.value))
        result = "" if deciding is None else RESULTS[deciding.relation]
        claims = tuple(sorted({*edge.claims, *(() if deciding is None else deciding.claims)}))
        witnesses = network.witnesses(claims)
        yield Edge(
            iri=edge.iri.value,
            source=edge.source.value,
            target=place.value,
            relation=edge.relation,
            label=_candidacy_label(edge, result),
            family="candidacy",
            hedges=_hedges(network.reader, edge if deciding is None else deciding),
            result=result or "open",
            contest=edge.target.value,
            date=network.reader.text(edge.target, "date"),
            claims=claims,
            origins=network.count_origins(claims),
            detail=network.reader.label(edge.target),
            how_sure=witnesses.how_sure,
            denied=len(witnesses.denied_by) > 0,
        )


def _origins(reader: Reader) -> dict[str, str]:
    """The origin behind each claim, by its key; a document without one is its own."""
    found = {}
    for document in reader.instances("SourceDocument"):
        origin = reader.node(document, "origin") or document
        for claim in reader.subjects("document", document):
            found[reader.text(claim, "dcterms:identifier")] = origin.value
    return found


def _claims(reader: Reader) -> dict[str, NamedNode]:
    """Each claim by its key."""
    return {key: NamedNode(iri) for iri, key in claim_keys(reader).items()}


def _candidacy_label(edge: PlainEdge, result: str) -> str:
    words = {"runoff": "ran in, went to a run-off", "led": "ran in, led", "": term_label(edge.relation)}
    return words.get(
        result, f"{'faced recall in' if edge.relation == 'facedRecallIn' else 'ran in'}, {result}"
    )


def _results(network: Network) -> dict[tuple[str, str], PlainEdge]:
    """The firmest outcome of each person in each contest; a run-off is the outcome of the first round."""
    found: dict[tuple[str, str], PlainEdge] = {}
    order = list(RESULTS)
    rounds = {edge.source.value: edge for edge in network.plain if edge.relation == "advancedTo"}
    for edge in network.plain:
        if edge.relation not in RESULTS or edge.relation == "advancedTo" or edge.contest is None:
            continue
        key = (edge.source.value, edge.contest.value)
        if key not in found or order.index(edge.relation) < order.index(found[key].relation):
            found[key] = edge
    for edge in network.plain:
        advanced = rounds.get(edge.source.value)
        if edge.relation == "ranIn" and advanced is not None and _is_first_round(network, edge, advanced):
            found.setdefault((edge.source.value, edge.target.value), advanced)
    return found


def _is_first_round(network: Network, ran: PlainEdge, advanced: PlainEdge) -> bool:
    same = all(
        network.reader.node(ran.target, name) == network.reader.node(advanced.target, name)
        for name in ("office", "jurisdiction")
    )
    return same and ran.target != advanced.target


def _outcomes(network: Network, contests: dict[str, NamedNode]) -> Iterator[Edge]:
    """From the place to the contest, for contests that have a candidacy or money."""
    wanted = {edge.contest for edge in network.edges} | {edge.target for edge in network.edges}
    for edge in network.plain:
        if edge.relation != "heldIn" or edge.source.value not in wanted or edge.source.value not in contests:
            continue
        claims = _claims_on(network, edge.source.value)
        result = _contest_result(network, edge.source.value)
        yield Edge(
            iri=edge.iri.value,
            source=edge.target.value,
            target=edge.source.value,
            relation="heldIn",
            label="is the place of" if result == "open" else "decided",
            family="outcome",
            result=result,
            contest=edge.source.value,
            date=network.reader.text(edge.source, "date"),
            claims=claims,
            origins=network.count_origins(claims),
        )


def _claims_on(network: Network, contest: str) -> tuple[str, ...]:
    """The claims behind the candidacies in a contest, else behind whatever else concerns it."""
    mine = [edge for edge in network.edges if contest in (edge.contest, edge.target)]
    standing = [edge for edge in mine if edge.family == "candidacy"]
    return tuple(sorted({key for edge in standing or mine for key in edge.claims}))


def _contest_result(network: Network, contest: str) -> str:
    results = [
        edge.result for edge in network.edges if edge.contest == contest and edge.family == "candidacy"
    ]
    return next(
        (result for result in ("recalled", "won", "runoff", "led", "lost") if result in results), "open"
    )


def _without_lone_ties(edges: list[Edge]) -> list[Edge]:
    """Ties only where something else draws both ends; a tie to a committee draws the committee."""
    shown = {end for edge in edges if edge.family != "tie" for end in (edge.source, edge.target)}
    shown |= {edge.source for edge in edges if edge.relation == "controlledBy"}
    return [edge for edge in edges if edge.family != "tie" or {edge.source, edge.target} <= shown]
