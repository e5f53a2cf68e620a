"""The findings of a graph as a person asks for them: which, and how they are written."""

import csv
import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from difflib import get_close_matches
from io import StringIO
from itertools import groupby
from textwrap import fill

from pyoxigraph import NamedNode

from graph.cards import NO_QUOTATIONS, read_claims
from graph.errors import UnknownNameError
from graph.findings.finding import KINDS
from graph.findings.told.cards import findings_on, read_findings
from graph.picture import ClaimCard, FindingCard, Quotation
from graph.reading import Reader

WIDTH = 110
PREMISES = 3


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which findings a person asks for; what is empty lets all through.

    Attributes:
        kinds: Notations of kinds.
        rules: Ids of rules.
        documents: Ids of documents, any of which a claim of the finding is from.
        claims: Keys of claims, any of which the finding concerns.
        entity: An entity it is about, or that a claim of it names.
    """

    kinds: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    entity: NamedNode | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """Findings with the claims they are about.

    Attributes:
        findings: The gravest first.
        claims: By key.
    """

    findings: tuple[FindingCard, ...]
    claims: dict[str, ClaimCard]


def list_findings(
    reader: Reader, wanted: Wanted, quotations: Mapping[str, Quotation] = NO_QUOTATIONS
) -> Listing:
    """The findings a person asks for.

    Raises:
        UnknownNameError: A kind, a rule, a document or a claim is none of this graph.
    """
    keys = {reader.text(node, "dcterms:identifier"): node for node in reader.instances("Claim")}
    _refuse_unknown("claim", wanted.claims, keys)
    _refuse_unknown("kind of finding", wanted.kinds, KINDS)
    documents = {reader.text(node, "dcterms:identifier") for node in reader.instances("SourceDocument")}
    _refuse_unknown("document", wanted.documents, documents)
    rules = {reader.text(node, "dcterms:identifier") for node in reader.instances("ConsistencyRule")}
    _refuse_unknown("rule", wanted.rules, rules)
    found = read_findings(reader) if wanted.entity is None else _naming(reader, wanted.entity)
    cards = read_claims(
        reader, (keys[key] for key in {key for one in found for key in one.claims}), quotations
    )
    kept = tuple(one for one in found if _is_wanted(one, wanted, cards))
    used = {key for one in kept for key in one.claims}
    return Listing(kept, {key: card for key, card in cards.items() if key in used})


def _refuse_unknown(kind: str, asked: Iterable[str], known: Collection[str]) -> None:
    for name in asked:
        if name not in known:
            near = " or ".join(map(repr, get_close_matches(name, list(known))))
            raise UnknownNameError(
                f"{name!r} is no {kind} of this graph" + (f"; did you mean {near}?" if near else "")
            )


def _naming(reader: Reader, entity: NamedNode) -> tuple[FindingCard, ...]:
    """Findings about an entity, and those with a claim that has it as subject or object."""
    claims = {
        reader.text(claim, "dcterms:identifier")
        for prop in ("rdf:subject", "rdf:object")
        for claim in reader.subjects(prop, entity)
    }
    about = {one.iri for one in findings_on(reader, entity)}
    return tuple(one for one in read_findings(reader) if one.iri in about or claims.intersection(one.claims))


def _is_wanted(finding: FindingCard, wanted: Wanted, cards: Mapping[str, ClaimCard]) -> bool:
    documents = {cards[key].document for key in finding.claims}
    return (
        (not wanted.kinds or finding.kind in wanted.kinds)
        and (not wanted.rules or finding.rule in wanted.rules)
        and (not wanted.documents or not documents.isdisjoint(wanted.documents))
        and (not wanted.claims or not set(wanted.claims).isdisjoint(finding.claims))
    )


def as_text(listing: Listing) -> str:
    """Findings for a terminal, kind by kind, each with its claims."""
    if not listing.findings:
        return "No findings.\n"
    blocks = []
    for _, same in groupby(listing.findings, lambda one: one.kind):
        findings = list(same)
        blocks.append(f"{findings[0].kind_label.capitalize()} ({len(findings)})\n")
        blocks += ["\n".join(finding_lines(one, listing.claims)) + "\n" for one in findings]
    return "\n".join(blocks)


def finding_lines(finding: FindingCard, claims: Mapping[str, ClaimCard]) -> Iterator[str]:
    """One finding in lines: what was found, how, on which claims, and what the graph does about it."""
    yield from _wrapped(f"{finding.key}  {finding.says}", "  ", "    ")
    if finding.computation:
        yield from _wrapped(f"Computation: {finding.computation}", "      ", "        ")
    by = f"Rule {finding.rule}, {finding.rule_title}; confidence {finding.confidence}"
    rests = f"; rests also on {_first(finding.premises)}" if finding.premises else ""
    yield from _wrapped(f"{by}{rests}.", "      ", "        ")
    if finding.handling:
        yield from _wrapped(f"In the graph: {finding.handling}", "      ", "        ")
    for key in finding.claims:
        yield from _wrapped(claim_line(claims[key]), "      - ", "        ")


def _first(premises: tuple[str, ...]) -> str:
    """The first of what a finding rests on, and how many there are beside."""
    named = ", ".join(premises[:PREMISES])
    return f"{named} and {len(premises) - PREMISES} more" if len(premises) > PREMISES else named


def claim_line(card: ClaimCard) -> str:
    """A claim in a line: where it stands, how firmly it is said, and what it says."""
    denied = "denied, " if not card.positive else ""
    place = f"document {card.document}, paragraph {card.paragraph}"
    return f"{card.key} ({place}, {denied}{', '.join(card.modality)}): {card.gloss}; “{card.anchor}”"


def _wrapped(text: str, first: str, others: str) -> Iterator[str]:
    yield from fill(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=others,
        break_long_words=False,
        break_on_hyphens=False,
    ).splitlines()


def as_json(listing: Listing) -> str:
    """Findings for programs, each with its claims."""
    rows = [
        {**asdict(one), "claims": [asdict(listing.claims[key]) for key in one.claims]}
        for one in listing.findings
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def as_csv(listing: Listing) -> str:
    """Findings as a table, one a row; what is several stands with a semicolon between."""
    names = [field.name for field in fields(FindingCard)]
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(names)
    for one in listing.findings:
        values = (getattr(one, name) for name in names)
        writer.writerow("; ".join(value) if isinstance(value, tuple) else value for value in values)
    return out.getvalue()


FORMATS: Mapping[str, Callable[[Listing], str]] = {"text": as_text, "json": as_json, "csv": as_csv}
"""How findings are written, by the name of the format."""
