"""Printed people and organisations that are made up, for tests of who may be one."""

import polars as pl

from graph.identity.records import PRINTED

PLACE = {"city": "ATHENS", "state": "GA", "postcode": "30601"}


def printed(*things: dict[str, object]) -> pl.DataFrame:
    """Things with these values; the path is `party/made-up/` and the number of the thing, from 0."""
    rows = [
        {
            "path": f"party/made-up/{number}",
            "kind": "party",
            "others": [],
            "contests": [],
            "offices": [],
            "identifiers": [],
        }
        | {"dataset": "dataset/made-up", "money": 100, "rows": 1}
        | thing
        for number, thing in enumerate(things)
    ]
    return pl.DataFrame(rows, schema=PRINTED)


def named(*names: str, **values: object) -> pl.DataFrame:
    """Things of these names that have everything else in common."""
    return printed(*({**values, "label": name} for name in names))
