"""Finding rules: what they cost, what they find of planted contradictions, and of those in the five articles.

    python bench/findings.py --claims 10000 30000 100000

prints, for worlds of made-up claims, the CPU seconds of each rule and how many planted contradictions
were found; then, when MONEYTRAIL_SHARED names the folder with the project's own reading of the five
articles, what of it the rules come to. Nothing is asserted.
"""

import argparse
import os
import time
from collections import Counter
from pathlib import Path

from seeded.inventory import Verdict, beyond, false_alarms, read_inventory, verdicts
from seeded.world import Seeded, make_seeded

from graph.derive.world import make_world
from graph.findings.finding import GRAVITY, Finding
from graph.findings.rule import find_all, rules
from graph.findings.statements import Statements
from sources.catalog import shipped_sources
from sources.source import read_source

SIZES = (10_000, 30_000, 100_000)
EVERY = 2
"""One bundle of races in so many has a contradiction."""


def measure(sizes: list[int]) -> None:
    """Print the CPU seconds of each rule for each size, and what was found of what was planted."""
    costs: dict[str, list[float]] = {rule.id: [] for rule in rules()}
    told = []
    for size in sizes:
        seeded = make_seeded(size, EVERY)
        found = _find_each(seeded, costs)
        told.append((len(Statements(seeded.world).claims), _recall(seeded, found), _false(seeded, found)))
    print("CPU seconds".ljust(16), *(f"{claims:>10,}" for claims, _, _ in told), " claims")
    for name, seconds in costs.items():
        print(name.ljust(16), *(f"{second:>10.2f}" for second in seconds))
    totals = [sum(seconds[number] for seconds in costs.values()) for number in range(len(sizes))]
    print("all rules".ljust(16), *(f"{total:>10.2f}" for total in totals))
    micro = [1e6 * total / claims for total, (claims, _, _) in zip(totals, told, strict=True)]
    print("µs a claim".ljust(16), *(f"{one:>10.1f}" for one in micro))
    for claims, recall, false in told:
        print(f"{claims:,} claims: planted and found {recall}; alarms about nothing planted: {false}")


def _find_each(seeded: Seeded, costs: dict[str, list[float]]) -> list[Finding]:
    """What each rule finds; its CPU seconds are noted, those of shared look-ups with the first that asks."""
    known, found = Statements(seeded.world), []
    for rule in rules():
        start = time.process_time()
        found += list(rule.find(known))
        costs[rule.id].append(time.process_time() - start)
    return found


def _recall(seeded: Seeded, found: list[Finding]) -> str:
    alarms = [{claim.key for claim in one.claims} for one in found if one.kind in GRAVITY["alarm"]]
    by_claim: dict[str, list[set[str]]] = {}
    for keys in alarms:
        for key in keys:
            by_claim.setdefault(key, []).append(keys)
    planted, hit = Counter[str](), Counter[str]()
    for one in seeded.planted:
        planted[one.kind] += 1
        hit[one.kind] += any(one.claims <= keys for keys in by_claim.get(min(one.claims), ()))
    return ", ".join(f"{kind} {hit[kind]}/{planted[kind]}" for kind in planted)


def _false(seeded: Seeded, found: list[Finding]) -> int:
    """Alarms that share no claim with anything planted."""
    wrong = {key for one in seeded.planted for key in one.claims}
    alarms = [one for one in found if one.kind in GRAVITY["alarm"]]
    return sum(1 for one in alarms if not wrong.intersection(claim.key for claim in one.claims))


def compare(shared: Path) -> None:
    """Print what the rules come to on the five articles, against the project's own reading of them."""
    known = Statements(make_world(read_source(folder) for folder in shipped_sources()))
    start = time.process_time()
    found = find_all(known)
    seconds = time.process_time() - start
    entries = read_inventory(shared)
    read = verdicts(entries, found)
    print(
        f"\n{len(known.claims)} claims of five articles: {len(found)} findings in {seconds:.2f} CPU seconds"
    )
    for one in read:
        told = "; ".join(f"{finding.key} {finding.kind}" for finding in (*one.found, *one.against))
        print(f"{one.key} {one.verdict.ljust(22)} {'met' if one.is_met else 'MISSED':7} {told}")
    _print_rates(read, found, false_alarms(entries, found))
    for extra in beyond(entries, found):
        print(f"beyond the reading: {extra.key} {extra.kind}: {extra.says}")


def _print_rates(read: list[Verdict], found: tuple[Finding, ...], false: list[Finding]) -> None:
    met, asked = Counter(one.verdict for one in read if one.is_met), Counter(one.verdict for one in read)
    print("recall:", ", ".join(f"{verdict} {met[verdict]}/{asked[verdict]}" for verdict in sorted(asked)))
    alarms = sum(1 for one in found if one.kind in GRAVITY["alarm"])
    print(f"precision of alarms: {alarms - len(false)}/{alarms}")


def main() -> None:
    """Measure and compare."""
    parser = argparse.ArgumentParser(description="Measure the finding rules.")
    parser.add_argument("--claims", type=int, nargs="+", default=list(SIZES), help="sizes of made-up worlds")
    measure(parser.parse_args().claims)
    shared = os.environ.get("MONEYTRAIL_SHARED", "")
    if shared:
        compare(Path(shared))
    else:
        print("MONEYTRAIL_SHARED is not set: the five articles are not compared")


if __name__ == "__main__":
    main()
