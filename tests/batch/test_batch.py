"""The library call: results in order, the same however the work is shared."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib import import_module
from itertools import count, islice
from typing import Any

import pytest

from auditor import batch
from auditor.batch import Item, Result
from auditor.batch.bundle import CHUNK_CHARACTERS, STORY_CHARACTERS, Chunk, chunks
from auditor.config import EngineSettings, load_profile
from auditor.engines.languagetool import Reply
from auditor.model import AuditorError, CheckUnavailable, Document, InputError, Severity, Skipped

WITHOUT = EngineSettings(enabled=False)

SOUND = "The harbour council met on Monday to discuss the new ferry."
FAULTY = "The harbour council met on on Monday to to discuss the the new ferry ."


def audited(*items: Item, **options: object) -> list[str]:
    return [result.line() for result in batch(items, engine=WITHOUT, **options)]  # type: ignore[arg-type]


def test_each_item_has_one_result_in_order() -> None:
    results = list(batch([Item(n, SOUND) for n in range(5)], engine=WITHOUT))
    assert [result.id for result in results] == [0, 1, 2, 3, 4]


def test_json_objects_are_taken_as_they_stand_in_a_file() -> None:
    (result,) = batch([{"id": "a", "target": SOUND}], engine=WITHOUT)
    assert result.id == "a"


def test_a_finding_costs_its_weight_and_a_neutral_one_nothing() -> None:
    (result,) = batch([Item(1, FAULTY)], engine=WITHOUT)
    profile = load_profile("wire")
    assert result.findings
    assert result.points == sum(profile.weight(f.severity) for f in result.findings)
    assert result.points <= result.expected < 3 + result.points


def test_what_the_estimate_rests_on_is_marked_and_costs_nothing_by_itself() -> None:
    (result,) = batch(
        [Item(1, "The mayyor has him opened the bridge.", source="Le maire a ouvert le tunnel.", source_language="fr")],
        engine=WITHOUT,
    )
    assert {"unanswered-word", "unlikely-words"} <= {doubt.rule for doubt in result.doubts}
    assert {doubt.severity for doubt in result.doubts} == {Severity.NEUTRAL}
    assert [doubt.primary.span for doubt in result.doubts] == sorted(d.primary.span for d in result.doubts)


def test_no_doubt_is_marked_inside_a_finding() -> None:
    (result,) = batch([Item(1, FAULTY)], engine=WITHOUT)
    found = [f.primary.span for f in result.findings]
    assert not any(span.covers(doubt.primary.span) for doubt in result.doubts for span in found)


def test_a_doubt_that_the_desk_switched_off_is_not_marked() -> None:
    profile = replace(load_profile("wire"), disabled=frozenset({"unlikely-words"}))
    (result,) = batch([Item(1, "They spoke of the bridge of to repair.")], engine=WITHOUT, profile=profile)
    assert "unlikely-words" not in {doubt.rule for doubt in result.doubts}


def test_an_unknown_name_is_a_sign_where_the_source_spells_names_in_other_letters() -> None:
    def expected(target: str, language: str) -> float:
        (result,) = batch([Item(1, target, source_language=language)], engine=WITHOUT)
        return result.expected

    known, unknown = "Anna Smith opened the bridge.", "Anna Grzmucin opened the bridge."
    assert expected(unknown, "zh") - expected(known, "zh") > expected(unknown, "fr") - expected(known, "fr") + 0.5


def test_the_farther_from_the_reference_the_worse() -> None:
    reference = "The harbour council met on Monday to talk about the new ferry."
    near, far = batch(
        [Item(1, SOUND, reference=reference), Item(2, "The council met.", reference=reference)], engine=WITHOUT
    )
    assert near.expected < far.expected


def test_spans_are_code_points_of_the_target() -> None:
    target = "😀 Cafe\u0301 owners met.\r\n\r\n" + FAULTY
    (result,) = batch([Item(1, target)], engine=WITHOUT)
    assert result.findings
    assert all(f.primary.span.of(target) == f.primary.text for f in result.findings)


def test_an_empty_translation_of_something_is_critical() -> None:
    (result,) = batch([Item(1, " ", source="Le conseil s'est réuni.")], engine=WITHOUT)
    (finding,) = result.findings
    assert (finding.rule, finding.severity) == ("empty-translation", Severity.CRITICAL)
    assert result.expected == load_profile("wire").weight(Severity.CRITICAL)


def test_nothing_at_all_is_skipped() -> None:
    (result,) = batch([Item(1, "")], engine=WITHOUT)
    assert result.findings == ()
    assert [skipped.check for skipped in result.skipped] == ["all"]


def test_an_empty_part_of_a_document_leaves_the_others_alone() -> None:
    source = "Le conseil du port s'est réuni lundi pour discuter du nouveau ferry."
    items = [Item(1, SOUND, source, document="d"), Item(2, "", source, document="d"), Item(3, FAULTY, document="d")]
    results = list(batch(items, engine=WITHOUT))
    assert ["empty-translation" in {f.rule for f in result.findings} for result in results] == [False, True, False]
    assert results[2].findings


def test_languagetool_switched_off_is_said_of_every_item() -> None:
    results = list(batch([Item(1, SOUND), Item(2, SOUND)], engine=WITHOUT))
    assert all([skipped.check for skipped in result.skipped] == ["languagetool"] for result in results)


def test_what_is_done_is_left_out_and_the_rest_is_the_same() -> None:
    items = [Item(n, FAULTY if n % 3 else SOUND, document=n // 4) for n in range(10)]
    assert audited(*items, done=6) == audited(*items)[6:]
    assert audited(*items, done=10) == []


def test_items_are_read_as_they_are_needed() -> None:
    taken = 0

    def endless() -> Iterator[Item]:
        nonlocal taken
        while True:
            taken += 1
            yield Item(taken, SOUND * 50)

    results = batch(endless(), engine=WITHOUT)
    next(results)
    results.close()
    assert taken < 200


def test_a_broken_item_is_an_error_of_the_caller() -> None:
    with pytest.raises(InputError, match="target"):
        list(batch([{"id": 1}], engine=WITHOUT))


def test_a_line_that_cannot_be_used_leaves_the_story_around_it_as_it_is() -> None:
    items = [Item(n, FAULTY if n % 2 else SOUND, document="d") for n in range(4)]
    fault = Skipped("all", "Line 3 is left out.", "Correct it.")
    with_it = audited(*items[:2], Item(None, "", document="d", fault=fault), *items[2:])
    assert json.loads(with_it.pop(2)) == {
        "id": None,
        "findings": [],
        "doubts": [],
        "points": 0,
        "expected": 0,
        "problem_probability": None,
        "clear": None,
        "skipped": [{"check": "all", "reason": fault.reason, "hint": fault.hint}],
    }
    assert with_it == audited(*items)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (RecursionError("too deep"), "broke off (RecursionError: too deep)"),
        (MemoryError(), "broke off (MemoryError"),
        (InputError("The tag !! is no language; mend it."), "The tag !! is no language; mend it."),
    ],
)
def test_a_story_whose_audit_breaks_off_takes_no_other_with_it(
    error: Exception, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = import_module("auditor.batch.work")
    real = work._audited

    def fragile(chunk: Chunk, *rest: Any) -> list[Result]:
        if any(item.target.startswith("Poison") for bundle in chunk for item in bundle):
            raise error
        return real(chunk, *rest)  # type: ignore[no-any-return]

    items = [Item(1, FAULTY), Item(2, "Poison.", document="d"), Item(3, SOUND, document="d"), Item(4, FAULTY)]
    whole = audited(*items)
    monkeypatch.setattr(work, "_audited", fragile)
    first, second, third, fourth = audited(*items)
    assert (first, fourth) == (whole[0], whole[3])
    for line in (second, third):
        (skipped,) = json.loads(line)["skipped"]
        assert skipped["check"] == "all"
        assert said in skipped["reason"]


def test_a_story_that_languagetool_does_not_answer_keeps_no_other_from_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def ask(documents: Sequence[Document], *_: object) -> list[Reply]:
        if any("Poison" in document.text for document in documents):
            raise CheckUnavailable("LanguageTool did not answer.", "Try again.")
        return [Reply((), "LanguageTool") for _ in documents]

    monkeypatch.setattr("auditor.checks.languagetool.ask_together", ask)
    monkeypatch.setattr("auditor.engines.languagetool.start", lambda _: None)
    results = list(batch([Item(1, SOUND), Item(2, "Poison."), Item(3, SOUND)], engine=EngineSettings(offline=True)))
    assert [[each.reason for each in result.skipped] for result in results] == [
        [],
        ["LanguageTool did not answer."],
        [],
    ]


def test_a_languagetool_that_is_lost_on_the_way_ends_the_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = 0

    def ask(documents: Sequence[Document], *_: object) -> list[Reply]:
        nonlocal asked
        asked += 1
        if asked > 1:
            raise CheckUnavailable("LanguageTool's server died twice.", "Look after it.")
        return [Reply((), "LanguageTool") for _ in documents]

    monkeypatch.setattr("auditor.checks.languagetool.ask_together", ask)
    monkeypatch.setattr("auditor.engines.languagetool.start", lambda _: None)
    with pytest.raises(AuditorError, match=r"died twice\. Run the command again to go on from here"):
        list(batch([Item(1, SOUND)], engine=EngineSettings(offline=True)))


def test_of_a_document_without_end_only_so_much_is_a_story() -> None:
    taken = 0

    def endless() -> Iterator[Item]:
        nonlocal taken
        for taken in count(1):
            yield Item(taken, "", document="d")

    list(islice(chunks(endless()), 1))
    assert taken <= STORY_CHARACTERS / 10


def test_of_lines_without_text_a_chunk_holds_only_so_many() -> None:
    assert sum(map(len, next(chunks(Item(n, "") for n in count())))) <= CHUNK_CHARACTERS / 10


def test_no_processes_are_too_few() -> None:
    with pytest.raises(InputError, match="jobs"):
        batch([], jobs=0)


@pytest.mark.slow
def test_two_processes_give_the_same_bytes_as_one() -> None:
    items = [Item(n, f"{FAULTY} {SOUND}" * (1 + n % 7), document=n // 3) for n in range(120)]
    assert audited(*items, jobs=2) == audited(*items)


@pytest.mark.languagetool
def test_languagetool_says_of_segments_together_what_it_says_of_each(languagetool: EngineSettings) -> None:
    texts = [
        "They was late on Tuesday.",
        "The 😀 ferry arrive tomorrow, and it sail on Friday.",
        "The minister were asked about it.\r\n\r\nHe decline to answer.",
        "The minister said no.",
        "The minister said yes.",
        "The harbour’s colour is grey; the programme organised the theatre.",
    ]
    items = [Item(number, text) for number, text in enumerate(texts)]
    together = [result.line() for result in batch(items, engine=languagetool)]
    alone = [result.line() for item in items for result in batch([item], engine=languagetool)]
    assert together == alone
    assert '"languagetool/' in "".join(together)


def test_the_two_sentences_of_an_item_belong_together_however_unlike_they_are() -> None:
    target = "Heavy showers will reach the northern hills and the coast tonight, with thunder and gusty winds."
    source = (
        "Il sindaco ha lasciato la carica dopo che il giornale ha pubblicato i documenti dei suoi debiti con la banca."
    )
    (result,) = batch([Item(1, target, source, "it")], engine=WITHOUT)
    assert "content-unrelated" in {finding.rule for finding in result.findings}
    assert "content-added" not in {finding.rule for finding in result.findings}


@pytest.mark.languagetool
def test_a_sentence_on_which_languagetool_fails_keeps_no_other_from_its_answer(languagetool: EngineSettings) -> None:
    items = [Item(1, "They was late."), Item(2, "The ferry was late again :("), Item(3, "She were late.")]
    first, failed, last = batch(items, engine=languagetool)
    assert [skipped.reason for skipped in failed.skipped] == ["LanguageTool fails on a sentence of this text."]
    assert first.findings
    assert last.findings
    assert not first.skipped
    assert not last.skipped
