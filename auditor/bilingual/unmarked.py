"""Somebody's words that a translation tells without the marks of its source, as if the writer said them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from auditor.alignment.lexicon import english_words, lexicon, stemmed_words
from auditor.analysis import plain, speaking_verbs
from auditor.bilingual.quotations import Quoted
from auditor.languages import Capitals
from auditor.languages import language as language_of

if TYPE_CHECKING:
    from spacy.tokens import Span

    from auditor.analysis import Token

_FIRST = frozenset({"i", "we", "me", "us", "my", "our", "mine", "ours", "myself", "ourselves"})
_SHIFTED = frozenset({"would", "had", "might"})
"""What “will”, “has” and “may” become where speech is reported."""

_NAMING = frozenset(
    (
        *("call", "describe", "label", "brand", "dub", "term", "denounce", "slam", "condemn", "blast", "decry"),
        *("characterise", "characterize", "dismiss", "deride", "speak"),
    )
)
"""Verbs by which somebody calls something by a name."""

_REPORTING = frozenset(
    (
        *(
            "accuse",
            "deny",
            "vow",
            "promise",
            "pledge",
            "threaten",
            "refuse",
            "urge",
            "demand",
            "warn",
            "admit",
            "blame",
        ),
        *("apologise", "apologize", "thank", "reject", "swear", "reassure", "dispute", "assure", "decline", "agree"),
    )
)
"""Verbs behind which what was said stands in other shapes than a clause: “denied any wrongdoing”, “accused him of”."""

_CLAUSE = {"ccomp", "parataxis"}

_MOST = 0.6
"""Share of a quotation's letters that must be without marks, for those of two languages never agree."""

_MOVED = 0.35
"""The same where the writer says “we” for the speaker, which no length need prove."""

_RENDERED = 0.5
"""Share of a quotation's words that the translation must render, of those that the lexicon knows."""

_STATEMENT = {True: 4, False: 6}
"""Words of the shortest statement, characters where there are no spaces."""

_NAME = {True: 2, False: 4}
"""The same of the shortest phrase by which something is called."""

_WHOLE = re.compile(r"[“”„«»\"「『].*[“”»«\"」』]", re.DOTALL)
"""A quotation that begins and ends here: of one over several sentences nobody knows where it should end."""

_EDGES = re.compile(r"^\W+|\W+$")


def own_words(quoted: Quoted) -> bool:
    """Tell whether the translation makes plain that words which its source has in marks are somebody's own.

    They are in the first person; a verb of saying stands behind them as it does behind speech, and nothing shows that
    they are reported; or something is called by them.
    """
    if not quoted.theirs:
        return False
    missing = min(quoted.expected - quoted.letters, quoted.expected_around - quoted.around)
    lost, some = _without_marks(quoted, missing, _MOST), _without_marks(quoted, missing, _MOVED)
    outside = list(_outside(quoted))
    if any(token.is_quote for token in outside):  # one of its marks is alone: nobody knows what it closes
        return False
    told = [token for token in outside if token.is_alpha]
    if any(_is_long(words, quoted, _STATEMENT) for words in some) and _in_first_person(quoted, told):
        return True
    spoken = not quoted.ours and not _is_reported(quoted, told) and any(map(_is_spoken_before, told))
    if spoken and any(_is_long(words, quoted, _STATEMENT) for words in lost):
        return True
    named = [words for words in lost if _is_long(words, quoted, _NAME) and not _is_title(words, quoted)]
    reports = is_reported_behind(quoted) and _is_spoken_in_first_person(quoted)
    calls = not quoted.ours and any(map(_calls, told)) and not reports
    return calls and any(_is_rendered(words, quoted) for words in named)


def _without_marks(quoted: Quoted, missing: float, share: float) -> list[str]:
    """Return the source's whole quotations of which ``missing`` letters may be that ``share``."""
    whole = sum(map(len, quoted.theirs))
    return [
        words
        for words in filter(_WHOLE.fullmatch, quoted.theirs)
        if missing >= share * quoted.expected * len(words) / whole
    ]


def _outside(quoted: Quoted) -> Iterator[Token]:
    """Yield the tokens of the translation that stand outside marks."""
    for sentence in quoted.pair.sentences:
        for token in sentence.tokens:
            if not any(span.overlaps(sentence.span_of(token)) for span in quoted.ours):
                yield token


def _is_long(words: str, quoted: Quoted, least: dict[bool, int]) -> bool:
    spaced = language_of(quoted.pair.theirs.language).writing.spaced
    inner = _EDGES.sub("", words)
    return len(inner.split() if spaced else inner) >= least[spaced]


def _in_first_person(quoted: Quoted, told: list[Token]) -> bool:
    """Tell whether “I” or “we” stand outside marks, and those of the source inside alone."""
    theirs = quoted.pair.theirs
    first = _first(theirs.language)
    rest = theirs.text
    for words in quoted.theirs:
        rest = rest.replace(plain(words), " ")
    # A capital inside a sentence belongs to a title: “The World in our Head”.
    said = (t for t in told if t.lower_ in _FIRST and not t.doc[t.i + 1 : t.i + 2].text.istitle())
    return (
        _is_spoken_in_first_person(quoted)
        and not first.search(rest)
        and any(t.text == "I" or t.text.islower() or not t.i for t in said)
    )


def is_reported_behind(quoted: Quoted) -> bool:
    """Tell whether the translation reports what somebody says behind its verb: “he denied that …”, “vowed to …”."""
    verbs = [token for sentence in quoted.pair.sentences for token in sentence.tokens if token.pos_ == "VERB"]
    if any(verb.lemma_ in _REPORTING for verb in verbs):
        return True
    return any(child.dep_ == "ccomp" and child.i > verb.i for verb in verbs for child in verb.children)


def _is_reported(quoted: Quoted, told: list[Token]) -> bool:
    """Tell whether the translation reports: who said “we” is “they” in it, and what “will” be “would”."""
    forms = {token.lower_ for token in told}
    return (_is_spoken_in_first_person(quoted) and forms.isdisjoint(_FIRST)) or not forms.isdisjoint(_SHIFTED)


def _is_spoken_in_first_person(quoted: Quoted) -> bool:
    """Tell whether “I” or “we” stand in what the source quotes."""
    first = _first(quoted.pair.theirs.language)
    return any(first.search(words) for words in quoted.theirs)


@cache
def _first(spoken: str) -> re.Pattern[str]:
    return re.compile(language_of(spoken).attribution.first or r"(?!)", re.IGNORECASE)


def _is_spoken_before(verb: Token) -> bool:
    """Tell whether ``verb`` says what stands before it without a word between, as in “It is over, he said”."""
    if verb.lemma_ not in speaking_verbs() or verb.doc[verb.i + 1 : verb.i + 2].text == ":":
        return False  # what it says follows
    if verb.tag_ == "VBD" and verb.i > 1 and verb.nbor(-1).text == "," and _opens_with_subject(verb.doc[verb.i + 1 :]):
        return any(token.pos_ in {"VERB", "AUX"} for token in verb.doc[: verb.i])  # “…, quipped the mayor”
    says = (verb.head,) if verb.dep_ == "parataxis" else tuple(t for t in verb.children if t.dep_ in _CLAUSE)
    return any(clause.i < verb.i and clause.pos_ in {"VERB", "AUX"} for clause in says)


def _opens_with_subject(words: Span) -> bool:
    """Tell whether ``words`` begin with a name or a noun for a person, before the next mark."""
    first = list(takewhile(lambda token: not token.is_punct, words))
    return bool(first) and all(token.pos_ in {"DET", "PROPN", "NOUN", "ADJ"} for token in first[:2])


def _is_title(words: str, quoted: Quoted) -> bool:
    """Tell whether ``words`` begin with a capital, where not every noun has one."""
    capitals = language_of(quoted.pair.theirs.language).writing.capitals
    return capitals is not Capitals.NOUNS and _EDGES.sub("", words)[:1].isupper()


def _calls(verb: Token) -> bool:
    """Tell whether ``verb`` calls something by a name; to call for it is to want it."""
    return verb.pos_ == "VERB" and verb.lemma_ in _NAMING and not any(t.lower_ in {"for", "on"} for t in verb.children)


def _is_rendered(words: str, quoted: Quoted) -> bool:
    spoken = quoted.pair.theirs.language
    entries = lexicon(spoken)
    if entries is None:
        return False
    ours = {word.stem for word in english_words(quoted.pair.ours.text)}
    known = [entries.renderings(word.stem) for word in stemmed_words(words, spoken)]
    known = [renderings for renderings in known if renderings]
    return bool(known) and sum(not ours.isdisjoint(each) for each in known) >= _RENDERED * len(known)
