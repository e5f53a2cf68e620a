"""Stated shares, margins, ratios and places held against the votes of the candidates they are about."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

from graph.findings.statements import Figure, path_of
from graph.record.comparison import Comparison
from graph.record.official import Count
from graph.record.readings import Reading, gaps, lead_gaps, leads, ranks, ratios, rest, shares
from graph.record.stated import Gap
from graph.record.tested import Tested, Votes
from graph.record.words import figure_words, gap_words
from sources.quantity import Quantity

NO_NAME = "no candidate has such a name"
NO_VOTES = "no votes are told for that candidacy"
PERCENT = re.compile(r"\bpercent\b")
Read = Callable[[Count, str, str, Figure], Iterator[Reading]]


def tested_figures(checked: Comparison) -> Iterator[tuple[Figure, Tested | str]]:
    """Figures about matched contests, each ready to be judged, or why it cannot be."""
    others = _beside(checked)
    for figure in checked.figures:
        if figure.contest in checked.contests and figure.measure in READ:
            yield figure, _tested(figure, others, checked)


def tested_gaps(checked: Comparison) -> Iterator[tuple[Gap, Tested | str]]:
    """Comparisons of results in two matched contests, each ready to be judged, or why it cannot be."""
    for gap in checked.gaps:
        if gap.contest in checked.contests and gap.compared in checked.contests:
            yield gap, _tested_gap(gap, checked)


def _tested(figure: Figure, others: Mapping[object, set[str]], checked: Comparison) -> Tested | str:
    count = checked.count(figure.contest, _place(figure, checked))
    if count is None:
        return "not all of its votes are in the graph"
    words, match = figure_words(figure, checked), checked.candidate(figure.who, figure.contest)
    if match is None:
        return _tested_rest(figure, words, others.get(figure.count, set()), count, checked)
    if match.official not in count.votes:
        return NO_VOTES
    opponent = path_of(figure.claim.qualifier("opponent"))
    against = checked.candidate(opponent, figure.contest) if opponent else None
    named = against.official if against is not None and against.official in count.votes else ""
    rival = named or count.rival(match.official)
    if rival == "" and figure.measure in AGAINST_ANOTHER:
        return "nobody else has votes there"
    readings = tuple(READ[figure.measure](count, match.official, rival, figure))
    used = (match.official, rival) if figure.measure in AGAINST_ANOTHER else (match.official,)
    matches = tuple(one for one in (match, against) if one is not None)
    votes = (Votes(figure.contest, count, used),)
    return Tested(figure.claim, figure.quantity, words, readings, votes, matches)


def _tested_rest(
    figure: Figure, words: str, beside: set[str], count: Count, checked: Comparison
) -> Tested | str:
    """The share of a group beside that of one candidate is taken for that of all others."""
    found = [match for one in sorted(beside) for match in [checked.candidate(one, figure.contest)] if match]
    if len(found) != 1 or figure.measure != "share" or not checked.known.is_a(figure.who, "Group"):
        return NO_NAME
    (match,) = found
    if match.official not in count.votes:
        return NO_VOTES
    used = (Votes(figure.contest, count, (match.official,)),)
    readings = tuple(rest(count, match.official))
    note = "the group beside one candidate is taken for the votes for all others"
    return Tested(figure.claim, figure.quantity, words, readings, used, (match,), note)


def _tested_gap(gap: Gap, checked: Comparison) -> Tested | str:
    first, second = checked.count(gap.contest), checked.count_where(gap.compared, gap.contest)
    if first is None or second is None:
        return "not all of the votes it compares are in the graph"
    mine, other = checked.candidate(gap.who, gap.contest), checked.candidate(gap.other, gap.compared)
    if mine is None or other is None:
        return NO_NAME
    if gap.claim.quantity is None or mine.official not in first.votes or other.official not in second.votes:
        return NO_VOTES
    readings = tuple(_gap_readings(gap, (first, mine.official), (second, other.official)))
    votes = Votes(gap.contest, first, (mine.official,)), Votes(gap.compared, second, (other.official,))
    return Tested(gap.claim, gap.claim.quantity, gap_words(gap, checked), readings, votes, (mine, other))


def _gap_readings(gap: Gap, first: tuple[Count, str], second: tuple[Count, str]) -> Iterator[Reading]:
    """How far the one who is said to lie above does so; a bare comparison is of shares or of leads."""
    quantity = gap.claim.quantity
    upper, lower = (first, second) if gap.above > 0 else (second, first)
    is_bare = quantity is not None and quantity.value == 0
    base = (lower if gap.above > 0 else upper) if quantity is not None and may_be_part(quantity) else None
    yield from gaps(upper, lower, None if is_bare else base)
    if is_bare:
        yield from lead_gaps(upper, lower)


def _place(figure: Figure, checked: Comparison) -> str:
    """Path of the place a figure was counted in, "" for the whole contest."""
    return "" if figure.place == checked.asked[figure.contest].place.path else figure.place


def _beside(checked: Comparison) -> dict[object, set[str]]:
    """The people with figures for each count."""
    found: defaultdict[object, set[str]] = defaultdict(set)
    for figure in checked.figures:
        if checked.known.is_a(figure.who, "Person"):
            found[figure.count].add(figure.who)
    return found


def _share(count: Count, candidacy: str, _rival: str, _figure: Figure) -> Iterator[Reading]:
    return shares(count, candidacy)


def _margin(count: Count, candidacy: str, rival: str, figure: Figure) -> Iterator[Reading]:
    return leads(count, candidacy, rival, of_loser=False, is_relative=may_be_part(figure.quantity))


def _margin_of_loss(count: Count, candidacy: str, rival: str, figure: Figure) -> Iterator[Reading]:
    return leads(count, rival, candidacy, of_loser=True, is_relative=may_be_part(figure.quantity))


def _ratio(count: Count, candidacy: str, rival: str, _figure: Figure) -> Iterator[Reading]:
    return ratios(count, candidacy, rival)


def _rank(count: Count, candidacy: str, _rival: str, _figure: Figure) -> Iterator[Reading]:
    return ranks(count, candidacy)


def may_be_part(quantity: Quantity) -> bool:
    """Whether the unit has the word percent, so that a difference may be meant as a part of votes."""
    return PERCENT.search(quantity.unit) is not None


READ: dict[str, Read] = {
    "share": _share,
    "margin": _margin,
    "margin-of-loss": _margin_of_loss,
    "ratio": _ratio,
    "rank": _rank,
}
"""How each measure is worked out from votes."""
AGAINST_ANOTHER = ("margin", "margin-of-loss", "ratio")
