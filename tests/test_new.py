"""Starting a source: from the text of an article to a built graph, by commands a stranger can follow."""

import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph.store import open_store
from sources.claim import Span
from sources.document import read_document
from sources.errors import SourceError
from sources.locate import locate
from sources.new import Particulars, start_source
from sources.source import read_source

if TYPE_CHECKING:
    import subprocess

Run = Callable[..., "subprocess.CompletedProcess[str]"]
TEXT = "Ann Lee gave Bo Ray $5 on Monday.\nLee said so.\n\nThe “Post” first reported it. Bo Ray’s son gave.\n"
NO_ID = "an id of small letters, digits, - and . that is not taken; give one with --id"
FULL = Particulars(title="A gift", publisher="Post", date="2018-06-07")


@pytest.fixture
def text(tmp_path: Path) -> Path:
    """The text of an article."""
    path = tmp_path / "gift.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_the_metadata_describes_the_text(text: Path, tmp_path: Path) -> None:
    """Digest, counts and paragraphs are those of the file; what the user said is filled in."""
    start_source(tmp_path / "a-gift", text, FULL)
    read = read_document(tmp_path / "a-gift")
    assert (read.id, read.title, read.publisher, read.date) == ("a-gift", "A gift", "Post", "2018-06-07")
    assert read.origin == "a-gift"
    assert read.text is not None
    assert (read.text.file, read.text.sha256) == ("gift.txt", sha256(TEXT.encode()).hexdigest())
    assert (read.text.characters, read.text.bytes) == (len(TEXT), len(TEXT.encode()))
    assert read.text.paragraphs == (Span(0, 46), Span(48, len(TEXT) - 1))


def test_hostile_particulars_are_written_so_that_they_are_read_back(text: Path, tmp_path: Path) -> None:
    """Quotes, backslashes, line ends and braces in a title break no file."""
    title = 'A "quoted" \\ title\nwith {braces}\tand \x7f'
    start_source(tmp_path / "a", text, Particulars(id="x-1", title=title.replace("\x7f", "é"), publisher="P"))
    written = (tmp_path / "a" / "source.toml").read_text("utf-8")
    (tmp_path / "a" / "source.toml").write_text(written.replace('date = ""', 'date = "2018"'), "utf-8")
    assert read_document(tmp_path / "a").title == title.replace("\x7f", "é")


def test_the_example_can_be_used_as_it_is(text: Path, tmp_path: Path) -> None:
    """Without its signs of a comment, the example is a claim whose anchor stands in the text."""
    folder = tmp_path / "a-gift"
    start_source(folder, text, FULL)
    assert read_source(folder).claims == ()
    sheet = (folder / "claims.yaml").read_text("utf-8")
    head, mark, example = sheet.partition("#claims:")
    (folder / "claims.yaml").write_text(head + (mark + example).replace("\n#", "\n")[1:], "utf-8")
    (claim,) = read_source(folder).claims
    assert (claim.key, claim.subject, claim.object) == ("A-GIFT-001", "document/a-gift", "2018-06-07")
    place = claim.evidence
    assert TEXT[place.anchor_at :].startswith(place.anchor)
    assert TEXT[place.span.start : place.span.end] == "Ann Lee gave Bo Ray $5 on Monday."


def test_an_editor_finds_the_schema(text: Path, tmp_path: Path) -> None:
    """The first line names the schema, which is copied beside the sheet unless one is around it."""
    start_source(tmp_path / "one", text, FULL)
    first = (tmp_path / "one" / "claims.yaml").read_text("utf-8").split("\n")[0]
    assert first == "# yaml-language-server: $schema=sheet.schema.json"
    schema = tmp_path / "one" / "sheet.schema.json"
    assert '"title": "moneytrail fact sheet"' in schema.read_text("utf-8")
    schema.rename(tmp_path / "sheet.schema.json")
    start_source(tmp_path / "two", text, FULL)
    first = (tmp_path / "two" / "claims.yaml").read_text("utf-8").split("\n")[0]
    assert first == "# yaml-language-server: $schema=../sheet.schema.json"
    assert sorted(path.name for path in (tmp_path / "two").iterdir()) == ["claims.yaml", "source.toml"]


@pytest.mark.parametrize("there", ["source.toml", "claims.yaml"])
def test_nothing_is_overwritten(text: Path, tmp_path: Path, there: str) -> None:
    """A folder that holds a source stays as it is, to the last byte."""
    folder = tmp_path / "a"
    folder.mkdir()
    (folder / there).write_text("mine", "utf-8")
    with pytest.raises(SourceError) as caught:
        start_source(folder, text, FULL)
    message = "it is there already, and stays as it is; name another folder"
    assert str(caught.value) == f"{folder}/{there}: {message}"
    assert [(path.name, path.read_text("utf-8")) for path in folder.iterdir()] == [(there, "mine")]


@pytest.mark.parametrize(
    ("particulars", "message"),
    [
        (
            Particulars(id="../a"),
            f"id: '../a' is not {NO_ID}",
        ),
        (
            Particulars(id="ontology"),
            f"id: 'ontology' is not {NO_ID}",
        ),
        (
            Particulars(date="June"),
            "date: 'June' is not a date like 2018, 2018-06, 2018-06-05 or 2018-05/2018-06",
        ),
    ],
)
def test_a_particular_that_is_wrong_starts_nothing(
    text: Path, tmp_path: Path, particulars: Particulars, message: str
) -> None:
    """An id or date that could not be read back is refused before anything is written."""
    with pytest.raises(SourceError) as caught:
        start_source(tmp_path / "a", text, particulars)
    assert str(caught.value) == f"{tmp_path}/a: {message}"
    assert not (tmp_path / "a").exists()


def test_a_text_must_have_words_in_utf8(tmp_path: Path) -> None:
    """A missing, an empty and a Latin-1 text are told apart."""
    path = tmp_path / "gift.txt"
    for data, message in (
        (None, "not found; wanted the text of an article"),
        (b" \n\n", "there are no words in it; wanted the text of an article"),
        (b"caf\xe9", "byte 3 is not UTF-8"),
    ):
        if data is not None:
            path.write_bytes(data)
        with pytest.raises(SourceError) as caught:
            start_source(tmp_path / "a", path, FULL)
        assert str(caught.value) == f"{path}: {message}"


def test_a_folder_that_cannot_be_made_is_told(text: Path) -> None:
    """A file where the folder should be is left alone."""
    with pytest.raises(SourceError) as caught:
        start_source(text / "a", text, FULL)
    assert str(caught.value) == f"{text}/a/source.toml: cannot write: Not a directory"
    assert text.read_text("utf-8") == TEXT


def test_located_words_come_with_their_sentence() -> None:
    """Paragraph, span of the sentence and first code point, as a claim needs them."""
    (found,) = locate(TEXT, "first reported")
    assert found.exact
    assert (
        found.to_yaml() == '  paragraph: 2\n  span: [48, 77]\n  anchor: "first reported"\n  anchor_at: 59\n'
    )


def test_every_place_is_located() -> None:
    """Words that stand more than once are found each time, in order."""
    assert [found.evidence.anchor_at for found in locate(TEXT, "gave")] == [8, 91]
    assert [found.evidence.paragraph for found in locate(TEXT, "gave")] == [1, 2]


def test_words_across_two_sentences_have_both_as_span() -> None:
    """The span holds the anchor as a whole."""
    (found,) = locate(TEXT, "Monday.\nLee")
    assert found.evidence.span == Span(0, 46)


@pytest.mark.parametrize(
    ("words", "anchor"),
    [
        ('the "post" first', "The “Post” first"),
        ("Monday. Lee said", "Monday.\nLee said"),
        ("Bo Ray's son", "Bo Ray’s son"),
    ],
)
def test_words_written_a_little_otherwise_are_found_as_the_text_writes_them(words: str, anchor: str) -> None:
    """Capitals, kinds of quotation mark and white space may differ; the anchor is the text's."""
    (found,) = locate(TEXT, words)
    assert (found.exact, found.evidence.anchor) == (False, anchor)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("gave nothing", "'gave nothing' stands nowhere in the text"),
        ("a b c d e f g", "'a b c d e f g' has 7 words; an anchor has one to 6"),
        (" ", "' ' has 0 words; an anchor has one to 6"),
        ("so.\n\nThe", "'so.\\n\\nThe' stands nowhere in one paragraph of the text"),
    ],
)
def test_what_cannot_be_an_anchor_is_refused(words: str, message: str) -> None:
    """Words that are not there, too many, or spread over two paragraphs."""
    with pytest.raises(ValueError, match="'") as caught:
        locate(TEXT, words)
    assert str(caught.value) == message


def test_the_next_command_can_be_pasted(run: Run, text: Path) -> None:
    """A folder with a space in its name is quoted in it."""
    assert text.is_file()
    started = run("new", "my sources/a-gift", "--text", "gift.txt")
    assert started.stdout.endswith("then: moneytrail verify 'my sources/a-gift' --documents .\n")


def test_a_stranger_goes_from_a_text_to_a_graph(run: Run, text: Path, tmp_path: Path) -> None:
    """Start a source, locate an anchor, paste it into a claim, verify, build: the claim is in the graph."""
    assert text.is_file()
    started = run(
        "new", "a-gift", "--text", "gift.txt", "--title", "A gift", "--publisher", "Post", "--date", "2018"
    )
    assert (started.returncode, started.stderr) == (0, "")
    assert started.stdout == (
        "a-gift: wrote source.toml and claims.yaml: 2 paragraphs, 97 characters\n"
        "add claims to a-gift/claims.yaml, then: moneytrail verify a-gift --documents .\n"
    )
    located = run("new", "--locate", "gave Bo Ray $5", "--text", "gift.txt")
    assert (located.returncode, located.stderr) == (0, "")
    with (tmp_path / "a-gift" / "claims.yaml").open("a", encoding="utf-8") as sheet:
        sheet.write(
            "entities:\n"
            "- {id: person/ann-lee, type: Person, label: Ann Lee}\n"
            "- {id: person/bo-ray, type: Person, label: Bo Ray}\n"
            f"claims:\n- id: GIFT-1\n{located.stdout}"
            "  kind: money\n  subject: person/ann-lee\n  predicate: gaveTo\n  object: person/bo-ray\n"
            "  quantity: {precision: exact, value: 5, unit: USD, as_written: $5}\n  gloss: A gift\n"
        )
    verified = run("verify", "a-gift", "--documents", ".")
    assert (verified.returncode, verified.stdout) == (
        0,
        "a-gift: gift.txt: 1 claim, 0 mentions: all as the source says\n",
    )
    built = run("build", "a-gift", "--only-mine", "--graph", "graph")
    assert built.returncode == 0, built.stderr
    assert re.fullmatch(r"graph: built: 2 sources, 1 claims, .*\n", built.stdout)
    ask = """PREFIX mt: <https://w3id.org/moneytrail/ns#> PREFIX id: <https://w3id.org/moneytrail/id/>
        ASK { <https://w3id.org/moneytrail/id/person/ann-lee> mt:gaveTo
              <https://w3id.org/moneytrail/id/person/bo-ray> . ?gift mt:amount 5.0 ; mt:currency "USD" }"""
    assert open_store(tmp_path / "graph").query(ask)


def test_what_is_left_to_fill_in_is_named(run: Run, text: Path) -> None:
    """A build before it is filled in names the first of them."""
    assert text.is_file()
    started = run("new", "a-gift", "--text", "gift.txt")
    assert started.stdout.split("\n")[1] == "fill in in a-gift/source.toml: title, publisher, date"
    built = run("build", "a-gift", "--only-mine", "--quiet")
    assert (built.returncode, built.stdout) == (1, "")
    assert built.stderr == "moneytrail: a-gift/source.toml: title: '' is not a title in your own words\n"


def test_several_places_are_numbered(run: Run, text: Path) -> None:
    """The command says how many there are, and when the text writes the words otherwise."""
    assert text.is_file()
    assert run("new", "--locate", "GAVE", "--text", "gift.txt").stdout == (
        "# place 1 of 2\n# the text writes it a little otherwise\n"
        '  paragraph: 1\n  span: [0, 33]\n  anchor: "gave"\n  anchor_at: 8\n'
        "# place 2 of 2\n# the text writes it a little otherwise\n"
        '  paragraph: 2\n  span: [78, 96]\n  anchor: "gave"\n  anchor_at: 91\n'
    )


def test_words_that_are_nowhere_end_with_one_message(run: Run, text: Path) -> None:
    """Exit code 1, and nothing to paste."""
    assert text.is_file()
    done = run("new", "--locate", "took", "--text", "gift.txt")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "moneytrail: gift.txt: 'took' stands nowhere in the text\n"
