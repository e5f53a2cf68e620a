"""People, places and businesses, each made from its number alone."""

import polars as pl

from fec import words
from fec.draw import Draws, at, padded, ranks

LAST_NAMES = [
    f"{start}{middle}{end}" for start in words.STARTS for middle in words.MIDDLES for end in words.ENDS
]
COMMON = ranks(len(LAST_NAMES))
"""Last names differ in how common they are, so that different people share one."""


def last_name(draws: Draws, of: str) -> pl.Expr:
    """The last name of a person."""
    return at(LAST_NAMES, draws.rank("last name", COMMON, of) * 4001 % len(LAST_NAMES))


def first_name(draws: Draws, of: str) -> pl.Expr:
    """The first name of a person."""
    return draws.pick("first name", list(words.FIRST_NAMES), of)


def nickname(draws: Draws, of: str) -> pl.Expr:
    """What a person of that first name is called."""
    return draws.pick("first name", list(words.FIRST_NAMES.values()), of)


def place(draws: Draws, name: str, of: str) -> list[pl.Expr]:
    """City, state and nine digits of the ZIP code, in columns that begin with the name."""
    number = draws.below(name, len(words.PLACES), of)
    cities, states, starts = zip(*words.PLACES, strict=True)
    rest = padded(draws.below(f"{name} code", 1_000_000, of), 6)
    return [
        at(cities, number).alias(f"{name} city"),
        at(states, number).alias(f"{name} state"),
        pl.concat_str(at(starts, number), rest).alias(f"{name} zip"),
    ]


def business(draws: Draws, name: str, of: str) -> pl.Expr:
    """The name of a business, without its legal form."""
    first = draws.pick(f"{name} first", words.BUSINESS_FIRST, of)
    return pl.concat_str(first, draws.pick(f"{name} second", words.BUSINESS_SECOND, of), separator=" ")


def employer(draws: Draws, of: str) -> pl.Expr:
    """Where a person works, or what people write who do not work for anybody."""
    works = pl.concat_str(
        business(draws, "employer", of), draws.pick("employer form", words.BUSINESS_FORMS, of), separator=" "
    )
    nobody = draws.weigh("no employer", words.NO_EMPLOYER, of)
    return pl.when(draws.happens("works", 0.6, of)).then(works).otherwise(nobody)
