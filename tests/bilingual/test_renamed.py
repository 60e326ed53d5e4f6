"""Names for which a translation puts others are found; whatever else is written for a name is not."""

from __future__ import annotations

import pytest

from auditor.bilingual.renamed import Renaming, renamings
from auditor.bilingual.side import Side

WRONG = [
    # A surname beside a kept given name, and the other way round.
    ("fr", "La maire Sophie Carpentier a ouvert la séance.", "Mayor Sophie Delorme opened the session.", "Delorme"),
    ("fr", "L'avocat de Karim Haddad a fait appel.", "Rachid Haddad's lawyer appealed.", "Rachid"),
    ("es", "El alcalde Tomás Herrera visitó la escuela.", "Mayor Tomas Fuentes visited the school.", "Fuentes"),
    ("es", "La fiscal citó a Lucía Morales.", "The prosecutor summoned Elena Morales.", "Elena"),
    ("de", "Der Trainer Jonas Brandt trat zurück.", "Coach Jonas Kessler resigned.", "Kessler"),
    ("it", "Il sindaco Carlo Bianchi ha firmato.", "Mayor Carlo Rinaldi signed.", "Rinaldi"),
    ("pt", "A ministra Joana Pereira demitiu-se.", "Minister Joana Carvalho resigned.", "Carvalho"),
    ("ru", "Тренер Павел Соколов ушёл в отставку.", "Coach Pavel Morozov resigned.", "Morozov"),
    ("uk", "Міністр Олег Бондаренко подав у відставку.", "Minister Oleh Kravchuk resigned.", "Kravchuk"),
    ("pl", "Minister Marek Zieliński podał się do dymisji.", "Minister Marek Wójcik resigned.", "Wójcik"),
    ("fr", "Le juge a entendu Luc Fontaine.", "The judge heard Luc Fontanet.", "Fontanet"),
    # One name in place of another.
    ("fr", "La police a interrogé Benali.", "Police questioned Guerrab.", "Guerrab"),
    ("de", "Am Montag schloss Bayer ein Werk.", "On Monday Evonik closed a plant.", "Evonik"),
    # Countries and cities, in whatever language.
    ("fr", "Le ministre est arrivé en Suède.", "The minister arrived in Norway.", "Norway"),
    ("es", "El avión salió de Ginebra.", "The plane left Zurich.", "Zurich"),
    ("de", "Die Konferenz findet in Österreich statt.", "The conference will be held in Australia.", "Australia"),
    ("ru", "Делегация прибыла в Варшаву.", "The delegation arrived in Prague.", "Prague"),
    ("pl", "Samolot wylądował w Monachium.", "The plane landed in Hamburg.", "Hamburg"),
    ("zh", "法国和德国签署了协议。", "France and Spain signed an agreement.", "Spain"),
    ("zh", "外交部发言人汪文斌周三表示，中方反对。", "China objects, spokesman Wang Yongqing said.", "Yongqing"),
    ("zh", "主席王毅主持了会议。", "Chairman Wang Keqiang led the meeting.", "Keqiang"),
    ("ja", "首相はロンドンを訪問した。", "The prime minister visited Paris.", "Paris"),
    ("ko", "대표단은 도쿄에 도착했다.", "The delegation arrived in Beijing.", "Beijing"),
    ("ar", "وصل الوزير إلى القاهرة يوم الأحد.", "The minister arrived in Tunis on Sunday.", "Tunis"),
    ("es", "Las Malvinas centraron el debate.", "The debate was about the Maldives.", "Maldives"),
    # Like the name of the source, in the same letters or others, and another one; a name told as a word.
    ("de", "Das sagte Gewerkschafter Jürgen Hellwig.", "Trade unionist Jürgen Helwich said so.", "Helwich"),
    ("de", "Das sagte Gewerkschafter Lars Behrendt.", "Trade unionist Lars Berendt said so.", "Berendt"),
    ("es", "El portavoz Andrés Echeverría lo negó.", "Spokesman Andrés Etcheverry denied it.", "Etcheverry"),
    ("it", "Il deputato Carlo Bertuzzi ha votato.", "Lawmaker Carlo Bertucci voted.", "Bertucci"),
    ("nl", "Burgemeester Daan Verhoeven trad af.", "Mayor Daan Verhoefen resigned.", "Verhoefen"),
    ("ru", "Картина Бориса Лукашина продана.", "The painting by Boris Lukashev was sold.", "Lukashev"),
    ("ru", "Суд допросил Олега Марченко.", "The court questioned Oleg Marchuk.", "Marchuk"),
    ("uk", "Лист підписав Тарас Гнатюк.", "The letter was signed by Taras Hnatenko.", "Hnatenko"),
    ("pl", "Pismo podpisał Jan Kowalczyk.", "The letter was signed by Jan Kowalski.", "Kowalski"),
    ("cs", "Dopis podepsal Petr Horák.", "The letter was signed by Petr Horník.", "Horník"),
    ("ru", "Об этом рассказала актриса Любовь Сорокина.", "Actress Love Sorokina spoke about it.", "Love"),
    ("it", "La giudice Speranza Colonna ha deciso.", "Judge Hope Colonna has ruled.", "Hope"),
    ("pt", "A deputada Vitória Sampaio faltou.", "Lawmaker Victory Sampaio was absent.", "Victory"),
    ("fr", "La juge Colombe Masson a tranché.", "Judge Dove Masson ruled.", "Dove"),
    ("es", "El tren salió de Brujas a mediodía.", "The train left from witches at noon.", "witches"),
    ("zh", "检察官赵海峰星期二辞职。", "Prosecutor Zhao Haitao resigned on Tuesday.", "Haitao"),
    ("zh", "工厂位于匈牙利德布勒森。", "The factory is in Dresden.", "Dresden"),
    # A surname told as what it means, or as the word that it sounds like, also behind titles and second names.
    ("de", "Trainer Jens Fleischer trat zurück.", "Coach Jens Butcher resigned.", "Butcher"),
    ("de", "Das fragte Verbandschefin Heike Kranich.", "The head of the union, Heike Crane, asked that.", "Crane"),
    ("es", "Renunció la dirigente Maruja Iglesias.", "The local leader, Maruja Churches, resigned.", "Churches"),
    ("it", "Lo ha detto la sindaca Teresa Ferri.", "Mayor Teresa Irons said so.", "Irons"),
    ("pt", "Disse isso a ministra Joana Coelho.", "Minister Joana Rabbit said so.", "Rabbit"),
    ("es", "Lo dijo el ministro Iñigo Vera Salas.", "Health Minister Iñigo Vera Sales said so.", "Sales"),
    ("fr", "La déléguée, Solenn Rauvers, a refusé.", "The shop steward, Solenn Rovers, refused.", "Rovers"),
    # The form of a woman's surname behind a man's given name, and the other way round.
    ("ru", "Она обыграла чемпиона страны Рустама Каримова.", "She beat the champion, Rustam Karimova.", "Karimova"),
    ("ru", "Тренер Павел Соколов ушёл.", "Coach Pavel Sokolova left.", "Sokolova"),
    ("ru", "С Мариной Орловой встретился мэр.", "The mayor met Marina Orlov.", "Orlov"),
    # A given name of Chinese whose surname is lost.
    ("zh", "校长马文丽说，学校不会关闭。", "Headmistress Wenli said the school would not close.", "Wenli"),
    ("zh", "教练唐海涛星期二辞职。", "Coach Haitao resigned on Tuesday.", "Haitao"),
]

RIGHT = [
    ("ru", "Жители Харькова и Одессы остались без света.", "Residents of Kharkiv and Odesa were left without power."),
    ("ru", "Адвокат Сергея Ивановича Кузнецова ушёл.", "Sergei Kuznetsov's lawyer left."),
    ("uk", "Президент прибув до Львова.", "The president arrived in Lviv."),
    ("pl", "Premier wrócił z Monachium do Warszawy.", "The prime minister returned to Warsaw from Munich."),
    ("cs", "Vlak z Drážďan do Prahy měl zpoždění.", "The train from Dresden to Prague was late."),
    ("fr", "Bercy table sur un déficit plus faible.", "The finance ministry expects a smaller deficit."),
    ("fr", "Matignon n'a pas souhaité commenter.", "The prime minister's office declined to comment."),
    ("fr", "La Suisse et les Pays-Bas ont voté contre.", "The Swiss and the Dutch voted against."),
    ("fr", "Le Premier ministre Benyamin Nétanyahou est parti.", "Prime Minister Benjamin Netanyahu has left."),
    ("fr", "Selon Berlin, l'accord est proche.", "Germany says a deal is close."),
    ("fr", "Anne Le Gall a porté plainte.", "She filed a complaint."),
    ("es", "El rey Felipe VI recibió a Isabel II.", "King Felipe VI received Elizabeth II."),
    ("es", "El papa Juan Pablo II visitó Cuba.", "Pope John Paul II visited Cuba."),
    ("es", "La ONU pidió calma en Birmania.", "The UN called for calm in Myanmar."),
    ("de", "Die Grünen in Bayern lehnten ab.", "The Greens in Bavaria refused."),
    ("de", "Bundeskanzler Olaf Scholz reist nach Peking.", "Chancellor Olaf Scholz is travelling to Beijing."),
    ("it", "Il Consiglio di Stato ha annullato il decreto.", "Italy's top administrative court struck it down."),
    ("pt", "O presidente da Costa do Marfim chegou a Lisboa.", "The president of Ivory Coast arrived in Lisbon."),
    ("zh", "中美两国星期二在日内瓦会谈。", "China and the United States held talks in Geneva on Tuesday."),
    ("zh", "馆长蔡长奎介绍了展览。", "Director Cai Changkui presented the exhibition."),
    ("zh", "发言人汪文斌表示反对。", "Spokesman Wang Wenbin objected."),
    ("zh", "张伟赢得了比赛。", "Wei Zhang won the race."),
    ("zh", "香港特首林郑月娥出席。", "Hong Kong leader Carrie Lam attended."),
    ("zh", "俄方表示，乌克兰必须让步。", "Russia said Ukraine must give way."),
    ("ja", "韓国の大統領が東京に到着した。", "South Korea's president arrived in Tokyo."),
    ("ko", "서울에서 열린 회담에 일본이 참가했다.", "Japan took part in talks in Seoul."),
    ("ar", "وصل الرئيس إلى موسكو.", "The president arrived in Moscow."),
    # Transcriptions, case forms, characters with two readings, and words that are names too.
    ("de", "Das sagte Gewerkschafter Jürgen Hellwig.", "Trade unionist Jürgen Hellwig said so."),
    ("de", "Außenminister Sergej Lawrow reist ab.", "Foreign Minister Sergei Lavrov is leaving."),
    ("fr", "Le président Hosni Moubarak est mort.", "President Hosni Mubarak has died."),
    ("fr", "Mikhaïl Khodorkovski est libre.", "Mikhail Khodorkovsky is free."),
    ("de", "Präsident Mohammed Mursi sprach.", "President Mohammed Morsi spoke."),
    ("es", "Alexander Lukashenko habló.", "Alexander Lukashenko spoke."),
    ("fr", "Alexandre Loukachenko a parlé.", "Alexander Lukashenko spoke."),
    ("nl", "Minister Sergej Sjojgoe sprak.", "Minister Sergei Shoigu spoke."),
    ("de", "Der Dichter Alexander Solschenizyn kehrte zurück.", "The writer Alexander Solzhenitsyn returned."),
    ("fr", "Boris Eltsine a démissionné.", "Boris Yeltsin resigned."),
    ("ru", "С Анной Веремеевой поговорил Игорь Пак.", "Igor Pak spoke to Anna Veremeyeva."),
    ("ru", "Письмо Ильи Достоевского продано.", "A letter by Ilya Dostoevsky was sold."),
    ("ru", "Об этом сообщил Виктор Хьюз.", "Victor Hughes said so."),
    ("ru", "Беседа с Михаилом Трофимовым.", "An interview with Mikhail Trofimov."),
    ("uk", "Лист підписала Галина Григоренко.", "The letter was signed by Halyna Hryhorenko."),
    ("pl", "Rozmowa z Markiem Zielińskim.", "A talk with Marek Zieliński."),
    ("pl", "List Pawła Gołąbka.", "A letter by Paweł Gołąbek."),
    ("cs", "Dopis Jany Horákové.", "A letter by Jana Horáková."),
    ("cs", "Mluvil s Petrem Horákem.", "He spoke to Petr Horák."),
    ("ru", "Об этом рассказала актриса Любовь Сорокина.", "Actress Lyubov Sorokina spoke about it."),
    ("ru", "Надежда Петрова умерла.", "The hope died with Nadezhda Petrova."),
    ("es", "La alcaldesa Esperanza Vidal dimitió.", "Mayor Esperanza Vidal resigned."),
    ("es", "El padre Ángel García murió.", "Father Ángel García has died."),
    ("fr", "Pierre Blanc a parlé.", "Pierre Blanc spoke."),
    ("fr", "Le pape Jean-Paul II a parlé.", "Pope John Paul II spoke."),
    ("es", "La Paz y Sucre protestan.", "La Paz and Sucre are protesting."),
    ("es", "Hubo brujas en Brujas.", "There were witches in Bruges."),
    ("zh", "检察官赵海峰星期二辞职。", "Prosecutor Zhao Haifeng resigned on Tuesday."),
    ("zh", "作家曾朴死了。", "The writer Zeng Pu died."),
    ("zh", "校长单田芳出席。", "Headmaster Shan Tianfang attended."),
    ("zh", "德国德累斯顿举行会议。", "A meeting was held in Dresden, Germany."),
    ("zh", "沪深两市上涨。", "Stocks in Shanghai and Shenzhen rose."),
    # Bodies named by words, transcriptions, a woman's name in any case, men whose given names end as a woman's.
    ("de", "Das Werk gehört der Volkswagen Gruppe.", "The plant belongs to Volkswagen Group."),
    ("de", "Der Aldi Markt in Ulm schließt.", "The Aldi Market in Ulm is closing."),
    ("de", "Trainer Jens Fleischer trat zurück.", "Coach Jens Fleischer resigned."),
    ("es", "Lo dijo el ministro Iñigo Vera Salas.", "Health Minister Iñigo Vera Salas said so."),
    ("fr", "Vladimir Poutine a refusé.", "Vladimir Putin refused."),
    ("fr", "Elle est citée pour le Nobel de Littérature.", "She is tipped for the Nobel Prize."),
    ("fr", "La Simca Bagheera Combi se vend bien.", "The Simca Bagheera Station Wagon sells well."),
    ("it", "La Banca Etruria ha chiuso.", "Etruria Bank has closed."),
    ("ru", "Она обыграла чемпиона страны Рустама Каримова.", "She beat the champion, Rustam Karimov."),
    ("ru", "Пели Александр Титов и Ольга Титова.", "Aleksandr Titov and Olga Titova sang."),
    ("ru", "Пели Олег Громов, Нина Власова.", "Nina Vlasova, Oleg Gromov and Olga Titova sang."),
    ("ru", "Он поздравил Илью Орлова.", "He congratulated Ilya Orlov."),
    ("ru", "Он поздравил Любовь Орлову.", "He congratulated Lyubov Orlova."),
    ("ru", "Он встретился с Мариной Орловой.", "He met Marina Orlova."),
    ("zh", "校长马文丽说，学校不会关闭。", "Headmistress Ma said the school would not close."),
    ("zh", "校长马文丽说，学校不会关闭。", "Headmistress Ma Wenli said the school would not close."),
    ("zh", "工厂位于江苏常熟。", "The factory is in Changshu, Jiangsu."),
]


@pytest.mark.parametrize(("language", "source", "target", "name"), WRONG)
def test_another_name_is_found(language: str, source: str, target: str, name: str) -> None:
    found = [renaming.ours for renaming in _renamings(language, source, target)]
    assert found == [name]


@pytest.mark.parametrize(("language", "source", "target"), RIGHT)
def test_what_english_copy_writes_for_a_name_passes(language: str, source: str, target: str) -> None:
    assert [(each.ours, each.theirs) for each in _renamings(language, source, target)] == []


def _renamings(language: str, source: str, target: str) -> list[Renaming]:
    ours, theirs = Side(target, "en"), Side(source, language)
    return list(renamings(ours, theirs, ours, theirs))
