"""The quads of an RDF file, told with file, line and column where it is none.

Turtle, TriG, N-Triples, N-Quads and RDF/XML are read as they stream by; JSON-LD is checked as a whole
first. Nothing is fetched.
"""

import io
import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO
from xml.parsers import expat

from pyoxigraph import Quad, RdfFormat, parse

from graph.rdf.places import find_text
from sources.errors import Position, StatementsError
from sources.tables.reading.packed import Member

FORMATS = {
    ".ttl": RdfFormat.TURTLE,
    ".trig": RdfFormat.TRIG,
    ".nt": RdfFormat.N_TRIPLES,
    ".nq": RdfFormat.N_QUADS,
    ".jsonld": RdfFormat.JSON_LD,
    ".rdf": RdfFormat.RDF_XML,
}
BY_LINE = (RdfFormat.N_TRIPLES, RdfFormat.N_QUADS)
MARK = b"\xef\xbb\xbf"
WHERE = re.compile(r"^Parser error (at|between) line .*?: |\s*\(line \d+\)$", re.DOTALL)
RELATIVE = re.compile(r"IRI '([^']*)'")
REMOTE = "LoadDocumentCallback"
BLOCK = 1 << 16


def format_of(member: Member) -> RdfFormat:
    """The syntax of a file, by its name.

    Raises:
        StatementsError: The name has no ending of an RDF file.
    """
    ending = PurePosixPath(member.name).suffix.lower()
    if ending not in FORMATS:
        wanted = f"wanted a name that ends in {', '.join(FORMATS)}"
        raise StatementsError(Position(member.file), f"{ending!r} is not the ending of an RDF file; {wanted}")
    return FORMATS[ending]


def read_quads(member: Member, base: str | None) -> Iterator[Quad]:
    """The quads of a file, in its order.

    Args:
        member: The file.
        base: What relative IRIs are resolved against, None to refuse them.

    Raises:
        StatementsError: It is not RDF, or not in the syntax its name says.
    """
    syntax = format_of(member)
    with member.open() as stream:
        yield from parsed(without_mark(stream), syntax, member, base)


def parsed(stream: BinaryIO, syntax: RdfFormat, member: Member, base: str | None) -> Iterator[Quad]:
    """The quads of a stream; raises as `read_quads`."""
    try:
        yield from parse(stream, syntax, base_iri=base)
    except SyntaxError as error:
        raise StatementsError(_place(error, syntax, member), _reason(error)) from error


def without_mark(stream: BinaryIO) -> BinaryIO:
    """The stream behind the byte-order mark some editors write."""
    if not isinstance(stream, io.BufferedReader):
        stream = io.BufferedReader(stream)  # type: ignore[type-var]
    if stream.peek(len(MARK))[: len(MARK)] == MARK:
        stream.read(len(MARK))
    return stream


def _reason(error: SyntaxError) -> str:
    message = str(error.msg)
    if REMOTE in message:
        return "a context on the network, which is not fetched; write the context into the file"
    reason = WHERE.sub("", message)
    if "No scheme found" in message:
        return "a relative IRI; write it out, or state a `base` in source.toml"
    return f"not RDF: {reason}"


def _place(error: SyntaxError, syntax: RdfFormat, member: Member) -> Position:
    if error.lineno is not None:
        return Position(member.file, error.lineno, error.offset or 1)
    relative = RELATIVE.search(str(error.msg))
    if relative is not None:
        return find_text(member, f'"{relative[1]}"')
    return _place_in_xml(member) if syntax == RdfFormat.RDF_XML else Position(member.file)


def _place_in_xml(member: Member) -> Position:
    """Where XML is not well-formed; the parser of RDF does not tell."""
    parser = expat.ParserCreate()
    with member.open() as stream:
        try:
            while data := stream.read(BLOCK):
                parser.Parse(data, False)  # noqa: FBT003 - as the parser takes it
            parser.Parse(b"", True)  # noqa: FBT003 - as the parser takes it
        except expat.ExpatError as error:
            return Position(member.file, error.lineno, error.offset + 1)
    return Position(member.file)
