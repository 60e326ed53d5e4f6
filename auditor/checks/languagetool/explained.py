"""What `auditor explain` says of one of LanguageTool's own rules: its files', and how our table reads it."""

from __future__ import annotations

import re

from auditor.checks.languagetool.families import family_of
from auditor.checks.languagetool.mapping import table
from auditor.engines.languagetool import Description, described

PREFIX = "languagetool/"
"""Before the ids of LanguageTool's own rules in ours: ``languagetool/SPACEX``."""

_ID = re.compile(rf"(?:{PREFIX})?([A-Z][A-Z0-9_]*)(?:\[\d+\])?")
_NOWHERE = Description("", "", "", "", "", "", "")


def explained(name: str) -> tuple[str, ...]:
    """Return the paragraphs on the rule ``name``, with or without our prefix and the number of a sub-rule.

    Nothing where that can be no id of LanguageTool's.
    """
    found = _ID.fullmatch(name)
    if not found:
        return ()
    rule = found[1]
    told = described(rule)
    if not told and not table().names(rule) and not name.startswith(PREFIX) and "_" not in rule:
        return ()
    said = told or _NOWHERE
    family = family_of(said.category_id)
    paragraphs = (
        f"{PREFIX}{rule}",
        said.message or f"{rule} is a rule of LanguageTool, which tells with each finding what is wrong.",
        f"LanguageTool calls it “{said.name}”, in “{said.category}”." if told else _UNTOLD,
        _treated(rule, told),
        family.why if family and table().treatment(rule, said.category_id, said.issue_type) else "",
        f"Flags: {said.example}" if said.example else "",
        f"More: {said.url}" if said.url else "",
        f"LanguageTool's own page of it: https://community.languagetool.org/rule/show/{rule}?lang=en",
        f"To hear none of it: --disable {PREFIX}{rule}, or the same in “disable” of auditor.toml.",
    )
    return tuple(filter(None, paragraphs))


_UNTOLD = (
    "LanguageTool's files say no more of it here: it is written in Java, or “auditor setup” has yet to fetch them."
)


def _treated(rule: str, told: Description | None) -> str:
    """Return how a finding of ``rule`` is reported, and why so; nothing where that depends on what we do not know."""
    if told is None and not table().settles(rule):
        return ""
    category, kind = (told.category_id, told.issue_type) if told else ("", "")
    treatment, reason = table().treatment(rule, category, kind), table().reason(rule, category, kind)
    if treatment is None:
        return f"It is not reported: {reason}."
    because = f": {reason}" if reason else ""
    return f"{treatment.category}, {treatment.severity}, confidence {treatment.confidence}{because}; check languagetool"
