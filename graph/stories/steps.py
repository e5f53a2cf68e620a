"""What each step of a story shows of a picture."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from graph.entities import find_entity
from graph.errors import UnknownNameError
from graph.picture import Edge, Picture, StepCard, StoryCard
from graph.reading import Reader, open_reader
from graph.rows.event_tables import EventTables, open_tables
from graph.selection.selected import edges_around
from graph.selection.selection import EVERYTHING
from graph.selection.wanted import Wanted, look_up
from graph.stories.reading import PARTS, Step, Story
from sources.errors import SheetError, SourceError, raise_all


@dataclass(frozen=True, slots=True)
class Teller:
    """Who tells a story of a built graph, and notes what is wrong with it.

    Attributes:
        folder: The built graph.
        reader: Its store.
        tables: Its event tables.
        story: The story.
        problems: What is wrong with it, so far.
    """

    folder: Path
    reader: Reader
    tables: EventTables
    story: Story
    problems: list[SourceError] = field(default_factory=list)

    def note(self, step: Step, message: str, key: str = "") -> None:
        """Note what is wrong with a step, or with a value of it."""
        path = ("steps", step.number, key) if key else ("steps", step.number)
        self.problems.append(SheetError(self.story.yaml.at(*path), f"{key}: {message}" if key else message))


def tell_story(folder: Path, picture: Picture, story: Story) -> StoryCard:
    """The steps of a story on a picture of a built graph.

    Raises:
        SheetError: A step names what is not in the graph or in the picture, or shows nothing of it
            (SourceProblems for several problems).
    """
    teller = Teller(folder, open_reader(folder), open_tables(folder), story)
    cards = tuple(_card(teller, step, picture.edges) for step in story.steps)
    raise_all(teller.problems)
    return StoryCard(story.title, cards)


def _card(teller: Teller, step: Step, edges: Sequence[Edge]) -> StepCard:
    wanted = _look_up(teller, step)
    around = edges_around(teller.reader, edges, wanted)
    shown = [edge for edge in around if not step.show or edge.family in step.show]
    if len(shown) == 0 and not teller.problems:
        teller.note(step, "the step shows nothing of this picture")
    selected = _selected(teller, step, shown) if step.select else ""
    return StepCard(step.title, step.caption, step.view, selected, tuple(edge.iri for edge in shown))


def _look_up(teller: Teller, step: Step) -> Wanted:
    """The part of a graph a step is about; names that mean nothing are noted."""
    wanted = Wanted(min_amount=step.min_amount, hops=step.hops)
    for key, part in PARTS.items():
        asked = replace(EVERYTHING, **{part: step.named.get(part, ())})  # type: ignore[arg-type]  # names only
        try:
            found = look_up(teller.folder, teller.reader, teller.tables, asked)
        except UnknownNameError as error:
            teller.note(step, str(error), key)
        else:
            wanted = replace(wanted, **{part: getattr(found, part)})
    return wanted


def _selected(teller: Teller, step: Step, shown: Sequence[Edge]) -> str:
    """The IRI of the entity whose evidence is open, "" for one that nothing is known of."""
    try:
        iri = find_entity(teller.reader, step.select, teller.tables).value
    except UnknownNameError as error:
        teller.note(step, str(error), "select")
        return ""
    if not any(iri in (edge.source, edge.target) for edge in shown):
        teller.note(step, f"{step.select!r} is not in what the step shows", "select")
    return iri
