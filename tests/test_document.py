"""Metadata of a source: every field is read, and every wrong one told."""

from pathlib import Path

import pytest

from sources.claim import Span
from sources.document import read_document
from sources.errors import SourceError

DIGEST = "a" * 64
ARTICLE = f"""\
id = "trial"
kind = "article"
title = "A trial"
publisher = "Nobody"
licence = "facts only"
date = 2018-06-07
origin = "TRIAL"

[text]
file = "trial.txt"
sha256 = "{DIGEST.upper()}"
characters = 20
bytes = 22
paragraphs = [[0, 9], [11, 20]]
"""


def _folder(place: Path, toml: str) -> Path:
    folder = place / "trial"
    folder.mkdir()
    (folder / "source.toml").write_text(toml, "utf-8")
    return folder


def test_an_article_is_read_to_the_last_field(tmp_path: Path) -> None:
    """Every field arrives; a date may be a TOML date, and a digest is in small letters."""
    more = (
        'authors = ["A", "B"]\ndate_best = "b"\ndate_basis = "c"\nauthors_basis = "d"\ntitle_given = "e"\n'
        'title_basis = "f"\nstructure = "g"\nurl = "https://example.org/"\n\n[text]'
    )
    tables = (
        '\n[[attribution]]\nagent = "publication/x"\ninferred = true\n[[outside]]\nstatement = "s"\n'
        '[[related]]\ndocuments = ["001"]\nsame_report = true\nrelation = "r"\n'
        'evidence = "v"\nconsequence = "q"\n'
    )
    read = read_document(_folder(tmp_path, ARTICLE.replace("\n[text]", more) + tables))
    assert (read.id, read.kind, read.title, read.publisher) == ("trial", "article", "A trial", "Nobody")
    assert (read.licence, read.date, read.origin) == ("facts only", "2018-06-07", "TRIAL")
    assert (read.authors, read.date_best, read.date_basis) == (("A", "B"), "b", "c")
    assert (read.authors_basis, read.title_given, read.title_basis) == ("d", "e", "f")
    assert (read.structure, read.url, read.outside) == ("g", "https://example.org/", ("s",))
    assert read.text is not None
    assert (read.text.file, read.text.sha256) == ("trial.txt", DIGEST)
    assert (read.text.characters, read.text.bytes) == (20, 22)
    assert read.text.paragraphs == (Span(0, 9), Span(11, 20))
    assert [(one.agent, one.inferred) for one in read.speakers] == [("publication/x", True)]
    (related,) = read.related
    assert (related.documents, related.same_report) == (("001",), True)
    assert (related.relation, related.evidence, related.consequence) == ("r", "v", "q")


def test_a_byte_order_mark_changes_nothing(tmp_path: Path) -> None:
    """Metadata saved on Windows reads as metadata saved elsewhere."""
    folder = _folder(tmp_path, "")
    (folder / "source.toml").write_bytes(b"\xef\xbb\xbf" + ARTICLE.replace("\n", "\r\n").encode())
    assert read_document(folder).title == "A trial"


WANTED_ID = "an id of small letters, digits, - and . that is not taken"


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ('id = "trial"\n', "", "id is missing; wanted " + WANTED_ID),
        ('id = "trial"', 'id = "../trial"', f"id: '../trial' is not {WANTED_ID}"),
        ('id = "trial"', 'id = "ontology"', f"id: 'ontology' is not {WANTED_ID}"),
        ('id = "trial"', 'id = "derived-edges"', f"id: 'derived-edges' is not {WANTED_ID}"),
        ('kind = "article"', 'kind = "book"', "kind: 'book' is not article or registry"),
        ('"A trial"', '""', "title: '' is not a title in your own words"),
        ('"A trial"', '"A\\u0000"', "title: 'A\\x00' is not a title in your own words"),
        ("2018-06-07", '"June"', "date: 'June' is not an EDTF date such as 2018-06-07"),
        ("2018-06-07", "true", "date: True is not an EDTF date such as 2018-06-07"),
        (DIGEST.upper(), "0x" + "a" * 62, f"text.sha256: '0x{'a' * 62}' is not 64 hexadecimal digits"),
        ("bytes = 22", "bytes = -1", "text.bytes: -1 is not a number of bytes"),
        ("bytes = 22", "bytes = true", "text.bytes: True is not a number of bytes"),
        ("[0, 9]", "[9, 0]", "text.paragraphs: [[9, 0], [11, 20]] is not a list of [start, end]"),
        ("[0, 9]", "[0, 9, 1]", "text.paragraphs: [[0, 9, 1], [11, 20]] is not a list of [start, end]"),
        ("origin =", "orgin =", "origin is missing; wanted the name of the reporting it goes back to"),
        ("[text]", 'titel = "x"\n[text]', "titel is not a field of source.toml; did you mean 'title'?"),
        (
            "bytes = 22",
            "bytes = 22\nfiel = 1",
            "text.fiel is not a field of source.toml; did you mean 'file'?",
        ),
    ],
)
def test_a_wrong_field_is_told_by_name(tmp_path: Path, before: str, after: str, message: str) -> None:
    """Missing, unknown and wrong fields are refused, with what was there and what was wanted."""
    assert before in ARTICLE
    folder = _folder(tmp_path, ARTICLE.replace(before, after))
    with pytest.raises(SourceError) as caught:
        read_document(folder)
    assert str(caught.value) == f"{folder}/source.toml: {message}"


def test_broken_toml_is_told_with_line_and_column(tmp_path: Path) -> None:
    """The place is that of the mistake, as with a fact sheet."""
    folder = _folder(tmp_path, 'id = "trial"\nkind "article"\n')
    with pytest.raises(SourceError) as caught:
        read_document(folder)
    place = f"{folder}/source.toml:2:6"
    assert str(caught.value) == f"{place}: broken TOML: Expected '=' after a key in a key/value pair"


def test_a_registry_needs_no_date_origin_or_text(tmp_path: Path) -> None:
    """A registry has an id, a title, a publisher and a licence, and no text."""
    toml = 'id = "names"\nkind = "registry"\ntitle = "T"\npublisher = "P"\nlicence = "CC0-1.0"\n'
    read = read_document(_folder(tmp_path, toml))
    assert (read.date, read.origin, read.text) == ("", "", None)
