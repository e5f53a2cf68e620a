"""What happened when: dates as intervals, counts over time, rows by month, and what has no date."""

from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest

from graph.drawn.drawn import BuiltRows
from graph.happenings import filed
from graph.happenings.counted import counted_happenings
from graph.happenings.dates import days, until_told
from graph.happenings.filed import filed_happenings
from graph.picture import Edge, Happening, Picture
from graph.reading import open_reader
from graph.rendering import make_picture
from graph.rows.event_tables import EventTables
from graph.tables.output import EVENT_TABLES

ID = "https://w3id.org/moneytrail/id/"
CONTEST = "contest/2018-06-05/us-06067/district-attorney"


@pytest.fixture(scope="module")
def picture(built: Path) -> Picture:
    """The picture of the shipped sources."""
    return make_picture(built)


def named(picture: Picture, words: str) -> Happening:
    """The happening with some words in its label."""
    (found,) = [one for one in picture.happenings if words in one.label]
    return found


@pytest.mark.parametrize(
    ("words", "kind", "date", "earliest", "latest"),
    [
        ("suspended Andrew Warren", "office", "2022-08", "2022-08-01", "2022-08-31"),
        ("removed Monique Worrell", "office", "2023", "2023-01-01", "2023-12-31"),
        ("killing of Stephon Clark", "event", "../2018-06", "", "2018-06-30"),
        ("ads withdrawn", "event", "2018-05/2018-06", "2018-05-01", "2018-06-30"),
        ("UC Berkeley poll", "poll", "2024-10", "2024-10-01", "2024-10-31"),
        ("Recall of Boudin", "election", "2022-06", "2022-06-01", "2022-06-30"),
        ("TV ad for Phillips", "ad", "", "", ""),
        ("gave to Noah Phillips", "gift", "", "", ""),
    ],
)
def test_a_date_is_the_days_it_may_be(
    picture: Picture, words: str, kind: str, date: str, earliest: str, latest: str
) -> None:
    """A month, a year, and an open end are intervals; what has no date has none, and is there."""
    found = named(picture, words)
    assert (found.kind, found.date, found.earliest, found.latest) == (kind, date, earliest, latest)


def test_what_goes_on_since_a_year_had_done_so_when_it_was_told(picture: Picture) -> None:
    """Money given since 2014 was given before the article."""
    found = named(picture, "outside California")
    assert (found.date, found.earliest, found.latest) == ("2014/..", "2014-01-01", "2018-06-06")
    assert found.basis == "up to the day it was told"
    assert until_told(days("2018/2019"), "2020-01-01") == days("2018/2019")


def test_a_share_in_an_article_was_counted_before_it_was_told(picture: Picture) -> None:
    """Its time is from the election to the article, and the figure keeps its bounds."""
    found = named(picture, "Summer Stephan: more than 60 percent")
    assert (found.date, found.basis) == (
        "2018-06-05/2018-06-07",
        "between the election and the day it was told",
    )
    assert found.figure is not None
    assert (found.figure.low, found.figure.high, found.figure.low_open) == (Decimal(60), None, True)


def test_a_poll_says_what_it_found(picture: Picture) -> None:
    """With all its figures, as written."""
    assert named(picture, "poll").label == (
        "Los Angeles Times / UC Berkeley poll on the LA DA race: "
        "undecided 28%, George Gascón 21%, Nathan Hochman 51%"
    )


def test_every_happening_opens_a_mark_of_the_picture_and_has_its_claims(picture: Picture) -> None:
    """A click leads somewhere, and no claim is named that the page does not have."""
    marks = {mark.iri for mark in picture.nodes} | {mark.iri for mark in picture.edges}
    for one in picture.happenings:
        assert one.marks
        assert marks.issuperset(one.marks)
        assert one.claims
        assert picture.claims.keys() >= set(one.claims)


def test_happenings_stand_in_order_of_time_and_those_without_last(picture: Picture) -> None:
    """Each has a key of its own, and the same picture has the same order."""
    keys = [one.key for one in picture.happenings]
    assert len(keys) == len(set(keys)) > 50
    dated = [one for one in picture.happenings if one.date]
    assert list(picture.happenings[: len(dated)]) == dated
    starts = [one.earliest or one.latest for one in dated]
    assert starts == sorted(starts)


@pytest.fixture(scope="module")
def counts(tmp_path_factory: pytest.TempPathFactory) -> EventTables:
    """Two counts of a contest: on the night, and certified."""
    night, final = ("count-unofficial", "2018-06-05"), ("count-certified", "2018-07-05")
    votes = [(*night, "ada", 600), (*night, "ben", 400), (*final, "ada", 1100), (*final, "ben", 900)]
    tallies = pl.DataFrame(
        [
            {"contest": CONTEST, "candidate": f"person/{who}", "countStatus": status, "asOf": day}
            | {"value": value, "choiceKind": "choice-candidate", "repeated": False}
            for status, day, who, value in votes
        ]
    )
    contests = pl.DataFrame([{"id": CONTEST, "date": "2018-06-05"}])
    return written(tmp_path_factory.mktemp("counts"), {"tally": tallies, "contest": contests})


def test_official_counts_are_told_day_by_day(built: Path, counts: EventTables) -> None:
    """From the election night to the certified count, a series for each candidate."""
    rows = BuiltRows(open_reader(built), counts)
    told = list(counted_happenings(rows, frozenset({f"{ID}{CONTEST}"})))
    assert [
        (one.date, one.status, one.label.partition(",")[0], one.figure and one.figure.low) for one in told
    ] == [
        ("2018-06-05", "unofficial", "person/ada: 600 of 1", Decimal(60)),
        ("2018-06-05", "unofficial", "person/ben: 400 of 1", Decimal(40)),
        ("2018-07-05", "certified", "person/ada: 1", Decimal(55)),
        ("2018-07-05", "certified", "person/ben: 900 of 2", Decimal(45)),
    ]
    assert len({one.series for one in told}) == 2
    assert list(counted_happenings(rows, frozenset())) == []


@pytest.fixture(scope="module")
def gifts(tmp_path_factory: pytest.TempPathFactory) -> EventTables:
    """Five gifts of one donor to one committee, one of them without a day."""
    told = (
        ("2018-05-30", "100.50"),
        ("2018-06-01", "20"),
        ("2018-06-01", "3"),
        ("2019-01-02", "7"),
        (None, "9"),
    )
    rows = pl.DataFrame(
        [
            {"payer": "party/a", "payee": "committee/b", "date": day, "amount": Decimal(amount)}
            | {"currency": "USD", "notNewMoney": None, "sourceFile": "gifts/one.csv", "line": line}
            for line, (day, amount) in enumerate(told, 2)
        ],
        schema_overrides={"notNewMoney": pl.String},
    )
    return written(tmp_path_factory.mktemp("gifts"), {"contribution": rows})


def written(folder: Path, tables: dict[str, pl.DataFrame]) -> EventTables:
    """Event tables of one dataset, `filings`."""
    for name, rows in tables.items():
        place = folder / EVENT_TABLES / name
        place.mkdir(parents=True)
        rows.write_parquet(place / "rows.parquet")
    return EventTables(folders={"filings": folder})


@pytest.mark.parametrize(
    ("most", "told"),
    [
        (5, [("", 9), ("2018-05-30", 100.5), ("2018-06-01", 3), ("2018-06-01", 20), ("2019-01-02", 7)]),
        (4, [("", 9), ("2018-05", 100.5), ("2018-06", 23), ("2019-01", 7)]),
        (3, [("", 9), ("2018", 123.5), ("2019", 7)]),
    ],
)
def test_rows_are_told_one_by_one_or_by_month_or_by_year(
    gifts: EventTables, monkeypatch: pytest.MonkeyPatch, most: int, told: list[tuple[str, float]]
) -> None:
    """The more there are the longer the times, no cent is lost, and what has no day stays without one.

    They stand by day and amount, in whatever order a store gives them.
    """
    monkeypatch.setattr(filed, "MOST", most)
    pair = ("party/a", "committee/b", "gaveTo", "dataset/filings", "USD")
    names = ("payer", "target", "relation", "dataset", "currency")
    members = pl.LazyFrame({"mark": [0]} | {name: [value] for name, value in zip(names, pair, strict=True)})
    edge = Edge(iri="e", source="a", target="b", relation="gaveTo", label="gave to", family="money")
    found = filed_happenings(gifts, members, {0: edge})
    assert [(one.date, one.amount and float(one.amount.low or 0)) for one in found] == told
    assert {one.marks for one in found} == {("e",)}
    assert len({one.key for one in found}) == len(found)
