"""The names of what a graph can be exported as, apart from what writes them."""

from enum import StrEnum


class Format(StrEnum):
    """What a graph can be exported as."""

    TURTLE = "turtle"
    TRIG = "trig"
    NQUADS = "nquads"
    JSONLD = "jsonld"
    GRAPHML = "graphml"
    GEXF = "gexf"
    CYTOSCAPE = "cytoscape"
    CSV = "csv"
    FTM = "ftm"
