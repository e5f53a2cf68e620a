"""An order of every column in which few threads cross.

From several starts, columns are sorted to and fro by where their threads end, and neighbours swapped; the two
best orders are then gone through slot by slot. So does graphviz dot up to the last step, after Gansner,
Koutsofios, North and Vo, A Technique for Drawing Directed Graphs (1993).
"""

from collections.abc import Sequence

from graph.layered.starts import starts
from graph.layered.surroundings import Surroundings
from graph.layered.web import Columns, Slot, Web, crossings, places_of

ROUNDS = 24
"""Of sorting and swapping, at most, from one start."""
ROUNDS_IN_VAIN = 5
"""After which no better order is expected from a start."""
FINISHED = 2
"""Of the orders, so many are gone through slot by slot."""
SMALL = 400
"""Threads of a web that gets all this; larger ones get less, so that thousands of lines take a second."""


def ordered(web: Web) -> Columns:
    """The columns of a web in an order with few crossings; the same web gives the same order."""
    threads = sum(len(ends) for ends in web.after.values())
    if threads > SMALL:
        return _sorted_to_and_fro(web, next(starts(web)), max(3, ROUNDS * SMALL // threads))
    found = [_sorted_to_and_fro(web, columns, ROUNDS) for columns in starts(web)]
    found = sorted(found, key=lambda columns: crossings(web, columns))[:FINISHED]
    for columns in found:
        _go_through(web, columns)
    return min(found, key=lambda columns: crossings(web, columns))


def _sorted_to_and_fro(web: Web, columns: Columns, rounds: int) -> Columns:
    """The best order met on the way."""
    best, fewest, in_vain = columns, crossings(web, columns), 0
    for number in range(rounds):
        columns = _swept(web, columns, forward=number % 2 == 0)
        _swap(web, columns, also_equals=number // 2 % 2 == 0)
        count = crossings(web, columns)
        in_vain += 1
        if count < fewest:
            best, fewest, in_vain = [list(column) for column in columns], count, 0
        if fewest == 0 or in_vain == ROUNDS_IN_VAIN:
            break
    return best


def _swept(web: Web, columns: Columns, *, forward: bool) -> Columns:
    """Each column sorted by the median of where its threads end in the column just sorted."""
    swept = [list(column) for column in (columns[:1] if forward else columns[-1:])]
    threads = web.before if forward else web.after
    for column in columns[1:] if forward else columns[-2::-1]:
        places = places_of(swept[-1])
        scale = len(swept[-1]) / len(column)
        keys = {
            slot: (_median([places[end] for end in threads[slot]], place * scale), place)
            for place, slot in enumerate(column)
        }
        swept.append(sorted(column, key=keys.__getitem__))
    return swept if forward else swept[::-1]


def _median(values: Sequence[int], otherwise: float) -> float:
    """The middle of some values, or of the two in the middle."""
    if len(values) == 0:
        return otherwise
    in_order = sorted(values)
    return (in_order[(len(values) - 1) // 2] + in_order[len(values) // 2]) / 2


def _swap(web: Web, columns: Columns, *, also_equals: bool) -> None:
    """Swap slots next to each other as long as fewer threads cross then; at first also where as many do."""
    at_most = 0 if also_equals else -1
    waiting = set(range(len(columns)))
    while len(waiting) > 0:
        better = [number for number in sorted(waiting) if _untangle(web, columns, number, at_most)]
        waiting = {
            beside for number in better for beside in (number - 1, number + 1) if 0 <= beside < len(columns)
        }
        at_most = -1


def _untangle(web: Web, columns: Columns, number: int, at_most: int) -> bool:
    """Go through one column until no swap helps; tell whether fewer threads cross."""
    around = Surroundings(web, columns, number)
    if not _swap_in(columns[number], around, at_most):
        return False
    while _swap_in(columns[number], around, -1):
        pass
    return True


def _swap_in(column: list[Slot], around: Surroundings, at_most: int) -> bool:
    """Go through a column once; tell whether fewer threads cross."""
    places = places_of(column)
    better = False
    for place in range(len(column) - 1):
        upper, lower = column[place], column[place + 1]
        change = around.change(upper, lower, places, lower)
        if change <= at_most:
            column[place], column[place + 1] = lower, upper
            places[upper], places[lower] = place + 1, place
            better = better or change < 0
    return better


def _go_through(web: Web, columns: Columns) -> None:
    """Move slots to better places in their columns until none has any."""
    moved = True
    while moved:
        moved = False
        for number in (*range(len(columns)), *reversed(range(len(columns)))):
            around = Surroundings(web, columns, number)
            for slot in tuple(columns[number]):
                moved = _move(columns[number], slot, around) or moved


def _move(column: list[Slot], slot: Slot, around: Surroundings) -> bool:
    """Move a slot to where the fewest threads cross; tell whether that is elsewhere."""
    places = places_of(column)
    here = places[slot]
    best, fewest = here, 0
    for step, way in ((1, range(here + 1, len(column))), (-1, range(here - 1, -1, -1))):
        change = 0
        for place in way:
            pair = (slot, column[place]) if step > 0 else (column[place], slot)
            change += around.change(*pair, places, column[place])
            if change < fewest:
                best, fewest = place, change
    column.insert(best, column.pop(here))
    return best != here
