"""Who is who: how well people and organisations are told apart, and what a million rows take.

    python bench/identity.py pairs [--peers .run/peers]
    python bench/identity.py rows --rows 1000000

`pairs` prints for labelled data the precision and recall of pairs by score: ours; that of nomenklatura's
matchers on the same pairs, when its environment is there (bench/peers_environment); and plain equality of
names. `rows` reads made-up contributions, groups their donors, and compares with who they are.
The labelled data is in the folder that MONEYTRAIL_SHARED names.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import polars as pl
from fec.arguments import rows_from
from fec.rows import ITCONT
from who.curve import curve, pairs_of_one, print_curve
from who.labelled import (
    Labelled,
    committees,
    companies,
    donations,
    donors_of,
    filings,
    names,
    parties_of,
)

from graph.identity.candidates import Proposals, propose, with_things
from graph.identity.grouping import joining_pairs
from graph.identity.records import records_of
from graph.identity.scoring import scored_pairs

BENCH = Path(__file__).resolve().parent
MATCHERS = ("logic-v2", "regression-v1", "name-based")
COMPARED = 20_000
EVERYTHING = -60.0
KIBIBYTES = 1024
ODDS = {"1 to 1": 0.0, "4 to 1": 2.0, "16 to 1": 4.0}
"""Bits from which two donors are taken for one."""


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description="Measure who is told from whom.")
    parser.add_argument("what", choices=("pairs", "rows"))
    parser.add_argument("--rows", type=rows_from, default=20_000, help="made-up contributions")
    parser.add_argument("--seed", type=int, default=1, help="of the made-up contributions of pairs")
    parser.add_argument("--peers", type=Path, default=Path(".run/peers"), help="environments of peers")
    parser.add_argument("--work", type=Path, help="folder with room for the rows")
    asked = parser.parse_args()
    if asked.what == "pairs":
        measure_pairs(asked.rows, asked.seed, asked.peers)
    else:
        measure_rows(asked.rows, asked.work)


def measure_pairs(rows: int, seed: int, peers: Path) -> None:
    """Print the curves of all labelled data."""
    shared = os.environ.get("MONEYTRAIL_SHARED")
    labelled = [filings(rows, seed)]
    if shared:
        labelled += [of(Path(shared)) for of in (names, companies, donations, committees)]
    for data in labelled:
        compare(data, peers)


def compare(data: Labelled, peers: Path) -> None:
    """Print the curves of one set of labelled data."""
    positives = pairs_of_one(data.who.values())
    print(f"{data.name}: {data.printed.height} things, {positives} pairs are one")
    records = records_of(data.printed)
    pairs = with_things(scored_pairs(records, EVERYTHING), records)
    scored = list(pairs.select("left", "right", "weight").iter_rows())
    ours = ((round(weight, 2), _same(data, left, right)) for left, right, weight in scored)
    print_curve("moneytrail, bits", curve(ours, positives))
    words = dict(data.printed.select("path", "label").iter_rows())
    plain = {path: sorted(label.upper().replace(",", " ").split()) for path, label in words.items()}
    equal = [(1.0, _same(data, left, right)) for left, right, _ in scored if plain[left] == plain[right]]
    print_curve("equal words", curve(equal, positives))
    python = peers / "nomenklatura" / "bin" / "python"
    if python.is_file():
        theirs(data, scored, python)


def _same(data: Labelled, left: str, right: str) -> bool:
    return data.who[left] == data.who[right]


def theirs(data: Labelled, scored: list[tuple[str, str, float]], python: Path) -> None:
    """Print the curves of nomenklatura's matchers beside ours, on one sample of the pairs."""
    sample = sampled(data, scored)
    positives = sum(_same(data, left, right) for left, right, _ in sample)
    entities = dict(_entities(data))
    lines = "".join(f"{json.dumps([entities[left], entities[right]])}\n" for left, right, _ in sample)
    command = [python, BENCH / "who" / "nomenklatura_scores.py", *MATCHERS]
    done = subprocess.run(command, input=lines, capture_output=True, text=True, check=True)
    scores = [list(map(float, line.split())) for line in done.stdout.splitlines()]
    print(f"  of the {len(sample)} pairs compared by all, {positives} are one")
    ours = ((round(weight, 2), _same(data, left, right)) for left, right, weight in sample)
    print_curve("moneytrail, bits, same pairs", curve(ours, positives))
    for number, matcher in enumerate(MATCHERS):
        told = (
            (row[number], _same(data, left, right))
            for row, (left, right, _) in zip(scores, sample, strict=True)
        )
        print_curve(f"nomenklatura {matcher}, same pairs", curve(told, positives))


def sampled(data: Labelled, scored: list[tuple[str, str, float]]) -> list[tuple[str, str, float]]:
    """Pairs for all to compare: ours, and as many others that share a word of their names."""
    ours = scored[:: max(1, len(scored) // COMPARED)]
    known = {(left, right) for left, right, _ in scored}
    words = data.printed.select("path", word=pl.col("label").str.to_uppercase().str.extract_all(r"\p{L}{3,}"))
    each = words.explode("word").drop_nulls().unique()
    sharing = each.join(each, on="word", suffix="_2").filter(pl.col("path") < pl.col("path_2"))
    pairs = sharing.select("path", "path_2").unique().sort("path", "path_2")
    others = [pair for pair in pairs.iter_rows() if pair not in known]
    return ours + [(left, right, EVERYTHING) for left, right in others[:: max(1, len(others) // COMPARED)]]


def _entities(data: Labelled) -> Iterator[tuple[str, dict[str, object]]]:
    """Each thing as an entity of FollowTheMoney."""
    for row in data.printed.iter_rows(named=True):
        address = " ".join(filter(None, (row["city"], row["state"], row["postcode"])))
        properties = {"name": [row["label"]]} | ({"address": [address], "country": ["us"]} if address else {})
        schema = "Organization" if row["organisation"] else "Person"
        yield row["path"], {"id": row["path"], "schema": schema, "properties": properties}


def measure_rows(rows: int, work: Path | None) -> None:
    """Print what grouping the donors of so many contributions takes, and how right it is."""
    with tempfile.TemporaryDirectory(dir=work) as place:
        made = [sys.executable, BENCH / "fec_shaped.py", "--rows", str(rows), "--out", place]
        subprocess.run(made, check=True, stdout=subprocess.DEVNULL)
        start, cpu = time.perf_counter(), time.process_time()
        contributions = read_rows(Path(place) / "itcont.txt")
        parties = parties_of(contributions)
        proposals = propose(parties)
        joined = {odds: grouped(proposals, least) for odds, least in ODDS.items()}
        took = f"{time.perf_counter() - start:.0f} s, {time.process_time() - cpu:.0f} CPU s"
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KIBIBYTES
        print(f"{rows} rows, {parties.height} printed parties, grouped three times: {took}, {peak:.0f} MiB")
        truth = pl.scan_csv(Path(place) / "truth.csv", infer_schema=False)
        who = donors_of(contributions.join(truth, on="SUB_ID"))
        for odds, joins in joined.items():
            print_truth(odds, parties, joins, who)


def read_rows(path: Path) -> pl.LazyFrame:
    """Contributions in the Commission's form."""
    form = {"separator": "|", "has_header": False, "quote_char": None, "infer_schema": False}
    return pl.scan_csv(path, new_columns=ITCONT, **form)


def grouped(proposals: Proposals, least: float) -> list[tuple[str, str]]:
    """The joins of printed parties that are one with these odds, and hold together."""
    likely = proposals.pairs.filter(pl.col("weight") >= least)
    ordered = likely.sort("weight", "left", "right", descending=[True, False, False])
    return [(left, right) for left, right, _ in joining_pairs(ordered, proposals.records)]


def print_truth(odds: str, parties: pl.DataFrame, joined: list[tuple[str, str]], who: dict[str, str]) -> None:
    """Print pairwise precision and recall of the groups, people and businesses alone."""
    first: dict[str, str] = {}
    for left, right in joined:
        first[top(first, left)] = top(first, right)
    known = [path for path in parties["path"] if who.get(path, "").startswith(("P", "B"))]
    groups = [top(first, path) for path in known]
    both = pairs_of_one(f"{group} {who[path]}" for path, group in zip(known, groups, strict=True))
    precision, recall = both / pairs_of_one(groups), both / pairs_of_one(who[path] for path in known)
    print(f"  {odds}: {len(joined)} joins; pairs in a group: precision {precision:.4f}, recall {recall:.4f}")


def top(first: dict[str, str], path: str) -> str:
    """The path that stands for a group."""
    while path in first and first[path] != path:
        path = first[path]
    return path


if __name__ == "__main__":
    main()
