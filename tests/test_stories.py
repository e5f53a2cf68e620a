"""Stories: what a file of steps shows of a picture, and what is said of a file that is none."""

from pathlib import Path

import pytest

from graph import render
from graph.page.document import page_document, schema
from graph.page_options import PageOptions, PageView
from graph.picture import Edge, Picture
from graph.reading import Reader, open_reader
from graph.rendering import make_picture
from graph.selection.selected import edges_around
from graph.selection.wanted import Wanted
from graph.stories.reading import read_story
from graph.stories.steps import tell_story
from graph.sums.scope import read_scope
from sources.errors import MissingSourceError, SheetError, SourceProblems

EXAMPLE = Path(__file__).parent.parent / "docs" / "examples" / "story.yaml"


@pytest.fixture(scope="module")
def picture(built: Path) -> Picture:
    """The picture of the five articles."""
    return make_picture(built)


def told(built: Path, picture: Picture, file: Path, text: str) -> list[set[tuple[str, str, str]]]:
    """Source, relation and target of what each step of a story shows."""
    file.write_text(text, "utf-8")
    names = {node.iri: node.label for node in picture.nodes}
    edges = {edge.iri: edge for edge in picture.edges}
    found = [
        [edges[iri] for iri in step.edges] for step in tell_story(built, picture, read_story(file)).steps
    ]
    return [{(names[e.source], e.relation, names[e.target]) for e in shown} for shown in found]


def test_a_step_shows_a_part_of_the_picture(built: Path, picture: Picture, tmp_path: Path) -> None:
    """Its focus, its kinds of relationships; a step without either shows everything."""
    steps = told(
        built,
        picture,
        tmp_path / "story.json",
        '{"title": "t", "steps": [{"caption": "all"}, {"caption": "one", "focus": "Cari Tuna"},'
        ' {"caption": "money", "focus": ["Cari Tuna"], "hops": 2, "show": ["money"]},'
        ' {"caption": "large", "min_amount": 10000000, "show": ["money"]}]}',
    )
    assert len(steps[0]) == len({(e.source, e.relation, e.target) for e in picture.edges})
    assert {relation for _, relation, _ in steps[1]} == {"gaveTo", "helpedRaiseFor", "workedFor"}
    assert {(who, relation) for who, relation, _ in steps[2]} == {
        ("Cari Tuna", "gaveTo"),
        ("George Soros", "gaveTo"),
    }
    assert {target for _, _, target in steps[3]} == {
        "DA races outside California with Soros money since 2014",
        "Open Society Foundations",
    }


def test_views_go_on_and_the_document_counts_edges(built: Path, picture: Picture) -> None:
    """A step without a view has that of the one before; edges are told by their places."""
    story = tell_story(built, picture, read_story(EXAMPLE))
    assert [step.view for step in story.steps] == ["network", "network", "network", "flow", "network"]
    page = render(built, story=EXAMPLE)
    assert page.picture.story == story
    assert page.picture.title == story.title
    document = page_document(page.picture, PageOptions((PageView.FLOW, PageView.TABLE)))
    assert document["story"]["steps"][0]["edges"] == list(range(len(picture.edges)))
    assert document["options"] == {"views": ["flow", "table"], "embed": False, "layout": "layered"}
    assert {"story", "options"} <= set(schema()["properties"])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("title: t\nsteps: []\n", "2:8: steps: [] is not a list of at least 1 item"),
        ("title: t\nsteps:\n  - caption: c\n    veiw: flow\n", "4:5: 'veiw' is not a key here; did you mean"),
        ("title: t\nsteps:\n  - view: flow\n", "3:5: caption missing in steps[0]"),
        ("title: t\nsteps:\n  - caption: c\n    year: 20x8\n", "4:11: year: '20x8' is not a date like 2018"),
        ("title: t\nsteps:\n  - caption: c\n    year: 1901\n", "3:5: the step shows nothing of this picture"),
        (
            "title: t\nsteps:\n  - caption: c\n    focus: Cari Tuna\n    select: Pamela Price\n",
            "5:13: select: 'Pamela Price' is not in what the step shows",
        ),
    ],
)  # fmt: skip
def test_mistakes_are_told_with_their_line(
    built: Path, picture: Picture, tmp_path: Path, text: str, message: str
) -> None:
    """File, line and column, what was there and what was wanted."""
    file = tmp_path / "story.yaml"
    with pytest.raises(SheetError) as caught:
        told(built, picture, file, text)
    assert str(caught.value).startswith(f"{file}:{message}")


def test_all_mistakes_are_told_at_once(built: Path, picture: Picture, tmp_path: Path) -> None:
    """A reader mends a file once; a file that is not there is said."""
    text = "title: t\nsteps:\n  - caption: c\n    focus: Nobody Here\n    select: Nobody There\n"
    with pytest.raises(SourceProblems) as caught:
        told(built, picture, tmp_path / "story.yaml", text)
    assert [problem.position.line for problem in caught.value.problems] == [4, 5]
    with pytest.raises(MissingSourceError, match="wanted a story in YAML or JSON"):
        read_story(tmp_path / "none.yaml")


def test_a_sum_of_several_years_is_of_their_whole_time(built: Path) -> None:
    """How much of it is of one of them is not told; it stays where both its ends are shown otherwise."""
    reader = open_reader(built)
    edge = Edge("urn:e", "urn:a", "urn:b", "gaveTo", "gave to", "money", date="2018/2020")
    years = {year: tuple(edges_around(reader, [edge], in_year(reader, year))) for year in ("2018", "2024")}
    assert years == {"2018": (), "2024": ()}
    whole = edges_around(reader, [edge], in_year(reader, "2018/2020"))
    assert whole == [edge]


def in_year(reader: Reader, year: str) -> Wanted:
    """The selection of a time."""
    return Wanted(years=(read_scope(reader, [f"year={year}"]),))
