"""What benchmarks measured, as it stands in the README: between two comments, which a run fills in anew."""

from collections.abc import Iterable
from pathlib import Path

README = Path(__file__).parents[1] / "README.md"


def write_rates(name: str, lines: Iterable[str], page: Path = README) -> None:
    """Put lines between the comments of a name in a page.

    Raises:
        ValueError: The page has no such comments.
    """
    begin, end = f"<!-- rates: {name} -->\n", "<!-- end of rates -->\n"
    before, found, rest = page.read_text("utf-8").partition(begin)
    _, closed, after = rest.partition(end)
    if not (found and closed):
        raise ValueError(f"{page}: {begin.strip()} and {end.strip()} stand nowhere")
    page.write_text("".join((before, begin, "\n".join(lines), "\n", end, after)), "utf-8")
