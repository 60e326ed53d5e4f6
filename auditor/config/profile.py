"""Profiles: which rules speak, what each severity costs and what a story must reach to pass."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from math import log

from auditor.config.keys import IN_PROFILE, INHERITS, NEVER, SETTINGS
from auditor.config.kinds import checked, joined, nearest
from auditor.model import Category, Confidence, InputError, Severity, Term

SHIPPED = ("wire", "afp", "ap", "strict", "lenient")
"""The profiles that come with the auditor; ``wire``, the first, is the default and the root of all others."""

ROOT = SHIPPED[0]

RISK = 0.05
"""The probability of a major error up to which a sentence is clear where a desk says nothing else."""


@dataclass(frozen=True, slots=True)
class Profile:
    """How a desk wants its copy audited.

    ``weights`` are MQM penalty points by severity. ``pass_mark`` is the quality score (0-100) that
    ``acceptable_points`` penalty points per 1,000 words earn; a story must reach ``min_score``, or the pass mark
    where that is None; below ``min_words`` words no score is given. A finding of severity ``fail_on`` or worse
    fails the story whatever its score, and so do more findings of a severity, dimension or category than
    ``budgets`` allows. ``enforced``: the gate may close; without, it only speaks. ``allow_skipped`` names
    checks that may be missing. Findings below ``min_confidence`` are set aside. ``english`` is a BCP 47 tag or
    ``auto``. ``disabled`` names checks, rules or LanguageTool rule ids that stay silent, ``severities`` gives
    rules, categories and dimensions the severity that the desk sees; ``words`` are the desk's own names and terms,
    never misspellings; ``labels`` are the digital source types of which a story must have one, where there are some.
    A sentence whose probability of a major error is at most ``risk`` is clear if none is told in it. Of the desk's
    sentences that people judged, ``told`` is the mean of the probabilities that were told, ``found`` how many had a
    major error, where it knows.
    """

    name: str
    weights: tuple[tuple[Severity, float], ...]
    pass_mark: float
    acceptable_points: float
    min_words: int
    fail_on: Severity = Severity.CRITICAL
    enforced: bool = True
    min_score: float | None = None
    min_confidence: Confidence = Confidence.LOW
    budgets: tuple[tuple[str, int], ...] = ()
    allow_skipped: frozenset[str] = frozenset()
    english: str = "auto"
    disabled: frozenset[str] = frozenset()
    severities: tuple[tuple[str, Severity], ...] = ()
    words: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    risk: float = RISK
    told: float | None = None
    found: float | None = None

    def __post_init__(self) -> None:
        for fault, wrong in (
            ("pass-mark must lie between 0 and 100", not 0 <= self.pass_mark <= 100),
            ("acceptable-points must be more than 0", self.acceptable_points <= 0),
            ("weights must not be less than 0", any(weight < 0 for _, weight in self.weights)),
            ("clear needs both “told” and “found”", (self.told is None) is not (self.found is None)),
            (
                "“told” and “found” of clear must lie between 0 and 1",
                any(share is not None and not 0 < share < 1 for share in (self.told, self.found)),
            ),
        ):
            if wrong:
                raise InputError(f"Profile “{self.name}”: {fault}; correct it.")

    @property
    def mark(self) -> float:
        """The quality that a story must reach."""
        return self.pass_mark if self.min_score is None else self.min_score

    def weight(self, severity: Severity) -> float:
        """Return the penalty points that one finding of ``severity`` costs."""
        return dict(self.weights)[severity]

    def severity(self, rule: str, category: Category) -> Severity | None:
        """Return the severity that the desk gives findings of ``rule``, or else of ``category`` or its dimension."""
        given = dict(self.severities)
        return next((given[name] for name in (rule, category.value, category.dimension) if name in given), None)

    def forbids(self, severity: Severity) -> bool:
        """Tell whether a single finding of ``severity`` fails a story."""
        return severity.rank >= self.fail_on.rank

    @property
    def shift(self) -> float:
        """The log-odds by which probabilities are moved so that the desk's own judgements and they agree."""
        if self.told is None or self.found is None:
            return 0.0
        return log(self.found / (1 - self.found)) - log(self.told / (1 - self.told))

    def knowing(self, glossary: Iterable[Term]) -> Profile:
        """Return the same profile with the words that ``glossary`` accepts among the desk's own."""
        words = {word for term in glossary for target in term.accepted for word in target.split()}
        return replace(self, words=self.words | words)


@dataclass(frozen=True, slots=True)
class Layer:
    """Settings from one place: ``origin`` names it, ``values`` are as in a file, checked."""

    origin: str
    values: Mapping[str, object]


def load_profile(name: str) -> Profile:
    """Return the shipped profile called ``name``.

    Raises ``InputError`` where there is none.
    """
    return built(name, merged(profile_layers(name, {})))


def profile_layers(name: str, own: Mapping[str, Mapping[str, object]]) -> tuple[Layer, ...]:
    """Return what the profile ``name`` sets, those it inherits from first; ``own`` are the desk's profiles.

    Raises ``InputError`` for a name that is not known, a wrong setting and a profile that inherits from itself.
    """
    chain: list[Layer] = []
    seen: list[str] = []
    wanted: str | None = name
    while wanted is not None:
        if wanted in seen:
            raise InputError(f"Profile “{wanted}” inherits from itself ({' > '.join(seen)}); name another.")
        seen.append(wanted)
        data = own[wanted] if wanted in own else _shipped(wanted, own)
        checked(data, IN_PROFILE, f"Profile “{wanted}”")
        values = {key: value for key, value in data.items() if key != INHERITS}
        chain.insert(0, Layer(f"profile {wanted}", values))
        wanted = None if wanted == ROOT else str(data.get(INHERITS, ROOT))
    return tuple(chain)


def merged(layers: Sequence[Layer]) -> dict[str, object]:
    """Return the values in force: of several, the last; lists and tables are joined.

    Where ``fail-on`` is ``never``, ``verdict-on`` has the severity that still makes the verdict.
    """
    values: dict[str, object] = {}
    for layer in layers:
        for key, value in layer.values.items():
            values[key] = joined(SETTINGS[key], values[key], value) if key in values else value
    if values.get("fail-on") != NEVER:
        return values
    grave = [layer.values["fail-on"] for layer in layers if layer.values.get("fail-on", NEVER) != NEVER]
    return values | {"fail-on": NEVER, "verdict-on": grave[-1]}


def built(name: str, values: Mapping[str, object]) -> Profile:
    """Return the profile that checked ``values``, by their names in a file, stand for."""
    given = values.get
    weights = values["weights"]
    severities, budgets, clear = given("severity", {}), given("budgets", {}), given("clear", {})
    assert isinstance(weights, dict)
    assert isinstance(severities, dict)
    assert isinstance(budgets, dict)
    assert isinstance(clear, dict)
    score = given("min-score")
    return Profile(
        name=name,
        weights=tuple((severity, float(weights[severity.value])) for severity in Severity),
        pass_mark=_number(values["pass-mark"]),
        acceptable_points=_number(values["acceptable-points"]),
        min_words=int(_number(values["min-words"])),
        fail_on=Severity(str(given("verdict-on") or values["fail-on"])),
        enforced=values["fail-on"] != NEVER,
        min_score=None if score is None else _number(score),
        min_confidence=Confidence(str(values["min-confidence"])),
        budgets=tuple(sorted(budgets.items())),
        allow_skipped=_names(given("allow-skipped")),
        english=str(values["english"]),
        disabled=_names(given("disable")),
        severities=tuple(sorted((rule, Severity(severity)) for rule, severity in severities.items())),
        words=_names(given("words")),
        labels=_names(given("labels")),
        risk=_number(clear.get("risk", RISK)),
        told=_number(clear["told"]) if "told" in clear else None,
        found=_number(clear["found"]) if "found" in clear else None,
    )


def _number(value: object) -> float:
    assert isinstance(value, (int, float))
    return float(value)


def _names(value: object) -> frozenset[str]:
    return frozenset(map(str, value)) if isinstance(value, (list, tuple)) else frozenset()


def _shipped(name: str, own: Mapping[str, object]) -> Mapping[str, object]:
    if name not in SHIPPED:
        raise InputError(f"There is no profile “{name}”; {nearest(name, (*SHIPPED, *own))}")
    return _read(name)


@cache
def _read(name: str) -> Mapping[str, object]:
    text = (resources.files("auditor.config") / "profiles" / f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
