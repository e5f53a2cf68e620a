"""The Reconciliation Service API: every answer has the form of the specification, and matches are safe."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

import pytest
from example_rows import FILINGS
from reconciliation_schemas import (
    ENTITIES,
    EXTENSION,
    FLYOUT,
    MANIFEST,
    PROPERTIES,
    PROPOSALS,
    RESULTS,
    TYPES,
    Schema,
    check,
)
from serving import Server, serving

from graph.build import build
from graph.identity.decisions import Verdict, append_decisions, decide
from sources.adding import DatasetParticulars, start_dataset
from sources.catalog import registry

ATHENS, AIKEN = "party/fec/EXAMPLE%2C%20ADA/30601", "party/fec/EXAMPLE%2C%20ADA/29801"
HARBOR, MILLS = "committee/fec/C99000002", "entity/ftm/entities/mills"
FTM = (
    {
        "id": "mills",
        "schema": "Company",
        "properties": {"name": ["Quillwood Mills"], "wikidataId": ["Q990017"]},
    },
    {
        "id": "quillwood",
        "schema": "Organization",
        "properties": {
            "name": ["Quillwood Society"],
            "sourceUrl": ["https://littlesis.org/org/990042-Quillwood"],
            "leiCode": ["LEI0990"],
        },
    },
)
OLD_NAME = "COALITION FOR A BETTER HARBOR"
NOTICES = "independent_expenditure_2024.csv"
NOW = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of the registry, the made-up filings, and two organisations with ids; one thing is decided."""
    folder = tmp_path_factory.mktemp("reconcile")
    lines = folder / "entities.ftm.json"
    lines.write_text("".join(f"{json.dumps(one)}\n" for one in FTM), "utf-8")
    start_dataset(folder / "entities", (lines,), DatasetParticulars(title="Organisations"))
    header, notice, *_ = (FILINGS / NOTICES).read_text("utf-8").splitlines()
    earlier = notice.replace("HARBOR FORWARD", OLD_NAME).replace("21-SEP-24", "02-MAR-23")
    (folder / NOTICES).write_text(f"{header}\n{earlier.replace('1990004', '1980001')}\n", "utf-8")
    start_dataset(folder / "earlier", (folder / NOTICES,), DatasetParticulars(title="Earlier notices"))
    decisions = folder / "decisions.tsv"
    append_decisions(decisions, [decide(NOW, "ada", (ATHENS, AIKEN), Verdict.YES, "one baker")])
    sources = [*registry(), FILINGS, folder / "entities", folder / "earlier"]
    build(sources, folder / "graph", lambda _: None, decisions=decisions)
    with serving(folder / "graph", "--workers", "1") as found:
        yield found


def _told(server: Server, path: str, schema: Schema) -> Any:
    """The answer to a GET below /reconcile, which has the form that is wanted."""
    found = server.client.get(f"{server.url}/reconcile{path}")
    assert found.status_code == 200, found.text
    assert found.headers["content-type"] == "application/json"
    check(found.json(), schema)
    return found.json()


def _asked(server: Server, **questions: object) -> dict[str, list[dict[str, Any]]]:
    """The candidates of a batch, as OpenRefine posts it."""
    found = server.client.post(f"{server.url}/reconcile", data={"queries": json.dumps(questions)})
    assert found.status_code == 200, found.text
    check(found.json(), RESULTS)
    return {key: answer["result"] for key, answer in found.json().items()}


def _extended(server: Server, ids: list[str], *properties: str) -> dict[str, Any]:
    asked = {"ids": ids, "properties": [{"id": one} for one in properties]}
    found = server.client.post(f"{server.url}/reconcile", data={"extend": json.dumps(asked)})
    check(found.json(), EXTENSION)
    assert [one["id"] for one in found.json()["meta"]] == list(properties)
    rows: dict[str, Any] = found.json()["rows"]
    return rows


def test_the_manifest_names_addresses_that_answer(server: Server) -> None:
    """Without parameters the service describes itself; what it links to is there."""
    manifest = _told(server, "", MANIFEST)
    assert manifest["identifierSpace"].endswith("/id/")
    for template in (manifest["view"]["url"], manifest["preview"]["url"], manifest["feature_view"]["url"]):
        place = template.replace("{{id}}", quote(ATHENS, safe=""))
        found = server.client.get(place, follow_redirects=True)
        assert found.status_code == 200, place
        assert found.headers["content-type"].startswith("text/html")


def test_a_batch_is_answered_question_by_question(server: Server) -> None:
    """Each question has its answer under its key, best first, whatever else is asked, by GET and by POST."""
    asked = {
        "a": {"query": "Ada Example", "properties": [{"pid": "city", "v": "Athens"}], "limit": 3},
        "b": {"query": "Soros, George", "type": "Person", "type_strict": "should"},
        "c": {"query": "Nobody Whatever"},
    }
    found = _asked(server, **asked)
    assert {key: [one["id"] for one in answers] for key, answers in found.items()} == {
        "a": [AIKEN],
        "b": ["person/george-soros"],
        "c": [],
    }
    assert found["a"][0]["match"] is True
    assert {one["id"] for one in found["a"][0]["features"]} == {"last-name", "first-name", "place", "bits"}
    assert found["a"][0]["type"][0] == {"id": "Person", "name": "person"}
    assert _asked(server, b=asked["b"])["b"] == found["b"]
    by_get = server.client.get(f"{server.url}/reconcile", params={"queries": json.dumps(asked)})
    assert by_get.json() == {key: {"result": answers} for key, answers in found.items()}


def test_nothing_is_safe_that_is_not(server: Server) -> None:
    """A surname means nobody, a name alone is not taken for granted, and Shane is not Kamala Harris."""
    found = _asked(
        server,
        surname={"query": "Harris"},
        initial={"query": "G Soros"},
        name={"query": "George Soros"},
        other={"query": "Shane Harris"},
        unnamed={"query": "an unnamed PAC"},
    )
    assert found["surname"] == []
    assert [one["id"] for one in found["other"]] == ["person/shane-harris"]
    assert found["unnamed"] == []
    assert [one["id"] for one in found["name"]] == ["person/george-soros"]
    assert not any(one["match"] for answers in found.values() for one in answers)


@pytest.mark.parametrize(
    ("asked", "path"),
    [
        ("C99000002", HARBOR),
        ("fec:C99000002", HARBOR),
        ("https://www.fec.gov/data/committee/C99000002/", HARBOR),
        (HARBOR, HARBOR),
        ("https://w3id.org/moneytrail/id/committee/fec/C99000002", HARBOR),
        ("Q990017", MILLS),
        ("https://www.wikidata.org/wiki/Q990017", MILLS),
        ("littlesis:990042", "entity/ftm/entities/quillwood"),
        ("lei:LEI0990", "entity/ftm/entities/quillwood"),
        (ATHENS, AIKEN),
    ],
)
def test_an_id_answers_exactly(server: Server, asked: str, path: str) -> None:
    """An id in place of a name, or as a property, is one thing for sure: that which stands for it."""
    as_property = {"query": "Whoever It Is", "properties": [{"pid": "identifier", "v": {"id": asked}}]}
    for answers in _asked(server, name={"query": asked}, identifier=as_property).values():
        assert [(one["id"], one["score"], one["match"]) for one in answers] == [(path, 100.0, True)]


def test_types_narrow_the_answers(server: Server) -> None:
    """A committee is asked for as a committee, an organisation or anything, and is no person."""
    kinds = ("Committee", "Organization", ["Person", "Committee"], "Person", "NoSuchType")
    asked = {str(at): {"query": "Harbor Forward", "type": kind} for at, kind in enumerate(kinds)}
    found = {key: [one["id"] for one in answers] for key, answers in _asked(server, **asked).items()}
    assert [HARBOR in found[str(at)] for at in range(5)] == [True, True, True, False, True]


def test_a_committee_goes_by_the_names_it_filed_under(server: Server) -> None:
    """A name of other days leads to it, and its page says when filings printed which, and of what dataset."""
    (found, *_) = _asked(server, old={"query": OLD_NAME})["old"]
    assert found["id"] == HARBOR
    page = server.client.get(f"{server.url}/page/{HARBOR}").text
    assert f"{OLD_NAME}: 2023-03-02 to 2023-03-02, in 1 filing [earlier]" in page
    assert "HARBOR FORWARD: 2024-09-21 to 2024-10-28, in 3 filings [filings]" in page


def test_data_is_extended(server: Server) -> None:
    """Ids, sums, days and things come back for each id; merged ones tell of both, unknown ones of nothing."""
    rows = _extended(
        server,
        [AIKEN, HARBOR, MILLS, "no/such thing"],
        *(
            "identifier/fec",
            "identifier",
            "money",
            "rows",
            "firstDay",
            "city",
            "standsFor",
            "dataset",
            "bogus",
        ),
    )
    assert rows[AIKEN]["money"] == [{"float": 11950.5}]
    assert rows[AIKEN]["rows"] == [{"int": 4}]
    assert rows[AIKEN]["firstDay"] == [{"date": "2023-11-20T00:00:00Z"}]
    assert rows[AIKEN]["city"] == [{"str": "AIKEN"}, {"str": "ATHENS"}]
    assert rows[AIKEN]["standsFor"] == [{"id": ATHENS, "name": "EXAMPLE, ADA"}]
    assert rows[HARBOR]["identifier/fec"] == [{"str": "C99000002"}]
    assert rows[MILLS]["identifier"] == [{"str": "entities:mills"}, {"str": "wikidata:Q990017"}]
    assert set(map(len, rows["no/such thing"].values())) == {0}
    limited = {"ids": [AIKEN], "properties": [{"id": "city", "settings": {"limit": 1}}]}
    found = _told(server, f"?extend={quote(json.dumps(limited))}", EXTENSION)
    assert found["rows"] == {AIKEN: {"city": [{"str": "AIKEN"}]}}


def test_lists_complete_what_is_typed(server: Server) -> None:
    """Things, types and properties are found by how their words or ids begin; flyouts tell more."""
    for typed in ("exam", "Example, A", "ada ex", AIKEN):
        assert AIKEN in [
            one["id"] for one in _told(server, f"/suggest/entity?prefix={quote(typed)}", ENTITIES)["result"]
        ]
    assert HARBOR in [one["id"] for one in _told(server, "/suggest/entity?prefix=c9900", ENTITIES)["result"]]
    every = _told(server, "/suggest/entity?prefix=e", ENTITIES)["result"]
    assert _told(server, "/suggest/entity?prefix=e&cursor=1", ENTITIES)["result"][0] == every[1]
    assert _told(server, "/suggest/entity?prefix=", ENTITIES) == {"result": []}
    types = _told(server, "/suggest/type?prefix=comm", TYPES)["result"]
    assert types[0]["id"] == "Committee"
    found = _told(server, "/suggest/property?prefix=ident", PROPERTIES)["result"]
    assert {"identifier", "identifier/wikidata"} <= {one["id"] for one in found}
    for kind, name in (("entity", AIKEN), ("type", "Committee"), ("property", "city")):
        told = _told(server, f"/flyout/{kind}?id={quote(name, safe='')}", FLYOUT)
        assert told["id"] == name


def test_properties_are_proposed_for_a_type(server: Server) -> None:
    """A committee has a treasurer, a candidate an office; a limit holds."""
    proposed = {
        kind: {one["id"] for one in _told(server, f"/properties?type={kind}", PROPOSALS)["properties"]}
        for kind in ("Committee", "RegisteredCandidate")
    }
    assert "treasurer" in proposed["Committee"] - proposed["RegisteredCandidate"]
    assert "incumbent" in proposed["RegisteredCandidate"] - proposed["Committee"]
    assert "identifier/wikidata" in proposed["Committee"] & proposed["RegisteredCandidate"]
    assert len(_told(server, "/properties?type=Committee&limit=2", PROPOSALS)["properties"]) == 2


def test_a_preview_may_stand_in_pages_of_others(server: Server) -> None:
    """It shows what is known, escaped, and is the one page that others may frame."""
    found = server.client.get(f"{server.url}/reconcile/preview", params={"id": AIKEN})
    assert "<h1>EXAMPLE, ADA</h1>" in found.text
    assert "frame-ancestors *" in found.headers["content-security-policy"]
    other = server.get("/reconcile/features")
    assert "frame-ancestors 'none'" in other.headers["content-security-policy"]


def test_clients_of_other_places_may_ask(server: Server) -> None:
    """A web page of another place may read answers and errors."""
    for query in ("", "?queries=bogus"):
        place = f"{server.url}/reconcile{query}"
        found = server.client.get(place, headers={"Origin": "http://127.0.0.1:3333"})
        assert found.headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize(
    ("form", "status", "words"),
    [
        ({"queries": "{"}, 400, "queries: it is not JSON: "),
        ({"queries": "[]"}, 400, "queries: [] is not an object\n"),
        ({"queries": '{"a": 1}'}, 400, "queries: a: 1 is not an object\n"),
        ({"queries": '{"a": {}}'}, 400, "queries: a: it has neither a query nor properties\n"),
        ({"queries": '{"a": {"query": 1}}'}, 400, "queries: a: query: 1 is not a text\n"),
        (
            {"queries": '{"a": {"query": "x", "limit": 0}}'},
            400,
            "queries: a: limit: 0 is not a positive number\n",
        ),
        (
            {"queries": '{"a": {"query": "x", "properties": [{"pid": "city", "v": null}]}}'},
            400,
            "queries: a: properties: 0: v: null is no value\n",
        ),
        (
            {"queries": json.dumps({str(at): {"query": "x"} for at in range(51)})},
            413,
            "queries: 51 questions",
        ),
        ({"extend": "{}"}, 400, "extend: ids: null is not a list\n"),
        ({"extend": json.dumps({"ids": ["x"] * 1001, "properties": []})}, 413, "extend: 1001 ids; "),
        ({"other": "x"}, 400, "the form has neither queries nor extend\n"),
    ],
)
def test_what_is_wrong_is_said(server: Server, form: dict[str, str], status: int, words: str) -> None:
    """The status of HTTP and a line that names the place."""
    found = server.client.post(f"{server.url}/reconcile", data=form)
    assert (found.status_code, found.text[: len(words)]) == (status, words)


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("preview?id=nobody", "'nobody' is nothing that is matched\n"),
        ("suggest/colour?prefix=a", "'colour' is not one of entity, type, property\n"),
        ("flyout/type?id=Colour", "'Colour' is no type that is known here\n"),
    ],
)
def test_what_is_not_there_is_said(server: Server, place: str, words: str) -> None:
    """Not found, and what was asked for."""
    found = server.client.get(f"{server.url}/reconcile/{place}")
    assert (found.status_code, found.text) == (404, words)
