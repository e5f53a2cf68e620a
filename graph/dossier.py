"""The dossier of one entity: who it is, money in and out, ties, outcomes, each with its sources."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode

from graph.cards import NO_QUOTATIONS, read_claims
from graph.derive.edges import carries_money
from graph.entities import NO_ROWS
from graph.facts import edge_witnesses
from graph.findings.told.cards import findings_on
from graph.flows import is_counted, is_total
from graph.identity.reading import stood_for
from graph.money import add
from graph.network_nodes import facts
from graph.picture import ClaimCard, FindingCard, Interval, Quotation
from graph.plain_edges import PlainEdge, edges_of
from graph.reading import Reader
from graph.rows.dossier import row_sections
from graph.rows.event_tables import EventTables
from graph.rows.facts import row_facts
from graph.rows.words import Section
from ontology import CLASSES, EDGES


@dataclass(frozen=True, slots=True)
class Line:
    """One relation of the entity.

    Attributes:
        words: The relation for people, seen from the entity.
        amount: What the sources fix of the amount, None without money.
        hedges: Labels of what weakens every claim behind it.
        remark: Scope of the amount and the like, "" for none.
        how_sure: Who says it, how firmly, and what denies it; "" when it rests on the registry.
        claims: Its claims, in reading order.
        leads_to: IRI of the other end.
    """

    words: str
    amount: Interval | None
    hedges: tuple[str, ...]
    remark: str
    how_sure: str
    claims: tuple[ClaimCard, ...]
    leads_to: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """What the sources say of one entity.

    Attributes:
        facts: Label and text of each line of its identity.
        money_in: Sum of gifts and spending towards it, None when there are none; totals are not in it.
        money_out: Sum of gifts and spending by it, None when there are none; totals are not in it.
        sections: Heading and lines of each group of relations, none empty.
        other: Claims that name it and stand behind none of the lines.
        findings: What rules find in claims about it, the gravest first.
        rows: What rows of datasets say of it, none empty.
    """

    iri: str
    label: str
    kind: str
    facts: tuple[tuple[str, str], ...]
    money_in: Interval | None
    money_out: Interval | None
    sections: tuple[tuple[str, tuple[Line, ...]], ...]
    other: tuple[ClaimCard, ...]
    findings: tuple[FindingCard, ...] = ()
    rows: tuple[Section, ...] = ()


def make_dossier(
    reader: Reader,
    iri: NamedNode,
    quotations: Mapping[str, Quotation] = NO_QUOTATIONS,
    tables: EventTables = NO_ROWS,
) -> Dossier:
    """The dossier of an entity, from its plain edges, the claims that name it, and rows of datasets."""
    edges = edges_of(reader, iri)
    told = {key for edge in edges for key in edge.claims}
    cards = read_claims(reader, _claims(reader, iri, edges), quotations)
    kind = next(iter(reader.kinds(iri)), "Entity")
    return Dossier(
        iri=iri.value,
        label=reader.label(iri),
        kind=CLASSES[kind].label,
        facts=(*facts(reader, iri), *row_facts(reader, iri)),
        money_in=sum_of_edges(
            reader, [edge for edge in edges if edge.target == iri and not _is_against(edge)]
        ),
        money_out=sum_of_edges(reader, [edge for edge in edges if edge.source == iri]),
        sections=tuple(_sections(reader, iri, edges, cards)),
        other=tuple(cards[key] for key in sorted(cards.keys() - told)),
        findings=findings_on(reader, iri),
        rows=row_sections(reader, tables, iri),
    )


def _claims(reader: Reader, iri: NamedNode, edges: list[PlainEdge]) -> set[NamedNode]:
    """The claims behind edges, and those that name the entity as subject or object."""
    found = {claim for edge in edges for claim in reader.nodes(edge.iri, "prov:wasDerivedFrom")}
    one = [iri, *stood_for(reader, iri)]
    ends = ("rdf:subject", "rdf:object")
    found |= {claim for thing in one for prop in ends for claim in reader.subjects(prop, thing)}
    return {claim for claim in found if "Claim" in reader.kinds(claim)}


def _is_against(edge: PlainEdge) -> bool:
    return EDGES[edge.relation].family == "opposition"


def sum_of_edges(reader: Reader, edges: Iterable[PlainEdge]) -> Interval | None:
    """Gifts and spending added up: what does not count stays out, and each event counts once."""
    events: dict[str, Interval] = {}
    for edge in edges:
        if edge.event is not None and carries_money(edge.relation) and is_counted(reader, edge.event):
            events[edge.event.value] = reader.amount(edge.event)
    return add(events[iri] for iri in sorted(events))


SECTIONS = (
    ("Money out", "money", True),
    ("Money in", "money", False),
    ("Supports", "support", True),
    ("Supported by", "support", False),
    ("Opposes", "opposition", True),
    ("Opposed by", "opposition", False),
    ("Contests and outcomes", "candidacy", True),
    ("Contests and outcomes of others", "candidacy", False),
    ("Decisions", "outcome", True),
    ("Decided here or on it", "outcome", False),
    ("Ties", "tie", True),
    ("Ties to it", "tie", False),
)


def _sections(
    reader: Reader, iri: NamedNode, edges: list[PlainEdge], cards: dict[str, ClaimCard]
) -> Iterator[tuple[str, tuple[Line, ...]]]:
    for heading, family, outgoing in SECTIONS:
        mine = [
            edge
            for edge in edges
            if EDGES[edge.relation].family == family
            and (edge.source == iri) == outgoing
            and edge.relation != "inCounty"  # heldIn says it
        ]
        if mine:
            yield heading, tuple(_line(reader, edge, cards, outgoing=outgoing) for edge in mine)


def _line(reader: Reader, edge: PlainEdge, cards: dict[str, ClaimCard], *, outgoing: bool) -> Line:
    label = EDGES[edge.relation].label
    whole = f"{reader.label(edge.source)} {label} {reader.label(edge.target)}"
    words = f"{label} {reader.label(edge.target)}" if outgoing else whole
    money = carries_money(edge.relation) and edge.event is not None
    return Line(
        words=words,
        amount=reader.amount(edge.event) if money and edge.event is not None else None,
        hedges=tuple(reader.label(hedge) for hedge in reader.nodes(edge.iri, "hedge")),
        remark=_remark(reader, edge),
        how_sure=edge_witnesses(reader, edge).how_sure if edge.claims else "",
        claims=tuple(cards[key] for key in edge.claims),
        leads_to=(edge.target if outgoing else edge.source).value,
    )


def _remark(reader: Reader, edge: PlainEdge) -> str:
    parts = []
    if edge.contest is not None and edge.contest not in (edge.source, edge.target):
        parts.append(reader.label(edge.contest))
    if edge.event is not None and carries_money(edge.relation):
        parts += ["stated total, not added"] if is_total(reader, edge.event) else []
        parts += [f"through {reader.label(via)}" for via in reader.nodes(edge.event, "via")]
        parts += ["maybe told twice"] if reader.nodes(edge.event, "possiblySameMoneyAs") else []
    return "; ".join(parts)


def dossier_text(dossier: Dossier) -> str:
    """A dossier for a terminal."""
    lines = [f"{dossier.label} ({dossier.kind})", dossier.iri, ""]
    lines += [f"{name}: {words}" for name, words in dossier.facts]
    if dossier.money_in is not None or dossier.money_out is not None:
        money_in, money_out = _amount(dossier.money_in), _amount(dossier.money_out)
        lines += ["", f"Given to it or spent for it: {money_in}", f"Given or spent by it: {money_out}"]
    for heading, section in dossier.sections:
        lines += ["", heading]
        for line in section:
            lines += _line_text(line)
    if dossier.other:
        lines += ["", "Also said"]
        lines += [f"  {source_text(card)}" for card in dossier.other]
    if dossier.findings:
        lines += ["", "Findings", *(f"  {_finding_text(finding)}" for finding in dossier.findings)]
    for part in dossier.rows:
        lines += ["", part.heading, *(f"  {line}" for line in part.lines)]
    return "\n".join(lines) + "\n"


def _finding_text(finding: FindingCard) -> str:
    """One finding in a line: kind, what was found, how, and on which claims."""
    computation = f" {finding.computation}." if finding.computation else ""
    keys = ", ".join(finding.claims)
    return f"{finding.kind_label}: {finding.says}{computation} — {finding.key}, on {keys}"


def _amount(amount: Interval | None) -> str:
    return "nothing stated" if amount is None else amount.text


def _line_text(line: Line) -> Iterator[str]:
    amount = "" if line.amount is None else f": {line.amount.text}"
    hedges = f" [{', '.join(line.hedges)}]" if line.hedges else ""
    remark = f" ({line.remark})" if line.remark else ""
    yield f"  {line.words}{amount}{hedges}{remark}"
    if line.how_sure:
        yield f"    {line.how_sure}"
    for card in line.claims:
        yield f"      {source_text(card)}"


def source_text(card: ClaimCard) -> str:
    """One claim in a line: key, gloss, who says so, where, how firmly; and the words, where at hand."""
    denied = "" if card.positive else f" [denied: {card.subject} {card.predicate} {card.object}]"
    where = f"{' > '.join(card.attribution)}, paragraph {card.paragraph}"
    text = f"{card.key} {card.gloss}{denied} — {where}, {', '.join(card.modality)}, “{card.anchor}”"
    if card.quotation is not None:
        text += f"\n          {card.quotation.before}[{card.quotation.text}]{card.quotation.after}"
    return text
