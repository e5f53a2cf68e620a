"""The test suites of the W3C through HTTP: those of queries in SPARQL 1.0, 1.1 and 1.2, and of the protocol.

    python bench/w3c.py [folder]

fetches the suites (https://github.com/w3c/rdf-tests) where they are not in the folder, prints how many tests
pass by a server of ours and by the engine itself, why each of the others does not, and writes the rates into
the README. Tests of updates are left out but for the protocol: the server takes none. Nothing is asserted.
"""

import argparse
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import QueryResultsFormat, QueryTriples, RdfFormat, Store
from rates import write_rates
from suites.answers import Found, agree, read_found, read_right
from suites.cases import Case, Suite
from suites.protocol import protocol_cases, protocol_fault
from suites.served import Served, served, words_of

SUITES = {
    "SPARQL 1.0": "sparql10/manifest.ttl",
    "SPARQL 1.1": "sparql11/manifest-sparql11-query.ttl",
    "results of 1.1": "sparql11/manifest-sparql11-results.ttl",
    "SPARQL 1.2": "sparql12/manifest.ttl",
}
ROWS = "application/sparql-results+json"
TRIPLES = "application/n-triples"
REFUSED = "400 "
SITE = "https://github.com/w3c/rdf-tests"
PAGE = Path(__file__).parents[1] / "docs" / "conformance.md"
UNLISTED = " (docs/conformance.md does not say why)"
HEAD = ("| suite of the W3C | tests | by `moneytrail serve` | by the engine itself |", "|---|---|---|---|")
Told = list[tuple[str, ...]]
"""Name of a test, what is wrong with the answer of the server, and with that of the engine."""


def through_http(served: Served, suite: Suite, case: Case) -> str:
    """What is wrong with the answer of the server to a test, "" for nothing."""
    served.hold(suite.quads(case))
    accept = "text/csv" if case.kind == "CSVResultFormatTest" else f"{ROWS}, {TRIPLES};q=0.5"
    answer = served.post(f"BASE <{case.base}>\n{case.query}", accept)
    said = "" if answer.is_success else f"{answer.status_code} {words_of(answer)}"
    found = read_found(answer.content, answer.headers["content-type"].partition(";")[0]) if not said else None
    return fault_of(suite, case, found, said)


def by_engine(suite: Suite, case: Case) -> str:
    """What is wrong with the answer of the engine itself, without a server."""
    store = Store()
    store.extend(suite.quads(case))
    try:
        found = store.query(case.query, base_iri=case.base)
        if isinstance(found, QueryTriples):
            body, kind = found.serialize(format=RdfFormat.N_TRIPLES), TRIPLES
        elif case.kind == "CSVResultFormatTest":
            body, kind = found.serialize(format=QueryResultsFormat.CSV), "text/csv"
        else:
            body, kind = found.serialize(format=QueryResultsFormat.JSON), ROWS
    except (SyntaxError, RuntimeError) as error:
        return fault_of(suite, case, None, f"{REFUSED}{error}")
    return fault_of(suite, case, read_found(body, kind), "")


def fault_of(suite: Suite, case: Case, found: Found | None, said: str) -> str:
    """What is wrong with an answer, which may be an error."""
    if case.negative:
        return "" if said.startswith(REFUSED) else said or "a mistake is not refused"
    if found is None or case.result is None:
        return said
    rdf = case.result.suffix in (".ttl", ".rdf", ".nt")
    right = read_right(case.result, suite.read(case.result) if rdf else ())
    return "" if agree(found, right, lax=case.lax) else "another result"


def tell(name: str, told: Told) -> str:
    """Print how many tests of a suite pass, and why the others do not; the row of a table that says so."""
    counts = [str(len(told)), *(str(sum(not row[at] for row in told)) for at in range(1, len(told[0])))]
    print(f"{name}: {', '.join(counts[1:])} of {counts[0]}")
    listed = PAGE.read_text("utf-8")
    for case, fault, *_ in told:
        if fault:
            print(f"    {case}: {fault}{'' if case.partition(': ')[2] in listed else UNLISTED}")
    return f"| {name} | {' | '.join([*counts, *[''] * (3 - len(counts))])} |"


def query_rows(suite: Suite, server: Served) -> Iterator[str]:
    """Run the suites of queries; rows of the table."""
    for name, manifest in SUITES.items():
        cases = suite.cases(manifest)
        told = [(case.name, through_http(server, suite, case), by_engine(suite, case)) for case in cases]
        yield tell(name, told)


def protocol_rows(suite: Suite, server: Served) -> Iterator[str]:
    """Run the suite of the protocol; rows of the table."""
    cases = protocol_cases(suite.folder)
    told = [(f"protocol: {case.name}", protocol_fault(case, server, suite)) for case in cases]
    for name, wanted in (("SPARQL 1.1 Protocol: queries", False), ("updates, which are refused", True)):
        yield tell(name, [row for row in told if ("update" in row[0]) is wanted])


def fetched(folder: Path) -> Path:
    """The folder of the suites; without one they are fetched."""
    if not folder.is_dir():
        subprocess.run(["git", "clone", "--quiet", "--depth", "1", SITE, str(folder.parent)], check=True)
    return folder


def main() -> None:
    """Run the suites of a folder, print what passes, and write it into the README."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=Path(".run/rdf-tests/sparql"))
    suite = Suite(fetched(parser.parse_args().folder))
    with tempfile.TemporaryDirectory() as place, served(Path(place) / "graph") as server:
        rows = [*query_rows(suite, server), *protocol_rows(suite, server)]
    write_rates("w3c", [*HEAD, *rows])


if __name__ == "__main__":
    main()
