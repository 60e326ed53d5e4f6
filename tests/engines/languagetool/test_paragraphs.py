"""A text is asked about by paragraphs: each the same whatever stands around it, and none twice."""

from __future__ import annotations

import pytest

from auditor.config import EngineSettings
from auditor.engines.languagetool import Reply, check_text, check_texts, client
from auditor.engines.languagetool.annotation import Piece, Request
from auditor.memory import Memory

STORY = [
    "He have seen (the ferry.",
    "teh ferry;",
    "the harbour) and the quay.",
    "“It were late, she said",
    "He (a man) was there. He was late. He was tired. 😀 He were wet.",
    "1) a list, 2) an other list :-)",
    "cafe\u0301 life are good. \r\nAnd so are the the sea.",
]


def told(*texts: str, engine: EngineSettings) -> list[str]:
    """Return what is said of the texts as paragraphs of one: rules and words."""
    whole = "\n\n".join(texts)
    return _words(check_text([(whole, False)], "en-US", engine), whole)


def _words(reply: Reply, text: str) -> list[str]:
    return [f"{match.rule_id}: {match.span.of(text)}" for match in reply.matches]


@pytest.mark.languagetool
def test_a_paragraph_is_answered_the_same_whatever_stands_around_it(languagetool: EngineSettings) -> None:
    texts = [((text, False),) for text in STORY]
    alone = [check_text(text, "en-US", languagetool) for text in texts]
    assert check_texts(texts, "en-US", languagetool) == alone
    assert check_texts(texts[::-1], "en-US", languagetool) == alone[::-1]
    assert sum(len(reply.matches) for reply in alone) > 6


@pytest.mark.languagetool
def test_what_the_whole_text_explains_is_no_remark(languagetool: EngineSettings) -> None:
    assert told("He left (she said.", "So it was.", engine=languagetool) == ["EN_UNPAIRED_BRACKETS: ("]
    assert told("He left (she said.", "So it was) and he came.", engine=languagetool) == []
    small = "UPPERCASE_SENTENCE_START: that"
    assert told("He wants two things.", "that she stays.", engine=languagetool) == [small]
    assert told("He wants two things;", "that she stays.", engine=languagetool) == []
    assert told("Two things", "that she stays", engine=languagetool) == []


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Piece, ...]]:
    """The paragraphs that the server is asked about, while answers are remembered."""
    memory: Memory[tuple[str, frozenset[str], tuple[Piece, ...]], tuple[client.Match, ...]] = Memory(100)
    memory.wake()
    monkeypatch.setattr(client, "answers", memory)
    seen: list[tuple[Piece, ...]] = []
    answer = client._Conversation._answer

    def noted(self: client._Conversation, server: client.Server, request: Request) -> dict[str, object]:
        seen.extend(request.paragraphs)
        return answer(self, server, request)

    monkeypatch.setattr(client._Conversation, "_answer", noted)
    return seen


@pytest.mark.languagetool
def test_an_edited_text_costs_its_changed_paragraphs(
    languagetool: EngineSettings, asked: list[tuple[Piece, ...]]
) -> None:
    first = told("He have a boat.", "She were late.", engine=languagetool)
    assert len(asked) == 2
    assert told("He have a boat.", "She were late.", engine=languagetool) == first
    assert len(asked) == 2
    told("He has a boat.", "She were late.", engine=languagetool)
    assert asked[2:] == [(("He has a boat.", False),)]


@pytest.mark.languagetool
def test_answers_are_kept_apart_by_language_and_by_the_rules_that_are_off(
    languagetool: EngineSettings, asked: list[tuple[Piece, ...]]
) -> None:
    text = [("The colour of teh sea.", False)]
    assert len(check_text(text, "en-US", languagetool).matches) == 2
    assert len(check_text(text, "en-GB", languagetool).matches) == 1
    assert check_text(text, "en-GB", languagetool, disabled={"MORFOLOGIK_RULE_EN_GB"}).matches == ()
    assert len(asked) == 3
