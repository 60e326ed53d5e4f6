"""Hold the auditor, other checkers and plain length against human judgements of machine translations.

    python -m benchmarks.mqm DATA_DIR [--limit N] [--set NAME]... [--system NAME]... [--source] [--harper FOLDER]

Without ``--set`` and ``--system`` the table is written to ``benchmarks/mqm.md``, else it is only printed. ``--source``
adds the auditor with the source, and with source and reference, and chrF; ``--harper`` Harper, installed by
``npm install harper.js`` in that folder.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from auditor.segmentation import count_words
from benchmarks.contenders import CONTENDERS, WITH_READER, Contender, Opinion, harper
from benchmarks.judged import SETS, Judged, JudgedSet, agreement
from benchmarks.measures import average_precision, overlap_f1, partial_tau, tau_b, tau_within

TABLE = Path(__file__).parent / "mqm.md"
LIMIT = 2_000
"""Translations of each set: of 500 every other difference between systems is chance."""
WITH_REFERENCE = ("ours+source+reference", "chrf")
BESIDE = ("ours+source", *WITH_REFERENCE, *WITH_READER)
"""The systems that are given more than the English, or a reader."""
POINTS_PER_WORD = 0.1
"""The penalty per word that raters gave the systems of WMT 2023 was 0.083 to 0.229 MQM points (zh-en, news)."""

HEAD = f"""\
# How far the findings agree with human judges

Written by `python -m benchmarks.mqm DATA_DIR --source --harper FOLDER` with the limit that
the numbers of translations show. Every measure counts ties; higher is better.

- **tau**: Kendall's tau-b between a system's score and the judgement, over all translations.
- **less length**: the same with the number of words partialled out: long sentences hold more errors, so that any
  count of anything ranks them well.
- **+ words**: tau-b of the score with {POINTS_PER_WORD} points per word added; to be held against *length*, which then
  is the same penalty per word and nothing else.
- **within**: the mean tau-b among translations of one sentence, where length tells next to nothing.
- **AP**: average precision in finding the grave ones (what these are stands above each table).
- **F1**: overlap of the marked characters with each judge's; below it, that of the judges among themselves.

The auditor is scored by its penalty, other checkers by the number of their remarks, at their defaults. LanguageTool is
asked about many segments at once, without its two rules that look beyond a segment. With a reader it is measured where
`--system ours+source+reader` asks for it: [what it found](../docs/reader.md#what-it-tells-of-each-sentence).
"""


def report(judged_set: JudgedSet, judged: Sequence[Judged], systems: dict[str, Contender]) -> Iterator[str]:
    """Yield the lines of one set."""
    grave = sum(each.grave for each in judged) / len(judged)
    yield f"## {judged_set.name}"
    yield ""
    yield f"{len(judged):,} translations of {len({each.group for each in judged}):,} sentences."
    yield f"Judgement: {judged_set.judgement}. Grave: {judged_set.grave} ({grave:.0%})."
    if not judged_set.cased:
        yield "The text was lower-cased and tokenised: spaces are mended and the first letter made a capital;"
        yield "remarks on capitals, marks and spaces do not count."
    if judged_set.within:
        yield "Translations of different sentences were never compared: *within* and AP tell, the others mix them."
    yield ""
    yield "| system | tau | less length | + words | within | AP | F1 |"
    yield "|---|---:|---:|---:|---:|---:|---:|"
    for name, system in systems.items():
        if name in WITH_REFERENCE and not any(each.reference for each in judged):
            continue
        started = time.perf_counter()
        opinions = system(judged, judged_set.cased)
        print(f"{judged_set.name}: {name} in {time.perf_counter() - started:.0f} s", flush=True)
        yield f"| {name} | {' | '.join(_cells(judged, opinions))} |"
    among = agreement(judged)
    yield f"| *chance, judges* | | | | | {grave:.3f} | {'' if among is None else f'{among:.3f}'} |"
    yield ""


def _cells(judged: Sequence[Judged], opinions: Sequence[Opinion]) -> Iterator[str]:
    scores = [opinion.badness for opinion in opinions]
    gold = [each.badness for each in judged]
    lengths = [float(count_words(each.target)) for each in judged]
    with_words = [score + POINTS_PER_WORD * length for score, length in zip(scores, lengths, strict=True)]
    groups = [each.group for each in judged]
    yield f"{tau_b(scores, gold):.3f}"
    yield f"{partial_tau(scores, gold, lengths):.3f}"
    yield f"{tau_b(with_words, gold):.3f}"
    yield f"{tau_within(scores, gold, groups):.3f}" if len(set(groups)) < len(groups) else "–"
    yield f"{average_precision(scores, [each.grave for each in judged]):.3f}"
    markings = [
        (opinion.marking, by_judge)
        for each, opinion in zip(judged, opinions, strict=True)
        for by_judge in each.markings
    ]
    yield f"{overlap_f1(markings):.3f}" if markings else "–"


def _is_shown(name: str, source: bool) -> bool:
    """Tell whether a system is measured where nobody names any, with the ``source`` or without."""
    return name not in BESIDE or (source and name not in WITH_READER)


def main() -> None:
    """Measure what was asked for."""
    names = [judged_set.name for judged_set in SETS]
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path, help="folder of the evaluation data")
    parser.add_argument("--limit", type=int, default=LIMIT, help="translations of each set")
    parser.add_argument("--set", action="append", default=[], choices=names, help="only this set")
    parser.add_argument("--system", action="append", default=[], choices=tuple(CONTENDERS), help="only this system")
    parser.add_argument(
        "--source", action="store_true", help="the auditor with the source and the reference, and chrF, too"
    )
    parser.add_argument("--harper", type=Path, help="the folder where harper.js is installed")
    options = parser.parse_args()
    systems = {
        name: contender
        for name, contender in CONTENDERS.items()
        if name in options.system or (not options.system and _is_shown(name, options.source))
    }
    if options.harper:
        systems["harper"] = partial(harper, folder=options.harper)
    lines = [HEAD]
    for judged_set in SETS:
        if not options.set or judged_set.name in options.set:
            found = list(report(judged_set, judged_set.load(options.data, options.limit), systems))
            print("\n".join(found), flush=True)  # hours of a busy machine are not lost with a later set
            lines += found
    page = "\n".join(lines)
    if not (options.set or options.system or options.limit != LIMIT):
        TABLE.write_text(page, encoding="utf-8")
        print(f"Written: {TABLE}")


if __name__ == "__main__":
    main()
