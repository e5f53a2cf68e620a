"""The records of one filing, kind by kind, as its lines are read.

Each record gets, beside its own columns, the number of the filing, which only its file name says, and
what the cover says of the whole: form, report and filer.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain

import polars as pl

from sources.errors import Position, TableError
from sources.fec_filing.columns import reason_left_out
from sources.fec_filing.fields import record_types, to_fields
from sources.fec_filing.header import Header, read_header
from sources.fec_filing.lines import Reading, records_in, split_lines, whole_texts
from sources.fec_filing.record_types import FILING, LEFT_OUT, cover_of, record_type
from sources.fec_filing.versions import column_names
from sources.tables.layouts.layout import Options, Records
from sources.tables.layouts.rows import LINE
from sources.tables.reading.decoding import read_text
from sources.tables.reading.encoding import detect_encoding
from sources.tables.reading.packed import Member

BLOCK = 1 << 24
NUMBER = re.compile(r"(?:FEC-)?([0-9]+)\.fec", re.IGNORECASE)
AGAIN = "again"
"""Column that is not empty where another record of the type has the same transaction id before."""
TRANSACTION = ("transaction_id", "transaction_id_number")
FILERS = ("filer_committee_id_number", "candidate_id_number", "candidate_id")


@dataclass(slots=True)
class Filing:
    """What is known of a filing while it is read.

    Attributes:
        file: Its name, for messages.
        header: Its header.
        whole: What each record gets from the filing, by name of the column.
        seen: Transaction ids of each kind so far, as hashes.
        counts: How many records of each type there are.
    """

    file: str
    header: Header
    whole: dict[str, str]
    seen: dict[str, pl.Series] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)


def filing_number(member: Member) -> str:
    """The number of a filing, which its file is named after.

    Raises:
        TableError: The name is no number.
    """
    match = NUMBER.fullmatch(member.name.rpartition("/")[2])
    if match is None:
        message = "a filing is named after its number, as in 1550126.fec, which stands nowhere inside"
        raise TableError(Position(member.file), message)
    return match[1]


def read_filing(member: Member, options: Options) -> Iterator[Records]:
    """The records of a filing.

    Raises:
        TableError: It has no header or cover, a record of a type that is not known, a text that is not ended,
            or not the records its header counts.
    """
    number = filing_number(member)
    encoding = options.get("encoding", "") or _encoding(member)
    with member.open() as stream:
        blocks = split_lines(read_text(stream, encoding, member.file, BLOCK), member.file)
        first = next(blocks, pl.Series("text", [], pl.String))
        header = read_header(first.to_list(), member.file)
        filing = Filing(member.file, header, {"filing": number, "version": header.version})
        reading = Reading(line=header.lines + 1)
        for lines in chain([first[header.lines :]], blocks):
            for records in _kinds(records_in(lines, reading), filing):
                yield _encoded(records, encoding)
        yield _encoded(_texts(whole_texts(reading, member.file), filing), encoding)
    _check_counts(filing)


def _encoding(member: Member) -> str:
    with member.open() as stream:
        return detect_encoding(stream, member.file).name


def _encoded(records: Records, encoding: str) -> Records:
    return Records(records.kind, records.frame, records.rejects, encoding)


def _kinds(records: pl.DataFrame, filing: Filing) -> Iterator[Records]:
    """The records of a block, the cover first if it is in it."""
    typed = records.with_columns(record_types(records, filing.header.separator))
    if "form" not in filing.whole and typed.height > 0:
        yield _cover(typed[:1], filing)
        typed = typed[1:]
    for name in typed["type"].unique(maintain_order=True):
        alike = typed.filter(pl.col("type") == name)
        filing.counts[name] += alike.height
        yield _records(name, alike, filing)


def _cover(typed: pl.DataFrame, filing: Filing) -> Records:
    """The cover, after which what it says of the whole filing is known.

    Raises:
        TableError: The first record is no cover.
    """
    line, text, name = typed.row(0)
    form = cover_of(name)
    if form is None:
        raise TableError(Position(filing.file, line, 1), f"{text[:40]!r} is no cover of a form")
    frame, rejects = to_fields(typed, _names(name, FILING, line, filing), filing.header.separator)
    row = frame.to_dicts()[0] if frame.height else {}
    filers = [row.get(column, "").strip() for column in FILERS]
    filing.whole |= {
        "form": form[0],
        "report": row.get("report_type", "") or row.get("report_code", ""),
        "filer": next((one for one in filers if one), ""),
    }
    said = {f"header_{name}": value for name, value in filing.header.values.items()} | {"amendment": form[1]}
    return Records(FILING, _with_whole(frame, filing, said | {"record": "cover"}), rejects)


def _records(name: str, typed: pl.DataFrame, filing: Filing) -> Records:
    """The records of one type.

    Raises:
        TableError: The type is not known.
    """
    line = typed[LINE][0]
    known = record_type(name)
    if known is None:
        raise TableError(Position(filing.file, line, 1), f"{name!r} is no record type of a filing")
    if known.kind == LEFT_OUT:
        return Records(LEFT_OUT, typed.select(LINE, "type"))
    frame, rejects = to_fields(typed, _names(name, known.kind, line, filing), filing.header.separator)
    if known.kind == FILING:
        return Records(FILING, _with_whole(frame, filing, {"record": "text"}), rejects)
    return Records(known.kind, _with_whole(_repeats(name, frame, filing), filing, {"type": name}), rejects)


def _names(name: str, kind: str, line: int, filing: Filing) -> tuple[str, ...]:
    """The columns of a record type, "" for those that are left out.

    Raises:
        TableError: They are not known in this version, or nobody has said whether one is told.
    """
    names = column_names(name, filing.header.version)
    reasons = {one: reason_left_out(kind, one) for one in names if one}
    unknown = [one for one, reason in reasons.items() if reason is None]
    if names == () or unknown:
        what = f"columns of {name!r} in version {filing.header.version} are not known"
        raise TableError(Position(filing.file, line, 1), f"{what}: {', '.join(unknown)}" if unknown else what)
    return tuple(one if reasons.get(one) == "" else "" for one in names)


def _with_whole(frame: pl.DataFrame, filing: Filing, values: dict[str, str]) -> pl.DataFrame:
    columns = filing.whole | values
    return frame.with_columns(pl.lit(value).alias(name) for name, value in columns.items())


def _repeats(name: str, frame: pl.DataFrame, filing: Filing) -> pl.DataFrame:
    """The records, marked where a transaction id was there before."""
    column = next((one for one in TRANSACTION if one in frame.columns), None)
    if column is None:
        return frame.with_columns(pl.lit("").alias(AGAIN))
    hashes = frame[column].hash()
    before = filing.seen.get(name, hashes.clear())
    again = ~hashes.is_first_distinct() | hashes.is_in(before.implode())
    filing.seen[name] = before.append(hashes)
    return frame.with_columns(pl.when(again).then(pl.lit("yes")).otherwise(pl.lit("")).alias(AGAIN))


def _texts(texts: pl.DataFrame, filing: Filing) -> Records:
    """Texts that stand between marks, which belong to the whole filing."""
    return Records(FILING, _with_whole(texts, filing, {"record": "text"}))


def _check_counts(filing: Filing) -> None:
    """Hold the records against what the header counts.

    Raises:
        TableError: They are more or less, or there is no cover.
    """
    if "form" not in filing.whole:
        raise TableError(Position(filing.file), "no cover of a form in it")
    for name, count in filing.header.counts.items():
        if filing.counts[name] != count:
            message = f"the header counts {count} records {name} and there are {filing.counts[name]}"
            raise TableError(Position(filing.file, 1, 1), message)
