"""R04: a ratio of votes between two candidates and their shares fit each other."""

from collections.abc import Iterator
from decimal import Decimal

from graph.derive.world import hedges
from graph.findings.finding import Finding
from graph.findings.interval import Interval, plain, point, strict, usual
from graph.findings.rule import Rule, finding
from graph.findings.statements import Figure, Statements

ALL = point(Decimal(100))
ID = "R04"


def _find(known: Statements) -> Iterator[Finding]:
    shares: dict[tuple[object, ...], Figure] = {}
    for share in known.measured("share"):
        shares.setdefault((share.who, share.count, share.claim.document), share)
        if not hedges(share.claim):
            shares.setdefault((share.who, share.count), share)
    for ratio in known.measured("ratio"):
        own = shares.get((ratio.who, ratio.count, ratio.claim.document))
        beside = own or shares.get((ratio.who, ratio.count))
        if beside is not None:
            yield _compare(ratio, beside, known)


def _compare(ratio: Figure, share: Figure, known: Statements) -> Finding:
    who, value = known.label(ratio.who), share.quantity.value
    told = f"{share.quantity.as_written} against {ratio.quantity.as_written}"
    claims = (ratio.claim, share.claim)
    computation = f"{_example(value)}{told}"
    if not _ratio(strict(share.quantity)).fits(strict(ratio.quantity)):
        says = f"The share and the ratio of votes stated for {who} cannot both hold between two candidates."
        kind = "tension" if any(hedges(claim) for claim in claims) else "contradiction"
        return finding(ID, kind, claims, says, computation=computation, confidence="medium")
    if not _ratio(usual(share.quantity)).fits(usual(ratio.quantity)):
        says = f"The share and the ratio of votes stated for {who} fit only if the wording is read loosely."
        return finding(ID, "tension", claims, says, computation=computation, confidence="medium")
    says = f"The share and the ratio of votes stated for {who} fit each other."
    return finding(ID, "confirmed", claims, says, computation=computation)


def _ratio(share: Interval) -> Interval:
    """What a share comes to against the rest of the votes."""
    return share.over(ALL - share)


def _example(share: Decimal | None) -> str:
    if share is None:
        return ""
    rest = 100 - share
    return f"{plain(share)}/{plain(rest)} = {plain(share / rest)} : 1; "


RULE = Rule(
    ID,
    "Ratio against share",
    "A stated ratio of votes between winner and loser agrees with the share its document states, else with "
    "one that is no early count; the votes are taken to be those of two candidates.",
    "Both figures stand as stated.",
    _find,
)
