"""Names in another script: what sounds alike is one name, however it is spelled."""

from __future__ import annotations

import pytest

from tests.checks.accuracy.conftest import Told

RULES = ("name-missing", "name-altered")


@pytest.mark.parametrize(
    ("language", "source", "target"),
    [
        ("ru", "Вчера в студии пела Ньютон.", "Newton sang in the studio yesterday."),
        ("ru", "Больницу построили по проекту Гринвея.", "The hospital was built to a design by Greenway."),
        ("ru", "С мая клубом руководит Трю.", "Trew has led the club since May."),
        ("ru", "Этот город называется Уэллс.", "This town is called Wells."),
        ("uk", "Учора в студії співала Лоус.", "Lowes sang in the studio yesterday."),
    ],
)
def test_a_name_that_sounds_the_same_is_neither_lost_nor_new(
    told: Told, language: str, source: str, target: str
) -> None:
    assert not [finding for rule in RULES for finding in told(rule, target, source, language)]


@pytest.mark.parametrize(
    ("language", "source", "target"),
    [
        ("ru", "Вчера в студии пела Хартли.", "A choir sang in the studio yesterday."),
        ("ru", "Больницу построили по проекту Гринвея.", "The hospital was built to a design by Morrison."),
    ],
)
def test_a_name_that_is_nowhere_or_another_is_told(told: Told, language: str, source: str, target: str) -> None:
    assert [finding for rule in RULES for finding in told(rule, target, source, language)]


@pytest.mark.parametrize(
    ("language", "source", "target", "wrong"),
    [
        ("fr", "La directrice, Corinne Bastide, l'a confirmé.", "The director, Corinne Bastille, confirmed it.", True),
        ("es", "Lo confirmó Delia Coronel.", "Delia Moreno confirmed it.", True),
        ("it", "Lo ha confermato Tullio Ferrante.", "Tullio Ferrari confirmed it.", True),
        ("fr", "La directrice, Corinne Bastide, l'a confirmé.", "The director, Corinne Bastide, confirmed it.", False),
        ("fr", "Dmitri Chostakovitch est mort en 1975.", "Dmitri Shostakovich died in 1975.", False),
        ("fr", "Le Stade Rennais a gagné.", "Stade Rennais won.", False),
        ("de", "Das bestätigte Bayern München.", "Bayern Munich confirmed it.", False),
        ("es", "Lo confirmó Delia Coronel.", "Ms Coronel confirmed it.", False),
    ],
)
def test_a_surname_behind_a_given_name_that_is_kept_is_the_source_s(
    told: Told, language: str, source: str, target: str, wrong: bool
) -> None:
    found = [finding for finding in told("name-altered", target, source, language) if finding.severity == "major"]
    assert bool(found) is wrong


@pytest.mark.parametrize(
    ("language", "source", "target", "wrong"),
    [
        ("it", "Il procuratore Tullio Santacroce tace.", "Prosecutor Tullio Holy Cross is silent.", True),
        ("es", "Lo dijo la jueza Celia Buenafuente.", "Judge Celia Good Fountain said so.", True),
        ("it", "La Fondazione Tullio Santacroce ha aperto.", "The Tullio Santacroce Foundation has opened.", False),
        ("it", "Akoray cooperò con i Moghul.", "Akoray cooperated with the Mughals.", False),
        ("pt", "A história acaba com a Rainha-mãe dançando.", "The story ends with the Queen mother dancing.", False),
        ("ru", "Она описала последствия китайской политики.", "She described the effects of China's policy.", False),
        ("de", "Sie beschrieb die Folgen der chinesischen Politik.", "She described China's policy.", False),
    ],
)
def test_a_surname_in_two_words_is_another_and_a_place_may_be_told_by_its_people(
    told: Told, language: str, source: str, target: str, wrong: bool
) -> None:
    assert bool([finding for rule in RULES for finding in told(rule, target, source, language)]) is wrong


@pytest.mark.parametrize(
    ("language", "source", "target", "wrong"),
    [
        ("ru", "Победила бегунья Ольга Соловей.", "The runner Olga Nightingale won.", True),
        ("ru", "Победил режиссёр Сильвен Уайт.", "The director Sylvain White won.", False),
        ("de", "Das war die Ostpolitik Willy Brandts.", "That was the Ostpolitik of Willy Brandt.", False),
        ("de", "In Moldau wird gewählt.", "In Moldova people are voting.", False),
        ("ru", "Победила бегунья Ольга Мороз.", "The runner Olga Moroz won.", False),
        ("ru", "Так сказал юрист Глеб Чуб.", "So said the lawyer Gleb Chubais.", True),
        ("ru", "Так сказал юрист Глеб Чуба.", "So said the lawyer Gleb Chub.", False),
        ("ru", "Так сказал певец Шарль Дюма.", "So said the singer Charles Dumas.", False),
        ("de", "Das sagte der Winzer Karl Köster.", "So said the winegrower Karl Kostner.", True),
        ("de", "Das sagte der Winzer Karl Hölscher.", "So said the winegrower Karl Holzer.", True),
        ("de", "Das sagte der Winzer Karl Müller.", "So said the winegrower Karl Mueller.", False),
        ("de", "Das sagte der Winzer Karl Großmann.", "So said the winegrower Karl Grossmann.", False),
        ("es", "El alcalde Íñigo Peñalver dimitió.", "The mayor, Inigo Penalver, resigned.", False),
        ("de", "Die Klinik in Bad Liebenwerda schließt.", "The hospital in Bad Liebenzell is closing.", True),
        ("de", "Die Klinik in Bad Liebenwerda schließt.", "The hospital in Bad Liebenwerda is closing.", False),
        (
            "de",
            "Zu zwei Vierteln der Nationalfonds, sagte Rohr.",
            "The Swiss National Fund paid two-quarters, Rohr said.",
            False,
        ),
        ("zh", "学者方季同说，银盘是仿制品。", "Scholar Fang Litong said the plate was a copy.", True),
        ("zh", "学者方季同说，银盘是仿制品。", "Scholar Fang Jitong said the plate was a copy.", False),
        ("zh", "学者方长明说，银盘是仿制品。", "Scholar Fang Zhangming said the plate was a copy.", False),
        ("zh", "学者方长明说，银盘是仿制品。", "Scholar Fang Changming said the plate was a copy.", False),
    ],
)
def test_a_name_keeps_its_letters_however_they_are_written(
    told: Told, language: str, source: str, target: str, wrong: bool
) -> None:
    found = [finding for finding in told("name-altered", target, source, language) if finding.severity == "major"]
    assert bool(found) is wrong
