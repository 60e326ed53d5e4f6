"""Profiles: which rules speak, what each severity costs and what a story must reach to pass."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from importlib import resources

from auditor.model import InputError, Severity

NEVER = "never"
"""The value of ``fail_on`` by which no single finding fails a story."""

SHIPPED = ("wire",)
"""The profiles that come with the auditor; ``wire`` is the default."""


@dataclass(frozen=True, slots=True)
class Profile:
    """How a desk wants its copy audited.

    ``weights`` are MQM penalty points by severity. ``pass_mark`` is the quality score (0-100) a story
    must reach; ``acceptable_points`` the penalty points per 1,000 words that earn exactly that mark;
    below ``min_words`` words no score is given; a finding of severity ``fail_on`` or worse fails the
    story whatever its score (None: only the score decides). ``english`` is a BCP 47 tag or ``auto``.
    ``disabled`` names checks, rules or LanguageTool rule ids that stay silent; ``words`` are the desk's
    own names and terms, never misspellings.
    """

    name: str
    weights: tuple[tuple[Severity, float], ...]
    pass_mark: float
    acceptable_points: float
    min_words: int
    fail_on: Severity | None = Severity.CRITICAL
    english: str = "auto"
    disabled: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        for fault, wrong in (
            ("pass_mark must lie between 0 and 100", not 0 <= self.pass_mark <= 100),
            ("acceptable_points must be more than 0", self.acceptable_points <= 0),
            ("weights must not be less than 0", any(weight < 0 for _, weight in self.weights)),
        ):
            if wrong:
                raise InputError(f"Profile “{self.name}”: {fault}; correct it.")

    def weight(self, severity: Severity) -> float:
        """Return the penalty points that one finding of ``severity`` costs."""
        return dict(self.weights)[severity]

    def forbids(self, severity: Severity) -> bool:
        """Tell whether a single finding of ``severity`` fails a story."""
        return self.fail_on is not None and severity.rank >= self.fail_on.rank


def load_profile(name: str) -> Profile:
    """Return the shipped profile called ``name``.

    Raises ``InputError`` where there is none.
    """
    if name not in SHIPPED:
        raise InputError(f"There is no profile “{name}”; use one of: {', '.join(SHIPPED)}.")
    text = (resources.files("auditor.config") / "profiles" / f"{name}.toml").read_text(encoding="utf-8")
    return _profile(name, tomllib.loads(text))


def _profile(name: str, data: dict[str, object]) -> Profile:
    known = {field.name for field in fields(Profile)} - {"name"}
    if unknown := sorted(set(data) - known):
        raise InputError(f"Profile “{name}” has an unknown setting “{unknown[0]}”; remove it.")
    weights = data["weights"]
    assert isinstance(weights, dict)
    values = dict(data)
    values["weights"] = tuple((severity, float(weights[severity.value])) for severity in Severity)
    fail_on = data.get("fail_on", Severity.CRITICAL.value)
    values["fail_on"] = None if fail_on == NEVER else Severity(str(fail_on))
    for key in ("disabled", "words"):
        listed = values.get(key, ())
        assert isinstance(listed, (list, tuple))
        values[key] = frozenset(map(str, listed))
    return Profile(name=name, **values)  # type: ignore[arg-type]
