"""``question-altered``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from auditor.bilingual.lengths import is_close
from auditor.bilingual.pairs import Pair
from auditor.bilingual.qualifiers import leaves_open
from auditor.bilingual.side import Side
from auditor.checks.base import Example, Hit, Story, code_check
from auditor.languages import language as language_of
from auditor.model import Category, Confidence, Evidence, Severity, Span

if TYPE_CHECKING:
    from auditor.analysis import Token

_MARK = re.compile("[?？؟⁇⁈]")
_LAST = re.compile(r"[?？؟][\s\"'”»’)]*$")
_QUOTED_QUESTION = re.compile(r"[\"“„«「『][^\"“”„«»「」『』]*[?？؟]\s?[\"”“»」』](?=\W*\w)")
"""A question in marks that somebody is said to have asked."""

_QUOTED = re.compile(r"[\"“][^\"“”]+[\"”]")
_STOP = re.compile(r"(?:[,.]|(?<=\w))[\"”]$")
_CAUSE = re.compile(r"\b(?:that|this|which|it)(?:['’]s| is| was) (?:why|how|where|when|what|who)\b", re.IGNORECASE)
"""Words that ask elsewhere and give a reason, a way or a place here."""

_WORDS = frozenset({"who", "whom", "whose", "what", "which", "why", "how", "where", "when", "whether", "if"})
"""English words that ask, or tell that somebody asks, without a mark in the source."""

_JOINING = frozenset({"who", "whom", "whose", "which", "when", "if"})
"""Those of them with which a clause of a statement begins."""

_ASKING = frozenset({"ask", "wonder", "question", "query", "doubt", "perhaps", "maybe"})
"""Lemmas of English words that leave open what a question asks."""

_ASKED = frozenset({"ask", "wonder", "inquire", "enquire"})
_THOUGHT = re.compile(r"\b(?:I|we) (?:\S+ ){0,2}?(?:think|believe|guess|suppose|suspect|imagine)\b", re.IGNORECASE)
"""Statements by which somebody leaves it as open as the question does: “I don't think that …”."""

_SHORT = 60
"""Letters of a sentence that is short."""

_SURE = 0.8
"""Confidence of the alignment from which a sentence renders another although the lexicon does not know their words."""

_VERBS = frozenset({"VERB", "AUX"})
_CLAUSES = frozenset({"advcl", "relcl"})
"""Clauses in which “if”, “when” and “who” ask nothing."""

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})


@code_check(
    "question-altered",
    category=Category.MISTRANSLATION,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    flags=(
        Example("Did the court reject the appeal on Monday[[?]]", "Le tribunal a rejeté le recours lundi.", "fr"),
        Example("[[The minister signed the contract.]]", "¿Firmó el ministro el contrato?", "es"),
        Example("[[There will be a new school in the city.]]", "Будет ли новая школа в городе?", "ru"),
        Example("[[“Those who are to pay for it,”]] he said.", "„Wer soll das bezahlen?“, fragte er.", "de"),
        Example("“Who is to pay for it[[,]]” he asked.", "„Wer soll das bezahlen?“, fragte er.", "de"),
    ),
    passes=(
        Example("Did the minister sign the contract?", "¿Firmó el ministro el contrato?", "es"),
        Example("Why prices are going up, and who pays?", "Les prix montent, et voici qui paie.", "fr"),
        Example(
            "He asked whether the minister had signed the contract.", "Le ministre a-t-il signé le contrat ?", "fr"
        ),
        Example("Has the minister signed?", "部长签字了吗", "zh"),
        Example("Did he sign the contract. ", "A-t-il signé le contrat ?", "fr"),
        Example("Has the minister signed the contract?", "Est-ce que le ministre a signé le contrat.", "fr"),
        Example("Perhaps that is the best contract.", "Est-ce le meilleur contrat ?", "fr"),
        Example("“I ask who is to pay for it,” he said.", "„Wer soll das bezahlen?“, fragte er.", "de"),
    ),
)
def question_altered(story: Story) -> Iterator[Hit]:
    """A statement of the source is a question in the translation, or a question a statement.

    What a story asserts must not be left open, and what it leaves open must not be asserted.

    Speaks of sentences that answer one of about their length, and of quotations, where neither they nor their
    neighbours have the question mark of the other side. Questions with “why” or “who” may come from a headline without
    a mark; indirect questions, questions for what the source says may be, statements with “perhaps” or “I think” and
    fragments without a verb pass. A quoted question that only lacks its mark is minor.
    """
    for pair in story.source_pairs:
        yield from _quoted_as_statement(pair)
        if not (is_close(pair) or _is_short(pair) or _CAUSE.search(pair.ours.text)) or not _is_translation(pair):
            continue
        mark = _LAST.search(pair.ours.text)
        is_open = _asks(pair.theirs_around) or leaves_open(pair.theirs)
        if mark and not is_open and not _lowered(pair) & _WORDS and _has_verb(pair):
            yield Hit(
                spans=(pair.place(Span(mark.start(), mark.start() + 1)),),
                message="The source states this; the translation asks it.",
                evidence=(Evidence("source", pair.theirs.text),),
            )
        elif _LAST.search(pair.theirs.text) and _marks(pair.theirs_around) > _marks(pair.ours_around) and _states(pair):
            yield Hit(
                spans=(pair.span,),
                message="The source asks this; the translation states it.",
                evidence=(Evidence("source", pair.theirs.text),),
            )


def _quoted_as_statement(pair: Pair) -> Iterator[Hit]:
    """Yield the only quotation of a sentence, which states what somebody asks in the only one of its source."""
    asked = list(_QUOTED_QUESTION.finditer(pair.theirs.text))
    told = list(_QUOTED.finditer(pair.ours.text))
    if len(asked) != 1 or len(told) != 1 or _MARK.search(pair.ours_around.text) or not _is_translation(pair):
        return
    span = pair.place(Span(*told[0].span()))
    tokens = [
        token
        for sentence in pair.sentences
        for token in sentence.tokens
        if token.is_alpha and span.covers(sentence.span_of(token))
    ]
    stop = _STOP.search(told[0].group())
    if tokens and stop and (tokens[0].lower_ in _WORDS or tokens[0].pos_ == "AUX") and _is_said_to_ask(pair):
        bare = len(stop.group()) == 1
        yield Hit(
            spans=(Span(span.end - 1, span.end) if bare else Span(span.end - 2, span.end - 1),),
            message="The source asks this, and the translation lacks the question mark.",
            suggestions=(f"?{stop.group()}" if bare else "?",),
            evidence=(Evidence("source", asked[0].group()),),
            severity=Severity.MINOR,
        )
    elif tokens and not _inverts(tokens) and any(token.dep_ in _SUBJECTS for token in tokens) and not _may_ask(tokens):
        yield Hit(
            spans=(span,),
            message="The source asks this; the translation states it.",
            evidence=(Evidence("source", asked[0].group()),),
        )


def _is_said_to_ask(pair: Pair) -> bool:
    """Tell whether somebody asks, in so many words."""
    return any(token.lemma_.lower() in _ASKED for sentence in pair.sentences for token in sentence.tokens)


def _inverts(tokens: Sequence[Token]) -> bool:
    """Tell whether words open with a verb before its subject, as questions do."""
    subject = next((token.i for token in tokens if token.dep_ in _SUBJECTS), tokens[-1].i)
    return any(token.pos_ in _VERBS and token.i < subject for token in tokens)


def _asks_or_joins(token: Token) -> bool:
    """Tell whether a word asks, or joins a clause in another way than statements do."""
    return token.lower_ in _WORDS and (token.lower_ not in _JOINING or token.head.dep_ not in _CLAUSES)


def _may_ask(tokens: Sequence[Token]) -> bool:
    """Tell whether words have one that asks or doubts, other than to give a reason or to say of whom they speak."""
    cause = _CAUSE.search(" ".join(token.text for token in tokens))
    asks = any(map(_asks_or_joins, tokens[1:]))
    return tokens[0].lower_ in _WORDS or (asks and not cause) or any(t.lemma_.lower() in _ASKING for t in tokens)


def _is_short(pair: Pair) -> bool:
    """Tell whether one short sentence answers one: their lengths say little."""
    one = len(pair.sentences) == len(pair.link.other) == 1
    return one and max(len(pair.ours.text), len(pair.theirs.text)) <= _SHORT


def _marks(side: Side) -> int:
    return len(_MARK.findall(side.text))


def _is_translation(pair: Pair) -> bool:
    """Tell whether the target surely renders the source: by its words, or by where it stands."""
    if pair.coverage is not None and pair.coverage.is_translation:
        return True
    return len(pair.link.target) == len(pair.link.other) == 1 and pair.link.confidence >= _SURE


def _asks(side: Side) -> bool:
    """Tell whether anything in ``side`` may ask."""
    return bool(_MARK.search(side.text)) or bool(_particles(side.language).search(side.text))


@cache
def _particles(language: str) -> re.Pattern[str]:
    return re.compile(language_of(language).writing.asks or r"(?!)")


def _lowered(pair: Pair) -> set[str]:
    return {token.lower_ for sentence in pair.sentences for token in sentence.tokens}


def _has_verb(pair: Pair) -> bool:
    return any(token.pos_ in _VERBS for sentence in pair.sentences for token in sentence.tokens)


def _states(pair: Pair) -> bool:
    """Tell whether the target has its subject before its verb and nothing that asks."""
    [sentence] = pair.sentences
    root = next((token for token in sentence.tokens if token.dep_ == "ROOT"), None)
    subject = next((t for t in root.children if t.dep_ in _SUBJECTS), None) if root is not None else None
    if root is None or subject is None or root.pos_ not in _VERBS:
        return False
    first = min((t.i for t in root.children if t.dep_ in {"aux", "auxpass"}), default=root.i)
    if (
        _MARK.search(sentence.text)
        or _THOUGHT.search(sentence.text)
        or any(token.lemma_.lower() in _ASKING for token in sentence.tokens)
    ):
        return False
    asks = any(map(_asks_or_joins, sentence.tokens)) and not _CAUSE.search(sentence.text)
    return subject.i < min(first, root.i) and not asks
