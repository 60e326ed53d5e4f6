"""What is yet to happen and what has happened: told as the source tells it."""

from __future__ import annotations

import pytest

from tests.checks.accuracy.conftest import Told

WRONG = [
    ("fr", "Le musée rouvrira samedi après les travaux.", "The museum reopened on Saturday after the works."),
    ("fr", "La nageuse sera opérée mardi à Lyon.", "The swimmer was operated on in Lyon on Tuesday."),
    ("fr", "Le conseil a rejeté le projet de tramway.", "The council will reject the tram project."),
    ("es", "Los bomberos recibirán el lunes los nuevos trajes.", "The firefighters received the new suits on Monday."),
    ("es", "El puente será inaugurado en marzo.", "The bridge was inaugurated in March."),
    ("es", "El juez aplazó la vista del caso.", "The judge will postpone the hearing of the case."),
    ("it", "Il ministro visiterà domenica le zone colpite.", "The minister visited the stricken areas on Sunday."),
    ("pt", "O estádio fechará em julho para obras.", "The stadium closed in July for works."),
    ("de", "Der Verband wird die Regel im Herbst ändern.", "The association changed the rule in autumn."),
    ("de", "Der Minister hat den Vertrag unterzeichnet.", "The minister will sign the contract."),
    ("ru", "Суд рассмотрит жалобу вратаря во вторник.", "The court considered the goalkeeper's complaint on Tuesday."),
    ("ru", "Новая выставка откроется в Омске в мае.", "The new exhibition opened in Omsk in May."),
    ("ru", "Завод закрыл второй цех.", "The plant will close its second workshop."),
    ("zh", "新桥预计明年五月竣工。", "The new bridge was completed last May."),
    ("zh", "该公司下月将在上海发行债券。", "The company issued bonds in Shanghai last month."),
    ("es", "La empresa anunció que asumirá la deuda.", "The company announced that it took over the debt."),
    ("es", "El sindicato dijo que acudirá a la Corte.", "The union said it had gone to the Court."),
    ("it", "La squadra partirà giovedì.", "The team left on Thursday."),
    ("fr", "La chanteuse reviendra à Nantes samedi.", "The singer came to Nantes again on Saturday."),
    ("ru", "Губернатор приедет на завод в среду.", "The governor visited the plant on Wednesday."),
    ("ru", "Следующее заседание пройдёт в четверг.", "The next meeting took place on Thursday."),
    ("zh", "球队将于周五抵达贵阳。", "The team got to Guiyang on Friday."),
]

RIGHT = [
    ("fr", "Il est parti dans un hélicoptère pour Palmira.", "He went to Palmira in a helicopter."),
    ("fr", "Le musée rouvrira samedi après les travaux.", "The museum reopens on Saturday after the works."),
    ("fr", "Le musée rouvrira samedi.", "The museum is to reopen on Saturday."),
    ("fr", "Il a dit que le musée rouvrira samedi.", "He said the museum would reopen on Saturday."),
    ("fr", "En 1961, il rejoindra la troupe de son oncle.", "In 1961 he joined his uncle's troupe."),
    ("fr", "Dix ans plus tard, il quittera la troupe.", "Ten years later he left the troupe."),
    (
        "fr",
        "Elle entra, retira son manteau et tira la porte.",
        "She came in, took off her coat and pulled the door to.",
    ),
    ("fr", "Quand il aura reçu les clefs, il ouvrira.", "Once he has received the keys, he will open."),
    ("fr", "Le conseil a rejeté le projet.", "The council rejected the project."),
    ("es", "Los bomberos recibirán los trajes.", "The firefighters are due to receive the suits."),
    ("es", "Quienes hayan cotizado 20 años cobrarán más.", "Those who have paid in for 20 years will get more."),
    ("es", "Si gana, dimitirá.", "If he won, he would resign."),
    ("it", "Il ministro visiterà le zone colpite.", "The minister plans to visit the stricken areas."),
    ("pt", "O estádio fechará em julho.", "The stadium is closing in July."),
    ("de", "Der Verband wird die Regel ändern.", "The association wants to change the rule."),
    ("de", "Der Vertrag wurde unterzeichnet.", "The contract was signed."),
    ("ru", "Суд рассматривает жалобу вратаря.", "The court is considering the goalkeeper's complaint."),
    ("ru", "Он получил быстрый ответ.", "They answered him fast."),
    ("ru", "Завод закрыл второй цех.", "The plant has closed its second workshop."),
    ("fr", "De cette rencontre naîtra un opéra.", "From this meeting an opera was born."),
    ("ru", "Губернатор приедет на завод в среду.", "The governor visits the plant on Wednesday."),
    ("ru", "Губернатор приедет на завод в среду.", "The governor was due at the plant on Wednesday."),
    ("es", "La empresa anunció que asumirá la deuda.", "The company announced the takeover of the debt."),
    ("es", "La empresa anunció que asumirá la deuda.", "The company agreed to take over the debt."),
    ("ru", "Сюжет романа прост.", "They told a simple story in the novel."),
    ("it", "La squadra partirà giovedì.", "When the team left, it was Thursday."),
    ("zh", "他将自己视为改革者。", "He considered himself a reformer."),
    ("zh", "他把书交给了图书馆。", "He handed the book to the library."),
    ("zh", "新桥预计明年五月竣工。", "The new bridge is expected to be completed next May."),
]


@pytest.mark.parametrize(("language", "source", "target"), WRONG)
def test_a_future_told_as_past_and_a_past_told_as_future_are_told(
    told: Told, language: str, source: str, target: str
) -> None:
    assert [finding.severity for finding in told("tense-altered", target, source, language)] == ["major"]


@pytest.mark.parametrize(("language", "source", "target"), RIGHT)
def test_other_ways_to_tell_the_same_time_pass(told: Told, language: str, source: str, target: str) -> None:
    assert not told("tense-altered", target, source, language)
