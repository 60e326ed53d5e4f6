"""Measure every rule: how often it speaks on native news and how often on machine output.

    python -m benchmarks.rules_on_corpora DATA_DIR --cache DIR [--rule ID]... [--check ID]... [--examples FILE]

Without ``--rule`` and ``--check`` the table is written to ``benchmarks/rules.md``, else it is printed.
``docs/measuring.md`` says how to read it. No text of the corpora is kept in the repository: parses go to
``--cache`` and what was flagged to ``--examples``.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from multiprocessing import Pool
from pathlib import Path
from typing import Any

from spacy.tokens import Doc, DocBin

from auditor.analysis import Analysis, model_signature, parse
from auditor.analysis.language import language
from auditor.checks.base import Check, CodeCheck, Rule, Story
from auditor.checks.desk_packs import load_pack
from auditor.checks.examples import example_document
from auditor.checks.pack import PackCheck
from auditor.checks.registry import own_checks
from auditor.config import load_profile
from auditor.model import Document, Finding, Severity
from benchmarks.rows import rows_of

TABLE = Path(__file__).parent / "rules.md"
WORDS = 200_000
"""Words that are read of each set: whole stories, in an order that their names' hashes give."""

SHARD = 20_000
"""Words per unit of work and per file of the cache."""

CONTEXT = 90
"""Code points shown on each side of a flagged word in the examples."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """One set: its file below the data folder, and which of its rows count."""

    name: str
    file: str
    clean: bool
    where: tuple[tuple[str, tuple[Any, ...]], ...] = ()
    languages: tuple[str, ...] = ()

    def takes(self, row: dict[str, Any]) -> bool:
        """Tell whether ``row`` belongs to this set."""
        return bool(row.get("mt")) and all(row.get(field) in values for field, values in self.where)


CORPORA = (
    Corpus("ieer1998", "dev/clean_ieer1998.jsonl.gz", clean=True),
    Corpus("newstest1920", "dev/clean_newstest2019_2020_en.jsonl.gz", clean=True),
    Corpus("wmt-news", "dev/clean_wmt_english_sources.jsonl.gz", clean=True, where=(("domain", ("news",)),)),
    Corpus("gum", "dev/clean_gum.jsonl.gz", clean=True),
    Corpus("abc2006", "dev/clean_abc2006.jsonl.gz", clean=True),
    Corpus(
        "lig-fr",
        "dev/lig_fr-en_postedits.jsonl.gz",
        clean=False,
        where=(("system", ("google2012-15", "bing2012-15")),),
        languages=("fr",),
    ),
    Corpus("wmt13-fr", "dev/wmt13_rr_fr-en.jsonl.gz", clean=False, languages=("fr",)),
    *(
        Corpus(
            f"wmt23-{source}",
            "wmt23_system_outputs_xx-en.jsonl.gz",
            clean=False,
            where=(("lp", (f"{source}-en",)), ("domain", (None, "news"))),
            languages=(source,),
        )
        for source in ("de", "ru", "uk", "zh")
    ),
)


@dataclass(frozen=True, slots=True)
class Shard:
    """Some stories of one set, as (name, text), and where their parses are kept."""

    corpus: Corpus
    stories: tuple[tuple[str, str], ...]
    cache: Path


@dataclass(frozen=True, slots=True)
class Tally:
    """What the rules said of one shard; the seconds are those of the checks alone."""

    corpus: Corpus
    words: int
    hits: Counter[str]
    severities: Counter[Severity]
    examples: tuple[tuple[str, str], ...]
    seconds: float


def words_of(text: str) -> int:
    return len(text.split())


def stories_of(corpus: Corpus, data: Path, words: int) -> list[tuple[str, str]]:
    """Return about ``words`` words of whole stories: rows of one document and system are paragraphs."""
    texts: dict[str, list[str]] = defaultdict(list)
    for row in rows_of(data / corpus.file):
        if corpus.takes(row):
            texts[f"{row['doc']}/{row['system']}"].append(row["mt"].strip())
    chosen: list[tuple[str, str]] = []
    for name in sorted(texts, key=lambda name: sha256(name.encode()).hexdigest()):
        if words <= 0:
            break
        chosen.append((name, "\n\n".join(texts[name])))
        words -= words_of(chosen[-1][1])
    return chosen


def shards(corpora: Iterable[Corpus], data: Path, cache: Path, words: int) -> Iterator[Shard]:
    """Yield the units of work; which stories they hold is kept in the cache, as the sets are slow to read."""
    for corpus in corpora:
        index = cache / f"{corpus.name}-{words}.json"
        if not index.exists():
            _write(index, json.dumps(stories_of(corpus, data, words), ensure_ascii=False).encode())
        held: list[tuple[str, str]] = []
        size = 0
        for name, text in json.loads(index.read_bytes()):
            held.append((name, text))
            size += words_of(text)
            if size >= SHARD:
                yield Shard(corpus, tuple(held), cache)
                held, size = [], 0
        if held:
            yield Shard(corpus, tuple(held), cache)


def _write(path: Path, data: bytes) -> None:
    """Write ``data`` so that a second process reads all of it or nothing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(f".{os.getpid()}.part")
    partial.write_bytes(data)
    partial.replace(path)


def parsed(documents: list[Document], cache: Path) -> list[Doc]:
    """Return the parses of all sentences of ``documents``, from the cache where they are there."""
    texts = [segment.span.of(document.text) for document in documents for segment in document.segments]
    key = sha256("\x1f".join((model_signature(), *texts)).encode()).hexdigest()[:20]
    path = cache / f"{key}.spacy"
    if path.exists():
        return list(DocBin().from_bytes(path.read_bytes()).get_docs(language().vocab))
    docs = list(parse(texts))
    _write(path, DocBin(store_user_data=False, docs=docs).to_bytes())
    return docs


def for_any_language(check: Check) -> Check:
    """Return ``check`` with its rules speaking whatever the source language."""
    if isinstance(check, PackCheck):
        return replace(
            check,
            entries=tuple(replace(entry, rule=replace(entry.rule, source_languages=())) for entry in check.entries),
        )
    if isinstance(check, CodeCheck):
        return replace(check, rule=replace(check.rule, source_languages=()))
    return check


CHECKS: tuple[Check, ...] = ()
"""What a worker process runs, set once when it starts."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Which checks and rules are measured: those of some pack files, or the registered ones; by id, or all."""

    packs: tuple[Path, ...] = ()
    check_ids: frozenset[str] = frozenset()
    rule_ids: frozenset[str] = frozenset()

    def of(self) -> tuple[Check, ...]:
        """Return the checks that hold a chosen rule."""
        given = tuple(map(load_pack, self.packs)) if self.packs else own_checks()
        return tuple(check for check in given if self._takes(check))

    def _takes(self, check: Check) -> bool:
        anything = not (self.check_ids or self.rule_ids)
        return anything or check.id in self.check_ids or any(r.id in self.rule_ids for r in check.rules)


def prepare(choice: Choice) -> None:
    """Set what a worker process runs."""
    global CHECKS
    CHECKS = tuple(for_any_language(only(check, choice.rule_ids)) for check in choice.of())


def only(check: Check, rule_ids: frozenset[str]) -> Check:
    """Return ``check`` without the rules that were not asked for, where single rules were."""
    if isinstance(check, PackCheck) and not rule_ids.isdisjoint(rule.id for rule in check.rules):
        return replace(check, entries=tuple(e for e in check.entries if e.rule.id in rule_ids))
    return check


def measure(shard: Shard) -> Tally:
    """Run the chosen checks over one shard."""
    profile = load_profile("wire")
    documents = [example_document(text) for _, text in shard.stories]
    docs = iter(parsed(documents, shard.cache))
    hits: Counter[str] = Counter()
    severities: Counter[Severity] = Counter()
    examples: list[tuple[str, str]] = []
    seconds = 0.0
    for document, (name, _) in zip(documents, shard.stories, strict=True):
        analysis = Analysis(document, [next(docs) for _ in document.segments])
        story = Story(target=document, analysis=analysis, profile=profile)
        started = time.process_time()
        findings = [finding for check in CHECKS for finding in check.run(story)]
        seconds += time.process_time() - started
        hits.update(finding.rule for finding in findings)
        severities.update(finding.severity for finding in findings)
        examples.extend((f.rule, f"{shard.corpus.name} {name}\t{in_context(f, document)}") for f in findings)
    words = sum(words_of(text) for _, text in shard.stories)
    return Tally(shard.corpus, words, hits, severities, tuple(examples), seconds)


def in_context(finding: Finding, document: Document) -> str:
    """Return the flagged words in their surroundings, on one line, with the message."""
    text, span = document.text, finding.primary.span
    before = text[max(span.start - CONTEXT, 0) : span.start]
    after = text[span.end : span.end + CONTEXT]
    shown = " ".join(f"{before}[[{finding.primary.text}]]{after}".split())
    return f"{shown}\t{finding.severity}: {finding.message} -> {' | '.join(finding.suggestions)}"


class Results:
    """The tallies of all shards, summed by set."""

    def __init__(self, tallies: Iterable[Tally]) -> None:
        self.words: Counter[str] = Counter()
        self.hits: dict[str, Counter[str]] = defaultdict(Counter)
        self.severities: dict[str, Counter[Severity]] = defaultdict(Counter)
        self.examples: list[tuple[str, str]] = []
        self.seconds = 0.0
        for tally in tallies:
            self.words[tally.corpus.name] += tally.words
            self.hits[tally.corpus.name] += tally.hits
            self.severities[tally.corpus.name] += tally.severities
            self.examples.extend(tally.examples)
            self.seconds += tally.seconds

    def rate(self, rule: str, names: Iterable[str]) -> float:
        """Return the hits of ``rule`` per 100,000 words of the sets ``names``."""
        given = tuple(names)
        words = sum(self.words[name] for name in given)
        return 100_000 * sum(self.hits[name][rule] for name in given) / words if words else 0.0

    def severe(self, name: str, least: Severity) -> float:
        """Return the findings of at least that severity per 1,000 words of one set."""
        counted = sum(n for severity, n in self.severities[name].items() if severity.rank >= least.rank)
        return 1000 * counted / self.words[name] if self.words[name] else 0.0


def table(results: Results, rules: Iterable[tuple[Check, Rule]]) -> str:
    """Return the Markdown page: totals, then a row per rule."""
    sets = [corpus for corpus in CORPORA if results.words[corpus.name]]
    lines = [
        "# How often each rule speaks",
        "",
        "Hits per 100,000 words, before findings are merged; written by `benchmarks/rules_on_corpora.py`",
        "(see `docs/measuring.md`). *Clean* is native news, *machine* the translations from the rule's source",
        "languages, or from all where it has none.",
        "",
        "| set | kind | words | major or worse per 1,000 | minor per 1,000 |",
        "|---|---|---:|---:|---:|",
    ]
    for corpus in sets:
        major = results.severe(corpus.name, Severity.MAJOR)
        minor = results.severe(corpus.name, Severity.MINOR) - major
        kind = "clean" if corpus.clean else "machine"
        lines.append(f"| {corpus.name} | {kind} | {results.words[corpus.name]:,} | {major:.2f} | {minor:.2f} |")
    names = [corpus.name for corpus in sets]
    lines += [
        "",
        f"| rule | check | severity | confidence | clean | machine | ratio | {' | '.join(names)} |",
        f"|---|---|---|---|---:|---:|---:|{'---:|' * len(names)}",
    ]
    for check, rule in rules:
        clean = results.rate(rule.id, [c.name for c in sets if c.clean])
        machine = results.rate(rule.id, machine_sets(rule, sets))
        cells = [f"{results.rate(rule.id, [name]):.1f}" for name in names]
        lines.append(
            f"| {rule.id} | {check.id} | {rule.severity} | {rule.confidence} | {clean:.1f} | {machine:.1f} "
            f"| {ratio(machine, clean)} | {' | '.join(cells)} |"
        )
    return "\n".join((*lines, ""))


def machine_sets(rule: Rule, sets: Iterable[Corpus]) -> list[str]:
    """Return the machine sets that a rule is meant for, all of them where none is in its languages."""
    machine = [corpus for corpus in sets if not corpus.clean]
    fitting = [c.name for c in machine if not set(rule.source_languages).isdisjoint(c.languages)]
    return fitting or [corpus.name for corpus in machine]


def ratio(machine: float, clean: float) -> str:
    if clean:
        return f"{machine / clean:.1f}"
    return "∞" if machine else "–"


def write_examples(results: Results, path: Path, most: int) -> None:
    """Write up to ``most`` hits of each rule in each set, to be read."""
    grouped: dict[tuple[str, str], list[str]] = defaultdict(list)
    for rule, line in results.examples:
        grouped[rule, line.partition(" ")[0]].append(line)
    with path.open("w", encoding="utf-8") as out:
        for (rule, name), lines in sorted(grouped.items()):
            out.write(f"\n## {rule} on {name}: {len(lines)} hits\n")
            out.writelines(f"{line}\n" for line in sorted(lines, key=_shuffled)[:most])


def _shuffled(line: str) -> str:
    return sha256(line.encode()).hexdigest()


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path, help="folder of the evaluation data")
    parser.add_argument("--cache", type=Path, required=True, help="folder for parses, outside the repository")
    parser.add_argument("--pack", action="append", default=[], type=Path, help="this pack file, not the registry")
    parser.add_argument("--check", action="append", default=[], help="only this check or pack")
    parser.add_argument("--rule", action="append", default=[], help="only this rule")
    parser.add_argument("--set", action="append", default=[], help="only this set; “clean” means all clean sets")
    parser.add_argument("--examples", type=Path, help="write what was flagged to this file")
    parser.add_argument("--most", type=int, default=40, help="examples per rule and set")
    parser.add_argument("--words", type=int, default=WORDS, help="words read of each set")
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args()

    started = time.perf_counter()
    choice = Choice(tuple(options.pack), frozenset(options.check), frozenset(options.rule))
    checks = choice.of()
    known = {check.id for check in checks} | {rule.id for check in checks for rule in check.rules}
    if unknown := sorted((choice.check_ids | choice.rule_ids) - known):
        parser.error(f"there is no check or rule “{unknown[0]}”")
    wanted = set(options.set)
    sets = [c for c in CORPORA if not wanted or c.name in wanted or ("clean" in wanted and c.clean)]
    work = list(shards(sets, options.data, options.cache, options.words))
    with Pool(options.processes, prepare, (choice,)) as pool:
        results = Results(pool.imap(measure, work))
    rules = [
        (check, rule)
        for check in checks
        for rule in check.rules
        if not choice.rule_ids or rule.id in choice.rule_ids or check.id in choice.check_ids
    ]
    page = table(results, rules)
    if options.examples:
        write_examples(results, options.examples, options.most)
    if choice != Choice() or wanted or options.words != WORDS:
        print(page)
    else:
        TABLE.write_text(page, encoding="utf-8")
        print(f"Written: {TABLE}")
    speed = sum(results.words.values()) / results.seconds if results.seconds else 0.0
    print(f"{time.perf_counter() - started:.0f} s; the checks ran at {speed:,.0f} words/s per process")


if __name__ == "__main__":
    main()
