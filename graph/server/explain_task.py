"""The plan of a query with what its patterns meet, as a worker makes it."""

import json
from typing import TYPE_CHECKING, cast

from pyoxigraph import Store
from pyparsing import ParseException

from graph.server.datasets import Dataset, named_dataset
from graph.server.frames import Answer
from graph.server.held import Held
from graph.server.tasks import Request, asked, dataset_of, explained, found_by
from graph.sparql.advice import Explanation, explain_plan
from graph.sparql.evaluation import evaluate
from graph.sparql.mistakes import unknown_terms
from graph.sparql.plan import take_apart
from graph.sparql.tokens import refuse_forbidden

if TYPE_CHECKING:
    from pyoxigraph import QuerySolutions

BEYOND = "it cannot be taken apart here, since it has what came after SPARQL 1.1\n"


def answer_explanation(held: Held, request: Request, answer: Answer) -> None:
    """The plan of a query and advice on it, as JSON."""
    sparql = request["query"]
    refuse_forbidden(sparql)
    with explained(held, sparql):
        evaluate(Store(), asked(held, sparql))
        told = _explanation(held, sparql, dataset_of(request))
    spelling = tuple(unknown_terms(sparql, held.prefixes.namespaces))
    answer.begin(type="application/json")
    answer.write(json.dumps({"text": told.text, "advice": [*spelling, *told.advice]}).encode())


def _explanation(held: Held, sparql: str, dataset: Dataset | None) -> Explanation:
    try:
        plan = take_apart(sparql, held.prefixes)
    except (ParseException, RecursionError):
        return Explanation(BEYOND, ())
    graphs = dataset or named_dataset(sparql, held.prefixes.namespaces)

    def count(counting: str) -> int:
        found = found_by(held, counting, graphs)
        return int(next(iter(cast("QuerySolutions", found)))["n"].value)

    return explain_plan(plan, count)
