"""The words of a claim in their surroundings, for users who have the documents' texts.

The product does not carry the texts. A user names a folder with them; only a text whose digest is
the one the source gives is used, because spans mean nothing in any other.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from sources.claim import Claim, Span
from sources.document import Text
from sources.errors import MissingSourceError
from sources.files import decode, read_bytes
from sources.source import Source
from sources.text import find_paragraphs, find_sentences

CONTEXT = 240
CUT = "… "
CUT_AFTER = " …"


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words of a claim and what stands around them in the paragraph.

    Attributes:
        before: Whole sentences before the span, as far as the context reaches.
        text: The span itself.
        after: Whole sentences after the span, as far as the context reaches.
    """

    before: str
    text: str
    after: str


@dataclass(frozen=True, slots=True)
class FoundText:
    """A file taken for the text of a document; `fits` says whether its digest is the right one."""

    path: Path
    data: bytes
    fits: bool

    @property
    def text(self) -> str:
        """Its text, line ends as they are; raises SheetError when it is not UTF-8."""
        return decode(self.data, self.path)


class TextFolder:
    """A user's folder with the texts of documents.

    A text is found by its digest first, so that a renamed file does no harm, and by its name when
    no file has the digest.
    """

    def __init__(self, folder: Path) -> None:
        if not folder.is_dir():
            raise MissingSourceError(folder, "a folder with the texts of the documents")
        self.folder = folder
        self._files = sorted(path for path in folder.iterdir() if path.is_file())

    def find(self, wanted: Text) -> FoundText | None:
        """The text of a document, or the file of its name with another content; None for neither."""
        return self._by_digest(wanted) or self._by_name(wanted)

    def fitting(self, wanted: Text) -> str | None:
        """The text of a document, line ends as they are; None when no file has its digest."""
        found = self._by_digest(wanted)
        return None if found is None else found.text

    def _by_digest(self, wanted: Text) -> FoundText | None:
        likely = sorted(self._files, key=lambda path: path.name != wanted.file)
        for path in likely:
            if path.stat().st_size == wanted.bytes:
                data = read_bytes(path, "the text of a document")
                if sha256(data).hexdigest() == wanted.sha256:
                    return FoundText(path, data, fits=True)
        return None

    def _by_name(self, wanted: Text) -> FoundText | None:
        path = self.folder / wanted.file
        if path not in self._files:
            return None
        return FoundText(path, read_bytes(path, "the text of a document"), fits=False)


def read_texts(
    documents: Path, sources: Iterable[Source], report: Callable[[str], None] | None = None
) -> dict[str, str]:
    """The texts in a folder whose digests fit, by the id of their document.

    Args:
        documents: The user's folder.
        sources: The sources whose texts are wanted.
        report: Told of each document whose text is missing or changed, a line at a time.

    Raises:
        MissingSourceError: There is no such folder.
    """
    folder = TextFolder(documents)
    texts: dict[str, str] = {}
    for source in sources:
        wanted = source.document.text
        if wanted is None:
            continue
        text = folder.fitting(wanted)
        if text is not None:
            texts[source.id] = text
        elif report is not None:
            report(f"{documents}: no file has the digest of document {source.id}, {wanted.file}")
    return texts


def find_quotation(text: str, claim: Claim, context: int = CONTEXT) -> Quotation:
    """The words of a claim in context.

    Args:
        text: The text of the claim's document, line ends as they are.
        claim: The claim.
        context: How many code points before and after the span to show at most.
    """
    return quote(text, claim.evidence.span, context)


def quote(text: str, span: Span, context: int = CONTEXT) -> Quotation:
    """A span of a text in context; whole sentences, never beyond the paragraph.

    A sentence that is longer than the context is cut at a word, with an ellipsis. A span that lies
    in no paragraph has no context; `verify` tells it.
    """
    paragraph = next((block for block in find_paragraphs(text) if _within(span, block)), None)
    if paragraph is None:
        return Quotation("", text[span.start : span.end], "")
    sentences = find_sentences(text, paragraph)
    return Quotation(
        before=_before(text, span.start, sentences, context),
        text=text[span.start : span.end],
        after=_after(text, span.end, sentences, context),
    )


def _within(span: Span, block: Span) -> bool:
    return block.start <= span.start < span.end <= block.end


def _before(text: str, end: int, sentences: tuple[Span, ...], context: int) -> str:
    starts = [sentence.start for sentence in sentences if sentence.start <= end]
    near = [start for start in starts if end - start <= context]
    if near:
        return text[min(near) : end]
    cut = text[end - context : end]
    return CUT + cut.partition(" ")[2]


def _after(text: str, start: int, sentences: tuple[Span, ...], context: int) -> str:
    ends = [sentence.end for sentence in sentences if sentence.end >= start]
    near = [end for end in ends if end - start <= context]
    if near:
        return text[start : max(near)]
    cut = text[start : start + context]
    return cut.rpartition(" ")[0] + CUT_AFTER
