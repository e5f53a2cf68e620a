"""The start of a mapping file: the columns of the files, and what the rows of tables look like."""

from collections.abc import Iterable

from sources.writing import quoted

FILE_NAME = "mapping.yaml"
START = """\
# What the columns of the files mean: each item under `tables` makes a row of a table of every record.
# Take the marks away, put in your columns, and take what is used from the list below.
# `moneytrail ontology` tells which tables there are, and what their columns say.

# tables:
# - table: party
#   id: party/{dataset}/{{COLUMN}}
#   label: COLUMN
# - table: committee
#   id: committee/{dataset}/{{COLUMN}}
#   label: COLUMN
# - table: contribution
#   id: contribution/{dataset}/{{line}}
#   payer: party/{dataset}/{{COLUMN}}
#   payee: committee/{dataset}/{{COLUMN}}
#   amount: COLUMN
#   currency: {{constant: USD}}
#   date: {{day: COLUMN, formats: ["%Y-%m-%d"]}}

ignored:
"""


def skeleton(dataset: str, columns: Iterable[str]) -> str:
    """A mapping file that tells nothing yet and names every column.

    Args:
        dataset: Id of the dataset.
        columns: The columns of its files.
    """
    listed = "".join(f"  {quoted(name)}: not told yet\n" for name in dict.fromkeys(columns))
    return START.format(dataset=dataset) + (listed or "  {}\n")
