"""Make-up of campaign finance: files in the shape of the Federal Election Commission's bulk downloads.

    python bench/fec_shaped.py --rows 1000000 --out DIR --hostile 0.001

writes `itcont.txt` (contributions), `cm.txt` (committees), `cn.txt` (candidates) and `ccl.txt`
(linkages), with pipes between the columns and neither header nor quotes, and `truth.csv`: for each
contribution who really gives, how the row differs from that donor's usual one, and which kind of
hostile value it has. The same arguments give the same bytes, on every machine and in any pieces.
"""

import argparse
from pathlib import Path
from typing import BinaryIO

import polars as pl
from fec.arguments import folder_from, rows_from, seed_from, share_from
from fec.hostile import KIND
from fec.masters import CCL, CM, CN, linkages
from fec.rows import ITCONT, World, make_rows, make_world

PIECE = 100_000
TRUTH = ("SUB_ID", "DONOR_ID", "VARIATION", KIND)


def write_lines(frame: pl.DataFrame, columns: list[str], out: BinaryIO) -> None:
    """Write rows as the Commission does."""
    frame.select(columns).write_csv(out, include_header=False, separator="|", quote_style="never")


def write_masters(world: World, out: Path) -> None:
    """Write committees, candidates and linkages."""
    linked = linkages(world.seed, world.masters)
    for name, frame, columns in (("cm", world.masters, CM), ("cn", world.running, CN), ("ccl", linked, CCL)):
        with (out / f"{name}.txt").open("wb") as file:
            write_lines(frame, columns, file)


def write_rows(world: World, rows: int, piece: int, out: Path) -> None:
    """Write contributions and the truth about them, a piece at a time."""
    with (out / "itcont.txt").open("wb") as contributions, (out / "truth.csv").open("wb") as truth:
        for start in range(0, rows, piece):
            made = make_rows(world, start, min(start + piece, rows))
            write_lines(made, ITCONT, contributions)
            made.select(TRUTH).write_csv(truth, include_header=start == 0)


def main() -> None:
    """Write the files that the command line asks for."""
    parser = argparse.ArgumentParser(description="Write made-up files in the shape of the FEC's.")
    parser.add_argument("--rows", type=rows_from, required=True, help="contributions to write")
    parser.add_argument("--out", type=folder_from, required=True, help="folder to write into")
    parser.add_argument(
        "--hostile", type=share_from, default=0.001, help="share of rows that break converters"
    )
    parser.add_argument("--seed", type=seed_from, default=1, help="another seed gives other rows")
    parser.add_argument("--piece", type=rows_from, default=PIECE, help="rows in memory at a time")
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    world = make_world(asked.rows, asked.seed, asked.hostile)
    write_masters(world, asked.out)
    write_rows(world, asked.rows, asked.piece, asked.out)
    print(f"{asked.rows} contributions to {world.masters.height} committees in {asked.out}")


if __name__ == "__main__":
    main()
