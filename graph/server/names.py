"""Search: the things whose names have the words looked for, else those whose names are spelt much alike."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from urllib.parse import unquote

from pyoxigraph import DefaultGraph, Literal, NamedNode

from graph.cards import read_documents
from graph.entities import entity_names
from graph.nodes import term
from graph.reading import Reader
from graph.rows.event_tables import EventTables
from graph.rows.names import called, nearest
from graph.server.held import Held
from ontology import CLASSES

CLOSE = 0.75
MOST = 30
NEAREST = 5


@dataclass(frozen=True, slots=True)
class Known:
    """Names of things.

    Attributes:
        things: The IRIs of the things of a name, by the name in small letters.
        words: The names a word stands in.
    """

    things: Mapping[str, tuple[str, ...]]
    words: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Hit:
    """A thing that was looked for: its IRI, its name, and its kind for people."""

    iri: str
    label: str
    kind: str


def known_names(reader: Reader) -> Known:
    """The names of all entities that sources tell of, and the titles of documents."""
    things: dict[str, set[str]] = defaultdict(set)
    words: dict[str, set[str]] = defaultdict(set)
    titles = ((card.title or card.key, card.iri) for card in read_documents(reader).values())
    for name, iri in (*entity_names(reader), *titles):
        things[name.casefold()].add(iri)
        for word in _words(name):
            words[word].add(name.casefold())
    return Known(
        {name: tuple(sorted(iris)) for name, iris in things.items()},
        {word: frozenset(names) for word, names in words.items()},
    )


def search(reader: Reader, known: Known, tables: EventTables, text: str) -> tuple[Hit, ...]:
    """The things a text may mean, the likeliest first."""
    iris = [*_numbered(reader, text)]
    iris += [iri for name in _names(known, text) for iri in known.things[name]]
    if tables.folders:
        rows = (*called(tables, text), *nearest(tables, text, MOST))
        iris += [tables.node(one.path).value for one in rows if one.path]
    distinct = list(dict.fromkeys(iris))[:MOST]
    return tuple(hit_of(reader, NamedNode(iri)) for iri in distinct)


def _numbered(reader: Reader, text: str) -> Iterator[str]:
    """The claims, findings and documents with a number."""
    number = Literal(text.strip().upper())
    quads = reader.store.quads_for_pattern(None, term("dcterms:identifier"), number, DefaultGraph())
    return iter(sorted(quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode)))


def hit_of(reader: Reader, node: NamedNode) -> Hit:
    """A thing with its name and kind."""
    kinds = [kind for kind in reader.kinds(node) if kind in CLASSES]
    label = reader.text(node, "gloss") if "Claim" in kinds else reader.label(node)
    return Hit(node.value, label, CLASSES[kinds[0]].label if kinds else "")


def nearest_to(held: Held, path: str) -> tuple[Hit, ...]:
    """The things whose names are most like what the last part of a path says as words."""
    words = unquote(path).rstrip("/").rpartition("/")[2].replace("-", " ").replace("_", " ")
    return search(held.reader, held.known, held.tables, words)[:NEAREST]


def _names(known: Known, text: str) -> list[str]:
    """Names that have all words of a text, each perhaps misspelt, the most alike first."""
    found = [_with_word(known, word) for word in _words(text)]
    if not found:
        return []
    names = frozenset.intersection(*found)
    return sorted(names, key=lambda name: (-_likeness(name, text), name))


def _with_word(known: Known, word: str) -> frozenset[str]:
    """The names with a word: it, one that begins so, or one spelt much alike."""
    alike: Iterable[str] = [one for one in known.words if one.startswith(word)]
    if not alike:
        alike = get_close_matches(word, known.words, n=5, cutoff=CLOSE)
    return frozenset().union(*(known.words[one] for one in alike))


def _likeness(name: str, text: str) -> float:
    return SequenceMatcher(None, name, text.casefold()).ratio()


def _words(name: str) -> Iterator[str]:
    """The words of a name in small letters, without marks."""
    spaced = "".join(char if char.isalnum() else " " for char in name.casefold())
    return iter(spaced.split())
