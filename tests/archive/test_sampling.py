"""Which stories are to be read, and what the whole archive is like by them."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from auditor.archive.sampling import LEAST, Stories, drawn, estimated, expected_half, needed, strata
from auditor.cli import main
from auditor.model import InputError
from tests.archive.finished import finished, story


def population(size: int, seed: int = 1) -> tuple[Stories, np.ndarray]:
    """Return made stories, and in how many sentences of each there is a major error: as promised but for chance."""
    rng = np.random.default_rng(seed)
    sentences = rng.integers(5, 30, size).astype(float)
    rate = rng.beta(1, 6, size)
    chance = sentences * rate * (1 - rate)
    truth = rng.binomial(sentences.astype(int), rate).astype(float)
    return Stories(sentences, sentences * rate, chance), truth


def test_every_story_is_in_one_stratum_and_as_many_are_read_as_asked_for():
    stories, _ = population(500)
    cut = strata(stories, 100)
    assert sorted(index for each in cut for index in each.stories) == list(range(500))
    assert sum(each.read for each in cut) == 100
    assert max(stories.promised[cut[0].stories]) <= min(stories.promised[cut[-1].stories])


def test_stories_that_promise_more_are_read_more_often():
    stories, _ = population(500)
    cut = strata(stories, 100)
    shares = [each.read / len(each.stories) for each in cut]
    assert shares == sorted(shares)


def test_what_is_drawn_stands_for_all():
    stories, _ = population(500)
    chosen, weights, _ = drawn(stories, 100)
    assert len(set(chosen.tolist())) == 100
    assert weights.sum() == pytest.approx(500)


def test_the_same_archive_gives_the_same_stories():
    stories, _ = population(500)
    assert drawn(stories, 60)[0].tolist() == drawn(stories, 60)[0].tolist()


def test_all_stories_read_leave_nothing_open():
    stories, truth = population(80)
    told = estimated(stories, *drawn(stories, 80), truth[drawn(stories, 80)[0]])
    share = truth.sum() / stories.sentences.sum()
    assert (told.value, told.low, told.high) == (pytest.approx(share), pytest.approx(share), pytest.approx(share))


def test_the_interval_holds_the_truth_as_often_as_it_says():
    stories, truth = population(2_000)
    share = truth.sum() / stories.sentences.sum()
    held = 0
    for seed in range(300):
        chosen, weights, homes = drawn(stories, 100, seed)
        told = estimated(stories, chosen, weights, homes, truth[chosen])
        assert told.low is not None
        assert told.high is not None
        held += told.low <= share <= told.high
    assert 0.92 <= held / 300 <= 0.98


def test_it_is_said_before_how_many_must_be_read():
    stories, _ = population(2_000)
    many = needed(stories, 0.02)
    assert expected_half(stories, many) <= 0.02 < expected_half(stories, many - 1)
    assert needed(stories, 0.01) > many


@pytest.mark.parametrize("read", [LEAST - 1, 501])
def test_too_few_and_more_than_there_are_cannot_be_drawn(read: int):
    with pytest.raises(InputError, match="cannot be drawn"):
        drawn(population(500)[0], read)


class TestTheCommands:
    """``auditor archive sample`` and ``auditor archive estimate``."""

    @pytest.fixture(scope="class")
    @classmethod
    def archive(cls, tmp_path_factory: pytest.TempPathFactory) -> Path:
        rng = np.random.default_rng(3)
        stories = [story(n, likely=tuple(rng.beta(1, 6, 5).round(3))) for n in range(1, 201)]
        return finished(tmp_path_factory.mktemp("sample") / "archive", stories)

    def run(self, *words: object) -> tuple[int, str]:
        done = CliRunner().invoke(main, ["archive", *map(str, words)])
        return done.exit_code, done.output

    def fill(self, file: Path, errors: str) -> None:
        rows = list(csv.reader(file.read_text(encoding="utf-8").splitlines()))
        with file.open("w", encoding="utf-8", newline="") as out:
            csv.writer(out).writerows([rows[0], *([*row[:-1], errors] for row in rows[1:])])

    def test_what_reviewers_fill_in_says_what_the_archive_is_like(self, archive: Path, tmp_path: Path):
        file = tmp_path / "review.csv"
        code, output = self.run("sample", archive, "--stories", 60, "--output", file)
        assert code == 0
        assert output.startswith("auditor: 60 of 200 stories must be read; the share of sentences with a major error")
        self.fill(file, "1")
        code, output = self.run("estimate", archive, file)
        assert code == 0
        assert output == (
            "20.0% of the sentences hold a major error: 20.0 to 20.0%, 95 times in 100, by 60 stories that were read.\n"
        )

    def test_an_interval_says_how_many(self, archive: Path):
        code, output = self.run("sample", archive, "--interval", 3)
        assert code == 0
        assert "known to about 3.0 percentage points" in output

    @pytest.mark.parametrize("words", [(), ("--stories", 60, "--interval", 3)])
    def test_one_of_both_is_asked_for(self, words: tuple[object, ...], archive: Path):
        code, output = self.run("sample", archive, *words)
        assert code == 2
        assert "Say either how many" in output

    @pytest.mark.parametrize("errors", ["", "6", "-1", "many"])
    def test_a_story_that_is_not_filled_in_is_no_story_without_errors(self, errors: str, archive: Path, tmp_path: Path):
        file = tmp_path / "review.csv"
        self.run("sample", archive, "--stories", 60, "--output", file)
        self.fill(file, errors)
        code, output = self.run("estimate", archive, file)
        assert code == 2
        assert "give the number of its 5 sentences with a major error, 0 for none" in output

    def test_another_table_is_no_review(self, archive: Path, tmp_path: Path):
        (tmp_path / "other.csv").write_text("a,b\n1,2\n", encoding="utf-8")
        code, output = self.run("estimate", archive, tmp_path / "other.csv")
        assert code == 2
        assert "is no review of an archive" in output
