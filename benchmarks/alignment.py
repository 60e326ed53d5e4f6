"""How well and how fast sentences are aligned, on stories made from parallel lines.

    python -m benchmarks.alignment DATA_DIR [--stories N]

DATA_DIR holds ``newstest_fr-en_src_ref.jsonl.gz`` (one object with ``src`` and ``ref`` per line). Stories of
consecutive lines are spoilt as editors and machines spoil them: sentences merged, split, dropped or added on
either side. Their alignment is known, since it was made here. Printed: precision, recall and F1 of whole
links (1-1, 1-2, 2-1 … exactly right; sentences without an answer apart) and of single pairs of sentences.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from dataclasses import dataclass, field
from pathlib import Path

from auditor.alignment import align_texts
from benchmarks.rows import rows_of

SEED = 20240131
STORY_LINES = 30
SHARES = {"merge": 0.06, "split": 0.06, "drop": 0.03, "add": 0.03}

Pair = tuple[str, str]
Group = tuple[tuple[int, ...], tuple[int, ...]]


@dataclass
class Story:
    """A target, its other text and the groups of sentences that answer each other."""

    target: list[str] = field(default_factory=list)
    other: list[str] = field(default_factory=list)
    gold: set[Group] = field(default_factory=set)

    def add(self, target: list[str], other: list[str]) -> None:
        """Add sentences that answer each other at the end of both texts."""
        ours = tuple(range(len(self.target) + 1, len(self.target) + len(target) + 1))
        theirs = tuple(range(len(self.other) + 1, len(self.other) + len(other) + 1))
        self.target += target
        self.other += other
        self.gold.add((ours, theirs))


def read(folder: Path) -> list[Pair]:
    rows = rows_of(folder / "newstest_fr-en_src_ref.jsonl.gz")
    return [(row["ref"].strip(), row["src"].strip()) for row in rows if row["ref"].strip() and row["src"].strip()]


def spoil(pairs: list[Pair], strangers: list[Pair], rng: random.Random) -> Story:
    """Return a story of these pairs, spoilt at random on either side."""
    story = Story()
    waiting = pairs[::-1]
    while waiting:
        pair = waiting.pop()
        change = rng.choices([*SHARES, "none"], [*SHARES.values(), 1 - sum(SHARES.values())])[0]
        side = rng.randrange(2)
        sides: list[list[str]] = [[pair[0]], [pair[1]]]
        if change == "merge" and waiting:
            following = waiting.pop()
            sides = [[pair[0], following[0]], [pair[1], following[1]]]
            sides[side] = [" ".join(sides[side])]
        elif change == "split":
            sides[side] = halves(pair[side])
        elif change == "drop":
            sides[side] = []
        elif change == "add":
            stranger = [[], []]
            stranger[side] = [rng.choice(strangers)[side]]
            story.add(*stranger)
        story.add(*sides)
    return story


def halves(sentence: str) -> list[str]:
    """Cut a sentence in two at the comma or semicolon nearest its middle, if it has one."""
    cuts = [m.end() for m in re.finditer(r"[,;:] ", sentence) if 15 < m.end() < len(sentence) - 15]
    if not cuts:
        return [sentence]
    cut = min(cuts, key=lambda place: abs(place - len(sentence) / 2))
    return [sentence[:cut].strip(), sentence[cut:].strip()]


def figures(found: int, right: int, wanted: int) -> str:
    precision, recall = right / max(found, 1), right / max(wanted, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return f"precision {precision:.4f}  recall {recall:.4f}  F1 {f1:.4f}"


def accuracy(pairs: list[Pair], rng: random.Random) -> None:
    links = [0, 0, 0]
    cells = [0, 0, 0]
    for start in range(0, len(pairs) - STORY_LINES, STORY_LINES):
        story = spoil(pairs[start : start + STORY_LINES], pairs, rng)
        found = {(link.target, link.other) for link in align_texts(story.target, story.other, language="fr")}
        for counts, mine, gold in (
            (links, _answered(found), _answered(story.gold)),
            (cells, _cells(found), _cells(story.gold)),
        ):
            counts[0] += len(mine)
            counts[1] += len(mine & gold)
            counts[2] += len(gold)
    print(f"links  {figures(*links)}")
    print(f"pairs  {figures(*cells)}")


def _answered(groups: set[Group]) -> set[Group]:
    return {group for group in groups if group[0] and group[1]}


def _cells(groups: set[Group]) -> set[tuple[int, int]]:
    return {(i, j) for ours, theirs in groups for i in ours for j in theirs}


def speed(pairs: list[Pair], rng: random.Random) -> None:
    story = spoil(pairs[:1000], pairs[1000:], rng)
    started, busy = time.perf_counter(), time.process_time()
    align_texts(story.target, story.other, language="fr")
    seconds, busy = time.perf_counter() - started, time.process_time() - busy
    print(f"{len(story.target)} by {len(story.other)} sentences: {seconds:.2f} s ({busy:.2f} s of processor time)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--stories", type=int, default=100, help="how many stories (default 100)")
    options = parser.parse_args()
    pairs = read(options.data)
    rng = random.Random(SEED)
    accuracy(pairs[: options.stories * STORY_LINES + STORY_LINES], rng)
    speed(pairs, rng)


if __name__ == "__main__":
    main()
