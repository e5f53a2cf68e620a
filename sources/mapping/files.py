"""The records of a data file as text: delimited text, a workbook or Parquet, told apart by first bytes."""

from collections.abc import Iterator
from pathlib import Path

import polars as pl

from sources.errors import Position, SheetError, SourceError, did_you_mean, raise_all
from sources.mapping.model import Form, Mapping
from sources.mapping.parquet import is_parquet, read_parquet
from sources.tables.layouts.layout import Records
from sources.tables.layouts.rows import LINE
from sources.tables.reading.counting import Counter
from sources.tables.reading.delimited import read_delimited, sniff
from sources.tables.reading.dialect import Batch, Dialect
from sources.tables.reading.first_bytes import find_packing
from sources.tables.reading.packed import Member, open_packed, read_head
from sources.tables.reading.workbook import is_workbook, read_workbook

KIND = "records"
Tables = Iterator[tuple[str, Iterator[Records]]]


def read_file(file: Path, mapping: Mapping) -> Tables:
    """The records of each table in a file, by the name of the file, member or sheet.

    Raises:
        SourceError: The file is not what the mapping asks for.
    """
    if is_parquet(file):
        batches = read_parquet(file, lambda names: check_columns(mapping, names, str(file)))
        yield file.name, (Records(KIND, frame, share=share) for frame, share in batches)
        return
    packed = find_packing(read_head(file)) != ""
    for member in open_packed(file):
        if is_workbook(member):
            yield from _sheets(member, mapping)
        else:
            counter = Counter(None if packed else file.stat().st_size)
            yield member.name, _delimited(counter, member, mapping)


def check_columns(mapping: Mapping, names: list[str], file: str) -> list[str]:
    """The columns of a file that are used.

    Raises:
        SheetError: A column that the mapping uses is missing, or one is neither used nor ignored
            (SourceProblems for several).
    """
    ignored, values = dict(mapping.ignored), dict(mapping.values)
    problems: list[SourceError] = []
    for name, place in mapping.used.items():
        if name not in names and name not in mapping.optional:
            problems.append(SheetError(place, f"{file} has no column {name!r}{_nearest(name, names)}"))
    for name in names:
        if name in values and name not in mapping.used:
            message = (
                f"column {name!r} has the name of a value of {mapping.file}; give the value another name"
            )
            problems.append(SheetError(Position(file, 1, 1), message))
        elif name not in mapping.used and name not in ignored:
            wanted = "say under `ignored` why it is not told"
            message = f"column {name!r} is neither used nor ignored in {mapping.file}; {wanted}"
            problems.append(SheetError(Position(file, 1, 1), message))
    raise_all(problems)
    return [name for name in names if name in mapping.used]


def _nearest(name: str, names: list[str]) -> str:
    hint = did_you_mean(name, names)
    return hint or f"; it has {', '.join(names)} (a constant is written {{constant: {name}}})"


def _sheets(member: Member, mapping: Mapping) -> Tables:
    """The sheets of a workbook, or the one that is asked for."""
    wanted, names = mapping.form.sheet, []
    for name, frame in read_workbook(member):
        names.append(name)
        if wanted in ("", name):
            place = f"{member.file}!{name}"
            yield name, iter([Records(KIND, _used(frame, mapping, place))])
    if wanted and wanted not in names:
        hint = did_you_mean(wanted, names) or f"; it has {', '.join(names)}"
        raise SheetError(Position(mapping.file), f"{member.file} has no sheet {wanted!r}{hint}")


def _delimited(counter: Counter, member: Member, mapping: Mapping) -> Iterator[Records]:
    for batch in read_delimited(counter.counted(member), _dialect(member, mapping.form)):
        frame = _used(batch.frame, mapping, member.file)
        yield Records(KIND, frame, _rejected(batch), batch.encoding, counter.share)


def _rejected(batch: Batch) -> pl.DataFrame:
    return batch.rejects.with_columns(pl.lit(value=True).alias("rejected"))


def _dialect(member: Member, form: Form) -> Dialect:
    """How a file is written: as the mapping says, else as it looks."""
    sniffed, _ = sniff(member)
    quote = sniffed.quote if form.quoted is None else ('"' if form.quoted else None)
    return Dialect(form.separator or sniffed.separator, quote, form.header or True, form.encoding)


def _used(frame: pl.DataFrame, mapping: Mapping, place: str) -> pl.DataFrame:
    """The columns that are used, named without white space around their names."""
    names = [name for name in frame.columns if name != LINE]
    stripped = {name: name.strip() for name in names}
    if len(set(stripped.values())) < len(names):
        raise SheetError(
            Position(place, 1, 1), f"columns that differ in white space only: {', '.join(names)}"
        )
    used = check_columns(mapping, list(stripped.values()), place)
    return frame.rename(stripped).select(LINE, *used)
