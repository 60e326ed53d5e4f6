"""``quotation-lost``."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.bilingual.quotations import DIRECT, Quoted
from auditor.bilingual.unmarked import is_reported_behind, own_words
from auditor.checks.base import Example, Hit, Story, code_check
from auditor.model import Category, Confidence, Evidence, Severity

_TITLE = 0.6
"""Share of the quoted letters from which capitalised words of the target are the title that was quoted."""


@code_check(
    "quotation-lost",
    category=Category.MISTRANSLATION,
    severity=Severity.MINOR,
    confidence=Confidence.MEDIUM,
    flags=(
        Example(
            "The mayor spoke. [[The town has no money left for the old bridge.]]",
            "Le maire a parlé. « La ville n'a plus d'argent pour le vieux pont. »",
            "fr",
        ),
        Example(
            "[[Nobody asked us about the new bridge over the river, said the ferryman.]]",
            "„Niemand hat uns nach der neuen Brücke über den Fluss gefragt“, sagte der Fährmann.",
            "de",
        ),
        Example("[[We waited too long, the mayor admitted.]]", "« Nous avons trop attendu », a admis le maire.", "fr"),
        Example(
            "[[“We walked in the dark” and nobody told us which way, said the cashier, who missed her shift.]]",
            "«Caminamos a oscuras y nadie nos dijo hacia dónde», contó la cajera, que perdió su turno.",
            "es",
        ),
        Example("[[She called the plan a theft from the old.]]", "Llamó al plan «robo a los viejos».", "es"),
    ),
    passes=(
        Example(
            "“The town has no money left,” the mayor said.", "« La ville n'a plus d'argent », a dit le maire.", "fr"
        ),
        Example(
            "The mayor said that the town had no money left for the bridge.",
            "« La ville n'a plus d'argent pour ce pont », a dit le maire.",
            "fr",
        ),
        Example(
            "The union would not give in, its leader said.",
            "„Wir werden nicht klein beigeben“, sagte die Vorsitzende der Gewerkschaft.",
            "de",
        ),
        Example("The film The Long Tide won.", "Le film « La longue marée » a gagné.", "fr"),
        Example("He calls it a gift.", "Il parle de « cadeau ».", "fr"),
        Example(
            "She leads the Friends of the Old Harbour Railway.",
            "Она возглавляет общество «Друзья старой портовой железной дороги».",
            "ru",
        ),
        Example(
            "He said that the town had no money left for it.",
            '"Il a dit : ""La ville n\'a plus d\'argent pour ce pont""."',
            "fr",
        ),
        Example(
            "The mayor spoke. “The town has no money left for it.”",
            "Le maire a parlé. « La ville n'a plus d'argent pour cela. »",
            "fr",
        ),
        Example("‘Nobody asked us before,’ he said.", "„Niemand hat uns je gefragt“, sagte er.", "de"),
        Example("The mayor said they had waited.", "« Nous avons attendu », a dit le maire.", "fr"),
        Example("He called for an end to it.", "Pidió «acabar con esto».", "es"),
    ),
)
def quotation_lost(story: Story) -> Iterator[Hit]:
    """Somebody's words in the source have become the writer's own.

    Without its marks a claim, an insult or a promise is the newsroom's. Told at major where the translation leaves no
    doubt that the words are somebody's own: “I” and “we” are the speaker, what is said stands before its “said”, or
    something is called by a name that the source has in marks.

    Titles, which English shows by their capitals, terms and single words in marks may lose them, and speech may be
    reported: behind its verb (“denied that …”), or before it in the third person or the past of a future (“would”). A
    quotation that moved to the sentence beside is not lost, and a sentence passes whose source leaves its marks open,
    doubles them, or uses single marks or dashes.
    """
    for quoted in story.quoted_pairs:
        missing = min(quoted.expected, quoted.expected_around - quoted.around)
        own = own_words(quoted)
        bare = not quoted.ours and missing >= DIRECT and not is_reported_behind(quoted)
        longest = max(quoted.theirs, key=len, default="")
        if own or (bare and not _is_title(quoted, missing) and not _is_name(quoted, longest)):
            yield Hit(
                spans=(quoted.pair.span,),
                message=f"The source quotes here: {longest.strip()} The translation has no quotation.",
                evidence=(Evidence("source", longest),),
                severity=Severity.MAJOR if own else None,
            )


def _is_title(quoted: Quoted, letters: float) -> bool:
    """Tell whether a run of capitalised words in the target is about as long as the ``letters`` that were quoted."""
    return any(len(name.words) > 1 and len(name.span) >= _TITLE * letters for name in quoted.pair.ours.names)


def _is_name(quoted: Quoted, words: str) -> bool:
    """Tell whether what the source has in marks is a name that the target has as well, word by word."""
    said = words.strip(" «»“”„\"'.,")
    return said.istitle() and said in quoted.pair.ours.text
