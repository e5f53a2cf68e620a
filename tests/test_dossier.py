"""The dossier of an entity."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph.build import build
from graph.dossier import Dossier, dossier_text, make_dossier
from graph.entities import find_entity
from graph.errors import UnknownNameError
from graph.picture import Quotation
from graph.reading import Reader
from graph.store import open_store
from sources.catalog import registry

if TYPE_CHECKING:
    import subprocess

Run = Callable[..., "subprocess.CompletedProcess[str]"]
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


def test_a_path_is_found_in_a_graph_without_documents_and_with_its_own_base(run: Run) -> None:
    """The base of the graph completes a path, not what happens to stand in it."""
    assert run("build", "--only-mine", "--quiet", "--base", "https://example.org/").returncode == 0
    done = run("show", "person/cari-tuna")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[:2] == ["Cari Tuna (person)", "https://example.org/id/person/cari-tuna"]


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
    assert lines[place + 1 : place + 4] == [
        (
            "  George Soros gave to Noah Phillips: about $400,000 [reported]"
            " (DA contest, Sacramento County, June 2018)"
        ),
        (
            "    Said by 1 document of 1 origin (7 June 2018), firmest wording: reported; every claim is"
            " hedged; nobody is quoted; named as source: Los Angeles Times; nothing in the graph denies it."
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
    assert line.words == "George Soros backed George Gascón"
    assert line.how_sure.startswith("Said by 2 documents of 2 origins (1 October 2024 to 10 November 2024), ")


METADATA = f"""
id = "950"
kind = "article"
title = "A made-up article"
publisher = "Nobody"
licence = "none"
date = "2018"
origin = "made up"
[text]
file = "text.txt"
sha256 = "{"0" * 64}"
characters = 14
bytes = 14
paragraphs = [[0, 14]]
"""
SPENDING = """
document: "950"
entities:
- {id: committee/unnamed/attacker, type: PoliticalActionCommittee, label: attacking committee, named: false}
- {id: person/target-person, type: Person, label: Target Person}
- {id: person/rich-person, type: Person, label: Rich Person}
claims:
"""
CLAIM = """
- id: C950-00{number}
  paragraph: 1
  span: [0, {end}]
  anchor: word
  anchor_at: 0
  kind: money
  gloss: A made-up claim
  {rest}
"""


@pytest.fixture
def spending(tmp_path: Path) -> Reader:
    """Spending against a person, twice, and money that may come."""
    against = (
        "subject: committee/unnamed/attacker\n  predicate: spentOn\n"
        "  object: contest/2018-06-05/us-06067/district-attorney\n"
        "  quantity: {{precision: exact, value: {value}, unit: USD, as_written: words}}\n"
        "  qualifiers: {{target: person/target-person}}"
    )
    maybe = (
        "subject: person/rich-person\n  predicate: gaveTo\n  object: person/target-person\n"
        "  quantity: {precision: exact, value: 9, unit: USD, as_written: words}\n  modality: [conditional]"
    )
    rests = [against.format(value=100), against.format(value=20), maybe]
    claims = (CLAIM.format(number=at, end=5 + at, rest=rest) for at, rest in enumerate(rests))
    folder = tmp_path / "source"
    folder.mkdir()
    (folder / "source.toml").write_text(METADATA, "utf-8")
    (folder / "claims.yaml").write_text(SPENDING + "".join(claims), "utf-8")
    build([*registry(), folder], tmp_path / "graph", lambda _: None)
    return Reader(open_store(tmp_path / "graph"))


def test_spending_against_someone_is_opposition_with_its_amount(spending: Reader) -> None:
    """Two expenditures stay two, count for who spends, and are nothing the target receives."""
    target = dossier_of(spending, "Target Person")
    opposed = dict(target.sections)["Opposed by"]
    assert sorted(line.amount.text for line in opposed if line.amount is not None) == ["$100", "$20"]
    assert {line.words for line in opposed} == {"attacking committee spent against Target Person"}
    assert target.money_in is None
    committee = dossier_of(spending, "attacking committee")
    assert committee.money_out is not None
    assert committee.money_out.text == "$120"


def test_money_that_hangs_on_a_condition_is_not_counted(spending: Reader) -> None:
    """What may be given is shown, hedged, and stays out of the sum."""
    giver = dossier_of(spending, "Rich Person")
    (line,) = dict(giver.sections)["Money out"]
    assert (line.hedges, giver.money_out) == (("conditional",), None)
