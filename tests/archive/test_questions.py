"""What a finished archive tells, by figures that can be worked out by hand."""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner

from auditor.archive.questions import Asked, answers, per_thousand, share
from auditor.cli import main
from auditor.model import Estimate, InputError, Sheet
from auditor.render.html import render_archive
from auditor.render.sheets import figure, render_csv
from auditor.render.terminal.sheets import render as render_terminal
from tests.archive.finished import finished, story
from tests.render.html.conftest import Window, window  # noqa: F401 - a fixture

STORIES = (
    story(1, ("doubled-word", "minor"), ("doubled-word", "minor")),
    story(2, ("number-altered", "major"), likely=(0.08, 0.01)),
    story(3, ("number-altered", "major"), ("doubled-word", "minor"), engine="south", likely=(0.6, 0.3)),
    story(4, ("strange-word", "neutral"), engine="south", day="2026-02-03", words=300),
    story(5, *[("doubled-word", "minor")] * 8, engine="south", day="2026-02-04", words=300, likely=(0.2,)),
    story(6, engine="<b>west", day="unknown", likely=(0.15, 0.9)),
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return finished(tmp_path_factory.mktemp("finished") / "archive", STORIES)


def told(archive: Path, name: str, asked: Asked | None = None) -> list[tuple[object, ...]]:
    (sheet,) = (each for each in answers(archive, asked or Asked()) if each.name == name)
    return list(sheet.rows)


def test_the_overview_counts_stories_and_points_a_thousand_words(archive: Path):
    ((stories, words, points, major, clear),) = told(archive, "overview")
    assert (stories, words) == (6, 1000)
    assert isinstance(points, Estimate)
    assert points.value == pytest.approx(21)  # 2 + 5 + 6 + 0 + 8 + 0 of 1,000 words
    assert isinstance(major, Estimate)
    assert major.value == pytest.approx(2 / 6)
    assert isinstance(clear, Estimate)
    assert clear.value == pytest.approx(2 / 6)


def test_the_worst_come_first_and_only_as_many_as_asked_for(archive: Path):
    assert [row[0] for row in told(archive, "worst-stories", Asked(worst=2))] == ["s5", "s3"]
    assert [row[-1] for row in told(archive, "worst-sentences", Asked(worst=2))] == [
        "Sentence 2 of s6.",
        "Sentence 1 of s3.",
    ]


def test_doubts_are_no_errors(archive: Path):
    assert [(row[0], row[1]) for row in told(archive, "by-rule")] == [("doubled-word", 11), ("number-altered", 2)]


def test_each_engine_and_month_has_its_own_figures(archive: Path):
    assert [(row[0], row[1], row[2]) for row in told(archive, "by-engine")] == [
        ("<b>west", 1, 100),
        ("north", 2, 200),
        ("south", 3, 700),
    ]
    assert [row[0] for row in told(archive, "by-month")] == ["2026-01", "2026-02", "unknown"]


def test_the_change_of_an_engine_is_that_since_its_own_month_before(archive: Path):
    rows = told(archive, "drift")
    assert [(row[0], row[1]) for row in rows] == [("north", "2026-01"), ("south", "2026-01"), ("south", "2026-02")]
    assert [row[5] for row in rows[:2]] == [None, None]
    change = rows[2][5]
    assert isinstance(change, Estimate)
    assert change.value == pytest.approx(8 / 0.6 - 60)


def test_a_worse_month_is_called_so_only_where_it_is_more_than_chance(tmp_path: Path):
    quiet = [story(n, ("a", "minor"), day="2026-01-01") for n in range(1, 21)]
    loud = [story(n, *[("a", "minor")] * (3 + n % 2), day="2026-02-01") for n in range(21, 41)]
    same = [story(n, *[("a", "minor")] * (3 + n // 2 % 2), day="2026-03-01") for n in range(41, 61)]
    rows = told(finished(tmp_path / "archive", [*quiet, *loud, *same]), "drift")
    assert [row[6] for row in rows] == ["", "worse", "no"]


def test_another_threshold_says_what_would_be_clear_and_what_let_pass(archive: Path):
    rows = {row[0]: row for row in told(archive, "thresholds", Asked(risk=0.25))}
    assert rows[0.1][1] == "the desk’s"
    assert rows[0.1][3] == 4
    assert (rows[0.25][3], rows[0.25][4], rows[0.25][5]) == (3, 300, pytest.approx(0.3))


def test_a_rule_that_is_muted_clears_the_stories_that_it_alone_accuses(archive: Path):
    rows = {row[0]: row for row in told(archive, "muting", Asked(muted=("number-altered", "doubled-word")))}
    assert rows["number-altered"][1:4] == (2, 2, 10.0)
    assert rows["number-altered"][5] == 3  # s2; s3 is too likely to hold an error anyway
    assert rows["all of these"][1:3] == (13, 4)
    assert rows["all of these"][4] == pytest.approx(0)


def test_the_interval_of_points_is_that_of_a_ratio_whose_unit_is_the_story():
    points, words = [2.0, 5.0, 6.0, 8.0], [100.0, 100.0, 100.0, 300.0]
    squares = (
        sum(p * p for p in points),
        sum(p * w for p, w in zip(points, words, strict=True)),
        sum(w * w for w in words),
    )
    found = per_thousand(4, sum(points), sum(words), squares)
    rest = [p - 0.035 * w for p, w in zip(points, words, strict=True)]
    error = (4 / 3 * sum(each * each for each in rest)) ** 0.5 / 600
    assert found == Estimate(pytest.approx(35), pytest.approx(35 - 1960 * error), pytest.approx(35 + 1960 * error))


@pytest.mark.parametrize(("count", "n"), [(0, 10), (10, 10), (1, 3)])
def test_a_share_has_an_interval_within_nought_and_one(count: int, n: int):
    found = share(count, n)
    assert found.low is not None
    assert found.high is not None
    assert 0 <= found.low <= found.value <= found.high <= 1
    assert found.high > found.low


def test_one_story_tells_nothing_of_how_sure_it_is():
    assert per_thousand(1, 5, 100, (25, 500, 10_000)) == Estimate(50, None, None)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (1234567, "1,234,567"),
        (1234.5, "1,234"),
        (35.0, "35.0"),
        (0.1234, "0.123"),
        (None, ""),
        ("a", "a"),
        (Estimate(35.01, 30.0, 40.0), "35.0 (30.0 to 40.0)"),
        (Estimate(5.0, None, None), "5.00"),
    ],
)
def test_a_figure_is_shown_with_the_digits_that_matter(value: object, shown: str):
    assert figure(value) == shown  # type: ignore[arg-type]


SHEET = Sheet("t", "A title", "About.", ("name", "share", "n"), (("=SUM(A1)\x1b", Estimate(0.5, 0.25, 0.75), 3),), 1)


def test_a_spreadsheet_gets_texts_as_texts_and_an_interval_in_three_columns():
    header, row = csv.reader(StringIO(render_csv([SHEET])))
    assert header == ["table", "name", "share", "share: low", "share: high", "n"]
    assert row == ["t", "'=SUM(A1)<U+001B>", "0.5", "0.25", "0.75", "3"]


def test_a_terminal_gets_nothing_that_acts_on_it():
    shown = render_terminal([SHEET], width=80)
    assert "0.500 (0.250 to 0.750)" in shown
    assert all(character.isprintable() or character == "\n" for character in shown)


class TestTheCommand:
    """``auditor archive report``."""

    def run(self, *words: str) -> tuple[int, str]:
        done = CliRunner().invoke(main, ["archive", "report", *words])
        return done.exit_code, done.output

    def test_it_writes_tables_and_a_page(self, archive: Path, tmp_path: Path):
        code, output = self.run(str(archive), "--html", str(tmp_path / "page.html"))
        assert code == 0
        assert "Worst stories" in output
        assert "&lt;b&gt;west" in (tmp_path / "page.html").read_text(encoding="utf-8")

    def test_a_folder_without_an_archive_is_told_in_a_sentence(self, tmp_path: Path):
        code, output = self.run(str(tmp_path))
        assert code == 2
        assert f"{tmp_path} holds no finished archive; name the folder that auditor archive wrote to" in output

    @pytest.mark.parametrize("name", ["ray", "pyarrow", "duckdb"])
    def test_what_is_not_installed_is_named(self, name: str, archive: Path, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setitem(sys.modules, name, None)
        code, output = self.run(str(archive))
        assert code == 2
        assert f"Archives need {name}, which is not installed; install translation-auditor[archive]." in output

    def test_an_archive_of_another_version_is_not_guessed_at(self, tmp_path: Path):
        (tmp_path / "summary.json").write_text('{"schema": "auditor-archive 99"}', encoding="utf-8")
        with pytest.raises(InputError, match="of another version"):
            list(answers(tmp_path, Asked()))


@pytest.mark.browser
@pytest.mark.parametrize(("width", "scheme"), [(1366, "light"), (390, "dark")])
def test_axe_finds_no_violation(window: Callable[..., Window], archive: Path, width: int, scheme: str):  # noqa: F811
    from axe_playwright_python.sync_playwright import Axe

    html = render_archive("archive", list(answers(archive, Asked())))
    page = window(html, color_scheme=scheme, viewport={"width": width, "height": 800})
    results = Axe().run(
        page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    )
    assert results.violations_count == 0, results.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
