"""Parses that were made before are found again, and pass from one process to another as they are."""

from __future__ import annotations

import pytest

from auditor.analysis import parses
from auditor.analysis.language import language, parse
from auditor.memory import Memory
from benchmarks.gold import read, stories

SENTENCES = ("The ferry was good.", "He has condemned the accident since 2019.", "The ferry was good.")


@pytest.fixture(autouse=True)
def _own_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parses, "_memory", Memory(1000, weigh=len))


def described(docs):
    names = ("text", "tag_", "pos_", "lemma_", "dep_", "ent_type_", "ent_iob_", "is_sent_start", "whitespace_", "norm_")
    return [[(*(getattr(t, name) for name in names), t.head.i, str(t.morph)) for t in doc] for doc in docs]


def test_nothing_is_kept_in_an_ordinary_process() -> None:
    list(parse(SENTENCES))
    assert not parses.news()
    assert next(parse(SENTENCES[:1])) is not next(parse(SENTENCES[:1]))


def test_a_sentence_is_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    parses.wake()
    first = list(parse(SENTENCES))
    again = list(parse(SENTENCES[::-1]))
    assert again == first[::-1]
    assert [doc.text for doc in again] == list(SENTENCES[::-1])


def test_what_one_process_parsed_is_the_same_in_another() -> None:
    expected = described(parse(SENTENCES))
    parses.wake()
    next(parse(SENTENCES)).user_data["a pack"] = (3, 7)
    list(parse(SENTENCES))
    news = parses.news()
    parses._memory = Memory(1000, weigh=len)
    parses.learn(news, language())
    known = list(parse(SENTENCES))
    assert described(known) == expected
    assert tuple(known[0].user_data["a pack"]) == (3, 7)
    assert known[0] is known[2]
    assert not parses.news()
    assert parses._memory.in_use


def test_a_sentence_is_parsed_the_same_in_any_company() -> None:
    text = [line for story in stories()[:2] for line in read(story.target).splitlines() if line]
    alone = [next(iter(language().pipe([line]))) for line in text]
    assert described(alone) == described(language().pipe(text, batch_size=64))
