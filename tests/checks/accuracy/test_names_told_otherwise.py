"""Names that a translation says in another way: a government by its capital, a body in full, an institution by kind."""

from __future__ import annotations

import pytest

from tests.checks.accuracy.conftest import Told

RULES = ("name-missing", "name-altered")


def _told(told: Told, language: str, source: str, target: str) -> list[str]:
    return [str(finding.severity) for rule in RULES for finding in told(rule, target, source, language)]


@pytest.mark.parametrize(
    ("language", "source", "target", "wrong"),
    [
        ("fr", "L'émissaire a remercié Tripoli.", "The envoy thanked the Libyan government.", False),
        ("fr", "L'émissaire a remercié Tripoli.", "The envoy thanked the Tunisian government.", True),
        ("ru", "Посол считает, что Ереван согласится.", "The ambassador thinks Armenia will agree.", False),
        ("ru", "Посол считает, что Ереван согласится.", "The ambassador thinks Georgia will agree.", True),
        ("pt", "O acordo entre Luanda e Kinshasa expira.", "The deal of Angola and Congo expires.", False),
        ("es", "El Gobierno boliviano rechazó la nota de Washington.", "La Paz rejected the U.S. note.", False),
        ("fr", "Le premier ministre danois est resté à Copenhague.", "Denmark's premier stayed in Oslo.", True),
        (
            "it",
            "Il ministro ha criticato il governo di Varsavia.",
            "The minister criticised the Polish cabinet.",
            False,
        ),
    ],
)
def test_a_capital_and_its_country_stand_for_one_government(
    told: Told, language: str, source: str, target: str, wrong: bool
) -> None:
    assert bool(_told(told, language, source, target)) is wrong


@pytest.mark.parametrize(
    ("language", "source", "target", "wrong"),
    [
        ("fr", "L'OIT a dénoncé ce travail.", "The International Labour Organization denounced this work.", False),
        ("es", "El lunes, la OPEP decidirá.", "The Organization of the Petroleum Exporting Countries decides.", False),
        ("it", "Secondo la Bce i tassi caleranno.", "Rates will fall, the European Central Bank said.", False),
        ("es", "El lunes, la OPEP decidirá.", "The minister will decide on Monday.", True),
        ("fr", "L'OIT a dénoncé ce travail.", "The Indian labour minister denounced this work.", True),
    ],
)
def test_an_acronym_may_be_written_out(told: Told, language: str, source: str, target: str, wrong: bool) -> None:
    assert bool(_told(told, language, source, target)) is wrong


@pytest.mark.parametrize(
    ("language", "source", "target", "wrong"),
    [
        ("es", "La lluvia cesará, según Aemet.", "The rain will stop, Spain's weather agency said.", False),
        ("es", "La lluvia cesará, según Aemet.", "The rain will stop, Finland's weather agency said.", True),
        ("es", "La lluvia cesará, según Aemet.", "The rain will stop, farmers said.", True),
        ("it", "Secondo Palazzo Chigi slitta.", "It is being delayed, the prime minister's office said.", False),
        ("pt", "O tribunal, o STF, decidiu.", "Brazil's Supreme Court has decided.", False),
        ("ru", "Эмбарго ударило по российскому ВПК.", "The embargo has hit Russia's defence industry.", False),
        ("ru", "Эмбарго ударило по российскому ВПК.", "The embargo has hit Romania's defence industry.", True),
        ("it", "Il romanzo ha vinto lo Strega.", "The novel won the Strega, Italy's top prize for fiction.", False),
        ("pt", "O fogo lavra na serra da Estrela.", "The fire is in the Estrela hills in central Portugal.", False),
        ("pt", "O fogo lavra na serra da Estrela.", "The fire is in the Estrela hills in central Poland.", True),
        ("es", "El Prado abrirá de noche.", "Madrid's Prado museum will open at night.", False),
        ("es", "Visitó el Prado de noche.", "He visited Lisbon's Prado museum at night.", True),
        ("es", "Depende de Bruselas.", "It depends on the European Commission.", False),
        ("uk", "Посол вручив лист російському міністру.", "The envoy gave Russia's minister the letter.", False),
        ("uk", "Посол вручив лист російському міністру.", "The envoy gave Romania's minister the letter.", True),
    ],
)
def test_an_institution_may_be_told_by_what_it_is_and_whose(
    told: Told, language: str, source: str, target: str, wrong: bool
) -> None:
    assert bool(_told(told, language, source, target)) is wrong


@pytest.mark.parametrize(
    ("language", "source", "target", "wrong"),
    [
        ("fr", "Le premier ministre nigérien est parti.", "Nigeria's prime minister has left.", True),
        ("fr", "Le premier ministre nigérien est parti.", "Niger's prime minister has left.", False),
        ("fr", "Le premier ministre nigérian est parti.", "Nigeria's prime minister has left.", False),
        ("de", "Die iranischen Unterhändler reisten ab.", "The Iraqi negotiators left.", True),
        ("de", "Die iranischen Unterhändler reisten ab.", "Tehran's negotiators left.", False),
        ("pl", "Ubył słowacki premier.", "The Slovenian prime minister is gone.", True),
        ("es", "La ministra austríaca dimitió.", "The Australian minister resigned.", True),
        ("fr", "L'émissaire parle anglais et allemand.", "The envoy speaks English and German.", False),
    ],
)
def test_one_people_is_not_another(told: Told, language: str, source: str, target: str, wrong: bool) -> None:
    assert ("major" in _told(told, language, source, target)) is wrong


@pytest.mark.parametrize(
    ("language", "source", "target", "wrong"),
    [
        ("es", "La alerta afecta a Arenas, Bubión y Capileira.", "The alert covers Arenas and Capileira.", True),
        ("es", "La alerta afecta a Arenas, Bubión y Capileira.", "It covers Arenas, Bubión and Capileira.", False),
        ("fr", "La France, l'Italie et l'Espagne ont signé.", "France and Spain have signed.", True),
        ("ru", "Германия, Польша и Литва подписали договор.", "Germany and Lithuania signed the treaty.", True),
        ("zh", "日本、韩国和越南的代表签署了协议。", "Envoys from Japan and Vietnam signed the agreement.", True),
        ("zh", "日本、韩国和越南的代表签署了协议。", "Envoys of Tokyo, Seoul and Hanoi signed it.", False),
        ("zh", "日本、韩国和越南的代表签署了协议。", "Envoys of Asian countries signed it.", False),
    ],
)
def test_every_item_of_a_list_of_names_is_told(
    told: Told, language: str, source: str, target: str, wrong: bool
) -> None:
    assert ("minor" in _told(told, language, source, target)) is wrong


@pytest.mark.parametrize(
    ("source", "target", "wrong"),
    [
        (
            "O STF soltou o ex-deputado.",
            "The judges of the Supreme Court have released the former lawmaker from his jail.",
            False,
        ),
        (
            "O juiz soltou o ex-deputado.",
            "The judges of the Supreme Court have released the former lawmaker from his jail.",
            True,
        ),
    ],
)
def test_what_an_acronym_takes_to_write_out_is_not_added(told: Told, source: str, target: str, wrong: bool) -> None:
    assert bool(told("content-added", target, source, "pt")) is wrong
