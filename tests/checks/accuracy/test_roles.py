"""Who does something and to whom: subjects and objects that change places."""

from __future__ import annotations

import pytest

from tests.checks.accuracy.conftest import Told

WRONG = [
    ("fr", "Le Portugal a accusé la Norvège d'espionnage.", "Norway accused Portugal of spying."),
    ("fr", "La juge que le ministre a critiquée est partie.", "The judge who criticised the minister has left."),
    ("es", "Armenia acusó a Georgia de espionaje.", "Georgia accused Armenia of spying."),
    ("es", "Murió el hombre a quien su vecina prestó la casa.", "The man who lent his neighbour the house has died."),
    ("it", "Il sindaco ha accusato la banca.", "The bank accused the mayor."),
    ("pt", "O prefeito processou a empresa.", "The company sued the mayor."),
    ("de", "Der Verein verklagte den Trainer.", "The coach sued the club."),
    ("de", "Bosch hat Siemens verklagt.", "Siemens has sued Bosch."),
    ("ru", "Фирма обвиняет Сорокину в обмане.", "Sorokina accuses the firm of fraud."),
    ("ru", "Грузия обвинила Армению в шпионаже.", "Armenia accused Georgia of spying."),
    ("zh", "日本下月将向法国移交十名嫌疑人。", "Next month France will hand over ten suspects to Japan."),
    ("zh", "律师说，宏远公司正在起诉明达公司。", "The lawyer said Mingda was suing Hongyuan."),
]

RIGHT = [
    ("fr", "Cette idée plaît à Marc Duval.", "Marc Duval likes that idea."),
    ("fr", "Le Portugal a accusé la Norvège d'espionnage.", "Portugal accused Norway of spying."),
    ("fr", "La Norvège a été accusée par le Portugal.", "Portugal accused Norway."),
    ("fr", "Le livre que Paul Roche a vendu est rare.", "Paul Roche sold the book, which is rare."),
    ("fr", "Le maire a rencontré la ministre.", "The minister met the mayor."),
    ("fr", "La banque l'a vendue au maire.", "The bank sold it to the mayor."),
    ("es", "El libro lo compró María Ruiz.", "María Ruiz bought the book."),
    ("es", "Al alcalde lo denunció la empresa.", "The company sued the mayor."),
    ("es", "Detuvieron a un hombre que acusó a su vecino.", "Police held a man who accused his neighbour."),
    ("it", "La banca è stata denunciata dal sindaco.", "The mayor sued the bank."),
    ("pt", "A empresa foi processada pelo prefeito.", "The mayor sued the company."),
    ("de", "Den Trainer verklagte der Verein.", "The club sued the coach."),
    ("de", "Die Firma verklagte der Minister.", "The minister sued the firm."),
    ("de", "Das Buch kaufte Maria Huber.", "Maria Huber bought the book."),
    ("ru", "Сорокину обвинил директор.", "The director accused Sorokina."),
    ("ru", "Сорокину обвиняют в обмане.", "Sorokina is accused of fraud."),
    ("ru", "По словам Сорокиной, фирма солгала.", "Sorokina said the firm had lied."),
    ("pl", "Nowaka oskarżył minister.", "The minister accused Nowak."),
    ("zh", "法国被日本起诉。", "Japan sued France."),
    ("zh", "日本和法国起诉了这家公司。", "France and Japan sued the company."),
    ("zh", "起诉明达公司的宏远公司已破产。", "Hongyuan, which sued Mingda, is bankrupt."),
]


@pytest.mark.parametrize(("language", "source", "target"), WRONG)
def test_a_subject_that_the_source_has_as_an_object_is_told(
    told: Told, language: str, source: str, target: str
) -> None:
    assert [finding.severity for finding in told("roles-exchanged", target, source, language)] == ["critical"]


@pytest.mark.parametrize(("language", "source", "target"), RIGHT)
def test_what_only_stands_in_another_order_passes(told: Told, language: str, source: str, target: str) -> None:
    assert not told("roles-exchanged", target, source, language)


TURNED = [
    ("fr", "Le gérant sera remplacé par sa cousine.", "The manager will replace his cousin."),
    ("fr", "Il sera remplacé par son cousin.", "He will replace his cousin."),
    (
        "fr",
        "La brasserie, rachetée en 2011 par le groupe Solvane, ferme.",
        "The brewery, which in 2011 bought the group Solvane, is closing.",
    ),
    ("fr", "La directrice l'a convoqué lundi.", "He summoned the headmistress on Monday."),
    ("es", "La tienda fue comprada por el banco.", "The shop bought the bank."),
    ("es", "La fiscal lo acusó de fraude.", "He accused the prosecutor of fraud."),
    ("it", "Il comune è stato accusato dalla banca.", "The town council accused the bank."),
    ("pt", "O jogador foi criticado pelo treinador.", "The player criticised the coach."),
    ("de", "Er sagt, dass ihn die Ärztin gewarnt habe.", "He says that he had warned the doctor."),
    ("de", "Der Fahrer wurde von der Lehrerin gerettet.", "The driver rescued the teacher."),
    ("de", "Ich habe gewartet, aber niemand hat mir geholfen.", "I waited, but I helped nobody."),
    ("ru", "Вратарь был заменён защитником.", "The goalkeeper replaced the defender."),
    ("ru", "Он подарил ей машину.", "She gave him a car."),
    ("ru", "Мне никто не помогал.", "I helped nobody."),
    ("zh", "司机被老师举报了。", "The driver reported the teacher."),
    ("es", "El coche lo compró en mayo a un vecino.", "He bought the car in May for a neighbour."),
    ("de", "Sie hat das Bild von einem Händler gekauft.", "She bought the picture for a dealer."),
    ("ru", "Он купил дом у соседа.", "He bought the house for a neighbour."),
    ("it", "Ha comprato il quadro da un mercante.", "She bought the picture for a merchant."),
    ("de", "Der Minister kritisierte den Sender.", "The minister was criticised by the broadcaster."),
]

UNTURNED = [
    ("fr", "Il sera remplacé par son cousin.", "His cousin will replace him."),
    ("fr", "Il sera remplacé par son cousin.", "He will be replaced by his cousin."),
    ("fr", "Elle a commencé par le chant.", "She started with singing."),
    ("fr", "La directrice l'a convoqué lundi.", "The headmistress summoned him on Monday."),
    ("fr", "Ce film me plaît.", "I like this film."),
    ("fr", "Elle lui manque.", "He misses her."),
    ("fr", "Il vivait la vie à fond.", "He lived life to the full."),
    ("es", "La tienda fue comprada por el banco.", "The bank bought the shop."),
    ("es", "El libro lo compró en Lima.", "She bought the book in Lima."),
    ("es", "La fiscal lo acusó de fraude.", "The prosecutor accused him of fraud."),
    ("it", "Il comune è stato accusato dalla banca.", "The bank accused the town council."),
    ("pt", "O jogador foi criticado pelo treinador.", "The coach criticised the player."),
    ("de", "Er sagt, dass ihn die Ärztin gewarnt habe.", "He says that the doctor had warned him."),
    ("de", "Das Bild wurde von der Lehrerin gekauft.", "The teacher bought the picture."),
    ("de", "Er gefällt ihr.", "She likes him."),
    ("de", "Den Brief hat er ihm gegeben.", "He gave him the letter."),
    ("ru", "Вратарь был заменён защитником.", "The defender replaced the goalkeeper."),
    ("ru", "Он ей нравится.", "She likes him."),
    ("ru", "Бурлак задался целью снять фильм.", "Burlak set the goal of making a film."),
    ("ru", "Он проиграл ей.", "She beat him."),
    ("zh", "司机被老师举报了。", "The teacher reported the driver."),
    ("es", "El coche lo compró en mayo a un vecino.", "He bought the car in May from a neighbour."),
    ("es", "Le compró un coche a su hijo.", "He bought a car for his son."),
    ("es", "Lo compró para un vecino.", "He bought it for a neighbour."),
    ("fr", "Elle a acheté une moto à sa fille.", "She bought a motorbike for her daughter."),
    ("de", "Sie hat das Bild für einen Händler gekauft.", "She bought the picture for a dealer."),
    ("ru", "Он купил дом для соседа.", "He bought the house for a neighbour."),
    ("es", "El Betis cayó por 3-2 ante el Getafe y sigue sin ganar.", "Getafe beat Betis 3-2."),
    ("de", "Die Gespräche sollen bis zu den Ferien enden.", "The talks should be ended by the holidays."),
]


@pytest.mark.parametrize(("language", "source", "target"), TURNED)
def test_agents_and_pronouns_that_change_places_are_told(told: Told, language: str, source: str, target: str) -> None:
    assert [finding.severity for finding in told("roles-exchanged", target, source, language)] == ["critical"]


@pytest.mark.parametrize(("language", "source", "target"), UNTURNED)
def test_passives_made_active_and_verbs_that_turn_round_pass(
    told: Told, language: str, source: str, target: str
) -> None:
    assert not told("roles-exchanged", target, source, language)


SHOWN = [
    ("de", "Den Nachbarn retteten zwei Kinder.", "The neighbour rescued two children."),
    (
        "de",
        "Den Richter hatte die Ministerin im Mai öffentlich kritisiert.",
        "The judge had publicly criticised the minister.",
    ),
    ("de", "Dem Bürgermeister dankte der Trainer.", "The mayor thanked the coach."),
    (
        "de",
        "„Das war falsch“, zitierte die Anwältin den Richter.",
        '"That was wrong," the judge quoted the lawyer as saying.',
    ),
    ("de", "„Nein“, sagte dem Reporter der Trainer.", '"No," the reporter told the coach.'),
    ("fr", "C'est la banque qu'accuse le maire.", "It is the mayor that the bank accuses."),
    ("fr", "Au juge, la ministre a répondu mardi.", "The judge replied to the minister on Tuesday."),
    ("fr", "« Jamais », a répondu au maire la directrice.", '"Never," the mayor told the director.'),
    ("es", "Al entrenador lo criticó el alcalde.", "The coach criticised the mayor."),
    ("es", "A la jueza, el ministro la acusó de mentir.", "The judge accused the minister of lying."),
    ("es", "«Nunca», respondió al juez la ministra.", '"Never," the judge told the minister.'),
    ("it", "Al sindaco ha risposto il ministro.", "The mayor replied to the minister."),
    ("it", "«Mai», ha detto al giudice il sindaco.", '"Never," the judge told the mayor.'),
    ("pt", "Ao juiz o prefeito respondeu na terça.", "The judge replied to the mayor on Tuesday."),
    ("pt", "“Nunca”, disse ao juiz o prefeito.", '"Never," the judge told the mayor.'),
    ("ru", "Врача спас сосед.", "The doctor saved a neighbour."),
    ("ru", "Компанию «Лотос» купил её конкурент.", "Lotos bought its competitor."),
    ("ru", "Министру ответил водитель.", "The minister answered the driver."),
    ("ru", "Норвегия обвинила Китай в шпионаже.", "China accused Norway of spying."),
    ("ru", "Норвегии помог Китай.", "Norway helped China."),
    ("ru", "«Нет», — ответил министру водитель.", '"No," the minister told the driver.'),
    ("pl", "Kobietę uratował lekarz.", "The woman saved the doctor."),
    ("cs", "Firmu koupil konkurent.", "The company bought its competitor."),
    ("zh", "司机被前女友举报。", "The driver reported his former girlfriend."),
    ("es", "Al alcalde lo criticó durante la sesión la jueza.", "The mayor criticised the judge during the session."),
    (
        "it",
        "Al sindaco ha risposto durante la seduta il ministro.",
        "The mayor replied to the minister at the session.",
    ),
    ("pt", "Ao prefeito respondeu ontem o juiz.", "The mayor replied to the judge yesterday."),
    (
        "de",
        "Den Richter kritisierten am Montag unter anderem die Ärzte.",
        "The judge criticised the doctors on Monday.",
    ),
    ("ru", "Водителя в пятницу спас сосед.", "The driver saved a neighbour on Friday."),
    ("ru", "Сборную Японии обыграла команда Кении.", "Japan's team beat Kenya."),
    ("fr", "Elle accuse le médecin d'avoir trompé le juge.", "She accuses the judge of deceiving the doctor."),
    ("es", "Acusan al médico de haber engañado al juez.", "They accuse the judge of deceiving the doctor."),
    ("pt", "Ela acusa o médico de ter enganado o juiz.", "She accuses the judge of deceiving the doctor."),
    ("it", "Accusa il medico di aver insultato il giudice.", "She accuses the judge of insulting the doctor."),
]

UNSHOWN = [
    ("de", "Den Nachbarn retteten zwei Kinder.", "Two children rescued the neighbour."),
    ("de", "Die Nachbarin retteten zwei Kinder.", "The neighbour rescued two children."),
    ("de", "Den Klub verlässt der Trainer im Mai.", "The club is losing its coach in May."),
    ("de", "Dem Trainer fehlt der Stürmer.", "The coach is without his striker."),
    ("de", "In dem Konzern kritisierte der Chef die Gewerkschaft.", "The company's boss criticised the union."),
    ("de", "Dem Minister wurde die Richterin vorgestellt.", "The minister was introduced to the judge."),
    (
        "de",
        "„Nein“, sagte dem Sprecher der Ministerin ein Reporter.",
        '"No," a reporter told the minister\'s spokesman.',
    ),
    ("fr", "C'est la banque qu'accuse le maire.", "It is the bank that the mayor accuses."),
    ("fr", "C'est la banque qui accuse le maire.", "It is the bank that accuses the mayor."),
    ("fr", "« Jamais », a répondu au maire la directrice.", '"Never," the director told the mayor.'),
    ("es", "Al entrenador lo criticó el alcalde.", "The coach was criticised by the mayor."),
    ("es", "Al entrenador le falta un delantero.", "The coach is missing a striker."),
    ("it", "Al sindaco piace il ministro.", "The mayor likes the minister."),
    ("pt", "Ao juiz o prefeito respondeu na terça.", "The mayor replied to the judge on Tuesday."),
    ("ru", "Врача спас сосед.", "A neighbour saved the doctor."),
    ("ru", "Глава района назвал водителя героем.", "The head of the district called the driver a hero."),
    ("ru", "Судья обвинил водителя.", "The judge accused the driver."),
    ("ru", "Врач обвинила водителя во лжи.", "The doctor accused the driver of lying."),
    ("ru", "В Норвегии обвинил его Китай.", "China accused him in Norway."),
    ("ru", "Норвегия обвинила Китай в шпионаже.", "Norway accused China of spying."),
    ("pl", "Kobietę uratował lekarz.", "The doctor saved the woman."),
    ("zh", "司机被前女友举报。", "The driver was reported by his former girlfriend."),
    ("es", "Al alcalde lo criticó durante la sesión la jueza.", "The judge criticised the mayor during the session."),
    (
        "de",
        "Den Richter kritisierten am Montag unter anderem die Ärzte.",
        "The doctors criticised the judge on Monday.",
    ),
    ("de", "Dem Sieg folgte nach der Feier der Minister.", "The minister came after the celebration of the victory."),
    ("ru", "Сборную Японии обыграла команда Кении.", "Kenya's team beat Japan."),
    ("ru", "Сборную Японии тренер Чили похвалил.", "Chile's coach praised Japan's team."),
    ("fr", "Elle accuse le médecin d'avoir trompé le juge.", "She accuses the doctor of deceiving the judge."),
    ("fr", "Le juge reproche au médecin de l'avoir trompé.", "The judge accuses the doctor of deceiving him."),
    ("es", "Acusan al médico de haber sido contratado por el juez.", "They accuse the judge of hiring the doctor."),
]


@pytest.mark.parametrize(("language", "source", "target"), SHOWN)
def test_parts_that_grammar_shows_in_whatever_order_are_told(
    told: Told, language: str, source: str, target: str
) -> None:
    assert [finding.severity for finding in told("roles-exchanged", target, source, language)] == ["critical"]


@pytest.mark.parametrize(("language", "source", "target"), UNSHOWN)
def test_parts_that_are_kept_or_in_doubt_pass(told: Told, language: str, source: str, target: str) -> None:
    assert not told("roles-exchanged", target, source, language)
