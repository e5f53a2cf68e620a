"""Which rows tell of the same money, and which of them counts.

Rules, on rows of the highest amendment of their filings:

1. Schedule D sums up what stands on Schedule E of the same filing: the same transaction, or the same
   amount and payee, or the same amount and kind of payment, and the same day where both have one. Of a
   gift of money E counts, which says who received it; of a gift in kind and an independent expenditure D
   counts, which says for whom.
2. Forms 496 and 465 tell independent expenditures that Schedule D or E or Form 450 or 461 of the filer
   tells too, of the same amount, a day apart at most: these count. Form 465 counts before 496.
3. Forms 497 (received) and 496 (part 3) tell gifts that Schedule A or C of the filer tells too, of the
   same amount and giver, a day apart at most: Schedule A or C counts.
4. What a committee gives another, both tell: the same amount and both committees, two weeks apart at most,
   or the giver as intermediary. What the receiver tells counts, a Form 460 before a Form 497.
5. Form 497 (made) tells what the giver tells on another form too, of the same amount and receiver, a day
   apart at most: the other form counts.
6. Form 498 tells payments that Schedule A of Form 401 tells too; Form 401 counts.
"""

from collections.abc import Callable, Iterable
from functools import partial

import polars as pl

from sources.cal_access.filings import row_path
from sources.cal_access.known import CONTEXT
from sources.cal_access.sightings import GIFT_CODES
from sources.tables.filings.matching import pair, pair_anytime, pair_in_period, pair_undated, without

RECORDS = ("rcpt", "expn", "s496", "s497", "s498")
GIFTS = ("contribution", "in-kind", "transfer")
MONEY = ("contribution", "loan", "refund", "transfer")
RECEIVED = ("A", "A-1", "C", "E530", "F900")
DAY, FORTNIGHT = 1, 14
WITHIN = ["number", "amendment", "cents"]
"""What rows of one filing that tell of the same money share."""
BY_GIVER = (["filer_id", "cents", "other_id"], ["filer_id", "cents", "other_name"])
"""What two reports of one filer on the same money share."""
Pairing = Callable[[pl.DataFrame, pl.DataFrame], pl.DataFrame]


def find_links(sightings: pl.DataFrame) -> dict[str, pl.DataFrame]:
    """The frames `twice-...`: rows that do not count, with a row that does or is told of by one that does.

    Args:
        sightings: Sightings of rows no amendment replaces, with `record`, `filer_id` and `filer_name`, and
            with `start` and `end` of the filing.
    """
    rows = sightings.sort("record", "number", "amendment", "schedule", "item").with_row_index("key")
    found = _summaries(rows)
    rows = _dated(rows, found)
    for rule in (_late_spending, _late_gifts, _given, _late_made, _slates):
        found = pl.concat([found, rule(rows, without(rows, found))])
    return _by_record(rows, found)


def _in_turn(left: pl.DataFrame, right: pl.DataFrame, ways: Iterable[Pairing]) -> pl.DataFrame:
    """The pairs found in several ways, one after the other; what is paired is left out of the next."""
    found = [pl.DataFrame(schema={"key": pl.UInt32(), "key_right": pl.UInt32()})]
    for way in ways:
        found.append(way(left, right))
        left, right = without(left, found[-1]), without(right, found[-1], "key_right")
    return pl.concat(found)


def _on(rows: pl.DataFrame, *schedules: str) -> pl.DataFrame:
    """The rows of some schedules."""
    return rows.filter(pl.col("schedule").cast(pl.String).is_in(schedules))


def _of(rows: pl.DataFrame, *tables: str) -> pl.DataFrame:
    """The rows of some tables."""
    return rows.filter(pl.col("table").cast(pl.String).is_in(tables))


def _summaries(rows: pl.DataFrame) -> pl.DataFrame:
    """Rule 1."""
    code = pl.col("code").cast(pl.String)
    sort = pl.when(code.is_in(GIFT_CODES)).then(pl.lit("gift")).otherwise(code)
    rows = rows.filter(pl.col("record") == "expn").with_columns(sort=sort)
    ways: list[Pairing] = [partial(pair_anytime, same=[*WITHIN, "transaction"])]
    for column in ("other_id", "other_name", "sort"):
        same = [*WITHIN, column]
        ways += [partial(pair, same=same, days=0), partial(pair_undated, same=same)]
    summary, paid = _on(rows, "D"), _on(rows, "E")
    money = _in_turn(_of(summary, *MONEY), _of(paid, *MONEY), ways)
    aimed = without(summary, money)
    return pl.concat([money, _in_turn(without(paid, _of(paid, *MONEY)), aimed, ways)])


def _dated(rows: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    """The rows, those of Schedule E with the day of Schedule D where they have none."""
    days = rows.select("key", told="day")
    told = pairs.join(days, on="key").select("told", key="key_right")
    rows = rows.join(told, on="key", how="left", maintain_order="left")
    return rows.with_columns(day=pl.coalesce("day", "told")).drop("told")


def _late_spending(rows: pl.DataFrame, rest: pl.DataFrame) -> pl.DataFrame:
    """Rule 2."""
    spent = _of(rows, "independent-expenditure").filter(pl.col("record") == "expn")
    ways = [partial(pair, same=["filer_id", "cents"], days=DAY)]
    regular, supplement = _on(spent, "D", "E", "F450P5", "F461P5"), _on(rest, "F465P3")
    late = rest.filter(pl.col("record") == "s496")
    found = _in_turn(late, regular, ways)
    again = _in_turn(without(late, found), _on(spent, "F465P3"), ways)
    return pl.concat([_in_turn(supplement, regular, ways), found, again])


def _late_gifts(rows: pl.DataFrame, rest: pl.DataFrame) -> pl.DataFrame:
    """Rule 3."""
    ways = [partial(pair, same=same, days=DAY) for same in BY_GIVER]
    regular, early = _on(_of(rows, *GIFTS), "A", "C"), _on(rest, "F496P3")
    found = [_in_turn(_on(rest, "F497P1"), regular, ways), _in_turn(early, regular, ways)]
    return pl.concat([*found, _in_turn(without(early, found[1]), _on(rows, "F497P1"), ways)])


def _given(rows: pl.DataFrame, rest: pl.DataFrame) -> pl.DataFrame:
    """Rule 4."""
    made = _of(rest, *GIFTS).filter(
        (pl.col("record") == "expn") | (pl.col("schedule").cast(pl.String) == "F497P2")
    )
    made = made.with_columns(giver="filer_id", giver_name="filer_name", taker="other_id")
    received = _on(_of(rows, *GIFTS), *RECEIVED)
    early = _on(_of(rest, *GIFTS), "F497P1", "F496P3")
    found = [pl.DataFrame(schema={"key": pl.UInt32(), "key_right": pl.UInt32()})]
    for told in (received, early):
        for start in ("other", "via"):
            taken = told.with_columns(giver=f"{start}_id", giver_name=f"{start}_name", taker="filer_id")
            found.append(_in_turn(made, taken, list(_two_sided())))
            made = without(made, found[-1])
    return pl.concat(found)


def _two_sided() -> Iterable[Pairing]:
    """How what a giver and a receiver tell are paired."""
    for name in ("giver", "giver_name"):
        same = [name, "taker", "cents"]
        yield partial(pair, same=same, days=FORTNIGHT)
        yield partial(pair_in_period, same=same, days=FORTNIGHT)


def _late_made(rows: pl.DataFrame, rest: pl.DataFrame) -> pl.DataFrame:
    """Rule 5."""
    ways = [partial(pair, same=same, days=DAY) for same in BY_GIVER]
    made = _of(rows, *GIFTS).filter(pl.col("record") == "expn")
    summary, late = _on(made, "D"), _on(rest, "F497P2")
    found = _in_turn(late, without(made, summary), ways)
    return pl.concat([found, _in_turn(without(late, found), summary, ways)])


def _slates(rows: pl.DataFrame, rest: pl.DataFrame) -> pl.DataFrame:
    """Rule 6."""
    ways = [partial(pair, same=same, days=DAY) for same in BY_GIVER]
    return _in_turn(_on(rest, "F498-R"), _on(rows, "F401A"), ways)


def _by_record(rows: pl.DataFrame, pairs: pl.DataFrame) -> dict[str, pl.DataFrame]:
    """The links of each record, by the key of its rows."""
    text = [pl.col(name).cast(pl.String) for name in ("table", "schedule")]
    rows = rows.select("key", "record", "number", "amendment", "item", *text)
    paths = rows.select(key_right="key", alsoReportedAs=row_path(pl.col("table"), pl.col("record")))
    links = pairs.join(rows, on="key").join(paths, on="key_right").sort("key")
    return {
        f"twice-{record}": links.filter(pl.col("record") == record).select(CONTEXT[f"twice-{record}"].names())
        for record in RECORDS
    }
