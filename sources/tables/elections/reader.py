"""How results of any publisher become rows: what a reader adds is what its columns mean."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

import polars as pl

from sources.errors import Position, SheetError, did_you_mean
from sources.tables.elections.choices import with_choices
from sources.tables.elections.contests import MEANING, PROSECUTORS, choose, may_be_wanted
from sources.tables.elections.printed import with_repairs
from sources.tables.elections.problems import OF_FILES, first_of, problems_of
from sources.tables.elections.repeats import ALL_VOTES, REPEATED, gather_repeats, row_doubts, settled_row
from sources.tables.elections.statewide import REFUSED, gather_refused
from sources.tables.elections.told import tell
from sources.tables.layouts.layout import Options, Scan
from sources.tables.layouts.rows import LINE, PROBLEM, Place, Rows

STATUSES = {name: f"count-{name}" for name in ("unofficial", "partial", "canvassed", "certified", "unknown")}
OPTIONS: dict[str, str] = {
    "contests": f"Contests that are told: {MEANING}.",
    "status": f"How final the counts are, where the publisher says so: {', '.join(STATUSES)}.",
    "as_of": "The day the counts stand at, year-month-day, where the publisher says so.",
    "encoding": "The character encoding of the files; found out when left out.",
}
"""Options that all readers of results have."""

Printed = Callable[[pl.DataFrame, str, Options], tuple[pl.DataFrame, pl.DataFrame]]
Figures = Callable[[pl.DataFrame], tuple[pl.DataFrame, pl.DataFrame]]


@dataclass(frozen=True, slots=True)
class Reader:
    """What the columns of a publisher mean.

    Attributes:
        printed: The rows of a batch with the columns of `PRINTED`, and what is wrong with them; made from the
            batch, the name of its file, and the options.
        figures: The figures of such rows, and what cannot be read.
        offices: The publisher's columns of offices.
        contests: The contests that are told whatever the options say; "" to follow them.
    """

    printed: Printed
    figures: Figures
    offices: tuple[str, ...] = ()
    contests: str = ""


def convert(reader: Reader, frame: pl.DataFrame, place: Place) -> Rows:
    """The rows a batch of records makes."""
    wanted = _wanted(reader, place.options)
    likely = _likely(reader, frame, may_be_wanted(wanted))
    printed, odd = reader.printed(likely, place.file, place.options)
    printed, repairs = with_repairs(printed)
    chosen = choose(printed, wanted, place.context.get("refused", pl.DataFrame(schema=REFUSED)))
    figures, unread = reader.figures(with_choices(chosen.frame))
    figures = figures.with_columns(file=pl.lit(place.file))
    problems = [chosen.problems, unread, row_doubts(figures), _unknown_counties(chosen.frame)]
    problems += _about(chosen.frame, odd, repairs, _doubts_of(place))
    told = tell(
        _marked(figures, place),
        place.file,
        status=_status(place.options),
        as_of=place.options.get("as_of", ""),
    )
    return Rows(told, pl.concat(problems), frame.height - likely.height + chosen.left_out)


def _about(rows: pl.DataFrame, *problems: pl.DataFrame) -> list[pl.DataFrame]:
    """The problems of some rows, and those that left rows out before."""
    about = pl.col("rejected") | pl.col(LINE).is_in(rows[LINE].unique().implode())
    return [one.filter(about) for one in problems]


def gather(readers: Mapping[str, Reader], scan: Scan, options: Options) -> dict[str, pl.DataFrame]:
    """What converting needs of the whole dataset: contests that are no prosecutor's, and repeated figures.

    Args:
        readers: The reader of each kind of record.
        scan: The records of a kind.
        options: Options of the dataset.
    """
    suspects = {
        kind: list(_all_printed(reader, scan(kind), options, PROSECUTORS))
        for kind, reader in readers.items()
        if reader.offices
    }
    refused = gather_refused(
        readers[kind].figures(rows)[0] for kind, each in suspects.items() for rows in each
    )
    figures = (
        figures
        for kind, reader in readers.items()
        for figures in _all_figures(
            reader, _batches(reader, suspects.get(kind), scan(kind), options), options, refused
        )
    )
    return {"refused": refused} | gather_repeats(figures)


def _batches(
    reader: Reader, suspects: list[pl.DataFrame] | None, frames: Iterator[pl.DataFrame], options: Options
) -> Iterable[pl.DataFrame]:
    """The rows of the contests asked for: those of prosecutors are few, and kept from the first reading."""
    wanted = _wanted(reader, options)
    if wanted == PROSECUTORS and suspects is not None:
        return suspects
    return _all_printed(reader, frames, options, wanted)


def _all_printed(
    reader: Reader, frames: Iterator[pl.DataFrame], options: Options, wanted: str
) -> Iterator[pl.DataFrame]:
    """The rows of a kind that may be wanted, batch by batch, with their file."""
    for frame in frames:
        likely = _likely(reader, frame, may_be_wanted(wanted))
        if likely.height > 0:
            file = str(likely["file"][0])
            printed = with_repairs(reader.printed(likely.drop("file"), file, options)[0])[0]
            yield printed.with_columns(file=pl.lit(file))


def _all_figures(
    reader: Reader, batches: Iterable[pl.DataFrame], options: Options, refused: pl.DataFrame
) -> Iterator[pl.DataFrame]:
    """The figures of the contests asked for."""
    wanted = _wanted(reader, options)
    for printed in batches:
        yield reader.figures(with_choices(choose(printed, wanted, refused).frame))[0]


def _likely(reader: Reader, frame: pl.DataFrame, pattern: str) -> pl.DataFrame:
    """The records one of whose columns of offices has a pattern; all of them where there is none."""
    offices = [name for name in reader.offices if name in frame.columns]
    if pattern == "" or len(offices) == 0:
        return frame
    return frame.filter(
        pl.any_horizontal(pl.col(name).str.contains(pattern) for name in offices).fill_null(value=False)
    )


def _marked(figures: pl.DataFrame, place: Place) -> pl.DataFrame:
    """The figures with `repeated`."""
    known = place.context.get("repeated", pl.DataFrame(schema=REPEATED))
    lost = known.filter(pl.col("file") == place.file).with_columns(_lost=pl.lit(value=True))
    joined = figures.join(lost, on=list(REPEATED), how="left", nulls_equal=True, maintain_order="left")
    whole = pl.col("choice_kind") == ALL_VOTES
    return joined.with_columns(repeated=settled_row() | whole | pl.col("_lost").fill_null(value=False)).drop(
        "_lost"
    )


def _doubts_of(place: Place) -> pl.DataFrame:
    """What the first reading of the dataset found doubtful in a file."""
    doubts = place.context.get("doubts", pl.DataFrame(schema=OF_FILES))
    return doubts.filter(pl.col("file") == place.file).select(*PROBLEM)


def _unknown_counties(rows: pl.DataFrame) -> pl.DataFrame:
    """The first row of each county whose name is not known; its figures have no place."""
    odd = rows.filter(
        pl.col("county").is_null() & pl.col("area").is_null() & pl.col("county_text").is_not_null()
    )
    wanted = pl.format("a county of {}", pl.col("state").str.to_uppercase())
    return problems_of(first_of(odd, "state", "county_text"), "county", pl.col("county_text"), wanted)


def _wanted(reader: Reader, options: Options) -> str:
    """Which contests are told.

    Raises:
        SheetError: The option is no regular expression.
    """
    wanted = reader.contests or options.get("contests", PROSECUTORS)
    try:
        pl.Series([""]).str.contains(f"(?i){wanted}")
    except pl.exceptions.ComputeError as error:
        message = f"options.contests: {wanted!r} is no regular expression; wanted {MEANING}"
        raise SheetError(Position("source.toml"), message) from error
    return wanted


def _status(options: Options) -> str:
    """The code of how final the counts are.

    Raises:
        SheetError: The option is none of the statuses.
    """
    status = options.get("status", "unknown")
    if status not in STATUSES:
        hint = did_you_mean(status, list(STATUSES)) or f"; wanted one of {', '.join(STATUSES)}"
        raise SheetError(Position("source.toml"), f"options.status: {status!r} is no status of a count{hint}")
    return STATUSES[status]
