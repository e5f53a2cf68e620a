"""Why a query takes long: its parts, what each pattern meets, and what to change."""

import pytest

from graph.sparql.advice import SHORT, Explanation, explain_plan
from graph.sparql.plan import take_apart
from graph.sparql.terms import BASE, Prefixes
from ontology import PREFIXES

SIZES = {"mt:gaveTo": 83, "rdf:type": 40_000, "mt:gavTo": 0, "?b ?c": 200_000}
PRODUCT = (
    "?a mt:gaveTo ?b and ?c rdf:type ?d share no variable, so each row of one meets each row of the other"
)
EVERYTHING = "?a ?b ?c meets more than 100,000 triples; name its subject, its property or its value"


def explained(query: str) -> Explanation:
    """A query explained by a graph of made-up sizes."""
    prefixes = Prefixes({**PREFIXES, "id": f"{BASE}id/"})
    plan = take_apart(query, prefixes)
    patterns = {p.sparql: p.words for step in plan.all() for p in step.patterns}

    def count(asked: str) -> int:
        words = next(words for sparql, words in patterns.items() if sparql in asked)
        return next(size for name, size in SIZES.items() if name in words)

    return explain_plan(plan, count)


def test_a_plan_has_operations_and_what_patterns_meet() -> None:
    """The smallest pattern first; what changes no row is left out."""
    query = """SELECT ?a (COUNT(?b) AS ?n) { ?a a ?kind ; mt:gaveTo ?b .
        OPTIONAL { ?b mt:gaveTo+ ?c FILTER(CONTAINS(STR(?c), "x")) } GRAPH <graph/one> { ?b a ?x } }
        GROUP BY ?a ORDER BY ?n LIMIT 3"""
    assert explained(query).text == (
        "the first of them (LIMIT)\n"
        "  all of it sorted (ORDER BY)\n"
        "    in groups (GROUP BY, COUNT, SUM and the like)\n"
        "      GRAPH id:graph/one { ?b rdf:type ?x }    40,000\n"
        "      with, where there is one (OPTIONAL) by CONTAINS, STR\n"
        "        ?a mt:gaveTo ?b    83\n"
        "        ?a rdf:type ?kind    40,000\n"
        "        ?b mt:gaveTo+ ?c    not counted\n"
    )


@pytest.mark.parametrize(
    ("query", "advice"),
    [
        ("SELECT * { ?a mt:gaveTo ?b }", (SHORT,)),
        ("SELECT * { ?a ?b ?c }", (EVERYTHING,)),
        (
            "SELECT * { ?a mt:gavTo ?b }",
            ("?a mt:gavTo ?b meets nothing, so nothing that needs it is found; look at its spelling",),
        ),
        (
            "SELECT * { ?a mt:gaveTo* ?b }",
            ("?a mt:gaveTo* ?b goes any number of steps from every thing to every other; name one end",),
        ),
        ("SELECT * { <person/a> mt:gaveTo* ?b }", (SHORT,)),
        (
            "SELECT * { ?a mt:gaveTo ?b . ?c a ?d }",
            (PRODUCT,),
        ),
        ("SELECT * { ?a mt:gaveTo ?b . ?c a ?d . ?b a ?d }", (SHORT,)),
        (
            'SELECT * { ?a a ?b FILTER(regex(lcase(?b), "x")) }',
            ("LCASE, REGEX: the text of every row is looked at; narrow the rows by another pattern",),
        ),
        ('SELECT * { ?a mt:gaveTo ?b FILTER(regex(?b, "x")) }', (SHORT,)),
    ],
)
def test_advice_says_what_to_change(query: str, advice: tuple[str, ...]) -> None:
    """One sentence for each reason, and for a query without one that it is narrow."""
    assert explained(query).advice == advice
