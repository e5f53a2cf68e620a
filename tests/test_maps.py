"""The map of a picture: outlines of areas, the counties of places, and margins of contests."""

from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from graph.drawn.drawn import BuiltRows
from graph.maps.area import Map, Margin
from graph.maps.drawing import draw_map
from graph.maps.outlines import Outliner, centre, thinned
from graph.maps.places import counties_of
from graph.maps.topology import TopoJson, Topology, joined, read_topology, topology
from graph.reading import open_reader
from graph.rendering import make_picture
from graph.rows.event_tables import open_tables

ID = "https://w3id.org/moneytrail/id/"

# Two squares side by side, of one state; arc 1 is the line between them.
SQUARES: TopoJson = {
    "transform": {"scale": (1.0, 1.0), "translate": (0.0, 0.0)},
    "arcs": [
        [(1, 0), (-1, 0), (0, 1), (1, 0)],
        [(1, 0), (0, 1)],
        [(1, 0), (1, 0), (0, 1), (-1, 0)],
    ],
    "objects": {
        "counties": {
            "geometries": [
                {"type": "Polygon", "arcs": [[1, ~0]], "id": "01001", "properties": {"name": "West"}},
                {"type": "Polygon", "arcs": [[2, ~1]], "id": "01003", "properties": {"name": "East"}},
            ]
        },
        "states": {
            "geometries": [{"type": "Polygon", "arcs": [[2, ~0]], "id": "01", "properties": {"name": "Both"}}]
        },
    },
}


@pytest.fixture
def squares() -> Topology:
    """Two neighbouring counties."""
    return topology(SQUARES)


@pytest.fixture(scope="module")
def rows(built: Path) -> BuiltRows:
    """The graph of the shipped sources."""
    return BuiltRows(open_reader(built), open_tables(built))


@pytest.fixture(scope="module")
def drawn(built: Path, rows: BuiltRows) -> Map:
    """Its map."""
    drawn = draw_map(rows, make_picture(built).edges)
    assert drawn is not None
    return drawn


def test_an_outline_is_a_closed_path_of_steps(squares: Topology) -> None:
    """A square of side 1 is 20 units wide, and its last point is not told twice."""
    assert Outliner(squares, 0.0).path(squares.counties["01001"]) == "M20,0l0,20 -20,0 0,-20z"


def test_two_counties_are_one_area_without_the_line_between_them(squares: Topology) -> None:
    """The ring around both is the outline of the state; one alone stays as it is."""
    both = joined(squares, [squares.counties["01001"], squares.counties["01003"]])
    assert sorted(both) == [(~0, 2)]
    assert joined(squares, [squares.counties["01001"]]) == ((1, ~0),)


def test_a_line_keeps_the_points_that_can_be_seen() -> None:
    """What strays less than the coarseness goes, ends and corners stay."""
    line = ((0.0, 0.0), (1.0, 0.1), (2.0, 0.0), (2.0, 2.0))
    assert thinned(line, 0.2) == [(0.0, 0.0), (2.0, 0.0), (2.0, 2.0)]
    assert thinned(line, 0.01) == list(line)


def test_the_centre_of_a_square_is_in_its_middle() -> None:
    """Whichever way it runs; a ring without extent has its first point."""
    square = [(0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0)]
    assert centre(square) == centre(square[::-1]) == (1.0, 1.0)
    assert centre([(3.0, 3.0), (3.0, 3.0)]) == (3.0, 3.0)


@pytest.mark.parametrize(
    ("place", "codes"),
    [
        ("county/us/06067", ("06067",)),
        ("circuit/us/ga/athens-clarke-oconee", ("13059", "13219")),
        ("city/us/ga/savannah", ()),
        ("county/us/99999", ()),
    ],
)
def test_a_place_has_its_counties(rows: BuiltRows, place: str, codes: tuple[str, ...]) -> None:
    """A county is one, a circuit its members; a city, and a county without a boundary, none."""
    assert counties_of(rows.reader, NamedNode(ID + place), "2024-11-05", read_topology()) == codes


def test_a_state_is_all_its_counties(rows: BuiltRows) -> None:
    """A contest of a whole state is drawn as the state."""
    found = counties_of(rows.reader, NamedNode(f"{ID}state/us/ca"), "2024-11-05", read_topology())
    assert len(found) == 58
    assert {code[:2] for code in found} == {"06"}


def test_places_are_areas_or_named_as_not_on_the_map(drawn: Map) -> None:
    """No place of a contest is lost: two have no boundary, since no source names their counties."""
    assert [place.removeprefix(ID) for place in drawn.unplaced] == [
        "circuit/us/fl/orange-osceola",
        "city/us/ga/savannah",
    ]
    assert len(drawn.areas) == 13
    assert sorted(drawn.states) == ["Arizona", "California", "Florida", "Georgia", "Michigan"]
    for area in drawn.areas:
        left, top, right, bottom = area.box
        assert left < area.anchor[0] < right
        assert top < area.anchor[1] < bottom
        assert area.path.startswith("M")


def margins(drawn: Map, contest: str) -> list[Margin]:
    """The margins of a contest."""
    return [margin for margin in drawn.margins if margin.contest == f"{ID}contest/{contest}"]


@pytest.mark.parametrize(
    ("contest", "text", "why", "claims"),
    [
        ("2024-11-05/us-06037/district-attorney", "24 points", "stated as “24%”", ("C003-035",)),
        (
            "2018-06-05/us-06073/district-attorney",
            "more than 24 points",
            "computed: “more than 60 percent” for the first, “36 percent” for the next",
            ("C001-049", "C001-050"),
        ),
        (
            "2018-06-05/us-06067/district-attorney",
            "at least 30 points",
            "computed: “65 percent” for the first, at most 35 % for any other",
            ("C001-023",),
        ),
    ],
)
def test_a_margin_is_stated_or_a_bound_that_holds(
    drawn: Map, contest: str, text: str, why: str, claims: tuple[str, ...]
) -> None:
    """It names where it comes from; with one share known it is what the others can have at most."""
    (margin,) = margins(drawn, contest)
    assert (margin.text, margin.why, margin.claims) == (text, why, claims)


def test_a_majority_alone_fixes_no_margin(drawn: Map) -> None:
    """More than half of the votes says nothing of how far the next is behind."""
    assert margins(drawn, "2018-06-05/us-06013/district-attorney") == []


def test_a_picture_without_places_has_no_map(rows: BuiltRows) -> None:
    """Nothing is drawn where nothing was decided."""
    assert draw_map(rows, ()) is None
