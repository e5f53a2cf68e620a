"""R04: a ratio of votes between two candidates and their shares fit each other."""

from collections.abc import Iterator
from decimal import Decimal

from graph.findings.finding import Finding
from graph.findings.interval import Interval, plain, point, strict, usual
from graph.findings.rule import Rule, finding
from graph.findings.statements import Figure, Statements

ALL = point(Decimal(100))
ID = "R04"


def _find(known: Statements) -> Iterator[Finding]:
    shares = {(share.who, share.count): share for share in known.measured("share")}
    for ratio in known.measured("ratio"):
        share = shares.get((ratio.who, ratio.count))
        if share is not None:
            yield _compare(ratio, share, known)


def _compare(ratio: Figure, share: Figure, known: Statements) -> Finding:
    who, value = known.label(ratio.who), share.quantity.value
    told = f"{share.quantity.as_written} against {ratio.quantity.as_written}"
    claims = (ratio.claim, share.claim)
    computation = f"{_example(value)}{told}"
    if not _ratio(strict(share.quantity)).fits(strict(ratio.quantity)):
        says = f"The share and the ratio of votes stated for {who} cannot both hold between two candidates."
        return finding(ID, "contradiction", claims, says, computation=computation, confidence="medium")
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
    "A stated ratio of votes between winner and loser agrees with a stated share, as far as both are said; "
    "the votes are taken to be those of two candidates.",
    "Both figures stand as stated.",
    _find,
)
