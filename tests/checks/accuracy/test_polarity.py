"""Denials lost and added, and right translations that deny in another way, in each language."""

from __future__ import annotations

import pytest

from tests.checks.accuracy.conftest import Told

LOST = [
    ("fr", "Le préfet n'a pas confirmé le nombre de blessés.", "The prefect confirmed the number of injured."),
    ("fr", "Aucun syndicat n'a approuvé l'accord.", "The unions approved the deal."),
    ("fr", "La banque ne finance plus cette mine, mais elle étudie d'autres projets.",
     "The bank finances this mine, but it is studying other projects."),
    ("es", "Nadie vio al ladrón.", "People saw the thief."),
    ("es", "El alcalde no firmó el contrato.", "The mayor signed the contract."),
    ("de", "Die Regierung hat keine Beweise vorgelegt.", "The government presented evidence."),
    ("de", "Der Minister hat den Brief nie gelesen.", "The minister read the letter."),
    ("it", "Il sindaco non ha firmato il contratto.", "The mayor signed the contract."),
    ("pt", "O governo não aprovou a lei.", "The government approved the law."),
    ("ru", "Суд не признал его виновным.", "The court found him guilty."),
    ("ru", "Министр не подписал договор.", "The minister signed the treaty."),
    ("zh", "政府没有批准这项计划。", "The government approved the plan."),
    ("zh", "他不承认参与了袭击。", "He admits that he took part in the attack."),
    ("pl", "Minister nie podpisał umowy.", "The minister signed the agreement."),
    ("es", "Ninguno de los cuatro pilotos terminó la carrera.", "One of the four drivers finished the race."),
    ("es", "El puente no sufrió daños, aunque le falta una barandilla.",
     "The bridge suffered damage, although a railing is missing."),
    ("ru", "Ни один депутат не поддержал закон.", "One deputy supported the law."),
    ("zh", "警方提醒居民不要打开窗户。", "Police told residents to open their windows."),
    ("es", "El fiscal no descarta un atentado.", "The prosecutor has ruled out an attack."),
    ("es", "El sindicato no descarta retomar el paro.", "The union rules out resuming the stoppage."),
    ("fr", "La ville n'exclut pas de saisir le tribunal.", "The town has ruled out going to court."),
    ("de", "Das Amt in Bad Kleinau werde nicht geschlossen.", "The unit in Bad Kleinau would be closed."),
    ("de", "Gegen die Firma läuft kein Verfahren.", "Proceedings are under way against the firm."),
    ("de", "Kein anderer Läufer kam unter die besten zehn.", "Another runner made the top ten."),
    ("zh", "洪水并非水库泄洪造成的。", "The flood was caused by water released from the reservoir."),
    ("de", "Die Partei schließt ein Bündnis nicht aus.", "The party rules out an alliance."),
    ("ru", "Банк не исключил нового повышения ставки.", "The bank ruled out another rate rise."),
    ("fr", "La cour ne se prononcera pas avant mars.", "The court will rule before March."),
    ("fr", "Le maire n'a pas signé le contrat, mais il a payé.", "The mayor signed the contract, but he paid."),
    ("pl", "Burmistrz nie podpisał umowy przed wyborami.", "The mayor signed the agreement before the election."),
]  # fmt: skip

ADDED = [
    ("fr", "Le préfet a confirmé le nombre de blessés.", "The prefect did not confirm the number of injured."),
    ("fr", "La cour a rejeté l'appel.", "The court did not reject the appeal."),
    ("es", "El alcalde firmó el contrato.", "The mayor did not sign the contract."),
    ("de", "Die Regierung hat das Gesetz verabschiedet.", "The government has not passed the law."),
    ("it", "Il sindaco ha firmato il contratto.", "The mayor has not signed the contract."),
    ("pt", "O governo aprovou a lei.", "The government did not approve the law."),
    ("ru", "Министр подписал договор.", "The minister did not sign the treaty."),
    ("zh", "政府批准了这项计划。", "The government did not approve the plan."),
    (
        "es",
        "El Gobierno descartó por ahora subir los impuestos.",
        "The government has not ruled out a tax rise for now.",
    ),
    ("fr", "L'usine n'a rouvert que l'an dernier.", "The plant did not reopen last year."),
    ("fr", "Le club n'a été payé qu'à moitié.", "The club has not been paid half the sum."),
    ("de", "Der Minister sprach nur zehn Minuten.", "The minister did not speak for ten minutes."),
    ("it", "Il ministro ha parlato solo dieci minuti.", "The minister did not speak for ten minutes."),
    ("ru", "Музей получил лишь половину денег.", "The museum has not received half the money."),
]

OTHERWISE = [
    ("fr", "Je n'ai jamais pu lui parler.", "I have been unable to speak to her."),
    ("ru", "Он был готов не спать.", "He was willing to go without sleep."),
    ("es", "El fiscal no descarta un atentado.", "The prosecutor has not ruled out an attack."),
    ("es", "El fiscal no descarta un atentado.", "An attack is possible, the prosecutor says."),
    ("fr", "L'usine n'a rouvert que l'an dernier.", "The plant did not reopen until last year."),
    ("fr", "L'usine n'a rouvert que l'an dernier.", "It was last year before the plant reopened."),
    ("fr", "Les gens n'achètent plus autant de pain qu'avant.", "People don't buy as much bread as they did."),
    ("fr", "Le calme n'est guère garanti.", "Calm is hardly guaranteed."),
    ("de", "Der Zug hielt nur zehn Minuten.", "The train stopped for no more than ten minutes."),
    ("es", "El prior no denunció el robo hasta tres años después.", "The prior waited three years to report it."),
    ("fr", "Le suspect reste introuvable.", "The suspect has not been found."),
    ("fr", "Le ministre a refusé de répondre.", "The minister did not answer."),
    ("fr", "Il n'a vendu que trois tableaux.", "He sold only three paintings."),
    ("fr", "L'usine ne tourne plus.", "The plant has stopped running."),
    ("fr", "Nul doute que les prix vont monter.", "Prices will certainly go up."),
    ("fr", "Il est parti avant que la police n'arrive.", "He left before the police arrived."),
    ("fr", "Elle n'a pas hésité à plonger.", "She dived in at once."),
    ("fr", "Le vol a été annulé.", "The flight did not take off."),
    ("es", "No cabe duda de que ganará.", "She is certain to win."),
    ("es", "El preso guardó silencio.", "The prisoner did not say a word."),
    ("es", "No dejó de llover en toda la noche.", "It kept raining all night."),
    ("es", "El pueblo carece de agua.", "The village has no water."),
    ("es", "Ninguno de los cuatro pilotos terminó la carrera.", "All four drivers failed to finish the race."),
    ("es", "Nada más llegar, firmó el contrato.", "He signed the contract as soon as he arrived."),
    ("fr", "L'équipe n'a pas réussi à gagner.", "The team failed to win."),
    ("zh", "原因尚不清楚。", "The cause is unknown."),
    ("de", "Die Lage ist alles andere als stabil.", "The situation is not stable."),
    ("de", "Der Versuch scheiterte.", "The attempt did not succeed."),
    ("de", "Der Winter war so warm wie nie.", "The winter was warmer than ever."),
    ("de", "Kein Wunder, dass er ging.", "It is small wonder that he left."),
    ("it", "Il progetto è fallito.", "The project did not succeed."),
    ("it", "Mancano le prove.", "There is no evidence."),
    ("pt", "O acordo está longe de ser aprovado.", "The deal is not close to being approved."),
    ("ru", "Попытка провалилась.", "The attempt did not succeed."),
    ("ru", "Рейс отменили.", "The flight did not leave."),
    ("ru", "Обошлось без жертв.", "There were no casualties."),
    ("ru", "Документы нужно подать не позднее мая.", "Papers must be handed in by May."),
    ("zh", "他否认参与了袭击。", "He said he did not take part in the attack."),
    ("zh", "这座城市不仅美丽，而且安全。", "The city is beautiful as well as safe."),
    ("zh", "毫无疑问，价格会上涨。", "Prices are certain to rise."),
    ("fr", "Le prix ne dépasse pas trente euros.", "The price goes up to thirty euros."),
    ("fr", "La banque ne cessera pas de prêter aux fermiers.", "The bank will go on lending to farmers."),
    ("fr", "Les derniers pas de la danseuse étaient les plus beaux.", "The dancer's last steps were the finest."),
    ("fr", "Le loup serait entré si le berger ne l'avait pas vu.", "But for the shepherd the wolf would have got in."),
    ("fr", "Vous ne verrez pas cette fleur uniquement ici, mais partout.", "You will see this flower everywhere."),
    ("fr", "« Aucun blessé », a dit le préfet.", "“No injuries,” the prefect said."),
    ("fr", "Pékin se garde de soutenir l'accord.", "Beijing is careful not to support the deal."),
    ("fr", "Au lieu d'un pont, la ville construit un tunnel.", "The city is not building a bridge but a tunnel."),
    ("fr", "Il a toujours rêvé de ce village.", "He can't remember a time when he didn't dream of this village."),
    ("de", "Das Ergebnis ist der Trainerin egal.", "The coach does not care about the result."),
    ("de", "Die Brücke öffnet im Sommer.", "The bridge will not open until the summer."),
    ("es", "La policía advirtió a los vecinos del agua.", "Police warned residents not to drink the water."),
    ("ru", "Министру всё равно.", "The minister does not care."),
    ("ru", "Спасатели искали мальчика не покладая рук.", "Rescuers searched tirelessly for the boy."),
    ("ru", "С утра в столице идёт сильный дождь, река поднялась. Министр не подписал.",
     "It has been raining hard in the capital since morning, and the river is high. Министр не подписал."),
    ("ar", "حذرت الشرطة السكان من شرب الماء.", "Police warned residents not to drink the water."),
    ("fr", "Le marché n'ouvrira que dans une dizaine de jours.", "The market will not open for about ten days."),
    ("de", "Der Markt öffnet erst in zehn Tagen.", "The market will not open for another ten days."),
    ("zh", "市场十天后才开放。", "The market will not open for ten days."),
    ("zh", "两艘渔船在台风中沉没。", "Two fishing boats sank in the typhoon."),
    ("fr", "Le pont n'est pas aussi long que le tunnel.", "The bridge is shorter than the tunnel."),
    ("es", "El puente no es tan largo como el túnel.", "The bridge is shorter than the tunnel."),
    ("de", "Die Brücke ist nicht so lang wie der Tunnel.", "The bridge is shorter than the tunnel."),
    ("ru", "Мост не такой длинный, как туннель.", "The bridge is shorter than the tunnel."),
    ("zh", "这座桥没有隧道那么长。", "The bridge is shorter than the tunnel."),
    ("ar", "لم يصل القطار إلا بعد ساعتين.", "Two hours passed before the train arrived."),
    ("fr", "La cour ne se prononcera pas avant mars.", "It will be March at the earliest before the court rules."),
    ("de", "Der Prozess beginnt frühestens im März.", "The trial will not start before March."),
    ("es", "El cuadro no se veía desde hace cuarenta años.", "The painting is seen for the first time in 40 years."),
    ("pl", "Nie żyje aktor Jan Kowal. Miał 77 lat.", "The actor Jan Kowal has died aged 77."),
    ("ru", "Спасти водителя не удалось.", "The driver died."),
    ("fr", "Les négociateurs n'ont pas caché leur colère.", "The negotiators made their anger plain."),
    ("pt", "O técnico não poupou críticas ao árbitro.", "The coach tore into the referee."),
    ("de", "Ein neuer Streik ist nicht unwahrscheinlich.", "A new strike is quite likely."),
    ("fr", "Est-ce que je ne suis pas trop grosse ?", "Am I too fat?"),
    ("ru", "Она хотела записать альбом, но ничего не получилось.", "She wanted to make an album but did not succeed."),
    ("pt", "Aceitou todos, pudessem pagar ou não.", "She accepted all, regardless of ability to pay."),
    ("it", "Il medico consigliò di non esporre la ferita.", "The doctor advised against exposing the wound."),
    ("zh", "研究尚未关注这些人。", "Research has yet to focus on these people."),
    ("ru", "Кандидат снял свою кандидатуру, не объяснив причин.", "The candidate withdrew without giving a reason."),
    ("fr", "Le groupe ne supprimera pas 1.200 postes mais 900.", "The group has cut the job losses from 1,200 to 900."),
    ("ru", "Нельзя не признать ошибку.", "The mistake has to be admitted."),
    ("ar", "لم يستبعد الوزير إجراء تعديل.", "The minister left the door open to a reshuffle."),
    ("es", "«No soy quién para dar lecciones a nadie», dijo.", "“It's not my place to lecture anyone,” he said."),
    ("pt", "O ministro escusou-se a revelar o nome.", "The minister would not say who it was."),
    ("pt", "O clube só não venceu porque falhou um penálti.", "Only a missed penalty kept the club from winning."),
    ("fr", "Il n'arrêtera pas de travailler.", "He will go on working."),
    ("de", "Die Rechte sind nicht ausreichend geschützt.", "The rights are insufficiently protected."),
    ("fr", "Les loyers ne pourront augmenter de plus de 3,5%.", "Rent increases will be capped at 3.5 percent."),
    ("pt", "Não houve quem não se emocionasse.", "Everyone was moved."),
    ("de", "Die Staatsanwaltschaft sieht von einer Anklage ab.", "Prosecutors will not bring charges."),
    ("it", "Il ministro si è guardato bene dal confermare la data.", "The minister took care not to confirm the date."),
    ("fr", "Le maire s'est bien gardé de confirmer la date.", "The mayor took care not to confirm the date."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "source", "target"), LOST)
def test_a_denial_that_is_lost_is_critical(told: Told, language: str, source: str, target: str) -> None:
    assert [finding.severity for finding in told("negation-lost", target, source, language)] == ["critical"]


@pytest.mark.parametrize(("language", "source", "target"), ADDED)
def test_a_denial_that_is_added_is_critical(told: Told, language: str, source: str, target: str) -> None:
    assert [finding.severity for finding in told("negation-added", target, source, language)] == ["critical"]


@pytest.mark.parametrize("rule", ["negation-lost", "negation-added"])
@pytest.mark.parametrize(("language", "source", "target"), OTHERWISE)
def test_what_denies_in_another_way_passes(told: Told, rule: str, language: str, source: str, target: str) -> None:
    assert not told(rule, target, source, language)


@pytest.mark.parametrize(
    ("rule", "source", "target", "reason"),
    [
        (
            "negation-added",
            "« Nous avons vendu la mine », a-t-il dit.",
            "“We did not sell the mine,” he said.",
            "quoted",
        ),
        ("negation-added", "Le jury l'a jugé coupable.", "The jury did not find him guilty.", "a verdict"),
    ],
)
def test_a_quotation_or_a_verdict_turned_round_is_critical(
    told: Told, rule: str, source: str, target: str, reason: str
) -> None:
    assert [finding.severity for finding in told(rule, target, source, "fr")] == ["critical"], reason


def test_a_free_translation_may_deny_by_its_opposite(told: Told) -> None:
    source = "Selon la mairie, la vieille halle aux grains n'a pas bougé d'un pouce pendant la tempête."
    target = "The ancient corn exchange stood firm through the gale, officials say."
    assert told("negation-lost", target, source, "fr") == []
