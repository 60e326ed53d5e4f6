"""Numbers that changed places are told, by what they count and by how a change goes from one to the other."""

from __future__ import annotations

import pytest

from auditor.model import Severity
from tests.checks.accuracy.conftest import Told

RULES = ("number-moved",)


@pytest.mark.parametrize(
    ("language", "source", "text"),
    [
        ("de", "Der Gewinn stieg um 3,2 auf 14,6 Millionen Euro.", "Profit rose by 14.6 million euros to 3.2 million."),
        (
            "de",
            "Die Löhne steigen in diesem Jahr um 4,1 Prozent und im nächsten um 3,5 Prozent.",
            "Wages will rise by 3.5% this year and by 4.1% next year.",
        ),
        (
            "de",
            "Für den Plan stimmten 31 Räte, 28 waren dagegen.",
            "Twenty-eight councillors voted for the plan and 31 against.",
        ),
        (
            "de",
            "Gegen den Plan stimmten 31 Räte, 28 waren dafür.",
            "Twenty-eight councillors voted against the plan and 31 for it.",
        ),
        (
            "es",
            "El beneficio subió en 3,2 millones, hasta 14,6 millones de euros.",
            "Profit rose by 14.6 million to 3.2 million euros.",
        ),
        (
            "es",
            "El convenio prevé una subida del 4,1 % este año y del 3,5 % el que viene.",
            "The deal provides for a rise of 3.5% this year and 4.1% next year.",
        ),
        (
            "fr",
            "L'accord prévoit une hausse de 4,1 % cette année et de 3,5 % l'an prochain.",
            "The deal provides for a rise of 3.5% this year and 4.1% next year.",
        ),
        (
            "fr",
            "La grande salle compte 720 places, la petite 130.",
            "The large hall has 130 seats and the small one 720.",
        ),
        (
            "fr",
            "Le bénéfice a augmenté de 3,2 millions, à 14,6 millions d'euros.",
            "Profit rose by 14.6 million euros to 3.2 million.",
        ),
        (
            "fr",
            "Le groupe affiche un bénéfice de 14 millions d'euros pour un chiffre d'affaires de 52 millions.",
            "The group posted a profit of 52 million euros on revenue of 14 million.",
        ),
        (
            "ru",
            "Большой стадион вмещает 4200 зрителей, малый — 700.",
            "The large stadium seats 700 people and the small one 4,200.",
        ),
        ("ru", "Прибыль выросла на 3,2 до 14,6 миллиона евро.", "Profit rose by 14.6 million euros to 3.2 million."),
        (
            "zh",
            "公司第二季度净亏损扩大至7.2亿元，上年同期亏损4.3亿元。",
            "The company's second-quarter net loss widened from 720 million yuan to 430 million a year earlier.",
        ),
        (
            "zh",
            "公司第二季度净亏损扩大至7.2亿元，上年同期亏损4.3亿元。",
            "The company's second-quarter net loss widened to 430 million yuan from 720 million a year earlier.",
        ),
        ("zh", "利润增加3.2亿元，至14.6亿元。", "Profit rose by 1.46 billion yuan to 320 million."),
    ],
)
def test_exchanged_numbers_are_told(told: Told, language: str, source: str, text: str) -> None:
    found = [finding.severity for rule in RULES for finding in told(rule, text, source, language)]
    assert {Severity.MAJOR, Severity.CRITICAL} & set(found)


@pytest.mark.parametrize(
    ("language", "source", "text"),
    [
        ("de", "Der Gewinn stieg um 3,2 auf 14,6 Millionen Euro.", "Profit rose by 3.2 million euros to 14.6 million."),
        (
            "de",
            "Die Klinik machte bei einem Umsatz von 52 Millionen Euro einen Verlust von 14 Millionen Euro.",
            "The clinic made a loss of 14 million euros on revenue of 52 million.",
        ),
        (
            "de",
            "Für den Plan stimmten 31 Räte, 28 waren dagegen.",
            "Thirty-one councillors voted for the plan and 28 against.",
        ),
        (
            "es",
            "El convenio prevé una subida del 4,1 % este año y del 3,5 % el que viene.",
            "The deal provides for a rise of 4.1% this year and 3.5% next year.",
        ),
        (
            "ru",
            "Большой стадион вмещает 4200 зрителей, малый — 700.",
            "The large stadium seats 4,200 people and the small one 700.",
        ),
        (
            "zh",
            "公司第二季度净亏损扩大至7.2亿元，上年同期亏损4.3亿元。",
            "The company's second-quarter net loss widened to 720 million yuan from 430 million a year earlier.",
        ),
        (
            "zh",
            "白云机场取消航班186班，宝安机场取消64班。",
            "Baiyun airport cancelled 186 flights and Bao'an airport 64.",
        ),
        ("pt", "O dólar fechou a R$ 5,42, em queda de 0,8%.", "The dollar ended 0.8 percent lower at 5.42 reais."),
    ],
)
def test_numbers_in_their_places_pass(told: Told, language: str, source: str, text: str) -> None:
    assert [finding for rule in RULES for finding in told(rule, text, source, language)] == []
