"""The rules of the density check: what each measure is called, what to do about it, and examples."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.checks.base import Example, Rule
from auditor.checks.density.baseline import MIN_WORDS
from auditor.model import Category, Confidence, Severity

_WHY = (
    "Native news does it as well, only less often, so no single use is wrong. The story's rate is held "
    "against that of native agency and newspaper copy: the remark comes once, where the story is clearly "
    "outside the interval of native stories of its length, and it costs nothing. Stories of less than {words}"
    " words pass, and so do one or two uses in any story."
)

# Plain copy without the turns that are counted, long enough for a rate: the examples add theirs to it.
_COPY = """\
The ferry left the old harbour at dawn with ninety people on board. Rain fell all morning and the wind blew from
the west. By ten the first boats had come home, and the market on the quay was full. “We sold every crate,” said
Rosa Lind, who has run a stall there for twenty years. Her brother drove the last of the fish to the city in a
white van.

The town of Arnvik lives from the sea. Nine in ten families own a boat or work on one. The price of diesel rose
by a third last year, and the fleet shrank from sixty boats to forty. Some owners sold up. Others found work on
the wind farm that now stands off the point, or left for the south. “My son went in March,” said Olav Brun, 61.
“He likes it there.”

The council met on Monday night and voted nine to four for a new pier. Work starts in May and will cost six
million crowns. The state pays half. The mayor told a packed hall that the town had waited ten years for the
money. She said the old pier had lost two of its beams in the winter storms and that the ice plant would move
next to the new one.

Not everyone was pleased. A group of cabin owners said the pier would spoil their view and bring more lorries
through the village. They gave the council a list with three hundred names. A vote on the road comes in June.
The school choir sang at the end, and there was coffee for all. Snow is due at the weekend, and the boats will
stay in port until the wind turns. Fishing begins again on Tuesday if the forecast holds. A second ferry will
run from April to September, twice a day and three times on Fridays, and tickets cost the same as last year.
"""

_LONG = (
    "said that the boats would stay in port for as long as the wind blew from the west and that the men, who "
    "had been at sea since the first week of the year and longed for home, would get their pay on Friday."
)
_SPEAKERS = ("Lind", "Brun", "the mayor", "her brother", "his son", "the priest", "a neighbour", "the teacher")


@dataclass(frozen=True, slots=True)
class DensityRule:
    """The rule of one measure: ``what`` names its uses in the message."""

    measure: str
    what: str
    rule: Rule


def _density(
    measure: str,
    *,
    what: str,
    summary: str,
    advice: str,
    category: Category,
    flags: tuple[str, ...],
    passes: tuple[str, ...],
) -> DensityRule:
    """Return the rule of ``measure``; each example is added to plain copy that has none of its uses."""
    return DensityRule(
        measure,
        what,
        Rule(
            id=f"many-{measure}",
            summary=summary,
            why=f"{advice} {_WHY.format(words=MIN_WORDS)}",
            category=category,
            severity=Severity.NEUTRAL,
            confidence=Confidence.MEDIUM,
            flags=tuple(Example(f"{_COPY}\n{text}") for text in flags),
            passes=tuple(Example(f"{_COPY}\n{text}") for text in passes),
        ),
    )


RULES = (
    _density(
        "connectors",
        what="sentences open with a connector",
        summary="Many sentences open with a connector such as “Moreover” or “In fact”.",
        advice="English news lets the order of the facts connect them: cut what the reader does not miss.",
        category=Category.COHESION,
        flags=(
            "[[Moreover]], the pier is late. [[In fact]], it is a year late. [[However]], the town is patient.",
            "[[Indeed]], prices rose. [[Furthermore]], boats were sold. [[Therefore]], the young left.",
        ),
        passes=(
            "Moreover, the pier is late. The town, however, is patient.",
            "The pier is late and it is dear. It is a year late. The town is patient.",
            "However hard the wind blew, the boats went out. Indeed, they all came home.",
        ),
    ),
    _density(
        "purpose",
        what="times “in order to” or its like",
        summary="“In order to” and the like stand again and again where “to” would do.",
        advice="“To” says the same in one word.",
        category=Category.AWKWARD,
        flags=(
            "They met [[in order to]] vote, rose [[in order to]] sing and left [[so as to]] sleep.",
            "He sold [[in order to]] pay, moved [[with a view to]] saving and wrote [[in order to]] tell her.",
        ),
        passes=(
            "They met to vote, rose to sing and left to sleep.",
            "They met in order to vote.",
            "The boats left in order, to the sound of horns, and came back in order too, in order of size.",
        ),
    ),
    _density(
        "reporting-verbs",
        what="reporting verbs other than “said” and “told”",
        summary="Speakers affirm, declare and underline where native copy has them say.",
        advice="“Said” is the verb that readers do not notice; keep the others for what they mean.",
        category=Category.REGISTER,
        flags=(
            (
                "Lind [[affirmed]] that prices were low. Brun [[declared]] that he was tired. She "
                "[[stressed]] that it rained. He [[added]] that it was cold. She [[underlined]] that ice was "
                "scarce. He [[indicated]] that fuel was dear. She [[specified]] that it had doubled."
            ),
            (
                "Brun [[noted]] that he was old. Lind [[explained]] that she was not. He [[stated]] that "
                "boats were dear. She [[emphasised]] that fish was cheap. He [[lamented]] that it was so. She"
                " [[concluded]] that it was. He [[insisted]] that it rained."
            ),
        ),
        passes=(
            "Lind said that prices were low. Brun said that he was tired. She said that it rained.",
            "Lind affirmed that prices were low. Brun declared that he was tired.",
            "The notes were in the book, a statement hung on the wall and the stress was on the last word.",
        ),
    ),
    _density(
        "nominal-style",
        what="abstract nouns before “of”",
        summary="Actions are told as abstract nouns: “the implementation of”, “the improvement of”.",
        advice="A verb moves the sentence: “to improve the pier” for “the improvement of the pier”.",
        category=Category.AWKWARD,
        flags=(
            (
                "The plan is for the [[construction of]] a pier, the [[extension of]] the road, the "
                "[[renovation of]] the hall, the [[installation of]] lamps, the [[reduction of]] noise, the "
                "[[protection of]] birds, the [[creation of]] jobs and the [[improvement of]] the view."
            ),
            (
                "He spoke of the [[evolution of]] prices, the [[diminution of]] stocks, the [[application "
                "of]] rules, the [[preservation of]] boats, the [[organisation of]] sales, the [[utilisation "
                "of]] ice, the [[amelioration of]] roads and the [[realisation of]] plans."
            ),
        ),
        passes=(
            "The plan is to build a pier, extend the road, mend the hall and put up lamps.",
            "The plan is for the construction of a pier and the extension of the road.",
            "The population grew, a station opened and the government of the day paid for it.",
        ),
    ),
    _density(
        "long-sentences",
        what="sentences of 40 words and more",
        summary="Sentence after sentence runs to 40 words and more.",
        advice="Wire style asks for one idea in a sentence: a full stop in the middle costs nothing.",
        category=Category.AWKWARD,
        flags=(
            " ".join(f"[[{who.capitalize()} {_LONG}]]" for who in _SPEAKERS),
            " ".join(f"[[On Monday {who} {_LONG}]]" for who in _SPEAKERS),
        ),
        passes=(
            "Lind said the boats would stay in port. The wind was strong. The forecast was bad.",
            f"Lind {_LONG}",
            f"Lind {_LONG} Brun {_LONG}",
        ),
    ),
    _density(
        "passives",
        what="passives",
        summary="The passive is much more frequent than in native news.",
        advice="Say who did it, where the source lets you.",
        category=Category.AWKWARD,
        flags=(
            (
                "The pier [[was built]], the road [[was mended]], the hall [[was painted]], the boats [[were "
                "sold]], the ice [[was bought]], the fish [[was cleaned]], the lamps [[were lit]], the songs "
                "[[were sung]], the list [[was read]], the vote [[was held]], the coffee [[was served]], the "
                "snow [[was cleared]], the nets [[were hung]] and the doors [[were shut]]."
            ),
            (
                "She [[was seen]], he [[was heard]], they [[were told]], we [[were asked]], it [[was found]],"
                " she [[was named]], he [[was paid]], they [[were fed]], we [[were shown]], it [[was kept]], "
                "she [[was helped]], he [[was fined]], they [[were thanked]] and we [[were moved]]."
            ),
        ),
        passes=(
            "They built the pier, mended the road and painted the hall.",
            "The pier was built, the road was mended and the hall was painted.",
            "The pier is new, the road is wide, the hall is full and the boats are late; all are glad and none is sad.",
        ),
    ),
    _density(
        "this-noun",
        what="times “this” or “these” before a noun",
        summary="“This” and “these” point back where English has “the” or a pronoun.",
        advice="“The plan” or “it” is enough where only one can be meant.",
        category=Category.COHESION,
        flags=(
            (
                "[[This pier]] is late. [[This delay]] hurts. [[These boats]] wait. [[This hall]] is cold. "
                "[[These men]] sleep. [[This wind]] blows. [[This rain]] falls. [[These fish]] rot."
            ),
            (
                "He likes [[this boat]]. He likes [[this sea]]. He likes [[these birds]]. He likes [[this "
                "ice]]. He likes [[this fish]]. He likes [[these nets]]. He likes [[this rope]]. He likes "
                "[[this knot]]."
            ),
        ),
        passes=(
            "The pier is late. The delay hurts. The boats wait.",
            "This pier is late. These boats wait.",
            "This is late. This hurts. These wait. This, too, is so, and these are as they were. This is it.",
        ),
    ),
    _density(
        "quoted-fragments",
        what="quotations of four words or less",
        summary="Single words and scraps stand in quotation marks again and again.",
        advice="Quote whole sentences or put it in your own words; marks around plain words cast doubt on them.",
        category=Category.UNIDIOMATIC,
        flags=(
            (
                "The pier is [[“late”]] and [[“too dear”]], the road is [[“a shame”]], the view [[“lost”]], "
                "the ice [[“thin”]], the mayor [[“glad”]], the hall [[“packed”]] and the choir [[“fine”]], "
                "Lind said."
            ),
            (
                "Brun is [[“old”]], [[“tired”]], [[“cold”]] and [[“poor”]]; his boat is [[“slow”]], "
                "[[“wet”]], [[“sold”]] and [[“gone for good”]], he said."
            ),
        ),
        passes=(
            "The pier is “late”, Lind said, and “too dear”.",
            "“It is late.” “It is dear.” “I know.” “So do I.” “Yes.” “No.” “Why?” “Because.”",
            "“The pier is late and it is much too dear for a town like ours,” Lind said.",
        ),
    ),
)
