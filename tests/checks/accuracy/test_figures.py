"""Figures that the translation gives another value, another limit or another place are told, in whatever language."""

from __future__ import annotations

import pytest

from auditor.model import Severity
from tests.checks.accuracy.conftest import Told

RULES = ("number-altered", "number-moved", "bound-altered", "direction-reversed")


@pytest.mark.parametrize(
    ("language", "source", "text"),
    [
        ("fr", "Le texte a été rejeté par 61 voix contre 54.", "The bill was rejected by 54 votes to 61."),
        (
            "fr",
            "Le chômage a touché 7,4 % des actifs, contre 6,9 % un an plus tôt.",
            "Unemployment affected 6.9 percent of the workforce, up from 7.4 percent a year earlier.",
        ),
        (
            "fr",
            "Le port a traité 310 navires en mars, contre 275 en février.",
            "The port handled 275 ships in March, compared with 310 in February.",
        ),
        (
            "fr",
            "Le port a traité 310 navires, contre 275 l'an dernier.",
            "The number of ships the port handled rose from 310 last year to 275.",
        ),
        ("de", "Der Rat stimmte mit 27 gegen 19 Stimmen zu.", "The council approved it by 19 votes to 27."),
        (
            "de",
            "Die Firma verkaufte 640 Autos statt 580 im Vorjahr.",
            "The firm sold 580 cars, instead of 640 the year before.",
        ),
        ("de", "Zwölf Männer wurden festgenommen und 31 verwarnt.", "Thirty-one men were arrested and 12 cautioned."),
        ("es", "La moción fue aprobada por 44 votos contra 39.", "The motion was passed by 39 votes to 44."),
        (
            "es",
            "El paro subió al 12,1 % frente al 11,6 % de mayo.",
            "Unemployment rose to 11.6 percent, from 12.1 percent in May.",
        ),
        (
            "it",
            "Il gruppo ha venduto 900 biciclette, contro 760 dell'anno scorso.",
            "The group sold 760 bicycles, against 900 last year.",
        ),
        (
            "it",
            "L'indennità aumenterà del 3,5% da marzo e dell'8% da settembre.",
            "The allowance will rise by 8 percent from March and by 3.5 percent from September.",
        ),
        ("pt", "A proposta passou por 33 votos contra 28.", "The proposal passed by 28 votes to 33."),
        (
            "ru",
            "Инфляция составила 7,2 процента против 6,8 процента в мае.",
            "Inflation was 6.8 percent, against 7.2 percent in May.",
        ),
        ("ru", "Завод выпустил 540 тракторов вместо 600.", "The plant made 600 tractors instead of 540."),
        ("ru", "Выпуск вырос с 540 до 600 тракторов.", "Output rose to 540 tractors from 600."),
        ("zh", "议案以61票对54票获得通过。", "The motion was passed by 54 votes to 61."),
        ("zh", "失业率为5.3%，高于去年的4.9%。", "The jobless rate was 4.9 percent, up from 5.3 percent last year."),
        ("fr", "Quarante passagers ont été sauvés et 17 noyés.", "Seventeen passengers were rescued and 40 drowned."),
        (
            "de",
            "Gegenüber 388 im Vorjahr waren es diesmal 412 Fälle.",
            "There were 388 cases this time, against 412 the year before.",
        ),
        (
            "es",
            "El banco ganó 35 millones en abril y 48 millones en mayo.",
            "The bank earned 48 million in April and 35 million in May.",
        ),
        ("de", "In Ulm kamen 300 Menschen, in Kiel 450.", "In Ulm 450 people came, in Kiel 300."),
        ("ru", "В Омске закрыли 12 школ, а в Томске — 17.", "Seventeen schools were closed in Omsk and 12 in Tomsk."),
        ("zh", "北京有12家工厂关闭，上海有19家。", "Nineteen factories closed in Beijing and 12 in Shanghai."),
    ],
)
def test_numbers_that_changed_places_are_told(told: Told, language: str, source: str, text: str) -> None:
    assert [finding.severity for finding in told("number-moved", text, source, language)] == [Severity.MAJOR]


@pytest.mark.parametrize(
    ("language", "source", "text"),
    [
        ("fr", "Une vingtaine de bateaux ont coulé dans le port.", "About 12 boats sank in the harbour."),
        ("fr", "Une cinquantaine d'élèves ont été évacués.", "Some 15 pupils were evacuated."),
        ("es", "Una veintena de barcos se hundieron.", "Some 12 boats sank."),
        ("it", "Una trentina di barche sono affondate.", "Some 13 boats sank."),
        ("zh", "公司赔偿三十万元。", "The company paid 3 million yuan in compensation."),
        ("zh", "法院判他赔偿八千万元。", "The court ordered him to pay 8 million yuan."),
        ("ru", "Бюджет вырос на полтора процента.", "The budget grew by half a percent."),
        ("ru", "Он опоздал на полтора часа.", "He was half an hour late."),
        ("de", "Das Haus ist anderthalb Meter breit.", "The house is half a metre wide."),
        ("de", "Die Fahrt dauert anderthalb Stunden.", "The journey takes half an hour."),
        ("es", "La obra costó un tercio menos de lo previsto.", "The work cost a third of what was planned."),
        (
            "fr",
            "La récolte est inférieure d'un tiers à celle de 2020.",
            "The harvest is a third of what it was in 2020.",
        ),
        ("fr", "La récolte atteint un tiers de ce qu'elle était en 2020.", "The harvest is a third less than in 2020."),
        ("de", "Der Bau kostete ein Viertel weniger als geplant.", "Construction cost a quarter of what was planned."),
        (
            "it",
            "Il progetto è costato un quarto in meno del previsto.",
            "The project cost a quarter of the planned amount.",
        ),
        ("pt", "A obra custou um terço a menos do que o previsto.", "The work cost a third of what was planned."),
        ("ru", "Проект стоил на треть меньше запланированного.", "The project cost a third of what was planned."),
        ("zh", "工程造价比计划低四分之一。", "The project cost a quarter of what was planned."),
    ],
)
def test_another_amount_is_told(told: Told, language: str, source: str, text: str) -> None:
    (found,) = told("number-altered", text, source, language)
    assert found.severity.rank >= Severity.MAJOR.rank


@pytest.mark.parametrize(
    ("language", "source", "text"),
    [
        ("de", "Die Sperrung gilt frühestens ab dem 5. Mai.", "The closure applies from 5 May at the latest."),
        (
            "de",
            "Der Bericht wird spätestens am 9. Juni vorgelegt.",
            "The report will be presented on 9 June at the earliest.",
        ),
        (
            "fr",
            "Le pont restera fermé au moins jusqu'au 12 mai.",
            "The bridge will stay closed until 12 May at the latest.",
        ),
        (
            "fr",
            "La décision sera rendue au plus tard le 4 juillet.",
            "The ruling will be issued no earlier than 4 July.",
        ),
        (
            "es",
            "La playa seguirá cerrada al menos hasta el 7 de agosto.",
            "The beach will stay closed until 7 August at the latest.",
        ),
        (
            "it",
            "La strada resterà chiusa almeno fino al 9 marzo.",
            "The road will stay closed until 9 March at the latest.",
        ),
        (
            "pt",
            "A escola ficará fechada pelo menos até 15 de maio.",
            "The school will be closed until 15 May at the latest.",
        ),
        ("ru", "Мост закроют как минимум до 8 июня.", "The bridge will be closed until 8 June at the latest."),
        ("zh", "大桥至少封闭到5月8日。", "The bridge will be closed until 8 May at the latest."),
        ("es", "La deuda es casi el triple que en 2019.", "Debt is more than triple what it was in 2019."),
        ("fr", "Le prix est presque le triple de celui de 2019.", "The price is more than three times that of 2019."),
        ("ru", "Цены выросли почти втрое.", "Prices more than tripled."),
        ("de", "Die Preise haben sich fast verdoppelt.", "Prices have more than doubled."),
    ],
)
def test_a_limit_that_turned_round_is_told(told: Told, language: str, source: str, text: str) -> None:
    assert [finding.severity for finding in told("bound-altered", text, source, language)] == [Severity.MAJOR]


@pytest.mark.parametrize(
    ("language", "source", "text"),
    [
        ("fr", "Menés 0-2 à la pause, les Lillois ont gagné.", "Leading 2-0 at the break, Lille won."),
        ("zh", "上半场他们以1比2落后。", "They led 2-1 at half-time."),
        ("ru", "После первого тайма хозяева уступали 0:1.", "The hosts were leading 1-0 at half-time."),
        ("de", "Zur Pause lag Kiel mit 9:14 zurück.", "Kiel led 14-9 at half-time."),
    ],
)
def test_who_was_behind_does_not_lead(told: Told, language: str, source: str, text: str) -> None:
    assert [finding.severity for finding in told("direction-reversed", text, source, language)] == [Severity.CRITICAL]


@pytest.mark.parametrize(
    ("language", "source", "text"),
    [
        ("fr", "Le texte a été rejeté par 61 voix contre 54.", "The bill was rejected by 61 votes to 54."),
        (
            "fr",
            "Le chômage a touché 7,4 % des actifs, contre 6,9 % un an plus tôt.",
            "Unemployment affected 7.4 percent of the workforce, up from 6.9 percent a year earlier.",
        ),
        (
            "fr",
            "Le port a traité 310 navires en mars, contre 275 en février.",
            "The port handled 310 ships in March, compared with 275 in February.",
        ),
        (
            "fr",
            "Le port a traité 310 navires, contre 275 l'an dernier.",
            "The number of ships the port handled rose from 275 last year to 310.",
        ),
        ("de", "Der Rat stimmte mit 27 gegen 19 Stimmen zu.", "The council approved it by 27 votes to 19."),
        (
            "de",
            "Die Firma verkaufte 640 Autos statt 580 im Vorjahr.",
            "The firm sold 640 cars, instead of 580 the year before.",
        ),
        ("de", "Zwölf Männer wurden festgenommen und 31 verwarnt.", "Twelve men were arrested and 31 cautioned."),
        ("es", "La moción fue aprobada por 44 votos contra 39.", "The motion was passed by 44 votes to 39."),
        (
            "es",
            "El paro subió al 12,1 % frente al 11,6 % de mayo.",
            "Unemployment rose to 12.1 percent, from 11.6 percent in May.",
        ),
        (
            "es",
            "Cerraron catorce escuelas y otras 22 abrieron más tarde.",
            "Fourteen schools closed and another 22 opened later.",
        ),
        (
            "it",
            "Il gruppo ha venduto 900 biciclette, contro 760 dell'anno scorso.",
            "The group sold 900 bicycles, against 760 last year.",
        ),
        (
            "it",
            "L'indennità aumenterà del 3,5% da marzo e dell'8% da settembre.",
            "The allowance will rise by 3.5 percent from March and by 8 percent from September.",
        ),
        ("pt", "A proposta passou por 33 votos contra 28.", "The proposal passed by 33 votes to 28."),
        (
            "ru",
            "Инфляция составила 7,2 процента против 6,8 процента в мае.",
            "Inflation was 7.2 percent, against 6.8 percent in May.",
        ),
        ("ru", "Завод выпустил 540 тракторов вместо 600.", "The plant made 540 tractors instead of 600."),
        ("ru", "Выпуск вырос с 540 до 600 тракторов.", "Output rose to 600 tractors from 540."),
        ("zh", "议案以61票对54票获得通过。", "The motion was passed by 61 votes to 54."),
        ("zh", "失业率为5.3%，高于去年的4.9%。", "The jobless rate was 5.3 percent, up from 4.9 percent last year."),
        ("fr", "Quarante passagers ont été sauvés et 17 noyés.", "Forty passengers were rescued and 17 drowned."),
        (
            "fr",
            "Une amende de 300 euros contre 12 commerçants a été annulée.",
            "Fines of 300 euros against 12 shopkeepers were cancelled.",
        ),
        (
            "fr",
            "Une amende de 300 euros contre 12 commerçants a été annulée.",
            "Twelve shopkeepers had 300-euro fines cancelled.",
        ),
        ("fr", "Il a perdu par 412 voix contre 388.", "He lost by 412 votes to 388."),
        (
            "de",
            "Gegenüber 388 im Vorjahr waren es diesmal 412 Fälle.",
            "There were 412 cases this time, against 388 the year before.",
        ),
        ("es", "Hubo 388 votos en contra y 412 a favor.", "There were 412 votes for and 388 against."),
        ("ru", "За высказались 31 депутат, против 12.", "Thirty-one deputies were for, 12 against."),
        (
            "es",
            "El banco ganó 35 millones en abril y 48 millones en mayo.",
            "The bank earned 48 million in May and 35 million in April.",
        ),
        ("de", "In Ulm kamen 300 Menschen, in Kiel 450.", "In Kiel 450 people came, in Ulm 300."),
        ("ru", "В Омске закрыли 12 школ, а в Томске — 17.", "Twelve schools were closed in Omsk and 17 in Tomsk."),
        ("zh", "北京有12家工厂关闭，上海有19家。", "Twelve factories closed in Beijing and 19 in Shanghai."),
        (
            "fr",
            "Le film a coûté 12 millions et rapporté 45 millions.",
            "The film cost 12 million and earned 45 million.",
        ),
        ("de", "Sie gewann 2016 Silber und 2021 Gold.", "She won silver in 2016 and gold in 2021."),
        ("fr", "Une vingtaine de bateaux ont coulé dans le port.", "About 20 boats sank in the harbour."),
        ("fr", "Une cinquantaine d'élèves ont été évacués.", "About 50 pupils were evacuated."),
        ("fr", "Des dizaines de maisons ont brûlé.", "Dozens of houses burned."),
        ("fr", "Une quinzaine de jours plus tard, il est revenu.", "Two weeks later he came back."),
        ("es", "Una veintena de barcos se hundieron.", "Some 20 boats sank."),
        ("it", "Una trentina di barche sono affondate.", "Some 30 boats sank."),
        ("zh", "公司赔偿三十万元。", "The company paid 300,000 yuan in compensation."),
        ("zh", "法院判他赔偿八千万元。", "The court ordered him to pay 80 million yuan."),
        ("ru", "Бюджет вырос на полтора процента.", "The budget grew by one and a half percent."),
        ("ru", "Он опоздал на полтора часа.", "He was an hour and a half late."),
        ("ru", "Он опоздал на полтора часа.", "He was 90 minutes late."),
        ("de", "Das Haus ist anderthalb Meter breit.", "The house is one and a half metres wide."),
        ("de", "Die Fahrt dauert anderthalb Stunden.", "The journey takes 90 minutes."),
        ("es", "La obra costó un tercio menos de lo previsto.", "The work cost a third less than planned."),
        ("fr", "La récolte est inférieure d'un tiers à celle de 2020.", "The harvest is a third smaller than in 2020."),
        (
            "fr",
            "La récolte atteint un tiers de ce qu'elle était en 2020.",
            "The harvest is a third of what it was in 2020.",
        ),
        ("de", "Der Bau kostete ein Viertel weniger als geplant.", "Construction cost a quarter less than planned."),
        (
            "it",
            "Il progetto è costato un quarto in meno del previsto.",
            "The project cost a quarter less than expected.",
        ),
        ("pt", "A obra custou um terço a menos do que o previsto.", "The work cost a third less than planned."),
        ("ru", "Проект стоил на треть меньше запланированного.", "The project cost a third less than planned."),
        ("zh", "工程造价比计划低四分之一。", "The project cost a quarter less than planned."),
        (
            "fr",
            "Un tiers des élèves ont échoué, moins qu'en 2019.",
            "A third of the pupils failed, fewer than in 2019.",
        ),
        ("fr", "Menés 0-2 à la pause, les Lillois ont gagné.", "Trailing 2-0 at the break, Lille won."),
        ("zh", "上半场他们以1比2落后。", "They trailed 2-1 at half-time."),
        ("ru", "После первого тайма хозяева уступали 0:1.", "The hosts were trailing 1-0 at half-time."),
        ("de", "Zur Pause lag Kiel mit 9:14 zurück.", "Kiel trailed 14-9 at half-time."),
        ("de", "Die Sperrung gilt frühestens ab dem 5. Mai.", "The closure applies from 5 May at the earliest."),
        (
            "de",
            "Der Bericht wird spätestens am 9. Juni vorgelegt.",
            "The report will be presented by 9 June at the latest.",
        ),
        ("fr", "Le pont restera fermé au moins jusqu'au 12 mai.", "The bridge will stay closed until at least 12 May."),
        ("fr", "La décision sera rendue au plus tard le 4 juillet.", "The ruling will be issued no later than 4 July."),
        (
            "es",
            "La playa seguirá cerrada al menos hasta el 7 de agosto.",
            "The beach will stay closed until at least 7 August.",
        ),
        ("it", "La strada resterà chiusa almeno fino al 9 marzo.", "The road will stay closed until at least 9 March."),
        (
            "pt",
            "A escola ficará fechada pelo menos até 15 de maio.",
            "The school will be closed at least until 15 May.",
        ),
        ("ru", "Мост закроют как минимум до 8 июня.", "The bridge will be closed until at least 8 June."),
        ("zh", "大桥至少封闭到5月8日。", "The bridge will be closed until at least 8 May."),
        ("es", "La deuda es casi el triple que en 2019.", "Debt is nearly triple what it was in 2019."),
        ("fr", "Le prix est presque le triple de celui de 2019.", "The price is almost three times that of 2019."),
        ("ru", "Цены выросли почти втрое.", "Prices nearly tripled."),
        ("fr", "Le prix a plus que doublé.", "The price more than doubled."),
        ("de", "Die Preise haben sich fast verdoppelt.", "Prices have almost doubled."),
        ("zh", "价格几乎翻了三倍。", "Prices nearly tripled."),
        ("fr", "Trois siècles plus tard, le pont tient encore.", "Three hundred years later, the bridge still stands."),
        ("es", "Dos décadas después, el puente sigue en pie.", "Some 20 years later, the bridge still stands."),
        ("fr", "Il est parti quinze ans plus tôt.", "He had left a decade and a half before."),
        ("ru", "Ночью было минус 40 градусов.", "It was minus 40 degrees Fahrenheit overnight."),
        ("fr", "La température est tombée à -10 degrés.", "The temperature fell to 14 degrees Fahrenheit."),
        ("de", "Er hatte 1,2 Promille im Blut.", "His blood alcohol level was 0.12 percent."),
        ("de", "61,5 Prozent stimmten mit Nein.", "Only 38.5 percent voted in favour."),
        (
            "fr",
            "Le taux passe à 5%, soit un point de plus.",
            "The rate rises by one point, to 5 percent from 4 percent.",
        ),
        ("fr", "Il y avait 148 passagers et six marins à bord.", "There were 154 people on board."),
        (
            "es",
            "Solo tres de los 27 acusados comparecieron.",
            "Only three of the 27 accused came; the other 24 did not.",
        ),
        ("fr", "Deux ans de prison, dont 18 mois avec sursis.", "Two years in prison, all but six months suspended."),
        ("es", "La vacuna redujo los casos en un 90 %.", "The vaccine cut cases to a tenth."),
        ("fr", "La banque n'a rien changé ce jeudi 12 mars.", "The bank changed nothing on Thursday."),
        ("zh", "航班由每周20班增至50班。", "They will add 30 flights to the current 20."),
        ("fr", "Ils ont touché deux fois moins d'aides.", "They received half as much aid."),
        ("zh", "冰雹毁了六千余亩果园。", "Hail ruined more than 400 hectares of orchards."),
        ("de", "Die Damen verloren mit 24:29.", "The women lost 29-24."),
    ],
)
def test_the_same_figures_in_other_words_pass(told: Told, language: str, source: str, text: str) -> None:
    assert [finding for rule in RULES for finding in told(rule, text, source, language)] == []
