"""How often lines of our columns cross, beside graphviz dot.

    apt-get install graphviz
    python bench/layout.py --made-up 20

Both draw the same marks of the same size, one line for each two that are linked. `ours` is the drawing of
our page, `dot` has our columns as its ranks, `free` has its own choice of ranks. Both drawings become curves,
and each crossing of two of them counts, but for those a few pixels from an end, where lines gather at a mark.
`money` is the share of money that runs from left to right in ours.
Nothing is asserted.
"""

import argparse
import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from random import Random

from crossings import Curve, crossings, curve
from playwright.sync_api import Page, sync_playwright

from graph.build import build
from graph.page import to_html
from graph.page.marks import lay_out, marks_of
from graph.picture import Column, Edge, Node, Picture
from graph.rendering import make_picture
from graph.selection.selection import Selection
from sources.catalog import shipped_sources

SELECTIONS = {
    "Soros, 1 step": Selection(focus=("George Soros",), hops=1),
    "Tuna, 3 steps": Selection(focus=("Cari Tuna",), hops=3),
    "California": Selection(states=("CA",)),
    "Alameda": Selection(counties=("Alameda County",)),
    "2018": Selection(years=("2018",)),
    "2024": Selection(years=("2024",)),
}
SIZES = {
    Column.DONORS: 16,
    Column.COMMITTEES: 10,
    Column.CANDIDATES: 14,
    Column.COUNTIES: 10,
    Column.OUTCOMES: 10,
}
LIKELY = {0: 0.0, 1: 1.0}
LOOKS = 'rankdir=LR; nodesep=0.07; ranksep=1.2; node [shape=box fixedsize=true label=""]; edge [dir=none]'
LINE = re.compile(r'd="(M[-\d. ]+(?:C[-\d. ]+)+)" fill="none"')
FIGURE = re.compile(r"-?[\d.]+(?:e[-+]\d+)?")


def main() -> None:
    """Count the crossings of every picture."""
    parser = argparse.ArgumentParser(description="Count crossings, ours and dot's.")
    parser.add_argument("--made-up", type=int, default=12, help="made-up pictures of sixty marks")
    asked = parser.parse_args()
    heads = ("marks", "lines", "ours", "dot", "ratio", "free", "money")
    print(f"{'picture':18}", *(f"{head:>6}" for head in heads))
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1600, "height": 950})
        file = Path(folder, "page.html")
        for kind, pictures in groupby(drawn(Path(folder, "graph"), asked.made_up), itemgetter(0)):
            measured = [row(name, one_line_each(picture), page, file) for _, name, picture in pictures]
            ours, dot = sum(one[0] for one in measured), sum(one[1] for one in measured)
            print(f"{kind:18} {'':13} {ours:6} {dot:6} {ratio(ours, dot)}")


def drawn(folder: Path, made_up: int) -> Iterator[tuple[str, str, Picture]]:
    """Pictures with their kind and name: the articles, parts of them, and made-up ones."""
    build(shipped_sources(), folder, lambda _: None)
    yield "articles", "five articles", make_picture(folder)
    for name, selection in SELECTIONS.items():
        yield "selections", name, make_picture(folder, selection=selection)
    for lines in (70, 100, 150):
        for seed in range(made_up):
            yield f"sixty, {lines} lines", f"seed {seed}", sixty(seed, lines)


def sixty(seed: int, lines: int) -> Picture:
    """Sixty marks in five columns, most lines to the next column, some farther, some back."""
    random = Random(seed)  # noqa: S311
    nodes = [
        Node(f"{column.name}{number}", f"{column.name.capitalize()} of {number}", "Company", column)
        for column, size in SIZES.items()
        for number in range(size)
    ]
    edges = [
        Edge(f"e{number}", *pair(random, nodes), "gaveTo", "gave to", "money") for number in range(lines)
    ]
    return Picture("", "", tuple(nodes), tuple(edges), {}, {})


def pair(random: Random, nodes: list[Node]) -> tuple[str, str]:
    """Two marks, the nearer their columns the likelier."""
    while True:
        one, other = random.sample(nodes, 2)
        apart = other.column - one.column
        if random.random() < LIKELY.get(apart, 0.3 if apart > 0 else 0.02):
            return one.iri, other.iri


def one_line_each(picture: Picture) -> Picture:
    """The picture with one line for each two marks that are linked."""
    pairs = {frozenset((edge.source, edge.target)): edge for edge in reversed(picture.edges)}
    edges = tuple(edge for edge in picture.edges if pairs[frozenset((edge.source, edge.target))] is edge)
    ends = {end for edge in edges for end in (edge.source, edge.target)}
    return replace(picture, edges=edges, nodes=tuple(node for node in picture.nodes if node.iri in ends))


def row(name: str, picture: Picture, page: Page, file: Path) -> tuple[int, int]:
    """Print what was counted in a picture; gives ours and dot's crossings."""
    ours = crossings(ours_of(picture, page, file))
    dot, free = (crossings(dot_of(picture, ranked=ranked)) for ranked in (True, False))
    size = f"{len(picture.nodes):6} {len(picture.edges):6}"
    print(
        f"{name:18} {size} {ours:6} {dot:6} {ratio(ours, dot)} {free:6} {rightwards(picture):6.1%}",
        flush=True,
    )
    return ours, dot


def ratio(ours: int, dot: int) -> str:
    """Ours by dot's, as six letters."""
    return f"{ours / dot:6.2f}" if dot > 0 else "     -"


def rightwards(picture: Picture) -> float:
    """The share of lines of money that run from left to right."""
    place = lay_out(picture).positions
    money = [edge for edge in picture.edges if edge.family == "money"]
    return sum(place[edge.source].x < place[edge.target].x for edge in money) / max(1, len(money))


def ours_of(picture: Picture, page: Page, file: Path) -> list[Curve]:
    """The lines of the page, from the SVG that it saves."""
    file.write_text(to_html(picture), "utf-8")
    page.goto(file.as_uri())
    page.wait_for_selector("body[data-ready]")
    with page.expect_download() as saved:
        page.click("#save-svg")
    lines = LINE.findall(Path(saved.value.path()).read_text("utf-8"))
    return [curve([float(figure) for figure in FIGURE.findall(line)]) for line in dict.fromkeys(lines)]


def dot_of(picture: Picture, *, ranked: bool) -> list[Curve]:
    """The lines of dot, with our columns as ranks or its own."""
    text = "\n".join(("digraph {", LOOKS, *in_dot(picture, ranked=ranked), "}"))
    done = subprocess.run(["dot", "-Tjson"], input=text, capture_output=True, text=True, check=True)
    drawn_lines = [edge for edge in json.loads(done.stdout)["edges"] if edge.get("style") != "invis"]
    return [curve([float(figure) for figure in FIGURE.findall(edge["pos"])]) for edge in drawn_lines]


def in_dot(picture: Picture, *, ranked: bool) -> Iterator[str]:
    """Marks, ranks and lines in the language of dot; a hidden chain keeps the ranks in order."""
    number = {node.iri: f"n{place}" for place, node in enumerate(picture.nodes)}
    column = {node.iri: node.column for node in picture.nodes}
    for mark in marks_of(picture):
        yield f"{number[mark.iri]} [width={mark.width / 72:.3f} height={mark.height / 72:.3f}]"
    ranks = [f"r{one}" for one in sorted(set(column.values()))] if ranked else []
    for rank in ranks:
        members = [number[node.iri] for node in picture.nodes if f"r{node.column}" == rank]
        yield f"{rank} [style=invis width=0 height=0]; {{rank=same; {rank}; {'; '.join(members)}}}"
    if ranked:
        yield f"{' -> '.join(ranks)} [style=invis]"
    for edge in picture.edges:
        ends = (
            sorted((edge.source, edge.target), key=column.__getitem__)
            if ranked
            else (edge.source, edge.target)
        )
        yield f"{number[ends[0]]} -> {number[ends[1]]}"


if __name__ == "__main__":
    main()
