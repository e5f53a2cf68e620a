"""Stated sums of money over a period held against the filings of a build, as far as these have them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from graph.findings.finding import Finding
from graph.findings.interval import plain, strict
from graph.findings.rule import finding
from graph.findings.statements import Statements
from graph.record.datasets import whole_datasets
from graph.record.tested import ID
from graph.record.verdicts import KINDS
from ontology import PREDICATES
from sources.claim import Claim, Thing
from sources.edtf import read_date
from sources.quantity import Quantity

if TYPE_CHECKING:
    from graph.record.filings import Filed

DOLLARS = "USD"


@dataclass(frozen=True, slots=True)
class Total:
    """A claim of a sum over a period.

    Attributes:
        payer: Name of who gave or spent.
        payee: Name of whom it was for.
        since: The first year.
    """

    claim: Claim
    quantity: Quantity
    payer: str
    payee: str
    since: int


def total_findings(known: Statements, conversions: Mapping[str, Path]) -> Iterator[Finding]:
    """A finding for each stated sum: filings have that much, or nothing at hand can settle it."""
    totals = list(_totals(known))
    filed = _filed(totals, conversions)
    for total in totals:
        yield _finding(total, filed.get(total.claim.digest))


def _totals(known: Statements) -> Iterator[Total]:
    for claim in known.claims:
        since, quantity, payee = next(iter(claim.qualifier("since")), ""), claim.quantity, claim.object
        asserts = PREDICATES[claim.predicate].asserts
        if quantity is None or quantity.unit != DOLLARS or not (claim.positive and asserts):
            continue
        first = read_date(since).earliest if isinstance(since, str) and since else None
        if first is not None and isinstance(payee, Thing):
            yield Total(claim, quantity, known.label(claim.subject), known.label(payee.path), first.year)


def _filed(totals: list[Total], conversions: Mapping[str, Path]) -> dict[str, "Filed"]:
    """What filings have of each sum, by the digest of its claim; nothing is imported without filings."""
    folders = whole_datasets(conversions, "flow-total") if totals else {}
    if not folders:
        return {}
    from graph.record.filings import filed_money, words_of

    keys = {one.claim.digest: (words_of(one.payer), words_of(one.payee), one.since) for one in totals}
    found = filed_money(folders, keys.values())
    return {digest: found[key] for digest, key in keys.items() if key in found}


def _finding(total: Total, filed: "Filed | None") -> Finding:
    said = strict(total.quantity)
    is_met = filed is not None and said.low is not None and filed.amount in said
    verdict = "confirmed" if is_met else "untested"
    ends = "is borne out by filings in the graph" if is_met else f"cannot be tested: {_why(filed)}"
    parties = f"{total.payer} for {total.payee}, from {total.since} on"
    told = finding(
        ID,
        KINDS[verdict],
        (total.claim,),
        f"What is stated of {parties}, {total.quantity.as_written!r}, {ends}.",
        computation="; ".join((*_told(filed), *(() if is_met else (_needed(total),)))),
        confidence="low",
        about=(total.claim.subject, *_payee(total)),
        premises=filed.totals if filed is not None else (),
    )
    return replace(told, verdict=verdict)


def _why(filed: "Filed | None") -> str:
    return (
        "no filings in the graph cover it" if filed is None else "filings in the graph may not have all of it"
    )


def _told(filed: "Filed | None") -> tuple[str, ...]:
    if filed is None:
        return ()
    amount = f"${plain(filed.amount)} in {filed.rows} rows of dataset {filed.dataset}"
    return (f"{amount}, between parties printed with these names",)


def _needed(total: Total) -> str:
    return (
        f"needed: filings or accounts of {total.payer} or {total.payee} for every year from {total.since} on"
    )


def _payee(total: Total) -> tuple[str, ...]:
    return (total.claim.object.path,) if isinstance(total.claim.object, Thing) else ()
