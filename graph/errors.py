"""What can go wrong with a graph, in words for the person at the terminal.

    GraphError
    ├── NoGraphError            there is no built graph at the place given
    ├── StoreInUseError         another build writes at the same place
    ├── WriteError              a file cannot be written: no space, no permission
    ├── BaseIriError            IRIs cannot be made from the base given
    ├── NotRdfError             a file is not the RDF it is taken for
    ├── QueryError              a query cannot be answered
    │   ├── QuerySyntaxError    it is not SPARQL; with line and column
    │   ├── ForbiddenQueryError it asks for files or the network
    │   ├── QueryTimeoutError   it ran longer than allowed and was stopped
    │   └── TooManyTriplesError it needs more of the rows in memory than there is room for
    ├── DecisionError           a line of a file of decisions is no decision
    ├── ContradictionError      decisions contradict each other
    ├── SpreadsheetError        a researcher's own file cannot be matched
    ├── UnknownNameError        a named query, parameter or entity nobody knows
    ├── SelectionError          the answer of a query names nothing that can be drawn
    │   └── EmptySelectionError a selection leaves nothing to draw
    ├── NotBundledError         the script of the page is not there
    └── MissingExtraError       an optional package is needed

The command line prints the message alone and exits with `exit_code`.
"""

from pathlib import Path


class GraphError(Exception):
    """Root of everything this package raises on purpose."""

    exit_code = 1


class NoGraphError(GraphError, LookupError):
    """A graph was asked for where none is built."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder}: no graph here; run `moneytrail build` first, or name its folder with --graph"
        )
        self.folder = folder


class StoreInUseError(GraphError):
    """Two builds at one place."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder}: another build is writing here; wait for it, or build into another folder"
        )
        self.folder = folder


class WriteError(GraphError, OSError):
    """A file cannot be written."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: cannot write: {reason}")
        self.path = path


class BaseIriError(GraphError, ValueError):
    """Names cannot be put behind a base."""

    exit_code = 2

    def __init__(self, base: str) -> None:
        super().__init__(
            f"base: {base!r} is not an absolute IRI that ends in / or #, such as https://example.org/money/"
        )
        self.base = base


class NotRdfError(GraphError, ValueError):
    """A file is not RDF, or not in the syntax its name says."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: not RDF: {reason}")
        self.path = path


class QueryError(GraphError, ValueError):
    """A query cannot be answered."""


class QuerySyntaxError(QueryError):
    """A query is not SPARQL.

    Attributes:
        line: Line of the mistake, from 1; 0 when unknown.
        column: Column of the mistake, from 1; 0 when unknown.
    """

    exit_code = 2

    def __init__(self, name: str, line: int, column: int, reason: str) -> None:
        super().__init__(f"{name}:{line}:{column}: {reason}")
        self.line = line
        self.column = column


class ForbiddenQueryError(QueryError):
    """A query asks for what queries may not reach."""

    exit_code = 2


class QueryTimeoutError(QueryError, TimeoutError):
    """A query was stopped because it ran on."""

    exit_code = 3

    def __init__(self, seconds: float) -> None:
        super().__init__(
            f"the query was stopped after {seconds:g} s; narrow it, or allow more with --timeout"
        )
        self.seconds = seconds


class UnknownNameError(GraphError, LookupError):
    """Nobody knows a name the user gave; the message names the nearest."""

    exit_code = 2


class SelectionError(GraphError, ValueError):
    """What is to be drawn cannot be known."""

    exit_code = 2


class EmptySelectionError(SelectionError):
    """A selection leaves nothing to draw."""

    exit_code = 1

    def __init__(self, words: str) -> None:
        super().__init__(f"nothing of this graph is drawn of the selection ({words}); leave out a part of it")
        self.words = words


class DecisionError(GraphError, ValueError):
    """A line of a file of decisions, or of a file of candidates for them, is not what it must be.

    Attributes:
        line: Its number, 0 for the file as a whole.
        column: Name of the column, "" for the line as a whole.
    """

    def __init__(self, path: Path, line: int, column: str, reason: str) -> None:
        place = ":".join(str(part) for part in (path, line or "") if part)
        super().__init__(": ".join(part for part in (place, column, reason) if part))
        self.line = line
        self.column = column


class ContradictionError(GraphError, ValueError):
    """Decisions make things one that cannot be.

    Attributes:
        found: Each contradiction, in words.
    """

    def __init__(self, path: Path, found: tuple[str, ...]) -> None:
        what = "1 contradiction" if len(found) == 1 else f"{len(found)} contradictions"
        chains = "\n".join(found)
        super().__init__(f"{path}: {what} between decisions; undo one of each:\n{chains}")
        self.found = found


class SpreadsheetError(GraphError, ValueError):
    """A spreadsheet cannot be matched."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path


class StorageError(GraphError):
    """A storage that a cluster cannot use."""

    exit_code = 1

    def __init__(self, url: str, reason: str) -> None:
        super().__init__(f"the Spark cluster cannot work in {url}: {reason}")


class NotBundledError(GraphError, LookupError):
    """The page of a picture has no script: the package was taken from its sources, and not installed."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            f"{file}: the page's script is not bundled here; run `make page`, or install the package:"
            " `pip install --editable .` bundles it"
        )
        self.file = file


class UnreadableTablesError(QueryError):
    """The tables in which rows of a graph stand are not there, or are not what they were."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"the tables of the graph cannot be read: {reason}")


class TooManyTriplesError(QueryError):
    """A query needs more triples of rows in memory than there is room for."""

    def __init__(self, most: int, why: str) -> None:
        super().__init__(
            f"the query needs more than {most:,} triples in memory, because {why}; name a class, a thing or a"
            " value in it, or build with --rows both"
        )


class MissingExtraError(GraphError, ImportError):
    """A package that is not installed is needed."""

    def __init__(self, feature: str, extra: str) -> None:
        super().__init__(f"{feature} needs an extra: pip install 'moneytrail[{extra}]'")
        self.extra = extra
