"""What is doubtful about the rows of a file before any vote is read."""

import polars as pl

from sources.openelections.filename import FileElection
from sources.tables.elections.problems import first_of, problems_of

OPEN = r"^\(\s*([^)]*)$"
"""A party with a bracket that is not closed: files of Georgia have cut "(REP)" so."""


def doubts_of(rows: pl.DataFrame, election: FileElection) -> pl.DataFrame:
    """The doubts.

    Args:
        rows: Rows with the columns of `PRINTED`, with `_party` (as the file has it) and `_county` (the path
            of the county that the row itself names).
        election: What the name of the file says.
    """
    open_party = first_of(rows.filter(pl.col("_party").str.contains(OPEN)), "_party")
    odd = rows.filter(pl.col("county").is_not_null() & pl.col("_county").is_null())
    of_file = first_of(odd, "county_text")
    return pl.concat(
        [
            _other_level(rows, election),
            problems_of(
                open_party, "party", pl.col("_party"), pl.format("{}; a bracket is cut off", "party")
            ),
            problems_of(
                of_file, "county", pl.col("county_text"), "a county; that of the file's name is taken"
            ),
        ]
    )


def _other_level(rows: pl.DataFrame, election: FileElection) -> pl.DataFrame:
    """The first row, where a file that says county has precincts, or one that says precinct has none."""
    have = bool(rows["precinct"].is_not_null().any())
    wrong = (election.level == "county" and have) or (election.level == "precinct" and not have)
    level = "precincts" if have else "counties"
    wanted = f"rows of a {election.level}, as the name of the file says; they are read as rows of {level}"
    return problems_of(rows.head(int(wrong)), "precinct", pl.col("precinct"), wanted)
