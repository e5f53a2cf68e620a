"""The columns of MEDSL's precinct files: those of 2018 and later, and the two older kinds.

Record layout: codebook.md in the repositories of 2018, 2020 (field_details.md), 2022 and 2024;
codebook-2018-election-data.md for the first files of 2018; codebook-2016-precinct-local.md and its sisters in
official-precinct-returns for 2016.
"""

COMMON = (
    "precinct",
    "office",
    "district",
    "candidate",
    "mode",
    "votes",
    "writein",
    "stage",
    "special",
    "year",
)
LATER = (
    *("party_detailed", "county_name", "county_fips", "jurisdiction_name", "jurisdiction_fips"),
    *("date", "magnitude", "state_po"),
)
FIRST_2018 = ("party", "county", "jurisdiction", "fips", "state_po", "candidatevotes", "unofficial")
OLD = ("party", "county_name", "county_fips", "jurisdiction", "state_postal")
PERSON = (
    *("last", "first", "middle", "normalized", "full", "suffix", "nickname", "fec", "fec_name", "google"),
    *("govtrack", "icpsr", "maplight", "opensecrets", "wikidata"),
)
NAMES = "the name in another list of persons; candidates are as the precincts print them"
STATE = "another code of the state"
IGNORED = {
    "": "a number of the row",
    "party_simplified": "a coarser party_detailed",
    "dataverse": "which of MEDSL's collections the row is in",
    "readme_check": "whether the README says something of the row",
    "state": "the name of the state, which its code says",
    "state_fips": STATE,
    "state_cen": STATE,
    "state_ic": STATE,
    "state_icpsr": STATE,
    "totalvotes": "the votes of all candidates, in each of their rows",
    "version": "when MEDSL made the file",
    "county_ansi": "another code of the county",
    "county_lat": "where the county lies",
    "county_long": "where the county lies",
    "candidate_party": "the party in a list of members of Congress, not on the ballot",
} | {f"candidate_{name}": NAMES for name in PERSON}
COLUMNS = dict.fromkeys((*COMMON, *LATER, *FIRST_2018, *OLD), "") | IGNORED

WAYS = {
    "TOTAL": "mode-total",
    "ELECTION DAY": "mode-election-day",
    "ELECTION": "mode-election-day",
    "ELECTION DAY PAPER": "mode-election-day",
    "ED": "mode-election-day",
    "POLLING": "mode-election-day",
    "POLLING PLACE VOTES": "mode-election-day",
    "POLLING PLACE VOTES DS200": "mode-election-day",
    "VOTE CENTER": "mode-election-day",
    "P": "mode-election-day",
    "EARLY": "mode-early",
    "EARLY VOTE": "mode-early",
    "EARLY VOTES": "mode-early",
    "EARLY VOTING": "mode-early",
    "EARLY VOTES DS200": "mode-early",
    "EARLY VOTE PAPER": "mode-early",
    "EARLY TSX": "mode-early",
    "EARLY TSX FLE": "mode-early",
    "LATE EARLY": "mode-early",
    "LATE EARLY VOTES": "mode-early",
    "ADVANCE IN PERSON": "mode-early",
    "ADVANCE IN PERSON 1": "mode-early",
    "ADVANCE IN PERSON 2": "mode-early",
    "ADVANCE IN PERSON 3": "mode-early",
    "ONE STOP": "mode-early",
    "ONE-STOP": "mode-early",
    "E": "mode-early",
    "ABSENTEE": "mode-absentee",
    "ABSENTEE 1": "mode-absentee",
    "ABSENTEE 2": "mode-absentee",
    "2ND ABSENTEE": "mode-absentee",
    "ABSENTEE / MILITARY": "mode-absentee",
    "ABSENTEE/EARLY": "mode-absentee",
    "A": "mode-absentee",
    "ABSENTEE BY MAIL": "mode-mail",
    "ABSENTEE MAIL": "mode-mail",
    "MAIL": "mode-mail",
    "MAIL IN": "mode-mail",
    "MAIL-IN": "mode-mail",
    "MAIL BALLOTS": "mode-mail",
    "PROVISIONAL": "mode-provisional",
    "PROVISIONAL VOTES": "mode-provisional",
    "PROVISIONAL ELECTION DAY": "mode-provisional",
    "PROVISIONAL EARLY": "mode-provisional",
    "CONDITIONAL PROVISIONAL VOTES": "mode-provisional",
    "PROV": "mode-provisional",
    "QUESTION": "mode-provisional",
    "AFFIDAVIT": "mode-provisional",
    "FAILSAFE": "mode-provisional",
    "FAILSAFE PROVISIONAL": "mode-provisional",
}
"""Codes of the ways of voting, by the mode in capitals with _ as a space; any other is mode-other."""
