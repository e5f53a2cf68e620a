"""A built graph served over HTTP, read-only: SPARQL, pages and data of things, and a search.

The process that speaks HTTP (`app.py`) reads no store. Each request is a task for a worker (`tasks.py`), a
process with the store open that can be ended (`pool.py`); what it writes goes to the client as it comes.
Workers start at once: they import no module that speaks HTTP and, before the first page, none of pages.
"""
