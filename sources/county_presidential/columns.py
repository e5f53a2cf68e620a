"""The columns of the county presidential files, and which figure each holds.

The README describes the files and no columns; what they hold is read off the notebooks that made them:
https://github.com/tonmcg/US_County_Level_Election_Results_08-24
"""

from dataclasses import dataclass

SHARE = "a share computed from the votes"
TWICE = "the code of the county again"


@dataclass(frozen=True, slots=True)
class Votes:
    """A column of votes.

    Attributes:
        column: Its name.
        year: The year of the election; 0 for that of the file's name.
        choice: The choice it is for, a key of CHOICES.
    """

    column: str
    year: int
    choice: str


CHOICES = {
    "dem": ("DEM", "Democratic candidate"),
    "gop": ("GOP", "Republican candidate"),
    "oth": (None, "all other candidates"),
    "total": (None, "total votes"),
}
"""Party and name of a choice. The files name no candidate."""

OF_A_YEAR = (Votes("votes_dem", 0, "dem"), Votes("votes_gop", 0, "gop"), Votes("total_votes", 0, "total"))
OF_2012_2016 = tuple(
    Votes(f"{column}_{year}", year, choice)
    for year in (2012, 2016)
    for column, choice in (("votes_dem", "dem"), ("votes_gop", "gop"), ("total_votes", "total"))
)
OF_2008_2016 = tuple(
    Votes(f"{choice}_{year}", year, choice)
    for year in (2008, 2012, 2016)
    for choice in ("dem", "gop", "oth", "total")
)
COLUMNS_2016 = dict.fromkeys(
    ("votes_dem", "votes_gop", "total_votes", "diff", "state_abbr", "county_name", "combined_fips"), ""
) | {"": "a number of the row", "per_dem": SHARE, "per_gop": SHARE, "per_point_diff": SHARE}
COLUMNS_LATER = dict.fromkeys(
    ("state_name", "county_fips", "county_name", "votes_gop", "votes_dem", "total_votes", "diff"), ""
) | {"per_gop": SHARE, "per_dem": SHARE, "per_point_diff": SHARE}
COLUMNS_2012_2016 = (
    dict.fromkeys(("combined_fips", "state_abbr", "county_name", "diff_2012", "diff_2016"), "")
    | dict.fromkeys((votes.column for votes in OF_2012_2016), "")
    | {"": "a number of the row", "FIPS": TWICE, "county_fips": TWICE, "state_fips": TWICE}
    | {f"{name}_{year}": SHARE for year in (2012, 2016) for name in ("per_dem", "per_gop", "per_point_diff")}
)
COLUMNS_2008_2016 = dict.fromkeys(("fips_code", "county"), "") | dict.fromkeys(
    (votes.column for votes in OF_2008_2016), ""
)
