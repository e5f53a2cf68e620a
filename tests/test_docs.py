"""The documentation is true: its examples run, and every command is in it.

Fenced blocks of kind `console` hold commands after `$ ` and what they print; blocks with
`file=NAME` in their first line are files the commands find; blocks of kind `python` run to their
end. Each page runs where it stands in a copy of the project that holds docs/examples alone. A line `...`
stands for any lines, and seconds and sizes may differ.
With MONEYTRAIL_WRITE_DOCS=1 the pages are rewritten with what the commands print now; read the
difference before you keep it.
"""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
import typer

from graph.cli import app

ROOT = Path(__file__).parent.parent
MADE = {
    "commands.md",
    "finding_rules.md",
    "ontology.md",
    "queries.md",
}  # from the program; tests compare them
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
WRITTEN = [page for page in PAGES if page.name not in MADE]
FENCE = re.compile(r"^```(?P<info>[^\n`]*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
MEASURED = re.compile(r"\d+\.\d+ (?=(?:s|MB)\b)")
COMMANDS = sorted(typer.main.get_command(app).commands)  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Example:
    """A command of a page and what the page says it prints."""

    command: str
    printed: str


def examples(body: str) -> list[Example]:
    """The commands of a console block."""
    parts = re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]
    return [Example(*part.split("\n", 1)) for part in parts]


def run(command: str, folder: Path) -> str:
    """What a command prints, progress included, as on a terminal of 100 columns."""
    tools = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(  # noqa: S602 - the commands are those of our own pages
        command,
        shell=True,
        cwd=folder,
        env={**os.environ, "PATH": tools, "COLUMNS": "100"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=60,
        check=False,
    )
    return done.stdout


def fits(printed: str, expected: str) -> bool:
    """Whether output is what a page says, with what is measured and elided lines left open."""
    pattern = re.escape(MEASURED.sub("0 ", expected)).replace(re.escape("...\n"), r"(?:.*\n)*?")
    return re.fullmatch(pattern, MEASURED.sub("0 ", printed)) is not None


def updated(printed: str, expected: str) -> str:
    """What a page says after a command printed this: as before where it fits, and elided where it was."""
    if fits(printed, expected):
        return expected
    head, elision, tail = expected.partition("...\n")
    if elision == "" or head != "":
        return printed
    kept = printed.splitlines(keepends=True)[-tail.count("\n") :]
    return elision + "".join(kept)


def rewritten(page: str, folder: Path) -> str:
    """A page with what its commands print now; elided output stays elided."""

    def block(match: re.Match[str]) -> str:
        if match["info"] != "console":
            prepare(match, folder)
            return match[0]
        parts = []
        for example in examples(match["body"]):
            printed = run(example.command, folder)
            parts.append(f"$ {example.command}\n{updated(printed, example.printed)}")
        return f"```console\n{''.join(parts)}```"

    return FENCE.sub(block, page)


def prepare(match: re.Match[str], folder: Path) -> None:
    """Run a block of Python, or put a block that names a file into the folder of the page."""
    if match["info"] == "python":
        subprocess.run([sys.executable, "-c", match["body"]], cwd=folder, check=True)
    named = re.search(r"\bfile=(\S+)", match["info"])
    if named is not None:
        target = folder / named[1]
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(match["body"], "utf-8")


def folder_of(page: Path, copy: Path) -> Path:
    """The folder of a page in a copy of the project that holds the example files alone."""
    shutil.copytree(ROOT / "docs" / "examples", copy / "docs" / "examples")
    return copy / page.relative_to(ROOT).parent


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: page.name)
def test_examples_print_what_the_page_says(page: Path, tmp_path: Path) -> None:
    """Every command of a page prints what stands under it."""
    text, folder = page.read_text("utf-8"), folder_of(page, tmp_path)
    if os.environ.get("MONEYTRAIL_WRITE_DOCS"):
        page.write_text(rewritten(text, folder), "utf-8")
        return
    for match in FENCE.finditer(text):
        if match["info"] != "console":
            prepare(match, folder)
            continue
        for example in examples(match["body"]):
            printed = run(example.command, folder)
            assert fits(printed, example.printed), f"{page.name}: $ {example.command}\nprints\n{printed}"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_in_the_readme_and_the_reference(name: str) -> None:
    """Nobody has to guess what commands there are."""
    assert f"`moneytrail {name}`" in (ROOT / "README.md").read_text("utf-8")
    assert f"## `moneytrail {name}`" in (ROOT / "docs" / "commands.md").read_text("utf-8")


def test_links_between_pages_lead_somewhere() -> None:
    """A relative link names a file that is there."""
    for page in PAGES:
        for target in re.findall(r"\]\((?!https?:)([^)#\s]+)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"
