"""The transaction types of itemized rows, as data: which table, who pays whom, and whether it is new money.

The codes are those of https://www.fec.gov/campaign-finance-data/transaction-type-code-descriptions/
in `transaction_types.csv`; why each is told as it is stands in docs/fec.md.
"""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class TransactionType:
    """One transaction type.

    Who pays and is paid is "filer", the committee that reports; "printed", the party of NAME;
    "registered", that of OTHER_ID, else of NAME; "either", the same unless the entity type says that
    the party has no id; "donor", the party of NAME, and the filer where NAME is a committee;
    "recipient", the committee of OTHER_ID, else the one in brackets in MEMO_TEXT; or "vendor", the
    party of NAME unless it is the candidate, who gets nothing.

    Attributes:
        code: As the FEC prints it.
        table: The table its rows go to.
        mark: Why they are not new money, "" when they are.
        payer: Who pays.
        payee: Who is paid.
        stance: "supports" or "opposes" for money spent on a candidate, else "".
        meaning: What it is, in our words.
    """

    code: str
    table: str
    mark: str
    payer: str
    payee: str
    stance: str
    meaning: str

    @property
    def comes_in(self) -> bool:
        """Whether the filer is paid."""
        return self.payee == "filer"

    @property
    def other(self) -> str:
        """Who the other party is, as in `payer` and `payee`."""
        return self.payer if self.comes_in else self.payee


@cache
def transaction_types() -> MappingProxyType[str, TransactionType]:
    """Every transaction type by its code."""
    text = files("sources.fec_bulk").joinpath("transaction_types.csv").read_text("utf-8")
    rows = csv.DictReader(text.splitlines())
    return MappingProxyType({row["code"]: TransactionType(**row) for row in rows})
