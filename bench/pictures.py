"""Pictures of many lines in a browser, ours beside others: when something is seen, when all, how it moves.

    python bench/pictures.py --lines 2000 20000 100000

`first` and `all` are seconds until something, and until everything, is drawn, each with the page opened anew;
ours shows a summary first, and `all` is its view of everything. `frames` are those of a second while the
picture is dragged; `task` is the longest time in milliseconds for which the page did not answer. Nothing is
asserted. A page that takes more than `--patience` seconds is given up.
"""

import argparse
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from drawn_by import fetch_packages, pages
from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import TimeoutError as TooLateError

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
WATCH = """
window.longest = 0;
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
}).observe({ entryTypes: ["longtask"] });
const rest = () => (window.rested = performance.now());
addEventListener("load", () => requestAnimationFrame(() => setTimeout(rest)));
"""
FRAMES = """async () => {
  let [frames, start] = [0, performance.now()];
  while (performance.now() - start < 2000) { await new Promise(requestAnimationFrame); frames += 1; }
  return frames / 2;
}"""
OURS = "moneytrail"


@dataclass(frozen=True)
class Measured:
    """What one page took: seconds, megabytes, frames a second, milliseconds."""

    megabytes: float
    first: float
    whole: float
    frames: float
    task: float

    def __str__(self) -> str:
        """A row of the table."""
        return (
            f"{self.megabytes:7.2f} {self.first:7.2f} {self.whole:7.2f} {self.frames:7.0f} {self.task:7.0f}"
        )


def main() -> None:
    """Measure every page at every size."""
    parser = argparse.ArgumentParser(description="Measure pictures of many lines in a browser.")
    parser.add_argument("--lines", type=int, nargs="+", default=[2_000, 100_000], help="lines of a picture")
    parser.add_argument("--packages", type=Path, default=Path(".run/pictures"), help="folder for libraries")
    parser.add_argument("--only", nargs="*", help="names of pages")
    parser.add_argument("--patience", type=float, default=60, help="seconds after which a page is given up")
    asked = parser.parse_args()
    if asked.only != [OURS]:
        fetch_packages(asked.packages)
    print(f"{'lines':>7} {'page':13} {'MB':>7} {'first':>7} {'all':>7} {'frames':>7} {'task':>7}")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        path = os.environ.get("MONEYTRAIL_CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        for lines in asked.lines:
            for name, make in pages(asked.packages).items():
                if asked.only and name not in asked.only:
                    continue
                file = Path(folder, "page.html")
                file.write_text(make(lines), "utf-8")
                print(f"{lines:7} {name:13} {measured(browser, file, name, asked.patience)}", flush=True)


def measured(browser: Browser, file: Path, name: str, patience: float) -> Measured | str:
    """What a page took, or that it was given up."""
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    page.set_default_timeout(1000 * patience)
    page.add_init_script(WATCH)
    try:
        return _measured(page, file, name)
    except TooLateError:
        return f"given up after {patience:g} s"
    finally:
        page.close()


def _measured(page: Page, file: Path, name: str) -> Measured:
    page.goto(file.as_uri())
    page.wait_for_function("window.rested")
    first = whole = page.evaluate("window.rested") / 1000
    large = name == OURS and page.locator("#levels:not([hidden])").count() > 0
    if large:
        page.goto("about:blank")
        page.goto(f"{file.as_uri()}#part=everything")
        page.wait_for_selector(".everything[data-painted=all]", state="attached")
        whole = page.evaluate("performance.now()") / 1000
    frames, task = _drag(page)
    return Measured(file.stat().st_size / 1e6, first, whole, frames, task)


def _drag(page: Page) -> tuple[float, float]:
    """Frames a second while the picture is dragged, and the longest task since the page began."""
    page.evaluate(f"window.frames_ = ({FRAMES})()")
    page.mouse.move(600, 500)
    page.mouse.down()
    for step in range(60):
        page.mouse.move(600 + 3 * (step % 40), 500 + 2 * (step % 30))
        page.wait_for_timeout(16)
    frames = page.evaluate("window.frames_")
    page.mouse.up()
    return frames, page.evaluate("window.longest")


if __name__ == "__main__":
    main()
