"""``glossary-term-missing``."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.base import Example, Hit, Story, code_check
from auditor.checks.terms.answers import hits
from auditor.model import Category, Confidence, Severity, Term, TermKind

_RATE = Term(TermKind.REQUIRED, "taux directeur", ("key rate", "policy rate"), source_language="fr")
_TAX = Term(TermKind.REQUIRED, "taux", ("tax share",))
_COURT = Term(TermKind.REQUIRED, "Rechnungshof", ("Court of Auditors",), source_language="de")


@code_check(
    "glossary-term-missing",
    category=Category.TERMBASE,
    severity=Severity.MINOR,
    confidence=Confidence.MEDIUM,
    flags=(
        Example(
            "[[The bank left its guiding rate alone.]]",
            "La banque n'a pas touché à son taux directeur.",
            "fr",
            glossary=(_RATE,),
        ),
        Example("The [[court of auditors]] objected.", "Der Rechnungshof widersprach.", "de", glossary=(_COURT,)),
    ),
    passes=(
        Example(
            "The bank left its policy rates alone.",
            "La banque a laissé ses taux directeurs.",
            "fr",
            glossary=(_RATE, _TAX),
        ),
        Example(
            "The Court of Auditors objected.",
            "Das missfiel dem Vorsitzenden des Rechnungshofs.",
            "de",
            glossary=(_COURT,),
        ),
        Example("The bank left its guiding rate alone.", "La banque n'a rien changé.", "fr", glossary=(_RATE,)),
        Example("The bank left its guiding rate alone.", glossary=(_RATE,)),
    ),
)
def glossary_term_missing(story: Story) -> Iterator[Hit]:
    """A term of the source is not translated as the glossary asks.

    The desk has agreed on a word; another one makes readers think of another thing.

    Speaks only where the aligned source sentence holds the term, in any of its plain inflections, and none of the
    accepted translations is in the sentence or beside it. Of terms that overlap, the longest counts. Where the
    translation has a forbidden word for the term, only that is told.
    """
    yield from hits(story, kept=False, asks="For “{}” the glossary asks for {}")
