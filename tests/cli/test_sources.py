"""The source of a story is the one that is named, or that lies beside it; it is never audited as a story itself."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from auditor.cli import main
from auditor.cli.sources import Sources, beside, without_sources
from auditor.config import settings_for
from auditor.model import InputError

ENGLISH = "PORT ALDER (dpa) - The ferry sank in the bay on Monday. The coast guard searched for 12 people.\n"
FRENCH = "PORT ALDER (dpa) - Le ferry a coulé dans la baie lundi. Les garde-côtes ont cherché 13 personnes.\n"


def place(folder: Path, *names: str) -> list[Path]:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(FRENCH if ".fr." in name or name.startswith("fr/") else ENGLISH, encoding="utf-8")
    return [folder / name for name in names]


@pytest.mark.parametrize(
    ("story", "other", "language", "reason"),
    [
        ("a.en.txt", "a.fr.txt", "fr", "the mark of each language"),
        ("a.txt", "a.fr.docx", "fr", "no mark of English, another format"),
        ("en/a.txt", "fr/a.txt", "fr", "a folder for each language"),
        ("en/sport/a.en.html", "fr/sport/a.fr.txt", "fr", "folders in them, and marks"),
    ],
)
def test_a_source_lies_beside_its_story(tmp_path: Path, story: str, other: str, language: str, reason: str) -> None:
    first, second = place(tmp_path, story, other)
    assert beside(first) == {language: second}, reason


@pytest.mark.parametrize(
    ("story", "other", "reason"),
    [
        ("a.en.txt", "b.fr.txt", "another story"),
        ("a.en.txt", "a.old.txt", "no language"),
        ("a-no.txt", "a.txt", "“no” is a word"),
        ("a.en.txt", "ab.fr.txt", "a longer name"),
        ("a.fr.txt", "a.en.txt", "the source's own side"),
        ("english/a.txt", "fr/a.txt", "no folder of a language"),
    ],
)
def test_what_is_no_source_is_not_taken(tmp_path: Path, story: str, other: str, reason: str) -> None:
    first, _ = place(tmp_path, story, other)
    assert beside(first) == {}, reason


def test_a_link_is_not_taken(tmp_path: Path) -> None:
    story, secret = place(tmp_path, "a.en.txt", "secret")
    (tmp_path / "a.fr.txt").symlink_to(secret)
    assert beside(story) == {}


def test_sources_found_in_a_folder_are_no_stories_but_named_ones_are(tmp_path: Path) -> None:
    files = [str(path) for path in place(tmp_path, "a.en.txt", "a.fr.txt", "b.fr.txt")]
    assert without_sources(files, [str(tmp_path)]) == (files[0], files[2])
    assert without_sources(files, []) == tuple(files)


def test_a_pattern_of_the_settings_says_where_sources_lie(tmp_path: Path) -> None:
    story, other = place(tmp_path, "out/a.en.txt", "in/a.docx")
    (tmp_path / "auditor.toml").write_text('sources = "../in/{stem}.docx"\n')
    found = Sources(None).of(str(story), settings_for(str(story)))
    assert found is not None
    assert os.path.realpath(found) == str(other.resolve())


def test_of_several_sources_the_language_that_is_set_decides(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story, french, _ = place(tmp_path, "a.en.txt", "a.fr.txt", "a.de.txt")
    assert Sources(None).of(str(story), settings_for(str(story))) is None
    assert "several sources beside it" in capsys.readouterr().err
    assert Sources(None).of(str(story), settings_for(str(story), {"source-lang": "fr"})) == str(french)


def test_a_folder_of_sources_has_one_for_each_story(tmp_path: Path) -> None:
    story, other, _ = place(tmp_path, "en/x/a.en.txt", "fr/x/a.fr.txt", "en/b.txt")
    sources = Sources(str(tmp_path / "fr"), (str(tmp_path / "en"),))
    assert sources.of(str(story), settings_for(str(story))) == str(other)
    with pytest.raises(InputError, match=r"has no source for .*b\.txt; give one of the same name"):
        sources.of(str(tmp_path / "en" / "b.txt"), settings_for(str(story)))


def test_what_the_source_says_is_found_without_naming_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place(tmp_path, "a.en.txt", "a.fr.txt")
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["check", ".", "--format", "json", "--no-languagetool", "--no-reader"])
    (report,) = json.loads(done.stdout)["reports"]
    assert report["source"]["name"] == "a.fr.txt"
    assert any(finding["rule"] == "number-altered" for finding in report["findings"])
