"""A picture as one HTML page: pyvis and its vis-network hold the network, the page's own script draws it."""

import json
import re
from base64 import b64encode
from dataclasses import asdict
from hashlib import sha256
from importlib.resources import files

import pyvis
from markupsafe import Markup
from pyvis.network import Network

from graph.layout import Layout
from graph.page.marks import columns, edge_marks, lay_out, node_marks
from graph.picture import Picture

SCRIPTS = (
    "dom",
    "data",
    "geometry",
    "lines",
    "draw",
    "scene",
    "filters",
    "address",
    "legend",
    "evidence",
    "rows",
    "findings",
    "panel",
    "overview",
    "search",
    "table",
    "exports",
    "view",
    "keys",
    "main",
)
"""Names of the files under `js/`, in the order in which they are joined into one script."""

OPTIONS = {
    "autoResize": True,
    "edges": {"smooth": False},
    "interaction": {"dragNodes": False, "hover": False, "selectable": False},
    "layout": {"improvedLayout": False},
    "nodes": {"shape": "custom"},
    "physics": {"enabled": False},
}
_UNSAFE_IN_A_SCRIPT = re.compile("[<>&\u2028\u2029\ud800-\udfff]")


def to_html(picture: Picture) -> str:
    """Draw a picture as one page that asks the network for nothing; the same picture gives the same bytes.

    Write it as UTF-8.
    """
    layout = lay_out(picture)
    network = Network(directed=True)
    network.nodes = node_marks(picture, layout)
    network.edges = edge_marks(picture, layout)
    network.options = OPTIONS
    network.set_template_dir(str(files(__package__)), "page.html.jinja")
    network.templateEnv.autoescape = True
    network.templateEnv.globals |= {
        "title": picture.title,
        "rest": _rest(picture, layout),
        "as_json": _as_json,
        **_parts(),
    }
    return str(network.generate_html())


def _rest(picture: Picture, layout: Layout) -> dict[str, object]:
    """What the page's script reads besides nodes and edges."""
    return {
        "title": picture.title,
        "subtitle": picture.subtitle,
        "columns": columns(layout),
        "height": layout.height,
        "claims": [asdict(card) for card in picture.claims.values()],
        "documents": [asdict(card) for card in picture.documents.values()],
        "findings": [asdict(card) for card in picture.findings],
        **_of_rows(picture),
    }


def _of_rows(picture: Picture) -> dict[str, object]:
    """Datasets and the rows behind edges; nothing for a picture without them."""
    if len(picture.rows) == 0:
        return {}
    datasets, rows = ([asdict(card) for card in cards] for cards in (picture.datasets, picture.rows))
    return {"datasets": datasets, "rows": rows}


def _parts() -> dict[str, str]:
    """Read style and scripts, and write the policy under which nothing else in the page can run."""
    style = _text("page.css")
    library = (files(pyvis) / "lib/vis-9.1.2/vis-network.min.js").read_text("utf-8")
    script = '(() => {\n"use strict";\n' + "\n".join(_text(f"js/{name}.js") for name in SCRIPTS) + "})();\n"
    policy = (
        f"default-src 'none'; img-src data: blob:; style-src {_digest(style)}; "
        f"script-src {_digest(library)} {_digest(script)}; base-uri 'none'; form-action 'none'"
    )
    return {"style": Markup(style), "library": Markup(library), "script": Markup(script), "policy": policy}  # noqa: S704  our own files


def _text(name: str) -> str:
    return (files(__package__) / name).read_text("utf-8")


def _digest(part: str) -> str:
    return f"'sha256-{b64encode(sha256(part.encode()).digest()).decode()}'"


def _as_json(nodes: object, edges: object, options: str, rest: dict[str, object]) -> Markup:
    """Write all data as one JSON document in which no character can end the script element around it."""
    data = {"nodes": nodes, "edges": edges, "options": json.loads(options), **rest}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(_UNSAFE_IN_A_SCRIPT.sub(lambda match: f"\\u{ord(match[0]):04x}", text))  # noqa: S704  escaped here
