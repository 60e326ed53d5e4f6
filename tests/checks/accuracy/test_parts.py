"""Ordinals, parts and shares that the translation alters are told, in whatever words."""

from __future__ import annotations

import pytest

from auditor.model import Severity
from tests.checks.accuracy.conftest import Told

RULES = ("number-altered",)


@pytest.mark.parametrize(
    ("language", "source", "text"),
    [
        (
            "es",
            "La minera anunció ingresos por 1.240 millones de dólares en el semestre.",
            "The miner reported revenue of $1.24 million for the half year.",
        ),
        ("es", "La petrolera perdió 3.150 millones de euros.", "The oil company lost 3.15 million euros."),
        ("pt", "A empresa investiu 2.300 milhões de euros no porto.", "The company invested €2.3 million in the port."),
        ("fr", "Le groupe a investi 1.350 millions d'euros.", "The group invested 1.35 million euros."),
        ("es", "La ciudad celebra su decimotercera feria del libro.", "The city is holding its third book fair."),
        ("fr", "La ville organise son treizième salon du livre.", "The city is holding its third book fair."),
        ("de", "Die Stadt feiert ihre vierzehnte Buchmesse.", "The city is holding its fourth book fair."),
        ("zh", "全市已安置灾民四万五千余人。", "The city has resettled more than 4,500 people."),
        ("de", "Jede sechste Stelle bleibt unbesetzt.", "Six of the posts remain vacant."),
        ("fr", "Un salarié sur sept a quitté l'usine.", "Seven of the employees left the plant."),
        ("ru", "Каждый восьмой участник отказался.", "Eight of the participants refused."),
        ("de", "Ein Zehntel der Beute ist wieder aufgetaucht.", "A third of the haul has resurfaced."),
        ("de", "Ein Fünftel der Wähler blieb zu Hause.", "A quarter of the voters stayed at home."),
        ("fr", "Un cinquième des électeurs a voté blanc.", "A third of voters cast blank ballots."),
        ("es", "Un tercio de los votantes se abstuvo.", "A quarter of voters abstained."),
        ("ru", "Треть избирателей не пришла.", "A quarter of voters did not come."),
        ("zh", "三分之一的选民弃权。", "A quarter of voters abstained."),
        ("es", "Dos de cada tres barcos volvieron a puerto.", "Two or three boats returned to port."),
        ("de", "Zwei von drei Schiffen kehrten um.", "Two or three ships turned back."),
        ("fr", "Deux bateaux sur trois sont rentrés.", "Two or three boats returned."),
        ("zh", "这是该市第十三届书展。", "It is the city's third book fair."),
        ("ru", "Каждый третий житель остался без света.", "Three of the residents were left without power."),
        ("es", "Un décimo de la cosecha se perdió.", "A third of the harvest was lost."),
        ("it", "Un quinto degli elettori si è astenuto.", "A quarter of voters abstained."),
        ("pt", "Um décimo dos eleitores não votou.", "A fifth of voters did not vote."),
        ("zh", "十分之一的选民弃权。", "A third of voters abstained."),
        ("it", "Un pensionato su otto vive da solo.", "Eight of the pensioners live alone."),
        ("pt", "Um em cada nove alunos faltou.", "Nine of the pupils were absent."),
        ("fr", "C'est la onzième grève de l'année.", "It is the first strike of the year."),
        ("it", "È la dodicesima edizione del festival.", "It is the second edition of the festival."),
    ],
)
def test_another_ordinal_part_or_share_is_told(told: Told, language: str, source: str, text: str) -> None:
    found = [finding.severity for rule in RULES for finding in told(rule, text, source, language)]
    assert {Severity.MAJOR, Severity.CRITICAL} & set(found)


@pytest.mark.parametrize(
    ("language", "source", "text"),
    [
        (
            "es",
            "La minera anunció ingresos por 1.240 millones de dólares en el semestre.",
            "The miner reported revenue of $1.24 billion for the half year.",
        ),
        ("es", "La ciudad celebra su decimotercera feria del libro.", "The city is holding its 13th book fair."),
        ("de", "Die Stadt feiert ihre vierzehnte Buchmesse.", "The city is holding its 14th book fair."),
        ("zh", "全市已安置灾民四万五千余人。", "The city has resettled more than 45,000 people."),
        ("de", "Jeder neunte Schüler fehlte.", "One in nine pupils was absent."),
        ("fr", "Un salarié sur sept a quitté l'usine.", "One in seven employees left the plant."),
        ("de", "Ein Zehntel der Beute ist wieder aufgetaucht.", "A tenth of the haul has resurfaced."),
        ("es", "Dos de cada tres barcos volvieron a puerto.", "Two out of three boats returned to port."),
        ("es", "Dos de cada tres barcos volvieron a puerto.", "Two-thirds of the boats returned to port."),
        ("zh", "这是该市第十三届书展。", "It is the city's 13th book fair."),
        ("de", "Jeder siebte Patient brach die Studie ab.", "One patient in seven dropped out of the study."),
        ("de", "Jeder siebte Patient brach die Studie ab.", "A seventh of the patients dropped out of the study."),
        (
            "de",
            "Jeder siebte Patient brach die Studie ab.",
            "Fourteen per cent of the patients dropped out of the study.",
        ),
        ("fr", "Il a gagné neuf matchs sur dix.", "He won nine games out of ten."),
        ("fr", "Il a gagné neuf matchs sur dix.", "He won nine of ten games."),
        ("fr", "Neuf Français sur dix sont d'accord.", "Nine out of 10 French people agree."),
        ("fr", "Neuf Français sur dix sont d'accord.", "Ninety per cent of the French agree."),
        ("de", "Ein Viertel der Läden blieb zu.", "A quarter of the shops stayed shut."),
        ("de", "Drei Viertel der Läden blieben zu.", "Three-quarters of the shops stayed shut."),
        ("de", "Ein Drittel weniger Läden öffneten.", "Two-thirds of the shops opened."),
        (
            "fr",
            "Un quart des magasins et un tiers des cafés ont fermé.",
            "A quarter of the shops and a third of the cafes closed.",
        ),
        (
            "fr",
            "Au troisième trimestre, la moitié des magasins ont fermé.",
            "In the third quarter, half of the shops closed.",
        ),
        ("es", "Un cuarto de siglo después, volvió.", "A quarter of a century later, she returned."),
        ("es", "Un cuarto de siglo después, volvió.", "Twenty-five years later, she returned."),
        ("ru", "Каждый третий житель остался без света.", "A third of residents were left without power."),
        ("zh", "十分之一的选民弃权。", "One in ten voters abstained."),
        ("it", "È la dodicesima edizione del festival.", "It is the 12th edition of the festival."),
        ("fr", "Il fête son vingtième anniversaire.", "It is celebrating two decades."),
        (
            "fr",
            "Il a marqué à la cinquième minute du second match.",
            "He scored in the fifth minute of the second game.",
        ),
        (
            "fr",
            "Les prix ont baissé de 3,9 pour cent sur 12 mois.",
            "Prices fell by 3.9 percent in the past twelve months.",
        ),
        ("fr", "Troisième consigne : revenez à dix heures et demie.", "Third instruction: be back at 10:30."),
    ],
)
def test_the_same_part_in_other_words_passes(told: Told, language: str, source: str, text: str) -> None:
    assert [finding for rule in RULES for finding in told(rule, text, source, language)] == []
