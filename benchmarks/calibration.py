"""How stories fare under a profile: what native copy costs, what machine output costs, and the verdicts.

    python -m benchmarks.calibration DATA_DIR [--profile NAME] [--stories N] [--languagetool]

DATA_DIR holds sets of rows with ``mt`` (the English text), ``doc`` and ``system``. Printed for each set, over its
stories of at least the profile's ``min_words``: penalty points per 1,000 words (median, 90th percentile, highest),
findings per 1,000 words by severity, and the share of each verdict. A profile's ``acceptable_points`` should lie
well above what native copy costs. The project's own stories come first.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from auditor import audit
from auditor.checks.base import Check
from auditor.checks.registry import checks, own_checks
from auditor.config import Profile, load_profile
from auditor.model import Document, Outcome, Report, Severity
from auditor.readers import read
from auditor.segmentation import document_from_text
from benchmarks.gold import controls, stories
from benchmarks.rows import rows_of

NATIVE = ("clean_ieer1998", "clean_newstest2019_2020_en", "clean_wmt_english_sources")
MACHINE = ("mqm_generalMT2023_3raters_zh-en", "mqm_newstest2021_zh-en", "wmt13_rr_fr-en")


def documents(path: Path, most: int) -> Iterator[Document]:
    rows: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for row in rows_of(path):
        if row["mt"]:
            rows[row["doc"], row["system"]].append(row["mt"])
    step = max(len(rows) // most, 1)
    for texts in list(rows.values())[::step][:most]:
        yield document_from_text(path.name, "\n\n".join(texts), furniture=False)


def show(name: str, texts: Iterable[Document], profile: Profile, active: tuple[Check, ...]) -> None:
    reports = [audit(text, profile=profile, checks=active) for text in texts]
    long_enough = [report for report in reports if report.score.quality is not None]
    if not long_enough:
        print(f"{name:34} no story of {profile.min_words} words")
        return
    print(f"{name:34} {len(long_enough):4} {_rates(long_enough)}  {_verdicts(long_enough)}")


def _rates(reports: list[Report]) -> str:
    rates = sorted(report.score.per_thousand for report in reports)
    words = sum(report.score.words for report in reports)
    shares = (
        sum(report.score.count(severity) for report in reports) * 1000 / words
        for severity in (Severity.MINOR, Severity.MAJOR, Severity.CRITICAL)
    )
    points = (rates[len(rates) // 2], rates[len(rates) * 9 // 10], rates[-1])
    return "".join(f"{value:8.1f}" for value in points) + "  " + "".join(f"{share:7.2f}" for share in shares)


def _verdicts(reports: list[Report]) -> str:
    counts = Counter(report.verdict.outcome for report in reports)
    return "".join(f"{100 * counts[outcome] / len(reports):6.0f}%" for outcome in Outcome)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--profile", default="wire")
    parser.add_argument("--stories", type=int, default=40, help="stories of each set (default 40)")
    parser.add_argument("--languagetool", action="store_true", help="let LanguageTool take part")
    options = parser.parse_args()
    profile = load_profile(options.profile)
    active = tuple(checks()) if options.languagetool else own_checks()
    print(f"{'':34} stories  points: median, 90%, most   minor, major, critical   pass review fail")
    ours = stories()
    show("reference/: machine", (read(story.target) for story in ours), profile, active)
    show("reference/: human", (read(story.human) for story in ours), profile, active)
    show("reference/: written in English", map(read, controls()), profile, active)
    for name in (*NATIVE, *MACHINE):
        path = options.data / "dev" / f"{name}.jsonl.gz"
        show(name, documents(path, options.stories), profile, active)


if __name__ == "__main__":
    main()
