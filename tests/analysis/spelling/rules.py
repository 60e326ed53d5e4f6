"""Spells numbers by Unicode CLDR's rules (rule-based number formats, RBNF), which know nothing of our tables.

The rules in ``cldr/`` are those of CLDR 42, as ICU 72 prints them (``RuleBasedNumberFormat.getRules``), under the
licence beside them. ICU's user guide explains the syntax under "RuleBasedNumberFormat"; here is as much of it as these
rules use for whole numbers.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_RULES = Path(__file__).parent / "cldr"
_MISSPELLED = {"третьому": "третьему", "восемьдесято": "восьмидесято"}
_PART = re.compile(
    r"\[(?P<optional>[^\]]*)\]|(?P<sign>[<>=])(?P<set>%[\w%-]+)?[^<>=]*?(?P=sign)|\$\((?P<plural>.*?)\)\$"
)
_FORM = re.compile(r"(\w+)\{(.*?)\}")


@dataclass(frozen=True)
class _Rule:
    base: int
    divisor: int
    body: str


@dataclass(frozen=True)
class Speller:
    """The rule sets of one language by name, such as ``%spellout-cardinal-feminine``."""

    sets: dict[str, list[_Rule]]
    category: Callable[[int], str]

    def names(self, kind: str) -> list[str]:
        """Return the names of the public sets for ``kind``: cardinal or ordinal."""
        return [name for name in self.sets if name.startswith(f"%spellout-{kind}")]

    def spell(self, value: int, name: str) -> str:
        """Return ``value`` in words by the set ``name``; soft hyphens part the pieces of a compound."""
        rules = self.sets[name]
        index = bisect_right([rule.base for rule in rules], value) - 1
        rule = rules[index]
        if "<" in rule.body and ">" in rule.body and rule.base % rule.divisor and value % rule.divisor == 0:
            rule = rules[index - 1]
        return self._fill(rule.body, rule, value, name)

    def _fill(self, body: str, rule: _Rule, value: int, name: str) -> str:
        def part(match: re.Match[str]) -> str:
            if (optional := match["optional"]) is not None:
                return self._fill(optional, rule, value, name) if value % rule.divisor else ""
            if (plural := match["plural"]) is not None:
                forms = dict(_FORM.findall(plural))
                return forms.get(self.category(value // rule.divisor), forms["other"])
            worth = {"<": value // rule.divisor, ">": value % rule.divisor, "=": value}[match["sign"]]
            return self.spell(worth, match["set"] or name)

        return _PART.sub(part, body)


@cache
def speller(language: str) -> Speller:
    """Return the rules of a language that has a file in ``cldr/``, with its misspelled words put right."""
    sets: dict[str, list[_Rule]] = {}
    text = (_RULES / f"{language}.txt").read_text(encoding="utf-8")
    for wrong, right in _MISSPELLED.items():
        text = text.replace(wrong, right)
    for line in text.splitlines():
        if line.startswith("%"):
            rules = sets.setdefault(line.rstrip(":"), [])
        elif match := re.fullmatch(r"(\d+)(?:/(\d+))?(>*): '?(.*);", line):
            base, radix = int(match[1]), int(match[2] or 10)
            power = max(exponent for exponent in range(40) if radix**exponent <= max(base, 1)) - len(match[3])
            rules.append(_Rule(base, radix**power, match[4]))
    return Speller(sets, _CATEGORIES.get(language, lambda count: "one" if count == 1 else "other"))


def _east_slavic(count: int) -> str:
    if count % 10 == 1 and count % 100 != 11:
        return "one"
    return "few" if count % 10 in {2, 3, 4} and count % 100 not in {12, 13, 14} else "many"


def _polish(count: int) -> str:
    return "one" if count == 1 else _east_slavic(count).replace("one", "many")


def _czech(count: int) -> str:
    return "one" if count == 1 else "few" if count in {2, 3, 4} else "other"


_CATEGORIES = {"ru": _east_slavic, "uk": _east_slavic, "pl": _polish, "cs": _czech}
