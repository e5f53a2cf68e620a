"""Made-up official results, and worlds of claims about them, for tests of the comparison with the record.

Counties and circuits are real, people and votes are not. `certified` is of a publisher who says that its
counts are certified; `open` and `president` say nothing of the kind.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from made_up_world import example_world

from graph.build_rows import RowOptions, convert
from graph.findings.statements import Statements
from graph.nodes import BASE
from graph.record.record import Checked, check_record
from graph.tables.batches import Selection
from graph.tables.kept import conversion_folder
from sources.adding import DatasetParticulars, start_dataset
from sources.dataset import read_dataset

DAY = "2020-11-03"
HEADER = "county,office,district,party,candidate,votes"
GENERAL = (
    "Clarke,District Attorney,Western Judicial Circuit,DEM,ANN ASHE,2459",
    "Clarke,District Attorney,Western Judicial Circuit,REP,BO Q. BIRCH,2541",
    "Oconee,District Attorney,Western Judicial Circuit,DEM,ANN ASHE,1600",
    "Oconee,District Attorney,Western Judicial Circuit,REP,BO Q. BIRCH,3400",
    "Chatham,District Attorney,Eastern Judicial Circuit,DEM,CAL CEDAR,5345",
    "Chatham,District Attorney,Eastern Judicial Circuit,REP,DORA DAVIS,4655",
    "Fulton,District Attorney,Atlanta Judicial Circuit,DEM,ELM,4400",
    "Fulton,District Attorney,Atlanta Judicial Circuit,REP,FAY FIR,3900",
    "Fulton,District Attorney,Atlanta Judicial Circuit,NP,GUS GUM,1500",
    "Fulton,District Attorney,Atlanta Judicial Circuit,,Write-in,200",
    "Elbert,District Attorney,Northern Judicial Circuit,DEM,HAL HAZEL,700",
    "Elbert,District Attorney,Northern Judicial Circuit,REP,IDA IVY,300",
)
OPEN = (
    "Cobb,District Attorney,Cobb Judicial Circuit,DEM,KIM KELP,6000",
    "Cobb,District Attorney,Cobb Judicial Circuit,REP,LEE LARCH,4000",
    "Gwinnett,District Attorney,Gwinnett Judicial Circuit,DEM,KIM KELP,4500",
    "Gwinnett,District Attorney,Gwinnett Judicial Circuit,REP,LEE LARCH,4000",
    "Gwinnett,District Attorney,Gwinnett Judicial Circuit,NP,MO MYRTLE,1500",
)
PRESIDENT = (
    "state_name,county_fips,county_name,votes_gop,votes_dem,total_votes,diff,per_gop,per_dem,per_point_diff"
)
COUNTIES = (
    "Georgia,13059,Clarke County,1700,3200,5000,1500,0.34,0.64,0.3",
    "Georgia,13219,Oconee County,2600,2300,5000,-300,0.52,0.46,-0.06",
    "Georgia,13121,Fulton County,2500,7400,10000,4900,0.25,0.74,0.49",
)
PEOPLE = (
    "ann-ashe",
    "bo-birch",
    "cal-cedar",
    "dora-davis",
    "eve-elm",
    "fay-fir",
    "gus-gum",
    "hal-hazel",
    "zoe-zinn",
    "kim-kelp",
    "lee-larch",
)
CIRCUITS: Mapping[str, tuple[str, ...]] = {
    "western": ("13059", "13219"),
    "eastern": ("13051",),
    "atlanta": ("13121",),
    "northern": ("13105", "13119", "13147", "13195", "13221"),
    "cobb": ("13067",),
    "gwinnett": ("13135",),
    "unlisted": (),
}


def make_datasets(folder: Path) -> dict[str, Path]:
    """Convert the made-up results; give the conversions by the ids of their datasets."""
    certified, undecided, president = (folder / name for name in ("certified", "open", "president"))
    _write(folder / "20201103__ga__general.csv", HEADER, GENERAL)
    particulars = DatasetParticulars(title="Counts", options=(("status", "certified"),))
    start_dataset(certified, (folder / "20201103__ga__general.csv",), particulars)
    _write(folder / "20201103__ga__general__more.csv", HEADER, OPEN)
    more = folder / "20201103__ga__general__more.csv"
    start_dataset(undecided, (more,), DatasetParticulars(title="Open counts"))
    _write(folder / "2020_US_County_Level_Presidential_Results.csv", PRESIDENT, COUNTIES)
    file = folder / "2020_US_County_Level_Presidential_Results.csv"
    start_dataset(president, (file,), DatasetParticulars(title="President"))
    return converted(folder / "graph", (certified, undecided, president))


def converted(target: Path, folders: Iterable[Path], limit: int | None = None) -> dict[str, Path]:
    """The conversions of datasets, by their ids, of all rows or of the first ones of each file."""
    datasets = [read_dataset(folder) for folder in folders]
    parts = convert(target, datasets, BASE, RowOptions(Selection(limit)), lambda _: None)
    return {part.name: conversion_folder(target, part) for part in parts}


def contest(circuit: str) -> str:
    """Path of the made-up contest of the sources in a circuit."""
    return f"contest/{DAY}/us-ga-{circuit}/district-attorney"


def things() -> dict[str, Any]:
    """The registry: people, circuits with their counties, offices and contests."""
    found: dict[str, Any] = {f"person/{name}": _person(name) for name in PEOPLE}
    found |= {f"county/us/{fips}": "County" for counties in CIRCUITS.values() for fips in counties}
    found |= {
        "country/us": "Country",
        "state/us/ga": {"type": "State", "links": {"partOf": "country/us"}},
        "person/joe-biden": _person("joe-biden"),
        "person/donald-trump": _person("donald-trump"),
        "person/unnamed/winner": {"type": "Person", "label": "the prosecutor", "named": False},
        "person/unnamed/loser": {"type": "Person", "label": "the challenger", "named": False},
        "group/other-side": {"type": "Group", "label": "the other side", "named": False},
        "organization/fund": {"type": "Organization", "label": "The Fund"},
        "office/us/president": {"type": "Office", "links": {"jurisdiction": "country/us"}},
        f"contest/{DAY}/us/president": {
            "type": "PresidentialContest",
            "label": "the presidential vote",
            "links": {"date": DAY, "jurisdiction": "country/us", "office": "office/us/president"},
        },
    }
    for circuit, counties in CIRCUITS.items():
        found |= _race(circuit, [f"county/us/{fips}" for fips in counties])
    return found


def check(
    folder: Path, datasets: Mapping[str, Path], *claims: dict[str, Any], published: str = DAY
) -> Checked:
    """What the record says of claims in a document of some day; each claim needs an id."""
    example = {"things": things(), "claims": list(claims), "documents": {"a": {"date": published}}}
    return check_record(Statements(example_world(example, folder)), datasets)


def _person(name: str) -> dict[str, Any]:
    return {"type": "Person", "label": name.replace("-", " ").title()}


def _race(circuit: str, counties: list[str]) -> dict[str, Any]:
    """A contest with its office and circuit."""
    place, office = f"circuit/us/ga/{circuit}", f"office/us/ga/{circuit}/district-attorney"
    members = {"member": counties} if counties else {}
    return {
        place: {"type": "JudicialCircuit", "links": {"partOf": "state/us/ga", **members}},
        office: {"type": "DistrictAttorneyOffice", "links": {"jurisdiction": place}},
        contest(circuit): {
            "type": "Contest",
            "label": f"the {circuit} race",
            "links": {"date": DAY, "jurisdiction": place, "office": office},
        },
    }


def _write(file: Path, header: str, rows: Iterable[str]) -> None:
    file.write_text("\n".join([header, *rows, ""]), "utf-8")
