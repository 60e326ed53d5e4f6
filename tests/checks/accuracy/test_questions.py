"""Questions made statements, and statements made questions."""

from __future__ import annotations

import pytest

from tests.checks.accuracy.conftest import Told


@pytest.mark.parametrize(
    ("language", "source", "target"),
    [
        ("fr", "Le maire a signé le contrat.", "Did the mayor sign the contract?"),
        ("fr", "Le maire a-t-il signé le contrat ?", "The mayor signed the contract."),
        ("es", "El alcalde firmó el contrato.", "Did the mayor sign the contract?"),
        ("es", "¿Aprobará el Congreso la ley?", "Congress will approve the law."),
        ("de", "Die Regierung hat das Gesetz verabschiedet.", "Has the government passed the law?"),
        ("de", "Hat der Minister den Brief gelesen?", "The minister has read the letter."),
        ("ru", "Министр подписал договор.", "Did the minister sign the treaty?"),
        ("ru", "Министр подписал договор?", "The minister signed the treaty."),
        ("zh", "政府批准了这项计划。", "Did the government approve the plan?"),
        ("zh", "政府会批准这项计划吗？", "The government will approve the plan."),
        ("ru", "Будет ли новая школа в городе?", "There will be a new school in the city."),
        ("pt", "Haverá uma segunda volta?", "There will be a second round."),
        ("de", "Reicht das Geld, wenn der Staat nicht zahlt?", "The money will last if the state does not pay."),
        ("es", "¿Habrá vacunas para todos?", "There will be vaccines for everyone."),
        ("it", "Ci sarà un secondo turno?", "There will be a second round."),
        ("uk", "Чи підвищить уряд податки цього року?", "The government will raise taxes this year."),
    ],
)
def test_what_is_asked_and_what_is_stated_may_not_change_places(
    told: Told, language: str, source: str, target: str
) -> None:
    assert [finding.severity for finding in told("question-altered", target, source, language)] == ["major"]


@pytest.mark.parametrize(
    ("language", "source", "target"),
    [
        ("fr", "Pourquoi les prix montent", "Why are prices rising?"),
        ("de", "Reicht das Geld?", "It is unclear whether the money will last."),
        ("es", "¿Quién pagará?", "Nobody knows who will pay."),
        ("fr", "Le maire a-t-il signé ? Nul ne le sait.", "Nobody knows whether the mayor has signed."),
        ("es", "¿Quién ganará la carrera?", "Who will win the race?"),
        ("de", "Man fragt sich, ob der Minister bleibt.", "Will the minister stay?"),
        ("ru", "Подпишет ли министр договор, неизвестно.", "Will the minister sign the treaty?"),
        ("zh", "政府会批准这项计划吗", "Will the government approve the plan?"),
        ("uk", "Читайте також: Чи підвищить уряд податки", "Read also: Will the government raise taxes?"),
        ("ja", "大臣は条約に署名するだろうか。", "Will the minister sign the treaty?"),
    ],
)
def test_what_asks_without_a_mark_passes(told: Told, language: str, source: str, target: str) -> None:
    assert not told("question-altered", target, source, language)


@pytest.mark.parametrize(
    ("language", "source", "target"),
    [
        ("de", "„Warum hat uns niemand gewarnt?“, fragte Petra Lohse.", '"Nobody warned us of it," Petra Lohse said.'),
        ("it", "«Chi ci ridarà la casa?», ha chiesto Paolo Verri.", '"He will give us a house," said Paolo Verri.'),
        ("pt", "“Quando vamos receber?”, perguntou Ana Prado.", '"We are going to receive it," said Ana Prado.'),
        ("fr", "« Qui va réparer la digue ? », dit la maire.", '"The one who will repair the dyke," the mayor said.'),
        ("ru", "«Почему нам никто не помог?» — спросил Седов.", '"This is why nobody helped us," Sedov said.'),
        ("zh", "“谁来赔偿我们的损失？”村民李强问。", '"Somebody will pay for our losses," villager Li Qiang said.'),
        (
            "de",
            "Die Prüfer fragen: Warum blieb das Ventil offen?",
            "Auditors say: that is why the valve stayed open.",
        ),
    ],
)
def test_a_quoted_question_may_not_become_a_statement(told: Told, language: str, source: str, target: str) -> None:
    assert [finding.severity for finding in told("question-altered", target, source, language)] == ["major"]


@pytest.mark.parametrize(
    ("language", "source", "target"),
    [
        ("de", "„Warum hat uns niemand gewarnt?“, fragte Lohse.", '"Why did nobody warn us?" Lohse asked.'),
        (
            "it",
            "«Chi ci ridarà la casa?», ha chiesto Verri.",
            '"I wonder who will give us a house," said Verri.',
        ),
        ("it", "«Chi ci ridarà la casa?», ha chiesto Verri.", "Verri asked who would give him back the house."),
        ("fr", "« N'est-ce pas merveilleux ? », a lancé la maire.", '"Isn\'t it wonderful," the mayor said.'),
        ("ru", "«Почему нам никто не помог?» — спросил Седов.", '"Tell me why nobody helped us," Sedov said.'),
        ("zh", "“谁来赔偿？”村民李强问。", '"And who is going to pay," villager Li Qiang asked.'),
        (
            "fr",
            "« C'est juste, car où irions-nous ? », a dit la maire.",
            '"It is fair, because where would we go," the mayor said.',
        ),
        ("es", "«¿Y ahora?», dijo Ruiz.", '"And now," Ruiz said.'),
    ],
)
def test_a_quoted_question_that_lacks_its_mark_passes(told: Told, language: str, source: str, target: str) -> None:
    assert not told("question-altered", target, source, language)
