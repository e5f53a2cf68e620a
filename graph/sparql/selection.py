"""What the outer SELECT of a query names: columns in their order, and values that are bound."""

from collections.abc import Sequence

from graph.sparql.tokens import Token, read_tokens

FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
AFTER = ("WHERE", "FROM")


def select_bound(sparql: str, names: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """The query with every bound variable in its SELECT, as the engine asks for, and those added."""
    head = _selection(sparql)
    selected = {token.text[1:] for token in head if token.kind == "variable"}
    missing = tuple(name for name in names if name not in selected)
    if not missing or not head or any(token.text == "*" for token in head[:1]):
        return sparql, ()
    at = head[-1].end
    return sparql[:at] + "".join(f" ?{name}" for name in missing) + sparql[at:], missing


def spell_star(sparql: str, found: Sequence[str]) -> str:
    """A query with its columns in place of the star of its SELECT, in the order in which it names them."""
    columns = [name for name in columns_of(sparql) if name in found]
    if not columns:
        return sparql
    star = _selection(sparql)[0]
    return sparql[: star.start] + " ".join(f"?{name}" for name in columns) + sparql[star.end :]


def columns_of(sparql: str) -> tuple[str, ...]:
    """The columns of SELECT * in the order in which the query names them; none for other queries."""
    if [token.text for token in _selection(sparql)] != ["*"]:
        return ()
    named = (token.text[1:] for token in read_tokens(sparql) if token.kind == "variable")
    return tuple(dict.fromkeys(named))


def _selection(sparql: str) -> tuple[Token, ...]:
    """What the outer SELECT names; nothing for a query of another form."""
    tokens = read_tokens(sparql)
    start = next((number for number, token in enumerate(tokens) if token.is_word(*FORMS)), len(tokens))
    if start == len(tokens) or not tokens[start].is_word("SELECT"):
        return ()
    rest = tokens[start + 1 :]
    end = next((number for number, token in enumerate(rest) if token.text == "{" or token.is_word(*AFTER)), 0)
    return tuple(token for token in rest[:end] if not token.is_word("DISTINCT", "REDUCED"))
