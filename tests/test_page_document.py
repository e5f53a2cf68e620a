"""The document behind a page: every one that is made fits its schema, and cards go over whole."""

import json
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from graph.errors import NotBundledError
from graph.page import bundle
from graph.page.document import page_document, schema
from graph.picture import ClaimCard, DatasetCard, DocumentCard, FindingCard, Picture, Quotation, RowsCard
from graph.rendering import make_picture


@pytest.fixture(scope="module")
def document(built: Path) -> Any:
    """The document of the five articles, as the page's script reads it."""
    return json.loads(json.dumps(page_document(make_picture(built))))


def test_the_schema_is_one() -> None:
    """It is JSON Schema, and leaves no field open."""
    Draft202012Validator.check_schema(schema())
    defined: Any = schema()["$defs"]
    assert all(part["additionalProperties"] is False for part in (schema(), *defined.values()))


def test_documents_fit_the_schema(document: Any) -> None:
    """That of the five articles, and that of an empty picture."""
    held = Draft202012Validator(schema())
    assert [error.message for error in held.iter_errors(document)] == []
    empty = json.loads(json.dumps(page_document(Picture("Nothing", "", (), (), {}, {}))))
    assert [error.message for error in held.iter_errors(empty)] == []


def test_a_document_that_lacks_a_field_or_has_another_does_not_fit(document: Any) -> None:
    """The schema can tell."""
    held = Draft202012Validator(schema())
    node = document["nodes"][0]
    for wrong in ({**node, "colour": "red"}, {name: node[name] for name in node if name != "label"}):
        assert not held.is_valid({**document, "nodes": [wrong]})


@pytest.mark.parametrize("card", [ClaimCard, DocumentCard, FindingCard, DatasetCard, RowsCard, Quotation])
def test_cards_go_over_whole(card: Any) -> None:
    """No field of a card is missing in the schema."""
    defined: Any = schema()["$defs"]
    assert set(defined[card.__name__]["properties"]) == {field.name for field in fields(card)}


def test_sources_without_a_bundle_say_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A checkout that nobody installed has no script for the page."""
    monkeypatch.setattr(bundle, "DIST", tmp_path)
    with pytest.raises(NotBundledError) as caught:
        bundle.script()
    assert str(caught.value) == (
        f"{tmp_path}/page.js: the page's script is not bundled here; run `make page`, or install the package:"
        " `pip install --editable .` bundles it"
    )
