"""A picture as one HTML page: pyvis and its vis-network hold the network, the page's own script draws it."""

import json
import re
from base64 import b64encode
from hashlib import sha256
from importlib.resources import files

import pyvis
from markupsafe import Markup
from pyvis.network import Network

from graph.large import LARGE_FROM
from graph.page import bundle
from graph.page.document import page_document
from graph.page.large import make_large
from graph.page.marks import Json
from graph.page.packing import pack_json
from graph.page_options import USUAL, PageOptions
from graph.picture import Picture

PACKED_FROM = 400
"""The document of more lines is packed, and one with many quotations; any other can be read in the page."""
QUOTED = 50
_UNSAFE_IN_A_SCRIPT = re.compile("[<>&\u2028\u2029\ud800-\udfff]")


def to_html(picture: Picture, options: PageOptions = USUAL) -> str:
    """Draw a picture as one page that asks the network for nothing; the same picture gives the same bytes.

    Write it as UTF-8.

    Raises:
        NotBundledError: The page's script is not there.
    """
    large = make_large(picture) if len(picture.edges) >= LARGE_FROM else None
    document = page_document(picture if large is None else large.summary, options)
    if large is not None:
        document["large"] = large.part
    network = Network(directed=True)
    network.nodes, network.edges = document.pop("nodes"), document.pop("edges")
    network.set_template_dir(str(files(__package__)), "page.html.jinja")
    network.templateEnv.autoescape = True
    network.templateEnv.globals |= {
        "title": picture.title,
        "embed": options.embed,
        "rest": document,
        "chunks": {} if large is None else large.chunks,
        "is_packed": len(network.edges) > PACKED_FROM or _quotes_much(picture),
        "as_json": _as_json,
        "as_packed": _as_packed,
        **_parts(with_worker=large is not None),
    }
    return str(network.generate_html())


def _quotes_much(picture: Picture) -> bool:
    return sum(card.quotation is not None for card in picture.claims.values()) > QUOTED


def _parts(*, with_worker: bool) -> dict[str, str]:
    """Read style and scripts, and write the policy under which nothing else in the page can run.

    A worker runs the page's own script, which the page hands it as a blob.
    """
    style, script = bundle.style(), bundle.script()
    library = (files(pyvis) / "lib/vis-9.1.2/vis-network.min.js").read_text("utf-8")
    policy = (
        f"default-src 'none'; img-src data: blob:; style-src {_digest(style)}; "
        f"script-src {_digest(library)} {_digest(script)}; "
        f"{'worker-src blob:; ' if with_worker else ''}base-uri 'none'; form-action 'none'"
    )
    return {"style": Markup(style), "library": Markup(library), "script": Markup(script), "policy": policy}  # noqa: S704  our own files


def _digest(part: str) -> str:
    return f"'sha256-{b64encode(sha256(part.encode()).digest()).decode()}'"


def _as_packed(nodes: object, edges: object, rest: Json) -> str:
    return pack_json({"nodes": nodes, "edges": edges, **rest})


def _as_json(nodes: object, edges: object, rest: Json) -> Markup:
    """Write a document as JSON in which no character can end the script element around it."""
    text = json.dumps({"nodes": nodes, "edges": edges, **rest}, ensure_ascii=False, separators=(",", ":"))
    return Markup(_UNSAFE_IN_A_SCRIPT.sub(lambda match: f"\\u{ord(match[0]):04x}", text))  # noqa: S704  escaped here
