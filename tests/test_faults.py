"""Faults: whatever is wrong ends with one message and an exit code, and the graph stays as it was."""

import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from graph.build import build
from graph.store import generation_folder, open_store
from sources.catalog import registry
from sources.new import Particulars, start_source

Run = Callable[..., "subprocess.CompletedProcess[str]"]
TEXT = "Ann Lee gave Bo Ray $5.\n\nShe said so.\n"
CLAIMS = """\
document: gift
entities:
- {id: person/ann-lee, type: Person, label: Ann Lee}
- {id: person/bo-ray, type: Person, label: Bo Ray}
claims:
- id: GIFT-1
  paragraph: 1
  span: [0, 23]
  anchor: gave
  anchor_at: 8
  kind: money
  subject: person/ann-lee
  predicate: gaveTo
  object: person/bo-ray
  quantity: {precision: exact, value: 5, unit: USD, as_written: $5}
  gloss: A gift
"""
AMOUNT = "SELECT ?amount WHERE { ?gift <https://w3id.org/moneytrail/ns#amount> ?amount }"
CHANGED = CLAIMS.replace("value: 5", "value: 7")
HOLD = """
import sys
from filelock import FileLock
with FileLock("graph/build.lock"):
    print("held", flush=True)
    sys.stdin.read()
"""
LIMITED = """
import resource, sys
import graph.build
from graph.cli import main

after, size = sys.argv[1], int(sys.argv[2])
build = graph.build.build
def tell(line):
    if line.startswith(after):
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
graph.build.build = lambda folders, target, _, *more, **named: build(folders, target, tell, *more, **named)
sys.argv = ["moneytrail", "build", "gift", "--only-mine", "--graph", "graph"]
main()
"""
KILLED = """
import os, shutil, signal, sys
from pathlib import Path
from graph.build import build
from sources.catalog import registry

def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)

def run(stage, graph):
    def tell(line):
        if line.startswith(stage):
            die()
        if stage == "while loading" and line.startswith("wrote derived-record-matches"):
            signal.setitimer(signal.ITIMER_REAL, 0.02)
        if stage == "while removing" and line.startswith("putting it in use"):
            shutil.rmtree = lambda folder, **_: (os.unlink(next(Path(folder).glob("quads/*"))), die())
    build([*registry(), Path("gift")], graph, tell)

for stage in sys.argv[1:]:
    child = os.fork()
    if child == 0:
        run(stage, Path(stage))
        os._exit(0)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""
STAGES = (
    "read gift",
    "wrote gift",
    "wrote ontology",
    "wrote derived-edges",
    "while loading",
    "loaded",
    "putting it in use",
    "while removing",
)


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A place with the text of an article, a source of one claim, and a graph of it."""
    place = tmp_path_factory.mktemp("good")
    (place / "texts").mkdir()
    (place / "texts" / "gift.txt").write_text(TEXT, "utf-8")
    start_source(place / "gift", place / "texts" / "gift.txt", Particulars("gift", "T", "P", "2018"))
    (place / "gift" / "claims.yaml").write_text(CLAIMS, "utf-8")
    build([*registry(), place / "gift"], place / "graph", lambda _: None)
    return place


@pytest.fixture
def place(good: Path, tmp_path: Path) -> Path:
    """A copy of the good place in the folder where commands run, which a test may spoil."""
    shutil.copytree(good, tmp_path, dirs_exist_ok=True)
    return tmp_path


def _state(folder: Path) -> dict[str, str]:
    """Digest of every file below a folder."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest() for path in files}


def _amounts(graph: Path) -> list[str]:
    """The amounts the graph answers with."""
    return [str(row["amount"].value) for row in open_store(graph).query(AMOUNT)]  # type: ignore[union-attr]


def _fails(run: Run, place: Path, *arguments: str, code: int = 1) -> str:
    """What a failing command says; it prints nothing else and leaves the graph as it was."""
    before = _state(place / "graph")
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (code, "")
    assert "Traceback" not in done.stderr
    assert _state(place / "graph") == before
    assert _amounts(place / "graph") == ["5"]
    return done.stderr


def _build(run: Run, place: Path, *sources: str) -> str:
    return _fails(run, place, "build", *(sources or ("gift",)), "--only-mine", "--graph", "graph", "--quiet")


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        pytest.param(
            "kind: money",
            "kind: [money",
            "gift/claims.yaml:12:10: broken YAML: did not find expected ',' or ']',"
            " while parsing a flow sequence that starts in line 11",
            id="broken YAML",
        ),
        pytest.param(
            "gaveTo",
            "gavTo",
            "gift/claims.yaml:13:14: predicate: 'gavTo' is not known; did you mean 'gaveTo'?",
            id="unknown predicate",
        ),
        pytest.param(
            "object: person/bo-ray",
            "object: person/bo-rey",
            "gift/claims.yaml:14:11: 'person/bo-rey' is not a known entity; did you mean 'person/bo-ray'?",
            id="unknown entity",
        ),
        pytest.param(
            "gloss:",
            "glos:",
            "gift/claims.yaml:6:3: gloss missing in claims[0]\n"
            "gift/claims.yaml:16:3: 'glos' is not a key here; did you mean 'gloss'?",
            id="unknown key",
        ),
        pytest.param(
            "[0, 23]",
            "[0, 24]",
            "gift/claims.yaml:8:9: span: [0, 24] lies outside paragraph 1, [0, 23]",
            id="span outside its paragraph",
        ),
        pytest.param(
            "person/ann-lee, type",
            "person/george-soros, type",
            "{registry}/persons.yaml:3:7: 'person/george-soros' is defined a second time; the first is at"
            " gift/claims.yaml:3:8\n"
            "gift/claims.yaml:12:12: 'person/ann-lee' is not a known entity; define it under entities:",
            id="two entities with one id",
        ),
        pytest.param(
            "  gloss: A gift\n",
            "  gloss: A gift\n" + CLAIMS[CLAIMS.index("- id: GIFT-1") :].replace("gaveTo", "backed", 1),
            "gift/claims.yaml:17:7: 'GIFT-1' is defined a second time; the first is at gift/claims.yaml:6:7",
            id="a claim number twice",
        ),
        pytest.param(
            "value: 5,",
            "value: 5.5.5,",
            "gift/claims.yaml:15:39: value: '5.5.5' is not a number",
            id="a figure that is none",
        ),
    ],
)
def test_a_faulty_sheet_stops_the_build(run: Run, place: Path, before: str, after: str, message: str) -> None:
    """Each mistake is told with file, line, column and what was wanted; nothing is built."""
    sheet = place / "gift" / "claims.yaml"
    assert before in CLAIMS
    sheet.write_text(CLAIMS.replace(before, after, 1), "utf-8")
    assert _build(run, place) == f"moneytrail: {message.replace('{registry}', str(registry()[0]))}\n"


def test_a_text_of_another_digest_is_told(run: Run, place: Path) -> None:
    """Verification ends with 1, says which digest was wanted, and where the claim went."""
    (place / "texts" / "gift.txt").write_text("Oh! " + TEXT, "utf-8")
    before = _state(place)
    done = run("verify", "gift", "--documents", "texts")
    assert (done.returncode, done.stderr) == (1, "")
    wanted, found = (sha256(text.encode()).hexdigest() for text in (TEXT, "Oh! " + TEXT))
    assert done.stdout == (
        "gift: gift.txt: 1 claim, 0 mentions: 5 problems\n"
        f"  gift/source.toml: text.sha256: changed: wanted {wanted}, gift.txt has {found}\n"
        "  gift/source.toml: text.bytes: wanted 38, there are 42\n"
        "  gift/source.toml: text.characters: wanted 38, there are 42\n"
        "  gift/source.toml: text.paragraphs: wanted [0, 23] for paragraph 1, it stands at [0, 27];"
        " 1 more differ\n"
        "  gift/claims.yaml:10:14: GIFT-1: moved: wanted 'gave' at 8, where 'Lee ' stands; it stands at 12:"
        " paragraph: 1, span: [4, 27], anchor_at: 12\n"
    )
    assert _state(place) == before


def test_a_missing_folder_is_named(run: Run, place: Path) -> None:
    """It is said what was looked for."""
    wanted = "a folder with a source.toml, or a folder of such folders"
    assert _build(run, place, "gifts") == f"moneytrail: gifts: not found; wanted {wanted}\n"


def test_a_folder_without_metadata_is_no_source(run: Run, place: Path) -> None:
    """A folder of sheets alone is told from a source."""
    (place / "gift" / "source.toml").unlink()
    wanted = "a folder with a source.toml, or a folder of such folders"
    assert _build(run, place) == f"moneytrail: gift: not found; wanted {wanted}\n"


def test_a_sheet_that_cannot_be_read_is_told(run: Run, place: Path) -> None:
    """A folder of the name of a sheet is no sheet."""
    (place / "gift" / "more.yaml").mkdir()
    assert _build(run, place) == (
        "moneytrail: gift/more.yaml: cannot read: Is a directory; wanted a fact sheet\n"
    )


def test_broken_metadata_is_told_with_line_and_column(run: Run, place: Path) -> None:
    """As with a sheet."""
    toml = place / "gift" / "source.toml"
    toml.write_text(toml.read_text("utf-8").replace("kind = ", "kind "), "utf-8")
    assert _build(run, place) == (
        "moneytrail: gift/source.toml:2:6: broken TOML: Expected '=' after a key in a key/value pair\n"
    )


def test_a_base_that_makes_no_iris_is_told(run: Run, place: Path) -> None:
    """Exit code 2: the command was called wrongly."""
    stderr = _fails(run, place, "build", "--base", "example.org", "--graph", "graph", "--quiet", code=2)
    example = "such as https://example.org/money/"
    assert stderr == (
        f"moneytrail: base: 'example.org' is not an absolute IRI that ends in / or #, {example}\n"
    )


def test_a_store_in_use_is_not_written(run: Run, place: Path) -> None:
    """While another process builds, a second build says so at once; when it ends, the build goes through."""
    (place / "gift" / "claims.yaml").write_text(CHANGED, "utf-8")
    with subprocess.Popen(
        [sys.executable, "-c", HOLD], cwd=place, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        message = "another build is writing here; wait for it, or build into another folder"
        assert _build(run, place) == f"moneytrail: graph: {message}\n"
        holder.kill()
    assert run("build", "gift", "--only-mine", "--graph", "graph").returncode == 0
    assert _amounts(place / "graph") == ["7"]


@pytest.mark.parametrize(
    ("after", "size", "reason"),
    [
        ("read registry", 100, "File too large"),
        ("wrote gift", 100_000, "File too large"),
        ("wrote derived-record-matches", 1_000, "IO error: .*: File too large"),
        ("wrote derived-record-matches", 600_000, "File too large"),
    ],
)
def test_a_full_disk_leaves_the_graph_as_it_was(place: Path, after: str, size: int, reason: str) -> None:
    """A file that cannot grow, of quads or of the store, ends the build; what it had written is gone."""
    (place / "gift" / "claims.yaml").write_text(CHANGED, "utf-8")
    before = _state(place / "graph")
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, after, str(size)],
        cwd=place,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert re.fullmatch(f"moneytrail: graph: cannot write: {reason}\n", done.stderr), done.stderr
    assert _state(place / "graph") == before
    assert _amounts(place / "graph") == ["5"]


def test_a_file_where_the_graph_should_go_is_left_alone(run: Run, place: Path) -> None:
    """A file is not replaced by a folder, nor can one be made below it."""
    (place / "taken").write_text("mine", "utf-8")
    for target, reason in (("taken", "it is a file; wanted a folder"), ("taken/graph", "Not a directory")):
        stderr = _fails(run, place, "build", "gift", "--only-mine", "--graph", target, "--quiet")
        assert stderr == f"moneytrail: {target}: cannot write: {reason}\n"
    assert (place / "taken").read_text("utf-8") == "mine"


def test_a_failed_first_build_leaves_no_folder(run: Run, place: Path) -> None:
    """Where there was no graph there is none afterwards, not even an empty folder."""
    (place / "gift" / "claims.yaml").write_text("claims: 5\n", "utf-8")
    done = run("build", "gift", "--only-mine", "--graph", "other", "--quiet")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "moneytrail: gift/claims.yaml:1:9: claims: 5 is not a list\n"
    assert not (place / "other").exists()


SUBJECT = "between columns 1 and 6: The subject of a triple must be an IRI or a blank node"
SCHEME = "between columns 1 and 4: No scheme found in an absolute IRI"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("x.txt", "hello\n", f"Parser error at line 1 {SUBJECT} (x.txt, line 1)"),
        ("x.ttl", "<a> <b", f"Parser error at line 1 {SCHEME} (x.ttl, line 1)"),
        ("x.pdf", "%PDF", "'.pdf' is not an ending of an RDF file such as .ttl, .nq or .jsonld"),
    ],
)
def test_what_is_no_rdf_is_told(run: Run, place: Path, name: str, content: str, reason: str) -> None:
    """Validation and queries of a file say that it is not RDF, and where it stops being so."""
    (place / name).write_text(content, "utf-8")
    message = f"moneytrail: {name}: not RDF: {reason}\n"
    assert _fails(run, place, "validate", name, code=1) == message
    assert _fails(run, place, "query", "ASK {}", "--data", name, code=2) == message


def test_where_nothing_is_built_is_no_graph(run: Run, place: Path) -> None:
    """The message says what to do."""
    done = run("query", "ASK {}", "--graph", "none")
    assert done.returncode != 0
    assert done.stdout == ""
    advice = "run `moneytrail build` first, or name its folder with --graph"
    assert done.stderr == f"moneytrail: none: no graph here; {advice}\n"
    assert not (place / "none").exists()


@pytest.fixture(scope="module")
def killed(good: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder of graphs, each the good one after a build of a changed sheet was killed at a stage."""
    place = tmp_path_factory.mktemp("killed")
    shutil.copytree(good / "gift", place / "gift")
    for stage in STAGES:
        shutil.copytree(good / "graph", place / stage)
    (place / "gift" / "claims.yaml").write_text(CHANGED, "utf-8")
    command = [sys.executable, "-c", KILLED, *STAGES]
    done = subprocess.run(command, cwd=place, capture_output=True, text=True, check=True)
    ends = dict(zip(STAGES, done.stdout.split(), strict=True))
    timed = ends.pop("while loading")
    assert set(ends.values()) == {str(-signal.SIGKILL)}
    assert timed == str(-signal.SIGALRM)
    yield place
    shutil.rmtree(place)


@pytest.mark.parametrize("stage", STAGES)
def test_a_killed_build_leaves_the_last_good_graph(
    good: Path, killed: Path, tmp_path: Path, stage: str
) -> None:
    """Until the new graph is put in use the old one answers; a rerun finishes and removes what was left."""
    graph = tmp_path / "graph"
    shutil.copytree(killed / stage, graph)
    removing = stage == "while removing"
    assert _amounts(graph) == (["7"] if removing else ["5"])
    if not removing:
        assert _state(generation_folder(graph)) == _state(generation_folder(good / "graph"))
    build([*registry(), killed / "gift"], graph, lambda _: None)
    assert _amounts(graph) == ["7"]
    assert [path.name for path in (graph / "generations").iterdir()] == [generation_folder(graph).name]
    assert sorted(path.name for path in graph.iterdir()) == ["CURRENT", "build.lock", "generations"]


@pytest.mark.parametrize("stage", ["putting it in use", "while removing"])
def test_what_is_half_removed_is_not_taken_for_whole(
    good: Path, killed: Path, tmp_path: Path, stage: str
) -> None:
    """Going back to the old sheet after the kill gives the old graph, complete to the last file."""
    graph = tmp_path / "graph"
    shutil.copytree(killed / stage, graph)
    build([*registry(), good / "gift"], graph, lambda _: None)
    assert _amounts(graph) == ["5"]
    old, new = (generation_folder(folder) for folder in (good / "graph", graph))
    assert old.name == new.name
    assert _state(old / "quads") == _state(new / "quads")
    assert (old / "manifest.json").read_bytes() == (new / "manifest.json").read_bytes()
