"""What a suggestion changes, word by word."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from auditor.model import Edit

_TOKEN = re.compile(r"\s+|\w+(?:['’.,-]\w+)*|[^\w\s]")


def word_diff(before: str, after: str) -> tuple[Edit, ...]:
    """Return the steps that turn ``before`` into ``after``; neighbouring changes are one step.

    The ``target`` texts put end to end are ``before``, the ``reference`` texts ``after``.
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    steps: list[Edit] = []
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        step = Edit(kind, "".join(old[i1:i2]), "".join(new[j1:j2]))
        if kind == "equal" and step.target.isspace() and steps:
            kind = "replace"  # a lone space between two changed words is no island of agreement
        last = steps[-1] if steps else None
        if last and kind != "equal" and last.kind != "equal":
            steps[-1] = Edit("replace", last.target + step.target, last.reference + step.reference)
        else:
            steps.append(step)
    return tuple(steps)
