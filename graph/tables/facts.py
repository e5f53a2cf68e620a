"""What was read of a dataset, file by file."""

from dataclasses import dataclass, replace

from sources.tables.layouts.layout import Records

FACTS = "facts.json"


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What was read of a file.

    Attributes:
        name: Its name in paths of things.
        encoding: The character encoding it was read in.
        kind: Kinds of its records, joined by a comma.
        rows: Records read, those rejected for their form included.
        rejected: Records that could not be used.
        left_out: Records a rule leaves out, for example contests not asked for.
    """

    name: str
    encoding: str = ""
    kind: str = ""
    rows: int = 0
    rejected: int = 0
    left_out: int = 0

    def with_batch(self, batch: Records, rejected: int, left_out: int) -> "FileFacts":
        """The same with what a batch adds."""
        kinds = self.kind.split(", ") if self.kind else []
        return replace(
            self,
            encoding=batch.encoding,
            kind=", ".join(sorted({*kinds, batch.kind})),
            rows=self.rows + batch.frame.height + batch.rejects.height,
            rejected=self.rejected + rejected,
            left_out=self.left_out + left_out,
        )

    def with_counts(self, rejected: int, left_out: int) -> "FileFacts":
        """The same with more records rejected and left out."""
        return replace(self, rejected=self.rejected + rejected, left_out=self.left_out + left_out)


@dataclass(frozen=True, slots=True)
class Facts:
    """What was read of a dataset.

    Attributes:
        files: File by file.
        tables: Number of rows by table.
        statements: Number of quads written.
        problems: Number of values and rows that could not be read.
        undecided: Why no outcome follows from the counts, by contest.
        is_whole: Whether all rows were taken, not a selection of them.
    """

    files: tuple[FileFacts, ...]
    tables: dict[str, int]
    statements: int
    problems: int
    undecided: dict[str, str]
    is_whole: bool = True

    @property
    def rows(self) -> int:
        """Records read."""
        return sum(file.rows for file in self.files)

    @property
    def rejected(self) -> int:
        """Records that could not be used."""
        return sum(file.rejected for file in self.files)

    @property
    def left_out(self) -> int:
        """Records left out by a rule."""
        return sum(file.left_out for file in self.files)
