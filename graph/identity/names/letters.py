"""Printed words as they are compared: capitals without marks, and nothing but letters and digits."""

import polars as pl

LETTERS_OF_THEIR_OWN = {"Æ": "AE", "Đ": "D", "Ł": "L", "Ø": "O", "Œ": "OE", "ẞ": "SS", "Þ": "TH"}
APOSTROPHES = r"['’`\x{2018}\x{B4}]"


def plain(words: pl.Expr, keep: str = "") -> pl.Expr:
    """Words in capitals without diacritics, with one space for everything else; "" becomes null.

    Args:
        words: Text as printed.
        keep: Other characters that stay.
    """
    capitals = words.str.to_uppercase().str.normalize("NFKD").str.replace_all(r"\p{M}", "")
    for letter, written in LETTERS_OF_THEIR_OWN.items():
        capitals = capitals.str.replace_all(letter, written, literal=True)
    without = capitals.str.replace_all(APOSTROPHES, "").str.replace_all(rf"[^\p{{L}}\p{{N}}{keep}]+", " ")
    return filled(without.str.strip_chars(" "))


def filled(words: pl.Expr) -> pl.Expr:
    """Words, null where there are none."""
    return pl.when(words != "").then(words)


def tokens(words: pl.Expr) -> pl.Expr:
    """Words as a list; an empty one where there are none."""
    return words.fill_null("").str.split(" ").list.eval(pl.element().filter(pl.element() != ""))
