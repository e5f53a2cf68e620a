"""The benchmark tells what is different in another converter's output before it compares speed."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

BENCH = Path(__file__).parents[1] / "bench"
THING, SAYS = "<https://example.org/thing>", "<https://example.org/says>"
DECIMAL = "<http://www.w3.org/2001/XMLSchema#decimal>"
GRAPH = "<https://example.org/graph>"


def compare(folder: Path, ours: str, theirs: str) -> dict[str, Any]:
    """The report of a comparison."""
    for name, text in (("ours.nq", ours), ("theirs.nt", theirs)):
        (folder / name).write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "peers.equality", "ours.nq", "theirs.nt"]
    environment = {**os.environ, "PYTHONPATH": str(BENCH)}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=True)
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def statement(term: str, thing: str = THING, graph: str = "") -> str:
    """A line of N-Triples or N-Quads."""
    return f"{thing} {SAYS} {term} {graph}.\n"


def test_order_graphs_and_spelling_are_no_difference(tmp_path: Path) -> None:
    """The same triples in another order, without graph, with an escape and a datatype nobody needs."""
    other = "<https://example.org/other>"
    ours = statement('"é"', graph=GRAPH) + statement('"b"', other, GRAPH)
    plain = "<http://www.w3.org/2001/XMLSchema#string>"
    report = compare(tmp_path, ours, statement(f'"b"^^{plain}', other) + statement(r'"\u00E9"'))
    assert (report["triples"], report["missing"], report["extra"], report["broken"]) == (2, 0, 0, 0)
    assert report["kinds"] == {}


@pytest.mark.parametrize(
    ("ours", "theirs", "kind"),
    [
        ('"O\'HARA"', '"OHARA"', "text altered"),
        ('"NULL"', '"nan"', "text altered"),
        (f'"1.5"^^{DECIMAL}', f'"1.50"^^{DECIMAL}', "number written otherwise"),
        (f'"1.5"^^{DECIMAL}', f'"1.6"^^{DECIMAL}', "text altered"),
        (f'"1.5"^^{DECIMAL}', '"1.5"', "datatype altered"),
        ("<https://example.org/a%2Bb>", "<https://example.org/a+b>", "IRI encoded otherwise"),
        ("<https://example.org/a>", "<https://example.org/b>", "IRI altered"),
        ("<https://example.org/a>", '"https://example.org/a"', "kind of term altered"),
    ],
)
def test_a_difference_has_a_name(tmp_path: Path, ours: str, theirs: str, kind: str) -> None:
    """And both terms are told."""
    report = compare(tmp_path, statement(ours), statement(theirs))
    assert report["kinds"] == {kind: 1}
    assert report["examples"] == {kind: [ours, theirs]}


def test_what_is_left_out_and_added_is_counted(tmp_path: Path) -> None:
    """A statement of another thing is no altered one."""
    report = compare(tmp_path, statement('"a"'), statement('"a"', "<https://example.org/other>"))
    assert report["kinds"] == {"left out": 1, "added": 1}
    assert (report["missing"], report["extra"]) == (1, 1)


def test_lines_that_are_not_rdf_are_counted_and_the_others_compared(tmp_path: Path) -> None:
    """One bad line does not hide what the others say."""
    broken = f'{THING} {SAYS} "un"quoted" .\n'
    report = compare(tmp_path, statement('"a"'), statement('"a"') + broken + statement('"b"') + broken)
    assert (report["triples"], report["broken"], report["extra"]) == (2, 2, 1)


def test_repeated_statements_are_counted(tmp_path: Path) -> None:
    """They are one triple."""
    report = compare(tmp_path, statement('"a"'), statement('"a"') * 3)
    assert (report["triples"], report["repeated"], report["missing"], report["extra"]) == (1, 2, 0, 0)
