"""``negation-lost``."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.bilingual.polarity import lost
from auditor.checks.base import Example, Hit, Story, code_check
from auditor.model import Category, Confidence, Evidence, Severity


@code_check(
    "negation-lost",
    category=Category.MISTRANSLATION,
    severity=Severity.CRITICAL,
    confidence=Confidence.MEDIUM,
    flags=(
        Example(
            "[[Mr Morvan, who has always maintained his innocence, reacted to the statement of the verdict.]]",
            "M. Morvan, qui a toujours clamé son innocence, n'a pas réagi à l'énoncé du verdict.",
            "fr",
        ),
        Example(
            "[[The party rules out tabling a no-confidence motion.]]",
            "Le parti n'exclut plus de déposer une motion de censure.",
            "fr",
        ),
        Example(
            "[[Had it prospered, the censure would have forced Lastra to resign.]]",
            "De haber prosperado, la censura no habría obligado a Lastra a dimitir.",
            "es",
        ),
        Example("[[The mayor signed the lease.]]", "Le maire n'a pas signé le bail.", "fr"),
        Example("[[The bridge can carry lorries.]]", "Die Brücke kann keine Lastwagen tragen.", "de"),
        Example(
            "[[Her team is developing a syrup in a lab by the sea, which will be ready before 2027.]]",
            "Elle met au point avec les siens un sirop, qui ne sera pas prêt avant 2027.",
            "fr",
        ),
        Example("[[Police released the suspect's name.]]", "警方没有公布嫌疑人的姓名。", "zh"),
    ),
    passes=(
        Example('"To those people it is priceless," he said.', "«Per quella gente non ha prezzo», ha detto.", "it"),
        Example(
            "Critics disliked the film, but it took 14 million euros.",
            "Il film non è piaciuto alla critica ma ha incassato 14 milioni di euro.",
            "it",
        ),
        Example(
            "The captain shut it down at 9,400 metres and decided against continuing the flight.",
            "Командир заглушила его на высоте 9,4 тыс. метров и решила не продолжать полет.",
            "ru",
        ),
        Example(
            "Temperatures above 40 degrees are common in July in this region of Spain.",
            "Il n'est pas rare que les températures dépassent 40 degrés en juillet dans cette région de l'Espagne.",
            "fr",
        ),
        Example("The mayor may step down.", "Le maire n'exclut pas de démissionner.", "fr"),
        Example("The minister is considering a ban.", "Der Minister schließt ein Verbot nicht aus.", "de"),
        Example("It was the lowest level in years.", "Há anos que não se via um nível tão baixo.", "pt"),
        Example("The mayor refused to sign the lease.", "Le maire n'a pas voulu signer le bail.", "fr"),
        Example("The mayor signs leases alone.", "Le maire ne signe que des baux.", "fr"),
        Example("The mayor and the council signed.", "Non solo il sindaco ha firmato, ma anche il consiglio.", "it"),
        Example("The bridge lacks rails.", "El puente no tiene barandillas.", "es"),
        Example("Prices are certain to rise.", "No cabe duda de que subirán los precios.", "es"),
    ),
)
def negation_lost(story: Story) -> Iterator[Hit]:
    """The source denies something, and the translation does not.

    One small word lost says the opposite of what was said. It is minor where the
    translation, and the clause, is a free one, which may say the opposite of what is denied (“stay the same” for “not
    change”).

    Speaks where no clause of the translation that renders the words beside the denial denies anything. English that
    denies in other words passes (“fail”, “lack”, “hardly”, “unsafe”), and so do “ne … que”, “not only” and what is
    denied twice. A negation that moved to the next sentence is not lost.
    """
    for pair in story.source_pairs:
        for denial, sure in lost(pair):
            words = denial.group()
            yield Hit(
                spans=(pair.span,),
                message=f"The source denies something here (“{words}”); the translation does not.",
                evidence=(Evidence("source", words),),
                severity=None if sure else Severity.MINOR,
            )
            break
