"""A built graph on a SPARQL server that is not ours: loaded over HTTP, compared, and asked there."""

from graph.errors import MissingExtraError

try:
    import httpx as _httpx  # noqa: F401 - every module here needs it; where it is missing, this says so once
except ImportError as missing:
    raise MissingExtraError("a SPARQL server (--endpoint)", "remote") from missing
