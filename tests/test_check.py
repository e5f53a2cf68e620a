"""What is checked across sources: ids, references, kinds and spans."""

from pathlib import Path

import pytest

from sources.check import check_sources
from sources.claim import Span
from sources.document import DefaultSpeaker, Document, RelatedDocuments, Text
from sources.errors import SourceError
from sources.sheet import interpret
from sources.source import Source
from sources.yaml_file import parse_yaml

ENTITIES = """\
entities:
- {id: person/ann-lee, type: Person, label: Ann Lee}
- {id: person/bo-ray, type: Person, label: Bo Ray}
- {id: county/us/06067, type: County, label: Sacramento County}
"""
CLAIMS = """\
document: trial
claims:
- id: T-001
  paragraph: 2
  span: [12, 30]
  anchor: gave
  anchor_at: 12
  kind: money
  subject: person/ann-lee
  predicate: gaveTo
  object: person/bo-ray
  gloss: g
"""
DOCUMENT = Document(
    id="trial",
    kind="article",
    title="t",
    publisher="p",
    licence="l",
    folder=Path("trial"),
    text=Text("t.txt", "0" * 64, 30, 30, (Span(0, 10), Span(12, 30))),
)
NAMES = Document(id="names", kind="registry", title="t", publisher="p", licence="l", folder=Path("names"))


def _source(document: Document, sheet: str) -> Source:
    file = f"{document.id}/claims.yaml"
    return Source(document, f"digest of {document.id}", (interpret(parse_yaml(sheet, file)),))


def _message(*sources: Source) -> str:
    with pytest.raises(SourceError) as caught:
        check_sources(sources)
    return str(caught.value)


def test_sources_that_fit_together_are_known_by_path() -> None:
    """Every entity and document is known with its class, and a class by its superclasses too."""
    known = check_sources([_source(NAMES, ENTITIES), _source(DOCUMENT, CLAIMS)])
    assert known.kinds == {
        "person/ann-lee": "Person",
        "person/bo-ray": "Person",
        "county/us/06067": "County",
        "document/trial": "SourceDocument",
    }
    assert known.is_a("county/us/06067", "Place")
    assert known.is_a("person/ann-lee", "Agent")
    assert not known.is_a("person/ann-lee", "Place")


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        (
            "person/bo-ray",
            "person/bo-rey",
            "trial/claims.yaml:11:11: 'person/bo-rey' is not a known entity; did you mean 'person/bo-ray'?",
        ),
        (
            "person/ann-lee",
            "x/y",
            "trial/claims.yaml:9:12: 'x/y' is not a known entity; define it under entities:",
        ),
        (
            "person/ann-lee",
            "county/us/06067",
            "trial/claims.yaml:9:12: subject of gaveTo: 'county/us/06067' is a County; wanted an Agent",
        ),
        (
            "object: person/bo-ray",
            "value: a friend",
            "trial/claims.yaml:11:10: value: gaveTo takes an entity; wanted `object:` with an Agent",
        ),
        (
            "  gloss: g\n",
            "  gloss: g\n  by: [record/x]\n",
            "trial/claims.yaml:13:7: 'record/x' is not a known entity; define it under entities:",
        ),
        (
            "  gloss: g\n",
            "  gloss: g\n  qualifiers: {place: person/ann-lee}\n",
            "trial/claims.yaml:13:23: place: 'person/ann-lee' is a Person; wanted a Place",
        ),
        (
            "paragraph: 2",
            "paragraph: 3",
            "trial/claims.yaml:4:14: paragraph: 3 is not one of the 2 of the document",
        ),
        (
            "paragraph: 2",
            "paragraph: 1",
            "trial/claims.yaml:5:9: span: [12, 30] lies outside paragraph 1, [0, 10]",
        ),
        (
            "[12, 30]",
            "[12, 31]",
            "trial/claims.yaml:5:9: span: [12, 31] lies outside paragraph 2, [12, 30]",
        ),
    ],
)
def test_a_claim_that_does_not_fit_is_told_where_it_stands(before: str, after: str, message: str) -> None:
    """Unknown entities, entities of the wrong class and spans outside their paragraph are refused."""
    assert before in CLAIMS
    assert _message(_source(NAMES, ENTITIES), _source(DOCUMENT, CLAIMS.replace(before, after))) == message


def test_a_value_that_takes_words_takes_no_entity() -> None:
    """A predicate whose objects are words is told from one whose objects are entities."""
    sheet = CLAIMS.replace("gaveTo", "hasWealthStatus")
    assert _message(_source(NAMES, ENTITIES), _source(DOCUMENT, sheet)) == (
        "trial/claims.yaml:11:11: object of hasWealthStatus: 'person/bo-ray' is an entity; wanted `value:`"
        " with words"
    )


def test_two_entities_with_one_id_are_refused_with_both_places() -> None:
    """The message names the second definition and the first."""
    twice = ENTITIES + "- {id: person/bo-ray, type: Person, label: Robert Ray}\n"
    assert _message(_source(NAMES, twice)) == (
        "names/claims.yaml:5:8: 'person/bo-ray' is defined a second time; the first is at"
        " names/claims.yaml:3:8"
    )


def test_a_claim_number_is_given_once() -> None:
    """Numbers are unique in all sheets."""
    second = CLAIMS + CLAIMS[CLAIMS.index("- id") :].replace("gaveTo", "backed")
    assert _message(_source(NAMES, ENTITIES), _source(DOCUMENT, second)) == (
        "trial/claims.yaml:13:7: 'T-001' is defined a second time; the first is at trial/claims.yaml:3:7"
    )


def test_a_claim_is_made_once() -> None:
    """Two claims that say the same of one span would be one node, so the second is refused."""
    second = CLAIMS + CLAIMS[CLAIMS.index("- id") :].replace("T-001", "T-002")
    assert _message(_source(NAMES, ENTITIES), _source(DOCUMENT, second)) == (
        "trial/claims.yaml:13:7: T-002 says of the same span what T-001 says; the first is at"
        " trial/claims.yaml:3:7"
    )


def test_a_source_is_read_once() -> None:
    """Two folders with one id are refused."""
    assert _message(_source(NAMES, ENTITIES), _source(NAMES, "entities: []\n")) == (
        "names/source.toml: 'source names' is defined a second time; the first is at names/source.toml"
    )


def test_what_a_build_mints_cannot_be_defined() -> None:
    """An entity named like a claim or a graph would be mixed up with one."""
    sheet = "entities:\n- {id: claim/0123456789abcdef, type: Person, label: A}\n"
    assert _message(_source(NAMES, sheet)) == (
        "names/claims.yaml:2:8: 'claim/0123456789abcdef': claim/ is kept for what the build makes"
    )


def test_a_registry_holds_no_claims() -> None:
    """Claims need a text they stand in."""
    sheet = CLAIMS.replace("document: trial", "document: names")
    assert _message(_source(NAMES, sheet + ENTITIES)) == "names/claims.yaml:3:7: a registry holds no claims"


def test_speakers_and_related_documents_are_known() -> None:
    """What the metadata of a source names is looked up as what its claims name."""
    speakers = (DefaultSpeaker("publication/post", inferred=False),)
    related = (RelatedDocuments(("zz-9",), same_report=True, relation="r", evidence="e", consequence="c"),)
    document = Document(
        id="trial",
        kind="article",
        title="t",
        publisher="p",
        licence="l",
        folder=Path("trial"),
        text=DOCUMENT.text,
        speakers=speakers,
        related=related,
    )
    assert _message(_source(document, "document: trial\n")) == (
        "trial/source.toml: 'document/zz-9' is not a known entity; it is the id of no source of this build\n"
        "trial/source.toml: 'publication/post' is not a known entity; define it under entities:"
    )


def test_many_problems_are_told_to_a_bearable_length() -> None:
    """Twenty problems are shown in order of place, and how many more there are."""
    rows = "".join(
        f"- {{id: contest/{number}, type: Contest, label: A, links: {{jurisdiction: county/us/{number}}}}}\n"
        for number in range(100, 125)
    )
    lines = _message(_source(NAMES, "entities:\n" + rows)).split("\n")
    assert len(lines) == 21
    assert lines[0].startswith("names/claims.yaml:2:")
    assert lines[19].startswith("names/claims.yaml:21:")
    assert lines[20] == "and 5 more"
