"""Whether errors of fact are told, and right translations left alone: figures, names, denials, persons.

    python -m benchmarks.facts DATA_DIR [--set NAME]... [--shown N] [--reader]

DATA_DIR holds the sets below ``dev`` and beside it; each text is audited by itself beside its source, by our own checks
and without LanguageTool; with the reader that is set up where ``--reader`` is given.
Printed is, for each set, how many texts are told at minor or worse and at major or worse (a text counts once), and for
pairs how often the wrong one costs strictly more. ``--shown N`` prints up to N texts of each set that are not as they
should be, with what was found: for reading, not for the project. ``--part`` takes the documents whose hash is even
(learn) or odd (held-out), so that what is chosen on one is reported on the other.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from auditor import batch
from auditor.batch import Item, Result
from auditor.config import EngineSettings
from auditor.model import Severity
from benchmarks.rows import rows_of

WITHOUT = EngineSettings(enabled=False, reader=False)
READ = EngineSettings(enabled=False)
PAIRS_A_LANGUAGE = 300
"""Pairs of MT-GenEval taken of each language."""

LANGUAGES_WITH_HUMANS = ("de", "ru", "zh")


@dataclass(frozen=True, slots=True)
class Text:
    """A text to audit; ``right`` is what it should be taken for, ``pair`` joins the two sides of one sentence."""

    set: str
    id: str
    target: str
    source: str | None
    language: str | None
    right: bool
    pair: str | None = None


def contrast(data: Path) -> Iterator[Text]:
    """Yield both sides of the contrast pairs, with their sources and once more without."""
    for row in _lines(data / "dev" / "contrast_pairs.jsonl"):
        for name, source, language in (("contrast", row["source"], row["lang"]), ("contrast, no source", None, None)):
            for side in ("good", "bad"):
                yield Text(name, f"{row['id']} {side}", row[side], source, language, side == "good", row["id"])


def written(data: Path) -> Iterator[Text]:
    """Yield the right translations that tempt a checker, and the wrong ones."""
    for name in ("right", "wrong"):
        for row in _lines(data / "dev" / f"{name}_translations.jsonl"):
            source = row.get("source")
            yield Text(name, row["id"], row["target"], source, row["lang"] if source else None, name == "right")


def persons(data: Path) -> Iterator[Text]:
    """Yield pairs of MT-GenEval, each language by itself."""
    taken: dict[str, int] = defaultdict(int)
    for row in rows_of(data / "dev" / "mt-geneval_xx-en.jsonl.gz"):
        language = row["lp"].partition("-")[0]
        if taken[language] < PAIRS_A_LANGUAGE:
            taken[language] += 1
            for side, right in (("clean_mt", True), ("mt", False)):
                yield Text(
                    f"persons {language}", f"{row['id']} {side}", row[side], row["src"], language, right, row["id"]
                )


def human(data: Path) -> Iterator[Text]:
    """Yield human translations beside their sources: French news, and the references of WMT23."""
    for row in rows_of(data / "newstest_fr-en_src_ref.jsonl.gz"):
        yield Text("human fr", row["id"], row["ref"], row["src"], "fr", right=True)
    seen = set()
    for row in rows_of(data / "wmt23_system_outputs_xx-en.jsonl.gz"):
        language = row["lp"].partition("-")[0]
        if language in LANGUAGES_WITH_HUMANS and row["src"] not in seen:
            seen.add(row["src"])
            yield Text(f"human {language}", row["id"], row["ref"], row["src"], language, right=True)


_COSTS: dict[str, Callable[[Result], float]] = {
    "by what is found": lambda result: result.points,
    "by what is expected": lambda result: result.expected,
}

SETS = {"contrast": contrast, "written": written, "persons": persons, "human": human}


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def audited(texts: list[Text], engine: EngineSettings = WITHOUT) -> Iterator[tuple[Text, Result]]:
    """Yield each text with what our checks say of it, in its order."""
    items = (
        Item(id=str(number), target=text.target, source=text.source, source_language=text.language)
        for number, text in enumerate(texts)
    )
    yield from zip(texts, batch(items, engine=engine), strict=True)


def lines(audits: Iterable[tuple[Text, Result]], shown: int) -> Iterator[str]:
    """Yield a line for each set, and the texts of it that are not as they should be."""
    by_set: dict[str, list[tuple[Text, Result]]] = defaultdict(list)
    for text, result in audits:
        by_set[text.set].append((text, result))
    for name, sides in by_set.items():
        for right in (True, False):
            some = [(text, result) for text, result in sides if text.right is right]
            if some:
                told = {
                    each: sum(_told(result, each) for _, result in some) for each in (Severity.MINOR, Severity.MAJOR)
                }
                shares = ", ".join(f"{level} {count} ({count / len(some):.1%})" for level, count in told.items())
                yield f"{name}, {'right' if right else 'wrong'}: {len(some)} texts, told at {shares}"
        rules = Counter(
            f.rule for t, r in sides if t.right for f in r.findings if f.severity.rank >= Severity.MAJOR.rank
        )
        if rules:
            yield f"{name}, right: at major by {', '.join(f'{rule} {count}' for rule, count in rules.most_common())}"
        yield from _pairs(name, sides)
        odd = [(text, result) for text, result in sides if text.right is _told(result, Severity.MINOR)]
        for text, result in odd[:shown]:
            found = ", ".join(f"{f.severity} {f.rule} “{f.primary.text}”" for f in result.findings)
            yield f"  {text.id}: {text.source} | {text.target} | {found}"


def _pairs(name: str, sides: Iterable[tuple[Text, Result]]) -> Iterator[str]:
    pairs: dict[str, dict[bool, Result]] = defaultdict(dict)
    for text, result in sides:
        if text.pair:
            pairs[text.pair][text.right] = result
    for how, cost in _COSTS.items() if pairs else ():
        worse = sum(cost(both[False]) > cost(both[True]) for both in pairs.values())
        yield f"{name}: the wrong one costs more in {worse} of {len(pairs)} pairs ({worse / len(pairs):.1%}), {how}"


def _told(result: Result, level: Severity) -> bool:
    return any(finding.severity.rank >= level.rank for finding in result.findings)


def in_part(group: str, part: str | None) -> bool:
    """Tell whether what has the name ``group`` is in the ``part`` that is learned on, or held out; None is all."""
    return part is None or (sha256(group.encode()).digest()[0] % 2 == 0) is (part == "learn")


def main() -> None:
    """Audit, and report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--set", action="append", choices=SETS, dest="sets")
    parser.add_argument("--part", choices=("learn", "held-out"))
    parser.add_argument("--shown", type=int, default=0)
    parser.add_argument("--reader", action="store_true", help="with the reader that is set up")
    options = parser.parse_args()
    for name in options.sets or SETS:
        texts = [text for text in SETS[name](options.data) if in_part(text.pair or text.id, options.part)]
        for line in lines(audited(texts, READ if options.reader else WITHOUT), options.shown):
            print(line, flush=True)


if __name__ == "__main__":
    main()
