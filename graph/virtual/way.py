"""How a query was answered, for people."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Way:
    """How a query was answered.

    Attributes:
        name: "store", "columns" or "ordinary".
        why: Why so, in a sentence.
        sql: What was asked of DuckDB, "" for nothing.
        tables: The tables that were scanned.
        in_store: What the store was asked besides, and how many solutions it had.
    """

    name: str
    why: str
    sql: str = ""
    tables: tuple[str, ...] = ()
    in_store: tuple[tuple[str, int], ...] = ()

    def text(self) -> str:
        """The same in lines for people."""
        lines = [f"{self.name}: {self.why}"]
        lines += [f"tables: {', '.join(self.tables)}"] if self.tables else []
        lines += [f"store: {count} solutions of {where}" for where, count in self.in_store]
        return "\n".join([*lines, self.sql] if self.sql else lines)
