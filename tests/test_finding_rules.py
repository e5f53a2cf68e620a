"""Each finding rule on its own examples: what it must find, and what it must leave alone."""

from pathlib import Path
from typing import Any

import pytest
from made_up_world import example_world, read_examples

from graph.findings.rule import Rule, rules
from graph.findings.statements import Statements

EXAMPLES = Path(__file__).with_name("finding_rules")


def _examples() -> list[Any]:
    return [
        pytest.param(rule, example, id=f"{rule.id}: {example['example']}")
        for rule in rules()
        if _file(rule).is_file()
        for example in read_examples(_file(rule))
    ]


def _file(rule: Rule) -> Path:
    return EXAMPLES / f"{rule.id.lower()}.yaml"


@pytest.mark.parametrize(("rule", "example"), _examples())
def test_a_rule_finds_what_its_examples_say(rule: Rule, example: dict[str, Any], tmp_path: Path) -> None:
    """Kinds and claims are those of the example, no more and no fewer; other parts are if it names them."""
    found = list(rule.find(Statements(example_world(example, tmp_path))))
    told = [{"kind": one.kind, "claims": [claim.key for claim in one.claims]} for one in found]
    wanted = example["finds"]
    expected = [{"kind": one["kind"], "claims": one["claims"]} for one in wanted]
    assert sorted(told, key=str) == sorted(expected, key=str)
    for one in wanted:
        same = next(f for f in found if f.kind == one["kind"] and [c.key for c in f.claims] == one["claims"])
        for part in {"says", "computation", "confidence"} & one.keys():
            assert getattr(same, part) == one[part]


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_every_rule_has_examples_of_both_kinds(rule: Rule) -> None:
    """Each rule is shown finding something and finding nothing, or nothing that alarms."""
    examples = read_examples(_file(rule))
    assert any(example["finds"] for example in examples)
    assert any(not example["finds"] for example in examples)


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_a_finding_bears_the_id_of_its_rule(rule: Rule, tmp_path: Path) -> None:
    """Findings of a rule name that rule, at least one claim, and say something that ends as a sentence."""
    for number, example in enumerate(read_examples(_file(rule))):
        folder = tmp_path / str(number)
        folder.mkdir()
        for one in rule.find(Statements(example_world(example, folder))):
            assert one.rule == rule.id
            assert one.claims
            assert one.says.endswith(".")
