"""Duties told as permissions, and permissions told as duties."""

from __future__ import annotations

import pytest

from tests.checks.accuracy.conftest import Told

WRONG = [
    ("fr", "Les voyageurs doivent présenter leur billet.", "Travellers can show their ticket."),
    ("fr", "Les clients peuvent rendre les billets.", "Customers must return the tickets."),
    ("es", "Los vecinos tienen que pagar la tasa.", "Residents may pay the fee."),
    ("es", "Los alumnos podrán presentar una prueba negativa.", "Pupils must present a negative test."),
    ("it", "Le aziende devono pubblicare i dati.", "Companies can publish the data."),
    ("it", "I cittadini possono chiedere il rimborso.", "Citizens have to ask for a refund."),
    ("pt", "As empresas têm de publicar os dados.", "Companies may publish the data."),
    ("pt", "Os alunos podem usar o telefone.", "Pupils are obliged to use the phone."),
    ("de", "Er sagt, dass die Firma den Bericht veröffentlichen muss.", "He says the firm may publish the report."),
    ("de", "Schüler dürfen das Telefon benutzen.", "Pupils are required to use the phone."),
    ("nl", "Bedrijven moeten de gegevens publiceren.", "Companies may publish the data."),
    ("ru", "Компании должны публиковать данные.", "Companies can publish the data."),
    ("ru", "Ученики могут пользоваться телефоном.", "Pupils must use the phone."),
    ("uk", "Компанії повинні публікувати дані.", "Companies can publish the data."),
    ("zh", "公司必须公布数据。", "Companies can publish the data."),
    ("zh", "游客可凭身份证入场。", "Visitors must enter with their identity card."),
]

RIGHT = [
    ("fr", "Le train doit arriver à midi.", "The train is due to arrive at noon."),
    ("fr", "Les voyageurs doivent présenter leur billet.", "Travellers are required to show their ticket."),
    ("fr", "Il a dû payer, mais il peut encore gagner.", "He had to pay but can still win."),
    ("fr", "La mairie ne peut qu'accepter la décision.", "The council must accept the decision."),
    ("fr", "Le vote aura peut-être lieu lundi.", "The vote must be held on Monday at the latest."),
    ("es", "Los clientes no pueden entrar.", "Customers must stay outside."),
    ("es", "Puede que la empresa deba vender la sede.", "The company may have to sell its headquarters."),
    ("it", "Chi deve partire può chiamare il numero verde.", "Those who have to leave can call the hotline."),
    ("pt", "As empresas deveriam publicar os dados.", "Companies could publish the data."),
    ("de", "Die Firma muss den Bericht veröffentlichen.", "The firm has to publish the report."),
    ("de", "Die Firma kann nur hoffen.", "The firm must hope."),
    ("ru", "Он не мог не заметить ошибку.", "He must have noticed the mistake."),
    ("ru", "Поезд должен был прибыть в полдень.", "The train could have arrived at noon."),
    ("zh", "公司可能公布数据。", "The company must be about to publish the data."),
]


@pytest.mark.parametrize(("language", "source", "target"), WRONG)
def test_a_duty_told_as_a_permission_and_the_reverse_are_told(
    told: Told, language: str, source: str, target: str
) -> None:
    assert [finding.severity for finding in told("modality-altered", target, source, language)] == ["major"]


@pytest.mark.parametrize(("language", "source", "target"), RIGHT)
def test_what_is_denied_restricted_or_expected_passes(told: Told, language: str, source: str, target: str) -> None:
    assert not told("modality-altered", target, source, language)
