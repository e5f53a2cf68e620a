"""What may stand on the command line of the scripts here."""

import argparse
import math
from pathlib import Path

MOST_ROWS = 100_000_000
MOST_SEED = 2**32 - 1


def rows_from(text: str) -> int:
    """A number of rows, for the command line."""
    return _whole(text, 1, MOST_ROWS, "a number of rows")


def seed_from(text: str) -> int:
    """A seed, for the command line."""
    return _whole(text, 0, MOST_SEED, "a seed")


def share_from(text: str) -> float:
    """A share, for the command line."""
    try:
        share = float(text)
    except ValueError:
        share = math.nan
    if not 0 <= share <= 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a share from 0 to 1")
    return share


def folder_from(text: str) -> Path:
    """A folder that is there or can be made, for the command line."""
    folder = Path(text)
    if folder.exists() and not folder.is_dir():
        raise argparse.ArgumentTypeError(f"{text!r} is not a folder")
    return folder


def _whole(text: str, least: int, most: int, wanted: str) -> int:
    number = int(text) if text.isascii() and text.isdigit() else -1
    if not least <= number <= most:
        raise argparse.ArgumentTypeError(f"{text!r} is not {wanted} from {least} to {most}")
    return number
