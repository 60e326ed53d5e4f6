"""The command as a user and as a CI job meets it."""

from __future__ import annotations

import json
import os
import re
import resource
import signal
import subprocess
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import click
import pytest
from click.testing import CliRunner

from auditor.cli import COMMANDS, SUMMARIES, main
from auditor.model import AuditorError, Document, InputError, Outcome
from auditor.readers import Filed, Holding
from tests.render.samples import CLEAN, REPORT

STORY = "PORT ALDER - The ferry captain walked free on Tuesday. The court found no fault with him.\n"


@pytest.fixture
def story(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = Path("story.txt")
    path.write_text(STORY, encoding="utf-8")
    return str(path)


@pytest.fixture
def audited(monkeypatch):
    """Let every audit return a ready report, by the file's name; return what was asked for."""
    calls = []

    def audit(desk, filed, **options):
        target = filed.document.name
        calls.append((target, options | desk))
        report = CLEAN if "calm" in target else REPORT
        if "broken" in target or "missing" in target:
            raise InputError(f"{target} is empty; give a file that holds a story.")
        if "engine" in target:
            raise AuditorError("The language model is missing; run: pip install it.")
        return replace(report, document=replace(report.document, name=target))

    def of(profile, **options):
        return SimpleNamespace(audit=partial(audit, options | {"profile": profile}))

    def stories_in(path, _):
        return Holding((Filed(Document(path, "", (), (), ())),))

    monkeypatch.setattr("auditor.desk.Desk.of", of)
    monkeypatch.setattr("auditor.desk.stories_in", stories_in)
    monkeypatch.setattr("auditor.engines.languagetool.start", lambda _: None)
    return calls


def run(*arguments, **options):
    return CliRunner().invoke(main, ["check", *arguments], **options)


def process(*arguments, **options):
    command = [sys.executable, "-m", "auditor", *arguments]
    return subprocess.run(command, capture_output=True, timeout=60, check=False, **options)


# -- exit codes


def test_a_story_that_passes_ends_with_0(story, audited, tmp_path):
    Path("calm.txt").write_text(STORY)
    assert run("calm.txt").exit_code == 0


def test_a_story_that_fails_ends_with_1(story, audited):
    assert run(story).exit_code == 1


def test_a_story_to_review_ends_with_0(story, monkeypatch):
    review = replace(REPORT, verdict=replace(REPORT.verdict, outcome=Outcome.REVIEW), skipped=())
    monkeypatch.setattr("auditor.desk.Desk.audit", lambda *_, **__: review)
    assert run(story).exit_code == 0


def test_fail_on_never_ends_with_0_and_leaves_the_verdict_as_it_is(story, audited):
    result = run(story, "--fail-on", "never")
    assert result.exit_code == 0
    assert result.stdout.startswith("FAIL")


def test_fail_on_is_told_to_the_audit(story, audited):
    run(story, "--fail-on", "minor")
    assert audited[0][1]["profile"].fail_on == "minor"


def test_strict_ends_with_3_where_a_check_was_skipped(story, audited):
    assert run(story, "--strict").exit_code == 3


def test_strict_asks_nothing_of_an_audit_in_which_all_ran(audited, story):
    Path("calm.txt").write_text(STORY)
    assert run("calm.txt", "--strict").exit_code == 0


def test_an_audit_that_cannot_be_done_ends_with_3(story, audited):
    Path("engine.txt").write_text(STORY)
    result = run("engine.txt")
    assert result.exit_code == 3
    assert result.stderr == "auditor: The language model is missing; run: pip install it.\n"


def test_one_unreadable_story_does_not_lose_the_others(story, audited):
    Path("broken.txt").write_text("")
    Path("calm.txt").write_text(STORY)
    result = run("broken.txt", "missing.txt", "calm.txt")
    assert result.exit_code == 2
    assert "PASS  calm.txt" in result.stdout
    assert len(result.stderr.splitlines()) == 2


def _no_pack(*_, **__):
    raise InputError("mine.toml is no pack; mend it.")


def test_a_failure_that_all_stories_share_is_told_once(story, monkeypatch):
    Path("calm.txt").write_text(STORY)
    monkeypatch.setattr("auditor.desk.Desk.of", _no_pack)
    result = run(story, "calm.txt")
    assert result.stderr == "auditor: mine.toml is no pack; mend it.\n"
    assert result.exit_code == 2


# -- options


def test_the_engine_hears_of_offline_and_no_languagetool(story, audited):
    run(story, "--offline", "--no-languagetool")
    engine = audited[0][1]["engine"]
    assert (engine.offline, engine.enabled) == (True, False)


def test_source_and_reference_reach_the_audit(story, audited):
    run(story, "--source", "a.txt", "--source-lang", "fr", "--reference", "b.txt")
    options = audited[0][1]
    assert (options["source"], options["source_language"], options["reference"]) == ("a.txt", "fr", "b.txt")


def test_the_glossaries_of_file_and_command_line_reach_the_audit(story, audited):
    Path("auditor.toml").write_text('glossary = ["desk.csv"]\n')
    run(story, "--glossary", "sport.tbx")
    assert audited[0][1]["glossary"] == (Path("desk.csv").absolute(), Path("sport.tbx"))


def test_one_reference_is_not_compared_with_two_stories(story, audited):
    Path("calm.txt").write_text(STORY)
    result = run(story, "calm.txt", "--reference", story)
    assert result.exit_code == 2
    assert "one story" in result.stderr


def test_a_folder_stands_for_its_stories(story, audited):
    Path("desk").mkdir()
    for name in ("b.txt", "a.txt"):
        Path("desk", name).write_text(STORY)
    run("desk", story, story)
    assert [target for target, _ in audited] == ["desk/a.txt", "desk/b.txt", "story.txt"]


def test_an_absolute_path_in_the_working_directory_is_told_as_relative(story, audited):
    run(str(Path(story).resolve()))
    assert audited[0][0] == "story.txt"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "Missing argument"),
        (("--refrence", "x"), "--reference"),
        (("--fail-on", "fatal"), "critical"),
        (("--profile", "gazette"), "wire"),
        (("--output", "sarif"), "FORMAT=FILE"),
        (("--output", "serif=a"), "sarif"),
        (("--json", "nowhere/a.json"), "does not exist"),
        (("--json", "."), "is a folder"),
        (("--json", "-", "--sarif", "-"), "both go to"),
        (("--json", "a", "--sarif", "a"), "both go to"),
        (("--format", "json", "--json", "-"), "both go to"),
    ],
)
def test_a_wrong_option_is_told_in_one_sentence(story, audited, arguments, words):
    result = run(*([story] if arguments else []), *arguments)
    assert result.exit_code == 2
    assert words in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert not result.stdout
    assert not audited


# -- outputs


def test_several_reports_are_written_in_one_run(story, audited):
    result = run(story, "--json", "a.json", "--output", "sarif=a.sarif", "--html", "a.html")
    assert result.stdout.startswith("FAIL")
    assert json.loads(Path("a.json").read_text())["reports"]
    assert json.loads(Path("a.sarif").read_text())["version"] == "2.1.0"
    assert Path("a.html").read_text().startswith("<!")


def test_a_report_on_the_standard_output_stands_alone(story, audited):
    assert json.loads(run(story, "--json", "-").stdout)["schema_version"]


def test_format_chooses_the_report_on_the_standard_output(story, audited):
    assert run(story, "--format", "github").stdout.startswith("::error ")


def test_the_github_format_adds_to_the_job_summary(story, audited):
    Path("summary.md").write_text("before\n")
    run(story, "--format", "github", env={"GITHUB_STEP_SUMMARY": "summary.md"})
    assert Path("summary.md").read_text().startswith("before\n## FAIL: story.txt")


def test_html_of_many_stories_is_an_index_with_a_folder_of_pages(story, audited):
    Path("calm.txt").write_text(STORY)
    run(story, "calm.txt", "--html", "all.html")
    assert sorted(path.name for path in Path("all-stories").iterdir()) == ["1-story.html", "2-calm.html"]
    assert "all-stories/1-story.html" in Path("all.html").read_text()


def test_the_style_and_the_script_of_the_page_stand_beside_it_on_request(story, audited):
    run(story, "--html", "page.html", "--split-assets")
    assert sorted(path.name for path in Path("page-assets").iterdir()) == ["story.css", "story.js"]
    assert 'href="page-assets/story.css"' in Path("page.html").read_text()


def test_no_report_of_a_redacted_run_holds_the_copy(story, audited, monkeypatch):
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    result = run(story, "--format", "github", "--html", "page.html", "--json", "report.json", "--redact")
    written = result.stdout + "".join(Path(name).read_text() for name in ("summary.md", "page.html", "report.json"))
    assert "Harbour court" not in written
    assert "stray-relative" in written


def test_html_shows_how_scores_moved_since_an_earlier_report(story, audited):
    Path("calm.txt").write_text(STORY)
    run(story, "calm.txt", "--json", "before.json")
    run(story, "calm.txt", "--html", "all.html", "--earlier", "before.json")
    assert "as before" in Path("all.html").read_text()
    assert 'href="../all.html"' in Path("all-stories/1-story.html").read_text()


def test_a_folder_of_earlier_reports_is_taken_by_their_names(story, audited):
    Path("past").mkdir()
    for name in ("past/2026-03-02.json", "past/2026-03-01.json"):
        run(story, "--json", name)
    run(story, "--html", "page.html", "--earlier", "past", "--earlier", "past/2026-03-02.json")
    page = Path("page.html").read_text()
    assert re.findall(r"(2026-03-0\d): 1 story", page) == ["2026-03-01", "2026-03-02", "2026-03-02"]


def test_a_folder_without_an_earlier_report_is_told(story, audited):
    Path("past").mkdir()
    result = run(story, "--html", "page.html", "--earlier", "past")
    assert (result.exit_code, audited) == (2, [])
    assert "The folder past has no earlier report" in result.stderr


@pytest.mark.parametrize("text", [None, "not JSON", b"\xff"])
def test_an_earlier_report_that_cannot_be_read_is_told_before_the_audit(story, audited, text):
    if text is not None:
        Path("before.json").write_bytes(text if isinstance(text, bytes) else text.encode())
    result = run(story, "--html", "all.html", "--earlier", "before.json")
    assert result.exit_code == 2
    assert "before.json" in result.stderr
    assert not audited


def test_html_of_many_stories_does_not_go_to_the_standard_output(story, audited):
    Path("calm.txt").write_text(STORY)
    result = run(story, "calm.txt", "--format", "html")
    assert result.exit_code == 2
    assert "index" in result.stderr


def test_a_report_is_replaced_in_one_step_and_keeps_its_permissions(story, audited):
    Path("a.json").write_text("old")
    Path("a.json").chmod(0o640)
    run(story, "--json", "a.json")
    assert json.loads(Path("a.json").read_text())
    assert Path("a.json").stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in Path().iterdir()) == ["a.json", "story.txt"]


def test_nothing_is_written_where_nothing_was_audited(story, audited):
    Path("broken.txt").write_text("")
    run("broken.txt", "--json", "a.json")
    assert not Path("a.json").exists()


@pytest.mark.parametrize(
    ("color", "env", "coloured", "reason"),
    [
        ("auto", {}, False, "a pipe takes no colour"),
        ("always", {}, True, "asked for"),
        ("always", {"NO_COLOR": "1"}, True, "an option is stronger than the environment"),
        ("never", {}, False, "asked not to"),
    ],
)
def test_colour_is_for_terminals_or_on_request(story, audited, color, env, coloured, reason):
    assert ("\x1b[" in run(story, "--color", color, env=env, color=True).stdout) is coloured, reason


# -- the real process


def test_bad_input_is_one_sentence_on_stderr_and_a_code(tmp_path):
    """One process a row would take seconds each; the rows share one."""
    rows = {
        "missing.txt": None,
        "empty.txt": b"",
        "blank.txt": b" \n\n",
        "binary.txt": bytes(range(256)) * 40,
        "nul.txt": b"The ferry\x00 left.",
        "picture.txt": b"\x89PNG\r\n\x1a\n0000",
        "torn.txt": "\ufeffferry".encode("utf-16")[:-1],
        "huge.txt": b"The ferry left. " * 1_300_000,
        "folder": "folder",
    }
    for name, data in rows.items():
        if data == "folder":
            (tmp_path / name).mkdir()
        elif data is not None:
            (tmp_path / name).write_bytes(data)
    done = process("check", *rows, "--no-languagetool", cwd=tmp_path)
    lines = done.stderr.decode().splitlines()
    assert done.returncode == 2
    assert done.stdout == b""
    assert len(lines) == len(rows)
    for name, line in zip(sorted(rows), sorted(lines), strict=False):
        assert line.startswith("auditor: "), name
    for name in rows:
        assert any(name in line for line in lines), name


def test_a_real_story_is_audited_from_a_file_and_from_stdin_alike(tmp_path):
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    file = process("check", "story.txt", "--no-languagetool", "--json", "-", cwd=tmp_path)
    pipe = process("check", "-", "--no-languagetool", "--json", "-", cwd=tmp_path, input=STORY.encode())
    assert file.stderr == pipe.stderr == b""
    first, second = (json.loads(done.stdout)["reports"][0] for done in (file, pipe))
    assert second["document"]["name"] == "<stdin>"
    assert first["document"]["text"] == second["document"]["text"] == STORY
    assert [skipped["check"] for skipped in first["skipped"]] == ["languagetool"]


def test_an_unexpected_error_is_told_without_a_traceback_unless_asked(tmp_path):
    code = "from auditor.desk import Desk; Desk.audit = lambda *a, **k: 1 / 0; from auditor.cli import main; main()"
    (tmp_path / "a.txt").write_text(STORY)
    for extra, traceback in (([], False), (["--debug"], True)):
        command = [sys.executable, "-c", code, *extra, "check", "a.txt"]
        done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, timeout=60, check=False)
        assert ("Traceback" in done.stderr) is traceback
        assert "ZeroDivisionError" in done.stderr
        if not traceback:
            assert done.returncode == 3
            assert len(done.stderr.splitlines()) == 1


def test_a_reader_that_goes_away_is_no_error(tmp_path):
    (tmp_path / "a.txt").write_text(STORY)
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "auditor", "check", "a.txt", "--no-languagetool"]
    done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, cwd=tmp_path, timeout=60, check=False)
    os.close(writer)
    assert done.stderr == b""
    assert done.returncode == 141


def test_an_interrupt_ends_quietly_with_130(tmp_path):
    code = (
        "import time; from auditor.desk import Desk; from auditor.cli import main; "
        "Desk.audit = lambda *a, **k: (print('on', flush=True), time.sleep(30)); main()"
    )
    (tmp_path / "a.txt").write_text(STORY)
    command = [sys.executable, "-c", code, "check", "a.txt"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=tmp_path) as running:
        assert running.stdout.readline() == "on\n"
        running.send_signal(signal.SIGINT)
        _, stderr = running.communicate(timeout=20)
    assert running.returncode == 130
    assert not stderr.strip()


# -- the group


def test_help_answers_in_a_third_of_a_second():
    assert min(_seconds() for _ in range(5)) < 0.3, "processor time, so that a busy machine does not matter"


def _seconds():
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert process("--help").returncode == 0
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def test_help_imports_nothing_heavy():
    code = "import sys; from auditor.cli import main\ntry: main(['--help'])\nexcept SystemExit: print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    heavy = {"spacy", "sacrebleu", "rich", "requests", "jinja2", "language_tool_python", "numpy"}
    assert not heavy & set(done.stdout.split())


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name):
    command = main.get_command(None, name)
    assert command.help
    assert all(option.help for option in command.params if isinstance(option, click.Option))


def test_the_help_of_all_says_of_each_command_what_its_own_says():
    told = {name: main.get_command(None, name).get_short_help_str(limit=200) for name in COMMANDS}
    assert told == SUMMARIES


def test_the_version_is_told():
    assert process("--version").stdout.startswith(b"auditor ")


# -- the desk's file


def test_the_nearest_file_of_the_desk_is_in_force(story, audited):
    Path("auditor.toml").write_text('profile = "strict"\nsource-lang = "fr"\npacks = ["house.toml"]\n')
    assert CliRunner().invoke(main, ["pack", "new", "house.toml"]).exit_code == 0
    run(story, "--disable", "WHITESPACE_RULE")
    options = audited[0][1]
    assert options["profile"].name == "strict"
    assert options["profile"].disabled == {"WHITESPACE_RULE"}
    assert options["source_language"] == "fr"
    assert options["packs"] == (Path("house.toml").absolute(),)


def test_stories_in_two_folders_have_the_settings_of_each(story, audited):
    for name, profile in (("sport", "strict"), ("news", "ap")):
        Path(name).mkdir()
        Path(name, "story.txt").write_text(STORY)
        Path(name, "auditor.toml").write_text(f'profile = "{profile}"')
    run("sport", "news")
    assert [options["profile"].name for _, options in audited] == ["strict", "ap"]


@pytest.mark.parametrize("name", ["who-its", "fluency/spelling", "accuracy", "languagetool/SPACEX"])
def test_a_severity_may_name_a_rule_a_category_or_a_dimension(name, story, audited, tmp_path):
    (tmp_path / "desk.toml").write_text(f'[severity]\n"{name}" = "neutral"\n')
    assert run(story, "--config", str(tmp_path / "desk.toml")).exit_code != 2


@pytest.mark.parametrize(
    ("setting", "advice"),
    [
        ('severity = { "fluency/speling" = "minor" }', "did you mean “fluency/spelling”?"),
        ('disable = ["fluency/spelling"]', "there is no such check or rule"),  # kinds are regraded, not switched off
    ],
)
def test_a_category_that_cannot_be_meant_is_told(setting, advice, story, audited, tmp_path):
    (tmp_path / "desk.toml").write_text(f"{setting}\n")
    result = run(story, "--config", str(tmp_path / "desk.toml"))
    assert result.exit_code == 2
    assert advice in result.stderr


def test_a_disabled_rule_that_does_not_exist_is_told(story, audited):
    result = run(story, "--disable", "who-itz")
    assert result.exit_code == 2
    assert "did you mean “who-its”?" in result.stderr


def test_help_that_nobody_reads_ends_as_any_output_does() -> None:
    here, there = os.pipe()
    os.close(here)
    done = subprocess.run(
        [sys.executable, "-m", "auditor", "--help"], stdout=there, stderr=subprocess.PIPE, check=False
    )
    os.close(there)
    assert (done.returncode, done.stderr) == (141, b"")
