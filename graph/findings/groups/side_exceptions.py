"""Groups told of as one side, in whose ranks one member was on the other, and areas that were not alike."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from graph.findings.finding import Finding
from graph.findings.groups.generic import is_partial, with_exceptions
from graph.findings.scope import contests_of
from graph.findings.statements import Statements, path_of
from ontology import PREDICATES
from sources.claim import Claim


def group_support(known: Statements) -> Iterator[Finding]:
    """Support told of a whole group, one of whose members was supported by the other side."""
    for group, told in _support_of_groups(known).items():
        members = [member for member in known.members(group) if known.is_a(member, "Person")]
        contests = {contest for member in members for contest in contests_of(member, known)}
        for claim in told:
            exceptions = [
                one
                for member in members
                for one in known.told_of(member, claim.document)
                if one.subject != claim.subject
                and _is_support(one)
                and _is_opposed(one, {*members}, contests, known)
            ]
            if exceptions:
                yield with_exceptions(group, [claim], exceptions, known)


def _support_of_groups(known: Statements) -> Mapping[str, list[Claim]]:
    """Claims that tell of support without a number, by the group they tell it of."""
    found: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in known.in_family("aboutSupport"):
        group = path_of((claim.object,))
        if claim.positive and group and known.is_a(group, "Group") and not is_partial(claim):
            found[group].append(claim)
    return found


def _is_opposed(support: Claim, members: set[str], contests: set[str], known: Statements) -> bool:
    return any(
        _is_support(one) and known.contest(one) in contests and path_of((one.object,)) not in members
        for one in known.told_by(support.subject, support.document)
    )


def _is_support(claim: Claim) -> bool:
    is_support = PREDICATES[claim.predicate].family == "aboutSupport"
    return is_support and claim.positive and not claim.implicature


def group_areas(known: Statements) -> Iterator[Finding]:
    """What is told of the places of a group, with members in whose places the opposite is told."""
    for claim in known.claims:
        group = path_of(claim.qualifier("ofGroup"))
        if group and claim.positive:
            partial = [one for one in known.told_by(group, claim.document) if is_partial(one)]
            exceptions = _carried_by_another(claim, group, known)
            if exceptions:
                yield with_exceptions(group, [*partial, claim], exceptions, known)


def _carried_by_another(claim: Claim, group: str, known: Statements) -> list[Claim]:
    """What is told alike of another in places of members, in the same contest, and who stood there."""
    found: list[Claim] = []
    for member in known.members(group):
        for contest in contests_of(member, known):
            place = known.linked(contest, "jurisdiction")
            others = [
                one
                for one in known.by_object.get(place, ())
                if one.predicate == claim.predicate
                and one.subject != claim.subject
                and known.contest(one) == known.contest(claim)
            ]
            if others:
                found += [*others, *_lost(member, contest, known)]
    return found


def _lost(member: str, contest: str, known: Statements) -> list[Claim]:
    return [
        outcome.claim
        for outcome in known.outcomes_of.get(member, ())
        if outcome.contest == contest and outcome.code == "lost"
    ]
