"""``unlikely-join``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from auditor.analysis import language_model
from auditor.checks.base import Hit, Story, code_check
from auditor.model import Category, Confidence, Evidence, Severity

if TYPE_CHECKING:
    from auditor.analysis import Join, Token

CERTAIN_EXPECTED = 10.0
"""Expected occurrences from which a join of two function words is certainly wrong."""

CERTAIN_GAIN = -4.0
"""Gain in bits up to which it is."""

LIKELY_WORDS = (10.0, -14.0)
"""The same two numbers from which a join of two function words is worth a look."""

LIKELY_TAGS = (20.0, -20.0)
"""And any other join, where the tagger may be wrong."""

_NO_JOIN = frozenset("-–—/[]()_*&+=<>@#•|")
"""Marks beside which words are not joined as in running text."""

_TURNS_ROUND = frozenset(
    (
        *("is", "are", "was", "were", "be", "am", "has", "have", "had", "do", "does", "did", "'s", "'re", "n't", "not"),
        *("can", "could", "will", "would", "should", "may", "might", "must", "shall", "nor", "so", "neither", "too"),
    )
)
"""Words before a subject that stands after its verb ("was he there")."""

_LEAVES_PREPOSITION = ("V", "J", "R")
"""First letters of the tags of words that may keep a preposition whose noun went before ("the bank it relied on")."""

_FINITE = frozenset(("VBZ", "VBD", "VBP", "MD"))

_ARTICLES = frozenset(("a", "an", "the"))

_BE = frozenset(("is", "are", "was", "were", "'s", "'re"))

_LOOSE = frozenset(
    (
        *("also", "not", "then", "there", "so", "than", "as", "per", "though", "although", "because", "that", "about"),
        *("said", "no", "both", "all", "once", "if", "this", "more", "most", "up", "such", "very", "i"),
    )
)
"""Words that an aside, a measure or a contrast may put almost anywhere."""


_TAGS = {
    "NN": "a noun",
    "NNS": "a plural noun",
    "NNP": "a name",
    "VB": "an infinitive",
    "VBD": "a verb in the past tense",
    "VBG": "a verb in “-ing”",
    "VBN": "a past participle",
    "VBP": "a verb in the present tense",
    "VBZ": "a verb in the third person",
    "JJ": "an adjective",
    "JJR": "a comparative",
    "JJS": "a superlative",
    "RB": "an adverb",
    "CD": "a number",
}
"""How the evidence names the words that the model knows by their tags."""


@code_check(
    "unlikely-join",
    category=Category.GRAMMAR,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    flags=(
        "The two sides will meet again once the treaty [[has be]] signed.",
        "The bridge that the flood [[would destroyed]] carried the only road.",
        "The museum opened [[the by]] hall the river on Sunday.",
        "The mayor said that the council voted for [[the against]] motion.",
        "A nurse [[in they]] forties found the boy by the canal.",
    ),
    passes=(
        "The two sides will meet again once the treaty has been signed.",
        "What the mayor worked on is not known.",
        "All the money the club has is in one account.",
        "Was he there when the bridge fell?",
        "The plan is to be put to the vote, and all it needs is be signed.",
        "The ferry from Calais to Dover was late.",
        "She played the lead in The Was, a film about time.",
        "An on-the-spot fine was paid in all of the by-election districts.",
        "“The is no word to start with,” the teacher’s note in “It Was” read.",
    ),
)
def unlikely_join(story: Story) -> Iterator[Hit]:
    """Two words stand side by side that English hardly ever joins: one is missing, misplaced or wrong.

    Machine translation drops a name and leaves “the delegation of was received”, swaps neighbours or takes the
    wrong form (“would destroyed”). No list holds such places, but counts do: a small model of function words and
    tags tells how often chance alone would have put the two words together in a million words of edited English,
    and how often they were.

    Two function words that never meet are a major error; a join that hangs on how a word was tagged, or that an
    aside or an ellipsis may explain, is minor, as is any join in a direct quotation. Names, hyphenated compounds,
    headings, questions, prepositions left at the end of a clause and subjects that hold a clause pass.
    """
    model = language_model()
    for sentence in story.analysis.sentences:
        for join, severity in unlikely(model.joins(sentence.tokens)):
            span = sentence.span_of(*join.tokens)
            certain = severity is Severity.MAJOR and not story.analysis.in_quotation(span)
            yield Hit(
                spans=(span,),
                message=f"English hardly ever puts “{span.of(story.target.text)}” together: "
                "is a word missing, misplaced or in the wrong form?",
                evidence=(Evidence("language-model", _counted(join, model.words)),),
                severity=Severity.MAJOR if certain else Severity.MINOR,
                confidence=Confidence.HIGH if certain else Confidence.MEDIUM,
            )


def _counted(join: Join, words: int) -> str:
    """Return the counts in words, such as “the of”: never in 1.3 million words ..."""
    names = [
        f"“{unit}”" if _built(t, unit) else _TAGS.get(unit, t.text)
        for t, unit in zip(join.tokens, join.units, strict=True)
    ]
    times = {0: "never", 1: "once"}.get(join.seen, f"{join.seen} times")
    corpus = f"{words / 1e6:.1f} million words of edited English"
    return f"{names[0]} before {names[1]}: {times} in {corpus}, where chance alone would give {join.expected:.0f}"


def unlikely(joins: Iterable[Join]) -> Iterator[tuple[Join, Severity]]:
    """Yield the joins to report, each with its severity, one for any word."""
    judged = [(join, severity) for join in joins if (severity := _severity(join)) and not _excused(join)]
    judged.sort(key=lambda found: (-found[1].rank, found[0].gain, found[0].tokens[0].i))
    taken: set[int] = set()
    for join, severity in judged:
        places = {token.i for token in join.tokens}
        if taken.isdisjoint(places):
            taken |= places
            yield join, severity


def _severity(join: Join) -> Severity | None:
    if _certain(join):
        return Severity.MAJOR
    expected, gain = LIKELY_WORDS if all(map(_built, join.tokens, join.units)) else LIKELY_TAGS
    return Severity.MINOR if join.expected >= expected and join.gain <= gain else None


def _built(token: Token, unit: str) -> bool:
    """Tell whether the model kept the word: a function word, told apart from its tag."""
    return unit == token.lower_


def _certain(join: Join) -> bool:
    (first, last), (_, unit) = join.tokens, join.units
    if join.expected < CERTAIN_EXPECTED or join.gain > CERTAIN_GAIN or not _built(first, join.units[0]):
        return False
    if any(token.lower_ in _LOOSE or token.tag_ in {"CC", "POS", "WP", "WDT", "WRB"} for token in join.tokens):
        return False
    if not _built(last, unit):
        asked = first.i == 0 or first.nbor(-1).tag_ in {"WP", "WRB"}
        return first.tag_ == "MD" and not asked and last.tag_ in {"VBN", "VBZ", "VBG"}
    if last.tag_ in {"IN", "TO", "RP"}:
        # After a verb or a pronoun a phrase with a preposition may come before the words that belong to it.
        return first.tag_ == "PRP$" or first.lower_ in _ARTICLES
    return last.tag_ not in {"VB", *_FINITE} or not _ends_clause(first, last)


def _ends_clause(first: Token, last: Token) -> bool:
    """Tell whether ``first`` may end a subject that holds a clause of its own ("all the time they have is ...")."""
    earlier = {token.tag_ for token in first.doc[: first.i]}
    if first.tag_ in {"IN", "TO", "RP"}:
        return first.tag_ == "TO" or any(tag.startswith("V") for tag in earlier)
    if first.lower_ in _BE:
        return last.tag_ == "VB" or not earlier.isdisjoint({"WP", "TO", "RB"})
    return first.tag_.startswith(("V", "M")) and last.tag_ in _FINITE


def _excused(join: Join) -> bool:
    """Tell whether a name, a mark or a turn of the sentence explains the join."""
    first, last, doc = join.tokens[0], join.tokens[-1], join.tokens[0].doc
    before = doc[first.i - 1] if first.i else None
    after = doc[last.i + 1] if last.i + 1 < len(doc) else None
    if any(not any(map(str.isalnum, token.text)) for token in join.tokens):
        return True
    if any(beside is not None and not _NO_JOIN.isdisjoint(beside.text) for beside in (before, after)):
        return True
    return (
        any(map(_named, join.tokens, join.units))
        or _turned_round(join, before)
        or any(map(_kept_preposition, join.tokens[:-1]))
    )


def _named(token: Token, unit: str) -> bool:
    """Tell whether a function word's capital makes it part of a name, or the word a heading."""
    if token.i == 0 or not token.text[0].isupper():
        return False
    if token.lower_ == "i":
        return token.nbor(-1).text[0].isupper()
    return unit == token.lower_ or (token.is_upper and len(token) > 1)


def _turned_round(join: Join, before: Token | None) -> bool:
    first, last = join.tokens
    subject = {"PRP", "EX"}
    if before is not None and first.tag_ in subject and before.lower_ in _TURNS_ROUND:
        return True
    return first.lower_ in _TURNS_ROUND and last.tag_ in (subject | {"DT"} if before is None else subject)


def _kept_preposition(token: Token) -> bool:
    if token.tag_ not in {"IN", "RP", "TO", "RB"} or token.i == 0:
        return False
    return token.nbor(-1).tag_.startswith(_LEAVES_PREPOSITION) or token.nbor(-1).tag_ in {"PRP", "MD"}
