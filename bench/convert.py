"""Contributions to triples: this project beside other converters, in one run on one machine.

    bench/peers_environment .run/peers
    python bench/convert.py --rows 100000

Made-up rows become a clean comma-separated file first, which is not timed and spares the peers the
reading of the Commission's; each converter then makes the same eleven triples of a row, in a process
of its own. Outputs are compared before anything is timed, and one that differs is told with what is
different. Figures are medians of whole processes: CPU seconds, user and system, of the process and
its children; `start` is what a file of one row takes, and `x net` the ratio to ours without it.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from fec.arguments import rows_from, seed_from, share_from
from peers.converters import OURS, PEERS, SLOW, Converter
from peers.measure import Cost, measure
from peers.results import Result, print_results, verdict

from graph.memory import ALLOCATOR

BENCH = Path(__file__).resolve().parent
MODULES = os.pathsep.join([str(BENCH), str(BENCH.parent)])
ENVIRONMENT = {**os.environ, "PYTHONPATH": MODULES, "PYTHONWARNINGS": "ignore", **ALLOCATOR}
COPIES = {"cp": "cp ours.nq copy.nq", "cat | wc": "cat ours.nq | LC_ALL=C wc"}


def main() -> None:
    """Prepare, compare, time, print."""
    asked = arguments()
    with tempfile.TemporaryDirectory(dir=asked.work) as place:
        full, one = Path(place) / "full", Path(place) / "one"
        prepare(asked, full, asked.rows)
        prepare(asked, one, 1)
        peers = [peer for peer in PEERS if is_wanted(peer, asked)]
        results = [Result(converter, converter.version(asked.peers)) for converter in (OURS, *peers)]
        triples, digest = compare(results, asked.peers, full)
        running = [result for result in results if not result.verdict.startswith("failed")]
        for result in running:
            run(result.converter, asked.peers, one)
            result.start = run(result.converter, asked.peers, one)
        copies = time_all(running, asked, full)
    print(f"{asked.rows} rows, {triples} triples; medians of {asked.runs} runs")
    print(f"sorted triples of ours and of all that are the same: sha256 {digest}")
    print_results(results, copies, triples)


def arguments() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description="Compare converters of tables to triples.")
    parser.add_argument("--rows", type=rows_from, default=SLOW, help="contributions to convert")
    parser.add_argument(
        "--hostile", type=share_from, default=0.01, help="share of rows that break converters"
    )
    parser.add_argument("--seed", type=seed_from, default=1, help="another seed gives other rows")
    parser.add_argument("--runs", type=rows_from, default=3, help="timed runs of each converter")
    parser.add_argument("--peers", type=Path, default=Path(".run/peers"), help="where their environments are")
    parser.add_argument("--work", type=Path, help="folder for the files of the run, which are removed")
    parser.add_argument("--only", nargs="*", help="names of the peers to run, in quotes")
    return parser.parse_args()


def prepare(asked: argparse.Namespace, folder: Path, rows: int) -> None:
    """Write rows into a folder as the converters read them."""
    tell(f"making {rows} rows")
    made = ["--rows", str(rows), "--hostile", str(asked.hostile), "--seed", str(asked.seed)]
    python([str(BENCH / "fec_shaped.py"), *made, "--out", str(folder)])
    python(["-m", "peers.prepare", str(folder / "itcont.txt"), str(folder)])


def python(arguments: list[str]) -> str:
    """Run one of our scripts and give what it prints."""
    command = [sys.executable, *arguments]
    done = subprocess.run(command, env=ENVIRONMENT, stdout=subprocess.PIPE, text=True, check=True)
    return done.stdout


def is_wanted(peer: Converter, asked: argparse.Namespace) -> bool:
    """Whether a peer is run; says why when it is not."""
    if asked.only is not None and peer.name not in asked.only:
        return False
    if peer.is_slow and asked.rows > SLOW:
        tell(f"{peer.name}: left out above {SLOW} rows")
        return False
    if not peer.python(asked.peers).exists():
        tell(f"{peer.name}: not there; make it with bench/peers_environment {asked.peers}")
        return False
    return True


def run(converter: Converter, environments: Path, folder: Path) -> Cost:
    """Run a converter once."""
    out = output(converter, folder)
    out.unlink(missing_ok=True)
    command = [str(converter.python(environments).absolute()), "-m", f"peers.{converter.module}", str(out)]
    return measure(command, folder, ENVIRONMENT)


def output(converter: Converter, folder: Path) -> Path:
    """Where a converter writes."""
    return folder / ("ours.nq" if converter is OURS else f"{converter.module}.nt")


def compare(results: list[Result], environments: Path, folder: Path) -> tuple[int, str]:
    """Run each converter and say how its output differs; give the number and digest of our triples."""
    triples, digest = 0, ""
    for result in results:
        tell(f"comparing {result.converter.name}")
        out = output(result.converter, folder)
        try:
            run(result.converter, environments, folder)
        except subprocess.CalledProcessError as error:
            last = (error.output.strip() or "it says nothing").splitlines()[-1]
            if result.converter is OURS:
                sys.exit(f"ours failed: {last}")
            result.verdict = f"failed: {last}"
            continue
        report = json.loads(python(["-m", "peers.equality", str(folder / "ours.nq"), str(out)]))
        if result.converter is OURS:
            triples, digest = report["triples"], report["sha256"]
        result.verdict = verdict(report, digest)
    return triples, digest


def time_all(results: list[Result], asked: argparse.Namespace, folder: Path) -> dict[str, list[Cost]]:
    """Run all in turn, as often as asked; give what copying our output takes."""
    copies: dict[str, list[Cost]] = {name: [] for name in COPIES}
    for number in range(asked.runs):
        tell(f"run {number + 1} of {asked.runs}")
        for result in results:
            result.costs.append(run(result.converter, asked.peers, folder))
        for name, command in COPIES.items():
            copies[name].append(measure(["sh", "-c", command], folder, ENVIRONMENT))
    return copies


def tell(message: str) -> None:
    """Say how far it is."""
    print(message, file=sys.stderr)


if __name__ == "__main__":
    main()
