"""What is looked up in the parts of an Excel workbook, a zip file of XML, besides the cells themselves."""

import io
import re
import zipfile
from xml.etree import ElementTree as ET

from sources.errors import Position, TableError

WORKBOOK, LINKS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
WORKSHEETS = "xl/worksheets/"
CHUNK, LONGEST_CELL = 1 << 20, 1 << 10
ERROR_CELL = re.compile(rb'<c\b([^>]*\bt="e"[^>]*)>(?:<f\b[^>]*/>|<f\b.*?</f>)?<v>(.*?)</v>', re.DOTALL)
PLACE = re.compile(rb'\br="([A-Z]+[0-9]+)"')


def find_worksheets(workbook: bytes) -> dict[str, str]:
    """The part that holds each worksheet, by name of the sheet, in order; charts are left out."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        links = [one for one in _parse(archive, LINKS).iter() if one.tag.endswith("}Relationship")]
        sheets = [one for one in _parse(archive, WORKBOOK).iter() if one.tag.endswith("}sheet")]
    targets = {link.attrib["Id"]: link.attrib["Target"] for link in links}
    parts = {sheet.attrib["name"]: _part(targets[_link(sheet)]) for sheet in sheets}
    return {name: part for name, part in parts.items() if part.startswith(WORKSHEETS)}


def _parse(archive: zipfile.ZipFile, part: str) -> ET.Element:
    return ET.fromstring(archive.read(part))  # noqa: S314 - expat bounds what entities expand to


def _link(sheet: ET.Element) -> str:
    """The id of the link from a sheet to its part."""
    return next(value for name, value in sheet.attrib.items() if name.endswith("}id"))


def _part(target: str) -> str:
    """The name of the part that a link of the workbook leads to."""
    return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"


def refuse_error_cells(workbook: bytes, part: str, place: str) -> None:
    """Refuse a sheet in which a formula failed.

    Raises:
        TableError: A cell holds an error, such as #N/A or #REF!.
    """
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive, archive.open(part) as stream:
        kept = b""
        while chunk := stream.read(CHUNK):
            found = ERROR_CELL.search(kept + chunk)
            if found is not None:
                at = PLACE.search(found[1])
                cell = "a cell" if at is None else f"cell {at[1].decode()}"
                error = found[2].decode(errors="replace")
                raise TableError(
                    Position(place), f"{cell} holds the error {error}; wanted a value or nothing"
                )
            kept = chunk[-LONGEST_CELL:]
