"""Measure LanguageTool as it comes and as the auditor reads it: on native news, and on news that was spoilt.

    python -m benchmarks.languagetool_noise DATA_DIR [--words N] [--stories N] [--examples N] [--rule ID]...

Prints findings per 1,000 words of native news by severity and set; then every rule that spoke, with examples
to read; then, for each way of spoiling a sentence, how often the spoilt one is told from its clean partner
(a tie counts half) and how often it is flagged. Starts the real server. No text of the data is kept.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from auditor.analysis import Analysis
from auditor.checks.base import Story
from auditor.checks.languagetool.check import ask, findings
from auditor.config import EngineSettings, load_profile
from auditor.model import Finding, Severity
from auditor.segmentation import document_from_text
from benchmarks.rows import rows_of
from benchmarks.rules_on_corpora import CORPORA, stories_of, words_of

CONTEXT = 60
"""Code points shown on each side of a flagged word."""

SHOWN = (Severity.MAJOR, Severity.MINOR, Severity.NEUTRAL)
PENALTY = {Severity.NEUTRAL: 0, Severity.MINOR: 1, Severity.MAJOR: 5, Severity.CRITICAL: 25}

SPOILT = {
    "minor_id26_misspelled": "misspelling",
    "minor_id27_char_removed": "character removed",
    "minor_id1_repeat2": "word repeated",
    "minor_id2_repeat4": "words repeated",
    "minor_id16_function_word": "function word",
    "minor_id15_case": "case",
    "minor_id13_pos_shift": "part of speech",
    "minor_id14_word_swap": "word swap",
    "minor_id29_punc_addition": "punctuation added",
    "minor_id30_tokenized": "tokenised",
    "minor_id31_full_lower": "lower case",
    "critical_id4_codemix": "foreign word",
}


@dataclass
class Noise:
    """What was said of one set of native stories."""

    words: int = 0
    raw: int = 0
    raw_spelling: int = 0
    severities: Counter[Severity] = field(default_factory=Counter)
    found: dict[str, list[tuple[Finding, str]]] = field(default_factory=lambda: defaultdict(list))

    def rate(self, count: int) -> float:
        """Return ``count`` per 1,000 words."""
        return 1000 * count / max(self.words, 1)


def story_of(name: str, text: str) -> Story:
    document = document_from_text(name, text, furniture=False)
    return Story(document, Analysis(document), load_profile("wire"))


def noise_in(stories: Iterable[tuple[str, str]], settings: EngineSettings) -> Noise:
    noise = Noise()
    for name, text in stories:
        story = story_of(name, text)
        reply = ask(story, settings)
        noise.words += words_of(text)
        noise.raw += len(reply.matches)
        noise.raw_spelling += sum(match.rule_id.startswith("MORFOLOGIK") for match in reply.matches)
        for finding in findings(reply, story):
            noise.severities[finding.severity] += 1
            noise.found[finding.rule].append((finding, _in_context(finding, text)))
    return noise


def _in_context(finding: Finding, text: str) -> str:
    span = finding.primary.span
    before = text[max(span.start - CONTEXT, 0) : span.start]
    shown = f"{before}[[{finding.primary.text}]]{text[span.end : span.end + CONTEXT]}"
    return " ".join(shown.split()) + (f"  -> {finding.suggestions[0]}" if finding.suggestions else "")


def print_noise(sets: dict[str, Noise]) -> None:
    print("Native news, per 1,000 words")
    print(f"{'set':<16}{'words':>8}{'as it comes':>13}{'no spelling':>13}", *(f"{s:>9}" for s in SHOWN))
    for name, noise in sets.items():
        rates = (f"{noise.rate(noise.severities[severity]):>9.2f}" for severity in SHOWN)
        without = noise.rate(noise.raw - noise.raw_spelling)
        print(f"{name:<16}{noise.words:>8}{noise.rate(noise.raw):>13.2f}{without:>13.2f}", *rates)


def print_rules(sets: dict[str, Noise], examples: int, only: frozenset[str]) -> None:
    found: dict[str, list[tuple[Finding, str]]] = defaultdict(list)
    for noise in sets.values():
        for rule, hits in noise.found.items():
            found[rule] += hits
    words = sum(noise.words for noise in sets.values())
    for rule, hits in sorted(found.items(), key=lambda item: (-item[1][0][0].severity.rank, -len(item[1]), item[0])):
        if only and rule not in only:
            continue
        first = hits[0][0]
        rate = f"{len(hits)} hits, {1e5 * len(hits) / words:.1f} per 100,000 words"
        print(f"\n{rule}  {first.severity}/{first.confidence}  {rate}")
        step = max(len(hits) // max(examples, 1), 1)
        for _, context in hits[::step][:examples]:
            print("    ", context)


def spoilt_pairs(data: Path, stories: int) -> Iterator[tuple[str, str, str]]:
    """Yield (way of spoiling, spoilt, clean) of ``stories`` sentences, chosen by hash."""
    clean: dict[str, str] = {}
    spoilt: list[tuple[str, str, str]] = []
    for row in rows_of(data / "dev/demetr_xx-en.jsonl.gz"):
        if row["system"] == "clean-mt":
            clean[row["doc"]] = row["mt"]
        elif row["system"] in SPOILT:
            spoilt.append((row["doc"], SPOILT[row["system"]], row["mt"]))
    chosen = set(sorted(clean, key=lambda name: sha256(name.encode()).hexdigest())[:stories])
    for name, way, text in spoilt:
        if name in chosen:
            yield way, text, clean[name]


def print_spoilt(pairs: Iterable[tuple[str, str, str]], settings: EngineSettings) -> None:
    seen: dict[str, tuple[int, int]] = {}

    def weigh(text: str) -> tuple[int, int]:
        if text not in seen:
            story = story_of("sentence", text)
            reply = ask(story, settings)
            seen[text] = (sum(PENALTY[f.severity] for f in findings(reply, story)), len(reply.matches))
        return seen[text]

    ours: dict[str, list[float]] = defaultdict(list)
    theirs: dict[str, list[float]] = defaultdict(list)
    flagged: Counter[str] = Counter()
    for way, text, partner in pairs:
        (penalty, count), (clean_penalty, clean_count) = weigh(text), weigh(partner)
        ours[way].append(_won(penalty, clean_penalty))
        theirs[way].append(_won(count, clean_count))
        flagged[way] += penalty > 0
    print(f"\n{'spoilt by':<20}{'pairs':>7}{'told apart':>12}{'as it comes':>13}{'flagged':>9}")
    for way, won in ours.items():
        means = sum(won) / len(won), sum(theirs[way]) / len(won), flagged[way] / len(won)
        print(f"{way:<20}{len(won):>7}{means[0]:>12.3f}{means[1]:>13.3f}{means[2]:>9.2f}")


def _won(spoilt: int, clean: int) -> float:
    return 0.5 if spoilt == clean else float(spoilt > clean)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--words", type=int, default=50_000, help="words of each native set")
    parser.add_argument("--stories", type=int, default=150, help="sentences of each way of spoiling; 0 for none")
    parser.add_argument("--examples", type=int, default=5, help="examples of each rule")
    parser.add_argument("--rule", action="append", default=[], help="only these rules' examples")
    options = parser.parse_args()
    settings = EngineSettings()
    native = [corpus for corpus in CORPORA if corpus.clean]
    sets = {c.name: noise_in(stories_of(c, options.data, options.words), settings) for c in native}
    print_noise(sets)
    print_rules(sets, options.examples, frozenset(options.rule))
    if options.stories:
        print_spoilt(spoilt_pairs(options.data, options.stories), settings)


if __name__ == "__main__":
    main()
