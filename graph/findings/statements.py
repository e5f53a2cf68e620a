"""The claims of all sources as rules look things up in them: by predicate, measure, contest, outcome, set.

Every look-up is by key, so that a rule costs what its claims cost, however many others there are.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from graph.derive.world import World
from ontology import CODES, PREDICATES, PredicateTerm
from sources.claim import Claim, Literal, Thing
from sources.edtf import DateInterval, read_date
from sources.quantity import Quantity

Key = TypeVar("Key")
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure a claim gives for somebody or something.

    Attributes:
        measure: Notation of the measure code, for example "share" or "margin-of-loss".
        who: Path of whom it is about.
        contest: Path of the contest, "" when it is not said.
        place: Path of the place it was counted in, "" for the whole contest.
        survey: Path of the poll, "" for votes.
    """

    measure: str
    who: str
    contest: str
    place: str
    survey: str
    quantity: Quantity
    claim: Claim

    @property
    def count(self) -> tuple[str, str, str]:
        """What figures that can be set against each other have in common: contest, place and poll."""
        return self.contest, self.place, self.survey

    @property
    def measure_label(self) -> str:
        """The measure for people, for example "margin of loss"."""
        return MEASURES[self.measure]

    @property
    def as_written(self) -> str:
        """The wording of the figure."""
        return self.quantity.as_written


@dataclass(frozen=True, slots=True)
class Outcome:
    """An outcome a claim gives somebody, or denies.

    Attributes:
        who: Path of the candidate, office-holder or group.
        contest: Path of the contest, "" when it is not said.
        code: Notation of the outcome code, for example "won".
        denied: Whether the claim says that it is not so.
    """

    who: str
    contest: str
    code: str
    denied: bool
    claim: Claim


MEASURES = {code.name.removeprefix("measure-"): code.label for code in CODES["Measure"]}


class Statements:
    """The claims of a world, with what rules ask of them."""

    def __init__(self, world: World) -> None:
        """Take in the claims of a world."""
        self.world = world
        self.claims = tuple(world.claims)

    @cached_property
    def _by_predicate(self) -> Mapping[str, list[Claim]]:
        return _grouped((claim.predicate, claim) for claim in self.claims)

    @cached_property
    def by_subject(self) -> Mapping[str, list[Claim]]:
        """Claims by the path of their subject."""
        return _grouped((claim.subject, claim) for claim in self.claims)

    @cached_property
    def by_object(self) -> Mapping[str, list[Claim]]:
        """Claims by the path of their object."""
        return _grouped(
            (claim.object.path, claim) for claim in self.claims if isinstance(claim.object, Thing)
        )

    def told_by(self, subject: str, document: str) -> list[Claim]:
        """Claims of a document about a subject, as they stand in the text."""
        return self._subjects.get((document, subject), [])

    def told_of(self, thing: str, document: str) -> list[Claim]:
        """Claims of a document with an entity as object, as they stand in the text."""
        return self._objects.get((document, thing), [])

    @cached_property
    def _subjects(self) -> Mapping[tuple[str, str], list[Claim]]:
        return _grouped(((claim.document, claim.subject), claim) for claim in self._in_text)

    @cached_property
    def _objects(self) -> Mapping[tuple[str, str], list[Claim]]:
        spoken = ((claim, path_of((claim.object,))) for claim in self._in_text)
        return _grouped(((claim.document, path), claim) for claim, path in spoken if path)

    @cached_property
    def _in_text(self) -> list[Claim]:
        """All claims, document by document, as they stand in the text."""
        return sorted(self.claims, key=lambda claim: (claim.document, claim.evidence.span.start))

    @cached_property
    def by_jurisdiction(self) -> Mapping[str, list[str]]:
        """Offices, contests and sets by the path of the place of their jurisdiction."""
        paths = self.world.entities
        return _grouped((place, path) for path in paths for place in self.world.linked(path, "jurisdiction"))

    @cached_property
    def by_contest(self) -> Mapping[str, list[Claim]]:
        """Claims by the path of the contest they are about, as subject, object or qualifier."""
        return _grouped((contest, claim) for claim in self.claims for contest in self._contests(claim))

    def said(self, *predicates: str) -> list[Claim]:
        """Claims with one of some predicates, positive or negative, predicate by predicate."""
        return [claim for name in predicates for claim in self._by_predicate.get(name, ())]

    def in_family(self, family: str) -> list[Claim]:
        """Claims whose predicate belongs to a family, for example "aboutMoneyFlow"."""
        names = sorted(name for name, term in PREDICATES.items() if term.family == family)
        return self.said(*names)

    def is_a(self, path: str, kind: str) -> bool:
        """Whether an entity or document is of a class or of one below it."""
        return self.world.known.is_a(path, kind)

    def kind(self, path: str) -> str:
        """The class of an entity or document."""
        return self.world.known.kinds[path]

    def label(self, path: str) -> str:
        """The name of an entity for people."""
        return self.world.label(path)

    def linked(self, path: str, name: str) -> str:
        """The path an entity links to by a name in the registry, "" for none."""
        return next(iter(self.world.linked(path, name)), "")

    def text_of(self, path: str, name: str) -> str:
        """The text or code an entity links to by a name in the registry, "" for none."""
        entity = self.world.entities.get(path)
        links = dict(entity.links) if entity is not None else {}
        return next((value for value in links.get(name, ()) if isinstance(value, str)), "")

    def around(self, place: str) -> tuple[str, ...]:
        """A place, then the places it lies in, the nearest first."""
        chain = [place]
        while (outer := self.linked(chain[-1], "partOf")) and outer not in chain:
            chain.append(outer)
        return tuple(chain)

    def contest(self, claim: Claim) -> str:
        """Path of the contest a claim is about, "" when it says none."""
        return next(iter(self._contests(claim)), "")

    def place(self, claim: Claim) -> str:
        """Path of the place a claim names as qualifier, "" for none."""
        return path_of(claim.qualifier("place"))

    def held(self, contest: str) -> DateInterval | None:
        """When a contest was held, by the registry; None when it does not say."""
        text = self.text_of(contest, "date")
        return read_date(text) if text else None

    def published(self, claim: Claim) -> DateInterval | None:
        """When the document of a claim was published."""
        text = self._dates.get(claim.document, "")
        return read_date(text) if text else None

    @cached_property
    def _dates(self) -> Mapping[str, str]:
        documents = (source.document for source in self.world.sources)
        return {document.id: document.date for document in documents}

    def origin(self, claim: Claim) -> str:
        """Name of the reporting a claim's document goes back to."""
        return self.world.origins[claim.document]

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure that measures votes or answers, in reading order of the sources."""
        return tuple(
            _figure(claim, claim.quantity, PREDICATES[claim.predicate], self)
            for claim in self.claims
            if claim.positive and claim.quantity is not None and PREDICATES[claim.predicate].measure
        )

    def measured(self, *measures: str) -> list[Figure]:
        """Figures of some measures."""
        return [figure for figure in self.figures if figure.measure in measures]

    @cached_property
    def outcomes(self) -> tuple[Outcome, ...]:
        """Every outcome that is said or denied, in reading order of the sources."""
        return tuple(outcome for claim in self.claims for outcome in _outcomes(claim, self))

    @cached_property
    def outcomes_by_contest(self) -> Mapping[str, list[Outcome]]:
        """Outcomes by the path of their contest."""
        return _grouped((outcome.contest, outcome) for outcome in self.outcomes if outcome.contest)

    @cached_property
    def outcomes_of(self) -> Mapping[str, list[Outcome]]:
        """Outcomes by the path of whom they are given."""
        return _grouped((outcome.who, outcome) for outcome in self.outcomes)

    def members(self, path: str) -> tuple[str, ...]:
        """Members of a set or group: those of the registry, then those that claims state firmly."""
        if path not in self._members:
            self._members[path] = self._find_members(path)
        return self._members[path]

    @cached_property
    def _members(self) -> dict[str, tuple[str, ...]]:
        """What `members` found already."""
        return {}

    def _find_members(self, path: str) -> tuple[str, ...]:
        said = (
            claim.subject
            for claim in self.by_object.get(path, ())
            if claim.predicate in ("memberOf", "partOf") and claim.positive and not claim.implicature
        )
        listed = (*self.world.linked(path, "member"), *self.world.linked(path, "namedMember"))
        return tuple(dict.fromkeys((*listed, *said)))

    def possible_members(self, path: str) -> tuple[str, ...]:
        """Members of a set or group, then those whom a document may count among it without saying so."""
        return tuple(dict.fromkeys((*self.members(path), *self.world.linked(path, "possibleMember"))))

    @cached_property
    def sets_of(self) -> Mapping[str, list[str]]:
        """The sets and groups an entity is a member of."""
        sets = (path for path in self.world.entities if self.members(path))
        return _grouped((member, path) for path in sets for member in self.members(path))

    def _contests(self, claim: Claim) -> tuple[str, ...]:
        told = [value for value in (claim.object, *claim.qualifier("contest")) if isinstance(value, Thing)]
        named = [claim.subject, *(value.path for value in told)]
        return tuple(dict.fromkeys(path for path in named if self.is_a(path, "Contest")))


def path_of(values: Iterable[Thing | Literal]) -> str:
    """Path of the first entity among values, "" for none."""
    return next((value.path for value in values if isinstance(value, Thing)), "")


def _grouped(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, list[Value]]:
    found: defaultdict[Key, list[Value]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return dict(found)


def _figure(claim: Claim, quantity: Quantity, term: PredicateTerm, known: Statements) -> Figure:
    counted = (
        claim.object.path
        if isinstance(claim.object, Thing) and known.is_a(claim.object.path, "Place")
        else ""
    )
    poll = next((path for path in (claim.subject, *claim.attributed_to) if known.is_a(path, "Poll")), "")
    measure = term.measure.removeprefix("measure-")
    return Figure(measure, claim.subject, known.contest(claim), counted, poll, quantity, claim)


def _outcomes(claim: Claim, known: Statements) -> Iterable[Outcome]:
    term, contest = PREDICATES[claim.predicate], known.contest(claim)
    if term.subject_outcome:
        code = term.subject_outcome.removeprefix("outcome-")
        yield Outcome(claim.subject, contest, code, not claim.positive, claim)
    if term.object_outcome and isinstance(claim.object, Thing):
        code = term.object_outcome.removeprefix("outcome-")
        yield Outcome(claim.object.path, contest, code, not claim.positive, claim)
