"""Words that the source quotes and the translation tells as the writer's own."""

from __future__ import annotations

import pytest

from tests.checks.accuracy.conftest import Told


@pytest.mark.parametrize(
    ("language", "source", "target"),
    [
        ("fr", "« Nous avons trop attendu », a admis le maire.", "We waited too long, the mayor admitted."),
        ("es", "«Yo no firmé ese contrato», aseguró el alcalde.", "I did not sign that contract, the mayor said."),
        ("it", "«Abbiamo sbagliato tutto noi», ha detto il sindaco.", "We got it all wrong, said the mayor."),
        ("pt", "“Eu nunca vi esse dinheiro”, disse o prefeito.", "I never saw that money, said the mayor."),
        ("de", "„Wir haben nichts davon gewusst“, sagte der Trainer.", "We knew nothing about it, the coach said."),
        ("nl", "“Wij hebben niets gezien”, zei de burgemeester.", "We saw nothing, the mayor said."),
        ("ru", "«Мы ничего не знали об этом», — сказал тренер.", "We knew nothing about it, the coach said."),
        ("zh", "“我什么都不知道，”司机说。", "I knew nothing at all, the driver said."),
        ("fr", "« Il n'y a plus de retour possible », a dit le maire.", "There is no way back, said the mayor."),
        ("es", "«Este gobierno no sabe contar», ironizó Vela.", "This government cannot count, quipped Vela."),
        (
            "fr",
            "« La mairie ne paie plus rien », a répliqué Roche.",
            "The town pays for nothing any more, retorted Roche.",
        ),
        ("es", "Llamó al plan «robo a los viejos».", "She called the plan a theft from the old."),
        ("de", "Er nannte das Gesetz eine „Schande für das Land“.", "He called the law a disgrace for the country."),
        ("ru", "Он назвал закон «позором для страны».", "He called the law a disgrace for the country."),
    ],
)
def test_words_in_the_first_person_and_names_that_are_called_keep_their_marks(
    told: Told, language: str, source: str, target: str
) -> None:
    assert [finding.severity for finding in told("quotation-lost", target, source, language)] == ["major"]


@pytest.mark.parametrize(
    ("language", "source", "target"),
    [
        ("fr", "« Nous avons trop attendu », a admis le maire.", "“We waited too long,” the mayor admitted."),
        ("fr", "« Nous avons trop attendu », a admis le maire.", "The mayor admitted that they had waited too long."),
        ("fr", "Nous étions à la fête « Lumières du port ».", "We were at the Lights of the Harbour festival."),
        ("es", "«Yo no firmé ese contrato», aseguró el alcalde.", "The mayor denied signing that contract."),
        ("es", "Pidió «acabar con esto».", "He called for an end to it."),
        ("it", "Lo ha definito un «errore».", "He called it a mistake."),
        ("de", "Er spielte in „Der Himmel und ich“ den Vater.", "He played the father in Heaven and Me."),
        ("ru", "Мы смотрели фильм «Я шагаю домой».", "We watched the film I Am Walking Home."),
        ("ru", "«Мы ничего не знали об этом», — сказал тренер.", "The coach said they had known nothing about it."),
        ("zh", "“我什么都不知道，”司机说。", "The driver said he knew nothing at all."),
        ("zh", "他获得“优秀教师”称号。", "He was named an excellent teacher."),
        ("fr", "« Nous partons », dit-elle. Elle rit.", "“We're leaving,” she said, laughing."),
        ("de", "„Wir verkaufen das Werk nicht“, sagte der Chef.", "The plant would not be sold, its boss said."),
        ("ru", "«Мы не можем молчать», — заявил министр.", "The country cannot stay silent, the minister said."),
    ],
)
def test_reported_speech_titles_and_single_words_may_lose_their_marks(
    told: Told, language: str, source: str, target: str
) -> None:
    assert not [finding for finding in told("quotation-lost", target, source, language) if finding.severity == "major"]


def test_words_that_the_target_alone_has_in_marks_are_no_loss(told: Told) -> None:
    assert told("quotation-lost", "They “will pay” on Monday, he said.", "Ils paieront lundi, a-t-il dit.", "fr") == []


@pytest.mark.parametrize(
    ("language", "source", "target", "wrong"),
    [
        ("ru", "«Это лекарство, у меня есть рецепт», — заявил Лапин.", "“It is medicine,” the referees said.", True),
        ("fr", "« Nous sommes prêts », a déclaré Marchal.", "“We are ready,” the unions said.", True),
        ("es", "«Estamos listos», dijo Quiroga.", "“We are ready,” the company said.", True),
        ("de", "„Wir sind bereit“, sagte Pohl.", "“We are ready,” the residents said.", True),
        ("it", "«Siamo pronti», ha detto Ferri.", "“We are ready,” the judges said.", True),
        ("pt", "«Estamos prontos», disse Coelho.", "“We are ready,” the court said.", True),
        ("ru", "«Это лекарство, у меня есть рецепт», — заявил Лапин.", "“It is medicine,” Lapin said.", False),
        ("ru", "«Это лекарство, у меня есть рецепт», — заявил Лапин.", "“It is medicine,” he said.", False),
        ("ru", "«Мы готовы», — заявил представитель министерства Орлов.", "“We are ready,” the ministry said.", False),
        ("fr", "« Nous sommes prêts », a déclaré Marchal.", "“We are ready,” the mayor said.", False),
        ("es", "«Estamos listos», dijo Quiroga.", "“We are ready,” said Ms Quiroga.", False),
        ("de", "„Wir sind bereit“, sagte Pohl für die Anwohner.", "“We are ready,” the residents said.", False),
        ("pt", "«Estamos prontos», disse Coelho.", "“We are ready,” Coelho told reporters.", False),
        (
            "fr",
            "Le maire, Bastien Oudry, hésite. « Non, mais tout compte », a-t-il répondu.",
            "The mayor, Bastien Oudry, is hesitating. “No, but everything counts,” Charvet replied.",
            True,
        ),
        (
            "fr",
            "Le maire, Bastien Oudry, hésite. « Non, mais tout compte », a-t-il répondu.",
            "The mayor, Bastien Oudry, is hesitating. “No, but everything counts,” Oudry replied.",
            False,
        ),
    ],
)
def test_what_one_person_says_is_not_said_by_several_or_a_body(
    told: Told, language: str, source: str, target: str, wrong: bool
) -> None:
    assert bool(told("speaker-altered", target, source, language)) is wrong
