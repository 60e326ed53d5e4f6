"""What a newer version of a sentence tells otherwise, in its own language: facts are told, wording is left alone."""

from __future__ import annotations

import pytest

from auditor.bilingual.names import known_names
from auditor.bilingual.side import Side
from auditor.bilingual.updated import Update
from auditor.model import ENGLISH, Change, Fact


def changes(language: str, old: str, new: str, ours: str) -> tuple[Change, ...]:
    names = (known_names([text], language) for text in (old, new))
    return Update(Side(old, language), Side(new, language), Side(ours, ENGLISH), *names).changes()


CHANGED = [
    (
        "fr",
        "Le séisme a fait 12 morts à Nador.",
        "Le séisme a fait 19 morts à Nador.",
        "The quake killed 12 in Nador.",
        Fact.FIGURE,
    ),
    (
        "es",
        "La multa asciende a 3 millones de euros.",
        "La multa asciende a 3 millones de dólares.",
        "The fine is 3 million euros.",
        Fact.FIGURE,
    ),
    (
        "fr",
        "Il y a 12 morts et 30 blessés.",
        "Il y a 30 morts et 12 blessés.",
        "There are 12 dead and 30 injured.",
        Fact.FIGURE,
    ),
    (
        "de",
        "Das Gericht entscheidet am Montag.",
        "Das Gericht entscheidet am Mittwoch.",
        "The court rules on Monday.",
        Fact.DATE,
    ),
    (
        "it",
        "La riunione si terrà in marzo a Trento.",
        "La riunione si terrà in aprile a Trento.",
        "The meeting is in Trento in March.",
        Fact.DATE,
    ),
    (
        "fr",
        "L'avocat de Paul Mervin a fait appel.",
        "L'avocat de Paul Mercin a fait appel.",
        "Paul Mervin's lawyer has appealed.",
        Fact.NAME,
    ),
    (
        "ru",
        "Об этом сообщил депутат Сергей Кравцов.",
        "Об этом сообщил депутат Сергей Маслов.",
        "Lawmaker Sergei Kravtsov said so.",
        Fact.NAME,
    ),
    (
        "de",
        "Das sagte Minister Holger Brandt in Kiel.",
        "Das sagte Minister Holger Brenner in Kiel.",
        "Minister Holger Brandt said so in Kiel.",
        Fact.NAME,
    ),
    (
        "es",
        "Al menos 40 personas resultaron heridas.",
        "Como máximo 40 personas resultaron heridas.",
        "At least 40 people were hurt.",
        Fact.BOUND,
    ),
    (
        "fr",
        "Le maire n'a pas signé le contrat.",
        "Le maire a signé le contrat.",
        "The mayor has not signed the contract.",
        Fact.DENIAL,
    ),
    (
        "fr",
        "Le maire a signé le contrat.",
        "Le maire n'a pas signé le contrat.",
        "The mayor has signed the contract.",
        Fact.DENIAL,
    ),
    (
        "de",
        "Die Preise sind im Mai gestiegen.",
        "Die Preise sind im Mai gesunken.",
        "Prices rose in May.",
        Fact.DIRECTION,
    ),
    (
        "fr",
        "Le directeur a présenté sa démission au conseil.",
        "Le directeur a présenté son budget au conseil.",
        "The director presented his resignation to the board.",
        Fact.WORD,
    ),
    (
        "fr",
        "Le pont est fermé.",
        "Le pont est fermé et les pompiers évacuent les maisons voisines.",
        "The bridge is closed.",
        Fact.MORE,
    ),
    (
        "fr",
        "Le pont est fermé et les pompiers évacuent les maisons voisines.",
        "Le pont est fermé.",
        "The bridge is closed and firefighters are evacuating nearby homes.",
        Fact.LESS,
    ),
    ("zh", "洪水造成12人死亡。", "洪水造成19人死亡。", "Floods killed 12 people.", Fact.FIGURE),
    (
        "ru",
        "Суд перенёс заседание на вторник.",
        "Суд перенёс заседание на четверг.",
        "The court moved the hearing to Tuesday.",
        Fact.DATE,
    ),
]


@pytest.mark.parametrize(("language", "old", "new", "ours", "fact"), CHANGED)
def test_a_fact_that_has_changed_is_told(language: str, old: str, new: str, ours: str, fact: Fact) -> None:
    found = changes(language, old, new, ours)
    assert {change.fact for change in found} == {fact}


REWORDED = [
    (
        "fr",
        "Il y a 12 morts, selon la police.",
        "Douze personnes sont mortes, d'après la police.",
        "Police say 12 people died.",
    ),
    ("fr", "Le procès a duré vingt-quatre jours.", "Le procès aura duré 24 jours.", "The trial lasted 24 days."),
    ("fr", "M. Mervin a salué cet accord.", "Cet accord a été salué par M. Mervin.", "Mr Mervin welcomed the deal."),
    (
        "de",
        "Das teilte die Polizei am Montag mit.",
        "Das gab die Polizei am Montag bekannt.",
        "Police said so on Monday.",
    ),
    (
        "de",
        "Der Konzern erzielte einen Gewinn von 3 Millionen Euro.",
        "Der Konzern machte drei Millionen Euro Gewinn.",
        "The group made a profit of 3 million euros.",
    ),
    (
        "es",
        "El alcalde anunció ayer la medida.",
        "La medida la anunció ayer el alcalde.",
        "The mayor announced the measure yesterday.",
    ),
    (
        "es",
        "El juez afirmó que no hay pruebas.",
        "El juez declaró que no existen pruebas.",
        "The judge said there is no evidence.",
    ),
    (
        "it",
        "Il sindaco ha annunciato la chiusura della scuola.",
        "Il sindaco ha comunicato la chiusura della scuola.",
        "The mayor announced that the school would close.",
    ),
    ("ru", "Об этом сообщил Сергей Кравцов.", "Об этом рассказал Сергей Кравцов.", "Sergei Kravtsov said so."),
    (
        "ru",
        "Встреча с Кравцовым прошла в Москве.",
        "В Москве прошла встреча, на которую приехал Кравцов.",
        "The meeting with Kravtsov was held in Moscow.",
    ),
    (
        "pt",
        "A polícia deteve 5 pessoas no Porto.",
        "Cinco pessoas foram detidas pela polícia no Porto.",
        "Police detained five people in Porto.",
    ),
    ("fr", "La loi n'est pas applicable.", "La loi est inapplicable.", "The law cannot be applied."),
    ("fr", "Elle n'a rien à se reprocher.", "Elle n'a aucune faute à se reprocher.", "She has done nothing wrong."),
    (
        "fr",
        "Plus de 300 secouristes sont sur place.",
        "Sur place, on compte plus de 300 secouristes.",
        "More than 300 rescuers are there.",
    ),
]


@pytest.mark.parametrize(("language", "old", "new", "ours"), REWORDED)
def test_mere_rewording_is_left_alone(language: str, old: str, new: str, ours: str) -> None:
    assert changes(language, old, new, ours) == ()


TOLD = [
    ("fr", "Il y a 12 morts.", "Il y a 19 morts.", "There are 19 dead.", "the story has the new figure already"),
    ("fr", "Il vient lundi.", "Il vient mardi.", "He comes on Tuesday.", "the story has the new day already"),
    ("fr", "Le maire n'a pas signé.", "Le maire a signé.", "The mayor has signed.", "the story never denied it"),
    (
        "fr",
        "Selon Paul Mervin, rien ne presse.",
        "Selon Paul Mercin, rien ne presse.",
        "Nothing is urgent, says Paul Mercin.",
        "the story has the new name already",
    ),
]


@pytest.mark.parametrize(("language", "old", "new", "ours", "reason"), TOLD)
def test_what_the_story_tells_already_is_left_alone(language: str, old: str, new: str, ours: str, reason: str) -> None:
    assert changes(language, old, new, ours) == (), reason


def test_the_words_of_the_story_that_tell_the_old_fact_are_pointed_at() -> None:
    ours = "The quake killed 12 people near Nador."
    (change,) = changes("fr", "Il y a 12 morts à Nador.", "Il y a 19 morts à Nador.", ours)
    assert change.told is not None
    assert change.told.of(ours) == "12"
