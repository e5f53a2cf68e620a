"""The page of the documentation on queries, with answers as the graph gives them."""

import re
from importlib.resources import files

from graph.ask import NamedQuery, Parameter, ask_named, named_queries
from graph.sparql.engine import Target, ask
from graph.sparql.results import Result

HEAD = """# Queries

Made from `graph/queries/*.rq`, the graph of the five articles and that of the [examples](rows.md) of
filings and results by `make generate`; edit those, not this page. What the articles do not answer is asked
of the examples.

`moneytrail ask` lists the named queries, `moneytrail ask NAME` asks one, `moneytrail query` takes any SPARQL.
In Python, `graph.query(text, graph="moneytrail-graph", donor="id:person/cari-tuna")` gives rows and data
frames; values are bound, never written into the text. What follows shows things by their names; with
`--iris`, and in CSV, JSON and the other formats for programs, they are IRIs.
"""
NOTHING = "Nothing in the five articles.\n"
IN_EXAMPLES = "In the graph of the examples (`moneytrail build docs/examples`):\n"
BLOCK = re.compile(r"```sparql\n(.*?)```\n", re.DOTALL)
LONGEST = 30


def queries_page(target: Target, examples: Target) -> str:
    """The text of `docs/queries.md`.

    Args:
        target: The graph of the five articles.
        examples: The graph of the examples of filings and results, which answers what that one does not.
    """
    sections = (_section(query, target, examples) for query in named_queries())
    return "\n".join([HEAD, _contents(), *sections, _own(target)])


def _contents() -> str:
    rows = "".join(
        f"| [{query.name}](#{query.name}) | {query.answers} | {' '.join(query.questions)} |\n"
        for query in named_queries()
    )
    return f"| name | what it answers | question |\n|---|---|---|\n{rows}"


def _section(query: NamedQuery, target: Target, examples: Target) -> str:
    parts = [f"## {query.name}\n", f"{query.answers}\n"]
    if query.notes:
        parts.append(f"{query.notes}\n")
    if query.parameters:
        rows = "".join(_parameter(parameter) for parameter in query.parameters)
        parts.append(f"| parameter | what | when left out |\n|---|---|---|\n{rows}")
    rows = "".join(f"| {name} | {text} |\n" for name, text in query.columns)
    parts.append(f"| column | what |\n|---|---|\n{rows}")
    parts.append(f"```console\n$ moneytrail ask {query.name} --format markdown\n```\n")
    found = ask_named(query, {}, target, labels=True)
    in_examples = ask_named(query, {}, examples, labels=True) if len(found) == 0 else found
    if len(in_examples) > len(found):
        parts.append(IN_EXAMPLES)
    parts.append(_answer(in_examples))
    return "\n".join(parts)


def _parameter(parameter: Parameter) -> str:
    return f"| `--{parameter.name.replace('_', '-')}` | {parameter.text} | {parameter.default} |\n"


def _answer(result: Result) -> str:
    """An answer as a Markdown table; of a long one the first rows."""
    lines = result.write("markdown").decode().splitlines()
    rows = len(lines) - 2
    if rows == 0:
        return NOTHING
    left = f"\n… and {rows - LONGEST} more.\n" if rows > LONGEST else ""
    return "\n".join(lines[: LONGEST + 2]) + "\n" + left


def _own(target: Target) -> str:
    """How to write a query, with an answer below each example."""
    text = (files("graph") / "queries" / "your-own.md").read_text("utf-8").partition("-->\n")[2]
    prefixes = ", ".join(f"`{prefix}:`" for prefix in sorted(target.prefixes().namespaces))
    return BLOCK.sub(
        lambda block: f"{block[0]}\n{_answer(ask(block[1], target, labels=True))}",
        text.replace("{prefixes}", prefixes),
    )
