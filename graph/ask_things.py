"""What a person typed for a thing, found in the graph: a path, an IRI, or a name."""

from difflib import get_close_matches

from pyoxigraph import NamedNode

from graph.errors import UnknownNameError
from graph.sparql.engine import Target, ask
from graph.sparql.terms import Prefixes

KNOWN = """
SELECT ?label WHERE { ?thing rdfs:label ?label }
"""
NAMED = """
SELECT DISTINCT ?thing ?label ?wanted WHERE {
  ?thing rdfs:label|skos:altLabel ?name .
  FILTER(LCASE(STR(?name)) = ?wanted)
  { ?thing mt:namedInDocuments ?whether } UNION { ?thing a mt:SourceDocument }
  ?thing rdfs:label ?label .
} ORDER BY ?thing
"""
ALL = """
SELECT DISTINCT ?thing ?name WHERE {
  { ?thing mt:namedInDocuments ?whether } UNION { ?thing a mt:SourceDocument }
  ?thing rdfs:label|skos:altLabel ?name .
} ORDER BY ?thing ?name
"""
SECONDS = 20.0
SHOWN = 5


def find_thing(text: str, target: Target, where: str) -> str:
    """The full IRI of the thing a person means.

    Args:
        text: A path such as `person/noah-phillips`, with or without `id:`, a full IRI, or a name.
        target: The graph to look in.
        where: What the message begins with, for example `--donor`.

    Raises:
        UnknownNameError: Nothing has that path or name, or several things have the name.
    """
    prefixes = target.prefixes()
    for iri in _iris(text, prefixes):
        if ask(KNOWN, target, {"thing": NamedNode(iri)}, timeout=SECONDS):
            return iri
    found = ask(NAMED, target, {"wanted": text.lower()}, timeout=SECONDS)
    named = {str(row["thing"]): str(row["label"]) for row in found}
    exact = [iri for iri, label in named.items() if label.lower() == text.lower()]
    if len(named) == 1 or len(exact) == 1:
        return exact[0] if len(exact) == 1 else next(iter(named))
    if named:
        choices = [f"{prefixes.shorten(iri)} ({label})" for iri, label in named.items()][:SHOWN]
        raise UnknownNameError(f"{where}: {text!r} may be {' or '.join(choices)}; give one of these")
    raise UnknownNameError(f"{where}: nothing is called {text!r}{_nearest(text, target, prefixes)}")


def _iris(text: str, prefixes: Prefixes) -> list[str]:
    """The IRIs a text may stand for, when it is no name."""
    full = prefixes.expand(text) or (prefixes.expand(f"id:{text}") if "/" in text else None)
    return [] if full is None else [full]


def _nearest(text: str, target: Target, prefixes: Prefixes) -> str:
    names: dict[str, str] = {}
    for row in ask(ALL, target, timeout=SECONDS):
        short = prefixes.shorten(str(row["thing"]))
        names.setdefault(str(row["name"]).lower(), f"{row['name']} ({short})")
        names.setdefault(short.removeprefix("id:"), short)
    near = get_close_matches(text.removeprefix("id:").lower(), names, n=3)
    meant = [names[one] for one in near]
    said = [one for one in meant if not any(one in other for other in meant if other != one)]
    return f"; did you mean {' or '.join(said)}?" if said else ""
