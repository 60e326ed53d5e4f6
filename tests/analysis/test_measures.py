"""Sums and measures are read with their units, in each language."""

from __future__ import annotations

import pytest

from auditor.analysis import measures, numbers


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "It cost $3.2 billion.", [("$3.2 billion", {"dollars"})]),
        ("en", "R$50 each", [("R$50", {"reais"})]),
        ("en", "5 to 7 kilometres", [("5", {"kilometres"}), ("7 kilometres", {"kilometres"})]),
        ("en", "300 pounds", [("300 pounds", {"pounds", "pounds sterling"})]),
        ("en", "a 20-mile walk", [("20-mile", {"miles"})]),
        ("fr", "3,2 milliards d'euros", [("3,2 milliards d'euros", {"euros"})]),
        ("fr", "5 kilomètres carrés", [("5 kilomètres carrés", {"square kilometres"})]),
        ("fr", "200 l'an dernier", []),
        ("de", "eine 430-Euro-Strafe", [("430-Euro", {"euros"})]),
        ("es", "3 puntos porcentuales", [("3 puntos porcentuales", {"percentage points"})]),
        ("it", "80 chilometri orari", [("80 chilometri orari", {"kilometres per hour"})]),
        ("pt", "20 toneladas", [("20 toneladas", {"tonnes"})]),
        ("ru", "430 долларов", [("430 долларов", {"dollars"})]),
        ("zh", "430亿美元", [("430亿美元", {"dollars"})]),
        ("zh", "每小时近25公里", [("25公里", {"kilometres", "kilometres per hour"})]),
        ("ja", "時速25キロ", [("25キロ", {"kilograms", "kilometres", "kilometres per hour"})]),
        ("ko", "시속 25km로", [("25km", {"kilometres", "kilometres per hour"})]),
        ("tr", "saatte 80 kilometre hızla", [("80 kilometre", {"kilometres", "kilometres per hour"})]),
        ("zh", "每小时一班，全长25公里", [("25公里", {"kilometres"})]),
        ("ja", "5キロメートル先", [("5キロメートル", {"kilometres"})]),
    ],
)
def test_a_number_is_read_with_its_unit(language: str, text: str, found: list[tuple[str, set[str]]]) -> None:
    read = measures(text, language, numbers(text, language))
    assert [(m.span.of(text), {unit.name for unit in m.units}) for m in read] == found
