"""Verification: what stands otherwise in a text is told, with its place and where it went."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sources.catalog import shipped_sources
from sources.new import Particulars, start_source
from sources.source import read_source
from sources.verify import Verified, verify

if TYPE_CHECKING:
    import subprocess

Run = Callable[..., "subprocess.CompletedProcess[str]"]
TEXT = "Ann Lee gave Bo Ray $5 on Monday. Lee said so.\n\nBo Ray thanked Ann Lee. The Lees left.\n"
CLAIMS = """\
document: trial
entities:
- {id: person/ann-lee, type: Person, label: Ann Lee}
mentions:
- {entity: person/ann-lee, text: Lee, occurrences: 3, first_at: 4}
claims:
- id: T-001
  paragraph: 2
  span: [48, 71]
  anchor: Bo Ray thanked
  anchor_at: 48
  kind: statement
  subject: person/ann-lee
  predicate: stated
  value: thanks
  gloss: g
"""
CLAIM = "claims.yaml:11:14: T-001"
MOVED = "it stands at 64: paragraph: 3, span: [64, 87], anchor_at: 64"
GONE = "it stands nowhere in the text"


@pytest.fixture
def trial(tmp_path: Path) -> Path:
    """A source folder with one claim; its text is in the folder texts beside it."""
    (tmp_path / "texts").mkdir()
    text = tmp_path / "texts" / "trial.txt"
    text.write_text(TEXT, "utf-8")
    folder = tmp_path / "trial"
    start_source(folder, text, Particulars(title="T", publisher="P", date="2018-06-07"))
    (folder / "claims.yaml").write_text(CLAIMS, "utf-8")
    return folder


def _verified(folder: Path) -> Verified:
    (verified,) = verify(folder.parent / "texts", [read_source(folder)])
    return verified


def _told(folder: Path) -> list[str]:
    """What verification tells of the sheet, without the folder's path."""
    told = (str(deviation).replace(f"{folder}/", "") for deviation in _verified(folder).deviations)
    return [line for line in told if not line.startswith("source.toml: text.sha256")]


def _rewrite(folder: Path, text: str) -> None:
    (folder.parent / "texts" / "trial.txt").write_text(text, "utf-8", newline="")


def test_a_source_that_is_right_has_one_line(trial: Path) -> None:
    """Digest, counts, paragraphs, claim and mention agree."""
    verified = _verified(trial)
    assert verified.deviations == ()
    assert verified.summary == "trial: trial.txt: 1 claim, 1 mention: all as the source says"


def test_a_text_under_another_name_is_found(trial: Path) -> None:
    """Its digest is enough."""
    texts = trial.parent / "texts"
    (texts / "trial.txt").rename(texts / "other.txt")
    assert _verified(trial).summary == "trial: other.txt: 1 claim, 1 mention: all as the source says"


def test_a_missing_text_is_one_problem(trial: Path) -> None:
    """It is named with the folder it was looked for in; nothing else is said."""
    texts = trial.parent / "texts"
    (texts / "trial.txt").unlink()
    assert _told(trial) == [
        f"source.toml: text.file: 'trial.txt' is not in {texts}, and no file there has its digest"
    ]
    assert _verified(trial).summary == "trial: no text: 1 claim, 1 mention: 1 problem"


def test_a_claim_whose_text_moved_is_told_with_its_new_place(trial: Path) -> None:
    """The suggestion moves paragraph, span and anchor, ready to be written into the sheet."""
    _rewrite(trial, "A first block.\n\n" + TEXT)
    assert _told(trial) == [
        "source.toml: text.bytes: wanted 87, there are 103",
        "source.toml: text.characters: wanted 87, there are 103",
        "source.toml: text.paragraphs: wanted 2, there are 3",
        "source.toml: text.paragraphs: wanted [0, 46] for paragraph 1, it stands at [0, 14]; 1 more differ",
        f"{CLAIM}: moved: wanted 'Bo Ray thanked' at 48, where '. Lee said so.' stands; {MOVED}",
        "claims.yaml:5:12: mention 'Lee': wanted 3 times from 4, it stands 3 times from 20",
    ]
    suggested = CLAIMS.replace("paragraph: 2", "paragraph: 3").replace("[48, 71]", "[64, 87]")
    (trial / "claims.yaml").write_text(suggested.replace("anchor_at: 48", "anchor_at: 64"), "utf-8")
    assert [line for line in _told(trial) if "T-001" in line] == []


def test_the_nearest_of_several_places_is_suggested(trial: Path) -> None:
    """An anchor that stands more than once has most likely moved least."""
    _rewrite(trial, "Bo Ray thanked.\n\n" + TEXT + "\nBo Ray thanked.\n")
    (line,) = [line for line in _told(trial) if "T-001" in line]
    assert line.endswith("it stands at 65: paragraph: 3, span: [65, 88], anchor_at: 65")


def test_a_suggested_span_stays_in_its_paragraph(trial: Path) -> None:
    """Where the sentence was cut, the span ends with the paragraph."""
    _rewrite(trial, "Oh. Bo Ray thanked\n\nAnn Lee.")
    (line,) = [line for line in _told(trial) if "T-001" in line]
    assert line.endswith("it stands at 4: paragraph: 1, span: [4, 18], anchor_at: 4")


def test_a_claim_whose_text_is_gone_is_told(trial: Path) -> None:
    """Nothing is suggested for words that stand nowhere."""
    _rewrite(trial, TEXT.replace("thanked", "greeted"))
    assert _told(trial) == [
        f"{CLAIM}: missing: wanted 'Bo Ray thanked' at 48, where 'Bo Ray greeted' stands; {GONE}"
    ]
    _rewrite(trial, "Lee")
    (line,) = [line for line in _told(trial) if "T-001" in line]
    assert line.endswith("at 48, where the text has ended; it stands nowhere in the text")


def test_a_span_outside_its_paragraph_is_told(trial: Path) -> None:
    """The paragraphs of the text decide, not those source.toml gives."""
    _rewrite(trial, TEXT.replace("thanked Ann", "thanked\n\nAnn"))
    assert "claims.yaml:9:9: T-001: span [48, 71] lies outside paragraph 2, [48, 62]" in _told(trial)
    _rewrite(trial, TEXT.replace("\n\n", " \n"))
    assert "claims.yaml:8:14: T-001: paragraph 2 is not one of the 1 of the text" in _told(trial)


def test_mentions_are_counted_as_whole_words(trial: Path) -> None:
    """The name "Lees" is no "Lee"; a name that is gone is missing."""
    _rewrite(trial, TEXT.replace("Lee said", "She said"))
    assert "claims.yaml:5:12: mention 'Lee': wanted 3 times from 4, it stands 2 times from 4" in _told(trial)
    _rewrite(trial, TEXT.replace("Lee", "Leeds"))
    assert "claims.yaml:5:12: mention 'Lee': missing: it stands nowhere as whole words" in _told(trial)


@pytest.mark.parametrize(
    ("changed", "hint"),
    [
        (TEXT.replace("\n", "\r\n"), "; it is the right text with Windows line ends"),
        ("\ufeff" + TEXT, "; it is the right text with a byte-order mark before it"),
        ("\ufeff" + TEXT.replace("\n", "\r\n"), "; it is the right text with Windows line ends"),
        (TEXT + " ", ""),
    ],
)
def test_a_digest_that_differs_is_told_with_the_likely_cause(trial: Path, changed: str, hint: str) -> None:
    """Programs that change line ends or add a mark are recognised; any other change is a change."""
    wanted = read_source(trial).document.text
    assert wanted is not None
    _rewrite(trial, changed)
    first = str(_verified(trial).deviations[0])
    assert first.startswith(
        f"{trial}/source.toml: text.sha256: changed: wanted {wanted.sha256}, trial.txt has "
    )
    assert first[first.index("trial.txt has ") + 14 + 64 :] == hint


def test_every_mention_of_the_shipped_sources_is_counted_alike(shared: Path) -> None:
    """All 443 claims and 250 mentions stand in the five articles where the sheets say."""
    found = list(verify(shared / "documents", [read_source(folder) for folder in shipped_sources()]))
    assert [deviation for verified in found for deviation in verified.deviations] == []
    assert [verified.source.id for verified in found] == ["000", "001", "002", "003", "004"]
    assert sum(len(verified.source.claims) for verified in found) == 443
    assert sum(len(verified.source.mentions) for verified in found) == 250


def test_the_command_prints_a_line_a_document(run: Run, shared: Path) -> None:
    """With all texts in place it ends with 0."""
    done = run("verify", "--documents", str(shared / "documents"))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split("\n") == [
        "000: 000_8aa33e59bbbae494.txt: 73 claims, 37 mentions: all as the source says",
        "001: 001_fed02c52396fd46a.txt: 102 claims, 63 mentions: all as the source says",
        "002: 002_65e3b1fa9893c6a7.txt: 71 claims, 33 mentions: all as the source says",
        "003: 003_85b2b66d83317361.txt: 128 claims, 71 mentions: all as the source says",
        "004: 004_e0639f02d49025e0.txt: 69 claims, 46 mentions: all as the source says",
        "",
    ]


def test_the_command_ends_with_1_and_tells_what_is_wrong(run: Run, trial: Path) -> None:
    """The folder named is compared, and no other."""
    _rewrite(trial, TEXT.replace("thanked", "greeted"))
    done = run("verify", "trial", "--documents", "texts", cwd=trial.parent)
    assert (done.returncode, done.stderr) == (1, "")
    lines = done.stdout.split("\n")
    assert lines[0] == "trial: trial.txt: 1 claim, 1 mention: 2 problems"
    assert lines[1].startswith("  trial/source.toml: text.sha256: changed: wanted ")
    assert lines[2] == (
        "  trial/claims.yaml:11:14: T-001: missing: wanted 'Bo Ray thanked' at 48, where 'Bo Ray greeted'"
        " stands; it stands nowhere in the text"
    )


def test_the_command_needs_a_folder_of_texts(run: Run, trial: Path) -> None:
    """A folder that is not there ends with one message."""
    done = run("verify", "trial", "--documents", "none", cwd=trial.parent)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "moneytrail: none: not found; wanted a folder with the texts of the documents\n"
