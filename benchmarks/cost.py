"""Measure what a byte costs, from 10 kB to 1 MB of hostile and of ordinary text, for every reader and every check.

    python -m benchmarks.cost [--text NAME ...] [--largest BYTES] [--limit SECONDS]

Each text of each size is worked on in a process of its own, without LanguageTool. A byte of the largest may cost at
most ``MOST`` times what a byte of the smallest costs; less than ``FREE`` seconds for a megabyte, or than ``SHARE`` of
the text's whole time, are not compared.
What is refused for its size or kind is told beside its cost.
It ends with 1 where anything costs more, takes longer than the limit or ends in an error that is not ours.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from itertools import count, cycle
from pathlib import Path

from auditor.checks.merge import settle
from auditor.checks.pack import PackCheck
from auditor.checks.registry import DOUBTS, own_checks
from auditor.config.file import load_config
from auditor.desk import Desk
from auditor.desk.examining import run_one
from auditor.memory import spare
from auditor.model import AuditorError, CheckUnavailable
from auditor.readers import read, read_glossary
from auditor.render import FORMATS, render
from auditor.silencing import load_baseline

SIZES = (10_000, 100_000, 1_000_000)
MOST = 3.0
"""Times a byte of the largest text may cost what a byte of the smallest costs."""

FREE = 0.3
"""Seconds for a megabyte that are not worth comparing."""

SHARE = 0.01
"""Part of a text's whole time below which a stage is not compared: its own pace is lost in that of the others."""

LIMIT = 300.0
"""Seconds of processor time after which a text is given up."""

_TARGETS = tuple((Path(__file__).resolve().parent.parent / "reference").glob("*/target.en.txt"))


def _same(piece: str) -> Callable[[], Iterator[str]]:
    return lambda: cycle([piece])


def _numbered(form: str) -> Callable[[], Iterator[str]]:
    """Return pieces that differ: ``{n}`` is their number, ``{w}`` a word of its own and ``{c}`` one in capitals."""
    return lambda: (form.format(n=n, w=_word(n), c=_word(n).upper()) for n in count())


def _word(number: int) -> str:
    letters = ""
    while number or not letters:
        number, digit = divmod(number, 20)
        letters += "bcdfghjklmnpqrstvwxz"[digit] + "aeiou"[digit % 5]
    return letters.capitalize()


def _news() -> Iterator[str]:
    return cycle([path.read_text(encoding="utf-8").strip() + "\n\n" for path in sorted(_TARGETS)])


STORIES: Mapping[str, Callable[[], Iterator[str]]] = {
    "news": _news,
    "brackets": _same("("),
    "closing-brackets": _same(") a "),
    "brackets-and-words": _same("( a "),
    "square-brackets": _same("[a] ["),
    "dots": _same("."),
    "spaced-dots": _same(". "),
    "letters-and-dots": _same("a. "),
    "capitals-and-dots": _same("A."),
    "abbreviations": _same("Mr. St. "),
    "ellipses": _same("a ... "),
    "stops-without-spaces": _same("word.Word"),
    "exclamations": _same("! ? "),
    "straight-quotes": _same('"'),
    "quotes-and-words": _same('" a '),
    "curly-quotes": _same("“a "),
    "closing-quotes": _same("a” "),
    "apostrophes": _same("' a"),
    "quoted-sentences": _same('"No," he said. '),
    "one-letter": _same("a"),
    "one-word": _same("word "),
    "one-word-a-line": _same("word\n"),
    "one-word-a-paragraph": _same("Word.\n\n"),
    "one-sentence": _same("The minister said on Monday that it was so. "),
    "sentence-a-line": _same("The minister said on Monday that it was so.\n"),
    "without-a-stop": _same("and the minister said on Monday that it was so "),
    "lists": _same("- The item\n"),
    "directives": _same("[auditor: ignore words-repeated]\n\nThe the man said it was so, of course.\n\n"),
    "datelines": _same("PARIS, March 3 (AFP) - "),
    "furniture": _same("(more)\n\n"),
    "rows": _same("Paris 3 4 5 6\n"),
    "names": _numbered("{w} {w}son met Mr {w} in {w}. "),
    "like-names": _numbered("Moham{w}med al-{w}i said so. "),
    "acronyms": _numbered("The {c} spoke to the {w} {w} Organisation ({c}). "),
    "numbers": _numbered("At least {n} people died on March {n}. "),
    "digits": _same("9"),
    "grouped-digits": _same("9,"),
    "spaced-digits": _same("9 "),
    "number-words": _same("one hundred and "),
    "ordinals": _same("1st "),
    "times": _same("3:15 "),
    "percents": _same("5% "),
    "hyphens": _same("a-"),
    "dashes": _same("- "),
    "slashes": _same("a/"),
    "commas": _same("a, "),
    "spaces": _same("a" + " " * 50),
    "tabs": _same("a\t"),
    "line-ends": _same("\n"),
    "returns": _same("a\r"),
    "separators": _same("a\u2028"),
    "addresses": _same("https://example.org/a?b=c "),
    "emoji": _same("\U0001f600"),
    "accents": _same("e\u0301\u0302"),
    "invisible": _same("a\u200b\u200d"),
    "chinese": _same("我们去北京。"),
    "chinese-without-a-stop": _same("我们去北京"),
    "chinese-numbers": _same("三十五"),
    "capitals": _same("THE MINISTER SAID. "),
    "initials": _same("J. R. R. "),
    "misspellings": _numbered("The {w}ely was {w}ing. "),
    "findings": _same("He said that who his car is in in the the year. "),
    "pronouns": _same("She said he told her that his mother saw her. "),
    "countries": _same("France, which its army left, said she would. "),
}
"""The stories: what each is made of, piece by piece."""

BESIDE: Mapping[str, tuple[Callable[[], Iterator[str]], Callable[[], Iterator[str]]]] = {
    "beside-numbers": (
        _numbered("At least {n} people died in {w} on Monday. "),
        _numbered("Au moins {n} personnes sont mortes lundi à {w}. "),
    ),
    "beside-same": (
        _same("The minister said on Monday that it was so. "),
        _same("Le ministre a dit lundi que c'était ainsi. "),
    ),
    "beside-quotes": (_same('"No," he said. '), _same("« Non », a-t-il dit. ")),
    "beside-one-sentence": (_same("and the minister said so "), _same("et le ministre l'a dit ")),
}
"""Stories with a source in French."""

PAGES: Mapping[str, Callable[[], Iterator[str]]] = {
    "html-paragraphs": _same("<p>The minister said so.</p>\n"),
    "html-opened": _same("<div>"),
    "html-deep": _same("<b><i>"),
    "html-closed": _same("</div>"),
    "html-crossed": _same("<b><p></b>a</p>"),
    "html-brackets": _same("<"),
    "html-comments": _same("<!--"),
    "html-whole-comments": _same("<!-- a -->a"),
    "html-cut-tags": _same("<a "),
    "html-attributes": _same("<p id='x' class=\"y\" hidden-not>The minister said so.</p> "),
    "html-entities": _same("&eacute;&#233;"),
    "html-bare-entities": _same("&a"),
    "html-numbers": _same("&#9"),
    "html-scripts": _same("<script>"),
    "html-titles": _same("<title>a</title>"),
    "html-tables": _same("<table><tr><td>a"),
    "html-spaces": _same(" \n"),
    "html-articles": _same("<article><p>The minister said so.</p>"),
    "html-links": _same("<p>The <a href=x>minister</a> said so <b>again</b>.</p>"),
}
GLOSSARIES: Mapping[str, tuple[str, str, Callable[[], Iterator[str]], str]] = {
    "glossary-list": (".txt", "[keep]\n", _numbered("{w} {n}\n"), ""),
    "glossary-table": (".csv", "source,target\n", _numbered("mot {n},word {n}\n"), ""),
    "glossary-quotes": (".csv", "source,target\n", _same('"a"'), ""),
    "glossary-cells": (".csv", "source,target\n", _same("a,"), ""),
    "glossary-targets": (".csv", "source,target\na,", _numbered("w{n}|"), ""),
    "tbx": (
        ".tbx",
        "<martif><text><body>",
        _numbered(
            "<termEntry><langSet xml:lang='fr'><tig><term>mot {n}</term></tig></langSet>"
            "<langSet xml:lang='en'><tig><term>word {n}</term></tig></langSet></termEntry>\n"
        ),
        "</body></text></martif>",
    ),
    "tbx-one-concept": (
        ".tbx",
        "<martif><text><body><termEntry>",
        _numbered("<langSet xml:lang='fr'><tig><term>mot {n}</term></tig></langSet>"),
        "</termEntry></body></text></martif>",
    ),
    "tbx-both-sides": (
        ".tbx",
        "<martif><text><body><termEntry>",
        _numbered(
            "<langSet xml:lang='fr'><tig><term>mot {n}</term></tig></langSet>"
            "<langSet xml:lang='en'><tig><term>word {n}</term></tig></langSet>"
        ),
        "</termEntry></body></text></martif>",
    ),
    "tbx-deep": (".tbx", "<martif>", _same("<a>"), ""),
    "tbx-deep-terms": (".tbx", "<martif><termEntry><tig><term>", _same("<hi>a"), ""),
    "tbx-text": (".tbx", "<martif><termEntry><tig><term>", _same("a &amp; "), ""),
}
OTHERS: Mapping[str, tuple[str, Callable[[], Iterator[str]], str]] = {
    "baseline": (
        '{"schema": "auditor-baseline-1", "entries": [',
        _numbered('{{"fingerprint": "{n}", "decision": "accept"}},'),
        '{"fingerprint": "x", "decision": "later"}]}',
    ),
    "baseline-deep": ("", _same("["), ""),
    "config-words": ("words = [", _numbered('"{w}",'), "]"),
    "config-deep": ("words = ", _same("["), ""),
    "config-digits": ("min-words = ", _same("9"), ""),
    "config-dots": ("a", _same(".a"), " = 1"),
    "config-tables": ("", _numbered("[a{n}]\n"), ""),
    "batch-lines": ("", _numbered('{{"id": {n}, "target": "Word {n}."}}\n'), ""),
    "batch-one-line": ('{"id": 1, "target": "', _same("word "), '"}'),
    "batch-deep": ("", _same("["), ""),
    "batch-digits": ('{"id": ', _same("9"), ', "target": ""}'),
}

NAMES = (*STORIES, *BESIDE, *PAGES, *GLOSSARIES, *OTHERS)


def filled(pieces: Iterator[str], size: int) -> str:
    """Return ``pieces`` up to ``size`` bytes of UTF-8, the last one whole or left out."""
    held: list[str] = []
    for piece in pieces:
        size -= len(piece.encode())
        if size < 0:
            break
        held.append(piece)
    return "".join(held)


@contextmanager
def _stage(name: str) -> Iterator[None]:
    """Write what the stage ``name`` costs, in seconds of the processor, as a line of JSON."""
    started = time.process_time()
    fault = refused = ""
    try:
        yield
    except CheckUnavailable:
        pass
    except AuditorError as error:
        refused = str(error)[-200:]
    except Exception as error:  # noqa: BLE001 - any is a finding here
        fault = f"{type(error).__name__}: {error}"[:200]
    print(
        json.dumps({"stage": name, "seconds": time.process_time() - started, "fault": fault, "refused": refused}),
        flush=True,
    )


def work(name: str, size: int, folder: Path) -> None:
    """Work on the text ``name`` of ``size`` bytes and write what each stage costs."""
    spare()
    if name in STORIES:
        _story(folder / "story.txt", filled(STORIES[name](), size), None)
    elif name in BESIDE:
        ours, theirs = BESIDE[name]
        _story(folder / "story.txt", filled(ours(), size), filled(theirs(), size))
    elif name in PAGES:
        page = folder / "story.html"
        page.write_text(filled(PAGES[name](), size), encoding="utf-8")
        with _stage("read"):
            read(page)
    elif name in GLOSSARIES:
        suffix, head, pieces, tail = GLOSSARIES[name]
        glossary = folder / f"glossary{suffix}"
        glossary.write_text(head + filled(pieces(), size) + tail, encoding="utf-8")
        with _stage("read"):
            read_glossary(glossary)
    else:
        _other(name, size, folder)


def _other(name: str, size: int, folder: Path) -> None:
    from auditor.batch.item import read_items

    head, pieces, tail = OTHERS[name]
    file = folder / "auditor.toml"
    file.write_text(head + filled(pieces(), size - len(head) - len(tail)) + tail, encoding="utf-8")
    with _stage("read"):
        if name.startswith("baseline"):
            load_baseline(file)
        elif name.startswith("config"):
            load_config(file)
        else:
            with file.open("rb") as lines:
                for _ in read_items(lines, lambda _: None):
                    pass


def _story(path: Path, text: str, source: str | None) -> None:
    path.write_text(text, encoding="utf-8")
    other = None
    if source is not None:
        other = path.with_suffix(".fr")
        other.write_text(source, encoding="utf-8")
    desk = Desk.of("wire", source_language=None if other is None else "fr")
    with _stage("read"):
        read(path)
    story = None
    with _stage("tell"):
        story = desk.story(path, other)
    if story is None:
        return
    for check in own_checks():
        if isinstance(check, PackCheck):
            check.ready()
    Desk.of().examine([Desk.of().story(read_small(path))], checks=own_checks())  # loads what all stories need
    with _stage("parse"):
        _ = story.analysis.sentences
    with _stage("fluency"):
        _ = story.analysis.fluency
    found = []
    for check in (*own_checks(), *DOUBTS):
        with _stage(check.id):
            outcome = run_one(check, story)
            found += outcome.findings
    with _stage("settle"):
        settle(found, story)
    examined = replace(desk.examine([story], checks=())[0], findings=settle(found, story), checks=own_checks())
    report = None
    with _stage("report"):
        report = desk.report(story, examined)
    if report is not None:
        for name in FORMATS:
            with _stage(f"render-{name}"):
                render(name, [report])


def read_small(path: Path) -> Path:
    """Return a short story beside ``path``."""
    small = path.with_name("small.txt")
    small.write_text("The minister said on Monday that 3 people had died in Paris.\n", encoding="utf-8")
    return small


def measured(name: str, size: int, limit: float) -> tuple[dict[str, float], list[str], list[str]]:
    """Return the seconds of each stage on the text ``name`` of ``size`` bytes, what went wrong and what was refused."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "benchmarks.cost", "--work", name, str(size), folder, "--limit", str(limit)]
        ended = subprocess.run(command, capture_output=True, text=True, check=False)
    rows = [json.loads(line) for line in ended.stdout.splitlines() if line.startswith("{")]
    wrong = [f"{row['stage']}: {row['fault']}" for row in rows if row["fault"]]
    if ended.returncode:
        last = rows[-1]["stage"] if rows else "the start"
        said = ended.stderr.strip().splitlines()[-1:] or [f"ended with {ended.returncode}"]
        wrong.append(f"given up after {last} ({said[0][:200]})")
    refused = [f"{row['stage']} refuses it: {row['refused']}" for row in rows if row["refused"]]
    return {row["stage"]: row["seconds"] for row in rows}, wrong, refused


def judged(name: str, sizes: tuple[int, ...], limit: float) -> Iterator[str]:
    """Yield what is wrong with the cost of the text ``name``."""
    seconds: dict[int, dict[str, float]] = {}
    refused: list[str] = []
    for size in sizes:
        seconds[size], wrong, refused = measured(name, size, limit)
        yield from (f"{name}, {size} bytes, {fault}" for fault in wrong)
    small, large = sizes[0], sizes[-1]
    whole = sum(seconds[large].values())
    for stage, spent in seconds[large].items():
        if spent < whole * SHARE:
            continue
        least = max(seconds[small].get(stage, 0.0) / small, FREE / 1_000_000)
        if (times := spent / large / least) > MOST:
            steps = ", ".join(f"{seconds[size].get(stage, float('nan')):.2f} s" for size in sizes)
            yield f"{name}, {stage}: a byte costs {times:.1f} times as much ({steps})"
    slowest = sorted(seconds[large].items(), key=lambda item: -item[1])[:3]
    print(f"{name}: " + ", ".join([f"{stage} {spent:.2f} s" for stage, spent in slowest] + refused), flush=True)


def main() -> int:
    """Run the benchmark; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--text", action="append", choices=NAMES)
    parser.add_argument("--largest", type=int, default=SIZES[-1])
    parser.add_argument("--limit", type=float, default=LIMIT)
    parser.add_argument("--work", nargs=3, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.work:
        name, size, folder = given.work
        seconds = int(given.limit)
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        work(name, int(size), Path(folder))
        return 0
    sizes = tuple(size for size in SIZES if size <= given.largest)
    failed = False
    for name in given.text or NAMES:
        for fault in judged(name, sizes, given.limit):
            failed = True
            print(f"  {fault}", flush=True)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
