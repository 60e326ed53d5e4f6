"""``docs/languages.md`` says what the files say; set ``AUDITOR_UPDATE_SNAPSHOTS=1`` to write it anew."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from auditor.alignment.lexicon import LANGUAGES
from auditor.languages import Gender, Language, Stops, languages
from auditor.model import ENGLISH

PAGE = Path(__file__).parents[2] / "docs" / "languages.md"

FACETS: Mapping[str, Callable[[Language], object]] = {
    "function words": lambda each: len(each.function_words),
    "calendar": lambda each: _forms((*each.calendar.months, *each.calendar.weekdays)),
    "clock": lambda each: len(each.clock.forms) + sum(map(len, each.clock.words.values())),
    "words for numbers": lambda each: _forms((*each.numerals.cardinals.values(), *each.numerals.loose.values())),
    "units of its own": lambda each: len(each.units),
    "ranges": lambda each: len(each.ranges),
    "negation": lambda each: len(each.negation.firm),
    "bounds": lambda each: bool(each.bounds.lower),
    "opposites": lambda each: len(each.opposites.words) + len(each.opposites.before),
    "no denial": lambda each: len(each.negation.not_denying),
    "capitals": lambda each: each.writing.capitals.value.replace("unknown", ""),
    "particles": lambda each: len(each.names.particles),
    "gender": lambda each: each.gender != Gender(),
    "attribution": lambda each: bool(each.attribution.verbs),
    "rumour": lambda each: bool(each.rumour.perfect),
    "qualifiers": lambda each: len(each.qualifiers),
    "duty": lambda each: bool(each.duty.expects),
    "times": lambda each: len(each.times.relations),
    "false friends": lambda each: len(each.false_friends),
    "places": lambda each: len(each.exonyms) + len(each.regions),
    "peoples": lambda each: len(each.demonyms),
    "acronyms": lambda each: len(each.acronyms),
    "persons": lambda each: len(each.persons) + len(each.given_names) + len(each.bodies),
    "left in English": lambda each: len(each.leftovers),
    "abbreviations": lambda each: each.stops != Stops(),
    "terms": lambda each: each.inflection.links is not None,
    "endings": lambda each: len(each.inflection.endings) if each.inflection.endings[0].forms != "s?" else 0,
    "stemmer": lambda each: bool(each.lexicon.stemmer),
    "lexicon": lambda each: each.code in LANGUAGES,
    "sentence vectors": lambda each: f"{each.near:.2f}" if each.near else "",
    "ratio of length": lambda each: f"{each.length:+.2f}" if each.length else "",
}
"""The columns of the page: how many entries a language has, or whether it has any."""


def page() -> str:
    """Return the page: how languages are written, what is known of those with a calendar, and which others exist."""
    full = [each for each in languages() if each.calendar.months and each.code != ENGLISH]
    others = [each for each in languages() if not each.calendar.months]
    known = {title: facet for title, facet in FACETS.items() if any(map(facet, full))}
    return "\n".join(
        (
            "# What is known of each language",
            "",
            "A language has one home, `auditor/languages/xx.toml`, with the source of each table; no module knows a",
            "language by its name. This page is written from the files. To add a language, write its file (what each",
            "key means is in `auditor/languages/facets.py`) and, for what its words are rendered with, a",
            "[lexicon](lexicon.md). What looks at the English alone works whatever the source; where a facet is empty,",
            "the checks that need it are silent.",
            "",
            "## How they are written",
            "",
            "Decimal and thousands signs and quotation marks with the usual one first; `_` is a space. *Told by*: the",
            "share of letters of its own from which a text is taken for the language, or its function words.",
            "",
            *_table(
                ("language", "code", "script", "words", "capitals", "decimal", "thousands", "quotation", "told by")
            )((each.name, each.code, *_writing(each)) for each in full),
            "",
            "## What is known",
            "",
            "Numbers count entries (forms for the calendar and the numbers); ● is yes.",
            "",
            *_table(("", *(each.code for each in full)))(
                (title, *(_shown(facet(each)) for each in full)) for title, facet in known.items()
            ),
            "",
            "## Others",
            "",
            "Languages that are recognised, named, or whose script and endings are known.",
            "",
            *_table(
                ("language", "code", "script", "words", "capitals", "decimal", "thousands", "quotation", "told by")
            )((each.name, each.code, *_writing(each)) for each in others),
            "",
        )
    )


def _table(head: tuple[str, ...]) -> Callable[[Iterable[tuple[str, ...]]], list[str]]:
    """Return what makes a table of rows under ``head``."""
    lines = [_row(head), _row(tuple("---" for _ in head))]
    return lambda rows: [*lines, *map(_row, rows)]


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"


def _writing(each: Language) -> tuple[str, ...]:
    writing = each.writing
    words = "words" if each.function_words else ""
    told = f"letters, {writing.share:.1%}" if writing.letters else words
    signs = dict.fromkeys("_" if sign.isspace() else sign for sign in writing.thousands)
    return (
        writing.script,
        "spaced" if writing.spaced else "unspaced",
        writing.capitals.value if writing.cased else "none",
        writing.decimal,
        " ".join(signs),
        " ".join(writing.quotation),
        told,
    )


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "●" if value else ""
    return str(value) if value else ""


def _forms(names: Iterable[str]) -> int:
    return sum(len(name.split()) for name in names)


def test_the_page_of_the_languages_is_current() -> None:
    if os.environ.get("AUDITOR_UPDATE_SNAPSHOTS"):
        PAGE.write_text(page(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page(), "run the tests once with AUDITOR_UPDATE_SNAPSHOTS=1"


def test_the_page_has_every_language() -> None:
    assert all(f"| {each.name} | {each.code} |" in page() for each in languages() if each.code != ENGLISH)
