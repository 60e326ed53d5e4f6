"""What a language's file says finds what is wrong in a translation, and leaves right ones alone."""

from __future__ import annotations

import pytest

from auditor import audit
from auditor.checks.base import needs_source
from auditor.checks.registry import own_checks
from auditor.segmentation import document_from_text

CHECKS = [check for check in own_checks() if needs_source(check)]

RIGHT = [
    ("nl", "De burgemeester tekende het contract niet.", "The mayor did not sign the contract."),
    ("nl", "De vergadering begint maandagavond om 19.30 uur.", "The meeting begins at 7:30 pm on Monday."),
    ("nl", "Niet alleen de burgemeester tekende.", "The mayor was one of those who signed."),
    ("nl", "De brug zou in mei moeten opengaan.", "The bridge should open in May."),
    ("nl", "De brug moet in mei opengaan.", "The bridge must open in May."),
    ("nl", "Zonder vergunning mag de boer bouwen.", "The farmer may not build with a permit."),
    ("sv", "Borgmästaren skrev inte under avtalet.", "The mayor did not sign the contract."),
    ("sv", "Mötet börjar på måndagen klockan 19.30.", "The meeting begins on Monday at 7:30 pm."),
    ("sv", "Inte bara borgmästaren skrev under.", "The mayor was one of those who signed."),
    ("sv", "Bron bör öppna i maj.", "The bridge should open in May."),
    ("sv", "Bron måste öppna i maj.", "The bridge must open in May."),
    ("sv", "”Vi har inga pengar kvar i kommunen”, sade borgmästaren.", "“The town has no money left,” the mayor said."),
    ("pl", "Most powinien zostać otwarty w maju.", "The bridge should open in May."),
    ("pl", "Spotkanie zacznie się o godz. 19.30.", "The meeting will begin at 7:30 pm."),
    ("cs", "Most by měl být otevřen v květnu.", "The bridge should open in May."),
    ("cs", "Schůze začne v 19.30 hodin.", "The meeting will begin at 7:30 pm."),
    ("uk", "Мер не підписав договір.", "The mayor did not sign the contract."),
    ("uk", "Зустріч почнеться в п'ятницю, 3 березня.", "The meeting will begin on Friday, March 3."),
    ("uk", "Не тільки мер підписав договір.", "The mayor was one of those who signed the contract."),
    ("uk", "Куди б він не поїхав, його впізнають.", "Wherever he goes, people know him."),
    ("uk", "Вона продала свій будинок.", "She sold her house."),
    ("ru", "Встреча начнётся в 10 часов утра.", "The meeting will begin at 10 am."),
    ("ru", "Она продала свой дом.", "She sold her house."),
    ("tr", "Başkan sözleşmeyi imzalamadı.", "The mayor did not sign the contract."),
    ("tr", "Toplantı pazartesi saat 19.30'da başlayacak.", "The meeting will begin on Monday at 7:30 pm."),
    ("tr", "Köyün pazar yeri salı kapalı.", "The market of the village is shut on Tuesday."),
    ("tr", "Sadece başkan değil, herkes imzaladı.", "The mayor and all the others signed."),
    ("fa", "شهردار قرارداد را امضا نکرد.", "The mayor did not sign the contract."),
    ("fa", "جلسه دوشنبه ۳ مارس ساعت ۱۰ آغاز می‌شود.", "The meeting begins at 10 am on Monday, March 3."),
    ("fa", "نه تنها شهردار امضا کرد.", "The mayor was one of those who signed."),
    ("ko", "시장은 계약서에 서명하지 않았다.", "The mayor did not sign the contract."),
    ("ko", "회의는 11월 3일 월요일 오후 2시 30분에 시작한다.", "The meeting begins at 2:30 pm on Monday, November 3."),
    ("ko", "시장뿐만 아니라 모두가 서명했다.", "The mayor and all the others signed."),
    ("ar", "يبدأ الاجتماع الساعة 10:30 صباحا.", "The meeting begins at 10:30 am."),
    ("nl", "Het duurde 14 dagen en 3 jaar.", "It took 14 days and three years."),
    ("sv", "Det tog 14 dagar och 3 år.", "It took 14 days and three years."),
    ("pl", "Trwało to 14 dni i 3 lata.", "It took 14 days and three years."),
    ("cs", "Trvalo to 14 dní a 3 roky.", "It took 14 days and three years."),
    ("uk", "Це тривало 14 днів і 3 роки.", "It took 14 days and three years."),
    ("tr", "14 gün ve 3 yıl sürdü.", "It took 14 days and three years."),
    ("fa", "۱۴ روز و ۳ سال طول کشید.", "It took 14 days and three years."),
    ("ko", "14일간 3년간 걸렸다.", "It took 14 days and three years."),
    ("hi", "इसमें 14 दिन और 3 साल लगे।", "It took 14 days and three years."),
    ("hi", "बैठक सोमवार सुबह 10 बजे शुरू होगी।", "The meeting begins at 10 am on Monday."),
]

WRONG = [
    ("nl", "De burgemeester tekende het contract niet.", "The mayor signed the contract.", "negation-lost"),
    ("nl", "De burgemeester vertrekt op donderdag.", "The mayor leaves on Tuesday.", "date-altered"),
    ("nl", "De brug zou in mei moeten opengaan.", "The bridge must open in May.", "expectation-as-duty"),
    ("nl", "De brug gaat eventueel dicht.", "The bridge will eventually close.", "false-friend-with-source"),
    ("sv", "Borgmästaren skrev inte under avtalet.", "The mayor signed the contract.", "negation-lost"),
    ("sv", "Borgmästaren reser på torsdagen.", "The mayor leaves on Tuesday.", "date-altered"),
    ("sv", "Bron bör öppna i maj.", "The bridge must open in May.", "expectation-as-duty"),
    ("sv", "Bron stängs eventuellt.", "The bridge will eventually close.", "false-friend-with-source"),
    (
        "sv",
        "”Vi har inga pengar kvar till den nya bron över älven”, sade borgmästaren.",
        "We have no money left for the new bridge over the river, the mayor said.",
        "quotation-lost",
    ),
    ("pl", "Most powinien zostać otwarty w maju.", "The bridge must open in May.", "expectation-as-duty"),
    ("pl", "Most zostanie ewentualnie zamknięty.", "The bridge will eventually close.", "false-friend-with-source"),
    ("cs", "Most by měl být otevřen v květnu.", "The bridge must open in May.", "expectation-as-duty"),
    ("cs", "Most se eventuálně uzavře.", "The bridge will eventually close.", "false-friend-with-source"),
    ("uk", "Мер не підписав договір.", "The mayor signed the contract.", "negation-lost"),
    ("uk", "Зустріч почнеться в четвер.", "The meeting will begin on Tuesday.", "date-altered"),
    ("uk", "Вона продала свій будинок.", "He sold his house.", "gender-against-source"),
    ("ru", "Она продала свой дом.", "He sold his house.", "gender-against-source"),
    ("tr", "Başkan sözleşmeyi imzalamadı.", "The mayor signed the contract.", "negation-lost"),
    ("tr", "Toplantı perşembe başlayacak.", "The meeting will begin on Tuesday.", "date-altered"),
    ("fa", "شهردار قرارداد را امضا نکرد.", "The mayor signed the contract.", "negation-lost"),
    ("fa", "جلسه پنجشنبه آغاز می‌شود.", "The meeting begins on Tuesday.", "date-altered"),
    ("ko", "시장은 계약서에 서명하지 않았다.", "The mayor signed the contract.", "negation-lost"),
    ("ko", "회의는 목요일에 시작한다.", "The meeting begins on Tuesday.", "date-altered"),
    ("nl", "Het pad is 20 kilometer lang.", "The trail is 20 miles long.", "unit-altered"),
    ("sv", "Leden är 20 kilometer lång.", "The trail is 20 miles long.", "unit-altered"),
    ("pl", "Szlak ma 20 kilometrów długości.", "The trail is 20 miles long.", "unit-altered"),
    ("cs", "Stezka měří 20 kilometrů.", "The trail is 20 miles long.", "unit-altered"),
    ("uk", "Стежка має 20 кілометрів.", "The trail is 20 miles long.", "unit-altered"),
    ("tr", "Yol 20 kilometre uzunluğunda.", "The trail is 20 miles long.", "unit-altered"),
    ("fa", "این مسیر ۲۰ کیلومتر است.", "The trail is 20 miles long.", "unit-altered"),
    ("hi", "यह रास्ता 20 किलोमीटर लंबा है।", "The trail is 20 miles long.", "unit-altered"),
    ("ko", "이 길은 20킬로미터이다.", "The trail is 20 miles long.", "unit-altered"),
    ("de", "Der Makler soll nach Spanien geflohen sein.", "The broker fled to Spain.", "rumour-as-fact"),
]


def rules(spoken: str, source: str, text: str) -> set[str]:
    """Return the rules that speak of ``text``, a translation of ``source``."""
    report = audit(
        document_from_text("target", text, furniture=False),
        source=document_from_text("source", source, furniture=False, language=spoken),
        source_language=spoken,
        checks=CHECKS,
    )
    return {finding.rule for finding in report.findings}


@pytest.mark.parametrize(("spoken", "source", "text"), RIGHT)
def test_a_right_translation_is_left_alone(spoken: str, source: str, text: str) -> None:
    assert rules(spoken, source, text) == set()


@pytest.mark.parametrize(("spoken", "source", "text", "rule"), WRONG)
def test_a_wrong_one_is_told(spoken: str, source: str, text: str, rule: str) -> None:
    assert rule in rules(spoken, source, text)
