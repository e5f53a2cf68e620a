"""Findings in the graph, on the command line and in the dossier."""

import csv
import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from pyoxigraph import Literal, QuerySolutions

from graph.errors import UnknownNameError
from graph.findings.finding import GRAVITY, KINDS
from graph.findings.rule import rules
from graph.findings.told.cards import read_findings
from graph.findings.told.listing import Listing, Wanted, as_csv, as_json, as_text, list_findings
from graph.reading import Reader
from graph.store import open_store
from ontology import CODES

Run = Callable[..., CompletedProcess[str]]


@pytest.fixture(scope="module")
def reader(built: Path) -> Reader:
    """The built graph of the five articles."""
    return Reader(open_store(built))


def test_every_kind_is_a_code_and_the_other_way_round() -> None:
    """The kinds that rules may give are those of the code list."""
    assert sorted(f"finding-{kind}" for kind in KINDS) == sorted(code.name for code in CODES["FindingKind"])


def test_ids_of_rules_are_their_own() -> None:
    """No two rules have one id, and each id is that of its file."""
    ids = [rule.id for rule in rules()]
    assert len(set(ids)) == len(ids)
    for rule in rules():
        module = rule.find.__module__.rpartition(".")[2]
        assert module.startswith(f"{rule.id.lower()}_")


def test_every_finding_names_rule_claims_and_premises(reader: Reader) -> None:
    """In RDF a finding comes from a rule of the graph and concerns claims of the graph."""
    asked = """
        PREFIX mt: <https://w3id.org/moneytrail/ns#>
        PREFIX prov: <http://www.w3.org/ns/prov#>
        SELECT ?f WHERE {
          ?f a mt:ConsistencyFinding .
          FILTER NOT EXISTS {
            ?f mt:byRule/a mt:ConsistencyRule ; mt:concerns/a mt:Claim ; prov:wasDerivedFrom ?p
          }
        }"""
    answer = reader.store.query(asked)
    assert isinstance(answer, QuerySolutions)
    assert list(answer) == []
    assert read_findings(reader)


def test_two_claims_that_clash_point_at_each_other(reader: Reader) -> None:
    """mt:contradicts goes both ways, and only where a finding says so."""
    asked = """
        PREFIX mt: <https://w3id.org/moneytrail/ns#>
        PREFIX dcterms: <http://purl.org/dc/terms/>
        SELECT ?one ?other WHERE {
          ?a mt:contradicts ?b . ?b mt:contradicts ?a .
          ?f mt:concerns ?a, ?b ; mt:findingKind ?kind .
          FILTER(?kind IN (mt:finding-contradiction, mt:finding-contradiction-by-rule))
          ?a dcterms:identifier ?one . ?b dcterms:identifier ?other }"""
    answer = reader.store.query(asked)
    assert isinstance(answer, QuerySolutions)
    pairs = {tuple(value.value for value in row if isinstance(value, Literal)) for row in answer}
    links = len(list(reader.store.query("SELECT * { ?a <https://w3id.org/moneytrail/ns#contradicts> ?b }")))  # type: ignore[arg-type] # solutions
    assert len(pairs) == links
    assert ("C003-004", "C003-018") in pairs


def test_findings_are_told_the_gravest_first(reader: Reader) -> None:
    """Alarms come before doubts, and doubts before what fits."""
    order = [tuple(GRAVITY).index(finding.gravity) for finding in read_findings(reader)]
    assert order == sorted(order)


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        (
            Wanted(kinds=("contradicton",)),
            "'contradicton' is no kind of finding of this graph; did you mean ",
        ),
        (Wanted(rules=("R99",)), "'R99' is no rule of this graph"),
        (Wanted(documents=("3",)), "'3' is no document of this graph"),
        (Wanted(claims=("C003-999",)), "'C003-999' is no claim of this graph"),
    ],
)
def test_an_unknown_name_is_refused(reader: Reader, wanted: Wanted, message: str) -> None:
    """What the graph has not is named, with what may be meant."""
    with pytest.raises(UnknownNameError) as refused:
        list_findings(reader, wanted)
    assert str(refused.value).startswith(message)


def test_filters_are_joined_by_and(reader: Reader) -> None:
    """Each filter lets through what it says, and two let through what both do."""
    of_kind = list_findings(reader, Wanted(kinds=("contradiction",)))
    assert {one.kind for one in of_kind.findings} == {"contradiction"}
    both = list_findings(reader, Wanted(kinds=("contradiction",), documents=("003",)))
    assert {claim.document for claim in both.claims.values()} >= {"003"}
    assert set(both.findings) <= set(of_kind.findings)
    on_claim = list_findings(reader, Wanted(claims=("C003-004",)))
    assert all("C003-004" in one.claims for one in on_claim.findings)
    assert on_claim.findings


def test_all_formats_tell_the_same_findings(reader: Reader) -> None:
    """Text, JSON and CSV name every finding and its claims."""
    listing = list_findings(reader, Wanted())
    keys = [one.key for one in listing.findings]
    assert [row["key"] for row in json.loads(as_json(listing))] == keys
    rows = list(csv.DictReader(StringIO(as_csv(listing))))
    assert [row["key"] for row in rows] == keys
    text = as_text(listing)
    assert all(key in text for key in keys)
    assert all(key in text for key in listing.claims)


def test_nothing_found_is_said() -> None:
    """An empty answer is not an empty page."""
    assert as_text(Listing((), {})) == "No findings.\n"


def test_the_command_asks_by_entity(run: Run, built: Path, tmp_path: Path) -> None:
    """Findings about a person come by name, and an error names what is wrong."""
    told = run(
        "findings", "--graph", str(built), "--entity", "Anne Marie Schubert", "--format", "json", cwd=tmp_path
    )
    assert {row["rule"] for row in json.loads(told.stdout)} >= {"R04"}
    wrong = run("findings", "--graph", str(built), "--entity", "Nobody", cwd=tmp_path)
    assert wrong.returncode != 0
    assert "'Nobody' is no entity of this graph" in wrong.stderr
