"""Which first names one person may go by: Bill and William, Peggy and Margaret.

The list is the one of the package `nicknames`, gathered by hand (github.com/carltonnorthern/nicknames).
A nickname of two names stands for both.
"""

from collections.abc import Iterable

import polars as pl

from graph.errors import MissingExtraError

MOST = 12
"""A nickname of more names than this says nothing."""


def forms_of(names: Iterable[str]) -> pl.DataFrame:
    """Each name with the full names it may stand for, itself among them: columns `first` and `forms`.

    Raises:
        MissingExtraError: The list of nicknames is not installed.
    """
    try:
        from nicknames import NickNamer
    except ImportError as error:
        raise MissingExtraError("telling who is who", "identity") from error
    namer = NickNamer()
    listed = sorted(set(names))
    forms = [sorted({name, *_few(name.upper() for name in namer.canonicals_of(name))}) for name in listed]
    return pl.DataFrame(
        {"first": listed, "forms": forms}, schema={"first": pl.String, "forms": pl.List(pl.String)}
    )


def _few(names: Iterable[str]) -> set[str]:
    found = set(names)
    return found if len(found) <= MOST else set()
