"""A page of a built graph: asked for, and rendered to be saved, embedded, or looked at in a notebook."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from html import escape
from pathlib import Path

from graph.drawn.drawing import LIMITS, Limits
from graph.page import to_html
from graph.page_options import USUAL, PageOptions
from graph.picture import Picture
from graph.rendering import TITLE, make_picture
from graph.selection.selection import EVERYTHING, Selection
from graph.stories.reading import read_story
from graph.stories.steps import tell_story
from graph.writing import write_whole

SANDBOX = "allow-scripts allow-downloads allow-popups"
"""What the page may do in a frame; it can reach neither the page around it nor its cookies."""
HEIGHT = 640


@dataclass(frozen=True, slots=True)
class PageRequest:
    """A page that somebody wants.

    Attributes:
        folder: The built graph.
        title: Heading; "" for that of the story, or the usual one.
        selection: The part of the graph that is drawn.
        options: What the page offers.
        story: File of a story, whose steps the page then shows.
        documents: Folder with the documents' texts; with it, claims show their words in context.
        limits: How much is drawn of what rows of datasets say.
    """

    folder: Path
    title: str = ""
    selection: Selection = EVERYTHING
    options: PageOptions = USUAL
    story: Path | None = None
    documents: Path | None = None
    limits: Limits = LIMITS


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """A self-contained page.

    Attributes:
        picture: What it shows.
        html: The page.
    """

    picture: Picture = field(repr=False)
    html: str = field(repr=False)

    def save(self, path: "str | Path") -> Path:
        """Write the page as UTF-8, whole or not at all; raises WriteError."""
        write_whole(Path(path), self.html)
        return Path(path)

    def _repr_html_(self) -> str:
        """The page in a frame of its own, as notebooks display it."""
        return (
            f'<iframe srcdoc="{escape(self.html)}" sandbox="{SANDBOX}" title="{escape(self.picture.title)}" '
            f'width="100%" height="{HEIGHT}" style="border:0"></iframe>'
        )


def _silent(_: str) -> None:
    """Nobody wants to be told."""


def render_page(request: PageRequest, tell: Callable[[str], None] = _silent) -> RenderedPage:
    """The page that is asked for; `tell` is told of each document whose text is not there.

    Raises:
        NoGraphError: Nothing is built in the folder.
        MissingSourceError: There is no such folder of texts, or no such story.
        UnknownNameError: A name of the selection means nothing, or several things.
        SheetError: The story is none, or tells of what is not drawn (SourceProblems for several problems).
        SelectionError: Its query names nothing that can be drawn, or nothing is left to draw.
    """
    story = None if request.story is None else read_story(request.story)
    title = request.title or (TITLE if story is None else story.title)
    picture = make_picture(request.folder, title, request.documents, tell, request.limits, request.selection)
    if story is not None:
        picture = replace(picture, story=tell_story(request.folder, picture, story))
    return RenderedPage(picture, to_html(picture, request.options))


def frame(path: Path, title: str) -> str:
    """What a page of one's own says to show a page that was saved beside it."""
    return (
        f'<iframe src="{escape(path.name)}" title="{escape(title)}" width="100%" height="{HEIGHT}" '
        f'sandbox="{SANDBOX}" loading="lazy" style="border:0"></iframe>'
    )
