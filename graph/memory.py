"""How long memory that was freed is kept for what comes next."""

import os

ALLOCATOR = {"_RJEM_MALLOC_CONF": "dirty_decay_ms:10000,muzzy_decay_ms:0"}
"""Settings of the allocator of Polars: ten seconds, jemalloc's own default; Polars asks for half a second."""


def reuse_memory() -> None:
    """Let batches use the memory of those before them, unless the user has set the allocator.

    Given back to the system and asked for again, it costs a third of the time of a conversion. To be
    called before Polars is imported.
    """
    for name, value in ALLOCATOR.items():
        os.environ.setdefault(name, value)
