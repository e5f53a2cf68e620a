"""Values of kind `term`, which may be of any kind: each begins with a letter that says of which."""

from graph.virtual.conversions import LETTERS, as_text
from graph.virtual.terms import DATATYPES, IRIS, NUMBERS, XSD, NotTranslatedError, Value, quoted
from ontology import PREFIXES

OTHER = "'o'"
"""The letter of literals that columns have no kind for."""
LANG_STRING = PREFIXES["rdf"] + "langString"
ORDERED = {"text": "s", "date": "y", "decimal": "d", "integer": "n"}


def letter(value: Value) -> str:
    """The letter of a value."""
    return f"left({value.sql}, 1)"


def rest(value: Value) -> str:
    """A value without its letter."""
    return f"substr({value.sql}, 2)"


def language_of_any(value: Value) -> str:
    """What LANG gives."""
    tag = f"split_part({rest(value)}, '|', 1)"
    return f"(CASE {letter(value)} WHEN 'i' THEN NULL WHEN '_' THEN NULL WHEN 'l' THEN {tag} ELSE '' END)"


def letters_of_any(value: Value) -> str:
    """The characters of a text with a language or without; of anything else it is an error."""
    behind = f"substr({value.sql}, strpos({value.sql}, '|') + 1)"
    return f"(CASE {letter(value)} WHEN 's' THEN {rest(value)} WHEN 'l' THEN {behind} END)"


def datatype_of_any(value: Value) -> str:
    """What DATATYPE gives."""
    known = {LETTERS[kind]: iri for kind, iri in DATATYPES.items()}
    known |= {"s": f"{XSD}string", "l": LANG_STRING}
    cases = "".join(f" WHEN {quoted(one)} THEN {quoted(iri)}" for one, iri in sorted(known.items()))
    return f"(CASE {letter(value)}{cases} WHEN {OTHER} THEN split_part({rest(value)}, '|', 1) END)"


def truth_of_any(value: Value) -> str:
    """What a value is worth as a truth."""
    cases = {
        "s": f"{rest(value)} <> ''",
        "b": f"{rest(value)} = 'true'",
        "d": f"{rest(value)} <> '0'",
        "n": f"{rest(value)} <> '0'",
        "o": "error('the truth of a value of another kind')",
    }
    told = "".join(f" WHEN {quoted(one)} THEN {sql}" for one, sql in cases.items())
    return f"(CASE {letter(value)}{told} END)"


def equal_to_any(value: Value, other: Value, things: str) -> str:
    """That a value is equal to one of a known kind; what the store compares by value is left to it."""
    if other.kind == "term":
        raise NotTranslatedError("a comparison of two values of several kinds")
    if other.kind in IRIS:
        return f"({value.sql} = 'i' || {as_text(other, things)})"
    ours = f"{value.sql} = {quoted(LETTERS[other.kind])} || {as_text(other, things)}"
    if other.kind in NUMBERS:
        ours = f"CASE WHEN {letter(value)} IN ('d', 'n') THEN {_number(value)} = {other.sql} ELSE FALSE END"
    if other.kind == "date":
        ours = f"CASE WHEN {letter(value)} = 'y' THEN {_day(value)} = {other.sql} ELSE FALSE END"
    unbound = f"WHEN {value.sql} IS NULL OR {other.sql} IS NULL THEN NULL"
    strange = f"WHEN {letter(value)} = {OTHER} THEN error('a comparison with a value of another kind')"
    return f"(CASE {unbound} {strange} ELSE {ours} END)"


def less_than_any(value: Value, op: str, other: Value) -> str:
    """That a value is less than one of a known kind, or otherwise ordered."""
    if other.kind not in ORDERED:
        raise NotTranslatedError("a comparison of values of several kinds")
    letters = "'d', 'n'" if other.kind in NUMBERS else quoted(ORDERED[other.kind])
    ours = _number(value) if other.kind in NUMBERS else _day(value) if other.kind == "date" else rest(value)
    strange = f"WHEN {letter(value)} = {OTHER} THEN error('an order of values of other kinds')"
    return f"(CASE {strange} WHEN {letter(value)} IN ({letters}) THEN {ours} {op} {other.sql} END)"


def order_of_any(value: Value, things: str) -> list[str]:
    """What values are ordered by: blank nodes, things, literals; of numbers beside text the order is open."""
    one = letter(value)
    numbers, others = (f"bool_or({one} IN ({some})) OVER ()" for some in ("'d', 'n'", "'s', 'l', 'b', 'y'"))
    strange = f"{one} = {OTHER} OR ({numbers} AND {others})"
    refused = f"WHEN {strange} THEN error('an order of numbers beside text, or of other kinds')"
    kind = f"(CASE {refused} WHEN {one} = '_' THEN 0 WHEN {one} = 'i' THEN 1 WHEN {one} > '' THEN 2 END)"
    number = f"(CASE WHEN {one} IN ('d', 'n') THEN {_number(value)} END)"
    blank = f"(CASE WHEN {one} = '_' THEN {rest(value)} ELSE {as_text(value, things)} END)"
    return [kind, number, blank, datatype_of_any(value), language_of_any(value)]


def _number(value: Value) -> str:
    return f"CAST({rest(value)} AS DECIMAL(38, 18))"


def _day(value: Value) -> str:
    """A day; one with a time zone is no day of SQL."""
    plain = f"WHEN length({value.sql}) = 11 THEN CAST({rest(value)} AS DATE)"
    return f"(CASE {plain} ELSE error('a day with a time zone') END)"


def is_of_any(value: Value, letters: str) -> str:
    """Whether a value is of one of some letters."""
    return f"({letter(value)} IN ({', '.join(quoted(one) for one in letters)}))"
