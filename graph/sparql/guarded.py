"""An rdflib Dataset whose queries reach neither files nor the network.

rdflib reads what FROM names, be it a file or an address, unless a switch of the whole process is off; and
both it and the store follow SERVICE. Here the switch is off, and SERVICE and updates are refused.
"""

import re
from typing import Any, NoReturn

import rdflib.plugins.sparql
from rdflib import Dataset
from rdflib.query import Result
from rdflib.store import Store

from graph.errors import ForbiddenQueryError
from graph.sparql.tokens import refuse_forbidden

ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


class GuardedDataset(Dataset):
    """A dataset that is read with queries of its own graphs alone."""

    def __init__(self, store: Store) -> None:
        super().__init__(store=store, default_union=False)
        rdflib.plugins.sparql.SPARQL_LOAD_GRAPHS = False

    def query(self, query_object: Any, *args: Any, **kwargs: Any) -> Result:  # noqa: ANN401 - as rdflib has it
        """Ask the dataset; as in rdflib.

        Raises:
            ForbiddenQueryError: The query has SERVICE or the word of an update.
        """
        text = query_object if isinstance(query_object, str) else _text(query_object)
        # rdflib replaces escapes before it reads a query, so both texts must be clean.
        for words in (text, ESCAPE.sub(_character, text)):
            refuse_forbidden(words)
        return super().query(query_object, *args, **kwargs)

    def update(self, *_: Any, **__: Any) -> NoReturn:  # noqa: ANN401 - as rdflib has it
        """Refuse any update; the graph is read-only."""
        raise ForbiddenQueryError("this graph is read-only; `moneytrail build` makes it from its sources")


def _text(prepared: Any) -> str:  # noqa: ANN401 - rdflib types it loosely
    """The text a prepared query was made from, "" when it keeps none."""
    return str(getattr(prepared, "_original_args", ("",))[0])


def _character(escape: re.Match[str]) -> str:
    return chr(int(escape[1] or escape[2], 16))
