"""Which folders are sources, and the digest that names their content."""

from pathlib import Path

import pytest

from sources.catalog import find_sources, registry, shipped_sources
from sources.errors import MissingSourceError, SourceError
from sources.source import digest_of, read_source

NAMES = """\
id = "names"
kind = "registry"
title = "Names"
publisher = "Nobody"
licence = "CC0-1.0"
"""


def _source(place: Path) -> Path:
    folder = place / "names"
    folder.mkdir()
    (folder / "source.toml").write_text(NAMES, "utf-8")
    (folder / "persons.yaml").write_text("entities:\n- {id: person/a, type: Person, label: A}\n", "utf-8")
    return folder


def test_a_folder_without_metadata_is_no_source(tmp_path: Path) -> None:
    """What is missing is named, for the folder and for a place where folders are looked for."""
    with pytest.raises(MissingSourceError) as caught:
        read_source(tmp_path)
    assert str(caught.value) == f"{tmp_path}/source.toml: not found; wanted the metadata of a source"
    with pytest.raises(MissingSourceError) as caught:
        find_sources(tmp_path / "none")
    wanted = "a folder with a source.toml, or a folder of such folders"
    assert str(caught.value) == f"{tmp_path}/none: not found; wanted {wanted}"


def test_a_sheet_with_the_other_ending_is_not_passed_over(tmp_path: Path) -> None:
    """A file claims.yml would be read by nobody, so it is refused."""
    folder = _source(tmp_path)
    (folder / "claims.yml").write_text("", "utf-8")
    with pytest.raises(SourceError) as caught:
        digest_of(folder)
    assert str(caught.value) == f"{folder}/claims.yml: fact sheets end in .yaml; rename it"


def test_sources_are_found_in_their_folder_and_around_it(tmp_path: Path) -> None:
    """A source folder is one source; a folder of source folders is all of them, in order."""
    folder = _source(tmp_path)
    assert find_sources(folder) == (folder,)
    assert find_sources(tmp_path) == (folder,)
    names = [path.name for path in shipped_sources()]
    assert names == [*(f"article_{number:03}" for number in range(5)), "registry"]
    assert registry() == (shipped_sources()[-1],)


def test_the_digest_is_that_of_names_and_content(tmp_path: Path) -> None:
    """It changes with a byte of a sheet and with its name, and not with the place of the folder."""
    folder = _source(tmp_path)
    first = digest_of(folder)
    moved = folder.rename(tmp_path / "elsewhere")
    assert digest_of(moved) == first
    (moved / "persons.yaml").rename(moved / "people.yaml")
    renamed = digest_of(moved)
    assert renamed != first
    with (moved / "people.yaml").open("a") as sheet:
        sheet.write("\n")
    assert len({first, renamed, digest_of(moved)}) == 3


def test_files_that_belong_to_no_format_do_not_count(tmp_path: Path) -> None:
    """The schema copied beside a sheet, or notes of the author, change no digest."""
    folder = _source(tmp_path)
    first = digest_of(folder)
    (folder / "notes.txt").write_text("to do", "utf-8")
    assert digest_of(folder) == first


def test_a_source_is_its_metadata_and_all_its_sheets(tmp_path: Path) -> None:
    """Entities of every sheet of the folder are read, in order of the sheets' names."""
    folder = _source(tmp_path)
    (folder / "a.yaml").write_text("entities:\n- {id: person/b, type: Person, label: B}\n", "utf-8")
    source = read_source(folder)
    assert [entity.path for entity in source.entities] == ["person/b", "person/a"]
    assert (source.id, source.claims, source.mentions) == ("names", (), ())
    assert source.digest == digest_of(folder)


def test_all_broken_sheets_of_a_source_are_told_at_once(tmp_path: Path) -> None:
    """One reading names the mistakes of every sheet, in order of place."""
    folder = _source(tmp_path)
    (folder / "a.yaml").write_text("- 1\n", "utf-8")
    (folder / "persons.yaml").write_text("entites: []\n", "utf-8")
    with pytest.raises(SourceError) as caught:
        read_source(folder)
    assert str(caught.value) == (
        f"{folder}/a.yaml:1:1: sheet: [1] is not a mapping\n"
        f"{folder}/persons.yaml:1:1: 'entites' is not a key here; did you mean 'entities'?"
    )


def test_claims_stand_in_the_folder_of_their_document(tmp_path: Path) -> None:
    """A sheet that names another document than its folder's is refused."""
    folder = _source(tmp_path)
    sheet = 'document: "001"\nmentions:\n- {entity: person/a, text: A, occurrences: 1, first_at: 0}\n'
    (folder / "persons.yaml").write_text(sheet, "utf-8")
    with pytest.raises(SourceError) as caught:
        read_source(folder)
    place = f"{folder}/persons.yaml:3:12"
    assert str(caught.value) == f"{place}: document: '001' is not the id of its folder, 'names'"
