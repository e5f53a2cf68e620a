"""Fact sheets: what is read from one, and the message for everything one can write wrongly."""

from decimal import Decimal
from importlib.resources import files

import pytest

from sources.claim import Evidence, Span, Thing
from sources.errors import Position, SourceError
from sources.quantity import Bound
from sources.schema import schema_text
from sources.sheet import Sheet, interpret
from sources.yaml_file import parse_yaml

CLAIM = """\
document: trial
claims:
- id: T-001
  paragraph: 1
  span: [0, 30]
  anchor: gave more than
  anchor_at: 8
  kind: money
  subject: person/ann-lee
  predicate: gaveTo
  object: person/bo-ray
  quantity: {precision: more-than, value: 1500.50, unit: USD, as_written: "more than $1,500.50"}
  modality: [reported, tentative]
  by: [publication/post]
  polarity: negative
  implicature: true
  qualifiers:
    date: 2018-06
    contest: contest/a
    jointSubject: true
  fact: gift
  gloss: A gift
  note: A note
  resolution: Named before
"""


def _read(text: str) -> Sheet:
    return interpret(parse_yaml(text, "f"))


def test_a_claim_is_read_to_the_last_field() -> None:
    """Every field of a claim arrives, with a figure's bounds and with entities told from words."""
    (claim,) = _read(CLAIM).claims
    assert (claim.key, claim.document, claim.kind) == ("T-001", "trial", "money")
    assert claim.evidence == Evidence(1, Span(0, 30), "gave more than", 8)
    assert (claim.subject, claim.predicate) == ("person/ann-lee", "gaveTo")
    assert claim.object == Thing("person/bo-ray")
    assert claim.quantity is not None
    assert claim.quantity.lower == Bound(Decimal("1500.50"), inclusive=False)
    assert (claim.modality, claim.attributed_to) == (("reported", "tentative"), ("publication/post",))
    assert (claim.positive, claim.implicature, claim.fact) == (False, True, "gift")
    assert claim.qualifier("date") == ("2018-06",)
    assert claim.qualifier("contest") == (Thing("contest/a"),)
    assert claim.qualifier("jointSubject") == (True,)
    assert claim.qualifier("place") == ()
    assert (claim.gloss, claim.note, claim.resolution) == ("A gift", "A note", "Named before")
    assert claim.position == Position("f", 3, 7)
    assert claim.at("span") == Position("f", 5, 9)
    assert claim.at("qualifiers.date") == Position("f", 18, 11)
    assert claim.at("value") == claim.position


def test_a_claim_says_little_when_little_is_written() -> None:
    """Left out, a claim is positive, asserted and the document's own; words may stand for an object."""
    sheet = CLAIM[: CLAIM.index("  quantity")].replace("object: person/bo-ray", "value: his friend")
    (claim,) = _read(sheet + "  gloss: g\n").claims
    assert claim.object == "his friend"
    assert (claim.positive, claim.implicature, claim.modality) == (True, False, ("asserted",))
    assert (claim.attributed_to, claim.qualifiers, claim.quantity) == ((), (), None)
    assert (claim.fact, claim.note, claim.resolution) == ("", "", "")


def test_entities_and_mentions_are_read_to_the_last_field() -> None:
    """A registry's entity has links, notes and statements from outside; a mention its count and place."""
    sheet = _read(
        "document: trial\nentities:\n- id: contest/a\n  type: Contest\n  label: A contest\n  named: false\n"
        "  links: {date: 2018, jurisdiction: [county/us/06067]}\n  disambiguation: d\n  outside: [o]\n"
        "mentions:\n- {entity: contest/a, text: the race, occurrences: 2, first_at: 7}\n"
    )
    (entity,) = sheet.entities
    assert (entity.path, entity.kind, entity.label, entity.named) == (
        "contest/a",
        "Contest",
        "A contest",
        False,
    )
    assert entity.links == (("date", ("2018",)), ("jurisdiction", (Thing("county/us/06067"),)))
    assert (entity.disambiguation, entity.outside) == ("d", ("o",))
    assert entity.at("date") == Position("f", 7, 17)
    (mention,) = sheet.mentions
    assert (mention.document, mention.entity, mention.text) == ("trial", "contest/a", "the race")
    assert (mention.occurrences, mention.first_at) == (2, 7)


def test_the_digest_of_a_claim_is_that_of_what_is_said_where() -> None:
    """Gloss, note and number change no digest; span, subject, object and polarity do."""
    (claim,) = _read(CLAIM).claims

    def digest(before: str, after: str) -> str:
        assert before in CLAIM
        return _read(CLAIM.replace(before, after)).claims[0].digest

    assert digest("A gift", "The gift") == digest("T-001", "T-002") == digest("A note", "n") == claim.digest
    changed = {
        digest("[0, 30]", "[0, 31]"),
        digest("ann-lee", "cy-fox"),
        digest("bo-ray", "cy-fox"),
        digest("object: person/bo-ray", "value: person/bo-ray"),
        digest("gaveTo", "backed"),
        digest("polarity: negative", "polarity: positive"),
        digest("document: trial", "document: other"),
    }
    assert len(changed - {claim.digest}) == 7


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        (CLAIM, "", "f: sheet: nothing is not a mapping"),
        (CLAIM, "- 1\n- 2.5\n", "f:1:1: sheet: [1, 2.5] is not a mapping"),
        ("gaveTo", "gavTo", "f:10:14: predicate: 'gavTo' is not known; did you mean 'gaveTo'?"),
        (
            "kind: money",
            "kind: relatoin",
            "f:8:9: kind: 'relatoin' is not known; did you mean 'relation'?",
        ),
        (
            "[reported,",
            "[reportd,",
            "f:13:14: modality[0]: 'reportd' is not known; did you mean 'reported'?",
        ),
        (
            "polarity: negative",
            "polarity: maybe",
            "f:15:13: polarity: 'maybe' is not known; wanted one of negative, positive",
        ),
        ("  note:", "  notes:", "f:23:3: 'notes' is not a key here; did you mean 'note'?"),
        (
            "    jointSubject",
            "    jointSubjekt",
            "f:20:5: 'jointSubjekt' is not a key here; did you mean 'jointSubject'?",
        ),
        ("  gloss: A gift\n", "", "f:3:3: gloss missing in claims[0]"),
        ("unit: USD, ", "", "f:12:13: unit missing in quantity"),
        (
            "  object: person/bo-ray\n",
            "",
            "f:3:3: claims[0]: wanted one of object (an entity) and value (words), and not both",
        ),
        (
            "  gloss",
            "  value: v\n  gloss",
            "f:3:3: claims[0]: wanted one of object (an entity) and value (words), and not both",
        ),
        ("person/bo-ray", "Bo Ray", "f:11:11: object: 'Bo Ray' is not a path like person/cari-tuna"),
        ("person/bo-ray", "person/..", "f:11:11: object: 'person/..' is not a path like person/cari-tuna"),
        (
            "person/bo-ray",
            '"person/bo-ray\\n"',
            "f:11:11: object: 'person/bo-ray\\n' is not a path like person/cari-tuna",
        ),
        (
            "anchor: gave more than",
            "anchor: one two three four five six seven",
            "f:6:11: anchor: 'one two three four five six seven' has more than 6 words",
        ),
        ("paragraph: 1", "paragraph: one", "f:4:14: paragraph: 'one' is not a whole number"),
        ("paragraph: 1", "paragraph: true", "f:4:14: paragraph: true is not a whole number"),
        ("paragraph: 1", "paragraph: 0", "f:4:14: paragraph: 0 is less than 1"),
        ("[0, 30]", "[0]", "f:5:9: span: [0] is not a list of at least 2 items"),
        ("[0, 30]", "[0, 1.5]", "f:5:13: span[1]: 1.5 is not a whole number"),
        ("[0, 30]", "[30, 30]", "f:5:9: span: [30, 30] is empty; the end is the code point after the last"),
        (
            "anchor_at: 8",
            "anchor_at: 20",
            "f:7:14: anchor_at: 'gave more than' at 20 does not lie within the span [0, 30]",
        ),
        ("gloss: A gift", "gloss: ''", "f:22:10: gloss: nothing between the quotes; wanted text"),
        ("gloss: A gift", "gloss: 5", "f:22:10: gloss: 5 is not text"),
        ("fact: gift", "fact: The Gift", "f:21:9: fact: 'The Gift' is not like ^[a-z0-9-]+$"),
        (
            "jointSubject: true",
            "jointSubject: yes",
            "f:20:19: jointSubject: 'yes' is not true or false",
        ),
        (
            "date: 2018-06",
            "date: June 2018",
            "f:18:11: date: 'June 2018' is not a date like 2018, 2018-06, 2018-06-05 or 2018-05/2018-06",
        ),
        (
            "contest/a",
            "the race",
            "f:19:14: contest: 'the race' is not a path like person/cari-tuna; wanted a Contest",
        ),
        (
            "contest: contest/a",
            "marginSize: margin-huge",
            "f:19:17: marginSize: 'margin-huge' is not one of margin-large, margin-small",
        ),
        (
            "contest: contest/a",
            "marginSize: [margin-huge]",
            "f:19:18: marginSize[0]: 'margin-huge' is not known; did you mean 'margin-large'?",
        ),
        ("value: 1500.50, ", "", "f:12:13: quantity: a figure that is 'more-than' needs `value:`"),
        (
            "document: trial\n",
            "",
            "f:2:1: claims and mentions need a document; add `document:` with its id",
        ),
    ],
)
def test_what_is_written_wrongly_is_told_with_place_and_wish(before: str, after: str, message: str) -> None:
    """Each mistake has its line and column, says what was there, and what was wanted or near."""
    assert before in CLAIM
    text = CLAIM.replace(before, after, 1)
    with pytest.raises(SourceError) as caught:
        _read(text)
    assert str(caught.value) == message


def test_all_mistakes_of_a_sheet_are_told_at_once() -> None:
    """One reading gives every mistake of the shape, in order of place, each once."""
    broken = CLAIM.replace("gaveTo", "gavTo").replace("  gloss: A gift\n", "").replace("  anchor_at: 8\n", "")
    broken = broken.replace("  note:", "  notes:").replace("  fact:", "  fakt:")
    with pytest.raises(SourceError) as caught:
        _read(broken)
    assert str(caught.value) == (
        "f:3:3: anchor_at, gloss missing in claims[0]\n"
        "f:9:14: predicate: 'gavTo' is not known; did you mean 'gaveTo'?\n"
        "f:20:3: 'fakt' is not a key here; did you mean 'fact'?\n"
        "f:21:3: 'notes' is not a key here; did you mean 'note'?"
    )


def test_the_schema_editors_use_is_the_one_sheets_are_read_with() -> None:
    """The shipped JSON Schema is the text made from the terms of the ontology."""
    assert files("sources").joinpath("sheet.schema.json").read_text("utf-8") == schema_text()
