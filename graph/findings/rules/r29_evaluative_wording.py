"""R29: opposite views of different holders are a conflict of opinions, never of facts."""

from collections.abc import Iterator

from graph.findings.finding import Finding
from graph.findings.rule import Rule, finding
from graph.findings.statements import Statements
from sources.claim import Claim

ID = "R29"


def _find(known: Statements) -> Iterator[Finding]:
    replies = [(claim, str(key)) for claim in known.claims for key in claim.qualifier("repliesTo")]
    wanted = {(claim.document, key) for claim, key in replies}
    answered = {
        (claim.document, claim.key): claim for claim in known.claims if (claim.document, claim.key) in wanted
    }
    for claim, key in replies:
        first = answered.get((claim.document, key))
        if first is not None and _holder(first) != _holder(claim):
            yield _conflict(first, claim, known)


def _conflict(first: Claim, reply: Claim, known: Statements) -> Finding:
    one, other = known.label(_holder(first)), known.label(_holder(reply))
    return finding(
        ID,
        "opinion-conflict",
        (first, reply),
        f"{other} answers a view of {one} with the opposite one: two holders, two characterisations.",
        computation=f"{one} against {other}",
        about=(first.subject, reply.subject),
    )


def _holder(claim: Claim) -> str:
    """Whose view a claim tells: of who displays or states it, else of the last one it is ascribed to."""
    if claim.kind in ("event", "statement"):
        return claim.subject
    return claim.attributed_to[-1] if claim.attributed_to else f"document/{claim.document}"


RULE = Rule(
    ID,
    "Evaluative wording",
    "A loaded or evaluative wording is kept as a characterisation with its holder. Where one holder "
    "answers the view of another with the opposite, that is a conflict of opinions and no contradiction of "
    "facts.",
    "Both stay, each with its holder; neither becomes a fact.",
    _find,
)
