"""A source folder for an article, started from its text: metadata, and a fact sheet to go on with."""

import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from sources.claim import Evidence
from sources.document import FILE, Text
from sources.edtf import read_date
from sources.errors import Position, SourceError
from sources.files import decode, read_bytes
from sources.locate import evidence_of
from sources.schema import schema_text
from sources.text import find_paragraphs, find_sentences
from sources.writing import id_of, quoted, write_all

SHEET = "claims.yaml"
SCHEMA = "sheet.schema.json"
FIRST_WORDS = re.compile(r"\S+(?:[^\S\r\n]+\S+){0,2}")
METADATA = """\
id = {id}
kind = "article"
title = {title}  # in your own words
publisher = {publisher}  # and how that is known, when the text does not say
date = {date}  # EDTF: 2018-06-07, 2018-06, 2018-06-06/2018-06-10
origin = {origin}  # the reporting it goes back to; documents of one origin count as one witness
licence = "facts and anchors only; the text stays with its publisher"

[text]
file = {file}
sha256 = "{sha256}"
characters = {characters}
bytes = {bytes}
paragraphs = [
{paragraphs}]
"""
CLAIMS = """\
# yaml-language-server: $schema={schema}
document: "{id}"

# Persons, committees and the like that nobody has defined yet are defined under `entities:`, each
# with id, type and label.
#
# A claim. Take away the # at the start of each line below, and change what it says.
# `moneytrail new --locate 'at most six words' --text FILE` prints paragraph, span and anchor.
#claims:
#- id: {key}-001
#  paragraph: {paragraph}
#  span: [{start}, {end}]
#  anchor: {anchor}
#  anchor_at: {anchor_at}
#  kind: publication
#  subject: document/{id}
#  predicate: publishedOn
#  value: {date}
#  gloss: The article gives its day
"""


@dataclass(frozen=True, slots=True)
class Particulars:
    """What a user says of an article; "" for what is filled in by hand later.

    Attributes:
        id: Id of the source; made from the folder's name when it is "".
        date: EDTF date of publication.
        origin: Name of the reporting it goes back to; the id when it is "".
    """

    id: str = ""
    title: str = ""
    publisher: str = ""
    date: str = ""
    origin: str = ""

    @property
    def missing(self) -> tuple[str, ...]:
        """The fields of source.toml that are still to be filled in."""
        named = (("title", self.title), ("publisher", self.publisher), ("date", self.date))
        return tuple(name for name, value in named if value == "")


def start_source(folder: Path, text: Path, particulars: Particulars) -> Text:
    """Start the source folder of an article and describe its text.

    Raises:
        MissingSourceError: There is no such text.
        SourceError: The folder holds a source already, the text cannot be used, a particular is not
            what it should be, or the folder cannot be written; then nothing is written.
    """
    name = id_of(folder, particulars.id)
    _check_date(folder, particulars.date)
    data = read_bytes(text, "the text of an article")
    words = decode(data, text)
    described = describe(words, data, text)
    files = {
        folder / FILE: _metadata(name, particulars, described),
        folder / SHEET: _sheet(name, particulars, _first_words(words), _schema_of(folder)),
    }
    if _schema_of(folder) == SCHEMA:
        files[folder / SCHEMA] = schema_text()
    write_all(files, SCHEMA)
    return described


def describe(words: str, data: bytes, path: Path) -> Text:
    """Digest, counts and paragraphs of a text.

    Raises:
        SourceError: There are no words in it.
    """
    paragraphs = find_paragraphs(words)
    if paragraphs == ():
        raise SourceError(Position(str(path)), "there are no words in it; wanted the text of an article")
    return Text(path.name, sha256(data).hexdigest(), len(words), len(data), paragraphs)


def _check_date(folder: Path, date: str) -> None:
    if date != "":
        try:
            read_date(date)
        except ValueError as error:
            raise SourceError(Position(str(folder)), f"date: {error}") from error


def _schema_of(folder: Path) -> str:
    """Where the sheet finds its schema: beside the folder, as with the sources that ship, or in it."""
    return f"../{SCHEMA}" if (folder.parent / SCHEMA).is_file() else SCHEMA


def _metadata(name: str, particulars: Particulars, text: Text) -> str:
    return METADATA.format(
        id=quoted(name),
        title=quoted(particulars.title),
        publisher=quoted(particulars.publisher),
        date=quoted(particulars.date),
        origin=quoted(particulars.origin or name),
        file=quoted(text.file),
        sha256=text.sha256,
        characters=text.characters,
        bytes=text.bytes,
        paragraphs="".join(f"  [{span.start}, {span.end}],\n" for span in text.paragraphs),
    )


def _sheet(name: str, particulars: Particulars, example: Evidence, schema: str) -> str:
    return CLAIMS.format(
        schema=schema,
        id=name,
        key=name.upper(),
        paragraph=example.paragraph,
        start=example.span.start,
        end=example.span.end,
        anchor=quoted(example.anchor),
        anchor_at=example.anchor_at,
        date=quoted(particulars.date or "2018-06-07"),
    )


def _first_words(text: str) -> Evidence:
    """Evidence for the words a text begins with."""
    sentence = find_sentences(text, find_paragraphs(text)[0])[0]
    match = FIRST_WORDS.match(text, sentence.start, sentence.end)
    evidence = None if match is None else evidence_of(text, match.start(), match[0])
    if evidence is None:
        raise ValueError(f"no words at {sentence.start}, where a sentence starts")
    return evidence
