"""The names of the columns of each record type in each version of the format.

The FEC gives its layouts out as workbooks (https://www.fec.gov/help-candidates-and-committees/
filing-reports/filing-software-and-vendors/); the names come from their transcription in the package
`fecfile` (Apache-2.0), of which nothing else is used.
"""

import json
import re
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from types import MappingProxyType

from sources.errors import MissingSourceError

PACKAGE, NAMES = "fecfile", "fecfile/mappings.json"
Names = tuple[str, ...]


@cache
def column_names(record_type: str, version: str) -> Names:
    """The columns of a record type, "" for one without a name; () when the type or version is not known.

    Of columns with one name the second gets `_2` behind it, and so on.
    """
    versions = next((found for form, found in _mappings().items() if _matches(form, record_type)), {})
    names = next((found for number, found in versions.items() if _matches(number, version)), ())
    return tuple(_numbered(names, place) for place in range(len(names)))


def _numbered(names: Names, place: int) -> str:
    """The name at a place, with a number when it stands before it too."""
    name = names[place]
    before = names[:place].count(name)
    return name if before == 0 or name == "" else f"{name}_{before + 1}"


def _matches(pattern: str, text: str) -> bool:
    return re.match(pattern, text, re.IGNORECASE) is not None


@cache
def _mappings() -> MappingProxyType[str, dict[str, Names]]:
    """Names of columns by regular expressions of the record type and of the version.

    Raises:
        MissingSourceError: The package is not installed.
    """
    try:
        path = Path(str(distribution(PACKAGE).locate_file(NAMES)))
    except PackageNotFoundError as error:
        raise MissingSourceError(
            Path(PACKAGE), "the package with the column names of .fec filings"
        ) from error
    text = path.read_text("utf-8")
    return MappingProxyType(
        {form: {v: tuple(names) for v, names in found.items()} for form, found in json.loads(text).items()}
    )
