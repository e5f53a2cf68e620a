"""Names as printed are taken apart as people read them."""

import polars as pl
import pytest

from graph.identity.names.nicknames import forms_of
from graph.identity.names.organisations import core, gist, looks_like_organisation
from graph.identity.names.people import with_person_parts


@pytest.mark.parametrize(
    ("printed", "last", "first", "middle", "suffix"),
    [
        ("SMITH, JOHN A. MR. JR.", "SMITH", "JOHN", "A", "JR"),
        ("SMITH JR, JOHN", "SMITH", "JOHN", None, "JR"),
        ("SMITH, JR., JOHN", "SMITH", "JOHN", None, "JR"),
        ("John Smith, Jr.", "SMITH", "JOHN", None, "JR"),
        ("Geneviéve Jones-Wright", "JONES WRIGHT", "GENEVIEVE", None, None),
        ("O'MALLEY, NANCY E", "OMALLEY", "NANCY", "E", None),
        ("O’Malley, Nancy", "OMALLEY", "NANCY", None, None),
        ("VAN DER BERG, ANN", "VAN DER BERG", "ANN", None, None),
        ("Dr. Ludwig van Beethoven III", "VAN BEETHOVEN", "LUDWIG", None, "III"),
        ("Łukasz Åström", "ASTROM", "LUKASZ", None, None),
        ("HARRIS", "HARRIS", None, None, None),
        ("LEE, ANN ANN", "LEE", "ANN", "ANN", None),
    ],
)
def test_a_name_has_its_parts(
    printed: str, last: str, first: str | None, middle: str | None, suffix: str | None
) -> None:
    """Order, marks, titles and suffixes do not hide the parts of a name."""
    found = with_person_parts(pl.DataFrame({"name": [printed]}), "name").row(0, named=True)
    assert (found["last"], found["first"], found["middle"], found["suffix"]) == (last, first, middle, suffix)


def test_what_somebody_is_called_stands_by_itself() -> None:
    """A name in quotation marks is no middle name."""
    found = with_person_parts(pl.DataFrame({"name": ['DURWOOD R. "WOODY" DAVIS']}), "name").row(0, named=True)
    assert (found["first"], found["middle"], found["called"]) == ("DURWOOD", "R", "WOODY")


def test_an_organisation_is_its_words() -> None:
    """Legal forms, fillers and ways of writing a word do not tell organisations apart."""
    names = ["ACME, INC.", "The Acme Company", "A.C.M.E. LLC", "Teachers Assn. Local 12", "INC."]
    assert pl.select(core(pl.lit(pl.Series(names)))).to_series().to_list() == [
        "ACME",
        "ACME",
        "ACME",
        "TEACHERS ASSOCIATION LOCAL 12",
        "INC",
    ]


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("Northern Machine Works (NMW) AG", "NORTHERN MACHINE WORKS"),
        ("HARBOR FUND (FEDERAL)", "HARBOR FUND FEDERAL"),
        ("HARBOR FUND (PAC)", "HARBOR FUND PAC"),
        ("CA TEACHERS ASSN", "CALIFORNIA TEACHERS ASSOCIATION"),
    ],
)
def test_an_abbreviation_says_the_name_again(printed: str, told: str) -> None:
    """In brackets it is left out where it begins as the name does; a known one is written out."""
    assert pl.select(core(pl.lit(printed))).item() == told


def test_initials_and_titles_are_not_the_gist_of_a_name() -> None:
    """What is left of it, unless nothing is."""
    names = pl.Series(["DR ING H C F QUILL", "QUILL MILLS", "A B C", "J P QUI"])
    found = pl.select(gist(pl.lit(names))).to_series().to_list()
    assert found == ["QUILL", "QUILL MILLS", None, None]


def test_an_organisation_in_the_place_of_a_last_name_is_seen() -> None:
    """Filings put businesses where people stand; a word that people are not called gives them away."""
    names = pl.Series(["HARBOR SHIPPING LLC", "FUND FOR X", "SMITH, JOHN", "GRANT, UNIA"])
    found = pl.select(looks_like_organisation(pl.lit(names))).to_series().to_list()
    assert found == [True, True, False, False]


def test_a_short_name_stands_for_full_ones() -> None:
    """Bill is short for William, and a name nobody listed is itself alone."""
    forms = dict(forms_of(["BILL", "ZZYZX"]).iter_rows())
    assert "WILLIAM" in forms["BILL"]
    assert forms["ZZYZX"] == ["ZZYZX"]
