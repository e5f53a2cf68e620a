"""Files that arrive packed: what is in them, and what is said when they are broken."""

import gzip
import io
import zipfile
from pathlib import Path

import pytest

from sources.errors import MissingSourceError, TableError
from sources.tables.reading.packed import Member, only_member, open_packed

try:
    from compression import zstd
except ModuleNotFoundError:
    from backports import zstd

WANTED = "wanted a plain, gzip, Zstandard or zip file or an .xlsx workbook"
NESTED = "in an archive; unpack the outer one first"
TEXT = b"county,votes\nChatham,1\n" * 2_000


def contents(path: Path) -> dict[str, bytes]:
    """Read every member of a file."""
    found = {}
    for member in open_packed(path):
        with member.open() as stream:
            found[member.name] = stream.read()
    return found


def write(path: Path, data: bytes) -> Path:
    """Write a file and return its path."""
    path.write_bytes(data)
    return path


def zipped(path: Path, members: dict[str, bytes]) -> Path:
    """Write a zip file; a name that ends in a slash is a folder."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def message(path: Path) -> str:
    """Read what is said of a file that cannot be read."""
    with pytest.raises(TableError) as caught:
        contents(path)
    return str(caught.value)


@pytest.mark.parametrize(
    ("name", "data", "member"),
    [
        ("a.csv", TEXT, "a.csv"),
        ("a.csv.gz", gzip.compress(TEXT, mtime=0), "a.csv"),
        ("a.csv.zst", zstd.compress(TEXT), "a.csv"),
        ("download", gzip.compress(TEXT, mtime=0), "download"),
        ("unpacked-by-a-browser.csv.gz", TEXT, "unpacked-by-a-browser.csv"),
        (
            "two-parts.gz",
            gzip.compress(TEXT[:100], mtime=0) + gzip.compress(TEXT[100:], mtime=0),
            "two-parts",
        ),
        ("two-parts.zst", zstd.compress(TEXT[:100]) + zstd.compress(TEXT[100:]), "two-parts"),
        ("empty.csv", b"", "empty.csv"),
    ],
)
def test_first_bytes_say_how_a_file_is_packed(tmp_path: Path, name: str, data: bytes, member: str) -> None:
    """Plain, gzip and Zstandard files are one member, whatever their suffix says."""
    expected = TEXT if data else b""
    assert contents(write(tmp_path / name, data)) == {member: expected}


def test_members_of_a_zip_file_come_by_name_in_order(tmp_path: Path) -> None:
    """Folders and what an operating system adds are left out; a member needs no extension."""
    path = zipped(
        tmp_path / "results.zip",
        {
            "individual_states/": b"",
            "individual_states/fl24": TEXT,
            "__MACOSX/individual_states/._fl24": b"resource fork",
            "individual_states/._ga24.csv": b"resource fork",
            ".DS_Store": b"folder view",
            "ga24.csv": b"a\n",
        },
    )
    assert contents(path) == {"individual_states/fl24": TEXT, "ga24.csv": b"a\n"}


def test_a_member_opens_again_and_outside_the_loop(tmp_path: Path) -> None:
    """Each opening is a new stream from the first byte, also after all members were listed."""
    members = list(open_packed(zipped(tmp_path / "two.zip", {"a": b"1", "b": b"2"})))
    for _ in range(2):
        for member, expected in zip(members, (b"1", b"2"), strict=True):
            with member.open() as stream:
                assert stream.read() == expected


@pytest.mark.parametrize("pack", [gzip.compress, zstd.compress, bytes])
def test_a_stream_can_be_read_again_from_its_start(tmp_path: Path, pack: "type[bytes]") -> None:
    """What reads a stream twice, for the place of a byte, gets the same bytes."""
    member = only_member(write(tmp_path / "file", pack(TEXT)))
    with member.open() as stream:
        first = stream.read(1_000)
        stream.seek(0)
        assert stream.read(1_000) == first == TEXT[:1_000]


def test_messages_name_the_member_of_a_zip_file(tmp_path: Path) -> None:
    """The place of a member is the zip file and its path inside."""
    path = zipped(tmp_path / "ga24.zip", {"x/ga24.csv": b"a\n"})
    assert [member.file for member in open_packed(path)] == [f"{path}!x/ga24.csv"]
    assert Member("ga24.csv", io.BytesIO).file == "ga24.csv"


def test_a_workbook_is_one_file(tmp_path: Path) -> None:
    """An .xlsx is not unpacked, although it is a zip file, also as a member of a zip file."""
    book = zipped(tmp_path / "book.xlsx", {"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<w/>"})
    assert list(contents(book)) == ["book.xlsx"]
    outer = zipped(tmp_path / "outer.zip", {"efile.xlsx": book.read_bytes()})
    assert contents(outer) == {"efile.xlsx": book.read_bytes()}


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        (
            "cut.gz",
            gzip.compress(TEXT, mtime=0)[:-12],
            "broken gzip file: compressed file ended before the end-of-stream marker was reached",
        ),
        ("tail.gz", gzip.compress(TEXT, mtime=0) + b"xx", "broken gzip file: not a gzipped file (b'xx')"),
        (
            "cut.zst",
            zstd.compress(TEXT)[:-3],
            "broken Zstandard file: compressed file ended before the end-of-stream marker was reached",
        ),
        ("cut.zip", b"PK\x03\x04 and no more", "broken zip file: file is not a zip file"),
        ("none.zip", b"PK\x05\x06" + bytes(18), "a zip file without a member; wanted a table in it"),
        (
            "a.7z",
            b"7z\xbc\xaf\x27\x1c",
            f"a file of kind 7z; {WANTED}",
        ),
        (
            "a.tar",
            bytes(257) + b"ustar",
            f"a file of kind tar; {WANTED}",
        ),
        (
            "a.xls",
            b"\xd0\xcf\x11\xe0",
            f"a file of kind Excel 97 or encrypted Excel; {WANTED}",
        ),
        (
            "a.csv.gz",
            gzip.compress(zstd.compress(TEXT), mtime=0),
            f"a file of kind Zstandard {NESTED}",
        ),
        (
            "a.tgz",
            gzip.compress(bytes(257) + b"ustar", mtime=0),
            f"a file of kind tar {NESTED}",
        ),
    ],
)
def test_a_file_that_cannot_be_unpacked_is_told(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    """Broken files, other kinds, and archives in archives are errors with the file."""
    path = write(tmp_path / name, data)
    assert message(path) == f"{path}: {said}"


def test_bzip2_is_told_from_text_that_starts_alike(tmp_path: Path) -> None:
    """A name may start with BZh."""
    assert contents(write(tmp_path / "names.csv", b"BZhang,1\n")) == {"names.csv": b"BZhang,1\n"}
    path = write(tmp_path / "names.bz2", b"BZh91AY&SY")
    assert message(path).startswith(f"{path}: a file of kind bzip2; wanted")


def test_a_damaged_member_is_told_with_its_name(tmp_path: Path) -> None:
    """A member whose bytes do not have their checksum stops the reading."""
    path = tmp_path / "ga24.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("ga24.csv", b"votes,100")
    write(path, path.read_bytes().replace(b"votes,100", b"votes,900"))
    assert message(path) == f"{path}!ga24.csv: broken member of a zip file: bad CRC-32 for file 'ga24.csv'"


def test_an_encrypted_member_is_told(tmp_path: Path) -> None:
    """A member with a password is not read."""
    path = zipped(tmp_path / "locked.zip", {"a.csv": b"a\n"})
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert message(write(path, bytes(data))) == f"{path}!a.csv: encrypted; unpack it with its password first"


def test_an_archive_in_a_zip_file_is_told(tmp_path: Path) -> None:
    """Nesting is refused by the first bytes of the member."""
    path = zipped(tmp_path / "outer.zip", {"inner": gzip.compress(TEXT, mtime=0)})
    assert message(path) == f"{path}!inner: a file of kind gzip in an archive; unpack the outer one first"


def test_two_members_of_one_name_are_told(tmp_path: Path) -> None:
    """Which of the two is meant cannot be known."""
    path = tmp_path / "twice.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.csv", b"1")
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("a.csv", b"2")
    assert message(path) == f"{path}: two members are named 'a.csv'"


def test_one_member_is_wanted_where_one_file_is(tmp_path: Path) -> None:
    """A zip file of several members is no single table."""
    path = zipped(tmp_path / "two.zip", {"a.csv": b"1", "b.csv": b"2"})
    with pytest.raises(TableError) as caught:
        only_member(path)
    assert str(caught.value) == f"{path}: 2 files in it (a.csv, b.csv ...); name one of them"


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    """What is not there, or not a file, is no traceback."""
    with pytest.raises(MissingSourceError, match=r"no\.csv: not found; wanted a table$"):
        list(open_packed(tmp_path / "no.csv"))
    assert message(tmp_path) == f"{tmp_path}: cannot read: Is a directory; wanted a table"
