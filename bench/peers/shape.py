"""What every converter reads and says: the columns of the prepared file and the names of the triples."""

from urllib.parse import quote

ROWS = "rows.csv"
"""Read from the folder a converter is started in."""
NAMES = "https://w3id.org/moneytrail/ns#"
THINGS = "https://w3id.org/moneytrail/id/"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
XSD = "http://www.w3.org/2001/XMLSchema#"
SOURCE_FILE = f"{THINGS}dataset/fec/itcont.txt"
KEPT = "-._~"
"""Stays as it is in a path, besides letters and digits of ASCII."""

Row = dict[str, str]


def contribution(row: Row) -> str:
    """The IRI of the contribution of a row."""
    return f"{THINGS}contribution/fec/{quote(row['SUB_ID'], safe=KEPT)}"


def payer(row: Row) -> str | None:
    """The IRI of who gives, None without name or ZIP code."""
    name, code = row["NAME"], row["ZIP_CODE"]
    if not name or not code:
        return None
    return f"{THINGS}contributor/fec/{quote(name, safe=KEPT)}/{quote(code, safe=KEPT)}"


def payee(row: Row) -> str:
    """The IRI of the committee."""
    return f"{THINGS}committee/fec/{quote(row['CMTE_ID'], safe=KEPT)}"


def filing(row: Row) -> str:
    """The IRI of the filing."""
    return f"{THINGS}filing/fec/{quote(row['FILE_NUM'], safe=KEPT)}"
