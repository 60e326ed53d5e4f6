"""Which lines of a story changed since an earlier version of it."""

from __future__ import annotations

from difflib import SequenceMatcher

from auditor.segmentation.lines import plain_runs


def changed_lines(before: str | None, after: str) -> frozenset[int]:
    """Return the 1-based numbers of the lines of ``after`` that are not in ``before`` (None: all are new).

    Lines end as in the places of findings. Blank lines, and changes of the line ends alone, are left out.
    """
    now = _lines(after)
    if before is None:
        return frozenset(number for number, _ in now)
    then = [words for _, words in _lines(before)]
    steps = SequenceMatcher(None, then, [words for _, words in now], autojunk=False).get_opcodes()
    return frozenset(number for kind, _, _, start, end in steps if kind != "equal" for number, _ in now[start:end])


def _lines(text: str) -> list[tuple[int, str]]:
    lines = ((run.place.line, run.span.of(text).rstrip("\r\n")) for run in plain_runs(text))
    return [(number, words) for number, words in lines if words.strip()]
