"""``number-moved``."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.bilingual.counted import swaps
from auditor.checks.base import Example, Hit, Story, code_check
from auditor.model import Category, Confidence, Evidence, Severity, Span


@code_check(
    "number-moved",
    category=Category.NUMBER,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    flags=(
        Example(
            "The blast left [[twelve dead and three]] injured.",
            "L'explosion a fait trois morts et douze blessés.",
            "fr",
        ),
        Example("It rose from [[27% in May to 15]]% in June.", "Subió del 15% en mayo al 27% en junio.", "es"),
        Example("The count rose from [[27 to 15]].", "Die Zahl stieg von 15 auf 27.", "de"),
    ),
    passes=(
        Example(
            "The motion was defeated by 18 votes to 17 after a debate.",
            "La moción obtuvo 17 votos a favor y 18 en contra tras un debate.",
            "es",
        ),
        Example(
            "Each of the four penalty takers was successful, while the goalkeeper made two saves.",
            "Jeder der vier Schützen traf vom Punkt, der Torwart hielt zwei Elfmeter.",
            "de",
        ),
        Example("It left three dead and twelve injured.", "L'explosion a fait trois morts et douze blessés.", "fr"),
        Example("It injured twelve and left three dead.", "L'explosion a fait trois morts et douze blessés.", "fr"),
        Example("It rose to 27% in June from 15% in May.", "Subió del 15% en mayo al 27% en junio.", "es"),
        Example("The count rose to 27 from 15.", "Die Zahl stieg von 15 auf 27.", "de"),
    ),
)
def number_moved(story: Story) -> Iterator[Hit]:
    """Two numbers have changed places: the dead are as many as the injured were.

    Every figure is there, so that a list of figures shows nothing; only what each of them counts is wrong.

    Speaks only where both numbers stand once in each text, each beside the words of the other and none beside its own,
    or where what went from the one to the other goes back.
    """
    for pair in story.source_pairs:
        for swap in swaps(pair):
            first, second = sorted(number.span for number in swap.ours)
            said = Span(swap.theirs[0].span.start, swap.theirs[1].span.end).of(pair.theirs.text)
            yield Hit(
                spans=(pair.place(Span(first.start, second.end)),),
                message=f"The source has “{said}” here; the two numbers have changed places.",
                evidence=(Evidence("source", said),),
            )
