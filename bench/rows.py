"""Rows of a dataset through the table lane: what each step costs, and that it grows with the rows alone.

    python bench/rows.py --rows 1000000

Made-up contributions in the Commission's form, dirty as they come, are read, converted to event tables,
N-Quads, sums and edges, and the event tables held against the shapes. Each step is a process of its
own; `copy` is `cp` of the N-Quads, the least that writing them can cost.
"""

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path

import polars as pl
from fec.arguments import rows_from
from peers.measure import Cost, measure

from graph.memory import ALLOCATOR
from graph.nodes import BASE
from graph.tables.batches import Selection
from graph.tables.checks import broken_values
from graph.tables.conversion import convert_dataset, read_facts
from sources.dataset import read_dataset

ENVIRONMENT = {**os.environ, **ALLOCATOR}
FOLDER, CONVERTED = "contributions", "converted"
FILES = ("itcont.txt", "cm.txt", "cn.txt", "ccl.txt")
BATCH = 100_000


def main() -> None:
    """Measure each step for the rows that are asked for."""
    parser = argparse.ArgumentParser(description="Measure the table lane on made-up contributions.")
    parser.add_argument("--rows", type=rows_from, nargs="+", default=[100_000], help="contributions")
    parser.add_argument("--work", type=Path, help="folder for the files of the run, which are removed")
    parser.add_argument("--step", choices=STEPS, help="do this in the working folder, and measure nothing")
    asked = parser.parse_args()
    if asked.step:
        STEPS[asked.step]()
        return
    print(f"{'rows':>10} {'step':10} {'M triples':>9} {'CPU s':>8} {'M/CPU s':>8} {'MiB':>6}")
    for rows in asked.rows:
        with tempfile.TemporaryDirectory(dir=asked.work) as place:
            run(rows, Path(place))


def run(rows: int, place: Path) -> None:
    """Make so many rows, and print what each step costs."""
    made = ["--rows", str(rows), "--out", str(place)]
    python(place, str(Path(__file__).with_name("fec_shaped.py")), *made)
    moneytrail = str(Path(sys.executable).with_name("moneytrail"))
    measure([moneytrail, "add", FOLDER, *FILES], place, ENVIRONMENT)
    metadata = place / FOLDER / "source.toml"
    allowed = metadata.read_text("utf-8").replace("# allow_rejected = 0", f"allow_rejected = {rows}")
    metadata.write_text(allowed, "utf-8")
    costs = {step: python(place, str(Path(__file__).resolve()), "--step", step) for step in STEPS}
    costs["copy"] = measure(["cp", "-r", f"{CONVERTED}/rows", "copy"], place, ENVIRONMENT)
    triples = read_facts(place / CONVERTED).statements / 1e6
    for step, cost in costs.items():
        rate = f"{cost.cpu:8.2f} {triples / cost.cpu:8.2f} {cost.memory:6.0f}"
        print(f"{rows:10} {step:10} {triples:9.1f} {rate}", flush=True)


def python(place: Path, *arguments: str) -> Cost:
    """What one of our scripts costs."""
    return measure([sys.executable, *arguments], place, ENVIRONMENT)


def convert() -> None:
    """Convert the dataset of the working folder."""
    shutil.rmtree(CONVERTED, ignore_errors=True)
    convert_dataset(read_dataset(Path(FOLDER)), Path(CONVERTED), BASE, Selection(), lambda *_: None)


def check() -> None:
    """Hold the event tables of the working folder against their shapes."""
    for table in sorted(Path(CONVERTED, "tables").glob("*")):
        for rows in pl.scan_parquet(table).collect_batches(chunk_size=BATCH):
            for broken in broken_values(table.name, rows):
                sys.exit(f"{table.name}: {broken}")


STEPS = {"convert": convert, "check": check}

if __name__ == "__main__":
    main()
