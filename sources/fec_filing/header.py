"""The header of a filing: version of the format, software, and what it amends.

Since version 3 it is the first record; before, a block of lines `name = value` between `/* Header`
and `/* End Header`, which counts the records of each schedule.
"""

import csv
import re
from dataclasses import dataclass, field

from sources.errors import Position, TableError
from sources.fec_filing.versions import column_names

SEPARATOR = "\x1c"
CLOSING = "/* end header"
COUNTS = "schedule_counts"
TAKEN = ("report_id", "report_number", "received_date")
IGNORED = re.compile(
    r"record_type|ef_type|fec_version|fec_ver_#|soft_.*|name_?delim|comment|batch_number|dec/nodec|date_fmat|"
    r"form_name|fec_idnum|committee|control_#|schedule_counts"
)
"""What is used to read the filing, or stands on its cover too."""


@dataclass(frozen=True, slots=True)
class Header:
    """What the header says.

    Attributes:
        version: Version of the format, "P3.4" for one the FEC made of paper.
        separator: What separates fields; fields separated by commas may be quoted.
        lines: How many lines it takes.
        values: What it says, by name.
        counts: Number of records it counts, by type.
    """

    version: str
    separator: str
    lines: int
    values: dict[str, str]
    counts: dict[str, int] = field(default_factory=dict)


def read_header(lines: list[str], file: str) -> Header:
    """The header of a filing.

    Args:
        lines: The first lines of the file, all those of the header among them.
        file: Its name, for messages.

    Raises:
        TableError: There is none, it is not closed, or its version is not known.
    """
    first = lines[0] if lines else ""
    header = _block(lines, file) if first.strip().lower().startswith("/*") else _record(first, file)
    for name in header.values:
        if name not in TAKEN and not IGNORED.fullmatch(name):
            raise TableError(Position(file, 1, 1), f"header: {name!r} is not known")
    if header.values.get("dec/nodec", "DEC").upper() != "DEC":
        raise TableError(Position(file, 1, 1), "header: amounts without decimal point are not read")
    return header


def _record(line: str, file: str) -> Header:
    """A header that is a record.

    Raises:
        TableError: It is none, or of a version that is not known.
    """
    separator = SEPARATOR if SEPARATOR in line else ","
    fields = line.split(separator) if separator == SEPARATOR else next(csv.reader([line]), [""])
    if fields[0].strip().upper() != "HDR" or len(fields) < 3:  # noqa: PLR2004 - type, format, version
        message = f"{line[:40]!r} is no header of a filing; wanted HDR or /* Header"
        raise TableError(Position(file, 1, 1), message)
    version = fields[2] if fields[1] == "FEC" else fields[1]
    names = column_names("HDR", version)
    if names == ():
        raise TableError(Position(file, 1, 1), f"version {version!r} of the format is not known")
    values = {name: value.strip() for name, value in zip(names, fields, strict=False) if value.strip()}
    return Header(version, separator, 1, values)


def _block(lines: list[str], file: str) -> Header:
    """A header that is a block of lines.

    Raises:
        TableError: It is not closed, or a line says nothing.
    """
    values: dict[str, str] = {}
    counts: dict[str, int] = {}
    for number, line in enumerate(lines[1:], start=2):
        name, _, value = (part.strip() for part in line.partition("="))
        if name.lower() == CLOSING:
            return Header(values.get("fec_ver_#", ""), ",", number, values, counts)
        if COUNTS in values:
            counts[name.upper()] = int(value)
        else:
            values[name.rstrip(":").lower()] = value
    raise TableError(Position(file, 1, 1), "the header is never closed; wanted a line /* End Header")
