"""What a JSON-LD file says without meaning: keys no context defines, and relative IRIs.

JSON-LD drops both without a word (JSON-LD 1.1 API, expansion). Here they are refused: the file is read
a second time with a vocabulary and a base that show what would be dropped.
"""

import json
from io import BytesIO

from pyoxigraph import NamedNode, RdfFormat

from graph.rdf.places import find_text
from graph.rdf.reading import parsed, without_mark
from sources.errors import StatementsError
from sources.tables.reading.packed import Member

UNDEFINED, RELATIVE = "undefined-key:", "relative-iri:/"
CONTEXT = "@context"


def check_json_ld(member: Member, base: str | None) -> None:
    """Refuse a file of which something would be dropped.

    Args:
        member: The file, which can be read as JSON-LD.
        base: What relative IRIs are resolved against, None to refuse them.

    Raises:
        StatementsError: A key or class has no meaning in the context, or an IRI is relative.
    """
    with member.open() as stream:
        document = json.load(without_mark(stream))
    shown = BytesIO(json.dumps(_shown(document)).encode())
    for quad in parsed(shown, RdfFormat.JSON_LD, member, base or RELATIVE):
        for node in (quad.subject, quad.predicate, quad.object, quad.graph_name):
            if isinstance(node, NamedNode):
                _check(node.value, member)


def _check(iri: str, member: Member) -> None:
    if iri.startswith(UNDEFINED):
        key = iri.removeprefix(UNDEFINED)
        message = f"{key!r} has no meaning in the context, and JSON-LD would drop it; define or remove it"
        raise StatementsError(find_text(member, f'"{key}"'), message)
    if iri.startswith(RELATIVE):
        name = iri.removeprefix(RELATIVE)
        message = "a relative IRI; write it out, or state a `base` in source.toml"
        raise StatementsError(find_text(member, f'"{name}"'), message)


def _shown(document: object) -> object:
    """A document in which keys that no context defines get IRIs."""
    if isinstance(document, list):
        return [_shown(item) for item in document]
    if not isinstance(document, dict):
        return document
    own = document.get(CONTEXT, [])
    return {**document, CONTEXT: [{"@vocab": UNDEFINED}, *(own if isinstance(own, list) else [own])]}
