"""What only the whole dataset tells: which filing replaces which, and which rows report the same money.

Rules, each on rows of filings that nothing replaces:

1. A transaction told in two filings of a filer, with the same day, amount and party: the filing made
   last counts. (Statements whose periods overlap.)
2. Schedule D and Schedule E or H of one filing with one transaction: of a gift or loan of money the other
   schedule counts, where it says who received it; of anything else D does, which says for whom.
3. A payment for an independent expenditure on Schedule E, of a filer that tells its independent
   expenditures on Schedule D up to the end of the same period: D counts.
4. A late report (Forms 496 and 497) and Form 460: the same transaction, or the same party and amount, a
   day apart at most; Form 460 counts.
5. A loan that is forgiven and the gift it becomes, of one filing, party and amount: the gift counts.
6. A gift from one committee to another, told by both: the same amount, two weeks apart at most; what the
   committee that received it tells counts.
"""

import polars as pl

from sources.netfile.entries import FILE, IN, OUT
from sources.netfile.matching import pair
from sources.tables.layouts.rows import LINE

KEY = (FILE, "kind", LINE, "part")
FORTNIGHT = 14
GIFTS = ("contribution", "in-kind")
MONEY = ("contribution", "loan", "refund", "transfer")
PAID = ("E", "H")
LATE_FORMS = ("F496", "F497P1", "F497P2", "F496P3", "F465P3")
COUNTS = {
    "F496": ("D",),
    "F465P3": ("D", "F496"),
    "F496P3": ("A", "C", "B1", "F497P1"),
    "F497P1": ("A", "C", "B1"),
    "F497P2": ("E", "D", "H"),
}
"""Where the money of a late report is told again."""


def find_links(entries: pl.DataFrame) -> pl.DataFrame:
    """Entries to which something applies, by file, kind, line and part.

    Columns: also (id of another row of the same money), twice (whether that row counts and this does
    not), unmatched (whether a Form 460 should tell it again and does not), nth (which of several rows
    with one id), clash (whether these differ).
    """
    numbered = _numbered(entries)
    current = numbered.filter(~pl.col("replaced") & (pl.col("nth") == 1)).with_columns(
        party=_plain(pl.coalesce("other_name", "target_name"))
    )
    found = pl.concat([_overlaps(current), _by_transaction(current)])
    left = _without(current, found)
    found = pl.concat([found, _late(left), _payments(left), _forgiven(left)])
    found = pl.concat([found, _told_by_both(_without(current, found))])
    same = found.unique(["index"], keep="first", maintain_order=True)
    known = numbered.join(same, on="index", how="left", maintain_order="left")
    repeated = pl.col("nth") > 1
    known = known.with_columns(
        twice=pl.col("twice").fill_null(value=False) | (repeated & ~pl.col("clash")),
        also=pl.when(repeated & ~pl.col("clash")).then("id").otherwise("also"),
        unmatched=pl.col("index").is_in(_unmatched(_without(current, found), current)["index"].implode()),
    )
    odd = pl.col("also").is_not_null() | pl.col("twice") | pl.col("unmatched") | repeated
    return known.filter(odd).select(*KEY, "also", "twice", "unmatched", "nth", "clash")


def _numbered(entries: pl.DataFrame) -> pl.DataFrame:
    """The entries with `index`, and which of those with one id each is."""
    same = ["id", "day", "amount", "other"]
    return (
        entries.sort(*KEY, nulls_last=True)
        .with_row_index("index")
        .with_columns(
            nth=pl.int_range(1, pl.len() + 1, dtype=pl.Int64).over("id"),
            first_alike=pl.struct(same[1:]).first().over("id"),
        )
        .with_columns(clash=pl.struct(same[1:]) != pl.col("first_alike"))
        .drop("first_alike")
    )


def _plain(name: pl.Expr) -> pl.Expr:
    """A name without what is printed now in one way and now in another."""
    return name.str.to_lowercase().str.replace_all(r"[^\p{L}\p{N}]", "")


def _without(entries: pl.DataFrame, found: pl.DataFrame) -> pl.DataFrame:
    return entries.join(found.select("index"), on="index", how="anti", maintain_order="left")


def _link(pairs: pl.DataFrame) -> pl.DataFrame:
    """Rows that do not count with those that do."""
    return pairs.select("index", also="id_right", twice=pl.lit(value=True))


def _overlaps(current: pl.DataFrame) -> pl.DataFrame:
    """Rule 1."""
    same = ["schedule", "part", "filer", "transaction", "day", "amount", "party"]
    told = current.drop_nulls(["transaction", "day"]).filter(~pl.col("schedule").is_in(LATE_FORMS))
    told = told.filter(pl.col("filing").n_unique().over(same) > 1)
    by_filing = told.sort("filed", "end", "index", descending=[True, True, False], nulls_last=True)
    last = by_filing.unique(same, keep="first", maintain_order=True)
    pairs = told.join(last, on=same, nulls_equal=True).filter(pl.col("filing") != pl.col("filing_right"))
    return _link(pairs)


def _by_transaction(current: pl.DataFrame) -> pl.DataFrame:
    """Rule 2."""
    told = current.drop_nulls(["transaction"]).filter(pl.col("part").is_null() | (pl.col("part") == "lent"))
    summary, paid = told.filter(pl.col("schedule") == "D"), told.filter(pl.col("schedule").is_in(PAID))
    on, is_money = ["filing", "transaction"], pl.col("table").is_in(MONEY)
    counted = summary.filter(is_money).join(paid.filter(is_money), on=on)
    others = paid.join(counted, left_on="index", right_on="index_right", how="anti")
    return pl.concat([_link(counted), _link(others.join(_without(summary, counted), on=on))])


def _payments(current: pl.DataFrame) -> pl.DataFrame:
    """Rule 3."""
    summary = current.filter((pl.col("schedule") == "D") & (pl.col("table") == "independent-expenditure"))
    begun = summary.group_by("filer").agg(since=pl.col("end").min())
    paid = current.filter((pl.col("schedule") == "E") & pl.col("independent"))
    told = paid.join(begun, on="filer").filter(pl.col("end") >= pl.col("since"))
    pairs = pair(told, summary, ["filing", "amount"], days=None)
    also = pairs.select("index", also="id_right")
    return (
        told.select("index")
        .join(also, on="index", how="left", maintain_order="left")
        .with_columns(twice=pl.lit(value=True))
    )


def _late(current: pl.DataFrame) -> pl.DataFrame:
    """Rule 4."""
    found = []
    left = current
    for form, schedules in COUNTS.items():
        for schedule in schedules:
            late = left.filter(pl.col("schedule") == form)
            regular = current.filter((pl.col("schedule") == schedule) & _is_told_again())
            by_id = pair(late, regular, ["filer", "transaction"], days=1)
            alike = (pl.col("amount") == pl.col("amount_right")) | (pl.col("party") == pl.col("party_right"))
            found.append(_link(by_id.filter(alike)))
            left = _without(left, found[-1])
            late = left.filter(pl.col("schedule") == form)
            regular = regular.join(by_id, left_on="index", right_on="index_right", how="anti")
            found.append(_link(pair(late, regular, ["filer", "party", "amount"], days=1)))
            left = _without(left, found[-1])
    return pl.concat(found)


def _is_told_again() -> pl.Expr:
    """Whether an entry is of those that repeat late reports: gifts, loans lent, independent expenditures."""
    return pl.col("table").is_in((*GIFTS, "independent-expenditure", "refund")) | (pl.col("part") == "lent")


def _forgiven(current: pl.DataFrame) -> pl.DataFrame:
    """Rule 5."""
    gifts = current.filter(pl.col("schedule").is_in(("A", "C")) & (pl.col("code") == "F"))
    loans = current.filter((pl.col("schedule") == "B1") & (pl.col("part") == "forgiven"))
    return _link(pair(loans, gifts, ["filing", "party", "amount"], days=None))


def _told_by_both(current: pl.DataFrame) -> pl.DataFrame:
    """Rule 6."""
    gifts = current.filter(pl.col("table").is_in(GIFTS) & pl.col("other").str.starts_with("committee/"))
    made = gifts.filter(pl.col("direction") == OUT).with_columns(giver="filer", taker="other")
    received = gifts.filter(pl.col("direction") == IN).with_columns(giver="other", taker="filer")
    return _link(pair(made, received, ["giver", "taker", "amount"], days=FORTNIGHT))


def _unmatched(left: pl.DataFrame, current: pl.DataFrame) -> pl.DataFrame:
    """Late reports that no row repeats although a Form 460 covers their day and has such rows."""
    late = left.filter(pl.col("schedule").is_in(("F496", "F497P1"))).with_columns(
        again=pl.col("schedule").replace_strict({"F496": "D", "F497P1": "A"}, return_dtype=pl.String)
    )
    covered = (
        current.filter(pl.col("form") == "F460").select("filer", "start", "end", again="schedule").unique()
    )
    pairs = late.join(covered, on=["filer", "again"], suffix="_covered")
    return pairs.filter(pl.col("day").is_between("start_covered", "end_covered")).select("index").unique()
