"""Every rule of ontology/shapes.ttl holds for a valid graph and is broken by one wrong value, alone.

`shapes_valid.ttl` holds one valid thing of every class. A case names the thing, the property and the values
to put in place of the valid ones. All cases are copies in one graph, which is checked once.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Triple, parse
from rdflib import RDF, RDFS, SH, Graph, URIRef

from graph.nodes import term
from graph.validation.validate import SHAPES, validate_quads
from ontology import CLASSES, PREFIXES
from sources.check import is_kind

Node = TypeVar("Node", bound=NamedNode | BlankNode | Literal | Triple)
EX = "https://example.org/"
VALID = Path(__file__).with_name("shapes_valid.ttl")
HEAD = "".join(f"@prefix {name}: <{space}> .\n" for name, space in {**PREFIXES, "ex": EX}.items())
CLUSTERS = {
    "claim": ("claim", "evidence", "fact", "resolution", "paragraph"),
    "evidence": ("claim", "evidence"),
    "document": ("document", "paragraph"),
    "paragraph": ("claim", "evidence", "document", "paragraph"),
    "fact": ("claim", "evidence", "fact"),
    "resolution": ("claim", "evidence", "resolution"),
}
"""Things that are copied together because a rule looks at them from the other end."""
WITHOUT_OWN_SHAPE = {"Quantity", "MonetaryAmount", "TextSpan", "TimeInterval", "PlainEdgeProperty"}
"""Classes nothing is declared to be of: whatever has their properties is one, and keeps their rules."""


@dataclass(frozen=True, slots=True)
class Case:
    """A rule and the change that breaks it.

    Attributes:
        node: The thing that is changed.
        prop: The property whose values are replaced.
        values: The values put in their place, in Turtle; none for "".
        also: Other rules that compare with the changed values, and cannot hold either.
    """

    rule: str
    node: str
    prop: str
    values: str
    also: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Suffix of the copies."""
        return f"{self.rule}--{self.prop}--{len(self.values)}".replace(":", "-")


def _cases(node: str, shape: str, *changes: tuple[str, ...]) -> Iterator[Case]:
    for rule, prop, values, *also in changes:
        yield Case(f"{shape}-{rule}", node, prop, values, tuple(also))


EVIDENCE = ("Claim-evidence-start", "Claim-evidence-end", "Claim-evidence-anchor")
LONG = '"one two three four five six seven"'
CASES = (
    *_cases(
        "claim",
        "Claim",
        ("identifier", "dcterms:identifier", ""),
        ("identifier", "dcterms:identifier", '"C900-001", "C900-002"'),
        ("subject", "rdf:subject", '"words"'),
        ("predicate", "rdf:predicate", "mt:gaveTo, mt:backed"),
        ("predicate-known", "rdf:predicate", "mt:gaveTwo"),
        ("object", "rdf:object", "5"),
        ("object", "rdf:object", ""),
        ("document", "mt:document", "ex:document, ex:person", "Claim-paragraph-document"),
        ("paragraph", "mt:paragraph", "", "Claim-paragraph-number", "Claim-paragraph-document"),
        ("paragraph-number", "mt:paragraphNumber", "2"),
        ("span-start", "mt:spanStart", "5, 6", "Claim-evidence-start"),
        ("evidence-start", "mt:spanStart", "6"),
        ("evidence-end", "mt:spanEnd", "41"),
        ("evidence-anchor", "mt:anchor", '"gave to a committee"'),
        ("evidence", "mt:evidence", "", *EVIDENCE, "Evidence-claim"),
        ("span-end", "mt:spanEnd", "40, 41", "Claim-evidence-end"),
        ("anchor", "mt:anchor", LONG, "Claim-evidence-anchor"),
        ("anchor-start", "mt:anchorStart", ""),
        ("anchor-end", "mt:anchorEnd", "41"),
        ("anchor-end", "mt:anchorEnd", ""),
        ("anchor-in-span", "mt:anchorStart", "4"),
        ("kind", "mt:claimKind", "mt:kind-gossip"),
        ("polarity", "mt:polarity", ""),
        ("polarity", "mt:polarity", "mt:polarity-positive, mt:polarity-negative"),
        ("modality", "mt:modality", ""),
        ("modality", "mt:modality", "mt:modality-asserted, mt:modality-certain"),
        ("implicature", "mt:implicature", '"no"'),
        ("gloss", "mt:gloss", '""'),
        ("note", "mt:note", '"one", "two"'),
        ("currency", "mt:currency", '"USD"', "Amount-precision"),
        ("holder", "mt:holder", ""),
        ("attributed-to", "mt:attributedTo", "ex:claim"),
        ("chain", "mt:attributionChain", ""),
        ("fact", "mt:fact", "ex:fact, ex:claim"),
        ("resolution", "mt:resolvedBy", "ex:resolution, ex:fact"),
        ("contest", "mt:contest", "ex:claim"),
        ("place", "mt:place", "ex:person"),
        ("counted-outcome", "mt:countedOutcome", "mt:measure-share"),
        ("margin-size", "mt:marginSize", "mt:margin-large, mt:margin-small"),
        ("superlative", "mt:superlative", "mt:outcome-lost"),
    ),
    *(
        Case(f"{kind}-kind", "claim", "rdf:type", f"mt:Claim, mt:{kind}")
        for kind in ("Characterization", "PolicyPosition", "SpeechAct", "Forecast")
    ),
    *_cases(
        "evidence",
        "Evidence",
        ("source", "oa:hasSource", ""),
        ("selectors", "oa:hasSelector", "ex:span", "Claim-evidence-anchor"),
    ),
    Case("Evidence-claim", "claim", "mt:evidence", "", ("Claim-evidence", *EVIDENCE)),
    Case("Fact-claims", "claim", "mt:fact", ""),
    Case("Resolution-claim", "claim", "mt:resolvedBy", ""),
    *_cases(
        "span",
        "PositionSelector",
        ("start", "oa:start", "40"),
        ("end", "oa:end", ""),
    ),
    *_cases("words", "QuoteSelector", ("exact", "oa:exact", LONG), ("exact", "oa:exact", '""')),
    *_cases(
        "chain",
        "AttributionChain",
        ("step", "mt:step", "ex:step, ex:person"),
        ("first", "mt:step", "ex:step2"),
        ("order", "mt:step", "ex:step, ex:again"),
    ),
    *_cases(
        "step",
        "AttributionStep",
        ("position", "mt:position", "0"),
        ("says", "mt:says", '"somebody"'),
        ("inferred", "mt:inferred", ""),
    ),
    *_cases(
        "paragraph",
        "Paragraph",
        ("document", "mt:partOfDocument", "ex:document, ex:person", "Claim-paragraph-document"),
        ("number", "mt:paragraphNumber", "0", "Claim-paragraph-number"),
        ("span-start", "mt:spanStart", "-1"),
        ("span-end", "mt:spanEnd", "50, 51"),
        ("claims-end", "mt:spanEnd", "39"),
    ),
    Case("Claim-span-in-paragraph", "paragraph", "mt:spanStart", "6"),
    Case(
        "Claim-paragraph-document",
        "paragraph",
        "mt:partOfDocument",
        "ex:document, ex:person",
        ("Paragraph-document",),
    ),
    Case(
        "SourceDocument-paragraphs",
        "paragraph",
        "mt:partOfDocument",
        "",
        ("Paragraph-document", "Claim-paragraph-document"),
    ),
    *_cases(
        "document",
        "SourceDocument",
        ("identifier", "dcterms:identifier", '"900", "901"'),
        ("title", "dcterms:title", ""),
        ("label", "rdfs:label", '"An article"', "Entity-label"),
        ("date", "mt:date", ""),
        ("publisher", "dcterms:publisher", ""),
        ("license", "dcterms:license", '""'),
        ("text-digest", "mt:textDigest", '"abc"'),
        ("characters", "mt:characters", "105"),
        ("bytes", "mt:bytes", ""),
        ("file-name", "mt:fileName", ""),
        ("chain", "mt:attributionChain", ""),
        ("one-origin", "mt:origin", "ex:origin, ex:person"),
        ("origin", "mt:origin", ""),
        ("same-report", "mt:sameReportAs", "ex:person"),
        ("related", "mt:relatedDocument", "ex:person"),
    ),
    *_cases("origin", "Origin", ("label", "rdfs:label", "")),
    *_cases(
        "mention",
        "Mention",
        ("entity", "mt:mentionOf", '"somebody"'),
        ("document", "mt:mentionedIn", ""),
        ("text", "mt:mentionText", '"A. Person", "Person"'),
        ("occurrences", "mt:occurrences", "0"),
        ("first-at", "mt:firstAt", "-1"),
    ),
    *_cases("fact", "Fact", ("identifier", "dcterms:identifier", "")),
    *_cases("resolution", "Resolution", ("text", "mt:resolutionText", "")),
    *_cases(
        "outside", "OutsideStatement", ("about", "mt:about", ""), ("description", "dcterms:description", "")
    ),
    *_cases(
        "figure",
        "Figure",
        ("precision", "mt:precision", "mt:precision-sharp"),
        ("as-written", "mt:asWritten", LONG),
        ("value", "mt:value", "3"),
        ("value", "mt:value", "5.0"),
        ("lower-bound", "mt:atLeast", "3.5"),
        ("upper-bound", "mt:atMost", "4"),
        ("unit", "mt:unit", ""),
    ),
    *_cases("figure", "Unit", ("unit", "mt:unit", '"percent", "votes"')),
    *_cases("figure", "LowerBound", ("value", "mt:atLeast", ""), ("inclusive", "mt:atLeastInclusive", "")),
    *_cases("figure", "UpperBound", ("value", "mt:atMost", ""), ("inclusive", "mt:atMostInclusive", '"yes"')),
    *_cases(
        "amount",
        "Amount",
        ("currency", "mt:currency", '"dollars"'),
        ("amount", "mt:amount", "5.0"),
        ("at-least", "mt:amountAtLeast", "3.5"),
        ("at-most", "mt:amountAtMost", "4"),
    ),
    Case(
        "Amount-precision",
        "amount",
        "mt:precision",
        "ex:person",
        ("Figure-precision", "SettledAmount-precision"),
    ),
    *_cases("amount", "SettledAmount", ("precision", "mt:precision", "mt:precision-more-than")),
    *_cases(
        "amount",
        "AmountLowerBound",
        ("value", "mt:amountAtLeast", ""),
        ("inclusive", "mt:amountAtLeastInclusive", ""),
    ),
    *_cases(
        "amount",
        "AmountUpperBound",
        ("value", "mt:amountAtMost", ""),
        ("inclusive", "mt:amountAtMostInclusive", "true, false"),
    ),
    *_cases(
        "election",
        "Dated",
        ("date", "mt:date", '"June 2018"'),
        ("earliest", "mt:earliest", '"2018-06-06"^^xsd:date'),
        ("latest", "mt:latest", '"2018-06-05"', "Dated-earliest"),
    ),
    *_cases(
        "person",
        "Entity",
        ("label", "rdfs:label", '"A person"'),
        ("label", "rdfs:label", '"A person"@en, "Somebody"@en'),
        ("altLabel", "skos:altLabel", '""'),
        ("scope-note", "skos:scopeNote", '"one", "two"'),
        ("part-of", "mt:partOf", "ex:claim"),
        ("member", "mt:member", "ex:claim"),
        ("possible-member", "mt:possibleMember", "ex:claim"),
        ("possibly-same", "mt:possiblySameAs", '"somebody"'),
        ("named-since", "mt:namedSince", '"2001", "2002"'),
        ("named-after", "mt:namedAfter", "ex:claim"),
        ("jurisdiction", "mt:jurisdiction", "ex:person"),
    ),
    *_cases(
        "person",
        "NamedEntity",
        ("named", "mt:namedInDocuments", ""),
        ("class", "rdf:type", "mt:Person, mt:Company"),
    ),
    *_cases("unnamed", "UnnamedPerson", ("named", "mt:namedInDocuments", "true")),
    *_cases("group", "Group", ("member", "mt:member", "ex:county")),
    *_cases("organization", "Organization", ("part-of", "mt:partOf", "ex:county")),
    *_cases("office", "Office", ("jurisdiction", "mt:jurisdiction", "ex:county, ex:state")),
    *_cases("prosecutor", "ProsecutorOffice", ("jurisdiction", "mt:jurisdiction", "")),
    *_cases(
        "election",
        "Election",
        ("date", "mt:date", ""),
        ("jurisdiction", "mt:jurisdiction", ""),
        ("kind", "mt:electionKind", "mt:outcome-lost"),
    ),
    *_cases(
        "contest",
        "Contest",
        ("date", "mt:date", ""),
        ("jurisdiction", "mt:jurisdiction", ""),
        ("office", "mt:office", "ex:person"),
        ("election", "mt:partOfElection", "ex:contest"),
    ),
    *_cases("runoff", "RunoffContest", ("office", "mt:office", "")),
    *_cases("presidential", "PresidentialContest", ("office", "mt:office", "")),
    *_cases("recall", "RecallElection", ("office", "mt:office", "")),
    *_cases("measure", "BallotMeasure", ("office", "mt:office", "ex:office")),
    *_cases("set", "ContestSet", ("member", "mt:member", "ex:person")),
    *_cases("poll", "Poll", ("date", "mt:date", "")),
    *_cases(
        "law",
        "ElectoralRule",
        ("jurisdiction", "mt:jurisdiction", ""),
        ("source", "dcterms:source", ""),
        ("text", "dcterms:description", ""),
        ("since", "mt:since", '"1990", "1991"'),
    ),
    *_cases(
        "statute",
        "JurisdictionRule",
        ("jurisdiction", "mt:jurisdiction", ""),
        ("source", "dcterms:source", ""),
        ("text", "dcterms:description", ""),
    ),
    *_cases("state", "Place", ("part-of", "mt:partOf", "ex:person")),
    *_cases("county", "County", ("part-of", "mt:partOf", "")),
    *_cases("circuit", "JudicialCircuit", ("member", "mt:member", "ex:state"), ("members", "mt:member", "")),
    *_cases("places", "PlaceGroup", ("member", "mt:member", "ex:person")),
    *_cases("killing", "Event", ("place", "mt:place", "ex:person")),
    *_cases("flow", "ReportedEvent", ("label", "rdfs:label", "")),
    *_cases("flow", "ReportedEvent", ("claims", "prov:wasDerivedFrom", "ex:person")),
    *_cases(
        "flow",
        "ReportedEvent",
        ("contest", "mt:contest", "ex:claim"),
        ("place", "mt:place", "ex:person"),
        ("kind", "mt:eventKind", "mt:event-party"),
    ),
    *_cases(
        "flow",
        "MoneyFlow",
        ("payer", "mt:payer", ""),
        ("payee", "mt:payee", "ex:person"),
        ("beneficiary", "mt:beneficiary", "ex:organization"),
        ("via", "mt:via", "ex:person"),
        ("same-money", "mt:possiblySameMoneyAs", "ex:total"),
    ),
    *_cases("contribution", "Contribution", ("payee", "mt:payee", "")),
    *_cases("transfer", "Transfer", ("payer", "mt:payer", "ex:person"), ("payee", "mt:payee", "ex:person")),
    *_cases("loan", "Loan", ("payee", "mt:payee", "")),
    *_cases("inkind", "InKindContribution", ("payee", "mt:payee", "")),
    *_cases(
        "independent",
        "IndependentExpenditure",
        ("side", "mt:supports", ""),
        ("not-received", "mt:payee", "ex:person"),
    ),
    *_cases("expenditure", "Expenditure", ("spent-on", "mt:spentOnThing", "")),
    *_cases("total", "MoneyTotal", ("who", "mt:payer", "")),
    *_cases(
        "raised",
        "FundraisingTotal",
        ("collector", "mt:collector", "ex:committee, ex:committee2", "MoneyTotal-who"),
    ),
    *_cases(
        "support",
        "SupportRelation",
        ("supporter", "mt:supporter", ""),
        ("supported", "mt:supported", "ex:person"),
        ("strength", "mt:strength", "mt:strength-iron"),
    ),
    *_cases("backing", "Backing", ("strength", "mt:strength", "mt:strength-endorsed")),
    *_cases("endorsement", "Endorsement", ("strength", "mt:strength", "mt:strength-backed")),
    *_cases("opposition", "Opposition", ("side", "mt:opponentSide", ""), ("against", "mt:opposedThing", "")),
    *_cases(
        "candidacy",
        "Candidacy",
        ("candidate", "mt:candidate", "ex:group"),
        ("contest", "mt:contest", ""),
        ("incumbent", "mt:incumbent", '"yes"'),
    ),
    *_cases(
        "result",
        "Result",
        ("candidate", "mt:candidate", ""),
        ("outcome", "mt:outcomeCode", "mt:outcome-draw"),
        ("where", "mt:contest", ""),
        ("status", "mt:countStatus", ""),
    ),
    *_cases(
        "tally",
        "Tally",
        ("measure", "mt:measure", ""),
        ("figure", "mt:value", ""),
        ("of", "mt:candidate", ""),
        ("status", "mt:countStatus", "mt:count-guessed"),
    ),
    *_cases(
        "holding",
        "OfficeHolding",
        ("holder", "mt:officeHolder", ""),
        ("office", "mt:officeHeld", "ex:person"),
    ),
    *_cases(
        "removal",
        "OfficeRemoval",
        ("holder", "mt:officeHolder", ""),
        ("kind", "mt:eventKind", "mt:event-gift"),
        ("outcome", "mt:outcomeCode", ""),
        ("by", "mt:removedBy", "ex:county"),
    ),
    *_cases("edge", "Derivation", ("premises", "prov:wasDerivedFrom", "")),
    *_cases(
        "edge",
        "Premises",
        ("documents", "mt:documents", "2, 3"),
        ("documents", "mt:documents", '"two"', "Premises-origins"),
        ("origins", "mt:origins", "3"),
        ("firmest", "mt:firmestModality", "mt:kind-money"),
        ("weakest", "mt:weakestModality", "mt:modality-reported, mt:modality-alleged"),
        ("first-said", "mt:firstSaid", '"2018-06-08"^^xsd:date'),
        ("last-said", "mt:lastSaid", '"2018-06-09"', "Premises-first-said"),
    ),
    *_cases(
        "edge",
        "PlainEdge",
        ("label", "rdfs:label", ""),
        ("subject", "rdf:subject", ""),
        ("predicate", "rdf:predicate", "mt:knew", "PlainEdge-triple"),
        ("object", "rdf:object", '"words"', "PlainEdge-triple"),
        ("origins", "mt:origins", ""),
        ("event", "mt:reportedEvent", "ex:claim"),
        ("contest", "mt:contest", "ex:contest, ex:runoff"),
        ("hedge", "mt:hedge", "mt:strength-backed"),
        ("triple", "rdf:object", "ex:publication"),
    ),
    *_cases(
        "decision",
        "IdentityDecision",
        ("on", "mt:decidedOn", "ex:person"),
        ("at", "mt:decidedAt", ""),
        ("by", "mt:decidedBy", ""),
        ("reason", "mt:decisionReason", ""),
        ("automatic", "mt:automatic", '"no"'),
    ),
    *_cases(
        "match",
        "RecordMatch",
        ("label", "rdfs:label", ""),
        ("subject", "rdf:subject", ""),
        ("object", "rdf:object", '"words"'),
        ("contest", "mt:contest", "ex:contest, ex:runoff"),
        ("reason", "mt:reason", ""),
        ("confidence", "mt:confidence", '"certain"'),
    ),
    *_cases(
        "rule",
        "ConsistencyRule",
        ("identifier", "dcterms:identifier", ""),
        ("text", "dcterms:description", ""),
    ),
    *_cases(
        "finding",
        "ConsistencyFinding",
        ("rule", "mt:byRule", ""),
        ("claims", "mt:concerns", ""),
        ("kind", "mt:findingKind", ""),
        ("verdict", "mt:verdict", "mt:finding-contradiction"),
        ("label", "rdfs:label", ""),
        ("about", "mt:isAbout", ""),
        ("confidence", "mt:confidence", '"certain"'),
    ),
    *_cases(
        "code",
        "Code",
        ("label", "rdfs:label", ""),
        ("comment", "rdfs:comment", '"A code."'),
        ("scheme", "skos:inScheme", ""),
        ("notation", "skos:notation", ""),
    ),
)


@cache
def valid() -> tuple[Triple, ...]:
    """The valid graph."""
    return tuple(quad.triple for quad in parse(VALID.read_bytes(), RdfFormat.TURTLE))


def copies(case: Case) -> Iterator[Triple]:
    """The thing of a case under another name, with the wrong values, and what must be copied with it."""
    cluster = {f"{EX}{name}": f"{EX}{name}~{case.name}" for name in CLUSTERS.get(case.node, (case.node,))}
    prop = term(case.prop.removeprefix("mt:"))
    for triple in valid():
        subject = renamed(triple.subject, cluster)
        changed = triple.predicate == prop and str(triple.subject) == f"<{EX}{case.node}>"
        if subject != triple.subject and not changed:
            yield Triple(subject, triple.predicate, renamed(triple.object, cluster))
    if case.values:
        node = cluster[EX + case.node]
        for quad in parse(f"{HEAD}<{node}> {case.prop} {case.values} .".encode(), RdfFormat.TURTLE):
            yield Triple(NamedNode(node), quad.predicate, renamed(quad.object, cluster))


def renamed(value: Node, names: dict[str, str]) -> Node | NamedNode:
    """The copy of a thing; other values as they are."""
    return NamedNode(names.get(value.value, value.value)) if isinstance(value, NamedNode) else value


@pytest.fixture(scope="module")
def broken() -> dict[str, set[str]]:
    """Rules broken by the copies of each case, by the name of the case; "" for the valid graph."""
    quads: list[Quad | Triple] = [*valid()]
    for case in CASES:
        quads += copies(case)
    found: dict[str, set[str]] = {}
    for breach in validate_quads(quads).breaches:
        name = breach.focus.partition("~")[2]
        found.setdefault(name, set()).add(breach.rule)
    return found


def shapes() -> Graph:
    """The shapes as a graph."""
    return Graph().parse(data=files("ontology").joinpath("shapes.ttl").read_bytes(), format="turtle")


def all_rules() -> set[str]:
    """Local names of everything in the shapes that a report can name."""
    graph = shapes()
    rules = {*graph.subjects(RDF.type, SH.PropertyShape), *graph.subjects(SH.sparql, None)}
    return {str(rule).removeprefix(SHAPES) for rule in rules}


def test_the_valid_graph_conforms(broken: dict[str, set[str]]) -> None:
    """A graph with one valid thing of every class breaks no rule."""
    assert broken.get("", set()) == set()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_one_wrong_value_breaks_its_rule_alone(case: Case, broken: dict[str, set[str]]) -> None:
    """A wrong value is found by the rule for it, and by no other that does not compare with it."""
    assert broken.get(case.name, set()) == {case.rule, *case.also}


def test_every_rule_has_a_case() -> None:
    """No rule stands in the shapes that no test has seen complain."""
    assert {case.rule for case in CASES} == all_rules()


def test_cases_are_told_apart() -> None:
    """Two cases of one name would share their complaints."""
    assert len({case.name for case in CASES}) == len(CASES)


def test_every_class_has_a_shape() -> None:
    """Every class things are declared to be of is the target of a shape, itself or through a superclass."""
    targets = {str(target).removeprefix(PREFIXES["mt"]) for target in shapes().objects(None, SH.targetClass)}
    targets &= set(CLASSES)
    without = {name for name in CLASSES if not any(is_kind(name, target) for target in targets)}
    assert without == {name for name in CLASSES if any(is_kind(name, one) for one in WITHOUT_OWN_SHAPE)}


def test_every_rule_says_in_words_what_it_asks() -> None:
    """Every rule has one message that is a sentence, every node shape a label."""
    graph = shapes()
    for rule in all_rules():
        messages = list(graph.objects(URIRef(SHAPES + rule), SH.message))
        assert len(messages) == 1, rule
        assert str(messages[0])[0].isupper(), rule
        assert str(messages[0]).endswith("."), rule
    for shape in graph.subjects(RDF.type, SH.NodeShape):
        assert len(list(graph.objects(shape, RDFS.label))) == 1, shape


def test_only_what_a_source_may_leave_out_is_a_warning() -> None:
    """Warnings are the four things a source need not say."""
    warnings = {str(rule).removeprefix(SHAPES) for rule in shapes().subjects(SH.severity, SH.Warning)}
    assert warnings == {
        "JudicialCircuit-members",
        "Result-where",
        "SourceDocument-date",
        "SourceDocument-origin",
    }
