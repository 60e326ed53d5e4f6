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
]


@pytest.mark.parametrize(("language", "source", "target"), TURNED)
def test_agents_and_pronouns_that_change_places_are_told(told: Told, language: str, source: str, target: str) -> None:
    assert [finding.severity for finding in told("roles-exchanged", target, source, language)] == ["critical"]


@pytest.mark.parametrize(("language", "source", "target"), UNTURNED)
def test_passives_made_active_and_verbs_that_turn_round_pass(
    told: Told, language: str, source: str, target: str
) -> None:
    assert not told("roles-exchanged", target, source, language)
