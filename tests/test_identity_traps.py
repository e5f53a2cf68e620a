"""The traps of the five articles: two of one surname, one in two years, and those whom nobody names."""

from datetime import UTC, datetime
from pathlib import Path

import polars as pl
import pytest
from made_up_people import printed

from graph.build import build
from graph.cards import claim_keys
from graph.identity.candidates import Candidate, propose
from graph.identity.decisions import Verdict, append_decisions, decide
from graph.identity.printed import all_printed
from graph.identity.sheets import printed_in_sheets
from graph.network import read_network
from graph.reading import Reader
from graph.store import open_store
from ontology import CLASSES
from sources.catalog import shipped_sources
from sources.check import is_kind

NOW = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)
PRICE = "person/pamela-price"
ALAMEDA = "us-06001/district-attorney"


@pytest.fixture(scope="module")
def sheets(built: Path) -> pl.DataFrame:
    """The named people and organisations of the five articles."""
    return printed_in_sheets(Reader(open_store(built)))


def _candidates(*found: pl.DataFrame) -> dict[tuple[str, str], Candidate]:
    return {one.pair: one for one in propose(all_printed(found)).first(1000)}


def test_nobody_of_the_articles_is_proposed_for_another(sheets: pl.DataFrame) -> None:
    """The registry has everybody once; Shane Harris is not Kamala Harris, nor are others of one surname."""
    assert {"person/shane-harris", "person/kamala-harris"} <= set(sheets["path"])
    assert _candidates(sheets) == {}


def test_a_surname_in_a_filing_is_nobody_of_the_articles(sheets: pl.DataFrame) -> None:
    """HARRIS alone, or a Harris of another first name, is neither of the two."""
    rows = printed({"label": "HARRIS"}, {"label": "HARRIS, ADA"}, {"label": "PRICE"}, {"label": "SOROS"})
    assert _candidates(sheets, rows) == {}


def test_one_candidate_in_two_years_is_one_person(sheets: pl.DataFrame) -> None:
    """Pamela Price of 2018 and of 2024 is one in the registry, and both ballots are proposed for her."""
    (row,) = sheets.filter(pl.col("path") == PRICE).iter_rows(named=True)
    assert [contest[:16] for contest in row["contests"]] == ["contest/2018-06-", "contest/2024-11-"]
    years = ("2018-06-05", "2022-06-07")
    ballots = printed(
        *(
            {
                "path": f"ballot-candidate/{day}/{ALAMEDA}/pamela-price",
                "label": "PAMELA Y. PRICE",
                "organisation": False,
                "contests": [f"contest/{day}/{ALAMEDA}"],
                "offices": ["office/us/06001/district-attorney"],
            }
            for day in years
        )
    )
    found = {pair: one.probability for pair, one in _candidates(sheets, ballots).items()}
    assert len(found) == 3
    assert all(probability > 0.95 for probability in found.values())


def test_who_has_no_name_is_proposed_for_nothing(built: Path, sheets: pl.DataFrame) -> None:
    """A committee the articles only speak of stays unnamed, even where a filing prints its description."""
    reader = Reader(open_store(built))
    kinds = [kind for kind in CLASSES if is_kind(kind, "Committee")]
    every = [thing for kind in kinds for thing in reader.instances(kind)]
    unnamed = [thing for thing in every if reader.text(thing, "namedInDocuments") == "false"]
    assert len(unnamed) > 0
    paths = {thing.value.partition("/id/")[2] for thing in unnamed}
    assert not paths & set(sheets["path"])
    rows = printed(*({"label": reader.label(thing), "organisation": True} for thing in unnamed))
    assert not {path for pair in _candidates(sheets, rows) for path in pair} & paths


def test_somebody_may_decide_on_the_unnamed(built: Path, tmp_path: Path) -> None:
    """A decision by hand joins two: the picture then has one of them, and claims stay as they are."""
    reader = Reader(open_store(built))
    committee = next(
        edge.source
        for edge in read_network(reader)[1]
        if "/committee/" in edge.source and edge.relation != "controlledBy"
    ).partition("/id/")[2]
    path = tmp_path / "decisions.tsv"
    append_decisions(path, [decide(NOW, "ada", (committee, "person/cari-tuna"), Verdict.YES, "a test")])
    build(shipped_sources(), tmp_path / "graph", lambda _: None, decisions=path)
    merged = Reader(open_store(tmp_path / "graph"))
    ends = {end for edge in read_network(merged)[1] for end in (edge.source, edge.target)}
    both = {end.partition("/id/")[2] for end in ends} & {committee, "person/cari-tuna"}
    assert both == {committee}
    node = next(node for node in read_network(merged)[0] if node.iri.endswith(f"/{committee}"))
    assert ("The same, by decision", "Cari Tuna person/cari-tuna") in node.facts
    assert claim_keys(merged) == claim_keys(reader)
