"""Contests of fact sheets that official results may be about, as candidates for a merge.

Contests have keys: the day, the jurisdiction and the office. Where a fact sheet has only a month, the
comparison with the record finds the official one (`graph/record/contests.py`); whether the two become one
thing is for people to decide.
"""

from collections.abc import Iterator
from decimal import Decimal
from math import log2

from pyoxigraph import NamedNode

from graph.identity.candidates import Candidate
from graph.identity.explaining import Reason
from graph.identity.sheets import SHEETS
from graph.identity.sides import Side
from graph.reading import Reader
from sources.check import is_kind

CONTEST = "contest"
LIKELY = {"high": 0.98, "medium": 0.8, "low": 0.5}
"""Probability that stands for how sure a comparison with the record is."""
FACTS = ("date", "jurisdiction", "office")


def contest_candidates(reader: Reader) -> Iterator[Candidate]:
    """Each contest of a fact sheet with the official one that may be the same."""
    for match in reader.instances("RecordMatch"):
        told, official = (reader.node(match, f"rdf:{end}") for end in ("subject", "object"))
        if told is not None and official is not None and _is_contest(reader, told):
            yield _candidate(reader, match, told, official)


def _is_contest(reader: Reader, thing: NamedNode) -> bool:
    return any(is_kind(kind, "Contest") for kind in reader.kinds(thing))


def _candidate(reader: Reader, match: NamedNode, told: NamedNode, official: NamedNode) -> Candidate:
    share = LIKELY[reader.text(match, "confidence")]
    weight = log2(share / (1 - share))
    left, right = sorted((_side(reader, told), _side(reader, official)), key=lambda side: side.path)
    reason = Reason("the record", reader.text(match, "reason"), left.label, right.label, weight)
    return Candidate(left, right, CONTEST, weight, share, (reason,), 0.0)


def _side(reader: Reader, contest: NamedNode) -> Side:
    dataset = reader.node(contest, "dataset")
    known = SHEETS if dataset is None else dataset.value.rpartition("/id/")[2]
    facts = (reader.label(value) for name in FACTS for value in reader.values(contest, name))
    path = contest.value.rpartition("/id/")[2]
    return Side(path, reader.label(contest), known, tuple(facts), Decimal(0), 0)
