"""Whether a server holds what was sent: as many triples, and the same ones.

A server may change a literal in silence: Virtuoso 7 makes 0 of `"abc"^^xsd:integer`. So what it hands out is
read back and compared. Triples are compared by sums over their digests, in whatever order they come and
without holding them all; only where sums differ are triples looked at.
"""

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from itertools import islice
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, Store, parse

from graph.remote.asking import select
from graph.remote.connection import PATIENCE, Connection, Request
from graph.remote.errors import DifferenceError, EndpointError
from graph.remote.graph_files import GraphFile

BUCKETS = 1024
BATCH = 10_000
SHOWN = 3
TRIPLES = "application/n-triples"
ALL = "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH <%s> { ?s ?p ?o } }"
COUNT = "SELECT (COUNT(*) AS ?triples) WHERE { GRAPH <%s> { ?s ?p ?o } }"


def count_triples(connection: Connection, graph: str) -> int:
    """Number of triples a server counts in a graph."""
    return int(select(connection, COUNT % graph)[0]["triples"])


def compare_numbers(connection: Connection, file: GraphFile) -> None:
    """Make sure that a server counts as many triples as were sent; raises DifferenceError."""
    held = count_triples(connection, file.graph)
    if held != file.triples:
        raise DifferenceError(connection.endpoint, file.graph, file.triples, held, "")


def compare_triples(connection: Connection, file: GraphFile) -> bool:
    """Make sure that a server hands out the triples that were sent, of which the numbers are compared.

    Returns:
        False when it hands out fewer triples than it counts, so that they cannot be compared.

    Raises:
        DifferenceError: It hands out other triples.
        EndpointError: It does not answer.
    """
    request = Request("POST", connection.endpoint, form={"query": ALL % file.graph}, accept=TRIPLES)
    back = file.path.with_suffix(".back")
    try:
        with back.open("w+b") as out:
            reply = connection.send(request, into=out)
        if not reply.good:
            raise EndpointError(connection.endpoint, f"graph <{file.graph}>: not handed out: {reply.line}")
        return _compare(connection.endpoint, file, back, reply.kind)
    except TimeoutError as error:
        reason = f"graph <{file.graph}> was not handed out in {PATIENCE:g} s; --count-only leaves that out"
        raise EndpointError(connection.endpoint, reason) from error
    finally:
        back.unlink(missing_ok=True)


def _compare(endpoint: str, file: GraphFile, back: Path, kind: str) -> bool:
    layout = RdfFormat.from_media_type(kind) or RdfFormat.N_TRIPLES
    sent, sent_number = _sums(_canonical(parse(path=str(file.path), format=RdfFormat.N_TRIPLES)))
    held, held_number = _sums(_canonical(parse(path=str(back), format=layout)))
    if held_number < sent_number:
        return False
    differing = {number for number in range(BUCKETS) if sent[number] != held[number]}
    if differing:
        lost = _in_buckets(_canonical(parse(path=str(file.path), format=RdfFormat.N_TRIPLES)), differing)
        new = _in_buckets(_canonical(parse(path=str(back), format=layout)), differing)
        raise DifferenceError(
            endpoint, file.graph, file.triples, held_number, _examples(lost - new, new - lost)
        )
    return True


def _canonical(quads: Iterator[Quad]) -> Iterator[str]:
    """Triples with literals as the embedded store spells them: 1.50 and 1.5 are one number."""
    while batch := list(islice(quads, BATCH)):
        store = Store()
        store.extend(Quad(*quad.triple) for quad in batch)
        yield from (str(quad.triple) for quad in store)


def _sums(triples: Iterable[str]) -> tuple[list[int], int]:
    """For each bucket the sum over the digests of its triples, and the number of triples."""
    sums, number = [0] * BUCKETS, 0
    for triple in triples:
        digest = _digest(triple)
        sums[digest % BUCKETS] += digest
        number += 1
    return sums, number


def _in_buckets(triples: Iterable[str], buckets: set[int]) -> set[str]:
    return {triple for triple in triples if _digest(triple) % BUCKETS in buckets}


def _digest(triple: str) -> int:
    return int.from_bytes(blake2b(triple.encode(), digest_size=16).digest(), "big")


def _examples(lost: set[str], new: set[str]) -> str:
    """The first triples that differ, in words."""
    missing = "".join(f"\n    sent, not held: {triple}" for triple in sorted(lost)[:SHOWN])
    extra = "".join(f"\n    held, not sent: {triple}" for triple in sorted(new)[:SHOWN])
    return f"; {len(lost)} of those sent are not held{missing}{extra}"
