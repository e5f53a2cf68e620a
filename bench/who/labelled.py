"""Labelled data: things as they are printed, and which of them are one.

`filings` is made up, with known donors. `names` writes the people of probablepeople's labelled names in
the ways filings do: the labels say what is a first and what a last name. `donations` are the donors of
nomenklatura's German fixture, one where they are spelt alike but for spaces and titles, or listed below.
`companies` writes the companies of probablepeople's labelled names in the ways filings do.
"""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polars as pl
from fec.rows import make_rows, make_world

from graph.identity.records import PRINTED

MOST_NAMES = 2500
LEGAL, LONG = "CorporationLegalType", 6
"""The label of a legal form, and the letters from which a word is written with a slip."""
TITLES = ("Herr ", "Frau ", "Prof. ", "Dr. ")
SAME_DONORS = {
    "Schnabel": "Hermann Schnabel",
    "Porsche AG": "Dr. Ing. h. c. F. Porsche AG",
    "Bayerische Motorenwerke (BMW) AG": "Bayerische Motorenwerke AG",
    "Dr. Rath Health Programms B.V.": "Dr. Rath Health Programs B.V.",
    "Verband der Metallindustrie Baden-Württemberg": (
        "Verband der Metall- und Elektroindustrie Baden-Württemberg e.V."
    ),
}
"""Spellings of one donor, read by hand, without titles of people."""
OPEN = ("Allianz SE, Repräsentanz", "Allfinanz Deutsche Vermögensberatung AG", "Daimler Chrysler AG")
"""Donors that are another or not, as one takes it: left out."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """Things, and who they are.

    Attributes:
        name: Of the data.
        printed: Columns as in `graph.identity.records.PRINTED`.
        who: Who each really is, by path.
    """

    name: str
    printed: pl.DataFrame
    who: dict[str, str]


def filings(rows: int, seed: int = 1) -> Labelled:
    """Made-up contributions of people and businesses; a printed party is a name with a place."""
    made = make_rows(make_world(rows, seed, 0.0), 0, rows)
    people = made.filter(pl.col("kind").is_in(["person", "business"]))
    return Labelled("filings", parties_of(people.lazy()), donors_of(people.lazy()))


PATH = pl.concat_str(pl.lit("party/fec/"), "NAME", pl.lit("/"), pl.col("ZIP_CODE").str.head(5))
PARTY = PATH.str.replace_all(" ", "_")
"""A printed party of the Commission's rows: a name with a postcode."""


def donors_of(rows: pl.LazyFrame) -> dict[str, str]:
    """Who really gives in most rows of each printed party."""
    most = pl.col("DONOR_ID").mode().sort().first()
    return dict(rows.group_by(path=PARTY).agg(most).drop_nulls().collect().iter_rows())


def parties_of(rows: pl.LazyFrame) -> pl.DataFrame:
    """The printed parties of rows in the Commission's columns."""
    day = pl.col("TRANSACTION_DT").str.to_date("%m%d%Y", strict=False).dt.to_string("%Y-%m-%d")
    summed = (
        rows.with_columns(path=PARTY, day=day)
        .drop_nulls("path")
        .group_by("path")
        .agg(
            label=pl.col("NAME").min(),
            organisation=(pl.col("ENTITY_TP") != "IND").any(),
            city=pl.col("CITY").min(),
            state=pl.col("STATE").min(),
            postcode=pl.col("ZIP_CODE").str.head(5).min(),
            employer=pl.col("EMPLOYER").replace("", None).drop_nulls().mode().sort().first(),
            occupation=pl.col("OCCUPATION").replace("", None).drop_nulls().mode().sort().first(),
            first_day=pl.col("day").min(),
            last_day=pl.col("day").max(),
            money=pl.col("TRANSACTION_AMT").cast(pl.Decimal(18, 2), strict=False).abs().sum(),
            rows=pl.len().cast(pl.Int64),
        )
        .collect(engine="streaming")
    )
    return _with_all_columns(summed)


def _with_all_columns(things: pl.DataFrame) -> pl.DataFrame:
    """Things with what nobody says of them empty."""
    lists = {name: pl.lit([], kind) for name, kind in PRINTED.items() if kind == pl.List}
    rest = {
        "kind": pl.lit("party"),
        "dataset": pl.lit("dataset/made-up"),
        "money": pl.lit(0),
        "rows": pl.lit(1),
    }
    empty = {name: pl.lit(None, kind) for name, kind in PRINTED.items()} | lists | rest
    missing = {name: value for name, value in empty.items() if name not in things.columns}
    return things.with_columns(**missing).select(pl.col(name).cast(kind) for name, kind in PRINTED.items())


def _things(name: str, written: Iterator[tuple[str, str, bool]]) -> Labelled:
    """Things from spelling, who it is, and whether it is an organisation."""
    rows = sorted(set(written))
    things = [
        {"path": f"{name}/{number}", "label": label, "organisation": organisation}
        for number, (label, _, organisation) in enumerate(rows)
    ]
    who = {f"{name}/{number}": person for number, (_, person, _) in enumerate(rows)}
    return Labelled(name, _with_all_columns(pl.DataFrame(things)), who)


def names(shared: Path) -> Labelled:
    """People of probablepeople's labelled names, each written in up to five ways."""
    place = shared / "data/datamade__probablepeople/name_data/labeled/person_labeled.xml"
    root = ET.parse(place).getroot()  # noqa: S314 - as above
    people = {person for person in map(_person, root) if person is not None}
    return _things("names", (way for person in sorted(people)[:MOST_NAMES] for way in _written(*person)))


def _person(name: ET.Element) -> tuple[str, str, str] | None:
    """First, middle and last name of one labelled name that has a first and a last one."""
    parts = {part.tag: (part.text or "").strip(" ,.").upper() for part in name}
    first, last = parts.get("GivenName", ""), parts.get("Surname", "")
    middle = parts.get("MiddleName", parts.get("MiddleInitial", ""))
    several = len({part.tag for part in name}) != len(list(name))
    return None if several or min(len(first), len(last)) < 2 else (first, middle, last)  # noqa: PLR2004


def _written(first: str, middle: str, last: str) -> Iterator[tuple[str, str, bool]]:
    who = f"{first} {middle} {last}"
    yield f"{last}, {first} {middle}".strip(), who, False
    yield f"{first} {middle} {last}".replace("  ", " ").title(), who, False
    yield f"{last}, {first} {middle} MR.".replace("  ", " "), who, False
    if middle:
        yield f"{last}, {first} {middle[0]}.", who, False
    if len(last) > 5:  # noqa: PLR2004 - a slip in a short name makes another
        yield f"{last[:3]}{last[4:]}, {first} {middle}".strip(), who, False


def donations(shared: Path) -> Labelled:
    """The donors of nomenklatura's fixture, by name alone."""
    place = shared / "data/opensanctions__nomenklatura/tests/fixtures/donations.csv"
    donors = pl.read_csv(place, infer_schema=False).select("Donor", "DonorType").unique()
    return _things("donations", _donors(donors))


def _donors(donors: pl.DataFrame) -> Iterator[tuple[str, str, bool]]:
    for name, kind in donors.iter_rows():
        who = name.strip()
        for title in TITLES if kind == "PERSON" else ():
            who = who.replace(title, "")
        if who not in OPEN:
            yield name, SAME_DONORS.get(who, who), kind != "PERSON"


NAMED_COMMITTEES = {
    "rcpt_cd": "CTRIB",
    "s497_cd": "ENTY",
    "cvr2_campaign_disclosure_cd": "ENTY",
    "expn_cd": "PAYEE",
    "loan_cd": "LNDR",
}
"""Tables of CAL-ACCESS whose rows name a committee and give its id, and how its columns begin."""


def committees(shared: Path) -> Labelled:
    """Committees as other filers in California write their names, with the id each row gives."""
    folder = shared / "data/palewire__django-calaccess-raw-data/raw"
    rows = pl.concat([_named_committees(folder, *one) for one in NAMED_COMMITTEES.items()])
    written = ((name, number, True) for name, number in rows.unique().iter_rows())
    return _things("committees", written)


def _named_committees(folder: Path, table: str, start: str) -> pl.DataFrame:
    rows = pl.read_csv(folder / f"{table}.csv", infer_schema=False)
    last, first = pl.col(f"{start}_NAML").str.strip_chars(), pl.col(f"{start}_NAMF").str.strip_chars()
    number = pl.col("CMTE_ID").str.extract(r"^\D*(\d{6,7})$")
    named = rows.filter(first.is_null() | (first == ""), last.str.contains(r"\p{L}"))
    return named.select(name=last, number=number).drop_nulls()


def companies(shared: Path) -> Labelled:
    """Companies of probablepeople's labelled names, each written in up to six ways."""
    place = shared / "data/datamade__probablepeople/name_data/labeled/company_labeled.xml"
    root = ET.parse(place).getroot()  # noqa: S314 - a file of the shared data
    found = {company for company in map(_company, root) if company is not None}
    return _things("companies", (way for company in sorted(found) for way in _written_company(*company)))


def _company(name: ET.Element) -> tuple[str, str] | None:
    """The words of a labelled name of two words or more, and its legal form; None where it names several."""
    tags = {part.tag for part in name}
    words = [(part.text or "").strip(" ,.").upper() for part in name if part.tag != LEGAL]
    forms = [(part.text or "").strip(" ,").upper() for part in name if part.tag == LEGAL]
    alone = tags.isdisjoint(("AKA", "ProxyFor", "CareOf", "ShortForm"))
    return (" ".join(words), " ".join(forms)) if alone and len(words) > 1 else None


def _written_company(words: str, form: str) -> Iterator[tuple[str, str, bool]]:
    yield f"{words}, {form}".strip(" ,"), words, True
    yield words.title(), words, True
    yield f"THE {words} {form}".strip(), words, True
    yield words.replace("&", "AND"), words, True
    yield (
        words.replace("COMMITTEE", "CMTE").replace("ASSOCIATION", "ASSN").replace("SERVICES", "SVCS"),
        words,
        True,
    )
    longest = max(words.split(), key=len)
    if len(longest) > LONG:
        yield words.replace(longest, f"{longest[:4]}{longest[5:]}", 1), words, True
