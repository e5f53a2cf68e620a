"""Pictures of more lines than can be told apart: what is folded, where all stands, and how it is packed.

A page of such a picture opens on a folded summary, which is a picture like any other; the whole stands beside
it in columns, which the page unpacks when they are asked for.
"""

LARGE_FROM = 2_000
"""From this many lines on a picture opens on its summary."""
