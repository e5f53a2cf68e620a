"""What a page offers besides its picture."""

from dataclasses import dataclass
from enum import StrEnum


class PageView(StrEnum):
    """A way to look at the marks; the table says all that the others draw."""

    NETWORK = "network"
    FLOW = "flow"
    MAP = "map"
    TIMELINE = "timeline"
    TABLE = "table"
    ALL = "all"


class Arrangement(StrEnum):
    """How the network is laid out."""

    LAYERED = "layered"
    FORCE = "force"


@dataclass(frozen=True, slots=True)
class PageOptions:
    """What a page offers.

    Attributes:
        views: The views, of which the first is open; the table is always among them.
        arrangement: How the network is laid out.
        embed: Whether the page is for a frame of another: it has no heading of its own.
    """

    views: tuple[PageView, ...] = (PageView.ALL,)
    arrangement: Arrangement = Arrangement.LAYERED
    embed: bool = False


USUAL = PageOptions()
