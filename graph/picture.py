"""What a picture shows: marks, and for every mark the claims behind it.

A `Picture` is everything a page needs and nothing else: no store, no RDF, no
file. `graph.network` fills it from a built graph; `graph.page` draws it.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum

from graph.maps.area import Map


class Column(IntEnum):
    """The columns of the layered picture, from left to right."""

    DONORS = 0
    COMMITTEES = 1
    CANDIDATES = 2
    COUNTIES = 3
    OUTCOMES = 4


@dataclass(frozen=True, slots=True)
class Interval:
    """An amount or figure as far as the sources fix it.

    Attributes:
        low: Lower bound, None when the sources give none.
        high: Upper bound, None when the sources give none.
        low_open: True when the figure is above `low`, not equal to it ("more than").
        high_open: True when the figure is below `high`, not equal to it ("less than").
        about: The figure of an "about", which bounds nothing; None otherwise.
        text: The interval for people, for example "more than $1.5 million".
    """

    low: Decimal | None = None
    high: Decimal | None = None
    low_open: bool = False
    high_open: bool = False
    about: Decimal | None = None
    text: str = ""

    @property
    def size(self) -> Decimal | None:
        """The figure a width or an order is taken from: about, else low, else high."""
        for figure in (self.about, self.low, self.high):
            if figure is not None:
                return figure
        return None


@dataclass(frozen=True, slots=True)
class Node:
    """A mark for an entity.

    Attributes:
        iri: The entity.
        label: Its name for people.
        kind: Its class for people, for example "Person" or "Political action committee".
        column: Where the layered layout puts it.
        subtitle: A second line, at most about 40 characters; may be empty.
        money_in: What the sources say it received; None when they say nothing.
        money_out: What the sources say it gave or spent; None when they say nothing.
        facts: Label and text of each line of its identity: also written as, note, office, place.
        claims: Keys of all claims that name it as subject or object, in reading order.
        grouped: True for a collective (a donor group, a set of candidates).
        states: Names of the states it is in; a contest is where it is decided. Empty where none is told.
    """

    iri: str
    label: str
    kind: str
    column: Column
    subtitle: str = ""
    money_in: Interval | None = None
    money_out: Interval | None = None
    facts: tuple[tuple[str, str], ...] = ()
    claims: tuple[str, ...] = ()
    grouped: bool = False
    states: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Edge:
    """A mark for a plain edge: one relation between two entities, with its premises.

    Attributes:
        iri: The derived edge.
        source: IRI of the node it leaves.
        target: IRI of the node it reaches.
        relation: Local name of the plain-edge property, for example "gaveTo".
        label: The relation for people, for example "gave to".
        family: "money", "support", "opposition", "tie", "candidacy" or "outcome"; decides colour and stroke.
        amount: What the sources fix of the amount; None for edges without money.
        hedges: Labels of the modalities that weaken every claim behind it ("reported", "alleged",
            "tentative", "unofficial", "conditional", "implicature", ...); empty when at least
            one claim has none.
        result: For candidacy and outcome edges: "won", "lost", "recalled", "runoff", "led", "open" or "".
        contest: IRI of the contest it belongs to; None when the sources name none.
        date: EDTF date or empty.
        claims: Keys of the claims it is derived from; empty only for what rows of a dataset say.
        origins: Number of independent origins among those claims (two cuts of one story are one).
        detail: A short text for people about bounds or scope; may be empty.
        counted: False for a stated total and for money another edge tells; it stays out of sums.
        how_sure: Who says it, how firmly, and what denies it, in a line; may be empty.
        denied: True where a claim denies what the others say.
    """

    iri: str
    source: str
    target: str
    relation: str
    label: str
    family: str
    amount: Interval | None = None
    hedges: tuple[str, ...] = ()
    result: str = ""
    contest: str | None = None
    date: str = ""
    claims: tuple[str, ...] = ()
    origins: int = 1
    detail: str = ""
    counted: bool = True
    how_sure: str = ""
    denied: bool = False


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words of a claim in their surroundings; only there when the user has the text."""

    before: str
    text: str
    after: str


@dataclass(frozen=True, slots=True)
class ClaimCard:
    """One claim as the panel shows it.

    Attributes:
        key: For example "C001-029".
        iri: The claim.
        document: Key into `Picture.documents`.
        paragraph: Number of the paragraph, from 1.
        start: First code point of the span.
        end: Code point after the span.
        anchor: At most six words found in the span.
        subject: Label of the subject.
        predicate: Label of the predicate.
        object: Label of the object, or the literal.
        gloss: The claim in the project's own words.
        positive: False for a claim that denies.
        modality: Labels of its modalities.
        attribution: Labels of the chain from the outside in: document, outlet, speaker, record.
        quantity: The figure for people with its wording; empty without one.
        qualifiers: Label and value of each qualifier.
        note: A reader's note; may be empty.
        quotation: The words in context; None without the text.
    """

    key: str
    iri: str
    document: str
    paragraph: int
    start: int
    end: int
    anchor: str
    subject: str
    predicate: str
    object: str
    gloss: str
    positive: bool
    modality: tuple[str, ...]
    attribution: tuple[str, ...]
    quantity: str = ""
    qualifiers: tuple[tuple[str, str], ...] = ()
    note: str = ""
    quotation: Quotation | None = None


@dataclass(frozen=True, slots=True)
class FindingCard:
    """What a rule makes of some claims, as people read it.

    Attributes:
        key: For example "R04-7a5583".
        iri: The finding.
        kind: Notation of its kind, for example "contradiction".
        gravity: "alarm", "doubt" or "agreement".
        kind_label: Its kind for people.
        rule: Id of the rule.
        rule_title: Its title.
        says: What was found, in a sentence.
        computation: The arithmetic as text; may be empty.
        confidence: "high", "medium" or "low".
        verdict: How it compares with the official record, for people; may be empty.
        handling: What the graph does about it, in a sentence.
        claims: Keys of its claims, in order.
        about: Labels of the entities it concerns.
        premises: Labels of what else it rests on: laws, official counts.
    """

    key: str
    iri: str
    kind: str
    gravity: str
    kind_label: str
    rule: str
    rule_title: str
    says: str
    computation: str
    confidence: str
    verdict: str
    handling: str
    claims: tuple[str, ...]
    about: tuple[str, ...]
    premises: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentCard:
    """One source as the panel shows it.

    Attributes:
        key: For example "001".
        iri: The document.
        title: A title in the project's own words.
        publisher: Publisher, with how that is known.
        date: EDTF date, with how that is known.
        origin: Name of its origin; documents of one origin are one witness.
        digest: SHA-256 of its text.
        address: Where it can be read, as its source states; may be empty.
    """

    key: str
    iri: str
    title: str
    publisher: str
    date: str
    origin: str
    digest: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class DatasetCard:
    """A dataset as the panel shows it.

    Attributes:
        key: Its id.
        iri: The dataset.
        title: What it is.
        publisher: Who published it.
        licence: What may be done with it.
        address: Where it was got, as its description states; may be empty.
    """

    key: str
    iri: str
    title: str
    publisher: str
    licence: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class RowsCard:
    """The rows behind an edge, as the panel shows them.

    Attributes:
        edge: IRI of the edge.
        dataset: Key of the dataset.
        firmly: In a word or two, what kind of record they are: "filed", "official count".
        says: What they come to: the sum with its new money, or the votes and how they decide.
        count: How many rows there are.
        files: Names of the files they stand in.
        first: The first of them, each with its file and line.
        rest: The command that lists the others.
    """

    edge: str
    dataset: str
    firmly: str
    says: str
    count: int
    files: tuple[str, ...]
    first: tuple[str, ...]
    rest: str


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that has a time, or is told without one.

    Attributes:
        key: IRI of the event or thing, or the name of a mark of rows.
        kind: "gift", "spending", "event", "poll", "election", "office" or "count"; decides its lane.
        label: What happened, for people.
        date: EDTF date, an interval where only its ends are known; "" when nothing says.
        earliest: First day it may have been, as YYYY-MM-DD; "" when that is open or not known.
        latest: Last day it may have been, as YYYY-MM-DD; "" when that is open or not known.
        told: Day it was first told by a source, as YYYY-MM-DD; "" for rows.
        basis: How the date is known where no source states it; may be empty.
        marks: IRIs of nodes and edges it belongs to; the first is the one it opens.
        claims: Keys of its claims.
        amount: Dollars, for money.
        figure: Percent of the votes, or points, for a count.
        series: Counts of one series are joined: a contest, a candidate and what is counted.
        status: How final a count is; "" for what is no count.
    """

    key: str
    kind: str
    label: str
    date: str = ""
    earliest: str = ""
    latest: str = ""
    told: str = ""
    basis: str = ""
    marks: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    amount: Interval | None = None
    figure: Interval | None = None
    series: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True)
class StepCard:
    """A step of a story, as the page shows it.

    Attributes:
        title: Its heading; may be empty.
        caption: What the reader is told; an empty line stands between paragraphs.
        view: The view that is open.
        select: IRI of the node whose evidence is open, "" for none.
        edges: IRIs of the edges it shows, in the order of the picture.
    """

    title: str
    caption: str
    view: str
    select: str
    edges: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StoryCard:
    """A click-through of a picture: its title, and its steps in order."""

    title: str
    steps: tuple[StepCard, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """Nodes and edges of a selection with every claim, row and source behind them.

    Attributes:
        title: Heading of the page.
        subtitle: What the selection covers.
        nodes: In a fixed order.
        edges: In a fixed order; their ends are in `nodes`; two nodes may have many edges.
        claims: By key.
        documents: By key.
        findings: Those about the claims of the selection, and whatever cannot be so; the gravest first.
        datasets: Those whose rows are behind an edge.
        rows: What is behind each edge that comes from rows.
        map: The places of its contests; None where none can be drawn.
        happenings: What has a time, in a fixed order.
        story: The steps through it; None without a story.
    """

    title: str
    subtitle: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    claims: dict[str, ClaimCard]
    documents: dict[str, DocumentCard]
    findings: tuple[FindingCard, ...] = ()
    datasets: tuple[DatasetCard, ...] = ()
    rows: tuple[RowsCard, ...] = ()
    map: Map | None = None
    happenings: tuple[Happening, ...] = ()
    story: StoryCard | None = None
