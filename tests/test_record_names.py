"""How much a printed name speaks for a person known by another one."""

import pytest

from graph.record.candidates import by_name, by_nomination
from graph.record.matches import Match
from graph.record.names import ALIKE, INITIAL, NICKNAME, OTHER_GIVEN, SHORTER, SURNAME, likeness
from graph.record.official import Candidacy, OfficialContest


@pytest.mark.parametrize(
    ("known", "printed", "expected"),
    [
        ("Ann Ashe", "ANN ASHE", ALIKE),
        ("Ann Ashe", "ASHE, ANN", ALIKE),
        ("Ann Ashe", "Ann Ashe (I)", ALIKE),
        ("Ann Ashe", "Ann Ashe, Jr.", ALIKE),
        ("Ann Ashe", "ANN ASHE III", ALIKE),
        ("Ann O’Dell", "ANN O'DELL", ALIKE),
        ("Ann Oak-Elm", "ANN OAK ELM", ALIKE),
        ("Ann Ashe", "ANN Q. ASHE", SHORTER),
        ("Ann Q. Ashe", "Ann Ashe", SHORTER),
        ("Ann Ashe", "A. ASHE", INITIAL),
        ("A. Ashe", "Ann Ashe", INITIAL),
        ("Robin Ashe", "J. ROBIN ASHE", INITIAL),
        ("Woody Ashe", 'DURWOOD R. "WOODY" ASHE', INITIAL),
        ("Bill Ashe", "WILLIAM ASHE", NICKNAME),
        ("Suzy Ashe", "SUSAN B. ASHE", NICKNAME),
        ("Ann Ashe", "ASHE", SURNAME),
        ("Ashe", "ANN ASHE", SURNAME),
        ("Ashe", "ASHE", SURNAME),
        ("Ann Ashe", "BO ASHE", OTHER_GIVEN),
        ("Ann Ashe", "ANN BIRCH", None),
        ("Ann Ashe", "", None),
        ("Ann Oak Elm", "ANN OAK", None),
    ],
)
def test_names_are_compared_as_people_print_them(known: str, printed: str, expected: int | None) -> None:
    """Capitals, order, suffixes and marks say nothing; different surnames are different people."""
    assert likeness(known, printed) == expected


def contest(*names: str, day: str = "2024-11-05", parties: tuple[str, ...] = ()) -> OfficialContest:
    """A contest with candidates of these names."""
    people = tuple(
        Candidacy(
            f"candidacy/x/{number}", f"ballot-candidate/x/{number}", (name,), parties[number : number + 1]
        )
        for number, name in enumerate(names)
    )
    return OfficialContest(
        "contest/x", "x", day, "country/us", "president", "", "", frozenset(), "", 1, people
    )


@pytest.mark.parametrize(
    ("name", "printed", "expected"),
    [
        ("Ann Ashe", ("ANN ASHE", "BO BIRCH"), ("candidacy/x/0", "high")),
        ("Ann Ashe", ("ANN ASHE", "BO ASHE"), ("candidacy/x/0", "high")),
        ("Ann Ashe", ("A. ASHE", "BO ASHE"), ("candidacy/x/0", "medium")),
        ("Ann Ashe", ("ASHE", "BO BIRCH"), ("candidacy/x/0", "medium")),
        ("Ann Ashe", ("BO ASHE", "CAL CEDAR"), ("candidacy/x/0", "low")),
        ("Ann Ashe", ("ASHE", "BO ASHE"), None),
        ("Ann Ashe", ("ANN B. ASHE", "ANN C. ASHE"), None),
        ("Ashe", ("ANN ASHE", "BO ASHE"), None),
        ("Ann Ashe", ("BO BIRCH",), None),
    ],
)
def test_a_candidacy_is_found_only_where_one_fits_best(
    name: str, printed: tuple[str, ...], expected: tuple[str, str] | None
) -> None:
    """Where two may be meant nobody is matched; a surname is enough where nobody shares it."""
    found = by_name("person/x", name, contest(*printed), "contest/y")
    assert (None if found is None else (found.official, found.confidence)) == expected


def test_a_nominee_is_found_by_party() -> None:
    """Parties are read as publishers abbreviate them; another day has other nominees."""
    held = contest("Democratic candidate", "Republican candidate", parties=("DEM", "GOP"))
    found = by_nomination("person/x", "Kamala Harris", held, "contest/y")
    assert found == Match(
        "person/x",
        "candidacy/x/0",
        "Kamala Harris",
        "Democratic candidate",
        "the Democratic Party, which is all that is printed, had this candidate: Federal Election Commission,"
        " Official 2024 Presidential General Election Results",
        "high",
        "contest/y",
    )
    assert by_nomination("person/x", "Shane Harris", held, "contest/y") is None
    earlier = contest(
        "Democratic candidate", "Republican candidate", day="2016-11-08", parties=("DEM", "GOP")
    )
    assert by_nomination("person/x", "Kamala Harris", earlier, "contest/y") is None
