"""Plain edges: which claims draw one, what it rests on, and how firm it is."""

from pathlib import Path

import pytest
from made_up_claims import NAMES, made_claim, qualified, world_of
from pyoxigraph import Literal, NamedNode, QuerySolutions

from graph.derive.edges import Premised, edge_quads, find_edges
from graph.derive.world import hedges
from graph.nodes import term
from graph.store import open_store
from ontology import EDGES, NAMESPACE, PREDICATES
from sources.claim import Claim


def _edges(*claims: Claim) -> list[Premised]:
    return list(find_edges(world_of(*claims)))


def _lines(*claims: Claim) -> list[tuple[str, str, str]]:
    return [(edge.source, edge.relation, edge.target) for edge in _edges(*claims)]


def _written(*claims: Claim) -> dict[str, list[str]]:
    """Values by property of the nodes of all edges, with things and terms by the end of their IRI."""
    world = world_of(*claims)
    found: dict[str, list[str]] = {}
    for quad in edge_quads(find_edges(world), world, NAMES):
        assert isinstance(quad.subject, NamedNode)
        if "/id/edge/" in quad.subject.value:
            assert isinstance(quad.object, NamedNode | Literal)
            name = quad.predicate.value.removeprefix(NAMESPACE).rpartition("#")[2]
            value = quad.object.value.removeprefix("https://example.org/id/").removeprefix(NAMESPACE)
            found.setdefault(name, []).append(value)
    return found


def test_a_claim_draws_the_line_its_predicate_draws() -> None:
    """From subject to object, by the property of the ontology."""
    assert _lines(made_claim(1, "person/ann", "contributedToPAC", "committee/c")) == [
        ("person/ann", "gaveTo", "committee/c")
    ]


@pytest.mark.parametrize(
    ("predicate", "about"),
    [
        ("gaveTo", "person/bo"),
        ("backed", "person/bo"),
        ("linkedTo", "person/bo"),
        ("won", "contest/race"),
        ("candidateIn", "contest/race"),
        ("recalledFrom", "office/o"),
        ("spouseOf", "person/bo"),
    ],
)
def test_a_negative_claim_draws_none(predicate: str, about: str) -> None:
    """What a source denies is in the claims and never in the picture."""
    assert _lines(made_claim(1, "person/ann", predicate, about)) != []
    assert _lines(made_claim(1, "person/ann", predicate, about, positive=False)) == []


def test_a_claim_about_words_draws_none() -> None:
    """A line needs two entities."""
    assert _lines(made_claim(1, "person/ann", "fundedCandidates", "candidates world-wide")) == []


@pytest.mark.parametrize(
    "relation", ["backed", "backedDirectly", "favored", "linkedTo", "alignedWith", "endorsed"]
)
def test_strengths_of_a_tie_are_lines_of_their_own(relation: str) -> None:
    """Each degree of a tie is its own property, never folded into another."""
    assert _lines(made_claim(1, "person/ann", relation, "person/bo")) == [
        ("person/ann", relation, "person/bo")
    ]


def test_the_same_tie_from_two_claims_is_one_line_with_two_premises() -> None:
    """Ties are joined when source, property, target and contest are the same."""
    claims = [made_claim(number, "person/ann", "backed", "person/bo") for number in (1, 2)]
    (edge,) = _edges(*claims)
    assert [claim.key for claim in edge.claims] == ["T-1", "T-2"]
    assert len(_edges(claims[0], made_claim(2, "person/ann", "favored", "person/bo"))) == 2
    contest = qualified(contest="contest/race")
    assert len(_edges(claims[0], made_claim(2, "person/ann", "backed", "person/bo", **contest))) == 2


def test_two_gifts_are_two_lines() -> None:
    """Lines of money are one for each event, between the same two as well."""
    gifts = [made_claim(number, "person/ann", "gaveTo", "person/bo") for number in (1, 2)]
    assert [edge.relation for edge in _edges(*gifts)] == ["gaveTo", "gaveTo"]
    assert len({edge.event for edge in _edges(*gifts)}) == 2
    same = [made_claim(number, "person/ann", "gaveTo", "person/bo", fact="gift") for number in (1, 2)]
    assert len(_edges(*same)) == 1


def test_every_line_names_its_event() -> None:
    """A line of money leads to the amount on its event."""
    (edge,) = _edges(made_claim(1, "person/ann", "gaveTo", "person/bo"))
    assert edge.event.startswith("event/")
    assert _written(made_claim(1, "person/ann", "gaveTo", "person/bo"))["reportedEvent"] == [edge.event]


def test_spending_for_somebody_is_not_given_to_them() -> None:
    """The beneficiary of spending gets a line "spent for", and no money."""
    claim = made_claim(1, "person/ann", "spentOn", "contest/race", **qualified(beneficiary="person/bo"))
    assert _lines(claim) == [
        ("person/ann", "spentFor", "person/bo"),
        ("person/ann", "spentOn", "contest/race"),
    ]


def test_spending_on_a_campaign_for_somebody_belongs_to_the_contest_named() -> None:
    """A campaign is no contest; the line has the contest of the qualifier."""
    qualifiers = qualified(beneficiary="person/bo", contest="contest/race")
    claim = made_claim(1, "person/ann", "spentOn", "group/g", **qualifiers)
    assert {(edge.relation, edge.contest) for edge in _edges(claim)} == {
        ("spentFor", "contest/race"),
        ("spentOn", "contest/race"),
    }


def test_a_hedge_counts_when_all_premises_have_one() -> None:
    """One firm premise makes a line firm; else all that weakens any premise is told."""
    reported = made_claim(1, "person/ann", "backed", "person/bo", modality=("reported",))
    hinted = made_claim(
        2, "person/ann", "backed", "person/bo", implicature=True, modality=("alleged", "quoted")
    )
    firm = made_claim(3, "person/ann", "backed", "person/bo")
    assert [edge.hedges for edge in _edges(reported)] == [("reported",)]
    assert [edge.hedges for edge in _edges(reported, hinted)] == [("alleged", "implicature", "reported")]
    assert [edge.hedges for edge in _edges(reported, hinted, firm)] == [()]
    assert _written(reported, hinted)["hedge"] == [
        "modality-alleged",
        "modality-implicature",
        "modality-reported",
    ]
    assert hedges(firm) == frozenset()


def test_two_versions_of_one_report_are_one_origin() -> None:
    """Documents of one origin count once among the witnesses of a line, in whatever capitals it is named."""
    claims = [
        made_claim(number, "person/ann", "backed", "person/bo", document=name)
        for number, name in enumerate("abc", 1)
    ]
    assert _written(claims[0], claims[1])["origins"] == ["1"]
    assert _written(*claims)["origins"] == ["2"]


def test_the_shipped_versions_of_one_report_are_one_origin(built: Path) -> None:
    """Documents 000 and 002 back nothing twice; only a third document makes a second witness."""
    query = f"""PREFIX mt: <{NAMESPACE}> PREFIX prov: <http://www.w3.org/ns/prov#>
        SELECT ?edge ?origins (COUNT(DISTINCT ?origin) AS ?counted) WHERE {{
          ?edge a mt:PlainEdge ; mt:origins ?origins ; prov:wasDerivedFrom ?claim .
          ?claim mt:document/mt:origin ?origin }} GROUP BY ?edge ?origins"""
    solutions = open_store(built).query(query)
    assert isinstance(solutions, QuerySolutions)
    rows = [(int(row["origins"].value), int(row["counted"].value)) for row in solutions]
    assert all(origins == counted for origins, counted in rows)
    assert max(origins for origins, _ in rows) == 2
    assert len(rows) > 150


def test_a_recall_is_no_candidacy() -> None:
    """Whoever is recalled faced a recall and lost an office; they ran in nothing."""
    claim = made_claim(1, "person/ann", "recalledFrom", "office/o", **qualified(contest="contest/recall"))
    assert _lines(claim) == [
        ("person/ann", "facedRecallIn", "contest/recall"),
        ("person/ann", "recalledFrom", "office/o"),
    ]
    assert _lines(made_claim(1, "person/ann", "facesRecall", "contest/recall")) == [
        ("person/ann", "facedRecallIn", "contest/recall")
    ]


def test_recalled_suspended_and_removed_are_three_things() -> None:
    """Each way of losing an office has its own line."""
    assert {
        relation
        for predicate in ("suspendedFromOffice", "removedFromOffice")
        for _, relation, _ in _lines(made_claim(1, "person/ann", predicate, "person/bo"))
    } == {"suspended", "removed"}


def test_a_victory_draws_who_stood_won_and_lost() -> None:
    """With the contest named, both stood in it; the line between them says who defeated whom."""
    claim = made_claim(1, "person/ann", "defeated", "person/bo", **qualified(contest="contest/race"))
    assert _lines(claim) == [
        ("person/ann", "defeated", "person/bo"),
        ("person/ann", "ranIn", "contest/race"),
        ("person/ann", "won", "contest/race"),
        ("person/bo", "lost", "contest/race"),
        ("person/bo", "ranIn", "contest/race"),
    ]
    assert {edge.contest for edge in _edges(claim)} == {"contest/race"}


def test_contests_are_held_where_the_registry_says() -> None:
    """A contest lies in its county, or in the counties of its circuit; the entry is the premise."""
    links = {
        "contest/race": {"jurisdiction": ("county/us/06067",)},
        "contest/other": {"jurisdiction": ("circuit/x",)},
        "circuit/x": {"member": ("county/us/06067", "county/us/06073")},
    }
    edges = find_edges(world_of(links=links))
    assert [(edge.source, edge.relation, edge.target) for edge in edges] == [
        ("contest/other", "heldIn", "circuit/x"),
        ("contest/other", "inCounty", "county/us/06067"),
        ("contest/other", "inCounty", "county/us/06073"),
        ("contest/race", "heldIn", "county/us/06067"),
        ("contest/race", "inCounty", "county/us/06067"),
    ]
    assert {edge.entity.path for edge in edges if edge.entity is not None} == {
        "contest/other",
        "contest/race",
    }
    assert all(edge.claims == () and edge.hedges == () for edge in edges)


def test_a_line_is_a_triple_and_a_node_that_names_its_premises() -> None:
    """For short queries the triple, for evidence the node beside it."""
    claim = made_claim(
        1, "person/ann", "backed", "person/bo", **qualified(date="2018-06", contest="contest/race")
    )
    world = world_of(claim)
    quads = edge_quads(find_edges(world), world, NAMES)
    triple = (NAMES.thing("person/ann"), term("backed"), NAMES.thing("person/bo"))
    assert [quad for quad in quads if (quad.subject, quad.predicate, quad.object) == triple] != []
    assert {quad.graph_name for quad in quads} == {NAMES.graph("derived/edges")}
    found = _written(claim)
    assert (found["subject"], found["predicate"], found["object"]) == (
        ["person/ann"],
        ["backed"],
        ["person/bo"],
    )
    assert (found["type"], found["label"]) == (["PlainEdge"], ["ann backed bo"])
    assert (found["wasDerivedFrom"], found["contest"]) == ([f"claim/{claim.digest}"], ["contest/race"])
    assert (found["date"], found["earliest"], found["latest"]) == (
        ["2018-06"],
        ["2018-06-01"],
        ["2018-06-30"],
    )


def test_a_line_is_dated_as_narrowly_as_its_claims_allow() -> None:
    """A day is narrower than an interval that takes more letters to write."""
    claims = [
        made_claim(number, "person/ann", "backed", "person/bo", **qualified(date=date))
        for number, date in enumerate(("2018-05/2018-06", "2018-06-05"), 1)
    ]
    assert _written(*claims)["date"] == ["2018-06-05"]


def test_every_line_drawn_has_a_name_and_a_family() -> None:
    """No predicate of the ontology draws a line the picture does not know."""
    drawn = {predicate.draws for predicate in PREDICATES.values() if predicate.draws}
    assert drawn <= set(EDGES)
    assert all(edge.label and edge.family for edge in EDGES.values())
