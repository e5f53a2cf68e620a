"""The dossier of an entity."""

from pathlib import Path

import pytest

from graph.dossier import Dossier, dossier_text, find_entity, make_dossier
from graph.errors import UnknownNameError
from graph.picture import Quotation
from graph.reading import Reader
from graph.store import open_store

ID = "https://w3id.org/moneytrail/id/"


@pytest.fixture(scope="module")
def reader(built: Path) -> Reader:
    """The founding articles, read-only."""
    return Reader(open_store(built))


def dossier_of(reader: Reader, name: str) -> Dossier:
    """The dossier of whoever has a name."""
    return make_dossier(reader, find_entity(reader, name))


@pytest.mark.parametrize(
    "name",
    ["Cari Tuna", "cari tuna", "person/cari-tuna", "id:person/cari-tuna", f"{ID}person/cari-tuna"],
)
def test_an_entity_is_found_by_label_path_and_iri(reader: Reader, name: str) -> None:
    """All ways to name an entity lead to it."""
    assert find_entity(reader, name).value == f"{ID}person/cari-tuna"


def test_a_surname_of_two_is_refused_with_both(reader: Reader) -> None:
    """Shane Harris is not Kamala Harris."""
    with pytest.raises(UnknownNameError) as caught:
        find_entity(reader, "Harris")
    assert str(caught.value) == (
        "'Harris' may be several: person/kamala-harris, person/shane-harris; use one of these"
    )


def test_an_unknown_name_points_at_the_nearest(reader: Reader) -> None:
    """A slip of the pen is answered with the name that was meant."""
    with pytest.raises(UnknownNameError) as caught:
        find_entity(reader, "Noah Philips")
    assert str(caught.value) == "'Noah Philips' is no entity of this graph; did you mean 'Noah Phillips'?"


def test_money_in_and_out_are_intervals(reader: Reader) -> None:
    """Gifts and spending are added as intervals, stated totals are not."""
    dossier = dossier_of(reader, "George Soros")
    assert dossier.money_in is None
    assert dossier.money_out is not None
    assert dossier.money_out.text == "more than $1.5 million plus about $400,000"


def test_every_claim_on_an_entity_is_in_its_dossier(reader: Reader, built: Path) -> None:
    """What stands behind no edge stands under the claims that remain, denials included."""
    dossier = dossier_of(reader, "Chesa Boudin")
    keys = {card.key for _, lines in dossier.sections for line in lines for card in line.claims}
    keys |= {card.key for card in dossier.other}
    asked = open_store(built).query(
        "SELECT ?key { ?c <http://purl.org/dc/terms/identifier> ?key ; ?end <" + dossier.iri + "> ."
        " ?c a <https://w3id.org/moneytrail/ns#Claim> . FILTER(?end IN ("
        "<http://www.w3.org/1999/02/22-rdf-syntax-ns#subject>,"
        "<http://www.w3.org/1999/02/22-rdf-syntax-ns#object>)) }"
    )
    expected = {solution["key"].value for solution in asked}
    assert len(expected) == 9
    assert expected <= keys
    assert "C004-009" in {card.key for card in dossier.other}


def test_the_text_names_source_paragraph_hedge_and_anchor(reader: Reader) -> None:
    """One line of the dossier, with the line of its claim."""
    lines = dossier_text(dossier_of(reader, "Noah Phillips")).splitlines()
    place = lines.index("Money in")
    assert lines[place + 1 : place + 3] == [
        (
            "  George Soros gave to Noah Phillips: about $400,000 [reported]"
            " (DA contest, Sacramento County, June 2018)"
        ),
        (
            "      C001-029 Soros is said to have supplied about 400,000 dollars to Phillips — document 001 >"
            " Los Angeles Times, paragraph 5, attributed, reported, “received around $400,000 from Soros”"
        ),
    ]


def test_a_denial_is_marked(reader: Reader) -> None:
    """A negative claim says what it denies."""
    text = dossier_text(dossier_of(reader, "Chesa Boudin"))
    assert "[denied: George Soros backed directly Chesa Boudin]" in text


def test_a_quotation_stands_in_its_context(reader: Reader) -> None:
    """With the documents' texts, the words stand in brackets within theirs."""
    words = {"C001-033": Quotation("before ", "the words", " after")}
    dossier = make_dossier(reader, find_entity(reader, "Cari Tuna"), words)
    assert "          before [the words] after" in dossier_text(dossier).splitlines()


def test_independent_origins_are_counted(reader: Reader) -> None:
    """Documents 003 and 004 both say that Soros backed Gascón."""
    (line,) = [
        line
        for heading, lines in dossier_of(reader, "George Gascón").sections
        for line in lines
        if heading == "Supported by"
    ]
    assert (line.words, line.origins) == ("George Soros backed George Gascón", 2)
