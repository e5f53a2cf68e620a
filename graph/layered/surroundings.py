"""A column between its neighbours: what it costs or saves when two of its slots change places."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from graph.layered.web import Columns, Slot, Web, places_of

Ends = Mapping[Slot, Sequence[int]]


class Surroundings:
    """The columns on both sides of one, as long as they stay as they are; keeps what it found out."""

    def __init__(self, web: Web, columns: Columns, number: int) -> None:
        """Look at the neighbours of the column of this number."""
        self._web = web
        self._sides: list[Ends] = []
        for threads, beside in ((web.before, number - 1), (web.after, number + 1)):
            if 0 <= beside < len(columns):
                places = places_of(columns[beside])
                ends = {slot: sorted(places[end] for end in threads[slot]) for slot in columns[number]}
                self._sides.append(ends)
        self._known: dict[tuple[Slot, Slot], int] = {}

    def change(self, upper: Slot, lower: Slot, places: Mapping[Slot, int], resting: Slot) -> int:
        """How many crossings come when `lower` moves right above `upper`; fewer than 0 when some go.

        Args:
            upper: Stands right above `lower`.
            lower: Stands right below `upper`.
            places: Of all slots of the column.
            resting: The one of the two whose place is in `places`; the other may be on its way.
        """
        known = self._known.get((upper, lower))
        if known is None:
            known = 0
            for ends in self._sides:
                known += _change(ends[upper], ends[lower])
            self._known[upper, lower], self._known[lower, upper] = known, -known
        beside = self._web.beside
        if not beside[upper] and not beside[lower]:
            return known
        return known + self._change_beside(upper, lower, places, places[resting])

    def _change_beside(self, upper: Slot, lower: Slot, places: Mapping[Slot, int], here: int) -> int:
        """The same for lines within the column, which come to pass the other slot, or no longer do."""
        web = self._web
        leaving_upper, leaving_lower = len(web.after[upper]), len(web.after[lower])
        downwards = sum(
            -leaving_lower if places[other] > here else leaving_lower
            for other in web.beside[upper]
            if other != lower
        )
        upwards = sum(
            -leaving_upper if places[other] < here else leaving_upper
            for other in web.beside[lower]
            if other != upper
        )
        return downwards + upwards


def _change(upper: Sequence[int], lower: Sequence[int]) -> int:
    """The same for the threads of one side, which end at these places."""
    change = len(upper) * len(lower)
    for end in upper if change > 0 else ():
        change -= bisect_left(lower, end) + bisect_right(lower, end)
    return change
