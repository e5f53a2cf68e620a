"""What a person typed for a thing, found in the graph: a path, an IRI, or a name."""

from difflib import get_close_matches

from pyoxigraph import Literal, NamedNode

from graph.errors import UnknownNameError
from graph.rows.event_tables import EventTables, open_tables
from graph.rows.names import called, nearest
from graph.sparql.engine import Target, ask
from graph.sparql.terms import Prefixes

KNOWN = """
SELECT ?kind WHERE { ?thing a ?kind }
"""
CALLED = """
SELECT DISTINCT ?thing ?wanted WHERE {
  %s
  FILTER(LCASE(STR(?name)) = ?wanted)
} ORDER BY ?thing
"""
NAMES = "?thing rdfs:label|skos:altLabel ?name ."
OF_SOURCES = f"GRAPH ?source {{ {NAMES} }}"
"""Names that sources give: rows of datasets, which may be millions, stand in no named graph."""
MEANT = """
SELECT ?thing ?label WHERE {
  ?thing rdfs:label ?label .
  { ?thing mt:namedInDocuments ?whether } UNION { ?thing a mt:SourceDocument }
}
"""
MEANT_ALL = """
SELECT DISTINCT ?thing WHERE {
  { ?thing mt:namedInDocuments ?whether } UNION { ?thing a mt:SourceDocument }
}
"""
PRINTED = """
SELECT DISTINCT ?thing ?label ?other WHERE {
  { ?thing rdfs:label ?label } UNION { ?thing skos:altLabel ?other }
  ?thing mt:dataset ?known .
} ORDER BY ?thing
"""
ALL = "SELECT DISTINCT ?thing ?name WHERE { %s } ORDER BY ?thing ?name"
SECONDS = 20.0
SHOWN = 5


def find_thing(text: str, target: Target, where: str, like: str = "") -> str:
    """The full IRI of the thing a person means.

    Args:
        text: A path such as `person/noah-phillips`, with or without `id:`, a full IRI, a name, or the id of
            a regulator.
        target: The graph to look in.
        where: What the message begins with, for example `--donor`.
        like: The thing meant when none is given; of several of one name, that of the same kind counts.

    Raises:
        UnknownNameError: Nothing has that path or name, or several things have the name.
    """
    prefixes = target.prefixes()
    for iri in _iris(text, prefixes):
        if ask(KNOWN, target, {"thing": NamedNode(iri)}, timeout=SECONDS):
            return iri
    tables = open_tables(target.folder) if target.endpoint is None and not target.files else EventTables()
    named = {**_of_datasets(text, target, tables), **_of_sources(text, target)}
    exact = [iri for iri, label in named.items() if label.lower() == text.lower()]
    alike = [iri for iri in named if _kind(iri, prefixes) == _kind(prefixes.expand(like) or "", prefixes)]
    for fitting in (list(named), exact, alike):
        if len(fitting) == 1:
            return fitting[0]
    if named:
        choices = [f"{prefixes.shorten(iri)} ({label})" for iri, label in sorted(named.items())]
        more = f" or {len(choices) - SHOWN} more" if len(choices) > SHOWN else ""
        raise UnknownNameError(
            f"{where}: {text!r} may be {' or '.join(choices[:SHOWN])}{more}; give one of these"
        )
    raise UnknownNameError(f"{where}: nothing is called {text!r}{_nearest(text, target, prefixes, tables)}")


def _of_sources(text: str, target: Target) -> dict[str, str]:
    """The things that documents name so, and documents, with their labels."""
    called_so = ask(CALLED % _names(target), target, {"wanted": text.lower()}, timeout=SECONDS)
    found = (
        ask(MEANT, target, {"thing": NamedNode(str(row["thing"]))}, timeout=SECONDS) for row in called_so
    )
    return {str(row["thing"]): str(row["label"]) for rows in found for row in rows}


def _names(target: Target) -> str:
    """Where names stand: in the graphs of sources, in files of triples anywhere."""
    return NAMES if target.files else OF_SOURCES


def _of_datasets(text: str, target: Target, tables: EventTables) -> dict[str, str]:
    """The things of datasets with a name: in any case where the event tables are at hand, else as printed."""
    if target.endpoint is None and not target.files:
        return (
            {tables.node(one.path).value: one.name for one in called(tables, text)} if tables.folders else {}
        )
    named: dict[str, str] = {}
    for spelt in dict.fromkeys((text, text.upper(), text.title())):
        values = {"label": Literal(spelt, language="en"), "other": Literal(spelt)}
        named |= {str(row["thing"]): spelt for row in ask(PRINTED, target, values, timeout=SECONDS)}
    return named


def _kind(iri: str, prefixes: Prefixes) -> str:
    """The first part of the path of a thing: "committee" of `committee/fec/C00000935`."""
    return prefixes.shorten(iri).partition("/")[0]


def _iris(text: str, prefixes: Prefixes) -> list[str]:
    """The IRIs a text may stand for, when it is no name."""
    full = prefixes.expand(text) or (prefixes.expand(f"id:{text}") if "/" in text else None)
    return [] if full is None else [full]


def _nearest(text: str, target: Target, prefixes: Prefixes, tables: EventTables) -> str:
    names: dict[str, str] = {}
    meant_things = {str(row["thing"]) for row in ask(MEANT_ALL, target, timeout=SECONDS)}
    for row in ask(ALL % _names(target), target, timeout=SECONDS):
        if str(row["thing"]) not in meant_things:
            continue
        short = prefixes.shorten(str(row["thing"]))
        names.setdefault(str(row["name"]).lower(), f"{row['name']} ({short})")
        names.setdefault(short.removeprefix("id:"), short)
    near = get_close_matches(text.removeprefix("id:").lower(), names, n=3)
    meant = [names[one] for one in near]
    printed = nearest(tables, text, 3 - len(meant)) if tables.folders and len(meant) < 3 else []  # noqa: PLR2004 - in all
    meant += [f"{one.name} (id:{one.path})" if one.path else one.name for one in printed]
    said = [one for one in meant if not any(one in other for other in meant if other != one)]
    return f"; did you mean {' or '.join(said)}?" if said else ""
