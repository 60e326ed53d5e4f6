"""``name-altered``."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.bilingual.attributed import attributed
from auditor.bilingual.names import Name, is_place, is_telling
from auditor.bilingual.pairs import Pair
from auditor.bilingual.side import Side
from auditor.checks.base import Example, Hit, Story, code_check
from auditor.languages import Capitals
from auditor.languages import language as language_of
from auditor.model import Category, Confidence, Evidence, Severity, Span


@code_check(
    "name-altered",
    category=Category.ENTITY,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    flags=(
        Example(
            "The debate was attended by the regional president, Adolf [[Shepherd]].",
            "Al debate asistió el presidente regional, Adolfo Pastor.",
            "es",
        ),
        Example("The ferry left for [[Gdynia]] at noon.", "Le ferry est parti pour Bari à midi.", "fr"),
        Example(
            "Three [[Ukrainian]] soldiers were killed in the attack on the bridge.",
            "Drei Soldaten wurden bei dem Angriff auf die Brücke getötet.",
            "de",
        ),
        Example("Talks began in [[Venezuela]] on Monday.", "Las conversaciones en Colombia empezaron el lunes.", "es"),
        Example("The court heard Anna [[Lehmann]] on Monday.", "Le tribunal a entendu Anna Keller lundi.", "fr"),
        Example("The court heard [[Clara]] Keller on Monday.", "Das Gericht hörte am Montag Anna Keller.", "de"),
        Example("The lawyer, Sergei [[Karpov]], left.", "Адвокат Сергей Иванов ушел.", "ru"),
        Example("The delegation left [[Madrid]] on Monday.", "代表团星期一离开莫斯科。", "zh"),
        Example("Trade unionist Lars [[Berendt]] said so.", "Das sagte Gewerkschafter Lars Behrendt.", "de"),
        Example("The owner, [[Hope]] Sorokina, left.", "Владелица, Надежда Сорокина, ушла.", "ru"),
        Example("The [[Slovenian]] premier has left.", "Le premier ministre slovaque est parti.", "fr"),
        Example("The train left from [[witches]].", "El tren salió de Brujas.", "es"),
        Example("The court in [[Geneva]] acquitted them.", "Il tribunale di Genova li ha assolti.", "it"),
        Example("The [[Bundestag]] passed the law.", "Der Bundesrat hat das Gesetz verabschiedet.", "de"),
        Example("The [[foreign ministry]] said so.", "国防部星期一作出上述表示。", "zh"),
        Example(
            "It was found by Piero [[Brushwood]], a 67-year-old hunter.",
            "A trovarlo è stato Piero Boscaglia, cercatore di 67 anni.",
            "it",
        ),
        Example("The coach, Luo [[Jianmin]], left.", "教练罗建明离开了。", "zh"),
    ),
    passes=(
        Example("The board approved the merger with its Portuguese rival.", "Der Rat stimmte der Fusion zu.", "de"),
        Example("Two French climbers died on Mont Blanc.", "Deux alpinistes sont morts au mont Blanc.", "fr"),
        Example("Swiss police found the car.", "Die Polizei in Zürich fand das Auto.", "de"),
        Example("She is the president of Miss World.", "Elle est présidente de Miss Monde.", "fr"),
        Example(
            "The United Republican Right group tabled a motion.",
            "Le groupe Droite républicaine unie a déposé une motion.",
            "fr",
        ),
        Example(
            "Lindhorst will stay. Her contract runs for four years, which she needs for the overhaul, Lindhorst said.",
            "Lindhorst bleibt. Ihr Vertrag laufe vier Jahre, und so lange brauche sie für den Umbau.",
            "de",
        ),
        Example("The ferry left for Munich at noon.", "Le ferry est parti pour Munich à midi.", "fr"),
        Example("Talks began in Germany on Monday.", "Les négociations en Allemagne ont débuté lundi.", "fr"),
        Example("The lawyer, Sergei Ivanov, left.", "Адвокат Сергей Иванов ушел.", "ru"),
        Example("Talks began at the White House.", "Les négociations à la Maison Blanche ont débuté.", "fr"),
        Example("The finance ministry expects less.", "Hier encore, Bercy tablait sur moins.", "fr"),
        Example("Fighting was reported near Kharkiv and Dnipro.", "Бои идут под Харьковом и Днепром.", "ru"),
        Example("The delegation left Moscow on Monday.", "代表团星期一离开莫斯科。", "zh"),
        Example("The spokesman said China would pay.", "发言人说，中方将支付。", "zh"),
        Example("The Libyan government thanked him.", "Tripoli l'a remercié.", "fr"),
        Example("President Hosni Mubarak has died.", "Le président Hosni Moubarak est mort.", "fr"),
        Example("It was found by Piero Boscaglia, a 67-year-old.", "A trovarlo è stato Piero Boscaglia, 67.", "it"),
        Example("The coach, Luo Jianming, left.", "教练罗建明离开了。", "zh"),
        Example("The owner, Nadezhda Sorokina, left.", "Владелица, Надежда Сорокина, ушла.", "ru"),
        Example("The court in Genoa acquitted them.", "Il tribunale di Genova li ha assolti.", "it"),
        Example("It opened on Spain's Canary Islands.", "Abrió en la costa canaria.", "es"),
        Example("The upper house passed the law.", "Der Bundesrat hat das Gesetz verabschiedet.", "de"),
        Example("The Senate held a minute's silence.", "Cette réforme constitutionnelle est morte au Sénat.", "fr"),
    ),
)
def name_altered(story: Story) -> Iterator[Hit]:
    """A name of the translation is not in the source.

    A wrong name is a wrong story, and often a legal matter.

    Given name and surname each answer for themselves: where one of them is kept and another stands beside it, or where
    a single name, country or large city has taken the place of another, or a people that of one of a like name,
    nothing else explains it; nor does anything explain other letters in a surname that are no transcription, or a name
    told as the word that it also is. So are institutions and ministries told that stand for others of their kind.

    Names are compared without accents, in any case form and transcription, and places by what they are called in any
    language; names made of English words pass, for a desk explains what its readers do not know. Where no name of the
    source is gone, a place is minor, for it may be one that the reader needs, and a single word that is no place is
    neutral: it may be an English short form. So are acronyms. A capital that stands for its country passes, and so does
    a country of the source's language that says whose an institution is (“Spain's weather agency”).
    """
    cased = language_of(story.spoken).writing.capitals is not Capitals.UNKNOWN
    whole_source = Side(story.source.text if story.source else "", story.spoken)
    for pair in story.source_pairs:
        for renaming in pair.renamings:
            whole = renaming.source.of(pair.theirs.text)
            yield Hit(
                spans=(pair.place(renaming.span),),
                message=f"The source has “{whole}” here, not “{renaming.ours}”.",
                suggestions=(renaming.instead,) if renaming.instead else (),
                evidence=(Evidence("source", whole),),
                confidence=Confidence.HIGH if renaming.sure else None,
            )
        told = [renaming.span for renaming in pair.renamings]
        lost = [name for name in pair.lost_names if any(map(is_place, name.words)) or len(name.words) > 1]
        for name in pair.new_names if cased else ():
            if any(name.span.overlaps(span) for span in told):
                continue
            here = " ".join(lost[0].words) if lost else ""
            instead = f"; it has “{here}”" if here else ""
            certain = (pair.lost_names and not _is_acronym(name)) or _is_certain(name)
            yield Hit(
                spans=(pair.place(name.span),),
                message=f"The source does not have “{' '.join(name.words)}” here{instead}.",
                evidence=(Evidence("source", here),) if here else (),
                severity=Severity.MINOR if certain else Severity.NEUTRAL,
            )
            told.append(name.span)
        yield from _attributed(pair, whole_source, told)


def _attributed(pair: Pair, source: Side, told: list[Span]) -> Iterator[Hit]:
    """Yield the persons to whom a country is given that ``source`` does not name, apart from the names ``told``."""
    for people in attributed(pair, source):
        span = pair.span_of(people)
        if not any(pair.place(each).overlaps(span) for each in told):
            yield Hit(spans=(span,), message=f"Nothing in the source says “{people.text}”.")


def _is_acronym(name: Name) -> bool:
    """Tell whether ``name`` is made of initials, which each language forms from its own words."""
    return all(sum(map(str.isupper, word)) > 1 for word in name.words)


def _is_certain(name: Name) -> bool:
    """Tell whether a name is a place, or of several words, none of them an English one."""
    full = len(name.words) > 1 and all(is_telling(word) and not word.isupper() for word in name.words)
    return full or any(map(is_place, name.words))
