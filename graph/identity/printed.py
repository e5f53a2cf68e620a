"""Everything of a built graph that may be one with something else, as it is printed."""

from collections.abc import Container, Iterable, Iterator, Mapping

import polars as pl

from graph.identity.identifiers import identifiers_of
from graph.identity.keys import register_of
from graph.identity.records import PRINTED
from graph.rows.event_tables import EventTables
from graph.rows.money import MONEY
from ontology import TABLES
from sources.tables.layouts.rows import ID

ORGANISATIONS = ("committee", "company", "organization", "public-body")
PEOPLE = ("ballot-candidate", "candidate", "person")
UNKNOWN = ("agent",)
TEXTS = ("employer", "occupation")


def printed_in_rows(tables: EventTables) -> pl.DataFrame:
    """The parties, candidates, committees, people and organisations of datasets; columns as in `PRINTED`."""
    found = [_told(tables, table, kinds) for kinds in KINDS for table in kinds[0] if tables.has(table)]
    if not found:
        return pl.DataFrame(schema=PRINTED)
    told = pl.concat(found, how="diagonal")
    things = told.unique("path", keep="first", maintain_order=True).drop("given", "numbers", "pages")
    named = things.join(_earlier_names(tables), on="path", how="left").with_columns(
        others=pl.col("others").list.set_union(pl.col("earlier").fill_null([])).list.sort()
    )
    joined = (
        named.join(_activity(tables), on="path", how="left")
        .join(_standing(tables), on="path", how="left")
        .join(identifiers_of(told), on="path", how="left")
    )
    return _shaped(joined.collect(engine="streaming"))


KINDS: tuple[tuple[tuple[str, ...], bool | None], ...] = (
    (("party",), None),
    (ORGANISATIONS, True),
    (PEOPLE, False),
    (UNKNOWN, None),
)


def _told(tables: EventTables, table: str, kinds: tuple[tuple[str, ...], bool | None]) -> pl.LazyFrame:
    """The things of a table."""
    known = TABLES[table].columns
    rows = tables.scan(table)
    of_kind = pl.col("partyKind") != "party-kind-individual" if "partyKind" in known else pl.lit(kinds[1])
    texts = {"city": "city", "given": "identifier", "postcode": "postcode", "state": "stateCode"}
    lists = {"others": "altLabel", "numbers": "registerNumber", "pages": "source"}
    return rows.filter(pl.col("label").is_not_null()).select(
        "label",
        "dataset",
        path=ID,
        kind=pl.lit(table),
        organisation=of_kind.cast(pl.Boolean),
        **_taken(texts, known, pl.lit(None, pl.String)),
        **_taken(lists, known, pl.lit([], pl.List(pl.String))),
    )


def _taken(columns: Mapping[str, str], known: Container[str], missing: pl.Expr) -> dict[str, pl.Expr]:
    """Columns of a table by other names; `missing` where the table has none."""
    return {name: pl.col(column) if column in known else missing for name, column in columns.items()}


def _earlier_names(tables: EventTables) -> pl.LazyFrame:
    """The names committees had, over time: as a register says, and as their filings print them."""
    listed = tables.scan("committee-name").select(path="ofCommittee", earlier="nameText")
    filed = tables.scan("filing").select(path="filer", earlier="filerName")
    names = pl.concat([listed, filed]).drop_nulls()
    return names.group_by("path").agg(pl.col("earlier").unique().sort())


def _activity(tables: EventTables) -> pl.LazyFrame:
    """Job, days, money and number of rows of each payer and payee."""
    sides = pl.concat([side for table in MONEY for side in _sides(tables, table)])
    return sides.group_by("path").agg(
        *(pl.col(name).drop_nulls().mode().sort().first() for name in TEXTS),
        first_day=pl.col("date").min(),
        last_day=pl.col("date").max(),
        money=pl.col("amount").abs().sum(),
        rows=pl.len().cast(pl.Int64),
    )


def _sides(tables: EventTables, table: str) -> Iterator[pl.LazyFrame]:
    """Rows of a table of money, once for who pays and once for who is paid; only payers have a job."""
    known, rows = TABLES[table].columns, tables.scan(table)
    for side in ("payer", "payee"):
        if side not in known:
            continue
        job = {
            name: pl.col(name) if side == "payer" and name in known else pl.lit(None, pl.String)
            for name in TEXTS
        }
        yield rows.select("date", "amount", path=side, **job).filter(pl.col("path").is_not_null())


def _standing(tables: EventTables) -> pl.LazyFrame:
    """The contests that candidates are in, and the offices these are for."""
    contests = tables.scan("contest").select(contest=ID, office="office").unique("contest")
    standing = tables.scan("candidacy").select(path="candidate", contest="contest")
    return (
        standing.join(contests, on="contest", how="left")
        .group_by("path")
        .agg(
            contests=pl.col("contest").drop_nulls().unique().sort(),
            offices=pl.col("office").drop_nulls().unique().sort(),
        )
    )


def _shaped(things: pl.DataFrame) -> pl.DataFrame:
    """Things with all columns of `PRINTED`, in order of their paths."""
    empty = {name: pl.lit(None, kind) for name, kind in PRINTED.items() if name not in things.columns}
    filled = things.with_columns(**empty).with_columns(
        *(pl.col(name).fill_null([]) for name in ("others", "contests", "offices", "identifiers")),
        register=pl.Series([register_of(path) or None for path in things["path"]], dtype=pl.String),
        rows=pl.col("rows").fill_null(0),
        money=pl.col("money").fill_null(0),
    )
    return filled.select(pl.col(name).cast(kind) for name, kind in PRINTED.items()).sort("path")


def all_printed(found: Iterable[pl.DataFrame]) -> pl.DataFrame:
    """Things of rows and of fact sheets together, each path once; what comes first is kept."""
    return pl.concat(found).unique("path", keep="first", maintain_order=True).sort("path")
