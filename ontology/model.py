"""The kinds of term the ontology has, as plain values for code that reads no RDF.

Names of terms are local names in the `mt:` namespace unless they carry a prefix.
"""

from dataclasses import dataclass

TURTLE = ("classes", "properties", "predicates", "codes", "records", "drawing", "alignments")
"""Names of the Turtle files the ontology is made of; the shapes stand apart."""
LAWS = ("electoral_rules", "jurisdiction_rules")
"""Names of the Turtle files with rules of law; what rests on one tells it."""
SHAPES = ("shapes", "tables")
"""Names of the Turtle files with the shapes: of the graph, and of tables of rows."""


@dataclass(frozen=True, slots=True)
class ClassTerm:
    """A class.

    Attributes:
        parents: Direct superclasses within the `mt:` namespace.
        column: Column of the layered picture ("donors", ...) or "" when a superclass decides.
        disjoint: Classes of which nothing of this class is.
    """

    label: str
    comment: str
    parents: tuple[str, ...] = ()
    column: str = ""
    disjoint: tuple[str, ...] = ()


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
        entails: Predicates that say no more of the same subject and object.
        excludes: Predicates that cannot hold of the same subject and object at the same time.
        expects: Outcome code a forecast expects for the subject, "" for none.
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
    entails: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    expects: str = ""


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
        broader: Codes that hold wherever it holds.
    """

    name: str
    label: str
    comment: str
    firmness: int | None = None
    weakens: bool | None = None
    broader: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ColumnTerm:
    """A column of a table of rows.

    Attributes:
        property: The property its values are told with, as a local or prefixed name.
        kind: "id" (path of a thing, percent-encoded), "code" (local name of a value of a code list), "label"
            (text in English), "text", "decimal", "integer", "date" or "boolean".
        target: For ids, the class of the thing, "" for any; for codes, the class of the values.
        required: Whether the column is never empty.
        pattern: Regular expression its text matches, "" for none.
        minimum: Least value, None for none.
        shortest: Least number of characters, 0 for any.
        many: Whether a thing may have several values.
    """

    property: str
    kind: str
    target: str = ""
    required: bool = False
    pattern: str = ""
    minimum: int | None = None
    shortest: int = 0
    many: bool = False


@dataclass(frozen=True, slots=True)
class TableTerm:
    """A table of rows: what a reader of a publisher's files gives, besides a column `id`.

    Attributes:
        cls: Class of the things in it.
        keeps_rows: Whether a row of a file makes a thing; else its things stand in many rows, each told once.
        columns: By name.
    """

    cls: str
    keeps_rows: bool
    columns: dict[str, ColumnTerm]
