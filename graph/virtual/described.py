"""What a DESCRIBE tells of."""

from collections.abc import Iterator, Mapping
from typing import Any

from pyoxigraph import BlankNode, NamedNode, QuerySolutions, Store
from rdflib.plugins.sparql.parserutils import CompValue

from graph.sparql.tokens import read_tokens


def described(
    query: str, parsed: CompValue, asked: Mapping[str, Any], store: Store
) -> Iterator[NamedNode | BlankNode]:
    """What a DESCRIBE tells of: things it names, and what its variables are."""
    names = {str(name) for name in parsed.PV}
    yield from (NamedNode(name) for name in sorted(names) if ":" in name)
    if parsed.p is None:
        return
    tokens = read_tokens(query)
    start = next(token for token in tokens if token.is_word("DESCRIBE"))
    after = [token for token in tokens if token.start > start.start]
    end = next(token for token in after if token.is_word("WHERE") or token.text == "{")
    found = store.query(f"{query[: start.start]}SELECT * {query[end.start :]}", **asked)
    if not isinstance(found, QuerySolutions):
        raise TypeError("SELECT * gives no solutions")
    for solution in found:
        for variable in found.variables:
            term = solution[variable]
            if variable.value in names and isinstance(term, NamedNode | BlankNode):
                yield term
