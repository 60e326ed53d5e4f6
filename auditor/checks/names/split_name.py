"""``name-split-in-two``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from auditor.checks.base import Example, Hit, Story, code_check
from auditor.checks.names.lookup import Forms, lookup
from auditor.config import word_list
from auditor.model import Category, Confidence, Severity

_JOINED = re.compile(r"(?<![@#\w/])[A-Z][a-z]{2,}(?:[A-Z][a-z]{2,}|[A-Z])\b")
_JOINT = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


@code_check(
    "name-split-in-two",
    category=Category.ENTITY,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    flags=(
        "The video was taken from [[You Tube]] on Monday.",
        "Shares of [[Astra Zeneca]] fell, and [[Pay Pal]]'s rose.",
        "NordWind hired 40 pilots in May.\n\nA year ago [[Nord Wind]] had 12.",
    ),
    passes=(
        "The video was taken from YouTube on Monday.",
        "The tube was empty when you tube down the river; a space x metres wide.",
        "Black Rock Beach is closed, and so is the Linked In-Box.",
        "NordWind hired 40 pilots. The nord wind blew.",
        "Peter MacDonald spoke. Mac Donald Street is closed to traffic.",
        Example("The video was on My Space.", "La vidéo était sur My Space.", "fr"),
    ),
)
def name_split_in_two(story: Story) -> Iterator[Hit]:
    """A name that is one word is written as two.

    Translation engines take “AstraZeneca” or “YouTube” apart and put it together as two words. Readers see a
    misspelt name; searches and links miss the story.

    The names are in ``gazetteers/joined_names.toml``; a name that the story itself writes as one word elsewhere
    counts too. A longer name of capitalised words, such as “Black Rock Beach”, passes, and what the source splits too.
    """
    texts = [sentence.plain for sentence in story.analysis.sentences]
    own = {name for text in texts for name in _JOINED.findall(text) if not name.startswith(("Mac", "Mc", "De", "La"))}
    forms = Forms({**_split(own), **_known()})
    split_there = cache(lambda form: story.source is not None and form in story.source.text)
    for sentence, text in zip(story.analysis.sentences, texts, strict=True):
        for found in lookup(sentence, forms):
            before, after = text[: found.start], text[found.end :]
            if re.search(r"(?:[A-Z][\w'-]* |-)\Z", before) and not _opens(before):
                continue
            if re.match(r" [A-Z]", after) or split_there(found.form):
                continue
            yield Hit(
                spans=(sentence.span_at(found.start, found.end),),
                message=f"“{found.form}” is one word: “{found.english}”.",
                suggestions=(found.english,),
                fix_is_safe=True,
            )


def _opens(before: str) -> bool:
    """Tell whether the capital of the one word before is that of the sentence."""
    return len(before.split()) == 1


@cache
def _known() -> Mapping[str, str]:
    return _split(word_list("joined_names.names"))


def _split(names: Iterable[str]) -> dict[str, str]:
    """Return the form in two or more capitalised words of each of ``names``."""
    parts = {name: _JOINT.split(name) for name in sorted(names)}
    return {" ".join(part[0].upper() + part[1:] for part in found): name for name, found in parts.items()}
