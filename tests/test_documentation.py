"""The pages that people read: every link leads somewhere, every command can be given, every example is valid."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

import click
import pytest
import yaml

from auditor import __version__
from auditor.cli import main

ROOT = Path(__file__).parents[1]
PAGES = sorted(
    [ROOT / "README.md", ROOT / "CHANGELOG.md"]
    + [page for folder in ("docs", "reference", "reports", "benchmarks") for page in (ROOT / folder).glob("*.md")]
)

FENCE = re.compile(r"^ *```(?P<language>\w*)[^\n]*\n(?P<text>.*?)^ *```$", re.MULTILINE | re.DOTALL)
INDENTED = re.compile(r"^(?: {4}.*\n)+", re.MULTILINE)
INLINE = re.compile(r"`([^`]+)`")
LINK = re.compile(r"\]\((?P<target>[^()\s]+)\)")
COMMAND = re.compile(r"^(?:\$ )?(?:\S*/bin/)?auditor\s+(?P<arguments>.+)$")
SHELL_WORDS = frozenset({"|", "||", "&&", ";", ">", ">>", "<", "2>"})


def blocks(text: str, *languages: str) -> list[str]:
    """Return the fenced blocks in one of ``languages``."""
    return [match["text"] for match in FENCE.finditer(text) if match["language"] in languages]


def prose(text: str) -> str:
    """Return ``text`` without its blocks of code."""
    return INDENTED.sub("\n", FENCE.sub("", text))


def anchors(page: Path) -> set[str]:
    """Return the anchors of a page's headings, made as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", FENCE.sub("", page.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def links() -> Iterator[tuple[Path, str]]:
    for page in PAGES:
        for match in LINK.finditer(INLINE.sub("", prose(page.read_text(encoding="utf-8")))):
            if "://" not in match["target"]:
                yield page, match["target"]


def arguments(lines: Iterable[str]) -> list[str]:
    """Return what follows ``auditor`` in those of ``lines`` that call it; ``…`` is for the reader to fill in."""
    found = (COMMAND.match(line.strip()) for line in dict.fromkeys(lines))
    return [match["arguments"] for match in found if match and "…" not in match["arguments"]]


def commands() -> Iterator[tuple[str, str]]:
    """Yield the page's name and the arguments of every command that a page gives to be typed."""
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        indented = [match[0] for match in INDENTED.finditer(FENCE.sub("", text))]
        shown = "\n".join(blocks(text, "sh") + indented).replace("\\\n", " ").replace(" && ", "\n")
        yield from ((page.name, each) for each in arguments(shown.splitlines()))


def mentions() -> Iterator[tuple[str, str]]:
    """Yield the page's name and the arguments of every command that a sentence names, whole or in part."""
    for page in PAGES:
        named = INLINE.findall(prose(page.read_text(encoding="utf-8")))
        yield from ((page.name, each) for each in arguments(named))


def parse(command: click.Command, name: str, arguments: list[str]) -> None:
    """Read ``arguments`` as the command line does, without running anything; raises ``click.UsageError``."""
    try:
        context = command.make_context(name, arguments, help_option_names=main.context_settings["help_option_names"])
    except click.exceptions.Exit:  # --help and --version
        return
    if isinstance(command, click.Group):
        child_name, child, rest = command.resolve_command(context, [*context._protected_args, *context.args])
        assert child is not None
        parse(child, child_name or "", rest)


@pytest.mark.parametrize(("page", "target"), [pytest.param(*link, id=f"{link[0].name}-{link[1]}") for link in links()])
def test_a_link_leads_to_a_file_and_a_heading_that_are_there(page: Path, target: str):
    path, _, anchor = target.partition("#")
    file = (page.parent / path).resolve() if path else page

    assert file.exists()
    assert not anchor or file.suffix != ".md" or anchor in anchors(file)


@pytest.mark.parametrize(("page", "command"), list(commands()))
def test_a_command_that_a_page_shows_can_be_given(page: str, command: str):
    words = shlex.split(command, comments=True)
    ours = words[: next((index for index, word in enumerate(words) if word in SHELL_WORDS), len(words))]

    parse(main, "auditor", ours)


@pytest.mark.parametrize(("page", "command"), list(mentions()))
def test_a_command_that_a_sentence_names_is_there_with_its_options(page: str, command: str):
    with suppress(click.MissingParameter, click.exceptions.NoArgsIsHelpError):
        parse(main, "auditor", shlex.split(command))


def benchmarks() -> Iterator[tuple[str, str]]:
    """Yield the module and the arguments of every benchmark that a page gives to be run."""
    for page in PAGES:
        yield from re.findall(r"python -m benchmarks\.(\w+)([^`|\n]*)", page.read_text(encoding="utf-8"))


@pytest.mark.parametrize(("module", "given"), sorted(set(benchmarks())))
def test_a_benchmark_that_a_page_names_is_there_with_its_options(module: str, given: str):
    source = (ROOT / "benchmarks" / f"{module}.py").read_text(encoding="utf-8")

    for option in re.findall(r"--[a-z-]+", given):
        assert f'"{option}"' in source


def test_the_pages_for_each_reader_are_named_in_the_readme():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    for page in ("desk-editor", "ci", "writing-a-pack", "research"):
        assert f"(docs/{page}.md)" in readme


class TestTheExamplesForCI:
    """``docs/ci.md``, held against the tools that will read what it tells people to copy."""

    PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")

    def test_the_workflow_is_one_by_the_published_schema(self, tmp_path: Path):
        [workflow] = [block for block in blocks(self.PAGE, "yaml") if "jobs:" in block]
        file = tmp_path / "stories.yml"
        file.write_text(workflow, encoding="utf-8")

        checked = subprocess.run(
            [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", file],
            capture_output=True,
            text=True,
            check=False,
        )

        assert checked.returncode == 0, checked.stdout

    def test_the_workflow_gives_the_action_inputs_that_it_has(self):
        [shown] = [block for block in blocks(self.PAGE, "yaml") if "jobs:" in block]
        workflow = yaml.safe_load(shown)
        action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
        *_, step = workflow["jobs"]["audit"]["steps"]

        assert f"- uses: {step['uses']} # v{__version__}\n" in shown
        assert step["with"].keys() <= action["inputs"].keys()
        assert all(f"| `{name}` |" in self.PAGE for name in action["inputs"])

    def test_the_sentence_to_try_closes_the_gate_under_the_policy_of_the_page(self, tmp_path: Path):
        [policy] = blocks(self.PAGE, "toml")
        [sentence] = re.findall(r"\*(The [^*]+\.)\*", self.PAGE)
        (tmp_path / "auditor.toml").write_text(policy, encoding="utf-8")
        (tmp_path / "story.txt").write_text(sentence + "\n", encoding="utf-8")

        audited = subprocess.run(
            [sys.executable, "-m", "auditor", "check", "story.txt", "--no-languagetool"],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )

        assert audited.returncode == 1, audited.stdout + audited.stderr

    def test_the_hook_is_configured_as_pre_commit_wants(self, tmp_path: Path):
        [hooks] = [block for block in blocks(self.PAGE, "yaml") if "repos:" in block]
        file = tmp_path / ".pre-commit-config.yaml"
        file.write_text(hooks, encoding="utf-8")

        checked = subprocess.run(
            [sys.executable, "-m", "pre_commit", "validate-config", file], capture_output=True, text=True, check=False
        )

        assert checked.returncode == 0, checked.stdout
        assert f"rev: COMMIT # frozen: v{__version__}\n" in hooks
