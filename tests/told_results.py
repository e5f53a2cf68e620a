"""What files of results become, for tests of their readers."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import polars as pl

from graph.tables.batches import Selection, convert_batch
from sources.tables.layouts.layout import Layout, Records
from sources.tables.layouts.rows import LINE, PROBLEM, Place

VOTES = ("choice-candidate", "choice-write-in", "choice-option")


@dataclass(frozen=True, slots=True)
class Told:
    """What files became.

    Attributes:
        tables: Rows by table.
        problems: What could not be read, with `file`.
        read: How many records each file has.
        left_out: How many of them a rule left out.
    """

    tables: Mapping[str, pl.DataFrame]
    problems: pl.DataFrame
    read: Counter[str]
    left_out: Counter[str]

    def frame(self, table: str) -> pl.DataFrame:
        """The different rows of a table."""
        return self.tables[table].unique(maintain_order=True)

    def one(self, table: str) -> dict[str, object]:
        """The only row of a table."""
        (row,) = self.frame(table).to_dicts()
        return row

    def tallies(self) -> list[tuple[str, object, object, str, bool]]:
        """Tallies in their order: end of the id, choice, votes, mode, and whether they are repeated."""
        end = pl.col("id").str.extract(r"/([^/]+)$")
        rows = self.tables["tally"].select(
            end, "choiceText", "value", pl.col("voteMode").str.slice(5), "repeated"
        )
        return rows.rows()

    def votes(self, *by: str) -> dict[tuple[object, ...], int]:
        """The votes for anyone that are not repeated, by some columns of tallies."""
        rows = self.tables["tally"].filter(~pl.col("repeated"), pl.col("choiceKind").is_in(VOTES))
        sums = rows.group_by(by).agg(pl.col("value").sum())
        return {tuple(row[:-1]): row[-1] for row in sums.rows()}

    def doubts(self) -> list[tuple[object, ...]]:
        """The problems: line, column, what was found, what was wanted, and whether the row is left out."""
        return self.problems.select(LINE, "column", "found", "wanted", "rejected").sort(LINE, "column").rows()

    def lost(self) -> list[str]:
        """The files that have records which are neither told, nor rejected, nor left out by a rule."""
        return [name for name in self.read if self.read[name] != self._accounted(name)]

    def _accounted(self, name: str) -> int:
        source = f"dataset/results/{quote(name)}"
        told = self.tables["tally"].filter(pl.col("sourceFile") == source)[LINE].n_unique()
        rejected = self.problems.filter(pl.col("rejected"), pl.col("file") == quote(name))[LINE].n_unique()
        return told + rejected + self.left_out[name]


def told(layout: Layout, files: Iterable[Path], **options: str) -> Told:
    """What a layout makes of files, read twice as a build does."""
    batches = [
        (file.name, batch) for file in files for _, each in layout.records(file, options) for batch in each
    ]
    context = layout.context(
        lambda kind: (_with_file(*one) for one in batches if one[1].kind == kind), options
    )
    tables: dict[str, list[pl.DataFrame]] = {}
    problems = [pl.DataFrame(schema={**PROBLEM, "file": pl.String})]
    read, left_out = Counter[str](), Counter[str]()
    for name, batch in batches:
        place = Place("results", quote(name), options, context)
        made = convert_batch(layout, batch.kind, batch.frame, place, Selection())
        for table, rows in made.tables.items():
            tables.setdefault(table, []).append(rows)
        problems += [one.with_columns(file=pl.lit(quote(name))) for one in (batch.rejects, made.problems)]
        read[name] += batch.frame.height + batch.rejects.height
        left_out[name] += made.left_out
    joined = {table: pl.concat(rows) for table, rows in tables.items()}
    return Told(joined, pl.concat(problems, how="diagonal_relaxed"), read, left_out)


def written(folder: Path, name: str, *lines: str) -> Path:
    """A file with some lines."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    file.write_text("\n".join(lines) + "\n", "utf-8")
    return file


def _with_file(name: str, batch: Records) -> pl.DataFrame:
    return batch.frame.with_columns(file=pl.lit(quote(name)))
