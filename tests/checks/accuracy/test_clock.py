"""Times of the day are another where the hour, the minutes or the half of the day differ."""

from __future__ import annotations

import pytest

from auditor.model import Severity
from tests.checks.accuracy.conftest import Told

RULES = ("number-altered", "number-missing", "number-added")


@pytest.mark.parametrize(
    ("language", "source", "text"),
    [
        ("zh", "工厂共有员工一万六千多名。", "The plant has more than 1,600 employees."),
        ("zh", "比赛吸引了两万八千名观众。", "The match drew 2,800 spectators."),
        ("de", "Die Sitzung begann um viertel neun am Abend.", "The session began at 8.45 p.m."),
        ("ru", "Поезд ушёл в четверть девятого вечера.", "The train left at 9:15 p.m."),
        ("ru", "Заседание открылось в половине третьего.", "The session opened at 3:30."),
        ("zh", "轮渡自星期一下午三时起停航。", "Ferries have been halted since 3 a.m. on Monday."),
        ("zh", "会议于上午9时开始。", "The meeting began at 9 p.m."),
        ("zh", "列车晚上8时30分到站。", "The train arrived at 8:30 a.m."),
        ("zh", "凌晨两点，地震袭击该县。", "At 2 p.m. an earthquake struck the county."),
        ("es", "El tren salió a las siete de la mañana.", "The train left at 7 p.m."),
        ("es", "El atentado ocurrió a las 9 de la noche.", "The attack happened at 9 a.m."),
        ("es", "El juicio empieza a las 16:30 horas.", "The trial begins at 4:30 a.m."),
        ("fr", "Le train est parti à 7 heures du matin.", "The train left at 7 p.m."),
        ("fr", "L'audience s'ouvre à 21h30.", "The hearing opens at 9:30 a.m."),
        ("fr", "Les combats ont cessé à 5 heures de l'après-midi.", "Fighting stopped at 5 a.m."),
        ("de", "Der Zug fuhr um 18.40 Uhr ab.", "The train left at 6.40 a.m."),
        ("de", "Der Zug fuhr um sieben Uhr morgens ab.", "The train left at 7 p.m."),
        ("ru", "Поезд прибыл в 7 часов утра.", "The train arrived at 7 p.m."),
        ("ru", "Поезд прибыл в 23:15.", "The train arrived at 11:15 a.m."),
        ("it", "Il treno è partito alle 8 di sera.", "The train left at 8 a.m."),
        ("pt", "O trem saiu às 6 da manhã.", "The train left at 6 p.m."),
        ("zh", "列车于下午三点左右到达。", "The train arrived at about 3 a.m."),
    ],
)
def test_another_time_of_the_day_is_told(told: Told, language: str, source: str, text: str) -> None:
    found = [finding.severity for rule in RULES for finding in told(rule, text, source, language)]
    assert {Severity.MAJOR, Severity.CRITICAL} & set(found)


@pytest.mark.parametrize(
    ("language", "source", "text"),
    [
        ("zh", "全市已安置灾民四万五千余人。", "The city has resettled more than 45,000 people."),
        ("de", "Die Sitzung begann um viertel neun am Abend.", "The session began at 8.15 p.m."),
        ("ru", "Поезд ушёл в четверть девятого вечера.", "The train left at 8:15 p.m."),
        ("zh", "轮渡自星期一下午三时起停航。", "Ferries have been halted since 3 p.m. on Monday."),
        ("zh", "凌晨两点，地震袭击该县。", "At 2 a.m. an earthquake struck the county."),
        ("zh", "下午1时，会议结束。", "The meeting ended at 1 p.m."),
        ("es", "El tren salió a las siete de la mañana.", "The train left at 7 a.m."),
        ("es", "El juicio empieza a las 16:30 horas.", "The trial begins at 4:30 p.m."),
        ("fr", "L'audience s'ouvre à 21h30.", "The hearing opens at 9:30 p.m."),
        ("de", "Der Zug fuhr um 8 Uhr ab.", "The train left at 8 p.m."),
        ("it", "Il treno è partito alle 8 di sera.", "The train left at 8 p.m."),
        ("pt", "O trem saiu às 6 da tarde.", "The train left at 6 p.m."),
        ("zh", "列车于下午三点左右到达。", "The train arrived at about 3 p.m."),
        ("zh", "他同时提出三点意见。", "At the same time he made three points."),
        ("zh", "会议持续了十二小时。", "The meeting lasted twelve hours."),
        (
            "de",
            "Am Samstag um 22 Uhr begann das Spiel, und um 7 Uhr morgens war es aus.",
            "The match began at 10 p.m. on Saturday and ended at 7 a.m.",
        ),
        (
            "es",
            "La marcha salió el sábado a las 10 de la mañana y acabó a las 8 de la noche.",
            "The march left at 10 a.m. on Saturday and ended at 8 p.m.",
        ),
        ("fr", "Le vol de 14 heures a été retardé à 8 heures du soir.", "The 2 p.m. flight was delayed to 8 p.m."),
        ("fr", "Il est resté 14 heures dans l'eau.", "He spent 14 hours in the water."),
        ("de", "Der Zug fuhr um zwei Uhr nachts ab.", "The train left at 2 a.m."),
        ("zh", "地震发生在12日凌晨3时。", "The quake struck at 3 a.m. on the 12th."),
    ],
)
def test_the_same_time_in_other_words_passes(told: Told, language: str, source: str, text: str) -> None:
    assert [finding for rule in RULES for finding in told(rule, text, source, language)] == []
