"""Items that a translation leaves out of a list."""

from __future__ import annotations

import pytest

from tests.checks.accuracy.conftest import Told

WRONG = [
    ("fr", "Ils cultivent des pommes, des cerises et des prunes.", "They grow apples and plums."),
    (
        "es",
        "El ministro visitó una escuela, un hospital y una fábrica.",
        "The minister visited a school and a factory.",
    ),
    (
        "it",
        "Il ministro ha visitato una scuola, un ospedale e una fabbrica.",
        "The minister visited a school and a factory.",
    ),
    (
        "pt",
        "O ministro visitou uma escola, um hospital e uma fábrica.",
        "The minister visited a school and a hospital.",
    ),
    ("de", "Sie verkaufen Äpfel, Birnen, Kirschen und Pflaumen.", "They sell apples, pears and cherries."),
    ("ru", "Министр посетил школу, больницу и завод.", "The minister visited a school and a factory."),
    ("zh", "部长参观了学校、医院和工厂。", "The minister visited a school and a factory."),
]

RIGHT = [
    ("fr", "Ils cultivent des pommes, des cerises et des prunes.", "They grow apples, cherries and plums."),
    ("fr", "Ils cultivent des pommes, des cerises et des prunes.", "They grow apples, plums and other fruit."),
    ("fr", "Ils cultivent des pommes, des cerises et des prunes.", "They grow apples and stone fruit."),
    ("fr", "À la fin, le maire et le juge ont parlé.", "The mayor and the judge spoke."),
    ("de", "Im Mai, sagte er, kommen Ärzte und Lehrer.", "Doctors and teachers are coming, he said."),
    ("de", "Sie verkaufen Äpfel, Birnen und Pflaumen.", "They sell apples and plums. Pears, too."),
    ("zh", "据报道，学校、医院和工厂关闭。", "Schools, hospitals and factories are closed."),
]


@pytest.mark.parametrize(("language", "source", "target"), WRONG)
def test_an_item_left_out_of_a_list_is_told(told: Told, language: str, source: str, target: str) -> None:
    assert [finding.severity for finding in told("content-missing", target, source, language)] == ["major"]


@pytest.mark.parametrize(("language", "source", "target"), RIGHT)
def test_items_told_otherwise_and_what_is_no_list_pass(told: Told, language: str, source: str, target: str) -> None:
    assert not told("content-missing", target, source, language)
