"""The days a happening may have been, from what is said of its date."""

from typing import TypedDict

from pyoxigraph import NamedNode

from graph.reading import Reader
from sources.edtf import read_date


class Days(TypedDict):
    """When something happened, as fields of a happening."""

    date: str
    earliest: str
    latest: str
    basis: str


def days(date: str, basis: str = "") -> Days:
    """The days an EDTF date stands for; none for ""."""
    if date == "":
        return Days(date="", earliest="", latest="", basis="")
    interval = read_date(date)
    earliest, latest = (
        "" if day is None else day.isoformat() for day in (interval.earliest, interval.latest)
    )
    return Days(date=date, earliest=earliest, latest=latest, basis=basis)


def days_of(reader: Reader, thing: NamedNode) -> Days:
    """The stated time of a thing: its date, else as of when, else since when and until when."""
    date = reader.text(thing, "date") or reader.text(thing, "asOf")
    since, until = reader.text(thing, "since"), reader.text(thing, "until")
    if date == "" and (since or until):
        date = f"{since or '..'}/{until or '..'}"
    return days(date)


def until_told(when: Days, told: str) -> Days:
    """What has gone on since a day had done so by the day it was told."""
    if when["date"].endswith("/..") and told >= when["earliest"]:
        return {**when, "latest": told, "basis": "up to the day it was told"}
    return when
