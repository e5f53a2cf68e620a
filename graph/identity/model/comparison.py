"""What a comparison is: its levels, and what each of them says.

A level has two probabilities: `same`, that two records of one thing look like this, and `other`, that
records of two things do. Its weight is the logarithm to base two of their ratio. They are written down
and not trained on what happens to be compared, so that a score means the same in every graph, is the
same on every machine, and can be argued with. Frequencies of names are counted in the graph.
"""

from dataclasses import dataclass
from math import log2

CHANCE = 1e-5
"""The share of pairs of records that are one thing, before anything is compared."""
REST = "ELSE"


@dataclass(frozen=True, slots=True)
class Level:
    """One way in which two values compare.

    Attributes:
        words: For people, what this is.
        condition: In the SQL of DuckDB, on columns that end in `_l` and `_r`.
        same: How often two records of one thing look like this.
        other: How often records of two things do.
        frequency: Column whose frequency takes the place of `other`, "" for none.
    """

    words: str
    condition: str
    same: float
    other: float
    frequency: str = ""

    @property
    def weight(self) -> float:
        """What it adds in bits before frequencies are counted; each level of a comparison adds another."""
        return log2(self.same / self.other)


@dataclass(frozen=True, slots=True)
class Comparison:
    """One aspect of two records.

    Attributes:
        name: Of the aspect, for people.
        column: The column that is shown of it.
        missing: In SQL, when there is nothing to compare; the aspect then weighs nothing.
        levels: From the closest to the rest; the first that holds counts.
    """

    name: str
    column: str
    missing: str
    levels: tuple[Level, ...]


def either(column: str) -> str:
    """In SQL, that one of two records has nothing in a column."""
    return f"{column}_l IS NULL OR {column}_r IS NULL"
