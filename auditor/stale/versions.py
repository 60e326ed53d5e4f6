"""Which sentences of a newer version of a story are which of the older one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from auditor.alignment import align_texts
from auditor.analysis import plain
from auditor.model import Document

_SAME = 50.0
"""Likeness of two sentences by their letters (0-100, rapidfuzz's ratio) from which one is a version of the other."""

_HOLDS = 75.0
"""The same of a sentence and the part of one that is most like it: it was joined to another, or parted from it."""

Numbers = tuple[int, ...]


def versions(old: Document, new: Document) -> tuple[tuple[Numbers, Numbers], ...]:
    """Return which sentences of ``old`` are which of ``new``, by their numbers; those without one are left out.

    What stayed word for word is found first, wherever it stands now; then what was changed in its place, in the order
    of both; then what was changed and moved.
    """
    then, now = _texts(old), _texts(new)
    found = list(_unchanged(then, now))
    ours, theirs = _left(then, {i for i, _ in found}), _left(now, {j for _, j in found})
    pairs: list[tuple[Numbers, Numbers]] = [((i,), (j,)) for i, j in found]
    for link in align_texts([then[i] for i in ours], [now[j] for j in theirs]) if ours and theirs else ():
        before = tuple(ours[number - 1] for number in link.target)
        after = tuple(theirs[number - 1] for number in link.other)
        if before and after and _is_version([then[i] for i in before], [now[j] for j in after]):
            pairs.append((before, after))
    taken = {j for _, after in pairs for j in after}
    for i in _left(then, {i for before, _ in pairs for i in before}):
        best = max(_left(now, taken), key=lambda j: fuzz.ratio(then[i], now[j]), default=0)
        if best and _is_version([then[i]], [now[best]]):
            pairs.append(((i,), (best,)))
            taken.add(best)
    turned = [(after, before) for before, after in _with_parts(pairs, then, now)]
    return tuple(sorted((before, after) for after, before in _with_parts(turned, now, then)))


def _with_parts(
    pairs: Sequence[tuple[Numbers, Numbers]], then: dict[int, str], now: dict[int, str]
) -> list[tuple[Numbers, Numbers]]:
    """Return ``pairs`` with the sentences of ``now`` that were part of the one beside whose version they stand."""
    joined = list(pairs)
    for j in _left(now, {j for _, after in pairs for j in after}):
        for place, (before, after) in enumerate(joined):
            whole = " ".join(then[i] for i in before)
            if {j - 1, j + 1} & set(after) and len(now[j]) < len(whole) and fuzz.partial_ratio(now[j], whole) >= _HOLDS:
                joined[place] = (before, tuple(sorted({*after, j})))
                break
    return joined


def _texts(document: Document) -> dict[int, str]:
    return {s.number: " ".join(plain(s.span.of(document.text)).split()) for s in document.segments}


def _unchanged(then: dict[int, str], now: dict[int, str]) -> Iterator[tuple[int, int]]:
    places: defaultdict[str, list[int]] = defaultdict(list)
    for j, text in now.items():
        places[text].append(j)
    for i, text in then.items():
        if places[text]:
            yield i, places[text].pop(0)


def _left(texts: dict[int, str], taken: set[int]) -> list[int]:
    return [number for number in texts if number not in taken]


def _is_version(before: Sequence[str], after: Sequence[str]) -> bool:
    """Tell whether sentences are as like as versions are, and each of several that were joined is in the other side."""
    one, other = " ".join(before), " ".join(after)
    if fuzz.ratio(one, other) < _SAME:
        return False
    parts = [(each, other) for each in before] if len(before) > 1 else [(each, one) for each in after]
    return len(parts) == 1 or all(fuzz.partial_ratio(part, whole) >= _HOLDS for part, whole in parts)
