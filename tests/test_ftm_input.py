"""Entities of FollowTheMoney: every schema and property told, ignored by name or reported with its line."""

import json
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.nodes import BASE
from graph.tables.conversion import Order, convert_dataset
from graph.tables.facts import Facts
from ontology import TABLES
from sources.dataset import read_dataset
from sources.errors import SourceError
from sources.ftm import lines as reading
from sources.ftm.decoding import PROPERTY, decode
from sources.ftm.layout import LAYOUT
from sources.ftm.payments import MONEY
from sources.ftm.schemata import ENTITY_KEYS, SCHEMATA
from sources.tables.layouts.layout import Sample, layouts
from sources.tables.layouts.rows import Place, Rows

if TYPE_CHECKING:
    from subprocess import CompletedProcess

Run = Callable[..., "CompletedProcess[str]"]
Entity = dict[str, Any]
OURS = "entity/ftm/gifts/"
METADATA = """\
id = "gifts"
kind = "dataset"
layout = "ftm"
title = "Gifts"
publisher = "Clerk"
licence = "CC0-1.0"
{options}
[[files]]
path = "gifts.json"
"""
ADA: Entity = {"id": "ada", "schema": "Person", "properties": {"name": ["Ada Baker"], "alias": ["A. Baker"]}}
FUND: Entity = {"id": "fund", "schema": "Organization", "properties": {"name": ["Harbor Fund"]}}
GIFT: Entity = {
    "id": "gift",
    "schema": "Payment",
    "properties": {
        "payer": ["ada"],
        "beneficiary": ["fund"],
        "amount": ["250.00"],
        "currency": ["usd"],
        "date": ["2024-03-01"],
    },
}


def entity(schema: str, **properties: object) -> Entity:
    """An entity with the id `x`."""
    return {"id": "x", "schema": schema, "properties": properties}


def text_of(*entities: Entity | str) -> str:
    """Entities, a line each."""
    return "".join(f"{one if isinstance(one, str) else json.dumps(one)}\n" for one in entities)


def dataset_folder(folder: Path, text: str, options: str = "") -> Path:
    """A dataset of one file of entities."""
    (folder / "gifts.json").write_text(text, "utf-8")
    section = f"[options]\n{options}\n" if options else ""
    (folder / "source.toml").write_text(METADATA.format(options=section), "utf-8")
    return folder


def told(folder: Path, *entities: Entity | str, options: str = "") -> Rows:
    """The rows of entities, as they are converted at once."""
    dataset = read_dataset(dataset_folder(folder, text_of(*entities), options))
    batches = [
        batch for _, found in LAYOUT.records(dataset.files[0].path, dataset.options) for batch in found
    ]
    context = LAYOUT.context(lambda _: iter([batch.frame for batch in batches]), dataset.options)
    frame = pl.concat(batch.frame for batch in batches)
    return LAYOUT.convert(batches[0].kind, frame, Place("gifts", "gifts.json", dataset.options, context))


def converted(folder: Path) -> Facts:
    """The facts of a conversion of the dataset in a folder."""
    return convert_dataset(Order(read_dataset(folder), BASE), folder / "made")


def table(folder: Path, name: str) -> pl.DataFrame:
    """An event table of a conversion, in order of ids."""
    return pl.read_parquet(folder / "made" / "tables" / name).sort("id")


def test_entities_become_rows(tmp_path: Path) -> None:
    """Persons and organisations are things of their class, payments flows of money between them."""
    dataset_folder(tmp_path, text_of(ADA, FUND, GIFT))
    facts = converted(tmp_path)
    assert (facts.rows, facts.rejected, facts.left_out, facts.problems) == (3, 0, 0, 0)
    ada = table(tmp_path, "person").row(0, named=True)
    assert (ada["id"], ada["label"], ada["altLabel"]) == (f"{OURS}ada", "Ada Baker", ["A. Baker"])
    gift = table(tmp_path, "payment").row(0, named=True)
    assert (gift["payer"], gift["payee"]) == (f"{OURS}ada", f"{OURS}fund")
    assert (gift["amount"], gift["currency"], gift["date"]) == (Decimal(250), "USD", "2024-03-01")
    assert (gift["id"], gift["line"], gift["sourceFile"]) == (
        "payment/gifts/ftm/gifts/gift",
        3,
        "dataset/gifts/gifts.json",
    )


def test_a_dataset_may_say_what_its_payments_are(tmp_path: Path) -> None:
    """Then they are rows of that table, and counted where such rows are."""
    dataset_folder(tmp_path, text_of(ADA, FUND, GIFT), 'payments = "contribution"')
    facts = converted(tmp_path)
    assert table(tmp_path, "contribution")["id"].to_list() == ["contribution/gifts/ftm/gifts/gift"]
    assert facts.tables["flow-total"] == 1
    assert set(MONEY) < set(TABLES)


def test_datasets_may_share_ids(tmp_path: Path) -> None:
    """Ids are a dataset's own unless it says whose they are."""
    rows = told(tmp_path, ADA, options='ids = "open/sanctions"')
    assert rows.tables["person"]["id"].unique().to_list() == ["entity/ftm/open%2Fsanctions/ada"]


def test_payments_are_no_other_kind_than_known(tmp_path: Path) -> None:
    """With the nearest one that is."""
    with pytest.raises(SourceError) as caught:
        told(tmp_path, GIFT, options='payments = "contributions"')
    message = "options.payments: 'contributions' is not a kind of payment; did you mean 'contribution'?"
    assert str(caught.value) == f"source.toml: {message}"


@pytest.mark.parametrize(
    ("one", "problem"),
    [
        (
            entity("Persn", name=["A"]),
            ("schema", "Persn", "a schema of FollowTheMoney; did you mean 'Person'?", True),
        ),
        (
            entity("Person", name=["A"], birthDat=["1990"]),
            ("properties.birthDat", "1990", "a property of Person; did you mean 'birthDate'?", False),
        ),
        (
            {**entity("Person", name=["A"]), "propertys": {}},
            ("propertys", "propertys", "id, schema or properties; did you mean 'properties'?", False),
        ),
        (
            entity("Membership", member=["a"]),
            ("properties.organization", "", "the id of an entity", True),
        ),
        (
            entity("Payment", amount=["5"], currency=["EUR"]),
            ("properties.payer", "", "the id of who pays or is paid", True),
        ),
        (
            entity("Payment", payer=["a"], amount=["5"]),
            ("properties.amount", "5", "a currency beside it", False),
        ),
        (
            entity("Payment", payer=["a"], amount=["5"], currency=["euro"]),
            ("properties.amount", "5", "a currency beside it", False),
        ),
        (
            entity("Payment", payer=["a"], amount=["five"], currency=["EUR"]),
            ("properties.amount", "five", "an amount such as 1234.50", False),
        ),
        (
            entity("Payment", payer=["a"], amount=["5", "6"], currency=["EUR"]),
            ("properties.amount", "5; 6", "one value", False),
        ),
        (
            entity("Payment", payer=["a"], amountEur=["5"], amountUsd=["6"]),
            (
                "properties.amountEur",
                "5",
                "the original amount with its currency, or one of amountEur and amountUsd",
                False,
            ),
        ),
        (
            entity("Ownership", owner=["a"], asset=["b"], startDate=["last year"]),
            ("properties.startDate", "last year", "a year, month or day", False),
        ),
        (
            entity("Ownership", owner=["a"], asset=["b"], percentage=["50", "51"]),
            ("properties.percentage", "50", "one value", False),
        ),
    ],
)
def test_what_is_not_told_is_a_problem(
    tmp_path: Path, one: Entity, problem: tuple[str, str, str, bool]
) -> None:
    """Nothing an entity says is passed over in silence."""
    rows = told(tmp_path, ADA, one)
    assert rows.problems.rows() == [(2, *problem)]
    made = sum(2 in frame["line"] for frame in rows.tables.values())
    assert made == (0 if problem[-1] else 1)


def test_every_property_of_a_schema_is_told_or_ignored_for_a_reason() -> None:
    """None is both; what is told has its column in the table of the schema."""
    for name, schema in SCHEMATA.items():
        assert not set(schema.columns) & set(schema.ignored), name
        assert all([*schema.ignored.values(), *ENTITY_KEYS.values()]), name
        assert (schema.table == "") == (schema.reason != ""), name
        if schema.table:
            assert set(schema.columns.values()) <= TABLES[schema.table].columns.keys(), name


def test_entities_of_ignored_schemata_are_counted(tmp_path: Path) -> None:
    """They are left out by a rule that has a reason."""
    rows = told(tmp_path, ADA, entity("Sanction", entity=["ada"]), entity("Passport", holder=["ada"]))
    assert (rows.left_out, rows.problems.height) == (2, 0)
    assert (
        SCHEMATA["Sanction"].reason
        == "who stands on a list, or is thought a risk, is the publisher's judgement"
    )


def test_lines_that_hold_no_entity_are_told_and_the_others_read(tmp_path: Path) -> None:
    """Blank lines count; keys that differ from line to line do not matter."""
    good = ({**ADA, "target": True}, {**FUND, "target": {"is": "odd"}, "datasets": []})
    nested = json.dumps(entity("Person", name=[{"full": "A"}]))
    twice = '{"id": "x", "schema": "Person", "properties": {"name": ["a"], "name": ["b"]}}'
    bad = (twice, "oops", '{"id": "x"}', '{"id": "x", "id": "y"}', "null", nested)
    rows = told(tmp_path, good[0], "", *bad, good[1])
    wanted = 'an entity: {"id": TEXT, "schema": TEXT, "properties": {NAME: [TEXT, ...]}}'
    assert rows.problems.rows() == [(line, "", text, wanted, True) for line, text in enumerate(bad, 3)]
    assert rows.tables["person"]["line"].unique().to_list() == [1]
    assert rows.tables["organization"]["line"].unique().to_list() == [9]


def test_a_list_of_entities_is_refused(tmp_path: Path) -> None:
    """One message, not one for each line."""
    with pytest.raises(SourceError) as caught:
        told(tmp_path, "[", "]")
    message = "a list of entities; wanted one entity a line, without brackets and commas around them"
    assert str(caught.value) == f"{tmp_path}/gifts.json:1:1: {message}"


def test_lines_keep_their_numbers_whatever_is_read_at_a_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Small blocks and batches give the same lines."""
    text = text_of(*({**ADA, "id": f"é{number}"} if number % 7 else "" for number in range(100))).rstrip()
    monkeypatch.setattr(reading, "BLOCK", 50)
    monkeypatch.setattr(reading, "ROWS", 3)
    folder = dataset_folder(tmp_path, text)
    ((name, batches),) = LAYOUT.records(folder / "gifts.json", {})
    frame = pl.concat(batch.frame for batch in batches)
    expected = [number for number, line in enumerate(text.split("\n"), 1) if line]
    assert (name, frame["line"].to_list()) == ("gifts.json", expected)
    assert [json.loads(line)["id"] for line in frame["entity"]] == [f"é{number - 1}" for number in expected]


def test_each_pair_of_things_is_a_relation(tmp_path: Path) -> None:
    """An entity with several members or organisations relates each with each."""
    rows = told(
        tmp_path,
        {**entity("Directorship", director=["b", "a"], organization=["c"]), "id": "d"},
        entity(
            "Family", person=["a"], relative=["b"], relationship=["aunt", "guardian"], startDate=["1999-05"]
        ),
    )
    relations = rows.tables["relation"]
    pairs = relations.select("id", "relationKind", "relationFrom", "relationTo").unique().sort("id")
    assert pairs.rows() == [
        ("relation/ftm/gifts/d/1", "Directorship", f"{OURS}a", f"{OURS}c"),
        ("relation/ftm/gifts/d/2", "Directorship", f"{OURS}b", f"{OURS}c"),
        ("relation/ftm/gifts/x", "Family", f"{OURS}a", f"{OURS}b"),
    ]
    assert set(relations["relationRole"].drop_nulls()) == {"aunt", "guardian"}
    assert relations["relationStart"].drop_nulls().to_list() == ["1999-05"]


def test_parts_of_a_statement_are_not_put_together_by_chance(tmp_path: Path) -> None:
    """A payment in two lines is told as a problem; a person in two lines is one person."""
    half = {**GIFT, "properties": {"amount": ["7.00"], "currency": ["USD"], "payer": ["ada"]}}
    other = {**ADA, "properties": {"name": ["Ada B. Baker"]}}
    dataset_folder(tmp_path, text_of(ADA, other, FUND, GIFT, half))
    rows = told(tmp_path, ADA, other, FUND, GIFT, half)
    wanted = "a statement in one line; put the parts of entities together first"
    assert rows.problems.rows() == [(line, "id", "gift", wanted, True) for line in (4, 5)]
    toml = (tmp_path / "source.toml").read_text("utf-8").replace("[[files]]", "allow_rejected = 2\n[[files]]")
    (tmp_path / "source.toml").write_text(toml, "utf-8")
    converted(tmp_path)
    people = table(tmp_path, "person").select("label", "altLabel").row(0)
    assert people == ("Ada B. Baker", ["A. Baker", "Ada Baker"])


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ({"date": ["2024-03-01"]}, ("2024-03-01", None)),
        ({"date": ["2024-03-01T10:00:00"]}, ("2024-03-01", None)),
        ({"date": ["2024-03"]}, (None, "2024-03")),
        ({"date": ["2024-02-31"]}, (None, "2024-02-31")),
        ({"startDate": ["2023"], "endDate": ["2024"]}, (None, "2023/2024")),
        ({}, (None, None)),
    ],
)
def test_a_payment_has_a_day_or_is_dated_as_written(
    tmp_path: Path, dates: dict[str, list[str]], expected: tuple[str | None, str | None]
) -> None:
    """A month is not the first of the month."""
    rows = told(tmp_path, entity("Payment", payer=["a"], beneficiary=["b"], **dates))
    assert rows.tables["payment"].select("date", "dateAsWritten").row(0) == expected


def test_streets_and_personal_data_are_not_told(tmp_path: Path) -> None:
    """An address is a town; what a passport says stays where it is."""
    address = {
        "id": "home",
        "schema": "Address",
        "properties": {
            "full": ["1 Elm St, Omaha"],
            "street": ["1 Elm St"],
            "city": ["Omaha"],
            "postalCode": ["68102"],
        },
    }
    person = {
        "id": "ada",
        "schema": "Person",
        "properties": {
            "name": ["Ada Baker"],
            "address": ["1 Elm St, Omaha"],
            "addressEntity": ["home"],
            "birthDate": ["1970-01-02"],
            "passportNumber": ["P123"],
        },
    }
    dataset_folder(tmp_path, text_of(address, person))
    assert converted(tmp_path).problems == 0
    quads = "".join(path.read_text("utf-8") for path in (tmp_path / "made" / "rows").glob("*.nq"))
    assert [word for word in ("Elm", "1970", "P123") if word in quads] == []
    assert table(tmp_path, "place").select("label", "city", "postcode").row(0) == (
        "68102, Omaha",
        "Omaha",
        "68102",
    )
    assert table(tmp_path, "person")["address"].to_list() == [[f"{OURS}home"]]


TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=8)
PROPERTIES = st.dictionaries(st.sampled_from(["name", "alias", "notes"]), st.lists(TEXTS, max_size=3))


@given(st.lists(PROPERTIES, min_size=1, max_size=6))
def test_any_text_is_read_as_json_has_it(properties: list[dict[str, list[str]]]) -> None:
    """Escapes, line ends and letters of all scripts; blank texts are none."""
    entities = [json.dumps({"id": "x", "schema": "Person", "properties": one}) for one in properties]
    numbers = pl.int_range(1, len(entities) + 1, dtype=pl.UInt32, eager=True)
    frame, problems = decode(pl.DataFrame({"line": numbers, "entity": entities}))
    assert problems.height == 0
    for row, one in zip(frame.iter_rows(named=True), properties, strict=True):
        for name in ("name", "alias", "notes"):
            stripped = [text for text in (polars_strip(text) for text in one.get(name, [])) if text]
            assert (row.get(f"{PROPERTY}{name}") or []) == stripped


def polars_strip(text: str) -> str:
    """Text without what Polars takes for white space around it."""
    return str(pl.Series([text]).str.strip_chars().item())


def test_donations_to_german_parties_are_told_as_the_json_module_reads_them(
    shared: Path, tmp_path: Path
) -> None:
    """A real file: each entity, its names, and each payment, equal an independent reading."""
    file = shared / "data" / "opensanctions__nomenklatura" / "tests" / "fixtures" / "donations.ijson"
    text = file.read_text("utf-8")
    dataset_folder(tmp_path, text)
    facts = converted(tmp_path)
    entities = [json.loads(line) for line in text.splitlines()]
    assert (facts.rows, facts.rejected, facts.left_out, facts.problems) == (len(entities), 0, 0, 0)
    counted = Counter(one["schema"] for one in entities)
    for schema, count in counted.items():
        assert facts.tables[SCHEMATA[schema].table] == count, schema
    for schema in ("Person", "Company", "Organization"):
        rows = table(tmp_path, SCHEMATA[schema].table)
        names = sorted(
            (one["id"], one["properties"]["name"][0].strip()) for one in entities if one["schema"] == schema
        )
        assert rows.select("identifier", "label").sort("identifier").rows() == names
    expected = [
        (
            f"{OURS}{one['payer'][0]}",
            f"{OURS}{one['beneficiary'][0]}",
            Decimal(one["amountEur"][0]),
            one["date"][0],
        )
        for one in (one["properties"] for one in entities if one["schema"] == "Payment")
    ]
    payments = table(tmp_path, "payment").sort("line")
    assert payments.select("payer", "payee", "amount", "date").rows() == expected
    assert payments["currency"].unique().to_list() == ["EUR"]


def test_what_we_export_is_read_back(built: Path, run: Run, tmp_path: Path) -> None:
    """Every entity of our own export stands again: names, classes, payments, and both ends of relations."""
    done = run("export", "--format", "ftm", "--graph", str(built))
    assert done.returncode == 0
    dataset_folder(tmp_path, done.stdout)
    facts = converted(tmp_path)
    entities = [json.loads(line) for line in done.stdout.splitlines()]
    assert (facts.rows, facts.rejected, facts.left_out, facts.problems) == (len(entities), 0, 0, 0)
    for name, kind in {(SCHEMATA[one["schema"]].table, one["schema"]) for one in entities}:
        assert facts.tables[name] == sum(SCHEMATA[one["schema"]].table == name for one in entities), kind
    relations = table(tmp_path, "relation")
    told_again = set(relations.select("identifier", "relationKind", "relationFrom", "relationTo").rows())
    stated = set()
    for one in entities:
        source, target = SCHEMATA[one["schema"]].ends
        if source:
            ends = (one["properties"][prop][0] for prop in (source, target))
            stated.add((one["id"], one["schema"], *(f"{OURS}{end}" for end in ends)))
    assert told_again == stated
    amounts = {one["id"]: one["properties"].get("amount") for one in entities if one["schema"] == "Payment"}
    payments = table(tmp_path, "payment").select(
        pl.col("id").str.strip_prefix("payment/gifts/ftm/gifts/"), "amount"
    )
    assert dict(payments.rows()) == {
        key: Decimal(value[0]) if value else None for key, value in amounts.items()
    }


def test_the_layout_knows_its_files() -> None:
    """By how they start, whatever they are called."""
    assert layouts()["ftm"] is LAYOUT
    assert LAYOUT.recognises(Sample("entities.ftm.json", json.dumps(ADA).encode()))
    assert not LAYOUT.recognises(Sample("other.json", b'{"id": 1}'))
    assert not LAYOUT.recognises(Sample("table.csv", b"id,schema,properties\n"))
