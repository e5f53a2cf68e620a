"""Random expressions of SPARQL, by the kind of their values."""

import random
from collections.abc import Mapping

NUMBERS = ("decimal", "integer")
FIGURES = ("0", "1", "7", "12.5", "100", "250.00", "-3.25", "0.01", "5000", "3")
WORDS = ('""', '"GA"', '"a"', '"EXAMPLE, ADA"', '"É"', '"M"', '"12"', '"GA"@en', '"A"@de', '"none"', '" "')
DAYS = ("1999-12-31", "2024-02-29", "2024-01-01", "0987-06-05")
THINGS = ("<committee/x/a>", "<party/x/b>", "mt:Contribution", "<http://example.org/x>", "<dataset/one>")
REGEXES = ("^[A-Z]+$", "a", "^E", "a.*b", "É", "\\\\\\\\d+", "^$", "x|M", "(GA|ga)")
FOLDED = ', "i"'
"""What follows a regular expression that does not tell capitals from small letters."""
ODD = 0.04
"""The share of expressions of another kind than is wanted, or of what columns have not."""

Typed = Mapping[str, str]
"""Variables with the kinds of their values."""


class Expressions:
    """Makes expressions, one after the other."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - queries, no secrets

    def chance(self, share: float) -> bool:
        """Whether something happens that does so in this share of cases."""
        return self.random.random() < share

    def one_of(self, *choices: str) -> str:
        """One of some texts."""
        return self.random.choice(choices)

    def any(self, typed: Typed, depth: int = 2) -> str:
        """An expression of any kind."""
        kinds = (self.number, self.number, self.text, self.text, self.truth, self.day, self.thing)
        return self.random.choice(kinds)(typed, depth)

    def _variable(self, typed: Typed, *kinds: str) -> str | None:
        names = [name for name, kind in typed.items() if kind in kinds]
        if self.chance(ODD):
            names = list(typed)
        return f"?{self.random.choice(names)}" if names else None

    def number(self, typed: Typed, depth: int = 2) -> str:
        """An expression that is a number."""
        if depth == 0 or self.chance(0.4):
            found = self._variable(typed, *NUMBERS)
            return found if found and self.chance(0.8) else self.one_of(*FIGURES)
        one, other = self.number(typed, depth - 1), self.number(typed, depth - 1)
        if self.chance(ODD):
            return self.one_of(f"({one} + 1.5e0)", f"xsd:double({one})", f"xsd:float({one})", "RAND() * 0")
        return self.one_of(
            f"({one} {self.one_of('+', '-', '*', '/')} {other})",
            f"({one} {self.one_of('+', '-', '*', '/')} {self.one_of(*FIGURES)})",
            f"{self.one_of('ABS', 'ROUND', 'CEIL', 'FLOOR')}({one})",
            f"(- {one})",
            f"IF({self.truth(typed, depth - 1)}, {one}, {other})",
            f"COALESCE({one}, {other})",
            f"STRLEN({self.text(typed, depth - 1)})",
            f"{self.one_of('YEAR', 'MONTH', 'DAY')}({self.day(typed, depth - 1)})",
            f"xsd:integer({self.text(typed, 0)})",
            f"xsd:decimal({one})",
        )

    def text(self, typed: Typed, depth: int = 2) -> str:
        """An expression that is text."""
        if depth == 0 or self.chance(0.4):
            found = self._variable(typed, "text", "label")
            return found if found and self.chance(0.8) else self.one_of(*WORDS)
        one, other = self.text(typed, depth - 1), self.text(typed, depth - 1)
        if self.chance(ODD):
            return self.one_of(
                f"ENCODE_FOR_URI({one})", f"MD5({one})", f"STRDT({one}, xsd:string)", f'STRLANG({one}, "en")'
            )
        return self.one_of(
            f"STR({self.any(typed, depth - 1)})",
            f"SUBSTR({one}, {self.one_of('1', '2', '3')})",
            f"SUBSTR({one}, {self.one_of('1', '2')}, {self.one_of('1', '4')})",
            f"CONCAT({one}, {other})",
            f"{self.one_of('UCASE', 'LCASE')}({one})",
            f"IF({self.truth(typed, depth - 1)}, {one}, {other})",
            f"COALESCE({one}, {other})",
            f"LANG({one})",
            f"{self.one_of('STRBEFORE', 'STRAFTER')}({one}, {self.one_of(*WORDS)})",
            f'REPLACE({one}, "{self.one_of(*REGEXES[:4])}", "-")',
        )

    def day(self, typed: Typed, depth: int = 1) -> str:
        """An expression that is a day."""
        found = self._variable(typed, "date")
        if depth and self.chance(0.3):
            return f"COALESCE({self.day(typed, 0)}, {self.day(typed, 0)})"
        return found if found and self.chance(0.8) else f'"{self.one_of(*DAYS)}"^^xsd:date'

    def thing(self, typed: Typed, depth: int = 1) -> str:
        """An expression that is a thing or a code."""
        found = self._variable(typed, "id", "code")
        if depth and self.chance(0.2):
            return self.one_of(
                f"COALESCE({self.thing(typed, 0)}, {self.thing(typed, 0)})",
                f"IF({self.truth(typed, 0)}, {self.thing(typed, 0)}, {self.thing(typed, 0)})",
                f"IRI(STR({self.thing(typed, 0)}))",
            )
        return found if found and self.chance(0.8) else self.one_of(*THINGS)

    def truth(self, typed: Typed, depth: int = 2) -> str:
        """A condition."""
        if depth > 0 and self.chance(0.3):
            one, other = self.truth(typed, depth - 1), self.truth(typed, depth - 1)
            return self.one_of(
                f"({one} && {other})", f"({one} || {other})", f"(!{one})", f"(!({one} || {other}))"
            )
        below = max(depth - 1, 0)
        compare = self.one_of("<", "<=", ">", ">=", "=", "=", "!=")
        return self.random.choice((self._of_numbers, self._of_texts, self._of_any))(typed, below, compare)

    def _of_numbers(self, typed: Typed, depth: int, compare: str) -> str:
        one = self.number(typed, depth)
        some = ", ".join(self.random.sample(FIGURES, k=2))
        return self.one_of(
            f"({one} {compare} {self.number(typed, depth)})",
            f"({one} {compare} {self.one_of(*FIGURES)})",
            f"({one} > {self.one_of('0', '-3.25', '-100')})",
            f"({one} {self.one_of('IN', 'NOT IN')} ({some}, {self.number(typed, 0)}))",
            f"({self.day(typed)} {compare} {self.day(typed)})",
            f"({one})",
        )

    def _of_texts(self, typed: Typed, depth: int, compare: str) -> str:
        one, word = self.text(typed, depth), self.one_of(*WORDS)
        return self.one_of(
            f"({one} {compare} {self.text(typed, 0)})",
            f"({one} {compare} {word})",
            f"({one} {self.one_of('IN', 'NOT IN')} ({word}, {self.text(typed, 0)}))",
            f"{self.one_of('CONTAINS', 'STRSTARTS', 'STRENDS')}({one}, {self.text(typed, 0)})",
            f'REGEX({one}, "{self.one_of(*REGEXES)}"{self.one_of("", "", FOLDED)})',
            f'(LANG({one}) = "{self.one_of("en", "", "de")}")',
            f'LANGMATCHES(LANG({one}), "{self.one_of("en", "*", "EN")}")',
            f"({one})",
        )

    def _of_any(self, typed: Typed, depth: int, compare: str) -> str:
        name = f"?{self.random.choice(list(typed))}"
        one = self.thing(typed, depth)
        return self.one_of(
            f"BOUND({name})",
            f"(!BOUND({name}))",
            f"({one} {self.one_of('=', '!=')} {self.thing(typed, 0)})",
            f"({one} {self.one_of('IN', 'NOT IN')} ({self.thing(typed, 0)}, {self.thing(typed, 0)}))",
            f"sameTerm({name}, {self.any(typed, 0)})",
            f"{self.one_of('isIRI', 'isLITERAL', 'isNUMERIC', 'isBLANK')}({name})",
            f"(DATATYPE({name}) = xsd:{self.one_of('string', 'decimal', 'integer', 'date')})",
            f"({name} {compare} {self.any(typed, 0)})",
        )
