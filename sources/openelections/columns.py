"""The columns OpenElections files have, in the ways their headers name them.

OpenElections asks volunteers for county, precinct, office, district, party, candidate and votes, and for
other ways of voting by "a lowercase version of the vote type with underscores instead of spaces" (issues on
converting results, for example openelections-data-tx 313 and openelections-data-ny 59). The names here are
those of the headers of its files of 23 states.
"""

from sources.tables.elections.figures import VoteColumns

ELECTION_DAY = (
    *("election_day", "election day", "election_day_votes", "election_day_total_votes", "election_date"),
    *(
        "election",
        "election_votes",
        "polling",
        "poll_votes",
        "polling_place_votes",
        "polling_place_votes_ds200",
    ),
    *("election_day_paper", "election_day_machine", "election_day_ivo", "election_day_650"),
)
EARLY = (
    *("early_voting", "early voting", "early", "early_vote", "early_votes", "early_votes_ds200"),
    *("early_voting1", "early_voting2", "early_voting_paper", "early_voting_machine", "early_voting_ivo"),
    *("early_voting_person", "early_voting_ts", "early_voting_dre", "early_voting_650"),
    *("late_early_voting", "late_early_votes", "late_early", "advanced_votes", "advance_in_person"),
    *("advance_in_person_1", "advance_in_person_2", "advance_in_person_3", "early_voting_tsx", "walk_in"),
)
ABSENTEE = (
    *("absentee", "absentee_votes", "av_counting_boards", "av_counting_board", "avcb", "absentee_person"),
    *(
        "absentee_in_person",
        "absentee_in_person_2",
        "in-person_absentee",
        "absentee_walk_in",
        "absentee_paper",
    ),
    *("absentee_machine", "absentee_eslate", "absentee_escan", "absentee_hc", "absentee_affidavit"),
    "absentee_military_votes",
)
MAIL = (
    *(
        "mail",
        "mail_votes",
        "mail_in",
        "mail-in",
        "absentee_by_mail",
        "absentee_by_mail_votes",
        "absentee_mail",
    ),
    *("early_voting_mail", "election_day_mail", "mail_in_/_absentee"),
)
PROVISIONAL = (
    *("provisional", "provisional_", "provisional_votes", "provisional_election_day"),
    *("failsafe", "failsafe_provisional", "affidavit", "affidavit_votes"),
)
OTHER = (
    *("other", "federal", "federal_votes", "military", "overseas", "emergency", "emergency_votes", "limited"),
    *("manually_counted_emergency", "special_presidential", "public_counter_votes", "hand_count", "paper"),
    *(
        "machine",
        "ivo",
        "escan",
        "eslate",
        "late_votes",
        "central_count",
        "tsx",
        "early_tsx",
        "flw_vc",
        "fle_vc",
    ),
    *(
        "tc_vc1",
        "tc_vc2",
        "early_tsx_fle",
        "flw_tsx",
        "fle_tsx",
        "tc_tsx",
        "group1",
        "group2",
        "group3",
        "group4",
    ),
)
MODES = {
    name: mode
    for mode, names in (
        ("mode-election-day", ELECTION_DAY),
        ("mode-early", EARLY),
        ("mode-absentee", ABSENTEE),
        ("mode-mail", MAIL),
        ("mode-provisional", PROVISIONAL),
        ("mode-other", OTHER),
    )
    for name in names
}
WHOLE = ("votes", "vote", "vote_total", "total_votes", "total votes", "total", "count", "number")
VOTES = VoteColumns(WHOLE, MODES)

OFFICE = ("office", "contest_name", "race")
CHOICE = ("candidate", "candidates", "choice_name", "candidate_name")
PARTY = ("party", "party_name")
COUNTIES = ("county", "jurisdiction")
PRECINCT = (
    "precinct",
    "precinct_name",
    "precinct_designation",
    "ward",
    "municipality",
    "precinct_id",
    "precinct_code",
)
NAMES = ("first", "middle", "last", "suffix")
OTHER_TAKEN = (
    "district",
    "seats",
    "votes_allowed",
    "write-in",
    "write_in",
    "incumbent",
    "vote_type",
    "reporting_level",
    "recount",
)
IGNORED = {
    "": "a number of the row",
    "ev_local": "a part of early_voting",
    "ev_county": "a part of early_voting",
    "id": "a number of the row",
    "page": "the page of the printed source",
    "percent": "a share computed from the votes",
    "pct": "a share computed from the votes",
    "winner": "an outcome is derived from the counts",
    "notes": "remarks of those who typed the file",
    "contest": "a number of the contest, which has a name",
    "contest_id": "a number of the contest, which has a name",
    "contest_order_id": "where the contest stands on the ballot",
    "race_id": "a number of the contest, which has a name",
    "choice": "a number of the choice, which has a name",
    "candidate_id": "a number of the choice, which has a name",
    "vote_type_id": "a number of the way of voting, which has a name",
    "subjurisdiction": "a number of the county's own",
    "referendum_flag": "whether the contest is a question, which its name says",
    "vote_for": "how many choices a voter has, which votes_allowed or seats say elsewhere",
    "reg_voters": "voters of the precinct, not of the contest",
    "registered": "voters of the precinct, not of the contest",
    "total_ballots": "ballots of the precinct, not of the contest",
    "year": "the year, which the file's name says",
}
TAKEN = (*OFFICE, *CHOICE, *PARTY, *COUNTIES, *PRECINCT, *NAMES, *OTHER_TAKEN, *WHOLE, *MODES)
COLUMNS = dict.fromkeys(TAKEN, "") | IGNORED
