"""The reference page of the ontology is written from the Turtle, and the command prints it."""

import ast
import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from rdflib import Graph

from graph.reference import ontology_text, ontology_turtle, reference_page
from graph.vocabulary import read_ontology
from ontology import CLASSES, CODES, EDGES, PREDICATES, PROPERTIES, QUALIFIERS
from sources.schema import schema_text

if TYPE_CHECKING:
    from subprocess import CompletedProcess

Run = Callable[..., "CompletedProcess[str]"]
PAGE = Path(__file__).parents[1] / "docs" / "ontology.md"


def test_the_page_in_docs_is_the_generated_one() -> None:
    """docs/ontology.md is what `moneytrail ontology` prints."""
    assert PAGE.read_text("utf-8") == reference_page()


def test_the_page_names_every_term() -> None:
    """Every class, property, qualifier, predicate, edge and code stands on the page."""
    page = reference_page()
    names = {*CLASSES, *PROPERTIES, *QUALIFIERS, *PREDICATES, *EDGES}
    names |= {code.name for codes in CODES.values() for code in codes}
    assert {name for name in names if f"`{name}`" not in page} == set()


def test_rows_of_tables_have_as_many_cells_as_their_header() -> None:
    """No comment breaks a table of the page."""
    width = 0
    for line in reference_page().splitlines():
        if not line.startswith("|"):
            width = 0
            continue
        cells = line.replace("\\|", "").count("|")
        assert width in (0, cells), line
        width = cells


def test_a_row_says_what_a_predicate_asserts_and_draws() -> None:
    """The row of a predicate has its domain and range, its event and its edge."""
    row = next(line for line in reference_page().splitlines() if line.startswith("| `contributedToPAC` |"))
    assert [cell.strip() for cell in row.strip("|").split("|")] == [
        "`contributedToPAC`",
        "Payer moves money into a committee.",
        "`Agent`",
        "`Agent`",
        "`Contribution`",
        "`gaveTo`",
    ]


def test_the_merged_turtle_is_the_ontology() -> None:
    """The printed Turtle has the triples of the files, no more and no fewer."""
    assert set(Graph().parse(data=ontology_turtle(), format="turtle")) == set(read_ontology())


def test_the_other_texts_are_what_they_say() -> None:
    """The schema is that of sheets, the constants are Python, the shapes are Turtle."""
    assert ontology_text("schema") == schema_text()
    assert json.loads(ontology_text("schema"))["title"] == "moneytrail fact sheet"
    assert ast.parse(ontology_text("terms")).body
    assert len(Graph().parse(data=ontology_text("shapes"), format="turtle")) > 0


def test_the_command_prints_the_page(run: Run) -> None:
    """`moneytrail ontology` prints the page, and nothing else."""
    done = run("ontology")
    assert (done.returncode, done.stdout, done.stderr) == (0, reference_page(), "")


def test_the_command_writes_a_file(run: Run, tmp_path: Path) -> None:
    """With --out the text goes into the file."""
    done = run("ontology", "--format", "turtle", "--out", "all.ttl")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (tmp_path / "all.ttl").read_text("utf-8") == ontology_turtle()


def test_a_place_that_cannot_be_written_is_one_message(run: Run) -> None:
    """A folder that is not there is told in one line."""
    done = run("ontology", "--out", "nowhere/page.md")
    assert done.returncode == 1
    assert done.stderr == "moneytrail: nowhere/page.md: cannot write: No such file or directory\n"
