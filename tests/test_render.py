"""The page of a built graph, through the command and in Python."""

import subprocess
import sys
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from graph import render
from graph.errors import NoGraphError
from graph.rendering import make_picture

Run = Callable[..., "subprocess.CompletedProcess[str]"]
LIMIT = 1_200_000


class Frames(HTMLParser):
    """The attributes of each frame in some HTML, as a browser reads them."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[dict[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Nothing but frames is expected."""
        assert tag == "iframe"
        self.found.append(dict(attrs))

    @classmethod
    def of(cls, text: str) -> list[dict[str, str | None]]:
        """Those of a text."""
        parser = cls()
        parser.feed(text)
        return parser.found


def test_the_page_is_small_and_the_same_every_time(built: Path, tmp_path: Path) -> None:
    """Same graph, same bytes, under 1.2 MB."""
    first, second = tmp_path / "first.html", tmp_path / "second.html"
    render(built).save(first)
    render(built).save(second)
    assert first.read_bytes() == second.read_bytes()
    assert first.stat().st_size < LIMIT


def test_the_command_says_what_it_wrote(built: Path, run: Run, tmp_path: Path) -> None:
    """File, nodes, edges, claims and size."""
    done = run("render", "--graph", str(built), "--title", "Who & whom")
    picture = make_picture(built)
    size = (tmp_path / "moneytrail.html").stat().st_size / 1_000_000
    counts = f"{len(picture.nodes)} nodes, {len(picture.edges)} edges, {len(picture.claims)} claims"
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"moneytrail.html: {counts}, {size:.2f} MB\n"
    assert "Who &amp; whom" in (tmp_path / "moneytrail.html").read_text("utf-8")


def test_every_claim_of_a_mark_is_in_the_picture(built: Path) -> None:
    """Whatever is clicked, its evidence is there."""
    picture = make_picture(built)
    for mark in (*picture.nodes, *picture.edges):
        assert set(mark.claims) <= set(picture.claims)
    assert {card.document for card in picture.claims.values()} == set(picture.documents)


def test_a_place_that_cannot_be_written_is_said(built: Path, run: Run) -> None:
    """An error, one message."""
    done = run("render", "--graph", str(built), "--out", "/dev/full/page.html")
    assert done.returncode == 1
    assert done.stderr == "moneytrail: /dev/full/page.html: cannot write: Not a directory\n"


def test_a_full_disk_leaves_the_page_as_it_was(built: Path, tmp_path: Path) -> None:
    """The page before stays whole, and nothing half-written is left beside it."""
    page = tmp_path / "page.html"
    page.write_text("the page before", "utf-8")
    command = Path(sys.executable).with_name("moneytrail")
    done = subprocess.run(
        ["/bin/sh", "-c", 'ulimit -f 64; exec "$0" render --graph "$1" --out "$2"', command, built, page],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (1, f"moneytrail: {page}: cannot write: File too large\n")
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]
    assert page.read_text("utf-8") == "the page before"


def test_no_graph_is_said(tmp_path: Path) -> None:
    """A picture of nothing is refused with what to do."""
    with pytest.raises(NoGraphError) as caught:
        make_picture(tmp_path)
    assert str(caught.value) == (
        f"{tmp_path}: no graph here; run `moneytrail build` first, or name its folder with --graph"
    )


def test_quotations_are_in_the_page(built: Path, shared: Path) -> None:
    """With the texts, the page carries each claim's words; without them, none."""
    page = render(built, documents=shared / "documents")
    without = make_picture(built)
    assert all(card.quotation is not None for card in page.picture.claims.values())
    assert all(card.quotation is None for card in without.claims.values())
    assert len(page.html.encode()) < LIMIT


def test_a_notebook_shows_the_page_in_a_frame_of_its_own(built: Path) -> None:
    """The page is text of an attribute, and can reach nothing of the notebook."""
    page = render(built, title='"><script>alert(1)</script>', focus="Cari Tuna")
    shown = page._repr_html_()
    (frame,) = Frames.of(shown)
    assert frame["srcdoc"] == page.html
    assert frame["title"] == '"><script>alert(1)</script>'
    assert "allow-same-origin" not in str(frame["sandbox"])
    assert shown.count("<") == shown.count(">") == 2


def test_python_takes_what_the_command_takes(built: Path) -> None:
    """One value or several; of a wrong one it is said what it is."""
    page = render(built, state=["mi", "AZ"], year=2024, title="Two states")
    assert page.picture.title == "Two states"
    assert page.picture.subtitle.startswith("in Michigan or Arizona, 2024; ")
    with pytest.raises(ValueError, match="'pie' is not a valid PageView"):
        render(built, view="pie")
