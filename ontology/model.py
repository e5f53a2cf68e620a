"""The kinds of term the ontology has, as plain values for code that reads no RDF.

Names of terms are local names in the `mt:` namespace unless they carry a prefix.
"""

from dataclasses import dataclass

TURTLE = ("classes", "properties", "predicates", "codes", "drawing", "alignments")
"""Names of the Turtle files the ontology is made of; the shapes stand apart."""


@dataclass(frozen=True, slots=True)
class ClassTerm:
    """A class.

    Attributes:
        parents: Direct superclasses within the `mt:` namespace.
        column: Column of the layered picture ("donors", ...) or "" when a superclass decides.
    """

    label: str
    comment: str
    parents: tuple[str, ...] = ()
    column: str = ""


@dataclass(frozen=True, slots=True)
class PropertyTerm:
    """A property of the model or a qualifier of a claim.

    Attributes:
        domain: What may have it, as a prefixed name or local name.
        range: What its values are, as a prefixed name or local name.
    """

    label: str
    comment: str
    domain: str
    range: str


@dataclass(frozen=True, slots=True)
class PredicateTerm:
    """A predicate of claims, with what a claim that uses it asserts and draws.

    Attributes:
        family: Local name of the family property it is a sub-property of.
        domain: Class of its subjects.
        range: Class of its objects, "rdfs:Literal", or "rdfs:Resource" for both.
        domain_includes: Classes seen as subject in the founding documents.
        range_includes: Classes seen as object in the founding documents.
        draws: Plain edge a positive claim draws, "" for none.
        draws_to: Qualifier that gives the target of the edge instead of the object, "" for none.
        asserts: Class of event a claim asserts, "" for none.
        subject_role: Property from the event to the subject, "" for none.
        object_role: Property from the event to the object, "" for none.
        subject_outcome: Outcome code given to the subject, "" for none.
        object_outcome: Outcome code given to the object, "" for none.
        measure: Measure code of the figure, "" for none.
        strength: Strength code of the tie, "" for none.
        event_kind: Event-kind code, "" for none.
    """

    label: str
    comment: str
    family: str
    domain: str
    range: str
    domain_includes: tuple[str, ...] = ()
    range_includes: tuple[str, ...] = ()
    draws: str = ""
    draws_to: str = ""
    asserts: str = ""
    subject_role: str = ""
    object_role: str = ""
    subject_outcome: str = ""
    object_outcome: str = ""
    measure: str = ""
    strength: str = ""
    event_kind: str = ""


@dataclass(frozen=True, slots=True)
class EdgeTerm:
    """A plain-edge property.

    Attributes:
        label: The words between source and target.
        family: "money", "support", "opposition", "tie", "candidacy" or "outcome".
    """

    label: str
    family: str


@dataclass(frozen=True, slots=True)
class CodeTerm:
    """A value of a code list.

    Attributes:
        name: Local name, for example "modality-reported".
        firmness: For modalities, place on the ladder from 0, suggested only, to 9, asserted.
        weakens: For modalities, whether it makes a claim less firm.
    """

    name: str
    label: str
    comment: str
    firmness: int | None = None
    weakens: bool | None = None
