"""Automatic decisions: yes to pairs whose score is above a threshold that somebody gave, and marked so."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from math import log2

import polars as pl

from graph.identity.candidates import Proposals
from graph.identity.decisions import Decision, Made, Verdict, decide
from graph.identity.grouping import joining_pairs


def decide_above(
    proposals: Proposals, threshold: float, made: Iterable[Decision], when: datetime, who: str
) -> Iterator[Decision]:
    """Decisions on the pairs above a threshold that hold together with each other and with what is decided.

    Args:
        proposals: What may be one.
        threshold: Probability from which two things are taken for one, above 0.5 and below 1.
        made: The decisions there are.
        when: Day and time, in UTC.
        who: Who asked for it.
    """
    least = log2(threshold / (1 - threshold))
    likely = proposals.pairs.filter(pl.col("weight") >= least).sort(
        "weight", "left", "right", descending=[True, False, False]
    )
    for left, right, weight in joining_pairs(likely, proposals.records, made):
        score = 1 / (1 + 2.0**-weight)
        reason = f"score above {threshold:g} ({weight:.1f} bits)"
        yield decide(when, who, (left, right), Verdict.YES, reason, score=score, made=Made.AUTOMATIC)
