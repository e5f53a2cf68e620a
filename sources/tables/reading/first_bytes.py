"""What a file is, by its first bytes: packed in some way, an Excel workbook, or neither."""

HEAD = 512  # enough for every mark below; that of tar stands at byte 257
PACKED = {b"\x1f\x8b": "gzip", b"\x28\xb5\x2f\xfd": "Zstandard", b"PK\x03\x04": "zip", b"PK\x05\x06": "zip"}
FOREIGN = {
    b"BZh": "bzip2",
    b"\xfd7zXZ\x00": "xz",
    b"7z\xbc\xaf\x27\x1c": "7z",
    b"Rar!\x1a\x07": "rar",
    b"\xd0\xcf\x11\xe0": "Excel 97 or encrypted Excel",
}
BZIP2_BLOCK = b"1AY&SY"  # follows BZh and a digit
TAR, TAR_AT = b"ustar", 257
WORKBOOK_PARTS = (b"[Content_Types].xml", b"_rels/", b"docProps/", b"xl/")
ZIP_NAME_AT = 30  # of the first member in a zip file


def find_packing(head: bytes) -> str:
    """How bytes are packed, by how they start: gzip, Zstandard, zip, tar and others, or "" for plain."""
    if head[TAR_AT:].startswith(TAR):
        return "tar"
    if head.startswith(b"BZh") and not head[4:].startswith(BZIP2_BLOCK):
        return ""
    kinds = {**PACKED, **FOREIGN}
    return next((kind for mark, kind in kinds.items() if head.startswith(mark)), "")


def starts_workbook(head: bytes) -> bool:
    """Whether bytes that start a zip file start an Excel workbook: its parts have fixed names."""
    return head.startswith(b"PK") and head[ZIP_NAME_AT:].startswith(WORKBOOK_PARTS)
