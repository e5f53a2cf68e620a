"""Who stands in a row: a committee or candidate by its id, else a name and place as printed.

A person's last name and a business stand in the same column, and first names at times in it too: names
are told as printed, first names first. Committee ids have six or seven digits; those of the Federal
Election Commission are a C and eight digits. What stands there besides ("Pending") is no id.
"""

from dataclasses import dataclass

import polars as pl

from sources.cal_access.codes import ENTITIES, NOT_AN_ID
from sources.cal_access.filings import problem
from sources.cal_access.known import known
from sources.tables.layouts.columns import path, words
from sources.tables.layouts.rows import Place

FPPC_ID = r"^\(?(?:FPPC|I\.?[CD]\.?)?[ :#.]*(\d{6,7})[.)]?$"
FEC_ID = r"^(?:FEC)?[ :#]*(C\d{8})$"
ZIP = r"^(\d{5})"
WANTED_ID = "a committee id of six or seven digits, or C and eight digits; the party is told by its name"
WANTED_ENTITY = f"one of {', '.join(sorted(ENTITIES))}"
WANTED_NAME = "a name; the party is told without one"
NOTHING = pl.lit(None, pl.String)


@dataclass(frozen=True, slots=True)
class Printed:
    """The columns a party stands in.

    Attributes:
        role: What the party is called in columns from here on.
        name: Start of the columns NAML, NAMF and NAMS.
        place: Start of the columns CITY, ST and ZIP4, "" for none.
        id: Column of the committee id, "" for none.
        entity: Column of the kind of party, "" for none.
    """

    role: str
    name: str
    place: str = ""
    id: str = ""
    entity: str = ""


def full_name(start: str) -> pl.Expr:
    """A name as printed, first names first; null where there is none."""
    parts = [words(f"{start}NAM{part}") for part in "FLS"]
    joined = pl.concat_str(parts, separator=" ", ignore_nulls=True)
    return pl.when(joined != "").then(joined)


def with_party(read: pl.DataFrame, printed: Printed, place: Place) -> pl.DataFrame:
    """Rows with the path of a party, null where nobody is named, and with what is printed of it."""
    role, start = printed.role, printed.place
    code = words(printed.id).str.to_uppercase() if printed.id else NOTHING
    kind = words(printed.entity).str.to_uppercase() if printed.entity else NOTHING
    read = read.with_columns(
        full_name(f"{printed.name}_").alias(f"{role}_name"),
        code.str.extract(FPPC_ID).alias(f"{role}_id"),
        code.str.extract(FEC_ID).alias(f"{role}_fec"),
        kind.replace_strict(ENTITIES, default=None, return_dtype=pl.String).alias(f"{role}_kind"),
        *(
            (words(f"{start}_{column}") if start else NOTHING).alias(f"{role}_{name}")
            for name, column in (("city", "CITY"), ("state", "ST"), ("zip", "ZIP4"))
        ),
    )
    return with_registered(read, role, place).with_columns(_path(role).alias(role))


def with_registered(read: pl.DataFrame, role: str, place: Place) -> pl.DataFrame:
    """Rows with the path and latest name of a filer by `<role>_id`, as far as the state's tables tell."""
    registered = known(place, "registered").select(
        pl.col("public").alias(f"{role}_id"),
        pl.col("path").alias(f"{role}_path"),
        pl.col("name").alias(f"{role}_known"),
    )
    return read.join(registered, on=f"{role}_id", how="left", maintain_order="left")


def committee_path(public: pl.Expr) -> pl.Expr:
    """The path of a committee by the id that forms print."""
    return path("committee/ca-fppc", public)


def _path(role: str) -> pl.Expr:
    """The path of a party: of its id, or of its name with ZIP code or city."""
    name, city, postcode = (pl.col(f"{role}_{part}") for part in ("name", "city", "zip"))
    somewhere = pl.coalesce(postcode.str.extract(ZIP), city, pl.lit("-"))
    return pl.coalesce(
        pl.col(f"{role}_path"),
        committee_path(pl.col(f"{role}_id")),
        path("committee/fec", pl.col(f"{role}_fec")),
        path("party/ca-fppc", name, somewhere),
    )


def or_unnamed(read: pl.DataFrame, role: str, record: str) -> pl.DataFrame:
    """Rows in which a party nobody names has a path scoped to the row, and `<role>_unnamed` that says so."""
    key = pl.concat_str(pl.lit(record), "schedule", "item", separator="-")
    own = pl.concat_str(pl.lit("party/ca-fppc-filing"), "number", "amendment", key, separator="/")
    label = pl.concat_str(pl.lit("unnamed party of CAL-ACCESS filing "), "number")
    return read.with_columns(
        pl.col(role).is_null().alias(f"{role}_unnamed"),
        pl.coalesce(role, own).alias(role),
        pl.coalesce(f"{role}_name", pl.when(pl.col(role).is_null()).then(label)).alias(f"{role}_name"),
    )


def party_problems(read: pl.DataFrame, printed: Printed) -> list[pl.DataFrame]:
    """What stands for an id or a kind of party and is none."""
    role, found = printed.role, []
    if printed.id:
        code = words(printed.id).str.to_uppercase()
        is_read = pl.col(f"{role}_id").is_not_null() | pl.col(f"{role}_fec").is_not_null()
        odd = code.is_not_null() & ~code.is_in(NOT_AN_ID) & ~is_read
        found.append(problem(read, odd, printed.id, WANTED_ID))
    if printed.entity:
        odd = words(printed.entity).is_not_null() & pl.col(f"{role}_kind").is_null()
        found.append(problem(read, odd, printed.entity, WANTED_ENTITY))
    if f"{role}_unnamed" in read.columns:
        found.append(problem(read, pl.col(f"{role}_unnamed"), f"{printed.name}_NAML", WANTED_NAME))
    return found


def party_rows(read: pl.DataFrame, role: str) -> dict[str, pl.DataFrame]:
    """The parties, committees and candidates that stand in a role, each once."""
    name, label = pl.col(f"{role}_name"), pl.coalesce(f"{role}_known", f"{role}_name")
    number = pl.coalesce(f"{role}_id", f"{role}_fec")
    printed = {
        "partyKind": f"{role}_kind",
        "city": f"{role}_city",
        "stateCode": f"{role}_state",
        "postcode": f"{role}_zip",
    }
    parts = {
        "party": [name.alias("label"), *(pl.col(old).alias(new) for new, old in printed.items())],
        "committee": [label.alias("label"), name.alias("altLabel"), number.alias("identifier")],
        "candidate": [label.alias("label"), number.alias("identifier")],
    }
    read = read.filter(pl.col(role).is_not_null() & pl.coalesce(number, name).is_not_null())
    rows = {
        table: read.filter(pl.col(role).str.starts_with(f"{table}/")).select(
            pl.col(role).alias("id"), *columns
        )
        for table, columns in parts.items()
    }
    return {table: frame.unique(maintain_order=True) for table, frame in rows.items()}
