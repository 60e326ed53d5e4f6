"""Persons of the source whom the translation makes a man or a woman, in each language."""

from __future__ import annotations

import pytest

from tests.checks.accuracy.conftest import Told

WRONG = [
    ("es", "La periodista dijo que no había dormido.", "The journalist said he was tired."),
    ("pt", "A cientista disse que não tinha dormido.", "The scientist said he was tired."),
    ("fr", "Elle a remporté la course en 2019.", "He won the race in 2019."),
    ("fr", "Née à Lille, elle a étudié le droit.", "Born in Lille, he studied law."),
    ("fr", "« Je ne partirai pas », a-t-il répété.", "“I will not leave,” she repeated."),
    ("fr", "Sa sœur vit à Nantes depuis dix ans.", "His brother has lived in Nantes for ten years."),
    ("fr", "Il fut nommé juge en 1998.", "She was appointed a judge in 1998."),
    ("fr", "Selon lui, la moitié du personnel est partie.", "According to her, half of the staff left."),
    ("fr", "Une policière a été blessée.", "A policeman was wounded."),
    ("es", "Nacida en Quito, estudió derecho.", "Born in Quito, he studied law."),
    ("es", "Fue elegida alcaldesa en 2015.", "He was elected mayor in 2015."),
    ("es", "Lo detuvieron en la frontera.", "She was arrested at the border."),
    ("es", "Él no quiso responder.", "She would not answer."),
    ("es", "Su madre trabajaba en el puerto.", "His father worked in the port."),
    ("it", "È nata a Bari nel 1970.", "He was born in Bari in 1970."),
    ("it", "Lei non ha risposto alle domande.", "He did not answer the questions."),
    ("it", "Nel 2003 fu eletto senatore.", "In 2003 she was elected a senator."),
    ("it", "Suo marito è morto nell'incendio.", "His wife died in the fire."),
    ("pt", "Ela deixou o partido em maio.", "He left the party in May."),
    ("pt", "Foi eleita deputada em 2018.", "He was elected to parliament in 2018."),
    ("pt", "Ele voltou ao clube no ano passado.", "She returned to the club last year."),
    ("de", "Sie wurde 1970 in Kiel geboren.", "He was born in Kiel in 1970."),
    ("de", "Er verließ die Partei im Mai.", "She left the party in May."),
    ("de", "Sein Bruder kam gestern.", "Her brother came yesterday."),
    ("ru", "Она покинула партию в мае.", "He left the party in May."),
    ("ru", "В 2010 году переехала в Казань.", "In 2010 he moved to Kazan."),
    ("ru", "Он родился в Омске.", "She was born in Omsk."),
    ("ru", "Её книга вышла в мае.", "His book came out in May."),
    ("uk", "Вона народилася в Одесі.", "He was born in Odesa."),
    ("pl", "Urodziła się w Łodzi.", "He was born in Lodz."),
    ("ar", "وغادرت الحزب في مايو.", "He left the party in May."),
    ("ar", "وقال إن والدته توفيت.", "She said that her father had died."),
    ("zh", "她在五月离开了该党。", "He left the party in May."),
    ("ja", "彼女は五月に党を離れた。", "He left the party in May."),
]

RIGHT = [
    ("ru", "Ранена женщина, её муж погиб.", "A man was killed and his wife wounded."),
    ("de", "Ihr Anwalt sagte, seine Mandantin bestreite alles.", "She denies it all, her lawyer said."),
    ("es", "La actriz no pudo alejarse de él.", "The actress could not keep herself away from it."),
    (
        "es",
        "Debido a su trabajo es una de las mejores escritoras.",
        "Because of her work she is among the best writers.",
    ),
    ("pt", "Duke começou sua carreira como membra do time.", "Duke began her career as a member of the team."),
    ("fr", "Elle a été fondée par Jean Morel en 1950.", "Founded by Jean Morel in 1950, it is run by his son."),
    ("fr", "La société a perdu son directeur ; elle le regrette.", "The company lost its director, whom he had hired."),
    ("fr", "La victime a perdu son portefeuille.", "The victim lost his wallet."),
    ("fr", "Il pleuvait quand sa mère est arrivée.", "It was raining when her mother arrived."),
    ("fr", "Il faut qu'elle parte.", "She must leave."),
    ("fr", "« La rue est fermée », a précisé une source policière.", "“The street is closed,” a policeman said."),
    ("fr", "Il s'agit de sa première victoire.", "It is her first victory."),
    ("es", "La empresa fue vendida tras su muerte.", "The company was sold after his death."),
    ("es", "La policía fue avisada por su vecino.", "The police were alerted by his neighbour."),
    ("es", "Lo dijo sin mirar a nadie.", "She said it without looking at anybody."),
    ("es", "Sus hijos viven en Lima.", "Her sons and daughters live in Lima."),
    ("it", "La casa fu venduta dopo la sua morte.", "The house was sold after his death."),
    ("it", "Dopo la morte fu eretto un monumento.", "After her death a monument was put up to her."),
    ("it", "Aspetta un figlio.", "She is pregnant."),
    ("pt", "A igreja foi construída pelo pai dele.", "The church was built by his father."),
    ("pt", "Foi dito que ela voltaria.", "She was said to be coming back."),
    ("de", "Die Firma teilte mit, sie habe ihn entlassen.", "The company said that it had sacked him."),
    ("de", "Sie wurden gefragt, ob er komme.", "They were asked whether he would come."),
    ("de", "Seine Mutter sagte, sie wisse nichts.", "His mother said that she knew nothing."),
    ("ru", "Полиция сообщила, что задержала его.", "Police said that they had detained him."),
    ("ru", "Книга вышла после его смерти.", "The book came out after his death."),
    ("ru", "Школа закрылась, и он уехал.", "The school closed and he left."),
    ("ar", "وقالت الشركة إنه سيبقى.", "The company said that he would stay."),
    ("zh", "她说他会留下。", "The minister said he would stay."),
    ("ja", "彼らは彼女を知らない。", "They do not know her."),
]


@pytest.mark.parametrize(("language", "source", "target"), WRONG)
def test_a_person_of_the_other_gender_is_told_at_major(told: Told, language: str, source: str, target: str) -> None:
    assert [finding.severity for finding in told("gender-against-source", target, source, language)][:1] == ["major"]


@pytest.mark.parametrize(("language", "source", "target"), RIGHT)
def test_nobody_is_accused_where_another_may_be_meant(told: Told, language: str, source: str, target: str) -> None:
    assert not told("gender-against-source", target, source, language)


def test_a_person_whom_the_story_names_with_a_title_keeps_the_gender(told: Told) -> None:
    source = "Mme Ferrand a été entendue mardi. Ferrand a vendu sa maison au printemps."
    target = "Ms Ferrand was heard on Tuesday. Ferrand sold his house in the spring."
    [finding] = told("gender-against-source", target, source, "fr")
    assert finding.primary.text == "his"
    assert "Mme Ferrand" in finding.message


OWNED_WRONG = [
    ("fr", "Le père a appelé sa fille.", "The father called her daughter."),
    ("es", "El hombre avisó a su abogada.", "The man alerted her lawyer."),
    ("pt", "O homem perdeu a sua mulher.", "The man lost her wife."),
    ("de", "Sie verkaufte ihr Haus.", "She sold his house."),
    ("ru", "Она продала свой дом.", "She sold his house."),
    ("zh", "她把毕生积蓄转给了骗子。", "She transferred his life savings to the swindlers."),
]

OWNED_RIGHT = [
    (
        "ru",
        "Хлеба хватает только земледельцу и его/ее семье.",
        "There is bread only for the farmer and his/her family.",
    ),
    ("fr", "Elle a rencontré Paul et son frère.", "She met Paul and his brother."),
    ("fr", "La mère a demandé sa libération.", "The mother asked for his release."),
    ("es", "El hombre avisó a su abogada.", "The man alerted his lawyer."),
    ("es", "La mujer defendió a su marido y su inocencia.", "The woman defended her husband and his innocence."),
    ("it", "La donna ha chiamato il suo avvocato.", "The woman called her lawyer."),
    ("de", "Sie verkaufte sein Haus.", "She sold his house."),
    ("ru", "Она продала его дом.", "She sold his house."),
    ("ru", "Она сказала Павлу о сыне.", "She told Pavel about his son."),
    ("zh", "她帮他照顾孩子。", "She helped look after his children."),
    ("zh", "她把他的积蓄转给了骗子。", "She transferred his savings to the swindlers."),
]

TAKEN_UP_WRONG = [
    (
        "de",
        "Schiedsrichterin Paula Emmerich zeigte drei Karten. Kurz vor Schluss nahm sie einen Strafstoß zurück.",
        "Referee Paula Emmerich showed three cards. Just before the end he overturned a penalty.",
    ),
    (
        "es",
        "La presidenta, Lucía Ferrer, llegó el lunes. Al volver de Lima no quiso hablar.",
        "The president, Lucía Ferrer, arrived on Monday. On returning from Lima he would not speak.",
    ),
]

TAKEN_UP_RIGHT = [
    (
        "es",
        "La presidenta, Lucía Ferrer, recibió al embajador. Al volver de Lima no quiso hablar.",
        "The president, Lucía Ferrer, received the ambassador. On returning from Lima he would not speak.",
    ),
    (
        "es",
        "Lucía Ferrer recibió a Juan Molina. Al volver de Lima no quiso hablar.",
        "Lucía Ferrer received Juan Molina. On returning from Lima he would not speak.",
    ),
    (
        "de",
        "Schiedsrichterin Paula Emmerich zeigte drei Karten. Er habe nichts gesehen, sagte der Trainer.",
        "Referee Paula Emmerich showed three cards. He had seen nothing, the coach said.",
    ),
    (
        "fr",
        "La juge Anne Morel est arrivée. Le prévenu a tout nié.",
        "Judge Anne Morel arrived. He denied everything.",
    ),
]


@pytest.mark.parametrize(("language", "source", "target"), OWNED_WRONG + TAKEN_UP_WRONG)
def test_what_is_hers_is_not_his_and_a_woman_named_before_is_no_he(
    told: Told, language: str, source: str, target: str
) -> None:
    assert [finding.severity for finding in told("gender-against-source", target, source, language)] == ["major"]


@pytest.mark.parametrize(("language", "source", "target"), OWNED_RIGHT + TAKEN_UP_RIGHT)
def test_what_may_belong_to_another_and_who_may_be_another_passes(
    told: Told, language: str, source: str, target: str
) -> None:
    assert not told("gender-against-source", target, source, language)


MEANT_WRONG = [
    (
        "de",
        "Der Bürgermeister forderte Ministerin Antje Voss auf, ihre Zusage einzulösen.",
        "The mayor called on Minister Antje Voss to honour his promise.",
        "his",
    ),
    (
        "de",
        "Präsident Udo Kern und die Kanzlerin stritten über seinen Vorschlag.",
        "Udo Kern resented her proposal.",
        "her",
    ),
    (
        "es",
        "La ministra de Salud, Irma Rosales, presentó el plan. La oposición duda de sus cifras.",
        "Health Minister Irma Rosales presented the plan. The opposition doubts his figures.",
        "his",
    ),
    (
        "fr",
        "L'entraîneur Christophe Rannou a contesté l'exclusion de sa capitaine.",
        "Coach Christophe Rannou disputed the sending-off of her captain.",
        "her",
    ),
    (
        "fr",
        "La présidente Odile Marchal a signé. Les syndicats contestent son bilan.",
        "President Odile Marchal signed. Unions dispute his record.",
        "his",
    ),
    (
        "it",
        "La ministra Teresa Ferri ha parlato. I sindacati hanno respinto le sue proposte.",
        "Minister Teresa Ferri spoke. Unions rejected his proposals.",
        "his",
    ),
    (
        "pt",
        "A ministra Joana Coelho falou. Os sindicatos criticaram as suas propostas.",
        "Minister Joana Coelho spoke. Unions criticised his proposals.",
        "his",
    ),
    (
        "ru",
        "Директор Павел Орлов уволен. Рабочие отвергли его план.",
        "Director Pavel Orlov was fired. Workers rejected her plan.",
        "her",
    ),
]

MEANT_RIGHT = [
    *(
        (language, source, target.replace(f" {wrong} ", " her " if wrong == "his" else " his "))
        for language, source, target, wrong in MEANT_WRONG
    ),
    ("fr", "La mère, Anne Roche, a demandé sa libération.", "The mother, Anne Roche, asked for his release."),
    (
        "es",
        "El juez citó a la ministra Irma Rosales. La oposición criticó su plan.",
        "The judge summoned Minister Irma Rosales. The opposition criticised his plan.",
    ),
    (
        "es",
        "La ministra Irma Rosales habló. «No duda de sus cifras», escribió Marcos Vela.",
        "Minister Irma Rosales spoke. “Nobody doubts his figures,” wrote Marcos Vela.",
    ),
    ("fr", "Odile Marchal est partie. Paul Roche aime son pays.", "Odile Marchal left. Paul Roche loves his country."),
    (
        "fr",
        "Marie Roche est partie. Dans son discours, le roi l'a saluée.",
        "Marie Roche left. In his speech the king hailed her.",
    ),
    ("de", "Das Mädchen vermisst seine Mutter.", "The girl misses her mother."),
    ("de", "Die Geisel sah ihre Mutter wieder.", "The hostage saw his mother again."),
    ("fr", "Elle a ajouté que Brahim et son équipe viendraient.", "She added that the key was Brahim and his team."),
    ("fr", "C'est aussi l'avis de Mme Roche.", "Anne Roche shares his opinion."),
    ("fr", "« M. Roche a raison », note-t elle.", "“Paul Roche is right,” she notes."),
    ("fr", "Paul Roche est resté. Il avoua qu'il l'aimait.", "Paul Roche stayed. He admitted that he loved her."),
    ("it", "Chiunque vinca, Anna Ferri farà il suo dovere.", "Whoever wins, he or she will do his or her duty."),
]


@pytest.mark.parametrize(("language", "source", "target", "pronoun"), MEANT_WRONG)
def test_a_pronoun_that_can_mean_nobody_who_was_named_is_told(
    told: Told, language: str, source: str, target: str, pronoun: str
) -> None:
    assert [finding.primary.text for finding in told("gender-against-source", target, source, language)] == [pronoun]


@pytest.mark.parametrize(("language", "source", "target"), MEANT_RIGHT)
def test_a_pronoun_passes_that_may_mean_somebody_unknown_or_another(
    told: Told, language: str, source: str, target: str
) -> None:
    assert not told("gender-against-source", target, source, language)


@pytest.mark.parametrize(
    ("language", "source", "target", "wrong"),
    [
        (
            "de",
            "Anna Rohr leitet das Institut. Ihr Kollege Beat Lang wertet aus.",
            "Anna Rohr heads the institute. His colleague Beat Lang analyses.",
            True,
        ),
        (
            "de",
            "Anna Rohr leitet das Institut. Ihr Kollege Beat Lang wertet aus.",
            "Anna Rohr heads the institute. Her colleague Beat Lang analyses.",
            False,
        ),
        (
            "fr",
            "« C'est fini », a dit la directrice, Claire Bonnard, qui a repris l'atelier fondé par son père.",
            "“It is over,” said director Claire Bonnard, who took over the workshop founded by his father.",
            True,
        ),
        (
            "fr",
            "« C'est fini », a dit la directrice, Claire Bonnard, qui a repris l'atelier fondé par son père.",
            "“It is over,” said director Claire Bonnard, who took over the workshop founded by her father.",
            False,
        ),
        (
            "es",
            "Rosa Yanes prometió ayuda. Contó que había dormido allí con sus hijos.",
            "Rosa Yanes promised help. She said she had slept there with his children.",
            True,
        ),
        (
            "es",
            "Pedro Yanes pidió ayuda. Su esposa contó que había dormido allí con sus hijos.",
            "Pedro Yanes asked for help. His wife said she had slept there with his children.",
            False,
        ),
        (
            "zh",
            "她表示，将把自己的奖金用于补贴员工。",
            "She said she would spend his bonus on subsidising workers.",
            True,
        ),
        (
            "zh",
            "她表示，将把自己的奖金用于补贴员工。",
            "She said she would spend her bonus on subsidising workers.",
            False,
        ),
        ("de", "Sie kaufte ihrem Bruder dessen Haus ab.", "Her brother sold her his house.", False),
        ("de", "Sie kaufte ihren alten Wagen zurück.", "She bought back his old car.", True),
        ("pt", "A polícia encontrou o carro dela perto do rio.", "Police found his car near the river.", True),
        ("es", "La policía registró la casa de él.", "Police searched her house.", True),
        ("it", "La polizia ha trovato la macchina di lei.", "Police found his car.", True),
        ("fr", "Le voleur vivait dans sa maison à elle.", "The thief lived in his house.", True),
        ("pt", "A polícia encontrou o carro dela perto do rio.", "Police found her car near the river.", False),
        ("pt", "A polícia falou dela e do carro.", "Police spoke of his car.", False),
        ("pt", "Ela vendeu sua casa, não a casa dele.", "She sold her house, not his house.", False),
    ],
)
def test_what_is_somebody_s_stays_with_whom_the_source_shows(
    told: Told, language: str, source: str, target: str, wrong: bool
) -> None:
    assert bool(told("gender-against-source", target, source, language)) is wrong
