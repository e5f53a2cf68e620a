"""Named queries: one `.rq` file each, that says at its head what it answers, what it takes and what it gives.

    # How much a donor gave a recipient.                    what it answers, on one line or more
    # question CQ01                                         the competency question it answers
    # param donor (default id:person/george-soros): who     a parameter; the query names it in its SELECT
    # column amount: dollars                                a column of the answer

A parameter is the variable of that name; its value is bound, never written into the text. Its kind
is that of its default: a thing, a number, a date, or text.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from textwrap import wrap

from graph.errors import QueryError, UnknownNameError
from graph.sparql.engine import Target, ask
from graph.sparql.results import Result
from graph.sparql.terms import Bindable

FIELD = r"#\s?(?P<word>param|column|question)\s+(?P<name>[\w-]+)"
HEADER = re.compile(FIELD + r"(?:\s+\(default (?P<default>[^)]*)\))?:?\s*(?P<text>.*)")
LISTED = (
    "`moneytrail ask NAME` asks one, `moneytrail ask NAME --show` prints it, parameters and columns first."
)
NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a named query takes.

    Attributes:
        default: Its value when none is given, as it would be typed.
        text: What it is, for people.
    """

    name: str
    default: str
    text: str

    @property
    def kind(self) -> str:
        """What its values are: "thing", "number", "date" or "text"."""
        if self.default.startswith("id:"):
            return "thing"
        if DAY.fullmatch(self.default):
            return "date"
        return "number" if NUMBER.fullmatch(self.default) else "text"


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query that ships with the project.

    Attributes:
        answers: What it answers, in a sentence.
        notes: What else its head says.
        questions: The competency questions it answers.
        columns: Name and meaning of each column of the answer.
        text: The whole file.
    """

    name: str
    answers: str
    notes: str
    questions: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    columns: tuple[tuple[str, str], ...]
    text: str


@cache
def named_queries() -> tuple[NamedQuery, ...]:
    """Every named query that ships, by name."""
    folder = files("graph") / "queries"
    found = [file for file in folder.iterdir() if file.name.endswith(".rq")]
    return tuple(
        read_named(file.name.removesuffix(".rq"), file.read_text("utf-8"))
        for file in sorted(found, key=lambda file: file.name)
    )


def read_named(name: str, text: str) -> NamedQuery:
    """A named query from the text of its file."""
    head = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        head.append(line)
    said = [(match, line) for line in head for match in [HEADER.fullmatch(line)]]
    words = [line.removeprefix("#").strip() for match, line in said if match is None]
    fields = [match for match, _ in said if match is not None]
    return NamedQuery(
        name=name,
        answers=words[0] if words else "",
        notes=" ".join(word for word in words[1:] if word),
        questions=tuple(one["name"] for one in fields if one["word"] == "question"),
        parameters=tuple(
            Parameter(one["name"], one["default"] or "", one["text"])
            for one in fields
            if one["word"] == "param"
        ),
        columns=tuple((one["name"], one["text"]) for one in fields if one["word"] == "column"),
        text=text,
    )


def named_query(name: str) -> NamedQuery:
    """The query of a name; raises UnknownNameError with the nearest ones."""
    known = {query.name: query for query in named_queries()}
    if name not in known:
        near = get_close_matches(name, known, n=3, cutoff=0.5)
        raise UnknownNameError(f"no query is named {name} (`moneytrail ask` lists them){_meant(near)}")
    return known[name]


def list_queries(width: int | None = None) -> str:
    """Every named query with what it answers, as text for the terminal."""
    queries = named_queries()
    room = max(len(query.name) for query in queries)
    lines = []
    for query in queries:
        told = [query.answers] if width is None else wrap(query.answers, max(width - room - 2, 20))
        lines += [f"{query.name:{room}}  {told[0]}", *(f"{'':{room}}  {rest}" for rest in told[1:])]
    return "\n".join([*lines, "", LISTED, ""])


def ask_named(
    query: NamedQuery,
    given: Mapping[str, str],
    target: Target,
    *,
    timeout: float | None = None,
    labels: bool = False,
) -> Result:
    """The answer to a named query.

    Args:
        query: What is asked.
        given: Values of parameters as a person types them: a path (`person/noah-phillips`), an IRI, the
            name of a thing, a number, a day.
        target: The graph to ask.
        timeout: Seconds after which it is stopped; None lets it run.
        labels: Whether to look up the names of what is found.

    Raises:
        UnknownNameError: The query takes no such parameter, or nothing has that name.
        QueryError: As `ask`.
    """
    _refuse_unknown(query, given)
    values = {
        parameter.name: read_value(parameter, given.get(parameter.name, parameter.default), target, given)
        for parameter in query.parameters
    }
    result = ask(query.text, target, values, timeout=timeout, name=query.name, labels=labels)
    shown = {name for name, _ in query.columns}
    return result.without(frozenset(name for name in result.columns if name not in shown))


def _refuse_unknown(query: NamedQuery, given: Mapping[str, str]) -> None:
    known = [parameter.name for parameter in query.parameters]
    for name in given:
        if name not in known:
            takes = ", ".join(f"--{one}" for one in known) or "no parameters"
            near = [f"--{one}" for one in get_close_matches(name, known, n=1, cutoff=0.5)]
            raise UnknownNameError(f"{query.name} has no parameter --{name} (it takes {takes}){_meant(near)}")


def read_value(parameter: Parameter, text: str, target: Target, given: Mapping[str, str]) -> Bindable:
    """The value a person typed for a parameter; the default of a thing is taken as it stands.

    Raises:
        UnknownNameError: It names nothing in the graph.
        QueryError: It is not a number, or not a day.
    """
    if parameter.kind == "thing":
        if parameter.name not in given:
            return text
        from graph.ask_things import find_thing

        return find_thing(text, target, f"--{parameter.name}", parameter.default)
    try:
        if parameter.kind == "number":
            return int(text) if text.lstrip("+-").isdigit() else Decimal(text)
        return date.fromisoformat(text) if parameter.kind == "date" else text
    except (ValueError, InvalidOperation) as error:
        wanted = "a number" if parameter.kind == "number" else "a day such as 2018-06-05"
        raise QueryError(f"--{parameter.name}: {text!r} is not {wanted}") from error


def _meant(near: Sequence[str]) -> str:
    return f"; did you mean {' or '.join(near)}?" if near else ""
