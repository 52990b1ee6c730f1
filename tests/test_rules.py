"""Every rule of the languages: its examples match with their slots, it is silent where it must be, and no word of it is idle."""

from __future__ import annotations

from collections import defaultdict

import pytest
from rules import english, found, holds, variants

from kg.language.rules import Rule

RULES = [(subject, rule) for subject in sorted(english().files) for rule in english().rules(subject).rules]
IDS = [f"{subject}-{rule.name}" for subject, rule in RULES]


@pytest.mark.parametrize(("subject", "rule"), RULES, ids=IDS)
def test_a_rule_matches_its_examples(subject: str, rule: Rule) -> None:
    assert rule.examples, f"{rule.where}: a rule has examples"
    missed = [(example, found(rule, example["text"])) for example in rule.examples if not holds(rule, example)]
    assert missed == [], rule.where


@pytest.mark.parametrize(("subject", "rule"), RULES, ids=IDS)
def test_a_rule_is_silent_where_it_must_be(subject: str, rule: Rule) -> None:
    assert rule.never, f"{rule.where}: a rule has sentences in which it must be silent"
    assert [(text, slots) for text in rule.never if (slots := found(rule, text))] == [], rule.where


@pytest.mark.parametrize("subject", sorted(english().files))
def test_no_word_and_no_alternative_is_idle(subject: str) -> None:
    lists, exempt = english().lists(subject), english().sourced(subject)
    idle: dict[str, bool] = defaultdict(lambda: True)
    for rule in english().rules(subject).rules:
        for what, variant in variants(rule, lists, exempt):
            key = what if what.startswith("@") else f"{rule.name}, {what}"
            idle[key] &= all(holds(variant, example) for example in rule.examples) and not any(
                found(variant, text) for text in rule.never
            )
    left = [what for what, still in idle.items() if still]
    assert not left, "no example needs: " + "; ".join(left)
