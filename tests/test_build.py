"""Building: the same bytes every time, only what changed, every triple once."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, RdfFormat, Store, parse

from graph.build import build
from graph.errors import BaseIriError
from graph.store import generation_folder, open_store, read_manifest
from sources.catalog import registry, shipped_sources

Run = Callable[..., "subprocess.CompletedProcess[str]"]
OUTSIDE = "https://w3id.org/moneytrail/id/graph/outside/"


def _files(graph: Path) -> dict[str, str]:
    """Digest of every file a build answers for, by its name: quads and manifest."""
    folder = generation_folder(graph)
    paths = [folder / "manifest.json", *sorted((folder / "quads").iterdir())]
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in paths}


def _copied(place: Path) -> tuple[Path, ...]:
    """A copy of the shipped sources that a test may change."""
    return tuple(Path(shutil.copytree(folder, place / folder.name)) for folder in shipped_sources())


def _told(folders: tuple[Path, ...], graph: Path) -> list[str]:
    """What a build tells while it runs."""
    lines: list[str] = []
    build(folders, graph, lines.append)
    return lines


def test_two_builds_are_equal_to_the_last_byte(built: Path, tmp_path: Path) -> None:
    """Another process, hash seed, place and order of the sources give the same files."""
    _copied(tmp_path / "sources")
    script = (
        "from pathlib import Path; from graph.build import build;"
        " build(sorted(Path('sources').iterdir(), reverse=True), Path('graph'), lambda line: None)"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "7", "LC_ALL": "C", "TZ": "Asia/Tokyo"}
    subprocess.run([sys.executable, "-c", script], cwd=tmp_path, env=environment, check=True)
    assert _files(tmp_path / "graph") == _files(built)
    assert generation_folder(tmp_path / "graph").name == generation_folder(built).name


def test_only_what_changed_is_converted_again(built: Path, tmp_path: Path) -> None:
    """A changed sheet gives new quads of its source; the others are kept, byte for byte."""
    folders = _copied(tmp_path / "sources")
    graph = Path(shutil.copytree(built, tmp_path / "graph"))
    before = _files(graph)
    sheet = folders[1] / "claims.yaml"
    sheet.write_text(
        sheet.read_text("utf-8").replace("gloss: Date line of the file", "gloss: Its date line"), "utf-8"
    )
    told = [line.split(":")[0] for line in _told(folders, graph) if line.startswith(("kept", "wrote"))]
    assert told == [
        "kept 000.nq",
        "wrote 001.nq",
        "kept 002.nq",
        "kept 003.nq",
        "kept 004.nq",
        "kept registry.nq",
        "wrote ontology.nq",
        "wrote derived-events.nq",
        "wrote derived-edges.nq",
        "wrote derived-findings.nq",
        "wrote derived-record-matches.nq",
    ]
    after = _files(graph)
    assert {name for name in before if before[name] != after[name]} == {"001.nq", "manifest.json"}
    build(folders, tmp_path / "fresh", lambda _: None)
    assert _files(tmp_path / "fresh") == after


def test_a_second_run_has_nothing_to_do(run: Run, tmp_path: Path) -> None:
    """The command says so, reads no sheet and writes no quads; a third of other sources builds again."""
    first = run("build", "--only-mine")
    second = run("build", "--only-mine")
    assert first.stdout.startswith("moneytrail-graph: built: 1 sources, 0 claims, ")
    assert second.stdout.startswith("moneytrail-graph: up to date: 1 sources, 0 claims, ")
    assert second.stderr == ""
    graph = tmp_path / "moneytrail-graph"
    assert [path.name for path in (graph / "generations").iterdir()] == [generation_folder(graph).name]


def test_a_base_makes_other_iris_and_the_same_words(tmp_path: Path) -> None:
    """Things move to the base given, terms do not, and nothing of the usual base is left."""
    graph = tmp_path / "graph"
    build(registry(), graph, lambda _: None, "https://example.org/money/")
    quads = (generation_folder(graph) / "quads" / "registry.nq").read_text("utf-8")
    assert "<https://example.org/money/id/person/george-soros>" in quads
    assert "<https://w3id.org/moneytrail/ns#Person>" in quads
    assert "https://w3id.org/moneytrail/id/" not in quads
    assert read_manifest(graph).base == "https://example.org/money/"
    usual = tmp_path / "usual"
    build(registry(), usual, lambda _: None)
    words = (generation_folder(usual) / "quads" / "registry.nq").read_text("utf-8")
    moved = words.replace("https://w3id.org/moneytrail/id/", "https://example.org/money/id/")
    assert sorted(moved.splitlines()) == sorted(quads.splitlines())


def test_a_rebuild_keeps_the_base_of_the_graph_in_place(tmp_path: Path) -> None:
    """Nobody has to repeat the base, and a graph does not move by oversight."""
    first = build(registry(), tmp_path / "graph", lambda _: None, "https://example.org/money/")
    again = build(registry(), tmp_path / "graph", lambda _: None)
    assert (again.manifest, again.fresh) == (first.manifest, False)


def test_a_base_that_makes_no_iris_stops_the_build(tmp_path: Path) -> None:
    """Nothing is written."""
    with pytest.raises(BaseIriError):
        build(registry(), tmp_path / "graph", lambda _: None, "no base")
    assert not (tmp_path / "graph").exists()


def test_a_folder_named_twice_counts_once(tmp_path: Path) -> None:
    """Naming a shipped source again, by another way to it, is no second source."""
    again = registry()[0] / ".." / "registry"
    assert len(build([*registry(), again], tmp_path / "graph", lambda _: None).manifest.sources) == 1


def test_files_of_quads_are_sorted_with_every_quad_once(built: Path) -> None:
    """Each file is valid N-Quads in order of its triples, and the manifest counts it."""
    folder = generation_folder(built)
    manifest = read_manifest(built)
    counted = {f"{part.name}.nq": part.quads for part in (*manifest.sources, *manifest.derived)}
    for path in sorted((folder / "quads").iterdir()):
        lines = path.read_text("utf-8").splitlines()
        assert len(lines) == len(set(lines)) == counted.pop(path.name)
        quads = list(parse(path.read_bytes(), RdfFormat.N_QUADS))
        assert [f"{quad.triple} {quad.graph_name} ." for quad in quads] == lines
        keys = [(f"{quad.triple} ", str(quad.graph_name)) for quad in quads]
        assert keys == sorted(keys)
    assert counted == {}


def test_the_default_graph_holds_every_triple_once(built: Path) -> None:
    """It is the set of the triples of all named graphs but those from outside the documents."""
    store = open_store(built)
    default = [quad.triple for quad in store.quads_for_pattern(None, None, None, DefaultGraph())]
    named = {
        quad.triple
        for quad in store
        if not str(quad.graph_name).startswith(f"<{OUTSIDE}") and quad.graph_name != DefaultGraph()
    }
    assert len(default) == len(set(default)) == read_manifest(built).triples
    assert set(default) == named


def test_the_store_holds_what_the_files_hold(built: Path) -> None:
    """Every quad of every file is in the store, and no other but the default graph's."""
    from_files = Store()
    for path in sorted((generation_folder(built) / "quads").iterdir()):
        from_files.bulk_load(path=str(path), format=RdfFormat.N_QUADS)
    store = open_store(built)
    assert {quad for quad in store if quad.graph_name != DefaultGraph()} == set(from_files)
    assert len(from_files) == read_manifest(built).quads


def test_every_graph_says_who(built: Path) -> None:
    """One graph a document, the registry's, those of what is derived, of the terms, and of outside."""
    base = "https://w3id.org/moneytrail/id/graph/"
    names = sorted(str(node).strip("<>").removeprefix(base) for node in open_store(built).named_graphs())
    documents = [f"document/00{number}" for number in range(5)]
    outside = [name for name in names if name.startswith("outside/")]
    assert names == sorted(
        ["derived/edges", "derived/events", "derived/findings", "ontology", "registry", *documents, *outside]
    )
    assert "outside/registry" in outside


def test_an_older_manifest_is_built_over(tmp_path: Path) -> None:
    """A graph in place that another version wrote is no graph to take quads from, and no traceback."""
    graph = tmp_path / "graph"
    build(registry(), graph, lambda _: None)
    manifest = generation_folder(graph) / "manifest.json"
    before = _files(graph)
    for broken in (
        "{}",
        "not json",
        json.dumps({**json.loads(manifest.read_text("utf-8")), "sources": [{"x": 1}]}),
    ):
        (graph / "CURRENT").write_text("older\n", "utf-8")
        older = graph / "generations" / "older"
        older.mkdir()
        (older / "manifest.json").write_text(broken, "utf-8")
        build(registry(), graph, lambda _: None)
        assert _files(graph) == before
        assert not older.exists()


def test_what_others_left_in_the_folder_stays(tmp_path: Path) -> None:
    """Files of the system beside the generations stop no build."""
    graph = tmp_path / "graph"
    (graph / "generations").mkdir(parents=True)
    (graph / "generations" / ".DS_Store").write_text("x", "utf-8")
    build(registry(), graph, lambda _: None)
    build(registry(), graph, lambda _: None, "https://example.org/")
    assert (graph / "generations" / ".DS_Store").read_text("utf-8") == "x"
