"""What scores are made of: the aspects that are compared, and the weight of each of their levels."""

from graph.identity.model.comparison import Comparison
from graph.identity.model.organisations import ORGANISATIONS
from graph.identity.model.people import PEOPLE


def feature_id(aspect: str) -> str:
    """The id of a feature: the name of its aspect with hyphens."""
    return aspect.replace(" ", "-")


def features() -> dict[str, Comparison]:
    """The aspects of people and organisations, by the ids of their features."""
    return {feature_id(one.name): one for one in (*PEOPLE, *ORGANISATIONS)}
