"""Every command on a graph with rows: what it tells of them, with dataset, file and line."""

import csv
import json
import re
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import networkx as nx
import pytest
from example_rows import FILINGS, build_example_graph
from pyoxigraph import DefaultGraph, Quad, RdfFormat, Triple, parse

from graph.ask_things import find_thing
from graph.dossier import dossier_text, make_dossier
from graph.entities import find_entity
from graph.errors import UnknownNameError
from graph.exports.export import export
from graph.exports.formats import Format
from graph.reading import Reader
from graph.rows.event_tables import EventTables, open_tables
from graph.rows.names import Named, called, nearest
from graph.sparql.engine import Target
from graph.stats import make_stats
from graph.store import open_store, read_manifest
from graph.validation.validate import validate_graph

if TYPE_CHECKING:
    import subprocess

Run = Callable[..., "subprocess.CompletedProcess[str]"]
ID = "https://w3id.org/moneytrail/id/"
CONTEST = "contest/2016-11-08/us-ga-toombs-judicial-circuit/district-attorney"
TOOMBS_2016 = "District Attorney, Toombs Judicial Circuit, Georgia, 2016-11-08"
DOUPE = f"ballot-{CONTEST.replace('contest', 'candidate', 1)}/bill-doupe"
ADA = "party/fec/EXAMPLE%2C%20ADA/30601"
RELATIONS = {"gaveTo", "spentFor", "spentAgainst", "ranIn", "won", "lost"}


@pytest.fixture(scope="module")
def built_rows(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a graph with rows of four datasets."""
    return build_example_graph(tmp_path_factory.mktemp("rows"))


@pytest.fixture(scope="module")
def tables(built_rows: Path) -> EventTables:
    """Its event tables."""
    return open_tables(built_rows)


@pytest.fixture(scope="module")
def reader(built_rows: Path) -> Reader:
    """Its store."""
    return Reader(open_store(built_rows))


@pytest.fixture
def show(reader: Reader, tables: EventTables) -> Callable[[str], list[str]]:
    """The lines of the dossier of whoever has a name."""

    def lines(name: str) -> list[str]:
        entity = find_entity(reader, name, tables)
        return dossier_text(make_dossier(reader, entity, tables=tables)).splitlines()

    return lines


Show = Callable[[str], list[str]]


def section(lines: list[str], heading: str) -> list[str]:
    """The lines under a heading."""
    start = lines.index(heading) + 1
    end = lines.index("", start) if "" in lines[start:] else len(lines)
    return [line.strip() for line in lines[start:end]]


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("sample for congress", "committee/fec/C99000001"),
        ("C99000002", "committee/fec/C99000002"),
        ("h4ga99001", "candidate/fec/H4GA99001"),
        ("Bill Doupe", DOUPE),
        ("filings", "dataset/filings"),
        ("again/itcont.txt", "dataset/again/itcont.txt"),
        ("cm.txt", "dataset/filings/cm.txt"),
        (f"{ID}{ADA}", ADA),
        ("contribution/filings/fec/99000006", "contribution/filings/fec/99000006"),
    ],
)
def test_what_rows_tell_of_is_found(reader: Reader, tables: EventTables, name: str, path: str) -> None:
    """By name in any case, a regulator's id, an id of a dataset, a file, a path, an IRI."""
    assert find_entity(reader, name, tables).value == ID + path


def test_a_name_of_several_is_refused_with_all(reader: Reader, tables: EventTables) -> None:
    """A committee and a payer printed like it are two."""
    with pytest.raises(UnknownNameError) as caught:
        find_entity(reader, "Harbor Forward", tables)
    assert str(caught.value) == (
        "'Harbor Forward' may be several: committee/fec/C99000002, party/fec/HARBOR%20FORWARD/31401;"
        " use one of these"
    )


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Ada Example", "'EXAMPLE, ADA'"),
        ("bo sampler", "'SAMPLER, BO' (party/fec/SAMPLER%2C%20BO/68102)"),
        ("Upstate Milers Pac", "'UPSTATE MILLERS PAC' (committee/fec/C99000003)"),
    ],
)
def test_a_name_in_other_words_points_at_the_printed_one(
    reader: Reader, tables: EventTables, name: str, meant: str
) -> None:
    """The words in another order, or a letter missing; without a path where several are called so."""
    with pytest.raises(UnknownNameError) as caught:
        find_entity(reader, name, tables)
    assert str(caught.value) == f"{name!r} is no entity of this graph; did you mean {meant}?"


def test_names_are_compared_whole_and_in_any_case(tables: EventTables) -> None:
    """Both printed parties of one name are found; a part of a name is none."""
    assert called(tables, " example, ADA ") == [
        Named("EXAMPLE, ADA", "party/fec/EXAMPLE%2C%20ADA/29801"),
        Named("EXAMPLE, ADA", ADA),
    ]
    assert called(tables, "example") == []
    assert nearest(tables, "!") == []


def test_people_of_the_articles_are_found_as_before(reader: Reader, tables: EventTables) -> None:
    """Rows do not get in the way of the registry."""
    assert find_entity(reader, "Cari Tuna", tables).value == f"{ID}person/cari-tuna"


def test_the_money_of_a_committee_is_told_by_year_and_dataset(show: Show) -> None:
    """Sums of two datasets stand apart; a refund is no new money."""
    lines = show("sample for congress")
    assert lines[0] == "SAMPLE FOR CONGRESS (committee)"
    assert "For candidate: SAMPLE, BEN" in lines
    assert section(lines, "Money by year (sums of rows, each dataset by itself)") == [
        "2023: in, contribution: $500 in 1 row [filings]",
        "2024: in, contribution: $40 in 1 row [again]",
        "2024: in, contribution: $8,450.50 in 4 rows [filings]",
        "2024: out, refund: -$500 in 1 row, none of it new money [filings]",
    ]
    assert section(lines, "Most from")[2] == (
        f"EXAMPLE, ADA: contribution: $1,700.50 in 2 rows, 2023 to 2024 [filings] {ADA}"
    )


def test_every_row_of_money_is_told_with_file_and_line(show: Show) -> None:
    """Why a row is not new money stands beside it."""
    rows = section(show("sample for congress"), "Rows")
    assert len(rows) == 8
    assert rows[5] == (
        "2024-05-02 contribution from SAMPLER, BO to SAMPLE FOR CONGRESS: $75 (memo)"
        " — filings/itcont.txt, line 6"
    )


def test_a_printed_party_is_told_apart_from_one_printed_alike(show: Show) -> None:
    """Who is who is left to people."""
    lines = show(ADA)
    assert lines[3] == (
        "Note: a name and place as printed; one person may be printed in several ways, several in one"
    )
    assert section(lines, "Printed alike elsewhere (the same or not, the files do not say)") == [
        "EXAMPLE, ADA, AIKEN, SC party/fec/EXAMPLE%2C%20ADA/29801"
    ]


def test_spending_for_and_against_counts_money_once(show: Show) -> None:
    """A notice that a report tells again, and one that was amended, are in no sum."""
    heading = "Spending for and against others"
    assert section(show("C99000002"), heading) == [
        "2024: HARBOR FORWARD spent against MODEL, CLEO: $15,300.25 in 2 rows [filings]",
        "2024: HARBOR FORWARD spent for SAMPLE, BEN: $8,000 in 1 row [filings]",
    ]
    lines = show("SAMPLE, BEN")
    assert section(lines, "Spent for and against it") == [
        "2024: HARBOR FORWARD spent for SAMPLE, BEN: $8,000 in 1 row [filings]"
    ]
    assert section(lines, "Committees") == ["SAMPLE FOR CONGRESS committee/fec/C99000001"]


def test_amended_filings_are_told(show: Show) -> None:
    """Which filing replaces which."""
    filings = section(show("C99000002"), "Filings")
    assert filings[0] == "5 filings, 1 of them replaced by amendments"
    assert filings[2] == "filing/fec/1990006: filed 2024-10-26, replaced by filing/fec/1990007"


def test_a_contest_has_votes_outcome_and_rule_or_why_there_is_none(show: Show) -> None:
    """Certified counts decide; the same counts, of which nobody says that they are final, do not."""
    lines = show(CONTEST)
    assert section(lines, "Votes in all") == [
        f"{name}: {votes}, from 24 tallies [{dataset}]"
        for dataset in ("open", "toombs-2016")
        for name, votes in (
            ("BILL DOUPE", "11,109 (52.47 %)"),
            ('DURWOOD R. "WOODY" DAVIS', "10,064 (47.53 %)"),
        )
    ]
    won, _, why = section(lines, "Outcome")
    assert won == (
        f"BILL DOUPE won {TOOMBS_2016}: 11 109 of 21 173 votes"
        " = 52.5 %; more than half (O.C.G.A. § 21-2-501); rule: Georgia: majority, or a run-off of two;"
        " count: certified [toombs-2016]"
    )
    assert why == "none follows from the counts: the counts are neither certified nor final [open]"
    assert section(lines, "Counted from")[1] == (
        "toombs-2016/20161108__ga__general.csv: 70 tallies, of which 22 repeat others and are not added"
    )


def test_a_candidate_and_a_county_tell_of_the_same_votes(show: Show) -> None:
    """Wilkes County counted 2,702 votes for one and 1,513 for the other."""
    by_place = section(show(DOUPE), "Votes by place")
    assert by_place[-1] == "Wilkes County: 2,702 (64.10 %), from 4 tallies [toombs-2016]"
    votes = 'BILL DOUPE 2,702, DURWOOD R. "WOODY" DAVIS 1,513'
    assert section(show("county/us/13317"), "Votes counted here") == [
        f"{TOOMBS_2016}: {votes} [open]; {votes} [toombs-2016]"
    ]
    for name in ("district/us/ga/toombs-judicial-circuit", "election/us/ga/2016-11-08"):
        (contest,) = section(show(name), "Contests")
        assert contest.endswith(CONTEST)


def test_a_dataset_tells_what_was_read_and_what_was_not(show: Show) -> None:
    """Files with rows and encoding, tables, problems by kind."""
    lines = show("again")
    assert lines[3:5] == ["Id: again", "Publisher: Federal Election Commission"]
    assert section(lines, "Files") == ["itcont.txt (itcont): 3 rows read, 1 rejected, utf-8"]
    assert "contribution: 2" in section(lines, "Rows and things by table")
    assert lines[-1] == "  1 × TRANSACTION_AMT: wanted an amount such as 1234.50 (row left out)"


def test_a_dataset_tells_which_contests_have_no_outcome(show: Show) -> None:
    """And why."""
    assert section(show("open"), "Contests without an outcome") == [
        f"{TOOMBS_2016}: the counts are neither certified nor final"
    ]


def test_a_file_a_filing_and_a_row_have_dossiers(show: Show) -> None:
    """Rows of a filing are counted by dataset, which may report the same money."""
    assert section(show("filings/itcont.txt"), "Rows") == ["contribution: 8", "refund: 1"]
    assert section(show("filing/fec/1990002"), "Rows") == [
        "contribution: 1 row, $10,000 [again]",
        "contribution: 3 rows, $62,500 [filings]",
    ]
    row = show("contribution/filings/fec/99000006")
    assert {"Amount: $75", "Not new money: memo", "Stands in: filings/itcont.txt, line 6"} <= set(row)


def test_the_command_shows_rows(run: Run, built_rows: Path) -> None:
    """As the functions do, with the graph of a folder."""
    done = run("show", "Sample for Congress", "--graph", str(built_rows))
    assert (done.returncode, done.stderr) == (0, "")
    assert "2023: in, contribution: $500 in 1 row [filings]" in done.stdout


@pytest.mark.parametrize(
    ("text", "like", "path"),
    [
        ("sample for congress", "", "committee/fec/C99000001"),
        ("Harbor Forward", "id:committee/fec/C99000001", "committee/fec/C99000002"),
        ("Harbor Forward", "id:party/fec/X", "party/fec/HARBOR%20FORWARD/31401"),
        ("C99000003", "", "committee/fec/C99000003"),
        ("filing/fec/1990007", "", "filing/fec/1990007"),
        ("Cari Tuna", "", "person/cari-tuna"),
    ],
)
def test_a_query_is_given_what_rows_tell_of(built_rows: Path, text: str, like: str, path: str) -> None:
    """By name or path; of several of one name, the one of the kind that is asked for."""
    assert find_thing(text, Target(built_rows), "--committee", like) == ID + path


def test_a_name_nobody_prints_is_refused_with_the_nearest(built_rows: Path) -> None:
    """Printed names are looked through as well as those of the registry."""
    with pytest.raises(UnknownNameError) as caught:
        find_thing("bo sampler", Target(built_rows), "--donor")
    assert str(caught.value) == (
        "--donor: nothing is called 'bo sampler';"
        " did you mean SAMPLER, BO (id:party/fec/SAMPLER%2C%20BO/68102)?"
    )


def test_names_of_rows_are_found_in_files_as_printed(built_rows: Path, tmp_path: Path) -> None:
    """Without event tables, a name is looked up as typed, in capitals, and with initial capitals."""
    file = tmp_path / "graph.ttl"
    export(built_rows, Format.TURTLE, file)
    target = Target(files=(file,))
    assert find_thing("sample for congress", target, "--committee") == f"{ID}committee/fec/C99000001"
    assert find_thing("Cari Tuna", target, "--donor") == f"{ID}person/cari-tuna"


def test_datasets_are_counted(built_rows: Path) -> None:
    """What was read in all and of each dataset; things of the registry are counted without rows."""
    counts = {table.key: dict(table.counts) for table in make_stats(built_rows)}
    assert counts["datasets"] == {
        "datasets": 4, "files": 9, "rows read": 52, "rows rejected": 1, "rows left out by rule": 0,
        "problems reported": 1, "contests without outcome": 1,
        "quads": sum(part.quads for part in read_manifest(built_rows).datasets),
    }  # fmt: skip
    again = counts["datasets/again"]
    assert (again["rows read"], again["rows rejected"], again["table contribution"]) == (3, 1, 2)
    assert sum(counts["entities"].values()) == 214
    assert counts["events"] == {}


def test_what_is_counted_is_named(built_rows: Path, run: Run) -> None:
    """The tables say that rows are not among what is counted elsewhere."""
    done = run("stats", "--graph", str(built_rows))
    assert (done.returncode, done.stderr) == (0, "")
    assert "\nEntities by class, rows of datasets not among them\n" in done.stdout
    assert re.search(r"\nDataset toombs-2016\n  files +1\n  rows read +14\n", done.stdout)


def default_graph(folder: Path) -> set[Triple]:
    """The triples of the default graph of the store."""
    return {quad.triple for quad in open_store(folder).quads_for_pattern(None, None, None, DefaultGraph())}


def exported(folder: Path, form: Format, kind: RdfFormat, tmp_path: Path) -> list[Quad]:
    """The quads of an export."""
    export(folder, form, tmp_path / form.value)
    return list(parse(path=str(tmp_path / form.value), format=kind))


@pytest.mark.parametrize(
    ("form", "kind"), [(Format.TURTLE, RdfFormat.TURTLE), (Format.JSONLD, RdfFormat.JSON_LD)]
)
def test_the_default_graph_is_exported_with_rows(
    built_rows: Path, tmp_path: Path, form: Format, kind: RdfFormat
) -> None:
    """Every triple once, also where two datasets tell of one thing."""
    told = Counter(quad.triple for quad in exported(built_rows, form, kind, tmp_path))
    assert set(told) == default_graph(built_rows)
    assert {triple: count for triple, count in told.items() if count > 1} == {}


@pytest.mark.parametrize(
    ("form", "kind"), [(Format.TRIG, RdfFormat.TRIG), (Format.NQUADS, RdfFormat.N_QUADS)]
)
def test_each_dataset_is_a_graph_of_the_export(
    built_rows: Path, tmp_path: Path, form: Format, kind: RdfFormat
) -> None:
    """With as many quads as the build counted, none twice; together they are the default graph."""
    quads = exported(built_rows, form, kind, tmp_path)
    assert len(set(quads)) == len(quads)
    counts = Counter(str(quad.graph_name)[1:-1].removeprefix(f"{ID}graph/") for quad in quads)
    for part in read_manifest(built_rows).datasets:
        assert counts[f"dataset/{part.name}"] == part.quads
    inside = (quad for quad in quads if not str(quad.graph_name).startswith(f"<{ID}graph/outside/"))
    assert {quad.triple for quad in inside} == default_graph(built_rows)


def read_csv(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def edges(built_rows: Path, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, str]]:
    """The edges of rows in the CSV export."""
    folder = tmp_path_factory.mktemp("csv")
    export(built_rows, Format.CSV, folder)
    return [row for row in read_csv(folder / "edges.csv") if row["dataset"]]


def test_sums_are_edges_of_property_graphs(edges: list[dict[str, str]]) -> None:
    """Gifts by payer, payee and year add up to those of the file, a sum of two datasets to neither."""
    assert {edge[":TYPE"] for edge in edges} == RELATIONS
    given = Counter[str]()
    for edge in edges:
        if edge[":TYPE"] == "gaveTo":
            given[edge["dataset"]] += int(edge["rows:int"])
    assert given == {"filings": 8, "again": 2}
    to_sample = [
        Decimal(edge["amount:double"])
        for edge in edges
        if (edge[":END_ID"], edge[":TYPE"], edge["dataset"])
        == (f"{ID}committee/fec/C99000001", "gaveTo", "filings")
    ]
    lines = (line.split("|") for line in (FILINGS / "itcont.txt").read_text("utf-8").splitlines())
    counted = [Decimal(row[14]) for row in lines if row[0] == "C99000001" and row[5] == "15"]
    assert sum(to_sample) == sum(counted) + Decimal(5000)  # the gift of a committee stands in itpas2.txt


def test_an_outcome_and_a_candidacy_are_edges(edges: list[dict[str, str]]) -> None:
    """The candidacy is told by both datasets, the outcome by the one with final counts."""
    doupe = {edge[":TYPE"]: edge for edge in edges if edge[":START_ID"] == ID + DOUPE}
    assert set(doupe) == {"ranIn", "won"}
    assert (doupe["ranIn"]["dataset"], doupe["won"]["dataset"]) == ("open toombs-2016", "toombs-2016")
    assert (doupe["won"]["votes:int"], doupe["won"]["share_of_votes:double"]) == ("11109", "52.47")


def test_every_end_of_an_edge_is_a_node_once(built_rows: Path, tmp_path: Path) -> None:
    """Nothing in the CSV files points nowhere, and no node stands twice."""
    export(built_rows, Format.CSV, tmp_path)
    nodes = [row["iri:ID"] for row in read_csv(tmp_path / "nodes.csv")]
    assert len(nodes) == len(set(nodes))
    ends = {row[end] for row in read_csv(tmp_path / "edges.csv") for end in (":START_ID", ":END_ID")}
    assert ends <= set(nodes)


def test_graphml_has_the_edges_of_csv(built_rows: Path, edges: list[dict[str, str]], tmp_path: Path) -> None:
    """The same edges with the same attributes, whatever the format."""
    export(built_rows, Format.GRAPHML, tmp_path / "graph.graphml")
    network = nx.read_graphml(tmp_path / "graph.graphml", force_multigraph=True)
    found = {key: data for _, _, key, data in network.edges(keys=True, data=True) if "dataset" in data}
    assert set(found) == {edge["iri"] for edge in edges}
    for edge in edges:
        data = found[edge["iri"]]
        assert (data["relation"], data.get("amount")) == (
            edge[":TYPE"],
            float(edge["amount:double"]) if edge["amount:double"] else None,
        )


def test_rows_can_be_left_out_of_property_graphs(built_rows: Path, run: Run) -> None:
    """`--without-rows` gives what the sources alone give."""
    done = run("export", "--format", "cytoscape", "--without-rows", "--graph", str(built_rows))
    assert (done.returncode, done.stderr) == (0, "")
    assert [edge for edge in json.loads(done.stdout)["elements"]["edges"] if "dataset" in edge["data"]] == []


def test_payments_of_followthemoney_say_how_many_rows_they_are(built_rows: Path, tmp_path: Path) -> None:
    """A sum is told as one, with its year and its new money."""
    export(built_rows, Format.FTM, tmp_path / "ftm")
    entities = [json.loads(line) for line in (tmp_path / "ftm").read_text("utf-8").splitlines()]
    assert len({entity["id"] for entity in entities}) == len(entities)
    payments = [
        one["properties"] for one in entities if one["schema"] == "Payment" and "date" in one["properties"]
    ]
    ada = next(one for one in payments if one["amount"] == ["1200.50"])
    assert ada["date"] == ["2024"]
    assert ada["description"] == [
        "Known from rows of the dataset filings",
        "Sum of 1 rows; new money 1200.50",
    ]


def test_a_graph_with_rows_conforms(built_rows: Path) -> None:
    """Rules, which no table has, are known to the check of references as well."""
    report = validate_graph(built_rows)
    assert [breach for breach in report.breaches if breach.severity == "violation"] == []


def test_the_picture_draws_rows(built_rows: Path, run: Run, tmp_path: Path) -> None:
    """`moneytrail render` names a donor from the sum that is asked for; below it donors are one mark."""
    for sum_, is_named in (("10000", True), ("1000000", False)):
        done = run("render", "--graph", str(built_rows), "--out", "x.html", "--named-from", sum_)
        assert done.returncode == 0
        assert ("EXAMPLE, ADA" in (tmp_path / "x.html").read_text("utf-8")) is is_named
