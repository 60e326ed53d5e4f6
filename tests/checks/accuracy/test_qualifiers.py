"""What says that somebody was minister, is accused, or that some are left out: told where nothing renders it."""

from __future__ import annotations

import pytest

from tests.checks.accuracy.conftest import Told

LOST = [
    ("fr", "L'ancienne ministre a été entendue lundi.", "The minister was questioned on Monday."),
    ("fr", "Le tribunal l'a condamné à deux ans avec sursis.", "The court sentenced him to two years."),
    ("fr", "Tous les élus ont voté la loi, à l'exception du maire.", "All the councillors voted for the law."),
    ("de", "Der stellvertretende Direktor trat zurück.", "The director resigned."),
    ("de", "Der mutmaßliche Mörder floh in die Berge.", "The murderer fled to the mountains."),
    ("es", "El exministro viajó a Roma.", "The minister travelled to Rome."),
    ("es", "Casi todos los alumnos aprobaron.", "All the pupils passed."),
    ("it", "Il vicepresidente ha firmato il contratto.", "The president signed the contract."),
    ("pt", "O presidente interino assinou a lei.", "The president signed the law."),
    ("pt", "O professor alegadamente desviou as doações.", "The teacher embezzled the donations."),
    ("ru", "Бывший министр приехал в город.", "The minister came to the city."),
    ("ru", "Почти все жители покинули деревню.", "All residents left the village."),
    ("pl", "Sąd skazał go na dwa lata w zawieszeniu.", "The court sentenced him to two years."),
    ("zh", "前总理星期一访问了这座城市。", "The prime minister visited the city on Monday."),
    ("fr", "La Commission pourrait infliger une amende.", "The commission will impose a fine."),
    ("es", "El juez podría cerrar la mina.", "The judge will close the mine."),
    ("de", "Der Rat könnte die Brücke sperren.", "The council will close the bridge."),
    ("es", "El diputado preguntó si el juez firmó el pago.", "The deputy said that the judge had signed the payment."),
    ("ru", "Журналисты поинтересовались, уйдёт ли министр.", "Reporters said that the minister would leave."),
    ("es", "El presunto asesino fue detenido, dijo la policía.", "The killer was arrested, police said."),
    ("ar", "حكمت المحكمة عليه بالسجن سنة مع وقف التنفيذ.", "The court sentenced him to a year in prison."),
    ("fr", "Le navire est parti malgré la tempête.", "The ship sailed in the storm."),
    ("de", "Trotz der Proteste wird die Halle abgerissen.", "The hall is torn down amidst protests."),
    ("de", "Ein Wanderer will den Bären gesehen haben.", "A hiker saw the bear."),
    ("de", "Alle Gemeinden bis auf Halm stimmten zu.", "All parishes approved it."),
]

TOLD = [
    ("fr", "L'ancienne ministre a été entendue lundi.", "Roche, who served as minister until May, was questioned."),
    ("fr", "L'ancien pont a été fermé.", "The bridge was closed."),
    ("fr", "Ils sont rentrés sains et saufs.", "They came home safe and sound."),
    ("de", "Der mutmaßliche Mörder floh in die Berge.", "The man suspected of the murder fled to the mountains."),
    ("de", "Der geschäftsführende Direktor trat zurück.", "The managing director resigned."),
    ("es", "Casi todos los alumnos aprobaron.", "Nine in ten, the vast majority of the pupils, passed."),
    ("es", "El presunto ladrón fue detenido.", "Police arrested a man on suspicion of theft."),
    ("fr", "La Commission pourrait infliger une amende.", "The commission is set to impose a fine."),
    ("fr", "Les sœurs se sont demandé si le nom était juste.", "The sisters had doubts about the name."),
    ("fr", "Les actions ne pourraient être vendues.", "The shares will not be sold."),
    ("de", "Der Rat könnte die Brücke sperren.", "The bridge may be closed by the council."),
    ("es", "El diputado preguntó si el juez firmó el pago.", "The deputy wanted to know if the judge had signed."),
    ("it", "Il giornalista è tornato sano e salvo.", "The journalist has come home unharmed."),
    ("it", "L'ex ministro è tornato a casa.", "The one-time minister is back home."),
    ("pt", "Todos votaram, exceto o presidente.", "Everyone voted but the chairman."),
    ("ru", "Бывший министр приехал в город.", "The ex-minister came to the city."),
    ("zh", "目前总理正在访问欧洲。", "The prime minister is on a visit to Europe."),
    ("fr", "Le navire est parti malgré la tempête.", "The ship sailed, although it was stormy."),
    ("fr", "Les journaux ne cessaient de le dire.", "The papers kept saying so."),
    ("pt", "A câmara deixou de pagar a renda.", "The council no longer pays the rent."),
    ("it", "Le due alpiniste sono state tratte in salvo.", "The two climbers were rescued."),
    ("de", "Ein Wanderer will den Bären gesehen haben.", "A hiker claims to have seen the bear."),
]


@pytest.mark.parametrize(("language", "source", "target"), LOST)
def test_a_qualifier_that_nothing_renders_is_told(told: Told, language: str, source: str, target: str) -> None:
    assert [finding.severity for finding in told("qualifier-lost", target, source, language)] in (
        ["major"],
        ["critical"],
    )


@pytest.mark.parametrize(
    ("language", "source"),
    [
        ("fr", "Il a failli tomber."),
        ("fr", "Le coureur a été tout près d'abandonner."),
        ("es", "El corredor estuvo a punto de caer."),
        ("it", "Il corridore ha rischiato di cadere."),
        ("pt", "O corredor quase caiu."),
        ("de", "Der Läufer wäre beinahe gestürzt."),
        ("ru", "Бегун чуть не упал."),
        ("zh", "这名选手险些摔倒。"),
        ("nl", "De loper was bijna gevallen."),
    ],
)
def test_what_nearly_happened_and_is_told_as_what_did_is_critical(told: Told, language: str, source: str) -> None:
    done = "abandoned the race" if "abandon" in source else "fell"
    assert [f.severity for f in told("qualifier-lost", f"The runner {done}.", source, language)] == ["critical"]
    assert not told("qualifier-lost", f"The runner almost {done}.", source, language)


@pytest.mark.parametrize(("language", "source", "target"), TOLD)
def test_a_qualifier_told_in_other_words_passes(told: Told, language: str, source: str, target: str) -> None:
    assert not told("qualifier-lost", target, source, language)
