"""``glossary-term-altered``."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.base import Example, Hit, Story, code_check
from auditor.checks.terms.answers import hits
from auditor.model import Category, Confidence, Severity, Term, TermKind

_PAPER = Term(TermKind.KEEP, "Le Courrier du Port", ("Le Courrier du Port",))
_BRAND = Term(TermKind.KEEP, "eNova", ("eNova",))


@code_check(
    "glossary-term-altered",
    category=Category.TERMBASE,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    flags=(
        Example(
            "[[She told the Harbour Mail.]]", "Elle l'a dit au journal Le Courrier du Port.", "fr", glossary=(_PAPER,)
        ),
        Example("The [[Enova]] works will close.", "L'usine eNova va fermer.", "fr", glossary=(_BRAND,)),
    ),
    passes=(
        Example(
            "She told Le Courrier du Port.", "Elle l'a dit au journal Le Courrier du Port.", "fr", glossary=(_PAPER,)
        ),
        Example("eNova's works will close.", "L'usine eNova va fermer.", "fr", glossary=(_BRAND,)),
        Example("She told the Harbour Mail.", "Elle l'a dit au journal.", "fr", glossary=(_PAPER,)),
        Example("She told the Harbour Mail.", glossary=(_PAPER,)),
    ),
)
def glossary_term_altered(story: Story) -> Iterator[Hit]:
    """A term that stays as it is was translated, respelled or left out.

    Titles, brands and bodies that the desk keeps in their own language are no longer recognised when translated.

    Speaks only where the aligned source sentence holds the term, and neither the sentence nor those beside it have it,
    or another form that the glossary accepts.
    """
    yield from hits(story, kept=True, asks="The source has “{}” here; the glossary keeps it as {}")
