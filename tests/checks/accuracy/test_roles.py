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
