"""What a mapping file says: which rows of which tables a record makes, and from what."""

from dataclasses import dataclass, field

from sources.errors import Position

LINE, FILE = "line", "file"
BUILT_IN = (LINE, FILE)
"""What a template may name besides columns: the line of the record, and the name of its file."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a template.

    Attributes:
        text: Text that stands there as it is; for a column, what stands there when it is blank.
        column: The column whose text stands there, "" for none.
        optional: Whether the column may be blank.
    """

    text: str
    column: str = ""
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Value:
    """How a value is made.

    Attributes:
        reader: Name of the reader: "text", "template", "constant", "money", "whole", "day", "flag", "codes",
            "match", "slug" or "county".
        position: Where the mapping file says so.
        column: The column that is read, "" for none.
        constant: The text of a constant.
        parts: The pieces of a template; of the state of a county.
        codes: What each printed text means.
        formats: How days are written, in the letters of strftime.
        point: What stands before the cents.
        pattern: A regular expression.
        yes: The texts that mean true.
        no: The texts that mean false.
    """

    reader: str
    position: Position
    column: str = ""
    constant: str = ""
    parts: tuple[Part, ...] = ()
    codes: tuple[tuple[str, str], ...] = ()
    formats: tuple[str, ...] = ()
    point: str = "."
    pattern: str = ""
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


def columns_read(value: Value) -> tuple[str, ...]:
    """The columns a value is made from, each once."""
    names = (value.column, *(part.column for part in value.parts))
    return tuple(dict.fromkeys(name for name in names if name and name not in BUILT_IN))


@dataclass(frozen=True, slots=True)
class Condition:
    """Which texts of a column a record must have, or must not have; "" is a blank."""

    column: str
    texts: tuple[str, ...]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class TableRule:
    """A row of a table that records make.

    Attributes:
        table: Name of the table in `ontology.TABLES`.
        when: What a record must fulfil, all of it.
        id: The path of the row's thing.
        values: The other columns, by name.
    """

    table: str
    when: tuple[Condition, ...]
    id: Value
    values: tuple[tuple[str, Value], ...]


@dataclass(frozen=True, slots=True)
class Form:
    """How the data files are written; what is "" or None is found out.

    Attributes:
        header: Names of the columns of files without a header line.
        sheet: The one sheet of a workbook that is read.
    """

    separator: str = ""
    quoted: bool | None = None
    encoding: str = ""
    header: tuple[str, ...] = ()
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Mapping:
    """A mapping file.

    Attributes:
        file: Its name, for messages.
        form: How data files are written.
        blank: Texts that stand for nothing.
        values: Values with a name, used like columns.
        required: Columns that are never blank.
        optional: Columns a file may lack.
        ignored: Columns that are not told, with the reason.
        left_out: Conditions of records that are left out, each with the reason.
        tables: What records make.
        used: Columns of the data files that are used, and where the mapping file first names each.
    """

    file: str
    tables: tuple[TableRule, ...]
    used: dict[str, Position]
    form: Form = field(default_factory=Form)
    blank: tuple[str, ...] = ()
    values: tuple[tuple[str, Value], ...] = ()
    required: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    ignored: tuple[tuple[str, str], ...] = ()
    left_out: tuple[tuple[tuple[Condition, ...], str], ...] = ()
