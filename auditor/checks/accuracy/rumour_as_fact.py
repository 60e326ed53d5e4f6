"""``rumour-as-fact``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from auditor.checks.base import Example, Hit, Story, code_check
from auditor.languages import language as language_of
from auditor.model import Category, Confidence, Evidence, Severity

_HEDGED = re.compile(
    r"\b(?:would|could|might|may|should|must|can|if|whether|reported(?:ly)?|reports?|alleged(?:ly)?|allegations?|"
    r"according|apparent(?:ly)?|believed?|thought|suspect(?:ed|s)?|suspicions?|suppos\w+|rumou?r\w*|claim\w*|appear\w*|"
    r"seem\w*|likely|possibl[ey]|perhaps|maybe|presum\w+|probabl[ey]|understood|estimat\w+|accus\w+|purported\w*|"
    r"said|say|says|saying|told|tells|had|have been going to|to have|was to|were to|wanted|expected|ought|unconfirmed|"
    r"potential\w*|hear\w*|sources?|states?|stated|opinion)\b|'d\b|\?",
    re.IGNORECASE,
)
"""English that leaves it open, or attributes it."""


@code_check(
    "rumour-as-fact",
    category=Category.MISTRANSLATION,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    flags=(
        Example("[[The broker paid two officials.]]", "Le courtier aurait payé deux fonctionnaires.", "fr"),
        Example("[[The gunman fled to the hills.]]", "El pistolero habría huido a las colinas.", "es"),
        Example("[[The broker paid two officials.]]", "Der Makler soll zwei Beamte bezahlt haben.", "de"),
        Example(
            "[[The fire started in the cellar.]]", "L'incendio sarebbe scoppiato in cantina, dove c'era olio.", "it"
        ),
    ),
    passes=(
        Example("The broker reportedly paid two officials.", "Le courtier aurait payé deux fonctionnaires.", "fr"),
        Example("The broker is said to have paid two officials.", "Le courtier aurait payé deux fonctionnaires.", "fr"),
        Example("According to the police, the gunman fled.", "Según la policía, el pistolero habría huido.", "es"),
        Example("He said they had paid.", "Il a dit qu'ils auraient payé.", "fr"),
        Example("The mayor wanted to pay.", "Le maire aurait voulu payer.", "fr"),
        Example("The bridge will be rebuilt by May.", "Die Brücke soll bis Mai wieder aufgebaut sein.", "de"),
        Example("Had he paid, he had left.", "S'il avait payé, il serait parti.", "fr"),
    ),
)
def rumour_as_fact(story: Story) -> Iterator[Hit]:
    """What the source only reports is told as a fact.

    The French conditional of rumour (“il aurait fui”), like its Spanish, Italian and Portuguese kin and German “soll
    geflohen sein”, says that the newsroom does not vouch for it. Without “reportedly”, “is said to” or “allegedly” the
    translation does.

    Speaks only where such a perfect stands in a main clause without a condition, and nothing in the English sentence or
    beside it leaves it open or attributes it. Wishes (“aurait voulu”) pass.
    """
    pattern = _perfect(story.spoken)
    if pattern is None:
        return
    unless = re.compile(language_of(story.spoken).rumour.unless, re.IGNORECASE)
    for pair in story.source_pairs:
        found = pattern.search(pair.theirs.text)
        if found is None or _HEDGED.search(pair.ours_around.text):
            continue
        if unless.search(pair.theirs.text, 0, found.start()):
            continue
        yield Hit(
            spans=(pair.span,),
            message=f"The source reports this without vouching for it (“{found.group()}”); write “reportedly” or "
            "“is said to”.",
            evidence=(Evidence("source", found.group()),),
        )


@cache
def _perfect(spoken: str) -> re.Pattern[str] | None:
    told = language_of(spoken).rumour
    wish = rf"(?!\w+ (?:{told.wishes})\b)" if told.wishes else ""
    return re.compile(rf"\b{wish}(?:{told.perfect})\b") if told.perfect else None
