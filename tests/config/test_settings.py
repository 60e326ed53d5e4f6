"""Which settings are in force for a story, and from where."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.config import find_config, load_config, settings_for
from auditor.config.file import _matches
from auditor.model import Confidence, InputError, Severity
from tests.pace import pace


@pytest.fixture
def desk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def write(text, name="auditor.toml"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write


def origins(settings):
    return {setting.name: setting.origins for setting in settings.shown}


def test_without_a_file_the_wire_profile_is_in_force(desk):
    settings = settings_for("story.txt")
    assert settings.profile.name == "wire"
    assert settings.config is None
    assert origins(settings)["profile"] == ("default",)


def test_the_nearest_file_above_the_story_wins(desk):
    desk('profile = "strict"')
    near = desk('profile = "lenient"', "sport/auditor.toml")
    assert settings_for("sport/cup/story.txt").profile.name == "lenient"
    assert settings_for("story.txt").profile.name == "strict"
    assert find_config(Path("sport/cup").absolute()) == near.absolute()


def test_a_project_file_counts_only_with_a_section_of_ours(desk):
    desk('profile = "strict"')
    desk("[tool.other]\nx = 1", "sport/pyproject.toml")
    assert settings_for("sport/story.txt").profile.name == "strict"
    desk('[tool.auditor]\nprofile = "lenient"', "sport/pyproject.toml")
    assert settings_for("sport/story.txt").profile.name == "lenient"
    desk('profile = "ap"', "sport/auditor.toml")
    assert settings_for("sport/story.txt").profile.name == "ap"


def test_a_named_file_is_used_instead_of_the_nearest(desk):
    desk('profile = "strict"')
    other = desk('profile = "ap"', "elsewhere/night.toml")
    assert settings_for("story.txt", config=other).profile.name == "ap"


def test_the_command_line_wins_over_the_file_and_the_file_over_the_profile(desk):
    desk('profile = "strict"\nfail-on = "minor"\nmin-score = 70')
    settings = settings_for("story.txt", {"min-score": 60.0})
    assert (settings.profile.fail_on, settings.profile.min_score) == (Severity.MINOR, 60.0)
    assert dict(settings.profile.budgets) == {"minor": 10}
    assert origins(settings) | {
        "profile": ("auditor.toml",),
        "fail-on": ("auditor.toml",),
        "min-score": ("command line",),
        "budgets": ("profile strict",),
    } == origins(settings)


def test_an_own_profile_inherits(desk):
    desk('profile = "night"\n[profiles.night]\ninherits = "day"\nenglish = "en-GB"\n[profiles.day]\ninherits = "ap"')
    profile = settings_for("story.txt").profile
    assert (profile.name, profile.english) == ("night", "en-GB")
    assert ("accuracy/number", 0) in profile.budgets


def test_settings_for_some_files_hold_for_these_only(desk):
    desk(
        'disable = ["a-rule"]\n[[files]]\nmatch = ["sport/**"]\ndisable = ["b-rule"]\nprofile = "lenient"\n'
        '[[files]]\nmatch = ["*.draft.txt"]\nfail-on = "never"'
    )
    sport, draft = settings_for("sport/cup/story.txt"), settings_for("sport/cup/story.draft.txt")
    assert sport.profile.disabled == {"a-rule", "b-rule"}
    assert sport.profile.min_confidence is Confidence.MEDIUM
    assert settings_for("story.txt").profile.disabled == {"a-rule"}
    assert sport.profile.enforced
    assert not draft.profile.enforced
    assert origins(draft)["fail-on"] == ("auditor.toml, files *.draft.txt",)
    assert origins(sport)["disable"] == ("auditor.toml", "auditor.toml, files sport/**")


def test_a_story_without_a_path_has_no_settings_for_files(desk):
    desk('[[files]]\nmatch = ["**"]\nprofile = "lenient"')
    assert settings_for("-").profile.name == "wire"


def test_never_keeps_the_verdict_of_the_profile_below_it(desk):
    desk('profile = "strict"\nfail-on = "never"')
    profile = settings_for("story.txt").profile
    assert (profile.fail_on, profile.enforced) == (Severity.MAJOR, False)


def test_paths_are_seen_from_the_file_they_stand_in(desk):
    desk(
        'packs = ["house.toml"]\nglossary = ["terms.csv"]\nwords-files = ["names.txt"]\nbaseline = "known.json"',
        "desk/auditor.toml",
    )
    desk("Quillon  # a lawyer\n\n# places\nPort Alder\n", "desk/names.txt")
    settings = settings_for("desk/deep/story.txt", {"packs": ["mine.toml"]})
    assert settings.packs == (Path("desk/house.toml").absolute(), Path("mine.toml"))
    assert settings.glossary == (Path("desk/terms.csv").absolute(),)
    assert settings.profile.words == {"Quillon", "Port Alder"}
    assert settings.baseline == Path("desk/known.json").absolute()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('fail-onn = "major"', "unknown key “fail-onn”; did you mean “fail-on”?"),
        ('fail_on = "major"', "did you mean “fail-on”?"),
        ('fail-on = "majr"', "fail-on: “majr” is not known; did you mean “major”?"),
        ("min-score = 101", "min-score: this must be a number from 0 to 100."),
        ("words = 'x'", "a list of texts"),
        ("[budgets]\nminro = 3", "did you mean “minor”?"),
        ("[budgets]\nminor = -3", "“minor”: this must be a whole number"),
        ('profile = "stict"', "There is no profile “stict”; did you mean “strict”?"),
        ("[profiles.wire]\nmin-words = 3", "comes with the auditor"),
        ("[profiles.mine]\nmin-wrods = 3", "profile “mine”: unknown key “min-wrods”; did you mean “min-words”?"),
        ('profile="a"\n[profiles.a]\ninherits="b"\n[profiles.b]\ninherits="a"', "inherits from itself (a > b)"),
        ("profiles = 3", "[profiles.desk]"),
        ("profiles = {a = 3}", "a table of settings"),
        ("files = {}", "[[files]]"),
        ("[[files]]\nwords = []", "say which files"),
        ('[[files]]\nmatch = ["a"]\nword = []', "did you mean “words”?"),
        ('[profile]\nname = "x"', "a text in quotes"),
        ("= 3", "not TOML"),
        ('words-files = ["none.txt"]', "does not exist"),
    ],
)
def test_a_wrong_setting_is_told_with_its_place_and_the_next_step(desk, text, words):
    desk(text)
    with pytest.raises(InputError) as caught:
        settings_for("story.txt")
    assert words in str(caught.value)


@pytest.mark.parametrize("name", ["none.toml", ".", "latin.toml", "pyproject.toml"])
def test_a_file_that_cannot_be_used_is_told(desk, tmp_path, name):
    (tmp_path / "latin.toml").write_bytes(b'profile = "\xe9"')
    desk("[project]\nname = 'x'", "pyproject.toml")
    with pytest.raises(InputError):
        load_config(tmp_path / name)


@pytest.mark.parametrize(
    ("pattern", "path", "matches"),
    [
        ("*.txt", "a/b/story.txt", True),
        ("story.txt", "a/story.txt", True),
        ("a/*.txt", "a/b/story.txt", False),
        ("a/**", "a/b/story.txt", True),
        ("a/**/story.txt", "a/story.txt", True),
        ("**/b/*", "a/b/story.txt", True),
        ("./a/s?ory.txt", "a/story.txt", True),
        ("a.txt", "abtxt", False),
        ("a/(b)[c].txt", "a/(b)[c].txt", True),
    ],
)
def test_patterns_match_as_in_a_shell(pattern, path, matches):
    assert _matches(pattern, path) is matches


def as_expression(pattern: str) -> str:
    """Return ``pattern`` as an expression, which may take for ever."""
    given = pattern if "/" in pattern else f"**/{pattern}"
    meaning = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    parts = re.split(r"(\*\*/|\*\*|\*|\?)", given.removeprefix("./"))
    return "".join(meaning.get(part) or re.escape(part) for part in parts)


@given(st.text("ab./*?", min_size=1, max_size=8), st.text("ab./", max_size=8))
def test_a_pattern_matches_what_its_expression_matches(pattern: str, path: str) -> None:
    assert _matches(pattern, path) is bool(re.fullmatch(as_expression(pattern), path))


@pytest.mark.parametrize("pattern", ["*a" * 30 + "b", "**/a" * 30 + "b", "**a" * 30 + "/b"])
def test_a_pattern_of_many_stars_is_tried_at_once(pattern: str) -> None:
    assert pace(lambda: _matches(pattern, "a/" * 100 + "a" * 100)) < 300
    assert not _matches(pattern, "a/" * 100 + "a" * 100)
