"""The counts of a graph are those of its sources, and are printed the same each time."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph.errors import NoGraphError
from graph.stats import Table, make_stats, stats_json, stats_text
from graph.store import open_store, read_manifest

if TYPE_CHECKING:
    from subprocess import CompletedProcess

Run = Callable[..., "CompletedProcess[str]"]


@pytest.fixture(scope="module")
def counts(built: Path) -> dict[str, dict[str, int]]:
    """The counts of the shipped sources."""
    return {table.key: dict(table.counts) for table in make_stats(built)}


def test_every_source_is_counted_with_its_claims(counts: dict[str, dict[str, int]]) -> None:
    """The claims of the five articles are those of the inventory; the registry has none."""
    assert counts["sources"] == {"000": 73, "001": 102, "002": 71, "003": 128, "004": 69, "registry": 0}


def test_claims_are_counted_once_in_each_table(counts: dict[str, dict[str, int]]) -> None:
    """Kinds, polarities and families each share out all 443 claims; modalities may be several."""
    for key in ("kinds", "polarities", "families"):
        assert sum(counts[key].values()) == 443, key
    assert sum(counts["modalities"].values()) > 443


def test_entities_of_the_registry_are_counted(counts: dict[str, dict[str, int]]) -> None:
    """The 214 entities, the five documents and two laws are there, each under its own class."""
    assert sum(counts["entities"].values()) == 214 + 5 + 2
    assert counts["entities"]["SourceDocument"] == 5
    assert counts["entities"]["Person"] == 44


def test_graphs_add_up_to_the_quads_of_the_build(counts: dict[str, dict[str, int]], built: Path) -> None:
    """No graph is left out, and what the build counted is in the store."""
    manifest = read_manifest(built)
    assert sum(counts["graphs"].values()) == manifest.quads
    assert counts["graph"] == {"quads": manifest.quads, "triples": manifest.triples}
    assert len(open_store(built)) == manifest.quads + manifest.triples


def test_amounts_are_sorted_by_how_far_they_are_fixed(
    counts: dict[str, dict[str, int]],
) -> None:
    """Every flow and every total is counted once, by what the sources fix of its amount."""
    flows = ("MoneyFlow", "Contribution", "Expenditure")
    totals = ("MoneyTotal", "FundraisingTotal")
    events = counts["events"]
    assert sum(counts["MoneyFlow_amounts"].values()) == sum(events[name] for name in flows)
    assert sum(counts["MoneyTotal_amounts"].values()) == sum(events[name] for name in totals)
    assert counts["MoneyFlow_amounts"]["lower bound only"] == 3


def test_text_is_aligned() -> None:
    """Names stand flush left, numbers flush right, with a sum where the counts exclude each other."""
    table = Table("events", "Events by class", (("Backing", 1029), ("Candidacy", 7)))
    assert stats_text([table]) == (
        "Events by class\n  Backing    1,029\n  Candidacy      7\n  together   1,036\n"
    )


def test_counts_that_overlap_have_no_sum() -> None:
    """Modalities of one claim may be several, so their sum would mean nothing."""
    table = Table("modalities", "Claims by modality", (("asserted", 2), ("quoted", 1)))
    assert stats_text([table]) == "Claims by modality\n  asserted  2\n  quoted    1\n"


def test_a_table_without_counts_is_its_title() -> None:
    """Nothing counted is no error."""
    assert stats_text([Table("edges", "Plain edges", ())]) == "Plain edges\n"


def test_json_has_the_same_counts(built: Path, counts: dict[str, dict[str, int]]) -> None:
    """As JSON the counts are an object of objects."""
    assert json.loads(stats_json(make_stats(built))) == counts


def test_the_command_prints_both_forms(built: Path, run: Run) -> None:
    """`moneytrail stats` prints text, and JSON when asked, without a word on stderr."""
    text, data = run("stats", "--graph", str(built)), run("stats", "--graph", str(built), "--format", "json")
    assert (text.returncode, text.stderr, text.stdout) == (0, "", stats_text(make_stats(built)))
    assert (data.returncode, data.stderr, data.stdout) == (0, "", stats_json(make_stats(built)))


def test_a_folder_without_graph_is_refused(tmp_path: Path) -> None:
    """There is nothing to count where nothing is built."""
    with pytest.raises(NoGraphError) as error:
        make_stats(tmp_path)
    assert error.value.folder == tmp_path
