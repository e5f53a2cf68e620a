"""Orders to begin with: what is linked stands near each other from the start."""

from collections.abc import Callable, Iterator

from graph.layered.web import Columns, Slot, Web

Near = Callable[[Slot], list[Slot]]


def starts(web: Web) -> Iterator[Columns]:
    """The slots as they are met on walks along the threads: wide or deep, from each of the four corners."""
    for downwards in (True, False):
        columns = [column if downwards else column[::-1] for column in web.columns]
        for walk in (_widely, _deeply):
            yield _columns(web, walk(_joined(columns), lambda slot: [*web.after[slot], *web.before[slot]]))
            yield _columns(
                web, walk(_joined(columns[::-1]), lambda slot: [*web.before[slot], *web.after[slot]])
            )


def _joined(columns: Columns) -> list[Slot]:
    return [slot for column in columns for slot in column]


def _columns(web: Web, walked: Iterator[Slot]) -> Columns:
    number = {slot: place for place, column in enumerate(web.columns) for slot in column}
    columns: Columns = [[] for _ in web.columns]
    for slot in walked:
        columns[number[slot]].append(slot)
    return columns


def _widely(slots: list[Slot], near: Near) -> Iterator[Slot]:
    """All slots, from each of them first those that are near, then those near these."""
    met: set[Slot] = set()
    for first in slots:
        waiting = [first] if first not in met else []
        met.add(first)
        for slot in waiting:
            yield slot
            fresh = [other for other in dict.fromkeys(near(slot)) if other not in met]
            met.update(fresh)
            waiting.extend(fresh)


def _deeply(slots: list[Slot], near: Near) -> Iterator[Slot]:
    """All slots, from each of them one that is near, then one near this, as far as that leads."""
    met: set[Slot] = set()
    for first in slots:
        waiting = [first]
        while len(waiting) > 0:
            slot = waiting.pop()
            if slot not in met:
                met.add(slot)
                yield slot
                waiting.extend(other for other in reversed(near(slot)) if other not in met)
