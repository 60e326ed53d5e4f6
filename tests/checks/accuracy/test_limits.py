"""Limits of numbers and of days are told where they turn round, whether a verb or a word says them."""

from __future__ import annotations

import pytest

from auditor.model import Severity
from tests.checks.accuracy.conftest import Told

RULES = ("bound-altered", "direction-reversed")


@pytest.mark.parametrize(
    ("language", "source", "text"),
    [
        (
            "ru",
            "Огонь подошёл к деревне ближе чем на четыре километра.",
            "The fire came to more than four kilometres from the village.",
        ),
        (
            "ru",
            "Завод закрыт как минимум до 1 июня.",
            "The plant is closed until 1 June at the latest, a spokesman said.",
        ),
        (
            "ru",
            "Завод, выпускающий тысячу машин в год, закрыт как минимум до 1 июня.",
            "The plant, which makes a thousand cars a year, is closed until 1 June at the latest.",
        ),
        (
            "zh",
            "发言人说，复课时间最早也要到星期四上午。",
            "The spokesman said classes would resume on Thursday morning at the latest.",
        ),
        ("zh", "桥梁最迟星期五通车。", "The bridge will open on Friday at the earliest."),
        ("es", "Hubo como mucho treinta heridos.", "At least thirty people were hurt."),
        ("fr", "Les travaux dureront trois semaines tout au plus.", "The work will take at least three weeks."),
        ("de", "Es waren dreißig Menschen höchstens.", "There were at least thirty people."),
        ("ru", "Ремонт займёт три недели минимум.", "The repairs will take at most three weeks."),
        ("de", "Die Brücke öffnet frühestens am Freitag.", "The bridge will open on Friday at the latest."),
        ("fr", "Le pont rouvrira vendredi au plus tôt.", "The bridge will reopen on Friday at the latest."),
        ("es", "El puente abrirá como muy pronto el viernes.", "The bridge will open by Friday at the latest."),
        ("zh", "村里的房屋，完好的不到一半。", "More than half of the houses in the village are intact."),
        ("de", "Mehr als die Hälfte der Häuser ist zerstört.", "Less than half of the houses are destroyed."),
        ("fr", "Moins de la moitié des maisons sont détruites.", "More than half of the houses are destroyed."),
        ("de", "Kaum mehr als die Hälfte der Plätze war besetzt.", "Well over half of the seats were taken."),
        ("de", "Kaum mehr als 200 Plätze waren besetzt.", "Far more than 200 seats were taken."),
        ("fr", "À peine plus de 200 places étaient occupées.", "Well over 200 seats were taken."),
        ("es", "Apenas más de 200 plazas estaban ocupadas.", "Well over 200 seats were taken."),
        ("ru", "Занято было чуть больше 200 мест.", "Well over 200 seats were taken."),
        ("ru", "Ремонт занял без малого шесть лет.", "The repairs took just over six years."),
        ("es", "La producción no podrá bajar de 1.200 toneladas.", "Production may not exceed 1,200 tonnes."),
        ("es", "La pena no podrá superar los 12 años.", "The sentence may not be below 12 years."),
        ("fr", "La peine ne pourra dépasser 12 ans.", "The sentence may not fall below 12 years."),
        ("fr", "L'effectif ne pourra descendre en dessous de 300 salariés.", "The workforce may not exceed 300."),
        ("ru", "Доля не может превышать 25 процентов.", "The share may not fall below 25 per cent."),
        ("zh", "人数不得低于300人。", "The number must not exceed 300."),
        ("de", "Die Zahl darf 300 nicht unterschreiten.", "The number must not exceed 300."),
        ("it", "La quota non può superare il 30%.", "The share may not fall below 30%."),
        ("pt", "O valor não pode ficar abaixo de 300 reais.", "The amount may not exceed 300 reais."),
        (
            "fr",
            "Le trajet a été rude : pas moins de sept des 31 coureurs ont renoncé.",
            "The course was hard: fewer than seven of the 31 riders pulled out.",
        ),
        ("es", "El cierre afecta al menos a 340 empleados.", "The closure affects some 340 employees."),
        ("de", "Die Schließung betrifft mindestens 340 Beschäftigte.", "The closure affects about 340 employees."),
    ],
)
def test_another_limit_is_told(told: Told, language: str, source: str, text: str) -> None:
    found = [finding.severity for rule in RULES for finding in told(rule, text, source, language)]
    assert {Severity.MAJOR, Severity.CRITICAL} & set(found)


@pytest.mark.parametrize(
    ("language", "source", "text"),
    [
        (
            "ru",
            "Огонь подошёл к деревне ближе чем на четыре километра.",
            "The fire came within four kilometres of the village.",
        ),
        (
            "ru",
            "Огонь подошёл к деревне ближе чем на четыре километра.",
            "The fire came to less than four kilometres from the village.",
        ),
        (
            "ru",
            "Завод, выпускающий тысячу машин в год, закрыт как минимум до 1 июня.",
            "The plant, which makes a thousand cars a year, is closed until at least 1 June.",
        ),
        (
            "zh",
            "发言人说，复课时间最早也要到星期四上午。",
            "The spokesman said classes would resume on Thursday morning at the earliest.",
        ),
        ("zh", "村里的房屋，完好的不到一半。", "Fewer than half of the houses in the village are intact."),
        ("es", "El cierre afecta al menos a 340 empleados.", "The closure affects at least 340 employees."),
        ("de", "Kaum mehr als die Hälfte der Plätze war besetzt.", "Barely more than half of the seats were taken."),
        ("de", "Kaum mehr als 200 Plätze waren besetzt.", "Just over 200 seats were taken."),
        ("ru", "Ремонт занял без малого шесть лет.", "The repairs took just under six years."),
        ("ru", "Ремонт занял без малого шесть лет.", "The repairs took almost six years."),
        ("es", "La producción no podrá bajar de 1.200 toneladas.", "Production may not fall below 1,200 tonnes."),
        ("es", "La pena no podrá superar los 12 años.", "The sentence may not exceed 12 years."),
        ("zh", "人数不得低于300人。", "The number must not fall below 300."),
        ("zh", "人数不得超过300人。", "The number must not exceed 300."),
        ("de", "Die Zahl darf 300 nicht überschreiten.", "The number must not exceed 300."),
    ],
)
def test_the_same_limit_in_other_words_passes(told: Told, language: str, source: str, text: str) -> None:
    assert [finding for rule in RULES for finding in told(rule, text, source, language)] == []
