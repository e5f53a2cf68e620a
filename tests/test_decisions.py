"""Decisions on who is who: the file, what stands, what follows, and what contradicts."""

from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import ContradictionError, DecisionError
from graph.identity.clusters import clusters, contradictions
from graph.identity.decisions import (
    COLUMNS,
    Decision,
    Made,
    Verdict,
    append_decisions,
    decide,
    read_decisions,
    standing,
)
from graph.identity.keys import canonical, register_of
from graph.identity.mapping import Identity, read_identity

NOW = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)
HEADER = "\t".join(COLUMNS)
THINGS = [f"party/fec/{letter}/1" for letter in "ABCDEF"]


def _made(number: int, left: str, right: str, verdict: Verdict) -> Decision:
    first, second = sorted((left, right))
    return Decision(f"2026-01-01T00:00:{number:02}Z", "ada", first, second, verdict, "seen", line=number)


def _yes(*pairs: tuple[str, str]) -> list[Decision]:
    return [_made(number, *pair, Verdict.YES) for number, pair in enumerate(pairs, 2)]


pairs = st.lists(st.sampled_from(THINGS), min_size=2, max_size=2, unique=True)
made = st.lists(st.tuples(pairs, st.sampled_from(list(Verdict))), max_size=12).map(
    lambda told: [_made(number, *pair, verdict) for number, (pair, verdict) in enumerate(told, 2)]
)


def test_a_file_gives_back_what_was_written(tmp_path: Path) -> None:
    """Decisions are read as they were made, each with its line, and later ones are added at the end."""
    path = tmp_path / "d.tsv"
    first = decide(NOW, "ada", ("party/b", "party/a"), Verdict.YES, "same\taddress\n", score=0.98765)
    second = decide(NOW, "bo", ("party/a", "party/c"), Verdict.NO, "father, son", made=Made.AUTOMATIC)
    append_decisions(path, [first])
    append_decisions(path, [second])
    assert path.read_text("utf-8") == (
        f"{HEADER}\n"
        "2026-11-22T15:00:00Z\tada\tparty/a\tparty/b\tyes\tsame address\t0.9877\tby hand\n"
        "2026-11-22T15:00:00Z\tbo\tparty/a\tparty/c\tno\tfather, son\t\tautomatic\n"
    )
    assert [(one.left, one.right, one.line) for one in read_decisions(path)] == [
        ("party/a", "party/b", 2),
        ("party/a", "party/c", 3),
    ]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("a\tb", "d.tsv:2: 2 columns; wanted 8, tab-separated"),
        (
            "soon\tada\tx\ty\tyes\tr\t\tby hand",
            "d.tsv:2: when: 'soon' is not a time such as 2026-11-22T15:00:00Z",
        ),
        (
            "2026-11-22T15:00:00Z\tada\tx\ty\tmaybe\tr\t\tby hand",
            "d.tsv:2: verdict: 'maybe' is not one of yes, no, unsure, undo",
        ),
        ("2026-11-22T15:00:00Z\t\tx\ty\tyes\tr\t\tby hand", "d.tsv:2: who: it is empty"),
        (
            "2026-11-22T15:00:00Z\tada\tx\tx\tyes\tr\t\tby hand",
            "d.tsv:2: right: 'x' is the thing on the left as well",
        ),
        (
            "2026-11-22T15:00:00Z\tada\tx\ty\tyes\tr\t7\tby hand",
            "d.tsv:2: score: '7' is not a share from 0 to 1",
        ),
    ],
)
def test_what_is_no_decision_is_told_with_line_and_column(tmp_path: Path, line: str, message: str) -> None:
    """A line that cannot be read is refused."""
    path = tmp_path / "d.tsv"
    path.write_text(f"{HEADER}\n{line}\n", "utf-8")
    with pytest.raises(DecisionError) as error:
        read_decisions(path)
    assert str(error.value) == f"{tmp_path}/{message}"


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    """A file that was named must be there."""
    with pytest.raises(DecisionError) as error:
        read_decisions(tmp_path / "d.tsv")
    assert str(error.value) == f"{tmp_path}/d.tsv: cannot be read: No such file or directory"


def test_the_latest_decision_stands() -> None:
    """A later decision on two things takes the place of an earlier one, wherever its line is."""
    a, b = THINGS[:2]
    told = [_made(5, a, b, Verdict.NO), _made(3, a, b, Verdict.YES)]
    assert [one.verdict for one in standing(told).values()] == [Verdict.NO]


def test_yes_carries_on() -> None:
    """What is one with one of two that are one is one with both."""
    a, b, c, d, e, _ = THINGS
    assert clusters(_yes((a, b), (b, c), (d, e))) == ((a, b, c), (d, e))


def test_a_contradiction_has_its_chain(tmp_path: Path) -> None:
    """A = B, B = C and A != C are refused together, with who said so on which line."""
    path = tmp_path / "d.tsv"
    for pair, verdict in (("ab", Verdict.YES), ("bc", Verdict.YES), ("ac", Verdict.NO)):
        append_decisions(path, [decide(NOW, "ada", (pair[0], pair[1]), verdict, "looked")])
    with pytest.raises(ContradictionError) as error:
        read_identity(path)
    assert str(error.value) == (
        f"{path}: 1 contradiction between decisions; undo one of each:\n"
        "  a = b (line 2, ada: looked)\n"
        "  b = c (line 3, ada: looked)\n"
        "  but a != c (line 4, ada: looked)"
    )


def test_two_ids_of_a_register_are_not_one_by_a_chain() -> None:
    """Two committees become one only when somebody decides on the two."""
    one, two, name = "committee/fec/C1", "committee/fec/C2", "party/fec/X/1"
    chain = _yes((one, name), (two, name))
    assert str(contradictions(chain)[0]).splitlines()[-1] == (
        "  but committee/fec/C1 and committee/fec/C2 are two ids of one register,"
        " and nobody decided on these two"
    )
    assert contradictions([*chain, _made(9, one, two, Verdict.YES)]) == ()


@given(made, st.randoms(use_true_random=False))
def test_the_order_of_lines_does_not_matter(told: list[Decision], random: Random) -> None:
    """The same lines in any order say the same."""
    mixed = list(told)
    random.shuffle(mixed)
    assert clusters(mixed) == clusters(told)
    assert [(one.left, one.right) for one in contradictions(mixed)] == [
        (one.left, one.right) for one in contradictions(told)
    ]


@given(made, pairs, st.sampled_from([Verdict.YES, Verdict.NO]))
def test_undo_gives_back_what_was(told: list[Decision], pair: list[str], verdict: Verdict) -> None:
    """A decision on two things nobody decided on, and its undoing, leave no trace."""
    first, second = sorted(pair)
    before = [one for one in told if one.pair != (first, second)]
    after = [*before, _made(50, first, second, verdict), _made(51, first, second, Verdict.UNDO)]
    assert standing(after) == standing(before)
    assert clusters(after) == clusters(before)


@given(made)
def test_things_that_are_one_stand_for_each_other_once(told: list[Decision]) -> None:
    """Each set of things has one that stands for the others, and stands for itself."""
    yes = tuple(one for one in standing(told).values() if one.verdict is Verdict.YES)
    found = Identity(yes).among(set(THINGS), set())
    for together in clusters(told):
        assert {found.of(path) for path in together} == {together[0]}
    assert not set(found.stands_for) & set(found.stands_for.values())


def test_what_is_not_there_is_not_merged() -> None:
    """A decision on a thing of another graph does nothing, and still carries on."""
    a, b, c, *_ = THINGS
    found = Identity(tuple(_yes((a, b), (b, c))))
    assert found.among({b, c}, set()).stands_for == {c: b}
    assert found.among({b}, set()).stands_for == {}


def test_the_thing_of_a_fact_sheet_stands_for_others() -> None:
    """A person of the registry comes before a regulator's id, and that before a printed name."""
    printed, registered, person = "party/fec/A/1", "candidate/fec/P1", "person/ada"
    assert canonical((printed, registered)) == registered
    assert canonical((printed, registered, person), {person}) == person
    assert register_of(registered) == "candidate/fec"
    assert register_of(person) == ""
