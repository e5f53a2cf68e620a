"""Quotations: the words of a claim in context, from texts whose digest fits."""

from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.catalog import shipped_sources
from sources.claim import Span
from sources.document import Text
from sources.errors import MissingSourceError, SheetError
from sources.quotation import TextFolder, find_quotation, quote, read_texts
from sources.source import read_source
from sources.text import find_paragraphs, find_sentences, find_words

TEXT = "The Rev. A. B. Lee spoke. “He gave $5.” Then he left. It was late!\n\nA new block.\nStill it.\n"


def _at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def _wanted(data: bytes, name: str = "a.txt") -> Text:
    return Text(name, sha256(data).hexdigest(), len(data.decode()), len(data), ())


def test_blank_lines_part_paragraphs_whatever_the_line_ends() -> None:
    """Blocks have no white space around them; one line end does not part, with spaces or not."""
    blocks = [" one\ntwo ", "three", "four"]
    for end in ("\n", "\r\n", "\r"):
        text = f"{end}{blocks[0].replace(chr(10), end)}{end} \t{end}{blocks[1]}{end * 3}{blocks[2]}{end}"
        assert [text[span.start : span.end] for span in find_paragraphs(text)] == [
            f"one{end}two",
            "three",
            "four",
        ]
    assert find_paragraphs(" \n\n ") == ()


@given(st.text(st.sampled_from("aB. \n\r\t“”!")))
def test_paragraphs_and_sentences_hold_all_words_once(text: str) -> None:
    """Every sign that is not white space lies in one paragraph, and there in one sentence."""
    blocks = find_paragraphs(text)
    assert "".join("".join(text[b.start : b.end].split()) for b in blocks) == "".join(text.split())
    for block in blocks:
        sentences = find_sentences(text, block)
        assert (sentences[0].start, sentences[-1].end) == (block.start, block.end)
        joined = "".join("".join(text[s.start : s.end].split()) for s in sentences)
        assert joined == "".join(text[block.start : block.end].split())


def test_sentences_do_not_end_at_titles_and_initials() -> None:
    """A point after Rev. or an initial ends nothing; one before a closing quotation mark does."""
    sentences = find_sentences(TEXT, find_paragraphs(TEXT)[0])
    assert [TEXT[span.start : span.end] for span in sentences] == [
        "The Rev. A. B. Lee spoke.",
        "“He gave $5.”",
        "Then he left.",
        "It was late!",
    ]


def test_words_are_found_whole_and_with_their_capitals() -> None:
    """A word in a longer word, or with other capitals, is another word."""
    assert find_words("Trump, Trumpian; the trump Trump’s", "Trump") == (0, 27)
    assert find_words("$5 and $50 and $5.", "$5") == (0, 15)


def test_context_is_whole_sentences_of_the_paragraph() -> None:
    """As many sentences before and after as fit, and never the next paragraph."""
    quotation = quote(TEXT, _at("he left"), context=40)
    assert (quotation.before, quotation.text, quotation.after) == (
        "“He gave $5.” Then ",
        "he left",
        ". It was late!",
    )
    everything = quote(TEXT, _at("he left"), context=1000)
    assert everything.before == TEXT[: TEXT.index("he left")]
    assert everything.after == ". It was late!"


def test_a_long_sentence_is_cut_at_a_word() -> None:
    """Where not even the sentence of the span fits, an ellipsis says that it goes on."""
    text = "one two three four five six seven eight nine ten"
    start = text.index("five")
    quotation = quote(text, Span(start, start + 4), context=9)
    assert (quotation.before, quotation.text, quotation.after) == ("… four ", "five", " six …")


def test_a_span_in_no_paragraph_has_no_context() -> None:
    """A span across paragraphs, or behind the end, is shown as it is; verify tells it."""
    across = quote(TEXT, Span(60, 72))
    assert (across.before, across.text, across.after) == ("", TEXT[60:72], "")
    behind = quote(TEXT, Span(500, 510))
    assert (behind.before, behind.text, behind.after) == ("", "", "")


@given(st.text(st.sampled_from("aB. \n“”"), min_size=1), st.data())
def test_a_quotation_stands_in_the_text_as_it_is_shown(text: str, data: st.DataObject) -> None:
    """Without the ellipses of a cut, before, text and after are one stretch of the document."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    quotation = quote(text, Span(start, end), context=data.draw(st.integers(1, 30)))
    assert quotation.text == text[start:end]
    whole = quotation.before.removeprefix("… ") + quotation.text + quotation.after.removesuffix(" …")
    assert whole in text


def test_a_text_is_found_by_its_digest_under_any_name(tmp_path: Path) -> None:
    """A renamed file does no harm, and neither does another file of the name."""
    data = TEXT.encode()
    (tmp_path / "renamed.txt").write_bytes(data)
    (tmp_path / "a.txt").write_bytes(b"something else")
    folder = TextFolder(tmp_path)
    found = folder.find(_wanted(data))
    assert found is not None
    assert (found.path.name, found.fits, found.text) == ("renamed.txt", True, TEXT)
    assert folder.fitting(_wanted(data)) == TEXT


def test_a_changed_text_is_found_by_its_name_and_does_not_fit(tmp_path: Path) -> None:
    """For the page it is not there; verify compares it."""
    (tmp_path / "a.txt").write_bytes(TEXT.encode() + b"more")
    folder = TextFolder(tmp_path)
    found = folder.find(_wanted(TEXT.encode()))
    assert found is not None
    assert not found.fits
    assert folder.fitting(_wanted(TEXT.encode())) is None
    assert folder.find(_wanted(b"x", name="b.txt")) is None


def test_line_ends_are_part_of_the_text(tmp_path: Path) -> None:
    """A text with Windows line ends is read with them, so that its spans mean what they say."""
    data = TEXT.replace("\n", "\r\n").encode()
    (tmp_path / "a.txt").write_bytes(data)
    assert TextFolder(tmp_path).fitting(_wanted(data)) == TEXT.replace("\n", "\r\n")


def test_a_text_that_is_not_utf8_is_told(tmp_path: Path) -> None:
    """A digest may fit bytes that are no text."""
    data = b"caf\xe9"
    (tmp_path / "a.txt").write_bytes(data)
    wanted = Text("a.txt", sha256(data).hexdigest(), 4, 4, ())
    with pytest.raises(SheetError) as caught:
        TextFolder(tmp_path).fitting(wanted)
    assert str(caught.value) == f"{tmp_path}/a.txt: byte 3 is not UTF-8"


def test_a_folder_of_texts_must_be_there(tmp_path: Path) -> None:
    """What is missing is named."""
    with pytest.raises(MissingSourceError) as caught:
        TextFolder(tmp_path / "none")
    wanted = "a folder with the texts of the documents"
    assert str(caught.value) == f"{tmp_path}/none: not found; wanted {wanted}"


def test_texts_that_do_not_fit_are_reported_and_left_out(tmp_path: Path) -> None:
    """Without any text, every document is reported once, and the registry is not."""
    sources = [read_source(folder) for folder in shipped_sources()]
    told: list[str] = []
    assert read_texts(tmp_path, sources, told.append) == {}
    assert told == [
        f"{tmp_path}: no file has the digest of document {source.id}, {source.document.text.file}"
        for source in sources
        if source.document.text is not None
    ]
    assert read_texts(tmp_path, sources) == {}


def test_every_shipped_claim_is_quoted_with_its_anchor(shared: Path) -> None:
    """With the articles at hand, each of the 443 quotations holds its anchor and is not cut short."""
    sources = [read_source(folder) for folder in shipped_sources()]
    texts = read_texts(shared / "documents", sources)
    assert sorted(texts) == ["000", "001", "002", "003", "004"]
    claims = [claim for source in sources for claim in source.claims]
    assert len(claims) == 443
    for claim in claims:
        quotation = find_quotation(texts[claim.document], claim)
        assert claim.evidence.anchor in quotation.text
        assert len(quotation.text) == claim.evidence.span.end - claim.evidence.span.start
