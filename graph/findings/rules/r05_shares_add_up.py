"""R05: shares of one count add up to a hundred at most, and to a hundred where they are everybody's."""

from collections.abc import Iterator
from decimal import Decimal

from graph.findings.claims.firmness import clash
from graph.findings.figures import shares as sums
from graph.findings.finding import Finding
from graph.findings.interval import Interval, plain
from graph.findings.rule import Rule, finding
from graph.findings.statements import Figure, Statements

ID = "R05"
HUNDRED = Decimal(100)


def _find(known: Statements) -> Iterator[Finding]:
    for shares in sums.counts(known):
        yield from _judge(shares, known)
    for shares in sums.joint_counts(known):
        single = _single(shares, known)
        if sums.is_too_much(single):
            says = f"The shares that documents state for {_where(shares, known)} come to more than a hundred."
            claims = [share.claim for share in single]
            text = f"{sums.sum_text(single)} > 100"
            yield finding(ID, "tension", claims, says, computation=text, confidence="medium")


def _judge(shares: list[Figure], known: Statements) -> Iterator[Finding]:
    where, single = _where(shares, known), _single(shares, known)
    if sums.is_too_much(single):
        claims = [share.claim for share in single]
        says = f"The shares stated for {where} add up to more than a hundred."
        yield finding(ID, clash(claims), claims, says, computation=f"{sums.sum_text(single)} > 100")
    elif len(single) < len(shares) and sums.is_too_much(shares):
        return
    elif sums.are_everybody(shares, known) and not sums.added_up(shares).fits(sums.ALL):
        claims = [share.claim for share in shares]
        says = f"The shares stated for {where} are everybody's and do not add up to a hundred."
        yield finding(ID, clash(claims), claims, says, computation=f"{sums.sum_text(shares)}, not 100")
    elif all(sums.is_exact(share) for share in shares):
        yield from _full(shares, where)
    else:
        yield from _rest(shares, where, known)


def _full(shares: list[Figure], where: str) -> Iterator[Finding]:
    """Shares that come to a hundred; two that do in a count of votes leave no room for anybody else."""
    claims, text = [share.claim for share in shares], sums.sum_text(shares)
    total = sum((share.quantity.value for share in shares if share.quantity.value), Decimal(0))
    if len(shares) > sums.TWO and sums.added_up(shares).fits(sums.ALL):
        says = f"The shares stated for {where} add up to a hundred: nobody is left out."
        yield finding(ID, "confirmed", claims, says, computation=f"{text}; lead {_lead(shares)}")
    elif len(shares) == sums.TWO and total == HUNDRED:
        says = (
            f"The two shares stated for {where} add up to a hundred: probably they are shares of the votes "
            "for these two only."
        )
        yield finding(ID, "confirmed", claims, says, computation=text, confidence="medium")


def _rest(shares: list[Figure], where: str, known: Statements) -> Iterator[Finding]:
    """What is left for a candidate whose share has no upper end."""
    loose = [share for share in shares if not sums.is_exact(share)]
    if len(loose) == 1 and loose[0].quantity.upper is None:
        others = sums.added_up(share for share in shares if share is not loose[0])
        left = sums.share(loose[0]).meet(Interval(high=(sums.ALL - others).high))
        says = f"The shares stated for {where} leave room for each other."
        text = f"{sums.sum_text(shares)} <= 100; so {known.label(loose[0].who)} has {left}"
        yield finding(ID, "compatible", [share.claim for share in shares], says, computation=text)


def _lead(shares: list[Figure]) -> str:
    first, second, *_ = sorted(
        (share.quantity.value or Decimal(0) for share in shares if share.measure != "undecided"), reverse=True
    )
    return plain(first - second)


def _single(shares: list[Figure], known: Statements) -> list[Figure]:
    """Shares of whom no other contains; groups may overlap."""
    return [share for share in shares if not known.is_a(share.who, "Group")]


def _where(shares: list[Figure], known: Statements) -> str:
    place = shares[0].place
    return f"{known.label(shares[0].contest)}{f', {known.label(place)}' if place else ''}"


RULE = Rule(
    ID,
    "Shares add up",
    "The shares that one document states of one count add up to a hundred at most; where everybody is "
    "listed, to a hundred within their rounding.",
    "All shares stand as stated; two that make a hundred are probably shares of the votes for two parties, "
    "and are compared with other counts as such.",
    _find,
)
