"""The reference page of the ontology, written from its Turtle."""

from collections.abc import Iterable, Iterator
from importlib.resources import files
from io import BytesIO
from typing import TYPE_CHECKING

from rdflib import RDF, RDFS, SH, SKOS, BNode, Graph, Namespace, URIRef

from graph.sparql.terms import Prefixes
from graph.vocabulary import MT, PREFIXES, Vocabulary, read_ontology, read_vocabulary, terms_module
from ontology.model import ClassTerm, CodeTerm, PredicateTerm, PropertyTerm
from sources.schema import schema_text

if TYPE_CHECKING:
    from rdflib.term import Node

SHAPE = Namespace("https://w3id.org/moneytrail/shapes#")
FAMILY = "about"
INTRO = """# The ontology

Every term of the namespace `https://w3id.org/moneytrail/ns#` (prefix `mt:`). This page is written from
`ontology/*.ttl` by `moneytrail ontology --out docs/ontology.md`; edit the Turtle, not the page.

Figures stand flat on what has them: `mt:precision`, `mt:unit`, `mt:value`, `mt:atLeast`, `mt:atMost` on a
claim, `mt:amount`, `mt:amountAtLeast`, `mt:amountAtMost` and `mt:currency` on an event of money. There is
no node for a quantity, a text span or a time interval; their classes are the domains of those properties.
"""


def ontology_text(form: str) -> str:
    """The ontology as "markdown", "turtle", "shapes", "terms" (Python) or "schema" (of fact sheets)."""
    makers = {
        "markdown": reference_page,
        "turtle": ontology_turtle,
        "shapes": lambda: files("ontology").joinpath("shapes.ttl").read_text("utf-8"),
        "terms": terms_module,
        "schema": schema_text,
    }
    return makers[form]()


def ontology_turtle() -> str:
    """All terms of the ontology in one Turtle text, sorted."""
    from pyoxigraph import RdfFormat, parse, serialize

    nt = read_ontology().serialize(format="nt", encoding="utf-8")
    triples = sorted((quad.triple for quad in parse(nt, RdfFormat.N_TRIPLES)), key=str)
    text = BytesIO()
    serialize(triples, text, format=RdfFormat.TURTLE, prefixes=PREFIXES)
    return text.getvalue().decode()


def reference_page() -> str:
    """The text of `docs/ontology.md`."""
    vocabulary, ontology = read_vocabulary(), read_ontology()
    parts = (
        INTRO,
        _section("Classes", _classes(vocabulary, ontology)),
        _section("Properties", _properties(vocabulary.properties)),
        _section("Qualifiers of claims", _properties(vocabulary.qualifiers)),
        _section("Predicates of claims, by family", _predicates(vocabulary)),
        _section("Plain edges", _edges(vocabulary, ontology)),
        _section("Code lists", _codes(vocabulary)),
        _section("Neighbouring vocabularies", _alignments(ontology)),
        _section("Shapes", _shapes()),
    )
    return "\n".join(parts)


def _section(title: str, lines: Iterable[str]) -> str:
    return "\n".join([f"## {title}", "", *lines, ""])


def _table(header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(header)} |"
    yield f"|{'---|' * len(header)}"
    for row in rows:
        cells = (cell.replace("|", "\\|") for cell in row)
        yield f"| {' | '.join(cells)} |"


def _classes(vocabulary: Vocabulary, ontology: Graph) -> Iterator[str]:
    roots = [name for name, term in vocabulary.classes.items() if term.parents == ()]
    for name in roots:
        yield from _branch(name, 0, vocabulary.classes, ontology)


def _branch(name: str, depth: int, classes: dict[str, ClassTerm], ontology: Graph) -> Iterator[str]:
    term = classes[name]
    others = sorted(str(label) for label in ontology.objects(MT[name], SKOS.altLabel))
    also = f" Also called {', '.join(others)}." if others else ""
    column = f" Column: {term.column}." if term.column else ""
    yield f"{'  ' * depth}- **`{name}`** {term.comment}{also}{column}"
    for child in (key for key, other in classes.items() if name in other.parents):
        yield from _branch(child, depth + 1, classes, ontology)


def _properties(terms: dict[str, PropertyTerm]) -> Iterator[str]:
    rows = (
        (f"`{name}`", term.comment, _term(term.domain), _term(term.range)) for name, term in terms.items()
    )
    return _table(("property", "says", "of", "value"), rows)


def _term(name: str) -> str:
    return f"`{name}`" if name else ""


def _predicates(vocabulary: Vocabulary) -> Iterator[str]:
    families = sorted({term.family for term in vocabulary.predicates.values()})
    yield f"{len(vocabulary.predicates)} predicates in {len(families)} families."
    for family in families:
        term = vocabulary.properties[family]
        members = {name: one for name, one in vocabulary.predicates.items() if one.family == family}
        yield from ("", f"### {term.label} (`{family}`)", "", term.comment, "")
        header = ("predicate", "says", "from", "to", "asserts", "draws")
        yield from _table(header, (_predicate(name, one) for name, one in members.items()))


def _predicate(name: str, term: PredicateTerm) -> tuple[str, ...]:
    codes = (term.subject_outcome, term.object_outcome, term.measure, term.strength)
    asserts = ", ".join(_term(part) for part in (term.asserts, *codes) if part)
    draws = f"{_term(term.draws)} to {_term(term.draws_to)}" if term.draws_to else _term(term.draws)
    return (f"`{name}`", term.comment, _term(term.domain), _term(term.range), asserts, draws)


def _edges(vocabulary: Vocabulary, ontology: Graph) -> Iterator[str]:
    rows = (
        (f"`{name}`", edge.label, edge.family, str(ontology.value(MT[f"family-{edge.family}"], MT.stroke)))
        for name, edge in vocabulary.edges.items()
    )
    return _table(("property", "label", "family", "stroke"), rows)


def _codes(vocabulary: Vocabulary) -> Iterator[str]:
    for kind, codes in vocabulary.codes.items():
        term = vocabulary.classes[kind]
        yield from (f"### {term.label} (`{kind}`)", "", term.comment, "")
        graded = any(code.firmness is not None for code in codes)
        header = ("code", "label", "means", *(("firmness", "weakens") if graded else ()))
        yield from (*_table(header, (_code(code) for code in codes)), "")


def _code(code: CodeTerm) -> tuple[str, ...]:
    row = (f"`{code.name}`", code.label, code.comment)
    if code.firmness is None:
        return row
    return (*row, str(code.firmness), "yes" if code.weakens else "no")


def _alignments(ontology: Graph) -> Iterator[str]:
    rows = []
    for prop, words in (
        (RDFS.subClassOf, "is a kind of"),
        (RDFS.subPropertyOf, "is a kind of"),
        (SKOS.closeMatch, "is close to"),
        (RDFS.seeAlso, "see also"),
    ):
        for term, other in ontology.subject_objects(prop):
            if str(term).startswith(MT) and not str(other).startswith(MT):
                rows.append((f"`{_local(term)}`", words, _link(other)))
    return _table(("term", "", "neighbour"), sorted(rows))


def _local(term: "Node") -> str:
    return str(term).removeprefix(str(MT))


def _link(term: "Node") -> str:
    short = Prefixes(PREFIXES).shorten(str(term))
    return short if short.startswith("<") else f"`{short}`"


def _shapes() -> Iterator[str]:
    shapes = Graph().parse(data=ontology_text("shapes"), format="turtle")
    yield "What `moneytrail validate` asks for. A shape for a class holds for its subclasses."
    for shape in sorted(shapes.subjects(RDF.type, SH.NodeShape), key=str):
        if not isinstance(shape, BNode):
            yield from ("", f"### {shapes.value(shape, RDFS.label)} (`{_rule(shape)}`)", "")
            yield f"Holds for {_targets(shapes, shape)}."
            yield from ("", *_rules(shapes, shape))


def _rule(shape: "Node") -> str:
    return str(shape).removeprefix(str(SHAPE))


def _targets(shapes: Graph, shape: "Node") -> str:
    short = Prefixes(PREFIXES)
    parts = [f"`{short.shorten(str(kind))}`" for kind in shapes.objects(shape, SH.targetClass)]
    parts += [f"`{short.shorten(str(kind))}`" for kind in shapes.objects(shape, SH.targetNode)]
    parts += [
        f"whatever has `{short.shorten(str(prop))}`" for prop in shapes.objects(shape, SH.targetSubjectsOf)
    ]
    return ", ".join(sorted(parts))


def _rules(shapes: Graph, shape: "Node") -> Iterator[str]:
    rules = sorted(shapes.objects(shape, SH.property), key=str) or [shape]
    for rule in rules:
        warning = " (warning)" if shapes.value(rule, SH.severity) == URIRef(str(SH.Warning)) else ""
        yield f"- `{_rule(rule)}`: {shapes.value(rule, SH.message)}{warning}"
