"""The shapes over built graphs and RDF files, and where the sheets break them."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import DefaultGraph, RdfFormat, parse
from rdflib import RDF, SH, Graph

from graph.errors import NoGraphError, NotRdfError
from graph.nodes import TYPE, term
from graph.store import open_store
from graph.validation.places import place_breaches
from graph.validation.turtle import report_turtle
from graph.validation.validate import Report, validate_file, validate_graph
from sources.catalog import shipped_sources

if TYPE_CHECKING:
    from subprocess import CompletedProcess

Run = Callable[..., "CompletedProcess[str]"]

TWO_MISTAKES = """
@prefix mt: <https://w3id.org/moneytrail/ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<https://example.org/fund> a mt:Committee ; rdfs:label "A fund"@en ;
    mt:namedInDocuments "perhaps"^^xsd:boolean .
<https://example.org/gift> mt:occurrences 1 ; mt:date "June" .
"""
GOOD = """
@prefix mt: <https://w3id.org/moneytrail/ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<https://example.org/fund> a mt:Committee ; rdfs:label "A fund"@en ; mt:namedInDocuments true .
"""
SOURCE = """id = "mine"
kind = "registry"
title = "My own contests"
publisher = "me"
licence = "CC0-1.0"
"""
SHEET = """entities:
- id: contest/2026-06-02/us-06067/assessor
  type: Contest
  label: assessor contest, Sacramento County, June 2026
  links:
    date: "2026-06-02"
- id: office/us/06067/assessor
  type: ProsecutorOffice
  label: Assessor, Sacramento County
"""


@pytest.fixture(scope="module")
def report(built: Path) -> Report:
    """What the shapes say of the shipped sources."""
    return validate_graph(built)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A source of one's own with two entities that lack their jurisdiction."""
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "source.toml").write_text(SOURCE, "utf-8")
    (folder / "contests.yaml").write_text(SHEET, "utf-8")
    return folder


def test_shipped_sources_conform(report: Report) -> None:
    """No shape is violated by the five articles, the registry and what is derived from them."""
    assert [breach for breach in report.breaches if breach.severity == "violation"] == []
    assert report.conforms


def test_shipped_sources_leave_out_three_things(report: Report) -> None:
    """Two results without contest or place and a circuit without counties are warned of, nothing else."""
    assert [breach.rule for breach in report.breaches] == [
        "JudicialCircuit-members",
        "Result-where",
        "Result-where",
    ]


def test_a_breach_is_placed_in_its_sheet(report: Report, built: Path) -> None:
    """An event leads to its claim, and the claim to the line of the sheet that gives its id."""
    placed = place_breaches(report, built, shipped_sources())
    result = next(one for one in placed if one.breach.rule == "Result-where")
    assert result.claims == ("C001-017",)
    assert result.source == "001"
    assert result.position is not None
    lines = Path(result.position.file).read_text("utf-8").splitlines()
    assert lines[result.position.line - 1].endswith("id: C001-017")


def test_sheets_that_changed_since_the_build_give_no_places(report: Report, built: Path) -> None:
    """A line number is only told while the sheet is the one the graph was built from."""
    placed = place_breaches(report, built, ())
    assert [one.position for one in placed] == [None, None, None]
    assert [one.source for one in placed] == ["001", "001", "registry"]


def test_no_statement_from_outside_stands_in_the_default_graph(built: Path) -> None:
    """Outside statements are kept apart: the graph researchers query holds none."""
    outside = open_store(built).quads_for_pattern(None, TYPE, term("OutsideStatement"), DefaultGraph())
    assert list(outside) == []


def test_a_file_that_keeps_the_rules_conforms(tmp_path: Path, run: Run) -> None:
    """An RDF file can be validated alone; the exit code is 0."""
    (tmp_path / "good.ttl").write_text(GOOD, "utf-8")
    done = run("validate", "good.ttl")
    assert (done.returncode, done.stdout, done.stderr) == (
        0,
        "good.ttl: conforms: 0 violations, 0 warnings\n",
        "",
    )


def test_a_file_that_breaks_rules_is_told_which(tmp_path: Path, run: Run) -> None:
    """Each broken rule is told in words with thing, value and name; ill-typed values raise no traceback."""
    (tmp_path / "bad.ttl").write_text(TWO_MISTAKES, "utf-8")
    done = run("validate", "bad.ttl")
    assert done.returncode == 1
    assert done.stderr == ""
    assert done.stdout == (
        "  violation: An entity says whether documents name it: true or false.\n"
        "    <https://example.org/fund>, found 'perhaps' (rule NamedEntity-named)\n"
        "  violation: A date is one EDTF date.\n"
        "    <https://example.org/gift>, found 'June' (rule Dated-date)\n"
        "bad.ttl: does not conform: 2 violations, 0 warnings\n"
    )


def test_one_bad_file_of_two_fails_the_run(tmp_path: Path, run: Run) -> None:
    """Every file is reported; the exit code is 1 when one does not conform."""
    (tmp_path / "bad.ttl").write_text(TWO_MISTAKES, "utf-8")
    (tmp_path / "good.ttl").write_text(GOOD, "utf-8")
    done = run("validate", "bad.ttl", "good.ttl")
    assert done.returncode == 1
    assert done.stdout.splitlines()[-1] == "good.ttl: conforms: 0 violations, 0 warnings"


def test_a_graph_is_told_by_source_file_line_and_column(own: Path, run: Run) -> None:
    """What a sheet of one's own lacks is reported at its place in that sheet."""
    built = run("build", "mine", "--only-mine", "--quiet")
    assert built.returncode == 0, built.stderr
    done = run("validate", "--sources", "mine")
    assert done.returncode == 1
    sheet = own.relative_to(own.parent) / "contests.yaml"
    assert done.stdout.split("registry:\n")[0] == (
        "mine:\n"
        f"  {sheet}:2:7: violation: A contest has one jurisdiction, a place.\n"
        "    id:contest/2026-06-02/us-06067/assessor (rule Contest-jurisdiction)\n"
        f"  {sheet}:7:7: violation: An elected prosecutor has a jurisdiction.\n"
        "    id:office/us/06067/assessor (rule ProsecutorOffice-jurisdiction)\n"
    )
    assert done.stdout.splitlines()[-1] == "moneytrail-graph: does not conform: 2 violations, 1 warning"


def test_the_report_is_shacl_in_turtle(tmp_path: Path) -> None:
    """As Turtle the report has a result for each broken rule, and says that the file does not conform."""
    (tmp_path / "bad.ttl").write_text(TWO_MISTAKES, "utf-8")
    graph = Graph().parse(data=report_turtle(validate_file(tmp_path / "bad.ttl")), format="turtle")
    head = graph.value(None, RDF.type, SH.ValidationReport)
    assert str(graph.value(head, SH.conforms)) == "false"
    assert len(list(graph.objects(head, SH.result))) == 2
    assert len(list(graph.subjects(RDF.type, SH.ValidationResult))) == 2


def test_turtle_of_several_files_is_one_report(tmp_path: Path, run: Run) -> None:
    """The results of all files stand in one report, the same each time."""
    (tmp_path / "bad.ttl").write_text(TWO_MISTAKES, "utf-8")
    (tmp_path / "worse.ttl").write_text(TWO_MISTAKES.replace("fund", "chest"), "utf-8")
    done = run("validate", "--format", "turtle", "bad.ttl", "worse.ttl")
    assert done.returncode == 1
    assert done.stdout == run("validate", "--format", "turtle", "bad.ttl", "worse.ttl").stdout
    results = [
        quad for quad in parse(done.stdout.encode(), RdfFormat.TURTLE) if quad.predicate == term("sh:result")
    ]
    assert len(results) == 4


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("missing.ttl", None, "No such file or directory (os error 2)"),
        ("notes.pdf", "hello", "'.pdf' is not an ending of an RDF file such as .ttl, .nq or .jsonld"),
    ],
)
def test_what_is_no_rdf_file_is_one_message(
    name: str, content: str | None, reason: str, tmp_path: Path, run: Run
) -> None:
    """A file that is not there, or not RDF by its name, is told in one line with exit code 1."""
    if content is not None:
        (tmp_path / name).write_text(content, "utf-8")
    done = run("validate", name)
    assert (done.returncode, done.stdout, done.stderr) == (
        1,
        "",
        f"moneytrail: {name}: not RDF: {reason}\n",
    )


def test_broken_turtle_is_one_message(tmp_path: Path) -> None:
    """A file that is not what its name says is refused with the place of the mistake."""
    (tmp_path / "broken.ttl").write_text("<a> <b> .\n", "utf-8")
    with pytest.raises(NotRdfError, match=r"broken\.ttl: not RDF: Parser error at line 1 "):
        validate_file(tmp_path / "broken.ttl")


def test_a_folder_without_graph_is_one_message(tmp_path: Path) -> None:
    """Without a built graph there is nothing to validate."""
    with pytest.raises(NoGraphError) as error:
        validate_graph(tmp_path)
    assert str(error.value) == (
        f"{tmp_path}: no graph here; run `moneytrail build` first, or name its folder with --graph"
    )
