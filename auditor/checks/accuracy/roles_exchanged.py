"""``roles-exchanged``."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.bilingual.roles import exchanges, feelings_turned
from auditor.checks.base import Example, Hit, Story, code_check
from auditor.model import Category, Confidence, Evidence, Severity


@code_check(
    "roles-exchanged",
    category=Category.MISTRANSLATION,
    severity=Severity.CRITICAL,
    confidence=Confidence.MEDIUM,
    flags=(
        Example("[[Belgium accused Finland]] of spying.", "La Finlande a accusé la Belgique d'espionnage.", "fr"),
        Example(
            "Police held a man [[who accused his neighbour]].", "Detuvieron a un hombre al que su vecino acusó.", "es"
        ),
        Example("The press says [[Sorokina accuses]] the firm.", "Пресса пишет, что фирма обвиняет Сорокину.", "ru"),
        Example("[[He will replace his cousin]].", "Il sera remplacé par son cousin.", "fr"),
        Example("He says that [[he had warned the doctor]].", "Er sagt, dass ihn die Ärztin gewarnt habe.", "de"),
        Example("[[I helped]] nobody.", "Мне никто не помогал.", "ru"),
        Example("The [[judge overpowered the driver]].", "Den Richter überwältigte der Fahrer.", "de"),
        Example("“Never,” the [[mayor told the judge]].", "« Jamais », a répondu au maire la juge.", "fr"),
        Example("The [[manager sued his driver]].", "Al gerente lo demandó ante el juez su chófer.", "es"),
        Example(
            "The [[judge praised above all the doctors]].", "Den Richter lobten gestern vor allem die Ärzte.", "de"
        ),
        Example("[[Norway beat Cyprus]] 2-0.", "Сборную Норвегии обыграла команда Кипра 2:0.", "ru"),
        Example(
            "They accuse the [[farmer of insulting the driver]].",
            "Ils reprochent au chauffeur d'avoir insulté l'agriculteur.",
            "fr",
        ),
        Example("[[France will hand over ten suspects to Japan]].", "日本将向法国移交十名嫌疑人。", "zh"),
    ),
    passes=(
        Example(
            "The regional budget has set aside 1.5 billion roubles to help those affected.",
            "На помощь пострадавшим из краевого бюджета выделено полтора миллиарда рублей.",
            "ru",
        ),
        Example("Finland accused Belgium of spying.", "La Finlande a accusé la Belgique d'espionnage.", "fr"),
        Example("Belgium was accused by Finland.", "La Finlande a accusé la Belgique.", "fr"),
        Example("Finland accused Belgium.", "La Belgique a été accusée par la Finlande.", "fr"),
        Example("The minister sued the firm.", "Die Firma verklagte der Minister.", "de"),
        Example("His cousin will replace him.", "Il sera remplacé par son cousin.", "fr"),
        Example("The doctor had warned him.", "Die Ärztin hatte ihn gewarnt.", "de"),
        Example("His driver sued the manager.", "Al gerente lo demandó ante el juez su chófer.", "es"),
        Example("Cyprus's team beat Norway 2-0.", "Сборную Норвегии обыграла команда Кипра 2:0.", "ru"),
        Example("The doctors above all praised the judge.", "Den Richter lobten gestern vor allem die Ärzte.", "de"),
        Example(
            "They accuse the driver of insulting the farmer.",
            "Ils reprochent au chauffeur d'avoir insulté l'agriculteur.",
            "fr",
        ),
        Example("She likes him.", "Он ей нравится.", "ru"),
        Example("The driver overpowered the judge.", "Den Richter überwältigte der Fahrer.", "de"),
        Example("“Never,” the judge told the mayor.", "« Jamais », a répondu au maire la juge.", "fr"),
        Example("The firm accuses Sorokina.", "Фирма обвиняет Сорокину.", "ru"),
    ),
)
def roles_exchanged(story: Story) -> Iterator[Hit]:
    """Who does something and to whom it is done have changed places.

    The names, the verb and the figures are right, and the accused accuses.

    Speaks only where the source leaves no doubt: where its order or a preposition, an article or a case ending shows
    that the subject of the translation is an object, and verb and both parties have one word each in the source.
    An object in front of the verb shows it by its case, its preposition or the verb's agreement, as does the subject
    behind the verb that follows a quotation. A passive's agent, a pronoun beside the verb whose subject is a noun, two
    pronouns, and the one from whom something is bought show it too. Who is accused of something
    is the one who did it. Verbs that are true both ways pass, such as “meet”. So do those that other languages turn
    round, such as “like”, but where the source shows who likes whom.
    """
    for pair in story.source_pairs:
        for found in (*exchanges(pair), *feelings_turned(pair)):
            words = [token for token in (found.doer, found.verb, found.other) if token is not None]
            said = found.source.of(pair.theirs.text)
            yield Hit(
                spans=(pair.span_of(*words),),
                message=f"In the source “{found.doer}” has another part in this: “{said}”.",
                evidence=(Evidence("source", said),),
            )
