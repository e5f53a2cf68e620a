"""What the record cannot test, with the data that would: one finding for a contest, or for a figure."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph.findings.finding import Finding
from graph.findings.rule import finding
from graph.record.comparison import Comparison
from graph.record.tested import ID
from graph.record.verdicts import KINDS
from ontology import PREDICATES
from sources.claim import Claim, Thing

UNTESTED = "untested"
DOLLARS = "USD"


def untested_contests(checked: Comparison) -> Iterator[Finding]:
    """A finding for each contest with stated figures that nothing official in the build covers."""
    claims: defaultdict[str, list[Claim]] = defaultdict(list)
    for figure in checked.figures:
        claims[figure.contest].append(figure.claim)
    for gap in checked.gaps:
        missing = [path for path in (gap.contest, gap.compared) if path not in checked.contests]
        for contest in missing[:1]:
            claims[contest].append(gap.claim)
    for contest in sorted(claims.keys() - checked.contests.keys()):
        label = checked.known.label(contest)
        says = f"No official count in the graph covers {label}; its figures cannot be tested."
        places = sorted(
            {
                checked.known.label(one.place)
                for one in checked.figures
                if one.contest == contest and one.place
            }
        )
        where = f", for {', '.join(places)}" if places else ""
        yield _finding(claims[contest], says, f"needed: official results of {label}{where}", (contest,))


def untested_figure(
    claim: Claim, contest: str, place: str, why: str, words: str, checked: Comparison
) -> Finding:
    """A finding on a figure of a matched contest that the votes at hand do not test."""
    official, match = checked.contests[contest]
    says = f"{words} cannot be tested: {why}."
    paths = [official.path] + [match.path] * match.is_told
    where = f", with {checked.known.label(place)}" if place else ""
    needed = f"needed: official votes of {official.label}{where}"
    return replace(_finding([claim], says, needed, (claim.subject, contest)), premises=tuple(paths))


def untested_totals(checked: Comparison) -> Iterator[Finding]:
    """A finding for each stated sum of money over a period, which single filings do not add up to."""
    known = checked.known
    for claim in known.claims:
        since = next(iter(claim.qualifier("since")), "")
        is_sum = claim.quantity is not None and claim.quantity.unit == DOLLARS and claim.positive
        if not (is_sum and since and PREDICATES[claim.predicate].asserts and isinstance(claim.object, Thing)):
            continue
        payer, payee = known.label(claim.subject), known.label(claim.object.path)
        quantity = claim.quantity
        written = quantity.as_written if quantity is not None else ""
        told = f"What {payer} is said to have given or spent for {payee}, from {since} on, {written!r},"
        says = f"{told} cannot be tested: no filings in the graph cover it."
        needed = f"needed: the yearly filings or accounts of {payer} or {payee} from {since} on"
        yield _finding([claim], says, needed, (claim.subject, claim.object.path))


def _finding(claims: Iterable[Claim], says: str, needed: str, about: Iterable[str]) -> Finding:
    told = finding(ID, KINDS[UNTESTED], claims, says, computation=needed, confidence="low", about=about)
    return replace(told, verdict=UNTESTED)
