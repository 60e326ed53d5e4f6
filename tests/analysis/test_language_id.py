"""The language of a passage is told by script and function words, or not at all."""

from __future__ import annotations

import pytest

from auditor.analysis import identify
from auditor.languages import language_name, languages


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The minister said the talks would go on until the end of the week.", "en"),
        ("Le ministre a déclaré que les négociations se poursuivraient jusqu'à la fin de la semaine.", "fr"),
        ("El ministro dijo que las negociaciones seguirán hasta el fin de la semana, pero sin la prensa.", "es"),
        ("Der Minister sagte, dass die Gespräche bis zum Ende der Woche dauern werden.", "de"),
        ("Il ministro ha detto che i colloqui continueranno fino alla fine della settimana.", "it"),
        ("O ministro disse que as negociações vão continuar até o fim da semana, mas não em Lisboa.", "pt"),
        ("De minister zei dat het overleg tot het einde van de week doorgaat, maar niet in Brussel.", "nl"),
        ("Министр сказал, что переговоры продлятся до конца недели.", "ru"),
        ("Міністр сказав, що переговори триватимуть до кінця тижня.", "uk"),
        ("部长说，会谈将持续到本周末。", "zh"),
        ("大臣は会談が週末まで続くと述べた。", "ja"),
        ("قال الوزير إن المحادثات ستستمر حتى نهاية الأسبوع.", "ar"),
        ("השר אמר כי השיחות יימשכו עד סוף השבוע.", "he"),
    ],
)
def test_a_sentence_of_news_is_recognised(text: str, language: str) -> None:
    assert identify(text) == language


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "nothing to go by"),
        ("2-1 (1-0)", "no letters"),
        ("Solange Delmarre, Marc Oyarzun, Aquilon", "names belong to no language"),
        ("Berlin", "a single word proves nothing"),
    ],
)
def test_what_cannot_be_told_is_left_open(text: str, reason: str) -> None:
    assert identify(text) is None, reason


def test_a_foreign_name_in_an_english_sentence_does_not_change_its_language() -> None:
    assert identify("The president of the Société générale des eaux said it was not for sale.") == "en"


def test_decomposed_accents_are_read_like_composed_ones() -> None:
    import unicodedata

    french = "Le préfet a été reçu à l'Élysée, où il a présenté ses excuses."
    assert identify(unicodedata.normalize("NFD", french)) == identify(french) == "fr"


def test_every_language_with_function_words_has_a_name() -> None:
    assert all(language_name(each.code) != each.code for each in languages() if each.function_words)


@pytest.mark.parametrize(("tag", "name"), [("fr", "French"), ("pt-BR", "Portuguese"), ("xx", "xx")])
def test_a_tag_is_named_in_english(tag: str, name: str) -> None:
    assert language_name(tag) == name
