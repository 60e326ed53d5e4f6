"""What is held against the judgements: the auditor, other checkers as they come, and plain length."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import requests
from sacrebleu.metrics.chrf import CHRF

from auditor import batch
from auditor.batch import Item
from auditor.config import EngineSettings
from auditor.engines.languagetool.annotation import requests_for
from auditor.engines.languagetool.reply import Match, matches
from auditor.engines.languagetool.server import connect
from auditor.model import Category, Severity, Span
from auditor.segmentation import count_words
from benchmarks.judged import Judged, Marking
from benchmarks.measures import covered

_SURFACE = frozenset({Category.CAPITALIZATION, Category.PUNCTUATION, Category.WHITESPACE})
_SURFACE_OF_LANGUAGETOOL = frozenset({"CASING", "PUNCTUATION", "TYPOGRAPHY"})
_BEYOND_THE_SEGMENT = "ENGLISH_WORD_REPEAT_BEGINNING_RULE,EN_WORD_COHERENCY"
"""Rules of LanguageTool about several sentences: many segments share a request, and these would compare them."""

_ANSWER_SECONDS = 300


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a contender says of one translation: how bad it is (in its own unit), and which characters are wrong."""

    badness: float
    marking: Marking


Contender = Callable[[Sequence[Judged], bool], list[Opinion]]
"""Gives its opinions of translations; the flag says whether their capitals and spaces are as printed."""


def ours(
    judged: Sequence[Judged],
    cased: bool,
    *,
    source: bool,
    reference: bool = False,
    languagetool: bool = True,
    reader: bool = False,
) -> list[Opinion]:
    """Return the penalties and findings of ``auditor batch``, with or without the ``reader`` that is set up."""
    items = (
        Item(
            each.id,
            each.target,
            each.source if source else None,
            each.source_language,
            each.reference if reference else None,
        )
        for each in judged
    )
    engine = EngineSettings(enabled=languagetool, reader=reader)
    opinions = []
    for result in batch(items, engine=engine, jobs=os.cpu_count() or 1):
        told = (*result.findings, *result.doubts)
        left_out = [] if cased else [f for f in told if f.category in _SURFACE]
        found = [finding for finding in told if finding not in left_out]
        penalty = result.expected - sum(_WEIGHTS[finding.severity] for finding in left_out)
        opinions.append(Opinion(penalty, covered(finding.primary.span for finding in found)))
    return opinions


_WEIGHTS = {Severity.NEUTRAL: 0.0, Severity.MINOR: 1.0, Severity.MAJOR: 5.0, Severity.CRITICAL: 25.0}


def languagetool(judged: Sequence[Judged], cased: bool, *, level: str) -> list[Opinion]:
    """Return how often LanguageTool as it comes remarks on each translation, and where."""
    told = remarks([each.target for each in judged], level=level)
    spans = [[match.span for match in found if cased or not _surface(match)] for found in told]
    return [Opinion(len(each), covered(each)) for each in spans]


def remarks(texts: Sequence[str], *, level: str) -> list[list[Match]]:
    """Return what LanguageTool as it comes says of each text; its two rules that look beyond a segment are off."""
    told: list[list[Match]] = []
    url = connect(EngineSettings()).url
    for request in requests_for(((text, False),) for text in texts):
        form = {"language": "en-US", "level": level, "data": request.payload()}
        form["disabledRules"] = _BEYOND_THE_SEGMENT
        answer = requests.post(f"{url}v2/check", data=form, timeout=_ANSWER_SECONDS)
        answer.raise_for_status()
        told += map(list, matches(answer.json(), request))
    return told


def _surface(match: Match) -> bool:
    """Tell whether a remark is about capitals, marks or spaces; a name in lower case is one to the speller."""
    misspelt = match.rule_id.startswith("MORFOLOGIK")
    return match.category_id in _SURFACE_OF_LANGUAGETOOL or (
        misspelt and any(word != word.lower() for word in match.replacements[:1])
    )


def harper(judged: Sequence[Judged], _cased: bool, *, folder: Path) -> list[Opinion]:
    """Return how often Harper remarks on each translation; ``folder`` holds harper.js in ``node_modules``."""
    script = Path(__file__).with_name("harper.mjs")
    given = "".join(json.dumps(each.target) + "\n" for each in judged)
    command = ["node", str(script), str(folder)]
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=True)
    opinions = []
    for line in done.stdout.splitlines():
        spans = [Span(start, end) for start, end in json.loads(line)]
        opinions.append(Opinion(len(spans), covered(spans)))
    return opinions


def chrf(judged: Sequence[Judged], _cased: bool) -> list[Opinion]:
    """Return how far each translation is from the reference by chrF (sacrebleu's defaults); nothing is marked."""
    return [
        Opinion(-CHRF().sentence_score(each.target, [each.reference]).score if each.reference else 0.0, frozenset())
        for each in judged
    ]


def length(judged: Sequence[Judged], _cased: bool) -> list[Opinion]:
    """Return the words of each translation, all of it marked: what a checker must beat to know anything."""
    return [Opinion(count_words(each.target), covered([Span(0, len(each.target))])) for each in judged]


CONTENDERS: dict[str, Contender] = {
    "ours": partial(ours, source=False),
    "ours+source": partial(ours, source=True),
    "ours-alone": partial(ours, source=False, languagetool=False),
    "languagetool": partial(languagetool, level="default"),
    "languagetool-picky": partial(languagetool, level="picky"),
    "length": length,
    "ours+source+reference": partial(ours, source=True, reference=True),
    "chrf": chrf,
    "ours+reader": partial(ours, source=False, languagetool=False, reader=True),
    "ours+source+reader": partial(ours, source=True, languagetool=False, reader=True),
}
"""By the names of the table; ``ours-alone`` and those with a reader are without LanguageTool. Harper needs to be told
where it is."""

WITH_READER = ("ours+reader", "ours+source+reader")
"""Those that take hours: they speak where they are asked."""
