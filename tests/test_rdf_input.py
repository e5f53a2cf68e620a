"""RDF files as a source: statements in their own graph, and the message for what cannot be told."""

import gzip
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, serialize

from graph.build import build
from graph.nodes import BASE, Names, term
from graph.quad_files import write_quads
from graph.rdf.sorting import write_sorted
from graph.rdf.source_quads import rdf_quads
from graph.store import generation_folder, open_store, read_manifest
from sources.catalog import registry
from sources.errors import SourceError
from sources.rdf_files.source import read_rdf_source

if TYPE_CHECKING:
    from subprocess import CompletedProcess

Run = Callable[..., "CompletedProcess[str]"]
HOME = f"{BASE}id/graph/dataset/notes"
EXAMPLE = "https://example.org/"
METADATA = """\
id = "notes"
kind = "rdf"
title = "Notes on a race"
publisher = "A reader"
licence = "CC0-1.0"
"""
RDF_XML = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
TURTLE = """\
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix mt: <https://w3id.org/moneytrail/ns#> .
<https://example.org/ada> foaf:name "Ada \\"B\\" Baker"@en ; mt:amount 1.50 ; foaf:knows _:b .
_:b foaf:name "Bo" .
"""
QUADS = [
    Quad(NamedNode(f"{EXAMPLE}ada"), term("foaf:name"), Literal('Ada "B" Baker', language="en")),
    Quad(NamedNode(f"{EXAMPLE}ada"), term("amount"), Literal("1.50", datatype=term("xsd:decimal"))),
    Quad(NamedNode(f"{EXAMPLE}ada"), term("foaf:knows"), BlankNode("b")),
    Quad(BlankNode("b"), term("foaf:name"), Literal("Bo")),
]
SYNTAXES = {
    "ttl": RdfFormat.TURTLE,
    "trig": RdfFormat.TRIG,
    "nt": RdfFormat.N_TRIPLES,
    "nq": RdfFormat.N_QUADS,
    "jsonld": RdfFormat.JSON_LD,
    "rdf": RdfFormat.RDF_XML,
}


def source_folder(folder: Path, more: str = "", **files: str | bytes) -> Path:
    """A source of files, by ending; each is named `notes` with its ending."""
    folder.mkdir(exist_ok=True)
    parts = [METADATA, more]
    for ending, content in files.items():
        name = f"notes.{ending.replace('_', '.')}"
        data = content.encode() if isinstance(content, str) else content
        (folder / name).write_bytes(data)
        parts.append(f'\n[[files]]\npath = "{name}"\nsha256 = "{sha256(data).hexdigest()}"\n')
    (folder / "source.toml").write_text("".join(parts), "utf-8")
    return folder


def stated(folder: Path, more: str = "", **files: str | bytes) -> set[str]:
    """What the files state, without what is said of them and of their graphs."""
    source = read_rdf_source(source_folder(folder, more, **files))
    quads = rdf_quads(source, Names())
    things = ("", *(f"/notes.{ending.replace('_', '.')}" for ending in files))
    known = (f"<{HOME}", *(f"<{BASE}id/dataset/notes{thing}> " for thing in things))
    return {str(quad) for quad in quads if not str(quad).startswith(known)}


def problem(folder: Path, more: str = "", **files: str | bytes) -> str:
    """What is wrong with a source."""
    with pytest.raises(SourceError) as caught:
        stated(folder, more, **files)
    return str(caught.value).replace(f"{folder}/", "")


@pytest.mark.parametrize("ending", SYNTAXES)
def test_every_syntax_states_the_same(tmp_path: Path, ending: str) -> None:
    """Statements stand in the graph of the source; blank nodes have IRIs, figures one form."""
    data = serialize(QUADS, format=SYNTAXES[ending])
    assert data is not None
    label = "b" if ending in ("nt", "nq") else "1"
    blank = f"<{BASE}id/dataset/notes/notes.{ending}/blank/{label}>"
    ada, foaf = f"<{EXAMPLE}ada>", "http://xmlns.com/foaf/0.1/"
    assert stated(tmp_path, **{ending: data}) == {
        f'{ada} <{foaf}name> "Ada \\"B\\" Baker"@en <{HOME}>',
        f'{ada} <{BASE}ns#amount> "1.5"^^<http://www.w3.org/2001/XMLSchema#decimal> <{HOME}>',
        f"{ada} <{foaf}knows> {blank} <{HOME}>",
        f'{blank} <{foaf}name> "Bo" <{HOME}>',
    }


def test_packed_files_and_byte_order_marks_are_read(tmp_path: Path) -> None:
    """What is packed is unpacked as it is read; a mark some editors write is no part of the file."""
    plain = stated(tmp_path / "a", ttl=TURTLE)
    packed = stated(tmp_path / "b", ttl_gz=gzip.compress(TURTLE.encode()))
    marked = stated(tmp_path / "c", ttl=b"\xef\xbb\xbf" + TURTLE.encode())
    assert marked == plain
    assert {line.replace("notes.ttl.gz/notes.ttl", "notes.ttl") for line in packed} == plain


def test_the_same_file_gives_the_same_blank_nodes(tmp_path: Path) -> None:
    """Nodes without a label are counted in the order of the file, and not named by chance."""
    text = "@prefix e: <https://example.org/> .\ne:a e:b [ e:c [ ] ] .\n[] e:d () .\n"
    first, second = (stated(tmp_path / name, ttl=text) for name in ("a", "b"))
    assert first == second
    assert not any("_:" in line for line in first)


def test_graphs_of_a_file_stand_below_the_graph_of_the_source(tmp_path: Path) -> None:
    """No file can speak in the name of another source, and what its own graph was is told."""
    forged = f"{BASE}id/graph/document/001"
    source = read_rdf_source(source_folder(tmp_path, nq=f'<{EXAMPLE}a> <{EXAMPLE}b> "c" <{forged}> .\n'))
    own = f"{HOME}/https%3A%2F%2Fw3id.org%2Fmoneytrail%2Fid%2Fgraph%2Fdocument%2F001"
    lines = {str(quad) for quad in rdf_quads(source, Names())}
    assert f'<{EXAMPLE}a> <{EXAMPLE}b> "c" <{own}>' in lines
    assert f'<{own}> <http://purl.org/dc/terms/source> "{forged}" <{HOME}>' in lines
    assert not any(line.endswith(f"<{forged}>") for line in lines)


def test_the_source_and_its_files_are_told(tmp_path: Path) -> None:
    """Who published them, under which terms, and the digest of what was read."""
    source = read_rdf_source(source_folder(tmp_path, 'retrieved = "2026-11-22"\n', ttl=TURTLE))
    lines = {str(quad.triple) for quad in rdf_quads(source, Names())}
    node, file = f"<{BASE}id/dataset/notes>", f"<{BASE}id/dataset/notes/notes.ttl>"
    assert {
        f'{node} <http://purl.org/dc/terms/publisher> "A reader"',
        f'{node} <http://purl.org/dc/terms/license> "CC0-1.0"',
        f'{node} <{BASE}ns#date> "2026-11-22"',
        f"{file} <{BASE}ns#dataset> {node}",
        f'{file} <{BASE}ns#textDigest> "{sha256(TURTLE.encode()).hexdigest()}"',
    } <= lines


@pytest.mark.parametrize(
    ("ending", "text", "message"),
    [
        (
            "ttl",
            "@prefix e: <https://example.org/> .\ne:a e:b e:c e:d .\n",
            "notes.ttl:2:13: not RDF: A dot is expected at the end of statements",
        ),
        (
            "nt",
            "<https://example.org/a> <https://example.org/b> .\n",
            "notes.nt:1:49: not RDF: The object of a triple must be an IRI, a blank node or a literal",
        ),
        ("jsonld", '{"@id":\n oops}', "notes.jsonld:2:2: not RDF: Unexpected char: 'o'"),
        (
            "rdf",
            f"{RDF_XML}>\n  <rdf:Description>\n</rdf:RDF>",
            (
                "notes.rdf:3:3: not RDF: ill-formed document:"
                " expected `</rdf:Description>`, but `</rdf:RDF>` was found"
            ),
        ),
        ("ttl", "<a> <https://example.org/b> 1 .", "notes.ttl:1:1: {relative}"),
        ("nq", "<https://example.org/a> <b> <https://example.org/c> .", "notes.nq:1:25: {relative}"),
        ("jsonld", '{"https://example.org/b":\n {"@id": "rel"}}', "notes.jsonld:2:10: {relative}"),
        (
            "rdf",
            f'{RDF_XML}>\n<rdf:Description rdf:about="ada"/></rdf:RDF>',
            "notes.rdf:2:28: {relative}",
        ),
        (
            "ttl",
            TURTLE.replace("mt:amount", "mt:ammount"),
            "notes.ttl:3:63: mt:ammount is not a term of the ontology; did you mean 'amount'?",
        ),
        (
            "nt",
            f"<https://example.org/a> <{BASE}ns#gaveTwo> <https://example.org/b> .\n",
            "notes.nt:1:57: mt:gaveTwo is not a term of the ontology; did you mean 'gaveTo'?",
        ),
        (
            "ttl",
            TURTLE.replace("1.50", '"a few"^^<http://www.w3.org/2001/XMLSchema#decimal>'),
            "notes.ttl:3:71: 'a few' is not a decimal number, as its datatype says",
        ),
        (
            "ttl",
            TURTLE.replace("1.50", '"2023-02-28T25:00:00Z"^^<http://www.w3.org/2001/XMLSchema#dateTime>'),
            "notes.ttl:3:71: '2023-02-28T25:00:00Z' is not a date and time, as its datatype says",
        ),
        (
            "ttl",
            TURTLE.replace("1.50", '"many"@en--ltr'),
            "notes.ttl:3:71: text with a direction (RDF 1.2); leave it out",
        ),
        (
            "ttl",
            TURTLE.replace("1.50", '"2023-02-30"^^<http://www.w3.org/2001/XMLSchema#date>'),
            "notes.ttl:3:71: '2023-02-30' is not a date, as its datatype says",
        ),
        (
            "ttl",
            f'<{EXAMPLE}a> <{EXAMPLE}b>\n <<( <{EXAMPLE}a> <{EXAMPLE}b> "c" )>> .',
            "notes.ttl:2:2: a statement about a statement (RDF 1.2); wanted plain triples",
        ),
        (
            "jsonld",
            '{"@context": {"name": "http://e.org/n"},\n "@id": "http://e.org/a", "name": "A", "nmae": "B"}',
            (
                "notes.jsonld:2:40: 'nmae' has no meaning in the context, and JSON-LD would drop it;"
                " define or remove it"
            ),
        ),
        (
            "jsonld",
            '{"@context": "https://schema.org/", "name": "A"}',
            "notes.jsonld: a context on the network, which is not fetched; write the context into the file",
        ),
        (
            "txt",
            "",
            (
                "notes.txt: '.txt' is not the ending of an RDF file; wanted a name that ends in"
                " .ttl, .trig, .nt, .nq, .jsonld, .rdf"
            ),
        ),
    ],
)
def test_what_cannot_be_told_is_refused_with_its_place(
    tmp_path: Path, ending: str, text: str, message: str
) -> None:
    """File, line and column, and what was wanted."""
    relative = "a relative IRI; write it out, or state a `base` in source.toml"
    assert problem(tmp_path, **{ending: text}) == message.replace("{relative}", relative)


@pytest.mark.parametrize(
    ("ending", "text"),
    [
        ("ttl", '<ada> <name> "Ada" .'),
        ("jsonld", '{"@context": {"@vocab": "https://example.org/"}, "@id": "ada", "name": "Ada"}'),
        (
            "rdf",
            f'{RDF_XML} xmlns:e="{EXAMPLE}"><rdf:Description rdf:about="ada" e:name="Ada"/></rdf:RDF>',
        ),
    ],
)
def test_relative_iris_are_resolved_against_a_stated_base(tmp_path: Path, ending: str, text: str) -> None:
    """The base is a line of source.toml."""
    found = stated(tmp_path, f'base = "{EXAMPLE}"\n', **{ending: text})
    assert found == {f'<{EXAMPLE}ada> <{EXAMPLE}name> "Ada" <{HOME}>'}


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ('base = "here"\n', "source.toml: base: 'here' is not an absolute IRI such as https://example.org/"),
        ('bas = "here"\n', "source.toml: bas is not a field of source.toml; did you mean 'base'?"),
    ],
)
def test_metadata_is_read_to_the_last_field(tmp_path: Path, more: str, message: str) -> None:
    """As that of every source."""
    assert problem(tmp_path, more, ttl=TURTLE) == message


def test_a_file_that_is_not_the_one_it_was_is_refused(tmp_path: Path) -> None:
    """The digest in source.toml is held against the file."""
    source_folder(tmp_path, ttl=TURTLE)
    (tmp_path / "notes.ttl").write_text("", "utf-8")
    with pytest.raises(SourceError) as caught:
        read_rdf_source(tmp_path)
    was, now = (sha256(text.encode()).hexdigest() for text in (TURTLE, ""))
    told = f"notes.ttl has the digest {now}, wanted {was}; it is not the file it was"
    assert str(caught.value) == f"{tmp_path}/source.toml: files: {told}"


def test_a_build_holds_the_statements_in_their_graph_and_once_in_the_default_graph(tmp_path: Path) -> None:
    """A triple that another source states too is one triple of the default graph."""
    person = f"<{BASE}id/person/george-soros>"
    label = "http://www.w3.org/2000/01/rdf-schema#label"
    twice = f'{person} <{label}> "George Soros"@en .\n'
    source_folder(tmp_path / "notes", nt=f'{twice}{person} <{EXAMPLE}note> "seen" .\n')
    target = tmp_path / "graph"
    built = build((*registry(), tmp_path / "notes"), target, lambda _: None)
    store = open_store(target)
    node, said = NamedNode(f"{BASE}id/person/george-soros"), NamedNode(f"{EXAMPLE}note")
    (quad,) = store.quads_for_pattern(node, said, None, DefaultGraph())
    assert quad.object == Literal("seen")
    assert len(list(store.quads_for_pattern(node, said, None, NamedNode(HOME)))) == 1
    labels = list(store.quads_for_pattern(node, term("rdfs:label"), None, None))
    assert [str(one.graph_name) for one in labels].count("DEFAULT") == 1
    assert sum(1 for _ in store.quads_for_pattern(None, None, None, DefaultGraph())) == built.manifest.triples


def test_quads_of_unchanged_files_are_kept(tmp_path: Path) -> None:
    """Same input, same bytes; a file that changed is read again, and what did not is kept."""
    folders = (*registry(), source_folder(tmp_path / "notes", ttl=TURTLE))
    target, told = tmp_path / "graph", []
    build(folders, target, lambda _: None)
    path = generation_folder(target) / "quads" / "notes.nq"
    first = path.read_bytes()
    assert not build(folders, target, lambda _: None).fresh
    other = (tmp_path / "other", tmp_path / "more")
    source_folder(other[0], nt="").joinpath("source.toml").write_text(
        (other[0] / "source.toml").read_text("utf-8").replace('"notes"', '"other"', 1), "utf-8"
    )
    build((*folders, other[0]), target, told.append)
    assert f"kept notes.nq: {first.count(b'.' + bytes([10]))} quads" in told
    assert (generation_folder(target) / "quads" / "notes.nq").read_bytes() == first
    source_folder(tmp_path / "notes", ttl=TURTLE.replace("Bo", "Cy"))
    assert build(folders, target, lambda _: None).fresh
    assert [part.name for part in read_manifest(target).sources] == ["registry", "notes"]


def test_an_id_is_taken_once(tmp_path: Path) -> None:
    """Neither by two sources of RDF files nor by a source of another kind."""
    first, second = (source_folder(tmp_path / name, ttl=TURTLE) for name in ("a", "b"))
    with pytest.raises(SourceError) as caught:
        build((*registry(), first, second), tmp_path / "graph", lambda _: None)
    assert str(caught.value) == (
        f"{second}/source.toml: 'notes' is defined a second time; the first is at {first}/source.toml"
    )
    metadata = (first / "source.toml").read_text("utf-8").replace('id = "notes"', 'id = "registry"')
    (first / "source.toml").write_text(metadata, "utf-8")
    with pytest.raises(SourceError) as caught:
        build((*registry(), first), tmp_path / "graph", lambda _: None)
    assert str(caught.value) == f"{first}/source.toml: id: 'registry' is the id of another source"


def test_a_broken_file_leaves_the_graph_in_place(tmp_path: Path, run: Run) -> None:
    """The command tells the mistake in one line, and nothing is changed."""
    source_folder(tmp_path / "notes", ttl=TURTLE)
    assert run("build", "notes", "--only-mine", "--quiet").returncode == 0
    before = read_manifest(tmp_path / "moneytrail-graph")
    source_folder(tmp_path / "notes", ttl="oops")
    done = run("build", "notes", "--only-mine", "--quiet")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("moneytrail: notes/notes.ttl:1:1: not RDF: ")
    assert read_manifest(tmp_path / "moneytrail-graph") == before


NODES = st.sampled_from(
    [NamedNode(f"{EXAMPLE}{name}") for name in ("a", "a/b", "a b".replace(" ", "%20"), "é")]
)
VALUES = NODES | st.text(st.characters(codec="utf-8")).map(Literal)


@given(st.lists(st.builds(Quad, NODES, NODES, VALUES, NODES), max_size=30))
def test_sorting_in_runs_gives_the_file_that_sorting_at_once_gives(quads: list[Quad]) -> None:
    """However many quads are held at a time, line ends in text included."""
    import tempfile

    with tempfile.TemporaryDirectory() as place:
        whole, runs = Path(place) / "whole.nq", Path(place) / "runs.nq"
        assert write_sorted(iter(quads), runs, run=4) == write_quads(quads, whole)
        assert runs.read_bytes() == whole.read_bytes()
        assert sorted(path.name for path in Path(place).iterdir()) == ["runs.nq", "whole.nq"]
