"""What is told of the converters."""

from dataclasses import dataclass, field

from peers.converters import OURS, Converter
from peers.measure import Cost, median

MILLION = 1_000_000
LEAST = 0.01
"""CPU seconds that can be told apart."""
HEAD = ("converter", "version", "CPU s", "start", "MiB", "M/CPU s", "x ours", "x net", "x cp", "output")
WIDTHS = (16, 16, 8, 6, 6, 8, 7, 7, 7, 0)


@dataclass
class Result:
    """What was found of a converter.

    Attributes:
        start: What it takes for one row.
        costs: What each run over all rows took.
        verdict: "same", or what its output has otherwise than ours, or why there is none.
    """

    converter: Converter
    version: str = ""
    start: Cost | None = None
    costs: list[Cost] = field(default_factory=list)
    verdict: str = ""


def verdict(report: dict[str, object], digest: str) -> str:
    """What a report of `peers.equality` says: "same", or a line for each kind of difference.

    Args:
        report: Of the output.
        digest: That of our sorted triples.
    """
    kinds, examples = report["kinds"], report["examples"]
    if not isinstance(kinds, dict) or not isinstance(examples, dict):
        raise TypeError("not a report of peers.equality")
    told = [f"{kind} {count}, e.g. {' -> '.join(examples[kind])}" for kind, count in sorted(kinds.items())]
    told += [] if told or report["sha256"] == digest else ["the sorted triples have another digest"]
    told += [f"{report['broken']} lines are not RDF"] if report["broken"] else []
    told += [f"{report['repeated']} statements are repeated"] if report["repeated"] else []
    return "\n  ".join(["differs:", *told]) if told else "same"


def print_results(results: list[Result], copies: dict[str, list[Cost]], triples: int) -> None:
    """Print the table, and below it what differs."""
    ours = next(result for result in results if result.converter is OURS)
    floor = median(copies["cp"]).cpu
    print(line(*HEAD))
    for result in results:
        if result.costs:
            print(row(result, ours, floor, triples))
    for name, costs in copies.items():
        cost = median(costs)
        print(line(name, "", *figures(cost, None, triples), *ratios(cost.cpu, ours, floor), ""))
    for result in results:
        if result.verdict != "same":
            print(f"\n{result.converter.name}: {result.verdict}")


def row(result: Result, ours: Result, floor: float, triples: int) -> str:
    """A converter as a line of the table."""
    cost = median(result.costs)
    name, version = result.converter.name, result.version
    output = result.verdict.split(":")[0]
    net = f"{net_cpu(result) / net_cpu(ours):.1f}"
    whole, copied = ratios(cost.cpu, ours, floor)[::2]
    return line(name, version, *figures(cost, result.start, triples), whole, net, copied, output)


def figures(cost: Cost, start: Cost | None, triples: int) -> tuple[str, ...]:
    """CPU seconds, those of the start, memory, and millions of triples in a CPU second."""
    begun = "" if start is None else f"{start.cpu:.2f}"
    return f"{cost.cpu:.2f}", begun, f"{cost.memory:.0f}", f"{triples / MILLION / cost.cpu:.3f}"


def ratios(cpu: float, ours: Result, floor: float) -> tuple[str, str, str]:
    """How often as much as ours, nothing, and how often as much as the copy."""
    return f"{cpu / median(ours.costs).cpu:.2f}", "", f"{cpu / floor:.1f}"


def net_cpu(result: Result) -> float:
    """CPU seconds without what one row takes."""
    begun = 0.0 if result.start is None else result.start.cpu
    return max(median(result.costs).cpu - begun, LEAST)


def line(*cells: str) -> str:
    """Cells of the table in their widths; names to the left, figures to the right."""
    left = len(("converter", "version"))
    padded = [
        cell.ljust(width) if number < left or width == 0 else cell.rjust(width)
        for number, (cell, width) in enumerate(zip(cells, WIDTHS, strict=True))
    ]
    return " ".join(padded).rstrip()
