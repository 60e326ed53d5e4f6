"""Whether a broken translation gets a worse penalty than the good one that it was made from.

    python -m benchmarks.demetr DATA_DIR [--system NAME]... [--perturbation PART]... [--misses FILE]

DATA_DIR holds ``dev/demetr_xx-en.jsonl.gz``: good machine translations (``clean-mt``) and copies of them with one
controlled perturbation each (Karpinska et al. 2022, "DEMETR"). Every text is audited by itself. Counted is the share of
copies that are worse than the clean partner, a tie counting half. ``--misses`` is given the pairs that tie or go wrong.
Without an option other than ``--misses`` the tables are written to ``benchmarks/demetr.md``, else only printed.
``--system ours+source+reader`` measures beside the reader that is set up.
"""

from __future__ import annotations

import argparse
import os
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from auditor import batch
from auditor.batch import Item
from auditor.config import EngineSettings
from auditor.model import Severity
from benchmarks.contenders import remarks
from benchmarks.rows import rows_of

SET = Path("dev") / "demetr_xx-en.jsonl.gz"
TABLE = Path(__file__).parent / "demetr.md"
CLEAN = "clean-mt"
HUMAN = "base_id35_reference"
"""The set holds the references as one more system; that is no perturbation."""

LIMIT = 30
"""Half of the sentences."""

FOUR = ("fr", "es", "de", "it")
SYSTEMS = ("languagetool", "ours", "ours+source", "ours+source+reference")
READ = "ours+source+reader"
"""Beside the reader that is set up; an hour of two processors, so only where it is asked for."""

SURFACE = (
    "minor_id1_repeat2",
    "minor_id2_repeat4",
    "minor_id14_word_swap",
    "minor_id16_function_word",
    "minor_id15_case",
    "minor_id13_pos_shift",
    "minor_id26_misspelled",
    "minor_id27_char_removed",
    "minor_id28_final_punc_removed",
    "minor_id29_punc_addition",
    "minor_id30_tokenized",
    "minor_id31_full_lower",
    "critical_id22_verb_removed",
    "critical_id24_subj_removed",
)
"""What the English alone should show."""

HEAD = """\
# Whether broken translations cost more than sound ones

Written by `python -m benchmarks.demetr DATA_DIR`. DEMETR (Karpinska et al. 2022) holds good machine translations from
ten languages into English and copies with one controlled perturbation each. Given is how often the copy is worse than
the translation that it was made from; a tie counts half, so that 0.50 is knowing nothing.

*ours* is the penalty of `auditor batch` at its defaults, from the English alone, with the source, and with the source
and the reference; *languagetool* is the number of its remarks, as it comes.
"""


@dataclass(frozen=True, slots=True)
class Opinion:
    """How bad a text is, in the system's own unit; whether it is flagged as gravely wrong; what was said of it."""

    badness: float
    flagged: bool
    told: str


Row = dict[str, Any]
Opinions = Mapping[str, Opinion]
"""By the id of the row."""
Scores = Mapping[tuple[str, str], Sequence[float]]
"""Verdicts on copies, by perturbation and source language."""


def languagetool(rows: Sequence[Row]) -> Iterator[Opinion]:
    """Yield how often LanguageTool remarks on each; it knows no severity, so any remark flags."""
    for found in remarks([row["mt"] for row in rows], level="default"):
        yield Opinion(len(found), bool(found), "; ".join(match.rule_id for match in found))


def ours(rows: Sequence[Row], systems: Sequence[str]) -> dict[str, Opinions]:
    """Return the penalty of each in ``auditor batch``, with what ``systems``, all or none with a reader, say."""
    told: dict[str, dict[str, Opinion]] = {system: {} for system in systems}
    asked = [(system, row) for row in rows for system in systems]  # neighbours of one text share LanguageTool's answer
    items = (
        Item(
            id=f"{system} {row['id']}",
            target=row["mt"],
            source=row["src"] if "source" in system else None,
            source_language=_language(row),
            reference=row["ref"] if "reference" in system else None,
        )
        for system, row in asked
    )
    engine = EngineSettings(reader=READ in systems)
    for (system, row), result in zip(asked, batch(items, engine=engine, jobs=os.cpu_count() or 1), strict=True):
        said = "; ".join(f"{f.severity} {f.rule} [{f.primary.text[:40]}]" for f in result.findings)
        grave = any(finding.severity.rank >= Severity.MAJOR.rank for finding in result.findings)
        told[system][row["id"]] = Opinion(result.expected, grave, said)
    return dict(told)


def opinions(rows: Sequence[Row], systems: Sequence[str]) -> dict[str, Opinions]:
    """Return what each system says of each row, by system and id."""
    told: dict[str, Opinions] = {}
    if "languagetool" in systems:
        told["languagetool"] = {row["id"]: opinion for row, opinion in zip(rows, languagetool(rows), strict=True)}
    told |= ours(rows, [system for system in systems if system not in {"languagetool", READ}])
    return told | (ours(rows, [READ]) if READ in systems else {})


def verdict(broken: float, clean: float) -> float:
    """Return 1 where the broken text is worse, 0.5 for a tie."""
    return 1.0 if broken > clean else 0.5 if broken == clean else 0.0


@dataclass(frozen=True, slots=True)
class Pairs:
    """The copies and the clean translation of each."""

    copies: Sequence[Row]
    partners: Mapping[str, Row]

    @classmethod
    def of(cls, rows: Iterable[Row], parts: Sequence[str], limit: int) -> Pairs:
        """Return the pairs among ``rows`` whose perturbation's name holds one of ``parts``, all where there is none.

        Of each language the ``limit`` sentences that their hash puts first are taken.
        """
        held = [row for row in _limited(list(rows), limit) if row["system"] != HUMAN]
        clean = {(row["lp"], row["seg"]): row for row in held if row["system"] == CLEAN}
        copies = [
            row for row in held if row["system"] != CLEAN and any(part in row["system"] for part in parts or [""])
        ]
        return cls(copies, {row["id"]: clean[row["lp"], row["seg"]] for row in copies})

    @property
    def texts(self) -> list[Row]:
        """All rows to be judged, each once."""
        return list({row["id"]: row for row in (*self.partners.values(), *self.copies)}.values())

    def scores(self, told: Opinions) -> Scores:
        """Return the verdicts."""
        found: defaultdict[tuple[str, str], list[float]] = defaultdict(list)
        for row in self.copies:
            score = verdict(told[row["id"]].badness, told[self.partners[row["id"]]["id"]].badness)
            found[row["system"], _language(row)].append(score)
        return found

    def flagged(self, told: Opinions) -> float:
        """Return the share of clean translations that are flagged."""
        clean = {row["id"] for row in self.partners.values()}
        return _mean([told[id_].flagged for id_ in clean])

    def misses(self, system: str, told: Opinions) -> Iterator[str]:
        """Yield the pairs that tie or go wrong, to be read."""
        for row in self.copies:
            partner = self.partners[row["id"]]
            broken, clean = told[row["id"]], told[partner["id"]]
            if broken.badness <= clean.badness:
                lines = (row["src"], row["ref"], partner["mt"], row["mt"], _shown(broken), _shown(clean))
                yield f"{row['system']} {system} {row['lp']} {row['seg']}\n  " + "\n  ".join(lines)


def _limited(rows: Sequence[Row], limit: int) -> Iterator[Row]:
    chosen: dict[str, set[str]] = defaultdict(set)
    for language, sentence in sorted({(row["lp"], row["seg"]) for row in rows}, key=_hash):
        if len(chosen[language]) < limit:
            chosen[language].add(sentence)
    return (row for row in rows if row["seg"] in chosen[row["lp"]])


def _hash(sentence: tuple[str, str]) -> str:
    return sha256(":".join(map(str, sentence)).encode()).hexdigest()


def _shown(opinion: Opinion) -> str:
    return f"{opinion.badness:.3f} {opinion.told}"


def _language(row: Row) -> str:
    return str(row["lp"]).partition("-")[0]


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else float("nan")


def across(scores: Scores, name: str, languages: Iterable[str]) -> float:
    """Return the mean over ``languages`` of the mean verdict on the perturbation ``name``."""
    return _mean([_mean(scores[name, language]) for language in languages if scores.get((name, language))])


def report(pairs: Pairs, told: Mapping[str, Opinions]) -> Iterator[str]:
    """Yield the lines of the tables."""
    scores = {system: pairs.scores(found) for system, found in told.items()}
    names = sorted({row["system"] for row in pairs.copies}, key=lambda name: int(name.split("_id")[1].split("_")[0]))
    languages = sorted({_language(row) for row in pairs.copies})
    rest = [language for language in languages if language not in FOUR]
    yield "## All languages, French with Spanish, German and Italian, and the others"
    yield ""
    yield "Each cell: mean of all languages, of the four, of the others."
    yield ""
    yield f"| perturbation | copies | {' | '.join(told)} |"
    yield f"|---|---:|{'---:|' * len(told)}"
    for name in names:
        cells = [_three(scores[system], name, languages, rest) for system in told]
        copies = sum(row["system"] == name for row in pairs.copies)
        yield f"| {_readable(name)} | {copies} | {' | '.join(cells)} |"
    for title, chosen in (("mean of all", names), ("mean of those that the English alone should show", SURFACE)):
        means = [
            _mean([across(scores[system], name, languages) for name in chosen if name in names]) for system in told
        ]
        yield f"| **{title}** | | {' | '.join(f'**{mean:.3f}**' for mean in means)} |"
    yield ""
    yield "The English alone should show: " + ", ".join(_readable(name) for name in SURFACE) + "."
    yield ""
    flagged = ", ".join(f"{system} {pairs.flagged(found):.1%}" for system, found in told.items())
    yield f"Clean partners flagged (ours: major or worse; LanguageTool: at all): {flagged}."
    for system, found in scores.items():
        yield ""
        yield f"## By source language: {system}"
        yield ""
        yield f"| perturbation | {' | '.join(languages)} |"
        yield f"|---|{'---:|' * len(languages)}"
        for name in names:
            cells = [f"{_mean(found.get((name, language), [])):.2f}" for language in languages]
            yield f"| {_readable(name)} | {' | '.join(cells)} |"


def _three(scores: Scores, name: str, languages: Sequence[str], rest: Sequence[str]) -> str:
    return " / ".join(f"{across(scores, name, chosen):.2f}" for chosen in (languages, FOUR, rest))


def _readable(name: str) -> str:
    return name.split("_", 2)[2].replace("_", " ")


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="folder of the evaluation data")
    parser.add_argument("--system", action="append", default=[], choices=(*SYSTEMS, READ), help="only this system")
    parser.add_argument("--perturbation", action="append", default=[], help="only those whose name holds this")
    parser.add_argument("--limit", type=int, default=LIMIT, help=f"sentences of each language (default {LIMIT})")
    parser.add_argument("--misses", type=Path, help="where to write the pairs that tie or go wrong")
    options = parser.parse_args()
    pairs = Pairs.of(rows_of(options.data / SET), options.perturbation, options.limit)
    started = time.perf_counter()
    told = opinions(pairs.texts, options.system or SYSTEMS)
    print(f"{len(pairs.texts):,} texts in {time.perf_counter() - started:.0f} s", flush=True)
    page = "\n".join((HEAD, *report(pairs, told))) + "\n"
    print(page)
    if not (options.system or options.perturbation or options.limit != LIMIT):
        TABLE.write_text(page, encoding="utf-8")
        print(f"Written: {TABLE}")
    if options.misses:
        missed = [text for system, found in told.items() for text in pairs.misses(system, found)]
        options.misses.write_text("\n\n".join(sorted(missed)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
