"""Whether two outputs say the same: both are parsed, their triples sorted, and differences named.

    python -m peers.equality OURS THEIRS

prints a report as JSON. Graphs are dropped, as the peers write triples. Sorting is left to `sort`,
so that outputs of any size fit.
"""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from decimal import Decimal, InvalidOperation
from hashlib import file_digest
from itertools import islice
from pathlib import Path
from urllib.parse import unquote

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

PLAIN_ORDER = {**os.environ, "LC_ALL": "C"}
BATCH = 5000
Term = object


@dataclass(frozen=True, slots=True)
class Report:
    """How an output compares with ours.

    Attributes:
        triples: How many different ones it has.
        repeated: How many statements it has more than once.
        broken: How many lines are not RDF.
        missing: How many of our triples it has not.
        extra: How many triples it has that we have not.
        kinds: How often each kind of difference occurs.
        examples: For each kind our term and theirs, as written.
        sha256: Digest of its sorted triples.
    """

    triples: int
    repeated: int
    broken: int
    missing: int
    extra: int
    kinds: dict[str, int]
    examples: dict[str, tuple[str, str]]
    sha256: str


def compare(ours: Path, theirs: Path) -> Report:
    """How their output compares with ours."""
    our_lines = sorted_place(ours)
    if not our_lines.exists():
        sort_triples(ours)
    written, broken, their_lines = sort_triples(theirs)
    missing, extra = only_in(our_lines, their_lines), only_in(their_lines, our_lines)
    kinds, examples = name_differences(missing, extra)
    counts = [sum(1 for _ in path.open("rb")) for path in (their_lines, missing, extra)]
    with their_lines.open("rb") as file:
        digest = file_digest(file, "sha256").hexdigest()
    repeated = written - counts[0]
    return Report(counts[0], repeated, broken, counts[1], counts[2], dict(kinds), examples, digest)


def sorted_place(path: Path) -> Path:
    """Where the sorted triples of a file go."""
    return path.with_suffix(".sorted")


def sort_triples(path: Path) -> tuple[int, int, Path]:
    """How many statements there are and lines that are none, and a file of the triples, sorted and single."""
    out = sorted_place(path)
    command = ["sort", "--unique", "--buffer-size=256M", f"--output={out}"]
    count = broken = 0
    sort = subprocess.Popen(command, stdin=subprocess.PIPE, env=PLAIN_ORDER)
    if sort.stdin is None:
        raise ValueError("sort has no input")
    with sort.stdin as pipe:
        for quad in quads(path):
            if quad is None:
                broken += 1
            else:
                count += 1
                pipe.write(f"{quad.triple} .\n".encode())
    if sort.wait() != 0:
        raise subprocess.CalledProcessError(sort.returncode, command)
    return count, broken, out


def quads(path: Path) -> Iterator[Quad | None]:
    """The statements of a file, None for a line that is none; N-Triples and N-Quads have one a line."""
    with path.open("rb") as file:
        for lines in batched(file):
            try:
                yield from list(parse(b"".join(lines), format=RdfFormat.N_QUADS))
            except SyntaxError:
                for line in lines:
                    yield from quads_of(line)


def batched(file: Iterable[bytes]) -> Iterator[list[bytes]]:
    """The lines of a file, some thousands at a time."""
    lines = iter(file)
    while batch := list(islice(lines, BATCH)):
        yield batch


def quads_of(line: bytes) -> list[Quad | None]:
    """The statement of a line, None when it is none."""
    try:
        return list(parse(line, format=RdfFormat.N_QUADS))
    except SyntaxError:
        return [None]


def only_in(one: Path, other: Path) -> Path:
    """A file of the lines of one that the other has not."""
    out = one.with_suffix(f".not-in-{other.stem}")
    with out.open("wb") as file:
        subprocess.run(["comm", "-23", one, other], stdout=file, env=PLAIN_ORDER, check=True)
    return out


def name_differences(missing: Path, extra: Path) -> tuple[Counter[str], dict[str, tuple[str, str]]]:
    """How often each kind of difference occurs, and the first of each."""
    kinds: Counter[str] = Counter()
    examples: dict[str, tuple[str, str]] = {}
    ours, theirs = objects(missing), objects(extra)
    for key in sorted(ours.keys() | theirs.keys()):
        kind = name_difference(ours.get(key), theirs.get(key))
        kinds[kind] += 1
        examples.setdefault(kind, (str(ours.get(key)), str(theirs.get(key))))
    return kinds, examples


def objects(path: Path) -> dict[tuple[str, str], Term]:
    """The objects of triples by subject and predicate."""
    found = parse(path=path, format=RdfFormat.N_TRIPLES)
    return {(str(quad.subject), str(quad.predicate)): quad.object for quad in found}


def name_difference(ours: Term, theirs: Term) -> str:
    """What is different between two terms of a statement, None where the statement is not there."""
    match ours, theirs:
        case _, None:
            return "left out"
        case None, _:
            return "added"
        case NamedNode(), NamedNode():
            same = unquote(ours.value) == unquote(theirs.value)
            return "IRI encoded otherwise" if same else "IRI altered"
        case Literal(), Literal():
            return _name_difference_of_literals(ours, theirs)
    return "kind of term altered"


def _name_difference_of_literals(ours: Literal, theirs: Literal) -> str:
    if ours.value == theirs.value:
        return "datatype altered"
    if ours.datatype == theirs.datatype and _same_number(ours.value, theirs.value):
        return "number written otherwise"
    return "text altered"


def _same_number(ours: str, theirs: str) -> bool:
    try:
        return Decimal(ours) == Decimal(theirs)
    except InvalidOperation:
        return False


def main() -> None:
    """Print the report of a comparison."""
    print(json.dumps(asdict(compare(Path(sys.argv[1]), Path(sys.argv[2])))))


if __name__ == "__main__":
    main()
