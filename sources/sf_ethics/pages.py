"""What stands in the pages of the San Francisco Ethics Commission: which fields are taken, and why not.

A page is YAML front matter, of the kind that `layout` names; the templates that show it
(https://github.com/tylerfieldccsf/dashboards-2025, `_layouts` and `_includes`) say what each field is. They
are computed from the latest versions of filings. All figures are sums, but the gifts of major donors.
"""

from sources.tables.layouts.nested_plan import TAKEN, Cells, Each, Fields, Pick, Rule

PAGE = "says how the page is shown"
CRUMBS = "links of the page"
LISTED = "sums of the list that follows"
SPAN = "first and last day of the filings, which are listed"
SHARE = "a share of the sums, which can be worked out"
EXPLAINED = "explains the title"
ON_MEASURE = "the page of the measure says which committees are for and against it"
INTERNAL = "the Commission's own number of the contest"
FILER = {name: name for name in ("filer_id", "filer_nid", "filer_name", "committee_type", "election")}
CONTEST = {"contest": "title", "election": "election"}

FILING = Each(
    "filing",
    Fields(
        {
            "filing_id": TAKEN,
            "form_name": TAKEN,
            "filing_datetime": TAKEN,
            "filing_startdate": TAKEN,
            "filing_enddate": TAKEN,
            "filing_activity_type": TAKEN,
        },
        needed=("filing_id", "form_name"),
    ),
    FILER,
)
FACTOID = Each(
    "factoid",
    Fields(
        {
            "title": TAKEN,
            "data": TAKEN,
            "data_classes": TAKEN,
            "about": EXPLAINED,
            "info": TAKEN,
            "info_classes": PAGE,
        },
        needed=("title",),
    ),
    FILER,
)
SPENDING: dict[str, Rule] = {
    "ies": Each(
        "for-others", Fields({"name": TAKEN, "total": TAKEN, "position": TAKEN, "tx_cmteid": TAKEN}), FILER
    ),
    "F497P2": Each(
        "late-gift", Fields({"name": TAKEN, "total": TAKEN, "tx_cmteid": TAKEN, "position": TAKEN}), FILER
    ),
    "ie_candidates": Each(
        "late-for-candidate",
        Fields({"candidate_name": TAKEN, "contest": TAKEN, "position": TAKEN, "total": TAKEN}),
        FILER,
    ),
    "ie_measures": Each(
        "late-for-measure", Fields({"contest": TAKEN, "position": TAKEN, "total": TAKEN}), FILER
    ),
}
THIRD_PARTIES = Cells(
    (
        ("support", LISTED),
        ("oppose", LISTED),
        ("dates", PAGE),
        (
            "committees",
            Each(
                "third-party",
                Cells(
                    (
                        ("committee_name", TAKEN),
                        ("committee_id", TAKEN),
                        ("position", TAKEN),
                        ("funds", TAKEN),
                        ("expenses", TAKEN),
                    )
                ),
                FILER | {"candidate_name": "candidate_name", "contest": "breadcrumbs"},
            ),
        ),
    )
)
COMMITTEE: dict[str, Rule] = {
    "layout": TAKEN,
    "filer_nid": TAKEN,
    "filer_id": TAKEN,
    "filer_name": TAKEN,
    "jurisdiction": "with whom is filed",
    "committee_type": TAKEN,
    "election": TAKEN,
    "dates": SPAN,
    "breadcrumbs": Pick((1, 0), 3, CRUMBS),
    "totals": Cells((("in", TAKEN), ("out", TAKEN))),
    "contributors": Each(
        "contributor",
        Cells(
            (("first_name", TAKEN), ("last_name", TAKEN), ("committee_id", TAKEN), ("amount", TAKEN)),
        ),
        FILER,
    ),
    "expenditures": Each("category", Cells((("category", TAKEN), ("amount", TAKEN))), FILER),
    "filings": FILING,
    "factoids": FACTOID,
    "position": TAKEN,
    "candidate_name": TAKEN,
    "ballot_measure_letter": ON_MEASURE,
    "ballot_measure_name": ON_MEASURE,
    "pubfi": Fields({"participant": "whether public money was asked for", "total": TAKEN}),
    "third_party": THIRD_PARTIES,
    **SPENDING,
}
NEEDED = ("filer_nid", "filer_name", "election", "totals")
DONOR = COMMITTEE | {
    "expenditures": Each("gift", Cells((("recipient", TAKEN), ("amount", TAKEN), ("date", TAKEN))), FILER)
}
FUNDS: dict[str, Rule] = {
    "filer_nid": TAKEN,
    "filer_id": TAKEN,
    "committee_name": TAKEN,
    "position": TAKEN,
    "funds": TAKEN,
    "expenses": TAKEN,
    "ies": "the sum of independent expenditures in the expenses",
}
TOP = Cells((("name", TAKEN), ("amount", TAKEN)))
CANDIDATES: dict[str, Rule] = {
    "layout": PAGE,
    "election": TAKEN,
    "candidate": PAGE,
    "title": TAKEN,
    "breadcrumbs": CRUMBS,
    "candidates": Each("candidate", Fields(FUNDS | {"candidate_name": TAKEN}), CONTEST),
    "ie_candidates": Each(
        "candidate-spending",
        Fields(
            {
                "candidate_name": TAKEN,
                "filer_id": "the candidate's own committee, which the list of candidates has",
                "committees": Each(
                    "for-candidate",
                    Fields(FUNDS),
                    {name: name for name in ("contest", "election", "candidate_name")}
                    | {"candidate_nth": "nth"},
                ),
            }
        ),
        CONTEST,
    ),
    "contributors": Each("top-contributor", TOP, CONTEST),
}
MEASURE: dict[str, Rule] = {
    "layout": PAGE,
    "election": TAKEN,
    "candidate": PAGE,
    "title": TAKEN,
    "breadcrumbs": CRUMBS,
    "committees": Each("for-measure", Fields(FUNDS), CONTEST),
    "multi_committees": Each("for-measures", Fields(FUNDS), CONTEST),
    "contributors": Each("top-contributor", TOP, CONTEST),
}
DONORS: dict[str, Rule] = {
    "layout": PAGE,
    "election": TAKEN,
    "breadcrumbs": CRUMBS,
    "title": TAKEN,
    "contributors": Each(
        "donor",
        Fields(
            {
                "tx_firstname": TAKEN,
                "tx_lastname": TAKEN,
                "tx_entitycode": TAKEN,
                "tx_cmteid": TAKEN,
                "tx_amount": TAKEN,
                "total": TAKEN,
                "transactions": Each(
                    "donor-committee",
                    Fields({"cmte_fppcid": TAKEN, "cmte_name": TAKEN, "tx_amount": TAKEN, "total": TAKEN}),
                    {
                        "election": "election",
                        "tx_firstname": "tx_firstname",
                        "tx_lastname": "tx_lastname",
                        "tx_entitycode": "tx_entitycode",
                        "tx_cmteid": "tx_cmteid",
                        "donor": "nth",
                    },
                ),
            },
            needed=("tx_lastname", "transactions"),
        ),
        {"election": "election"},
    ),
}
RACE: dict[str, Rule] = {
    "committee_type": PAGE,
    "contest_nid": INTERNAL,
    "contest_name": TAKEN,
    "contest_link": CRUMBS,
    "funds": TAKEN,
    "expenses": TAKEN,
    "ies": "empty; the list of independent expenditures has them",
}
ELECTION: dict[str, Rule] = {
    "layout": PAGE,
    "title": TAKEN,
    "permalink": CRUMBS,
    "election": TAKEN,
    "breadcrumbs": CRUMBS,
    "candidate_pf": Each("race", Fields(RACE), {"election": "election"}),
    "candidate_ie": Each("race-spending", Fields(RACE), {"election": "election"}),
    "measures": Each("race-measure", Fields(RACE), {"election": "election"}),
    "contributors": Each("top-contributor", TOP, CONTEST),
}
PAGES: dict[str, tuple[str, Fields]] = {
    "committee": ("committee", Fields(COMMITTEE, NEEDED)),
    "candidate_committee": ("committee", Fields(COMMITTEE, NEEDED)),
    "major_donor": ("committee", Fields(DONOR, NEEDED)),
    "slate_mailer": ("committee", Fields(COMMITTEE, NEEDED)),
    "contest_candidate": ("contest", Fields(CANDIDATES, ("election", "title", "candidates"))),
    "contest_bmc": ("measure", Fields(MEASURE, ("election", "title", "committees"))),
    "contributors": ("donors", Fields(DONORS, ("election", "contributors"))),
    "election": ("election", Fields(ELECTION, ("election", "title"))),
}
"""By `layout`: the kind of record a page is, and what is in it."""
