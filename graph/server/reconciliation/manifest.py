"""The manifest: what the service offers, and under which addresses."""

from graph.server.reconciliation.questions import LARGEST
from graph.server.reconciliation.vocabulary import DEFAULT_TYPES, type_json
from ontology import NAMESPACE

WIDTH, HEIGHT = 430, 300
"""Pixels of a preview."""


def manifest(url: str, base: str, version: str) -> dict[str, object]:
    """The manifest of a service.

    Args:
        url: Address of the server, without a slash at its end.
        base: Base of the IRIs of things.
        version: Of the product.
    """
    here = f"{url}/reconcile"
    return {
        "versions": ["0.1", "0.2"],
        "name": "moneytrail",
        "identifierSpace": f"{base}id/",
        "schemaSpace": NAMESPACE,
        "serviceVersion": version,
        "documentation": f"{here}/features",
        "defaultTypes": [type_json(name) for name in DEFAULT_TYPES],
        "view": {"url": f"{here}/view?id={{{{id}}}}"},
        "feature_view": {"url": f"{here}/features#{{{{id}}}}"},
        "preview": {"url": f"{here}/preview?id={{{{id}}}}", "width": WIDTH, "height": HEIGHT},
        "suggest": {name: _suggest(here, name) for name in ("entity", "type", "property")},
        "extend": {
            "propose_properties": {"service_url": here, "service_path": "/properties"},
            "property_settings": [
                {
                    "name": "limit",
                    "label": "Most values",
                    "type": "number",
                    "default": 0,
                    "help_text": "How many values of a thing at most; 0 for all.",
                }
            ],
        },
        "batchSize": LARGEST,
    }


def _suggest(here: str, name: str) -> dict[str, str]:
    return {
        "service_url": here,
        "service_path": f"/suggest/{name}",
        "flyout_service_url": here,
        "flyout_service_path": f"/flyout/{name}?id=${{id}}",
    }
