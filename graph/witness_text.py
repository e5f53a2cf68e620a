"""Facts with their witnesses for people, and as values for programs."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict

from graph.cards import claim_nodes, read_claims
from graph.dossier import source_text
from graph.fact_names import Weighed
from graph.picture import ClaimCard
from graph.reading import Reader


def witness_text(reader: Reader, facts: Iterable[Weighed]) -> str:
    """Facts for a terminal: what each says, how sure it is, and every claim for and against it."""
    told = list(facts)
    keys = {key for fact in told for key in (*fact.witnesses.claims, *fact.witnesses.denied_by)}
    cards = read_claims(reader, claim_nodes(reader, keys))
    return "\n\n".join("\n".join(_lines(fact, cards)) for fact in told) + "\n"


def _lines(fact: Weighed, cards: dict[str, ClaimCard]) -> Iterator[str]:
    yield f"{fact.says} ({fact.iri.rpartition('/id/')[2]})"
    yield f"  {fact.witnesses.how_sure}"
    for key in (*fact.witnesses.claims, *fact.witnesses.denied_by):
        yield f"      {source_text(cards[key])}"


def witness_values(fact: Weighed) -> dict[str, object]:
    """A fact and its witnesses as JSON has them."""
    values = asdict(fact.witnesses)
    days = {name: None if values[name] is None else str(values[name]) for name in ("first", "last")}
    return {"iri": fact.iri, "says": fact.says, **values, **days, "how_sure": fact.witnesses.how_sure}
