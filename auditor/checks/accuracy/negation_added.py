"""``negation-added``."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.bilingual.polarity import added
from auditor.checks.base import Example, Hit, Story, code_check
from auditor.model import Category, Confidence, Evidence, Severity, Span


@code_check(
    "negation-added",
    category=Category.MISTRANSLATION,
    severity=Severity.CRITICAL,
    confidence=Confidence.MEDIUM,
    flags=(
        Example("The mayor did [[not]] sign the lease.", "Le maire a signé le bail.", "fr"),
        Example("The bridge [[cannot]] carry lorries.", "Die Brücke trägt Lastwagen.", "de"),
        Example("Congress did [[not]] approve the law.", "El Congreso aprobó la ley.", "es"),
        Example("He did [[not]] speak for ten minutes.", "Il n'a parlé que dix minutes.", "fr"),
    ),
    passes=(
        Example(
            "The ministry, which contributes a fifth, did no more than call for dialogue.",
            "Le ministère, qui en finance un cinquième, s'est borné à appeler au dialogue.",
            "fr",
        ),
        Example(
            "No woman had headed the Supreme Court before the jurist was appointed.",
            "Con su nombramiento, la jurista se convierte en la primera mujer que preside la Corte Suprema.",
            "es",
        ),
        Example("The mayor did not sign the lease.", "Le maire n'a pas signé le bail.", "fr"),
        Example("The mayor did not sign the lease.", "Le maire a refusé de signer le bail.", "fr"),
        Example("The man has not been found.", "L'homme reste introuvable.", "fr"),
        Example(
            "Her lawyer advised her not to climb the wall.",
            "Son avocat lui avait déconseillé de monter sur le mur.",
            "fr",
        ),
        Example("Not only the mayor signed.", "Le maire et d'autres ont signé.", "fr"),
        Example("The doors do not close.", "Las puertas no cierran.", "es"),
        Example("The result was not at all certain.", "Das Ergebnis war alles andere als sicher.", "de"),
    ),
)
def negation_added(story: Story) -> Iterator[Hit]:
    """The translation denies what the source says.

    A “not” too many turns the news round.

    Speaks where the word denied renders one that its clause in the source affirms, or where the source only restricts
    ("ne … que", "nur"). Sources that deny as often in other
    words (“refuse”, “without”, “anything but”) pass, and so does what only looks like a denial (“not only”). Languages
    without a lexicon are left alone.
    """
    for pair in story.source_pairs:
        for denial, word in added(pair):
            span = pair.place(Span(*denial.span()))
            yield Hit(
                spans=(span,),
                message=f"The source has no negation here that “{denial.group()}” could render.",
                evidence=() if word is None else (Evidence("target", word.text),),
            )
