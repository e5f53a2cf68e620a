"""A built graph served over HTTP, read-only: SPARQL, pages and data of things, and a search.

The process that speaks HTTP (`app.py`) reads no store. Each request is a task for a worker (`tasks.py`), a
process with the store open that can be ended (`pool.py`); what it writes goes to the client as it comes.
"""

from graph.errors import MissingExtraError

try:
    import starlette as _starlette  # noqa: F401 - where one is missing, this says so once
    import uvicorn as _uvicorn  # noqa: F401 - as above
    import werkzeug as _werkzeug  # noqa: F401 - as above
except ImportError as missing:
    raise MissingExtraError("moneytrail serve", "server") from missing
