"""What the checks that a reader decides add to the others, right and wrong.

    python -m benchmarks.deciding DATA_DIR [--set NAME]... [--part learn|held-out] [--pairs N] [--shown]

DATA_DIR holds the evaluation data. Each story is audited by our own checks without the reader that is set up, then with
it: human translations beside their sources, in stretches of documents drawn from all, where nothing should be told;
English news alone; MT-GenEval's pairs, the contrast pairs and our planted stories, whose wrong side should cost more.
``--pairs`` bounds the segments of each language. ``--part`` takes the documents whose hash is even (learn) or odd
(held-out). ``--shown`` prints each finding that the reader decided: for reading, not for the project.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, islice
from operator import attrgetter
from pathlib import Path

from auditor import batch
from auditor.batch import Item, Result
from auditor.checks.registry import WEIGHED
from auditor.config import EngineSettings
from auditor.engines.reader import connect
from auditor.model import Finding, Severity
from benchmarks.facts import LANGUAGES_WITH_HUMANS, Text, contrast, in_part, persons
from benchmarks.planted import planted_stories
from benchmarks.rows import rows_of

STRETCH = 8
"""Rows of a document that are a story: enough for the reader to see the paragraph before."""

IDS = frozenset(check.id for check in WEIGHED)


@dataclass(frozen=True, slots=True)
class Told:
    """A story of a set, with its results without the reader and with it."""

    story: Story
    untold: tuple[Result, ...]
    told: tuple[Result, ...]

    @property
    def added(self) -> int:
        """Findings of major or worse that there are with the reader alone."""
        return _majors(self.told) - _majors(self.untold)

    @property
    def decided(self) -> list[Finding]:
        """Findings of the checks that a reader decides."""
        return [finding for result in self.told for finding in result.findings if finding.check in IDS]


@dataclass(frozen=True, slots=True)
class Story:
    """Texts that make a story of a ``set``; the two sides of a pair have one ``name``, and one is ``right``."""

    set: str
    name: str
    right: bool
    texts: tuple[Text, ...]


def human(data: Path, part: str | None, pairs: int) -> Iterator[Story]:
    """Yield stretches of human translations, of each language in turn."""
    taken: Counter[str] = Counter()
    found = _stretches(data)
    random.Random(0).shuffle(found)
    for language, document, texts in found:
        if taken[language] < pairs and in_part(f"{language}:{document}", part):
            taken[language] += len(texts)
            yield Story(f"human {language}", f"{document}, {texts[0].id}", True, texts)


def _stretches(data: Path) -> list[tuple[str, str, tuple[Text, ...]]]:
    documents: defaultdict[tuple[str, str], dict[str, Text]] = defaultdict(dict)
    for name, languages in (("newstest_fr-en_src_ref", ("fr",)), ("wmt23_system_outputs_xx-en", LANGUAGES_WITH_HUMANS)):
        for row in rows_of(data / f"{name}.jsonl.gz"):
            language = row["lp"].partition("-")[0]
            if language in languages and row["ref"]:
                ours, theirs = (" ".join(row[side].split()) for side in ("ref", "src"))
                text = Text(f"human {language}", row["id"], ours, theirs, language, right=True)
                documents[language, row["doc"]].setdefault(theirs, text)
    return [
        (*key, tuple(texts.values())[start : start + STRETCH])
        for key, texts in documents.items()
        for start in range(0, len(texts), STRETCH)
    ]


def clean(data: Path, part: str | None, pairs: int) -> Iterator[Story]:
    """Yield stories of English news, without a source."""
    rows = (row for row in rows_of(data / "dev" / "clean_newstest2019_2020_en.jsonl.gz") if in_part(row["doc"], part))
    for name, some in groupby(islice(rows, pairs), lambda row: row["doc"]):
        texts = tuple(Text("clean", row["id"], row["mt"], None, None, right=True) for row in some)
        yield Story("news in English alone", name, True, texts)


def contrasts(data: Path, part: str | None, pairs: int) -> Iterator[Story]:
    """Yield both sides of the contrast pairs that have a source."""
    yield from _sides((text for text in contrast(data) if text.source), part, pairs)


def of_persons(data: Path, part: str | None, pairs: int) -> Iterator[Story]:
    """Yield both sides of MT-GenEval's pairs, by language."""
    yield from _sides(persons(data), part, pairs)


def _sides(texts: Iterable[Text], part: str | None, pairs: int) -> Iterator[Story]:
    taken: Counter[str] = Counter()
    for text in texts:
        assert text.pair
        sentence = text.pair.removesuffix(":masculine").removesuffix(":feminine")
        if in_part(sentence, part) and taken[text.set] < 2 * pairs:
            taken[text.set] += 1
            yield Story(text.set, text.pair, text.right, (text,))


def planted(_: Path, part: str | None, pairs: int) -> Iterator[Story]:
    """Yield our planted stories, right and wrong."""
    for story in islice((story for story in planted_stories() if in_part(story.name, part)), pairs):
        source = story.source.read_text(encoding="utf-8")
        for path in (story.right, story.wrong):
            right, target = path == story.right, path.read_text(encoding="utf-8")
            text = Text("planted", path.stem, target, source, story.language, right=right)
            yield Story("planted", story.name, right, (text,))


SETS = {"human": human, "clean": clean, "contrast": contrasts, "persons": of_persons, "planted": planted}


def audited(stories: Iterable[Story]) -> Iterator[Told]:
    """Yield each story with what is said of it without the reader and with it."""
    for story in stories:
        untold, told = (
            tuple(batch(_items(story), engine=EngineSettings(enabled=False, reader=with_reader)))
            for with_reader in (False, True)
        )
        yield Told(story, untold, told)


def _items(story: Story) -> Iterator[Item]:
    document = story.name if len(story.texts) > 1 else None
    for text in story.texts:
        yield Item(text.id, text.target, text.source, text.language, document=document)


def lines(every: Iterable[Told], *, shown: bool) -> Iterator[str]:
    """Yield what is said of each set, and the findings."""
    sets: defaultdict[str, list[Told]] = defaultdict(list)
    for each in every:
        sets[each.story.set].append(each)
        for finding in each.decided if shown else ():
            said = "; ".join(evidence.detail for evidence in finding.evidence)
            side = "right" if each.story.right else "wrong"
            yield f"  {each.story.name}, {side}: {finding.severity} {finding.rule} “{finding.primary.text}”: {said}"
    for name, some in sets.items():
        for right in (True, False):
            sides = [each for each in some if each.story.right is right]
            if sides:
                yield f"{name}, {'right' if right else 'wrong'}: {_said(sides)}"
        yield from _costs(name, some)


def _said(sides: Iterable[Told]) -> str:
    sides = list(sides)
    texts, added = sum(len(each.told) for each in sides), sum(each.added for each in sides)
    rules = Counter(f"{finding.severity} {finding.rule}" for each in sides for finding in each.decided)
    decided = ", ".join(f"{rule} {count}" for rule, count in rules.most_common()) or "nothing"
    return f"{texts} texts, {added} majors added ({100 * added / texts:.2f} per 100); the reader decided: {decided}"


def _costs(name: str, some: Iterable[Told]) -> Iterator[str]:
    """Yield in how many pairs the wrong side costs more."""
    pairs: defaultdict[str, dict[bool, Told]] = defaultdict(dict)
    for each in some:
        pairs[each.story.name][each.story.right] = each
    whole = [sides for sides in pairs.values() if len(sides) > 1]
    for cost in ("points", "expected") if whole else ():
        value = attrgetter(cost)
        told, untold = (
            sum(sum(map(value, run(sides[False]))) > sum(map(value, run(sides[True]))) for sides in whole)
            for run in (attrgetter("told"), attrgetter("untold"))
        )
        yield f"{name}: the wrong side costs more, by {cost}, in {told} of {len(whole)} pairs, and {untold} without"


def _majors(results: Iterable[Result]) -> int:
    return sum(finding.severity.rank >= Severity.MAJOR.rank for result in results for finding in result.findings)


def main() -> None:
    """Audit, and report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--set", action="append", choices=SETS, dest="sets")
    parser.add_argument("--part", choices=("learn", "held-out"))
    parser.add_argument("--pairs", type=int, default=150)
    parser.add_argument("--shown", action="store_true")
    options = parser.parse_args()
    if connect(EngineSettings()) is None:
        raise SystemExit("No reader is set up; run “auditor setup --reader”.")
    for name in options.sets or SETS:
        for line in lines(audited(SETS[name](options.data, options.part, options.pairs)), shown=options.shown):
            print(line, flush=True)


if __name__ == "__main__":
    main()
