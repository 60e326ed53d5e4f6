"""Work that has no end is given one, with the place where it was."""

from __future__ import annotations

import re
import signal
import threading
import time
from contextlib import suppress
from dataclasses import replace

import pytest

from auditor.checks.typography.unpaired_bracket import unpaired_bracket
from auditor.deadline import within
from auditor.desk import Desk
from auditor.model import AuditorError
from auditor.segmentation import document_from_text

ENDLESS = re.compile(r"(?:x+x+)+y")


def spin(seconds: float) -> None:
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass


def test_an_expression_without_end_is_interrupted() -> None:
    started = time.process_time()
    with pytest.raises(LookupError), within(0.3, lambda _: LookupError()):
        ENDLESS.search("x" * 60)
    assert time.process_time() - started < 5


def test_what_is_in_time_goes_on_and_leaves_nothing_behind() -> None:
    before = signal.getsignal(signal.SIGPROF)
    with within(5, lambda _: LookupError()):
        spin(0.01)
    assert signal.getsignal(signal.SIGPROF) == before
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)


@pytest.mark.parametrize(("outer", "inner", "expected"), [(0.2, 5.0, KeyError), (5.0, 0.2, LookupError)])
def test_of_blocks_in_each_other_each_has_its_own_end(outer: float, inner: float, expected: type[Exception]) -> None:
    with pytest.raises(expected) as raised, within(outer, lambda _: KeyError()), within(inner, lambda _: LookupError()):
        spin(2)
    assert type(raised.value) is expected


def swallow(seconds: float) -> None:
    with suppress(BaseException):
        spin(seconds)
    spin(seconds)


def test_an_alarm_that_is_swallowed_rings_again() -> None:
    with pytest.raises(LookupError), within(0.2, lambda _: LookupError()):
        swallow(3)


def test_another_thread_is_not_interrupted() -> None:
    done: list[bool] = []

    def work() -> None:
        with within(0.05, lambda _: LookupError()):
            spin(0.3)
        done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done


def test_a_story_that_takes_too_long_is_told_with_the_check_and_the_next_one_is_audited(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("auditor.desk.texts.BASE_SECONDS", 1.0)
    slow = replace(
        unpaired_bracket, detect=lambda story: ENDLESS.search("x" * 60) if "slow" in story.target.text else ()
    )
    desk = Desk.of("wire")
    desk.audit(document_from_text("warm.txt", "He left the valley on Monday."), checks=())
    with pytest.raises(AuditorError) as told:
        desk.audit(document_from_text("slow.txt", "He left the slow valley on Monday."), checks=(slow,))
    assert str(told.value).startswith(
        "slow.txt was not audited: it took more than 1 seconds in the check bracket-unpaired"
    )
    assert told.value.exit_code == 3
    assert desk.audit(document_from_text("next.txt", "He left the valley."), checks=(slow,)).skipped == ()


def test_a_check_with_findings_without_end_is_reported_as_one_that_could_not_run() -> None:
    report = Desk.of("wire").audit(
        document_from_text("b.txt", "He left. " + "( a " * 5_000), checks=(unpaired_bracket,)
    )
    assert report.findings == ()
    assert [skip.check for skip in report.skipped] == [unpaired_bracket.id]
    assert "more than" in report.skipped[0].reason
