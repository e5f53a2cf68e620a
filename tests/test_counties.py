"""Counties: the list that ships, names as printed, and lists of other publishers read as the same things."""

import csv
import json
from itertools import chain
from pathlib import Path

import polars as pl
import pytest
from pyoxigraph import QuerySolutions

from graph.build import build
from graph.store import open_store
from graph.tables.checks import check
from graph.tables.things import told_once
from ontology import PREFIXES
from sources.catalog import reference, registry
from sources.claim import Entity, Thing
from sources.counties.layout import LAYOUT
from sources.source import read_source
from sources.tables.layouts.rows import Place, Rows, shaped
from sources.tables.places.counties import counties, county_labels, county_paths, county_paths_of_fips, states

CENSUS = "data/kjhealy__fips-codes/state_and_county_fips_master.csv"
DIVISIONS = "data/opencivicdata__ocd-division-ids/us_counties_ocd_ids.csv"
ATLAS = "data/npm__us-atlas/counties-10m.json"
TERRITORIES = ("60", "66", "69", "72", "78")
PLANNING_REGIONS = {f"091{tens}0" for tens in range(1, 10)}
PRINTED = [
    ("GA", "Fulton", "13121"),
    ("ga", "FULTON COUNTY", "13121"),
    ("GA", " fulton co. ", "13121"),
    ("GA", "County of Fulton", "13121"),
    ("FL", "St. Johns", "12109"),
    ("FL", "SAINT JOHNS", "12109"),
    ("FL", "Miami-Dade", "12086"),
    ("FL", "DADE", "12086"),
    ("GA", "Dade", "13083"),
    ("GA", "De Kalb", "13089"),
    ("IL", "La Salle", "17099"),
    ("LA", "LASALLE PARISH", "22059"),
    ("MD", "PRINCE GEORGES", "24033"),
    ("MD", "Prince George’s", "24033"),
    ("GA", "Athens-Clarke", "13059"),
    ("GA", "Clarke", "13059"),
    ("TN", "Nashville-Davidson", "47037"),
    ("MD", "Baltimore City", "24510"),
    ("MD", "Baltimore County", "24005"),
    ("VA", "Richmond city", "51760"),
    ("VA", "City of Richmond", "51760"),
    ("VA", "RICHMOND COUNTY", "51159"),
    ("VA", "Charles City", "51036"),
    ("VA", "James City County", "51095"),
    ("MO", "ST. LOUIS CITY", "29510"),
    ("MO", "Sainte Genevieve", "29186"),
    ("CA", "City and County of San Francisco", "06075"),
    ("NM", "Dona Ana", "35013"),
    ("SD", "Shannon", "46102"),
    ("AK", "Wade Hampton", "02158"),
    ("AK", "Juneau City and Borough", "02110"),
    ("CT", "Capitol", "09110"),
    ("CT", "Fairfield", "09001"),
    ("DC", "District of Columbia", "11001"),
    ("MT", "Lewis & Clark", "30049"),
]
MEANS_NONE = [
    ("MD", "Baltimore"),
    ("MO", "St. Louis"),
    ("VA", "Richmond"),
    ("VA", "Bedford"),
    ("GA", "Nowhere"),
    ("ZZ", "Fulton"),
    ("GA", ""),
    ("GA", None),
    (None, "Fulton"),
]


def told(rows: Rows, table: str) -> pl.DataFrame:
    """The things of a table by id, as the build puts them together."""
    made = rows.tables[table]
    frame, broken = check(table, shaped(table, made, Place("x", "x")), pl.Series("line", [0] * made.height))
    assert broken.height == 0
    return told_once(table, frame)


def read(path: Path) -> tuple[int, Rows]:
    """How many records a file has, and what its only batch makes."""
    [(_, batches)] = LAYOUT.records(path, {})
    [batch] = batches
    return batch.frame.height, LAYOUT.convert(batch.kind, batch.frame, Place("x", "x"))


@pytest.mark.parametrize(("state", "name", "fips"), PRINTED)
def test_a_printed_name_means_a_county(state: str, name: str, fips: str) -> None:
    """Names mean the same county with or without its kind, in capitals, with saints written anyhow."""
    asked = pl.DataFrame({"state": [state], "name": [name]})
    assert asked.select(county_paths(pl.col("state"), pl.col("name"))).item() == f"county/us/{fips}"


@pytest.mark.parametrize(("state", "name"), MEANS_NONE)
def test_a_name_that_fits_none_or_two_means_none(state: str | None, name: str | None) -> None:
    """A name of two counties, or of none, is not guessed at."""
    asked = pl.DataFrame({"state": [state], "name": [name]}, schema={"state": pl.String, "name": pl.String})
    assert asked.select(county_paths(pl.col("state"), pl.col("name"))).item() is None


def test_only_seven_counties_need_their_kind() -> None:
    """Every name of the list means its county; without its kind all but those with a city of their name."""
    short = pl.col("name").str.replace(" (County|Parish|City and Borough|Borough|Census Area)$", "")
    path = pl.format("county/us/{}", "fips")
    assert counties().filter(county_paths(pl.col("state"), pl.col("name")) != path).height == 0
    assert counties().filter(county_paths(pl.col("state"), pl.col("name")).is_null()).height == 0
    unclear = counties().filter(county_paths(pl.col("state"), short).is_null())
    assert sorted(f"{name}, {state}" for name, state in unclear.select("name", "state").rows()) == [
        "Baltimore County, md",
        "Bedford County, va",
        "Fairfax County, va",
        "Franklin County, va",
        "Richmond County, va",
        "Roanoke County, va",
        "St. Louis County, mo",
    ]


def test_codes_mean_counties_with_and_without_zeros() -> None:
    """A zero lost in front is put back, a code of the past means the county of today, others mean none."""
    codes = pl.DataFrame({"fips": ["1001", "01001", "46113", "02270", "12025", "99999", "13", "", None]})
    paths = codes.select(county_paths_of_fips(pl.col("fips"))).to_series().to_list()
    found = ["01001", "01001", "46102", "02158", "12086"]
    assert paths == [*(f"county/us/{code}" for code in found), None, None, None, None]


def test_a_county_is_named_with_its_state() -> None:
    """There are many Washington Counties; a label with the state tells them apart."""
    paths = pl.DataFrame({"path": ["county/us/13303", "county/us/24510", "county/us/00000"]})
    labels = paths.select(county_labels(pl.col("path"))).to_series().to_list()
    assert labels == ["Washington County, Georgia", "Baltimore city, Maryland", None]
    every = counties().select(county_labels(pl.format("county/us/{}", "fips")))
    assert every.to_series().n_unique() == counties().height


def test_the_list_has_the_counties_of_the_census(shared: Path) -> None:
    """The boundary file of 2017 has the same codes but for territories and what changed since, or before."""
    atlas = json.loads((shared / ATLAS).read_text("utf-8"))
    drawn = {shape["id"] for shape in atlas["objects"]["counties"]["geometries"]}
    listed = set(counties()["fips"])
    assert {code for code in drawn - listed if not code.startswith(TERRITORIES)} == set()
    assert listed - drawn == PLANNING_REGIONS | {"02063", "02066", "51515"}
    assert {row["id"] for row in atlas["objects"]["states"]["geometries"]} - set(states()["fips"]) == set(
        TERRITORIES
    )


def test_every_division_id_is_the_published_one(shared: Path) -> None:
    """The list repeats the id of each of the 3 100 county divisions; the rest are places and a district."""
    with (shared / DIVISIONS).open(encoding="utf-8", newline="") as lines:
        published = {row["census_geoid"].removeprefix("place-"): row["id"] for row in csv.DictReader(lines)}
    published["02158"], published["46102"] = published.pop("02270"), published.pop("46113")
    ours = dict(counties().select("fips", "ocd_id").rows())
    assert {code: ours[code] for code in published} == published
    others = {code: name for code, name in ours.items() if code not in published}
    assert {code for code, name in others.items() if name is None} == PLANNING_REGIONS | {
        "02063",
        "02066",
        "51515",
    }
    kinds = {name.rpartition("/")[2].partition(":")[0] for name in others.values() if name is not None}
    assert kinds == {"place", "district"}


def test_the_registry_and_the_list_say_the_same() -> None:
    """A county or state of the registry has the label, the state and the path it has in the list."""
    known = {f"county/us/{fips}": (name, f"state/us/{state}") for fips, name, state in _listed()}
    known |= {
        f"state/us/{code}": (name, "country/us") for code, name in states().select("code", "name").rows()
    }
    entities = chain.from_iterable(read_source(folder).entities for folder in registry())
    said = {one.path: (one.label, _state_of(one)) for one in entities if one.path in known}
    assert len(said) == 21
    assert said == {path: known[path] for path in said}


def test_nothing_is_told_two_ways_when_lists_and_registry_are_built_together(tmp_path: Path) -> None:
    """A county, state or district has one label and one larger place, whoever names it."""
    build((*registry(), *reference()), tmp_path / "graph", lambda _: None)
    store = open_store(tmp_path / "graph")

    def found(pattern: str) -> list[str]:
        answer = store.query(f"SELECT ?thing {{ {pattern} }}", prefixes=PREFIXES)
        assert isinstance(answer, QuerySolutions)
        return [str(row["thing"]) for row in answer]

    assert found("?thing rdfs:label ?one, ?other FILTER(str(?one) < str(?other))") == []
    assert found("?thing mt:partOf ?one, ?other FILTER(?one != ?other)") == []
    assert len(found("?thing a mt:County ; rdfs:label ?name")) == counties().height


def _state_of(entity: Entity) -> str:
    [whole] = dict(entity.links)["partOf"]
    assert isinstance(whole, Thing)
    return whole.path


def _listed() -> list[tuple[str, str, str]]:
    return counties().select("fips", "name", "state").rows()


def test_the_shipped_files_are_a_dataset() -> None:
    """The list is reference data, told to the last row."""
    [folder] = [folder for folder in reference() if folder.name == "counties"]
    rows, made = read(folder / "counties.csv")
    things = told(made, "county")
    assert (rows, things.height, made.problems.height, made.left_out) == (3154, 3154, 0, 0)
    fulton = things.row(by_predicate=pl.col("id") == "county/us/13121", named=True)
    assert fulton == {
        "id": "county/us/13121",
        "altLabel": ["Fulton County, Georgia"],
        "dataset": "dataset/x",
        "fips": "13121",
        "label": "Fulton County",
        "ocdId": "ocd-division/country:us/state:ga/county:fulton",
        "partOf": "state/us/ga",
        "stateCode": "GA",
        "validFrom": None,
        "validUntil": None,
    }
    rows, made = read(folder / "states.csv")
    assert (rows, told(made, "state").height, made.problems.height) == (51, 51, 0)


def test_the_list_of_codes_is_read_as_it_is(shared: Path) -> None:
    """Codes without zeros, states in capitals with state NA: a row is a county, a state, or the country."""
    with (shared / CENSUS).open(encoding="utf-8", newline="") as lines:
        printed = list(csv.DictReader(lines))
    rows, made = read(shared / CENSUS)
    assert rows == len(printed) == 3195
    assert made.left_out == sum(row["fips"] == "0" for row in printed) == 1
    assert made.problems.height == 0
    county, state = told(made, "county"), told(made, "state")
    assert county.height + state.height + made.left_out == rows
    assert sorted(county["fips"].to_list()) == sorted(
        {"46113": "46102", "02270": "02158"}.get(row["fips"].zfill(5), row["fips"].zfill(5))
        for row in printed
        if row["state"] != "NA"
    )
    clarke = county.row(by_predicate=pl.col("fips") == "13059", named=True)
    assert clarke["label"] == "Athens-Clarke County"
    assert clarke["altLabel"] == ["Athens-Clarke County, Georgia", "Clarke County"]


def test_the_list_of_divisions_is_read_as_it_is(shared: Path) -> None:
    """Each of the 3 100 divisions is told with its id."""
    rows, made = read(shared / DIVISIONS)
    things = told(made, "county")
    assert (rows, things.height, made.left_out, made.problems.height) == (3100, 3100, 0, 0)
    with (shared / DIVISIONS).open(encoding="utf-8", newline="") as lines:
        assert set(things["ocdId"]) == {row["id"] for row in csv.DictReader(lines)}


def test_what_is_no_county_is_left_out_or_told() -> None:
    """Places within counties and in territories are left out by rule; a code nobody has is a problem."""
    names = ["Atlanta city", "Adjuntas Municipio", "Nowhere County", "Fulton County", "Elsewhere"]
    geoids = ["place-1304000", "place-72001", "place-13999", "place-13121", "13121"]
    frame = pl.DataFrame({"line": [2, 3, 4, 5, 6], "id": names, "name": names, "census_geoid": geoids})
    made = LAYOUT.convert("divisions", frame.cast({"line": pl.UInt32}), Place("x", "x"))
    assert told(made, "county")["id"].to_list() == ["county/us/13121"]
    assert made.left_out == 2
    assert made.problems.rows() == [
        (4, "census_geoid", "place-13999", "the code of a county", True),
        (6, "census_geoid", "13121", "the code of a county", True),
    ]


def test_a_state_nobody_knows_is_told() -> None:
    """A row of state NA whose code is no state's is rejected with its line."""
    rows = {
        "line": [2, 3],
        "fips": ["99000", "13000"],
        "name": ["ATLANTIS", "GEORGIA"],
        "state": ["NA", "NA"],
    }
    made = LAYOUT.convert("census codes", pl.DataFrame(rows).cast({"line": pl.UInt32}), Place("x", "x"))
    assert told(made, "state")["id"].to_list() == ["state/us/ga"]
    assert made.problems.rows() == [(2, "fips", "99000", "the code of a state", True)]


@pytest.mark.parametrize("year", [2016, 2020, 2024])
def test_names_and_codes_of_presidential_results_agree(shared: Path, year: int) -> None:
    """Name and code mean one county, but for a misprint and the districts of Alaska and wards of DC."""
    folder = shared / "data/tonmcg__US_County_Level_Election_Results_08-24"
    frame = pl.read_csv(folder / f"{year}_US_County_Level_Presidential_Results.csv", infer_schema=False)
    code = "county_fips" if "county_fips" in frame.columns else "combined_fips"
    named = dict(states().select("name", "code").rows())
    state = pl.col("state_abbr") if year == 2016 else pl.col("state_name").replace_strict(named)
    both = frame.select(
        state.str.to_lowercase().alias("state"),
        "county_name",
        by_name=county_paths(state, pl.col("county_name")),
        by_code=county_paths_of_fips(pl.col(code)),
    )
    counties_of = both.filter(~pl.col("county_name").str.contains("^(Alaska$|State House District|Ward )"))
    differ = counties_of.filter(~pl.col("by_name").eq_missing(pl.col("by_code")))
    misprints = [("sd", "Oglala County", None, "county/us/46102")]
    assert differ.rows() == (misprints if year == 2016 else [])


def test_names_in_official_results_are_known(shared: Path) -> None:
    """Every county of the OpenElections and MEDSL files means a county, and the code says the same one."""
    asked = 0
    for path in sorted((shared / "data").glob("openelections__*/**/*.csv")):
        frame = pl.read_csv(path, infer_schema=False, encoding="utf8-lossy")
        if "county" not in frame.columns:
            continue
        state = path.relative_to(shared / "data").parts[0][-2:]
        names = frame.select("county").unique().drop_nulls().filter(pl.col("county") != "")
        asked += names.height
        unknown = names.filter(county_paths(pl.lit(state), pl.col("county")).is_null())
        assert unknown.height == 0, path.name
    for path in sorted((shared / "data").glob("MEDSL__*/*.csv")):
        frame = (
            pl.read_csv(path, infer_schema=False).select("state_po", "county_name", "county_fips").unique()
        )
        asked += frame.height
        by_name = county_paths(pl.col("state_po"), pl.col("county_name"))
        assert frame.filter(~by_name.eq_missing(county_paths_of_fips(pl.col("county_fips")))).height == 0
    assert asked > 500
