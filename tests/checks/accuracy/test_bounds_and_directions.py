"""Bounds, directions and places of numbers that the translation turns round are told, in whatever language."""

from __future__ import annotations

import pytest

from auditor import audit
from auditor.checks.registry import own_checks
from auditor.languages import languages
from auditor.model import ENGLISH, Finding, Severity
from auditor.segmentation import document_from_text

CHECKS = [check for check in own_checks() if check.id in {"bound-altered", "direction-reversed", "number-moved"}]


def told(source: str, text: str, language: str) -> list[Finding]:
    report = audit(
        document_from_text("target", text, furniture=False),
        source=document_from_text("source", source, furniture=False, language=language),
        source_language=language,
        checks=CHECKS,
    )
    return list(report.findings)


@pytest.mark.parametrize(
    ("language", "source", "text"),
    [
        ("fr", "Au moins 40 personnes ont été arrêtées.", "At most 40 people were arrested."),
        ("fr", "Moins de 10 % des élèves sont concernés.", "More than 10 percent of pupils are affected."),
        ("fr", "Près de 300 maisons ont brûlé.", "More than 300 houses burned."),
        (
            "fr",
            "Le coût pourrait atteindre jusqu'à 50 millions d'euros.",
            "The cost could reach at least 50 million euros.",
        ),
        ("es", "Al menos 12 mineros murieron.", "At most 12 miners died."),
        ("es", "Hasta 500 euros de multa.", "A fine of at least 500 euros."),
        ("it", "Almeno 15 persone sono morte.", "No more than 15 people died."),
        ("it", "Più di 200 voli sono stati cancellati.", "Fewer than 200 flights were cancelled."),
        ("pt", "Pelo menos 20 pessoas morreram.", "At most 20 people died."),
        ("pt", "Menos de 100 pessoas compareceram.", "More than 100 people turned up."),
        ("de", "Mindestens 20 Menschen starben.", "At most 20 people died."),
        ("de", "Weniger als 100 Menschen kamen.", "More than 100 people came."),
        ("de", "Knapp 80 Prozent stimmten zu.", "More than 80 percent agreed."),
        ("de", "Höchstens drei Spieler fehlen.", "At least three players are missing."),
        ("ru", "Погибли не менее 20 человек.", "No more than 20 people were killed."),
        ("ru", "Пострадали более 50 человек.", "Fewer than 50 people were injured."),
        ("ru", "Почти 300 домов сгорели.", "More than 300 houses burned down."),
        ("uk", "У місті загинули щонайменше 20 людей.", "At most 20 people were killed in the city."),
        ("uk", "У місті постраждали понад 50 людей.", "Fewer than 50 people were injured in the city."),
        ("pl", "Co najmniej 20 osób zginęło.", "At most 20 people were killed."),
        ("pl", "Mniej niż 50 osób przyszło.", "More than 50 people came."),
        ("cs", "Nejméně 20 lidí zahynulo.", "At most 20 people were killed."),
        ("cs", "Více než 50 lidí bylo zraněno.", "Fewer than 50 people were injured."),
        ("zh", "至少20人死亡。", "At most 20 people were killed."),
        ("zh", "超过三百人受伤。", "Fewer than 300 people were injured."),
        ("zh", "近500名工人罢工。", "More than 500 workers went on strike."),
        ("zh", "罚款不超过5000元。", "The fine is at least 5,000 yuan."),
        ("ja", "少なくとも20人が死亡した。", "At most 20 people were killed."),
        ("ja", "50人以上が負傷した。", "Fewer than 50 people were injured."),
        ("fr", "Au moins 40 moutons ont été tués.", "A wolf killed 40 sheep."),
        ("es", "Murieron al menos doce mineros.", "Twelve miners died."),
        ("ru", "Уцелели не менее трех картин.", "Only three paintings have survived."),
        ("zh", "至少六成学生参加了考试。", "60 percent of the students sat the exam."),
        ("ar", "قتل ما لا يقل عن 20 شخصا.", "No more than 20 people were killed."),
        ("ar", "أصيب أكثر من 50 شخصا.", "Fewer than 50 people were injured."),
    ],
)
def test_a_number_that_was_the_least_is_not_the_most(language: str, source: str, text: str) -> None:
    (found,) = told(source, text, language)
    # Where the opposite is one word for another, the graver check tells it, and it is told once.
    assert found.rule in {"bound-altered", "direction-reversed"}
    assert found.severity is (Severity.MAJOR if found.rule == "bound-altered" else Severity.CRITICAL)


@pytest.mark.parametrize(
    ("language", "source", "text"),
    [
        ("fr", "Les prix ont augmenté de 4 % en avril.", "Prices fell by 4 percent in April."),
        ("fr", "Le chômage a reculé en avril.", "Unemployment rose in April."),
        ("fr", "La Bourse de Paris a fini en hausse de 1,2 %.", "The Paris stock exchange ended down 1.2 percent."),
        ("fr", "Le groupe a acheté trois usines en Pologne.", "The group sold three factories in Poland."),
        ("fr", "Lyon a perdu samedi à Nice.", "Lyon won in Nice on Saturday."),
        ("fr", "La ville se trouve au nord de Lyon.", "The town lies south of Lyon."),
        ("fr", "Le ministre a parlé après le vote.", "The minister spoke before the vote."),
        ("fr", "Il est sorti sans avocat.", "He left with a lawyer."),
        ("fr", "Les importations de blé ont été suspendues.", "Wheat exports were suspended."),
        ("fr", "Le tribunal a rejeté la demande.", "The court granted the request."),
        ("fr", "Le juge a autorisé la manifestation.", "The judge banned the demonstration."),
        ("es", "Las ventas cayeron un 5 % en mayo.", "Sales rose by 5 percent in May."),
        ("es", "El paro subió en mayo.", "Unemployment fell in May."),
        ("es", "La empresa vendió su sede.", "The company bought its headquarters."),
        ("es", "El Betis perdió el domingo.", "Betis won on Sunday."),
        ("es", "El incendio avanza hacia el norte.", "The fire is moving south."),
        ("es", "El juez rechazó el recurso.", "The judge accepted the appeal."),
        ("es", "El ministro habló antes de la votación.", "The minister spoke after the vote."),
        ("es", "El tribunal absolvió al alcalde.", "The court convicted the mayor."),
        ("it", "I prezzi sono aumentati del 4% in aprile.", "Prices fell by 4 percent in April."),
        ("it", "Le vendite sono calate a maggio.", "Sales rose in May."),
        ("it", "Il gruppo ha venduto la fabbrica.", "The group bought the factory."),
        ("it", "La Roma ha perso domenica.", "Roma won on Sunday."),
        ("it", "Il tribunale ha respinto il ricorso.", "The court upheld the appeal."),
        ("it", "Il ponte resterà chiuso fino a maggio.", "The bridge will stay open until May."),
        ("pt", "Os preços subiram 4% em abril.", "Prices fell by 4 percent in April."),
        ("pt", "As vendas caíram em maio.", "Sales rose in May."),
        ("pt", "A empresa vendeu a fábrica.", "The company bought the factory."),
        ("pt", "O tribunal rejeitou o recurso.", "The court accepted the appeal."),
        ("pt", "O Benfica perdeu no domingo.", "Benfica won on Sunday."),
        ("de", "Die Umsätze sanken im Mai um 5 Prozent.", "Revenue rose by 5 percent in May."),
        ("de", "Der Konzern verkaufte drei Werke.", "The group bought three plants."),
        ("de", "Mainz verlor am Samstag.", "Mainz won on Saturday."),
        ("de", "Boysen brachte die Gäste in Führung.", "Boysen put the hosts ahead."),
        ("de", "Das Feuer brach im Norden der Stadt aus.", "The fire broke out in the south of the city."),
        ("de", "Der Minister sprach nach der Abstimmung.", "The minister spoke before the vote."),
        ("de", "Das Gericht wies die Klage zurück.", "The court upheld the suit."),
        ("de", "Die Grenze wurde am Montag geschlossen.", "The border was opened on Monday."),
        ("ru", "Цены в апреле выросли на 4 процента.", "Prices fell by 4 percent in April."),
        ("ru", "Безработица в мае снизилась.", "Unemployment rose in May."),
        ("ru", "Компания продала завод.", "The company bought the plant."),
        ("ru", "Сборная проиграла в Осло.", "The national team won in Oslo."),
        ("ru", "Пожар начался на севере города.", "The fire started in the south of the city."),
        ("ru", "Министр выступил после голосования.", "The minister spoke before the vote."),
        ("ru", "Суд оправдал мэра.", "The court convicted the mayor."),
        ("ru", "Парламент одобрил закон.", "Parliament rejected the law."),
        ("uk", "Ціни у квітні зросли на 4 відсотки.", "Prices fell by 4 percent in April."),
        ("uk", "Безробіття у травні знизилося.", "Unemployment rose in May."),
        ("uk", "Компанія продала завод.", "The company bought the plant."),
        ("uk", "Парламент ухвалив ці закони.", "Parliament rejected these laws."),
        ("pl", "Ceny wzrosły w kwietniu o 4 procent.", "Prices fell by 4 percent in April."),
        ("pl", "Bezrobocie w maju spadło.", "Unemployment rose in May."),
        ("pl", "Firma sprzedała fabrykę.", "The company bought the factory."),
        ("pl", "Sąd odrzucił wniosek.", "The court accepted the request."),
        ("cs", "Ceny v dubnu vzrostly o 4 procenta.", "Prices fell by 4 percent in April."),
        ("cs", "Nezaměstnanost v květnu klesla.", "Unemployment rose in May."),
        ("cs", "Firma prodala továrnu.", "The company bought the factory."),
        ("zh", "四月物价上涨了4%。", "Prices fell by 4 percent in April."),
        ("zh", "五月失业率下降。", "Unemployment rose in May."),
        ("zh", "该公司出售了三家工厂。", "The company bought three factories."),
        ("zh", "法院驳回了上诉。", "The court accepted the appeal."),
        ("zh", "主队星期六输了。", "The home side won on Saturday."),
        ("zh", "火灾发生在城市北部。", "The fire broke out in the south of the city."),
        ("zh", "法院宣判市长无罪。", "The court found the mayor guilty."),
        ("ja", "4月の物価は4%上昇した。", "Prices fell by 4 percent in April."),
        ("ja", "5月の失業率は低下した。", "Unemployment rose in May."),
        ("ja", "同社は工場を売却した。", "The company bought the factory."),
        ("ar", "ارتفعت الأسعار في أبريل بنسبة 4 في المئة.", "Prices fell by 4 percent in April."),
        ("ar", "انخفضت البطالة في مايو.", "Unemployment rose in May."),
        ("de", "Die Brücke wird frühestens im Herbst geöffnet.", "The bridge will open in autumn at the latest."),
        ("fr", "Le pont rouvrira au plus tôt en mai.", "The bridge will reopen in May at the latest."),
        ("es", "Viajarán gratis a partir de enero.", "They will travel free until January."),
        ("fr", "Le pont est fermé à partir de lundi.", "The bridge is closed until Monday."),
        ("zh", "市长的弟弟星期一去世。", "The mayor's elder brother died on Monday."),
        ("ru", "Младший брат мэра скончался.", "The mayor's older brother has died."),
        ("zh", "利润较前年减少四成。", "Profit was 40% more than the year before."),
    ],
)
def test_a_word_that_says_the_opposite_is_told(language: str, source: str, text: str) -> None:
    assert [(f.rule, f.severity) for f in told(source, text, language)] == [("direction-reversed", Severity.CRITICAL)]


@pytest.mark.parametrize(
    ("language", "source", "text"),
    [
        ("fr", "L'accident a fait cinq morts et vingt blessés.", "The accident left twenty dead and five injured."),
        ("fr", "Le chômage est passé de 8 % à 6 %.", "Unemployment went from 6% to 8%."),
        (
            "fr",
            "Les ventes ont progressé de 3 % en France et de 7 % en Italie.",
            "Sales rose 7% in France and 3% in Italy.",
        ),
        ("fr", "Quatre hommes et neuf femmes ont été arrêtés.", "Nine men and four women were arrested."),
        ("es", "El choque dejó cuatro muertos y treinta heridos.", "The crash left thirty dead and four injured."),
        ("es", "El precio pasó de 20 a 35 euros.", "The price went from 35 to 20 euros."),
        ("es", "Llegaron 14 barcos el lunes y 22 el martes.", "22 ships arrived on Monday and 14 on Tuesday."),
        ("de", "Bei dem Unfall gab es vier Tote und 30 Verletzte.", "The accident left 30 dead and four injured."),
        ("de", "Die Zahl stieg von 15 auf 27.", "The number rose from 27 to 15."),
        (
            "it",
            "L'incidente ha causato quattro morti e trenta feriti.",
            "The accident left thirty dead and four injured.",
        ),
        ("it", "Il tasso è passato dal 4% al 6%.", "The rate went from 6% to 4%."),
        ("pt", "O acidente fez quatro mortos e trinta feridos.", "The accident left thirty dead and four injured."),
        ("ru", "Число выросло с 15 до 27.", "The number rose from 27 to 15."),
        ("ru", "Арестованы девять мужчин и четыре женщины.", "Four men and nine women were arrested."),
        ("zh", "事故造成4人死亡，30人受伤。", "The accident left 30 dead and four injured."),
        ("zh", "利率从4%升至6%。", "The rate rose from 6% to 4%."),
        ("pl", "Liczba wzrosła z 15 do 27.", "The number rose from 27 to 15."),
        ("cs", "Počet vzrostl z 15 na 27.", "The number rose from 27 to 15."),
    ],
)
def test_two_numbers_do_not_change_places(language: str, source: str, text: str) -> None:
    assert [(f.rule, f.severity) for f in told(source, text, language)] == [("number-moved", Severity.MAJOR)]


@pytest.mark.parametrize(
    ("language", "source", "text", "reason"),
    [
        ("fr", "Au moins 40 personnes ont été arrêtées.", "Forty people or more were arrested.", "the bound behind"),
        ("fr", "Elles ne doivent pas être inférieures à 14 cm.", "They must be at least 14 cm.", "a denied bound"),
        (
            "uk",
            "Радять приймати не більше двох років.",
            "They advise not to take it for more than two years.",
            "denied",
        ),
        ("fr", "Près de 300 maisons ont brûlé.", "About 300 houses burned.", "nearly may be about"),
        ("de", "Fast 300 Häuser brannten.", "Just under 300 houses burned.", "nearly is under"),
        ("es", "Hasta 500 personas caben.", "It holds a maximum of 500 people.", "two words for the most"),
        ("ru", "Погибли не менее 20 человек.", "More than 20 people were killed.", "two words for the least"),
        ("zh", "20多人受伤。", "More than 20 people were injured.", "a bound behind the number"),
        ("fr", "Non seulement trois maisons ont brûlé.", "Three houses burned, among other things.", "denied"),
        ("es", "El museo recibió apenas 40 visitantes.", "The museum received no more than 40 visitors.", "the most"),
        ("it", "Solo 40 persone si sono presentate.", "As few as 40 people showed up.", "few"),
        ("pt", "Só em maio, 40 pessoas foram detidas.", "In May, 40 people were arrested.", "it governs another"),
        ("de", "Nur zwei der elf Geiseln sind frei.", "All but two of the 11 hostages are held.", "all but"),
        ("ru", "Всего в забеге участвовали 40 человек.", "In all, 40 people took part in the race.", "in all"),
        ("ru", "Только 6 мая суд вынес решение.", "It was not until 6 May that the court ruled.", "not until"),
        ("zh", "两只3岁的大熊猫抵达柏林。", "Two 3-year-old pandas arrived in Berlin.", "a classifier"),
        ("fr", "Elle est à elle seule un danger.", "It is in itself a danger.", "an article"),
        ("de", "Nur 40 Minuten später fiel das Tor.", "Forty minutes later came the goal.", "a distance"),
        ("zh", "不仅3家银行关门。", "Three banks closed, and others.", "not only"),
        (
            "fr",
            "Près d'un tiers des élèves ont répondu.",
            "About a third of the pupils answered.",
            "nearly may be about",
        ),
        ("es", "Más de la mitad de los alumnos contestó.", "Most of the pupils, well over half, did.", "another bound"),
        ("de", "Knapp die Hälfte der Schüler antwortete.", "Just under half of the pupils answered.", "under"),
        ("ru", "Почти половина учеников ответила.", "Close to half of the pupils answered.", "nearly"),
        ("zh", "超过一半的学生回答了问题。", "Over 50% of the pupils answered.", "a fraction in per cent"),
        ("fr", "Les prix ont augmenté de 4 % en avril.", "Prices were 4 percent higher in April.", "another word"),
        ("fr", "Le chômage a reculé en avril.", "Fewer people were out of work in April.", "another word"),
        ("fr", "Les pertes ont augmenté en avril.", "Losses rose in April.", "two words, one of them a direction"),
        ("de", "Die Preise stiegen nicht.", "Prices fell.", "a denial"),
        ("de", "Die Gäste des Hotels reisten ab.", "The guests left the hotel, the hosts said.", "both in English"),
        ("de", "Mainz gewann, Köln verlor.", "Mainz beat Köln.", "both sides in the source"),
        ("ru", "Министр выступил перед голосованием.", "The minister spoke ahead of the vote.", "another word"),
        (
            "fr",
            "Il a provoqué sans cesse le champion.",
            "He kept provoking the champion with words.",
            "it governs another",
        ),
        ("fr", "L'accident a fait cinq morts et vingt blessés.", "It injured twenty and killed five.", "another order"),
        ("es", "El precio pasó de 20 a 35 euros.", "The price rose to 35 euros from 20.", "another order"),
        ("fr", "Il sauvera 333 emplois sur les 420 de l'usine.", "He saves 333 of the plant's 420 jobs.", "a part"),
        ("de", "Im Mai 120 Fälle, im Juni 340.", "There were 120 cases in May and 340 in June.", "the months behind"),
        ("zh", "进出口双降。", "Imports and exports both fell.", "both at once"),
        ("zh", "1月进出口双降。", "Both imports and trade fell in January.", "a word inside another"),
    ],
)
def test_what_says_the_same_in_another_way_passes(language: str, source: str, text: str, reason: str) -> None:
    assert told(source, text, language) == [], reason


def test_every_language_names_its_opposites_as_english_does() -> None:
    english = next(each.opposites for each in languages() if each.code == ENGLISH)
    for each in languages():
        assert set(each.opposites.words) <= set(english.words), each.code
        assert set(each.opposites.before) <= set(english.before), each.code
        assert {len(sides) for sides in (*each.opposites.words.values(), *each.opposites.before.values())} <= {2}


@pytest.mark.parametrize(
    ("language", "source", "text"),
    [
        ("fr", "Le garde a avoué le vol des tableaux.", "The guard denied stealing the paintings."),
        ("fr", "Le club a renforcé sa défense cet été.", "The club weakened its defence this summer."),
        ("de", "Der Vorstand lobte den Plan der Stadt.", "The board criticised the city's plan."),
        ("de", "Der Fluss trat vor drei Tagen über die Ufer.", "The river burst its banks three days later."),
        ("it", "Il ponte era crollato due anni prima.", "The bridge had collapsed two years later."),
        ("pt", "O lucro dobrou em três anos.", "Profit halved in three years."),
        ("ru", "Он отказался от награды.", "He accepted the award."),
        ("ru", "Ремонт закончат не позднее пятницы.", "The repairs will be finished no earlier than Friday."),
        ("zh", "银行否认泄露客户资料。", "The bank admitted leaking customer data."),
        ("zh", "产量增长9%，利润降至300万元。", "Output grew 9 percent and profit rose to 3 million yuan."),
        ("zh", "他的妻子三天前被捕。", "His wife was arrested three days later."),
        ("es", "El juez lo dejó libre sin fianza.", "The judge let him go on bail."),
        ("de", "Die Brücke soll bis Ende 2031 fertig sein.", "The bridge is to be finished after the end of 2031."),
        ("fr", "Malgré la neige, le match a eu lieu.", "Because of the snow, the match took place."),
        ("ru", "Из-за шторма рейс отложили.", "Despite the storm, the flight was postponed."),
        ("fr", "Le phare se dresse sur une île inhabitée.", "The lighthouse stands on an inhabited island."),
        (
            "es",
            "Retiró el cuadro dos días antes de la venta, pero no dijo por qué.",
            "It withdrew the painting two days after the sale but did not say why.",
        ),
        ("de", "Die Brücke wird nicht vor 2034 fertig.", "The bridge will be ready before 2034."),
        ("es", "La nube se desplazó hacia el suroeste.", "The cloud drifted southeast."),
        ("zh", "台风向西北方向移动。", "The typhoon is moving northeast."),
        ("zh", "死者头朝西。", "The dead man's head points east."),
        ("fr", "La toile a été acquise par un musée.", "The canvas was sold by a museum."),
        ("ru", "Пожар на юго-востоке страны потушен.", "The fire in the south-west of the country is out."),
    ],
)
def test_what_says_the_opposite_by_a_dictionary_is_told(language: str, source: str, text: str) -> None:
    assert [(f.rule, f.severity) for f in told(source, text, language)] == [("direction-reversed", Severity.CRITICAL)]


@pytest.mark.parametrize(
    ("language", "source", "text"),
    [
        ("fr", "Le garde n'a pas avoué le vol des tableaux.", "The guard denied stealing the paintings."),
        ("fr", "Le garde a avoué le vol des tableaux.", "The guard did not deny stealing the paintings."),
        ("fr", "Le garde a nié le vol et avoué la fuite.", "The guard denied the theft and admitted fleeing."),
        ("es", "La ministra elogió el trabajo de los bomberos.", "The minister praised the work of the firefighters."),
        ("es", "El juez lo dejó libre sin fianza.", "The judge let him go without bail."),
        ("es", "El juez lo dejó libre sin fianza.", "The judge released him on his own recognisance."),
        ("de", "Der Fluss trat vor drei Tagen über die Ufer.", "The river burst its banks three days ago."),
        ("de", "Drei Tage nach dem Sturm kam das Hochwasser.", "The flood came three days after the storm."),
        ("de", "Die Brücke soll bis Ende 2031 fertig sein.", "The bridge is to be finished by the end of 2031."),
        ("fr", "Malgré la neige, le match a eu lieu.", "The match took place in spite of the snow."),
        ("fr", "Sans logement, il dort chez des amis.", "With nowhere to live, he sleeps on friends' sofas."),
        ("de", "Die Brücke wird nicht vor 2034 fertig.", "The bridge will not be ready before 2034."),
        ("de", "Die Brücke wird nicht vor 2034 fertig.", "The bridge will be ready after 2034."),
        ("es", "La nube se desplazó hacia el suroeste.", "The cloud drifted to the south-west."),
        ("zh", "音乐放了八秒，然后重复。", "The music plays for eight seconds before it is repeated."),
        (
            "fr",
            "Le phare se dresse sur une île inhabitée.",
            "The lighthouse stands on an island that nobody inhabited.",
        ),
        ("fr", "La police a trouvé un corps sans vie.", "Police found a dead body."),
        ("fr", "Il gagnera sans doute.", "He is under no doubt that he will win."),
        ("it", "Il ponte era crollato due anni prima.", "The bridge had collapsed two years earlier."),
        ("it", "Il ponte era crollato due anni prima del voto.", "The bridge had collapsed two years before the vote."),
        ("pt", "O lucro dobrou em três anos.", "Profit was twice as high after three years."),
        ("pt", "Metade dos votos foi contada.", "Half of the votes have been counted."),
        ("ru", "Он отказался от награды.", "He refused the award."),
        ("ru", "Ремонт закончат не позднее пятницы.", "The repairs will be finished by Friday."),
        ("ru", "Ремонт обошелся вдвое дешевле.", "The repairs cost half as much."),
        ("zh", "银行否认泄露客户资料。", "The bank denied leaking customer data."),
        ("zh", "银行否认泄露客户资料。", "The bank would not admit leaking customer data."),
        ("zh", "产量增长9%，利润降至300万元。", "Output grew 9 percent while profit fell to 3 million yuan."),
        ("zh", "他的妻子三天前被捕。", "His wife was arrested three days before."),
        ("zh", "三天后，他回到家中。", "He went home after three days."),
        ("fr", "Plus de 40 moutons ont été tués.", "A wolf killed 40 sheep."),
        ("de", "Mindestens 20 Menschen starben.", "The toll has reached 20."),
        ("ru", "Уцелели только три картины.", "Only three paintings have survived."),
        (
            "fr",
            "L'action Alba gagnait 1,4% tandis que Borea cédait 1,1%.",
            "Shares in Alba gained 1.4%, while Borea lost 1.1%.",
        ),
        (
            "fr",
            "Le village est, depuis les années 50 et déjà avant, sans médecin.",
            "Since the 50s and already before, the village has had no doctor.",
        ),
        ("fr", "Le potentiel de hausse est faible.", "There is limited upside."),
        (
            "fr",
            "Le plongeur est descendu dans un gouffre sans fond.",
            "The diver went down, with a bottomless pit below.",
        ),
        ("pt", "Nem todos os moradores foram avisados.", "Some of the residents were not told."),
        ("sv", "Vägen är stängt.", "The road was shut."),
        ("de", "Nicht alle Bewohner wurden gewarnt.", "Some of the residents were not warned."),
        ("ru", "Предупредили не всех жителей.", "Some of the residents were not warned."),
        ("es", "El juez dejó en libertad a los tres detenidos.", "The judge freed the three detainees."),
        (
            "de",
            "Ohne Wasser sind noch 200 Häuser, am Freitag waren es mehr als zehnmal so viele.",
            "Water has yet to reach 200 houses, compared with more than 10 times as many on Friday.",
        ),
        ("de", "Die Brücke wird frühestens im Herbst geöffnet.", "The bridge will not open to cars before autumn."),
        ("fr", "Tous les passagers sont indemnes.", "None of the passengers was hurt."),
        ("ru", "Завод заработает не раньше сентября.", "The plant will stay idle until at least September."),
        ("fr", "L'usine ne rouvrira pas avant mai.", "The plant will stay shut until at least May."),
        ("pt", "Vai investir mais que o dobro do plano anterior.", "The previous plan was for less than half of it."),
        ("de", "Er steht seit Dienstag vor dem Landgericht Kassel.", "He has been on trial since Tuesday at Kassel."),
        ("de", "Der Titel war drei Spieltage vor Schluss sicher.", "The title was won with three games to spare."),
        ("pt", "Até quinta-feira, a empresa não tinha comentado.", "As of Thursday, the company had yet to comment."),
    ],
)
def test_what_says_the_same_in_other_words_passes(language: str, source: str, text: str) -> None:
    assert told(source, text, language) == []


@pytest.mark.parametrize(
    ("language", "source", "text"),
    [
        ("fr", "La banque a cédé son siège à un fonds.", "The bank bought its headquarters from a fund."),
        ("fr", "Le député a voté contre le budget.", "The lawmaker voted for the budget."),
        ("es", "La diputada votó a favor de la ley.", "The lawmaker voted against the law."),
        ("it", "La banca ha ceduto il palazzo.", "The bank bought the building."),
        ("pt", "A deputada votou contra a reforma.", "The lawmaker voted for the reform."),
        ("de", "Am Montag verkaufte der Konzern drei Werke.", "On Monday the group bought three plants."),
        ("de", "Sie kaufte im Mai ein Haus.", "She sold a house in May."),
        ("de", "Sie will gegen das Gesetz stimmen.", "She wants to vote for the law."),
        ("ru", "Депутат проголосовал против закона.", "The lawmaker voted for the law."),
        ("pl", "Poseł głosował przeciw ustawie.", "The deputy voted for the law."),
        ("zh", "该公司转让了三家工厂。", "The company bought three factories."),
    ],
)
def test_a_deal_or_a_vote_turned_round_by_the_same_party_is_told(language: str, source: str, text: str) -> None:
    assert [(each.rule, each.severity) for each in told(source, text, language)] == [
        ("direction-reversed", Severity.CRITICAL)
    ]


@pytest.mark.parametrize(
    ("language", "source", "text"),
    [
        ("fr", "La banque a vendu son siège au fonds Lumière.", "The Lumière fund has bought the bank's headquarters."),
        ("fr", "L'usine a été vendue à un concurrent.", "A competitor has bought the plant."),
        ("fr", "Nantes a perdu samedi contre Lens.", "Lens beat Nantes on Saturday."),
        ("es", "La empresa vendió su sede a un fondo.", "A fund bought the company's headquarters."),
        ("es", "El Betis perdió ante el Getafe.", "Getafe beat Betis."),
        ("it", "Il gruppo ha venduto la fabbrica a un fondo.", "A fund bought the group's factory."),
        ("pt", "O Benfica perdeu com o Porto.", "Porto beat Benfica."),
        ("de", "Sie kaufte ihrem Nachbarn das Haus ab.", "Her neighbour sold her the house."),
        ("de", "Beim Aufsteiger Elversberg hat Mainz verloren.", "Newly promoted Elversberg beat Mainz."),
        ("ru", "Компания продала завод фонду.", "A fund bought the company's plant."),
        ("ru", "«Зенит» проиграл «Локомотиву».", "Lokomotiv beat Zenit."),
        ("ru", "ЦСКА уступил «Зениту» со счётом 0:2.", "Zenit beat CSKA 2-0."),
        ("it", "La Juventus è stata sconfitta 3-0 dall'Atalanta.", "Atalanta beat Juventus 3-0."),
        ("pt", "O Benfica foi derrotado por 2-0 pelo Braga.", "Braga beat Benfica 2-0."),
        ("zh", "该公司向基金出售了三家工厂。", "A fund bought three factories from the company."),
        ("ja", "同社は工場を銀行に売却した。", "A bank bought the company's factory."),
        ("fr", "Le député a voté contre le budget.", "The lawmaker voted against the budget."),
        ("de", "Sie stimmte gegen den Antrag.", "She voted down the motion."),
    ],
)
def test_a_deal_told_from_the_other_side_passes(language: str, source: str, text: str) -> None:
    assert not told(source, text, language)


@pytest.mark.parametrize(
    ("language", "source", "text"),
    [
        ("fr", "Seules trois maisons ont résisté à l'incendie.", "Three houses survived the fire."),
        ("fr", "Le village ne compte que quatre habitants.", "The village has four inhabitants."),
        ("fr", "Trois maisons seulement ont résisté.", "Three houses survived."),
        ("es", "Solo tres de los doce candidatos firmaron.", "Three of the 12 candidates signed."),
        ("it", "Soltanto tre dei dodici candidati hanno firmato.", "Three of the 12 candidates signed."),
        ("pt", "Apenas 40 pessoas compareceram.", "40 people turned up."),
        ("de", "Lediglich 40 Zuschauer kamen in die Halle.", "40 spectators came to the hall."),
        ("de", "Nur 40 Zuschauer kamen in die Halle.", "More than 40 spectators came to the hall."),
        ("ru", "Лишь четыре страны из двенадцати подписали договор.", "Four of the 12 countries signed the treaty."),
        ("zh", "只有四个国家签署了条约。", "Four countries signed the treaty."),
        ("zh", "仅40人参加了会议。", "40 people attended the meeting."),
        ("it", "Appena 40 persone sono venute.", "Forty people came."),
        ("fr", "À peine 40 personnes sont venues.", "Forty people came."),
        ("ru", "Пришли едва 40 человек.", "More than 40 people came."),
    ],
)
def test_a_number_that_was_small_is_not_told_bare(language: str, source: str, text: str) -> None:
    assert [finding.rule for finding in told(source, text, language)] == ["bound-altered"]


def test_an_only_of_a_distance_or_a_time_is_minor() -> None:
    findings = told("Das Spiel dauerte nur 40 Minuten.", "The match lasted 40 minutes.", "de")
    assert [finding.severity for finding in findings] == [Severity.MINOR]


@pytest.mark.parametrize(
    ("language", "source", "text"),
    [
        ("fr", "Moins de la moitié des élèves ont répondu.", "Half of the pupils answered."),
        ("fr", "Près des deux tiers des élèves ont répondu.", "More than two-thirds of the pupils answered."),
        ("es", "Más de un tercio de los alumnos contestó.", "Less than a third of the pupils answered."),
        ("it", "Meno della metà degli alunni ha risposto.", "Half of the pupils answered."),
        ("pt", "Mais da metade dos alunos respondeu.", "Less than half of the pupils answered."),
        ("de", "Knapp die Hälfte der Schüler antwortete.", "More than half of the pupils answered."),
        ("de", "Mehr als ein Drittel der Schüler antwortete.", "A third of the pupils answered."),
        ("ru", "Более трети учеников ответили.", "A third of the pupils answered."),
        ("zh", "不到一半的学生回答了问题。", "Half of the pupils answered."),
        ("zh", "近半学生回答了问题。", "More than half of the pupils answered."),
        ("zh", "超三成学生回答了问题。", "Fewer than 30% of the pupils answered."),
    ],
)
def test_a_fraction_keeps_its_bound(language: str, source: str, text: str) -> None:
    assert [finding.rule for finding in told(source, text, language)] == ["bound-altered"]
