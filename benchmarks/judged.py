"""Sets of translations that people judged: by marking errors, by editing, by ranking."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import permutations
from pathlib import Path
from typing import Any

from auditor.model import Span
from benchmarks.measures import covered, overlap_f1
from benchmarks.rows import rows_of

Row = dict[str, Any]
Marking = frozenset[int]
"""The code points of a target that somebody marked as wrong."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One translation with its judgement; ``reference`` is a human translation, None where there is none.

    ``badness`` is higher for worse; ``grave`` says whether it is bad enough that an editor must not miss it.
    ``markings`` hold one for each judge who marked errors. ``group`` is shared by translations of one sentence.
    """

    id: str
    target: str
    source: str
    source_language: str
    badness: float
    grave: bool
    markings: tuple[Marking, ...]
    group: str
    reference: str | None = None


@dataclass(frozen=True, slots=True)
class JudgedSet:
    """One set: what its judgement is, what counts as grave, and how rows are read.

    ``cased`` is False where the text was lower-cased: then findings about capitals, marks and spaces do not count.
    ``within`` is True where judges compared the translations of one sentence only: such a set is taken whole, since
    only many sentences tell what the mixture of them says.
    """

    name: str
    judgement: str
    grave: str
    read: Callable[[Row], Judged | None]
    cased: bool = True
    within: bool = False

    def load(self, data: Path, limit: int) -> list[Judged]:
        """Return about ``limit`` translations: all of each chosen sentence, chosen by hash, or all (``within``)."""
        rows = rows_of(data / f"dev/{self.name}.jsonl.gz")
        known = [judged for row in rows if (judged := self.read(row)) is not None]
        if self.within:
            return known
        sizes = Counter(judged.group for judged in known)
        chosen: set[str] = set()
        for group in sorted(sizes, key=lambda name: sha256(name.encode()).hexdigest()):
            if limit <= 0:
                break
            chosen.add(group)
            limit -= sizes[group]
        return [judged for judged in known if judged.group in chosen]


def agreement(judged: Sequence[Judged]) -> float | None:
    """Return the span F1 of the judges among themselves, None where there is but one."""
    pairs = [pair for each in judged for pair in permutations(each.markings, 2)]
    return overlap_f1(pairs) if pairs else None


def _mqm(row: Row) -> Judged | None:
    if row.get("human_translation"):
        return None
    raters = list(dict.fromkeys(row["annotator"]))
    errors = [error for error in row["errors"] if error["severity"] not in ("neutral", "no-error")]
    grave = sum(any(e["severity"] == "major" and e["rater"] == rater for e in errors) for rater in raters)
    return Judged(
        id=row["id"],
        target=row["mt"],
        source=row["src"],
        source_language=row["lp"].partition("-")[0],
        badness=row["human_score"],
        grave=2 * grave > len(raters),
        markings=tuple(_marked(e for e in errors if e["rater"] == rater) for rater in raters),
        group=f"{row['doc']}:{row['seg']}",
        reference=row["ref"] or None,
    )


def _marked(errors: Iterator[Row]) -> Marking:
    spans = (Span(e["start"], e["end"]) for e in errors if e["side"] == "target" and e["start"] is not None)
    return covered(spans)


GRAVE_EDITS = 0.5
"""Edits per word of the post-edit from which a translation counts as grave."""


def _postedited(row: Row) -> Judged | None:
    if row["system"] != "lig-moses":
        return None
    target, origins = readable(row["mt"])
    marked = _marked(iter(row["errors"]))
    return Judged(
        id=row["id"],
        target=target,
        source=row["src"],
        source_language="fr",
        badness=row["human_score"],
        grave=row["human_score"] >= GRAVE_EDITS,
        markings=(frozenset(place for place, origin in enumerate(origins) if origin in marked),),
        group=row["id"],
    )


GRAVE_WINS = 0.25
"""Share of comparisons won up to which a translation counts as grave."""


def _ranked(row: Row) -> Judged:
    return Judged(
        id=row["id"],
        target=row["mt"],
        source=row["src"],
        source_language="fr",
        badness=1 - row["human_score"],
        grave=row["human_score"] <= GRAVE_WINS,
        markings=(),
        group=row["seg"],
    )


_TOKENS = re.compile(r"\S+")
_CHARACTERS = re.compile(r"&\w+;|.")
_TO_THE_LEFT = re.compile(r"[.,;:?!%)\]}’”]+|\.\.\.|['’](?:s|re|ve|ll|d|m)|n['’]t")
_TO_THE_RIGHT = re.compile(r"[(\[{“$£€]")


def readable(text: str) -> tuple[str, list[int]]:
    """Return tokenised lower-case text as it would be printed, with the place where each character stood.

    Entities are decoded, spaces dropped where print has none, the first letter made a capital. Names stay in lower
    case: nothing in the text tells which they are.
    """
    characters: list[str] = []
    origins: list[int] = []
    joins = True
    quoted = False
    for found in _TOKENS.finditer(text):
        letters = [(html.unescape(letter.group()), letter.start()) for letter in _CHARACTERS.finditer(found.group())]
        token = "".join(letter for letter, _ in letters)
        closes = token == '"' and quoted
        if not (joins or closes or _TO_THE_LEFT.fullmatch(token)):
            characters.append(" ")
            origins.append(found.start() - 1)
        characters += (letter for letter, _ in letters)
        origins += (found.start() + step for _, step in letters)
        quoted ^= token == '"'
        joins = bool(_TO_THE_RIGHT.fullmatch(token)) or (token == '"' and quoted)
    printed = "".join(characters)
    return printed[:1].upper() + printed[1:], origins


SETS = (
    JudgedSet("mqm_generalMT2023_3raters_zh-en", "MQM points, mean of 3 raters", "major error, by majority", _mqm),
    JudgedSet("mqm_newstest2020_zh-en", "MQM points, mean of 3 raters", "major error, by majority", _mqm),
    JudgedSet(
        "lig_fr-en_postedits",
        "edits per word of the post-edit (HTER)",
        f"HTER of {GRAVE_EDITS} or more",
        _postedited,
        cased=False,
    ),
    JudgedSet(
        "wmt13_rr_fr-en", "share of comparisons lost", f"wins at most {GRAVE_WINS} of them", _ranked, within=True
    ),
)
