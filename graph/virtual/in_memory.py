"""The ordinary way, from a query to what it finds."""

from graph.virtual.described import described
from graph.virtual.ordinary import Memory
from graph.virtual.question import Found, Question
from graph.virtual.reached.basic import Loading
from graph.virtual.reached.known import NOTHING_KNOWN
from graph.virtual.reached.walk import reach


def found_in_memory(question: Question, memory: Memory) -> Found:
    """What a query finds among the triples it can meet.

    Raises:
        TooManyTriplesError: They are more than the memory has room for.
    """
    parsed = question.parsed
    if parsed.p is not None:
        reach(parsed.p, NOTHING_KNOWN, Loading(memory, question.patterns()))
    if parsed.name == "DescribeQuery":
        for thing in described(question.text, parsed, question.given, memory.made):
            memory.add_thing(thing)
    for graph in memory.rest.store.named_graphs():
        memory.made.add_graph(graph)
    return question.put_to(memory.made)
