"""Quotations in context, for users who have the documents' texts."""

from collections.abc import Callable
from pathlib import Path

from pyoxigraph import NamedNode

from graph.picture import Quotation
from graph.reading import Reader
from sources.claim import Span
from sources.document import Text
from sources.quotation import TextFolder, quote


def read_quotations(
    reader: Reader, documents: Path | None, tell: Callable[[str], None]
) -> dict[str, Quotation]:
    """The words of every claim in context, by the key of the claim.

    Args:
        reader: The built graph, which knows spans and digests.
        documents: The user's folder of texts; None for none, and no quotations.
        tell: Told of each document whose text is not there or has another digest.

    Raises:
        MissingSourceError: There is no such folder.
    """
    if documents is None:
        return {}
    folder = TextFolder(documents)
    found: dict[str, Quotation] = {}
    for document in reader.instances("SourceDocument"):
        text = folder.fitting(_wanted(reader, document))
        if text is None:
            name = reader.label(document)
            tell(f"{documents}: no text with the digest of {name}; its claims go without quotation")
            continue
        for claim in reader.subjects("document", document):
            found[reader.text(claim, "dcterms:identifier")] = _quotation(reader, claim, text)
    return found


def _wanted(reader: Reader, document: NamedNode) -> Text:
    return Text(
        file=reader.text(document, "fileName"),
        sha256=reader.text(document, "textDigest"),
        characters=int(reader.text(document, "characters")),
        bytes=int(reader.text(document, "bytes")),
        paragraphs=(),
    )


def _quotation(reader: Reader, claim: NamedNode, text: str) -> Quotation:
    span = Span(int(reader.text(claim, "spanStart")), int(reader.text(claim, "spanEnd")))
    words = quote(text, span)
    return Quotation(words.before, words.text, words.after)
