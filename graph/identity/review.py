"""Candidates at the terminal: both sides with their evidence, a question, and why."""

from collections.abc import Callable, Iterable, Iterator

from graph.identity.candidates import Candidate
from graph.identity.decisions import Verdict
from graph.identity.sides import Side
from graph.rows.words import amount
from sources.writing import counted

QUESTION = "Are they one? y(es), n(o), u(nsure), s(kip), q(uit): "
WHY = "Why: "
ANSWERS = {"y": Verdict.YES, "n": Verdict.NO, "u": Verdict.UNSURE}
SKIP, QUIT = "s", "q"


def candidate_text(candidate: Candidate, number: int, of: int) -> str:
    """A candidate for a terminal, with its place in a list."""
    likely = f"probability {candidate.probability:.3f} ({candidate.weight:+.1f} bits)"
    head = f"{number} of {of}: {candidate.group}, {likely}"
    reasons = (f"    {reason}" for reason in candidate.reasons)
    return "\n".join([head, *_side_text(candidate.left), *_side_text(candidate.right), *reasons])


def _side_text(side: Side) -> Iterator[str]:
    known = side.dataset.removeprefix("dataset/")
    yield f"  {side.label} — {side.path} [{known}]"
    rows = f"{amount(side.money)} in {counted(side.rows, 'row')}" if side.rows else ""
    facts = "; ".join(filter(None, (*side.facts, rows)))
    if facts:
        yield f"      {facts}"


def review(
    candidates: Iterable[Candidate], count: int, ask: Callable[[str], str], tell: Callable[[str], None]
) -> Iterator[tuple[Candidate, Verdict, str]]:
    """What a person decides on candidates, with the reason, one after the other until there is no answer.

    Args:
        candidates: What is asked.
        count: How many there are.
        ask: Gives the answer to a question; raises EOFError when nobody answers.
        tell: Shows text.
    """
    for number, candidate in enumerate(candidates, 1):
        tell(candidate_text(candidate, number, count))
        try:
            answer = _answer(ask)
            if answer == QUIT:
                return
            if answer in ANSWERS:
                yield candidate, ANSWERS[answer], _reason(ask)
        except EOFError:
            return


def _answer(ask: Callable[[str], str]) -> str:
    answer = ""
    while answer not in (*ANSWERS, SKIP, QUIT):
        answer = ask(QUESTION).strip().lower()[:1]
    return answer


def _reason(ask: Callable[[str], str]) -> str:
    reason = ""
    while not reason:
        reason = ask(WHY).strip()
    return reason
