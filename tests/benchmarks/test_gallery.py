"""``reports/`` shows what today's auditor prints."""

from __future__ import annotations

import re

import pytest

from auditor.config import EngineSettings
from benchmarks.gallery import OTHERS, REPORTS, gallery
from benchmarks.gold import stories

_QUALITY = re.compile(r"quality (\d+) of 100")
_PER_THOUSAND = re.compile(r"([\d.]+) points per 1,000 words")


@pytest.fixture(scope="module")
def files(languagetool: EngineSettings) -> dict[str, str]:
    return gallery(languagetool)


@pytest.mark.languagetool
@pytest.mark.slow
def test_the_reports_are_those_of_today(files: dict[str, str]) -> None:
    on_disk = {path.name: path.read_bytes().decode() for path in REPORTS.iterdir() if path.name not in OTHERS}
    changed = sorted(name for name in {*files, *on_disk} if files.get(name) != on_disk.get(name))
    assert not changed, "run python -m benchmarks.gallery and read what changed"


@pytest.mark.languagetool
@pytest.mark.slow
def test_the_reports_name_no_folder_of_this_machine(files: dict[str, str]) -> None:
    here = str(REPORTS.parent)
    assert not [name for name, text in files.items() if here in text or 'seconds": 0.' in text]


def test_the_scores_tell_the_stories_apart_and_none_is_at_an_end() -> None:
    pages = [(REPORTS / f"{story.name}.txt").read_text(encoding="utf-8") for story in stories()]
    scores = [(float(_PER_THOUSAND.search(page)[1]), int(_QUALITY.search(page)[1])) for page in pages]  # type: ignore[index]
    found = [quality for _, quality in scores]
    assert all(0 < quality < 100 for quality in found)
    assert len(set(found)) > len(found) / 2  # as they are printed, in whole points
    assert [quality for _, quality in sorted(scores)] == sorted(found, reverse=True)
