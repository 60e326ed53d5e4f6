"""``arabic-article-in-two-forms``."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from auditor.checks.base import Hit, Story, code_check
from auditor.model import Category, Confidence, Severity, Span

_NAME = re.compile(r"\b(?P<article>[AaEe]l)(?P<join>[- ])(?P<base>[A-Z][a-z]{3,})\b")
_SPANISH = {"Salvador", "Paso", "Nino", "Mundo", "Dorado", "Pais", "Capitan", "Greco", "Clasico"}


@code_check(
    "arabic-article-in-two-forms",
    category=Category.TERM_INCONSISTENCY,
    severity=Severity.MINOR,
    confidence=Confidence.MEDIUM,
    flags=(
        "Hamid al-Bakri left Tunis.\n\nA lawyer for [[el-Bakri]] declined to comment; al-Bakri was abroad.",
        "The mosque of Al-Nour is old.\n\nThe guards of [[El-Nour]] left; Al-Nour was closed.",
    ),
    passes=(
        "Hamid al-Bakri left Tunis.\n\nAl-Bakri's lawyer declined to comment.",
        "Hamid al-Bakri met Samir el-Nour in Tunis.",
        "The envoy went from El Salvador to Al Salvador Street.",
    ),
)
def arabic_article_in_two_forms(story: Story) -> Iterator[Hit]:
    """One Arabic name takes now “al-”, now “el-”.

    The two transcribe one article. Readers take the forms for two people, and a search finds half of the story.

    The capital of the article, and different names, pass. The form that the story uses most is taken as right.
    """
    places: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for sentence in story.analysis.sentences:
        for match in _NAME.finditer(sentence.plain):
            if match["base"] not in _SPANISH:
                span = sentence.span_at(match.start(), match.end())
                places[match["base"]][match["article"].lower()].append(span)
    for base, forms in places.items():
        if len(forms) > 1:
            usual, other = sorted(forms, key=lambda article: (-len(forms[article]), forms[article][0]))
            yield Hit(
                spans=tuple(forms[other]),
                message=f"The name is written {other}-{base} here and {usual}-{base} elsewhere.",
            )
