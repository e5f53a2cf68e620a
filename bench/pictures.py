"""Pictures of many lines in a browser, ours beside others: when something is seen, when all, how it moves.

    python bench/pictures.py --lines 2000 20000 100000

`first` and `all` are seconds until something, and until everything, is drawn, each with the page opened
anew; from 2,000 lines on ours shows a summary first, and `all` is its view of everything. `task` is the
longest time in milliseconds for which the page did not answer until then, `drag` the longest while the
picture is dragged, and `frames` are those of a second of it. Of ours only: `bare` are megabytes without
evidence, and `hover` is the longest of forty times, in milliseconds, from a move of the pointer to the frame
that shows what stands out. Nothing is asserted.

Every page is opened by a process of its own, which is ended after `--patience` seconds: such a page is told
as "> 60 s", however its browser hangs.
"""

import argparse
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from drawn_by import fetch_packages, pages
from playwright.sync_api import Page, sync_playwright

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
HOVER = """async () => {
  const times = [];
  for (let step = 0; step < 40; step += 1) {
    const [x, y] = [330 + step * 15, 180 + (step * 37) % 560];
    const start = performance.now();
    const move = { clientX: x, clientY: y, bubbles: true, pointerType: "mouse", pointerId: 1 };
    const under = document.elementFromPoint(x, y) ?? document.body;
    under.dispatchEvent(new PointerEvent("pointermove", move));
    under.dispatchEvent(new MouseEvent("mousemove", move));
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    times.push(performance.now() - start);
  }
  return Math.max(...times);
}"""
EVIDENCE = re.compile(r'<script type="text/plain" id="large-(?:lines|marks)-.*?</script>', re.DOTALL)
OURS = "moneytrail"
HEADS = ("MB", "bare", "first", "all", "task", "drag", "frames", "hover")


def main() -> None:
    """Measure every page at every size, or, with `--one`, one page that is there."""
    parser = argparse.ArgumentParser(description="Measure pictures of many lines in a browser.")
    parser.add_argument("--lines", type=int, nargs="+", default=[1_999, 100_000], help="lines of a picture")
    parser.add_argument("--packages", type=Path, default=Path(".run/pictures"), help="folder for libraries")
    parser.add_argument("--only", nargs="*", help="names of pages")
    parser.add_argument("--patience", type=float, default=60, help="seconds after which a page is given up")
    parser.add_argument("--one", nargs=2, help="a page and its file; for a process of its own")
    asked = parser.parse_args()
    if asked.one is not None:
        print(measured(*asked.one))
        return
    if asked.only != [OURS]:
        fetch_packages(asked.packages)
    print(f"{'lines':>7} {'page':13}" + "".join(f" {head:>7}" for head in HEADS))
    with tempfile.TemporaryDirectory() as folder:
        for lines in asked.lines:
            for name, make in pages(asked.packages).items():
                if asked.only and name not in asked.only:
                    continue
                file = Path(folder, "page.html")
                file.write_text(make(lines), "utf-8")
                print(f"{lines:7} {name:13}{in_time(name, file, asked.patience)}", flush=True)


def in_time(name: str, file: Path, patience: float) -> str:
    """What a process of its own measured, or that it was given up with everything it started."""
    command = [sys.executable, __file__, "--one", name, str(file)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True)
    try:
        row = process.communicate(timeout=patience)[0].rstrip("\n")
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        return f" {file.stat().st_size / 1e6:7.2f}   > {patience:g} s"
    if process.returncode != 0:
        raise subprocess.CalledProcessError(process.returncode, command)
    return row


def measured(name: str, file: str) -> str:
    """What a page took, as a row of the table."""
    path = os.environ.get("MONEYTRAIL_CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        page = browser.new_page(viewport={"width": 1400, "height": 900})
        page.set_default_timeout(0)
        page.add_init_script(WATCH)
        page.goto(Path(file).as_uri())
        page.wait_for_function("window.rested")
        first = whole = _rested(page, name) / 1000
        task = page.evaluate("window.longest")
        if name == OURS and page.locator("#levels:not([hidden])").count() > 0:
            page.goto("about:blank")
            page.goto(f"{Path(file).as_uri()}#part=everything")
            page.wait_for_selector(".everything[data-painted=all]", state="attached")
            whole = page.evaluate("performance.now()") / 1000
            task = max(task, page.evaluate("window.longest"))
        page.evaluate("window.longest = 0")
        frames, drag = _drag(page)
        hover = page.evaluate(HOVER) if name == OURS else None
        text = Path(file).read_text("utf-8")
        bare = len(EVIDENCE.sub("", text).encode()) / 1e6 if name == OURS else None
        row = (len(text.encode()) / 1e6, bare, first, whole, task, drag, frames, hover)
        return "".join(_cell(*one) for one in zip(HEADS, row, strict=True))


def _rested(page: Page, name: str) -> float:
    """Milliseconds until something was drawn; ours says itself when that is."""
    rested: float = page.evaluate("window.rested")
    if name != OURS:
        return rested
    page.wait_for_selector("body[data-ready]")
    return max(rested, float(page.evaluate("document.body.dataset.ready")))


def _drag(page: Page) -> tuple[float, float]:
    """Frames a second while the picture is dragged, and the longest task meanwhile."""
    page.evaluate(f"window.frames_ = ({FRAMES})()")
    page.mouse.move(600, 500)
    page.mouse.down()
    for step in range(60):
        page.mouse.move(600 + 3 * (step % 40), 500 + 2 * (step % 30))
        page.wait_for_timeout(16)
    frames = page.evaluate("window.frames_")
    page.mouse.up()
    return frames, page.evaluate("window.longest")


def _cell(head: str, figure: float | None) -> str:
    places = 2 if head in ("MB", "bare", "first", "all") else 0
    return f" {'':>7}" if figure is None else f" {figure:7.{places}f}"


if __name__ == "__main__":
    main()
