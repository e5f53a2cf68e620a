"""Values that break converters, put into a share of the rows; never a line end or a pipe."""

import polars as pl

from fec.draw import Draws, at

INSERTED = {
    "quote": ('"', '""', "'", ' "JACK"', "`", "\u201c", "\u2019", '"X'),
    "backslash": ("\\", "\\\\", "\\n", "\\u0041", '\\"', "C:\\X"),
    "control": ("\x01", "\x07", "\x08", "\t", "\x0b", "\x0c", "\r", "\x1b[31m", "\x1f", "\x7f", "\x85"),
    "non-ASCII": ("Ñ", "É", "e\u0301", "ß", "日本", "\u202e", "\u2028", "\u200b", "\ufeff", "😀", "\uffff"),
    "IRI": ("%41", "%", "/", "<", ">", "{", "}", "^", "#", "?", "&", "+", "//", "[1]", ";", "="),
    "NUL": ("\0",),
}  # fmt: skip
REPLACED = {
    "nothing": (
        ("NAME", "EMPLOYER"),
        ("NULL", "null", "NaN", "nan", "N/A", "NA", "None", "#N/A", "-", "."),
    ),
    "date": (
        ("TRANSACTION_DT",),
        ("02302024", "13012024", "00000000", "2024-01-02", "1012024", "02292023", "01 12024", "MMDDYYYY"),
    ),
    "amount": (("TRANSACTION_AMT",), ("1,200", "$250", "12.3.4", "1e3", "NaN", "--5", "250-", "(250)", "١٢")),
}
EMPTIED = ("NAME", "CITY", "STATE", "ZIP_CODE", "TRANSACTION_DT", "TRANSACTION_AMT")
TARGETS = {"NAME": 45, "EMPLOYER": 40, "MEMO_TEXT": 15}
KINDS = (*INSERTED, *REPLACED, "empty")
KIND = "HOSTILE"


def spoil(rows: pl.DataFrame, seed: int, share: float) -> pl.DataFrame:
    """The rows with a hostile value in a share of them, and a column that says of which kind."""
    draws = Draws(seed, rows)
    kind = pl.when(draws.happens("hostile", share)).then(draws.pick("hostile kind", KINDS))
    rows = rows.with_columns(kind.alias(KIND))
    rows = rows.with_columns(_inserted(draws))
    rows = rows.with_columns(_replaced(draws))
    return rows.with_columns(_emptied(draws))


def _inserted(draws: Draws) -> list[pl.Expr]:
    """Text put before, into or behind a value of the row."""
    piece = pl.lit(None, pl.String)
    for kind, pieces in INSERTED.items():
        piece = pl.when(pl.col(KIND) == kind).then(draws.pick(f"hostile {kind}", pieces)).otherwise(piece)
    target = draws.weigh("hostile column", TARGETS)
    return [
        pl.when(piece.is_not_null() & (target == column))
        .then(_with_piece(pl.col(column), piece, draws.below("hostile place", 3)))
        .otherwise(pl.col(column))
        .alias(column)
        for column in TARGETS
    ]


def _with_piece(value: pl.Expr, piece: pl.Expr, place: pl.Expr) -> pl.Expr:
    position = at(pl.Series([0, 3, 200], dtype=pl.Int64), place)
    return pl.concat_str(value.str.slice(0, position), piece, value.str.slice(position))


def _replaced(draws: Draws) -> list[pl.Expr]:
    """Values that are not what the column is for."""
    return [
        pl.when((pl.col(KIND) == kind) & (draws.pick(f"hostile {kind} column", columns) == column))
        .then(draws.pick(f"hostile {kind}", values))
        .otherwise(pl.col(column))
        .alias(column)
        for kind, (columns, values) in REPLACED.items()
        for column in columns
    ]


def _emptied(draws: Draws) -> list[pl.Expr]:
    chosen = draws.pick("hostile emptied", EMPTIED)
    return [
        pl.when((pl.col(KIND) == "empty") & (chosen == column))
        .then(pl.lit(""))
        .otherwise(pl.col(column))
        .alias(column)
        for column in EMPTIED
    ]
