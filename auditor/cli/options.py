"""The options of ``auditor check`` in groups: each group reaches the command as one value."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import wraps
from pathlib import Path
from typing import Any

import click

from auditor.cli import completion
from auditor.config import BUDGETS, NEVER, SHIPPED, EngineSettings, nearest
from auditor.model import Confidence, InputError
from auditor.render import FORMATS

TERMINAL = "terminal"
LEVELS = ("critical", "major", "minor", "all")

Command = Callable[..., Any]


def grouped(
    name: str, group: Callable[..., Any], *options: Callable[[Command], Command]
) -> Callable[[Command], Command]:
    """Return a decorator that adds ``options`` and passes their values to the command as ``name=group(...)``.

    The fields of the dataclass ``group`` are named as the options are.
    """
    mine = [field.name for field in fields(group)]  # type: ignore[arg-type]

    def decorate(command: Command) -> Command:
        @wraps(command)
        def run(**values: Any) -> Any:
            return command(**{name: group(**{key: values.pop(key) for key in mine})}, **values)

        dressed: Command = run
        for option in reversed(options):
            dressed = option(dressed)
        return dressed

    return decorate


@dataclass(frozen=True, slots=True)
class House:
    """What the command line sets of a desk's settings for any audit; an empty or missing value sets nothing."""

    config: str | None
    profile: str | None
    disable: tuple[str, ...]
    words: tuple[str, ...]
    packs: tuple[str, ...]
    glossary: tuple[str, ...]
    source_lang: str | None
    no_reader: bool

    def asked(self) -> dict[str, object]:
        """Return the settings by their names in a desk's file."""
        return _set(
            {
                "profile": self.profile,
                "disable": list(self.disable),
                "words-files": list(self.words),
                "packs": list(self.packs),
                "glossary": list(self.glossary),
                "source-lang": self.source_lang,
                "reader": False if self.no_reader else None,
            }
        )

    def file(self) -> Path | None:
        """Return the desk's file where one is named."""
        return Path(self.config) if self.config else None


@dataclass(frozen=True, slots=True)
class Policy(House):
    """The same with the gate, for stories that may be stopped."""

    fail_on: str | None
    min_score: float | None
    min_confidence: str | None
    budget: tuple[str, ...]
    allow_skipped: tuple[str, ...]
    strict: bool

    def asked(self) -> dict[str, object]:
        """Return the settings by their names in a desk's file; raises ``InputError`` for a budget that is none."""
        return House.asked(self) | _set(
            {
                "fail-on": self.fail_on,
                "min-score": self.min_score,
                "min-confidence": self.min_confidence,
                "budgets": dict(map(_budget, self.budget)),
                "allow-skipped": list(self.allow_skipped),
            }
        )


def _set(given: dict[str, object]) -> dict[str, object]:
    return {key: value for key, value in given.items() if value not in (None, [], {})}


def _budget(value: str) -> tuple[str, int]:
    name, _, most = value.partition("=")
    if name not in BUDGETS:
        raise InputError(f"--budget {value}: there is no severity or category “{name}”; {nearest(name, BUDGETS)}")
    if not re.fullmatch(r"[0-9]{1,9}", most):
        raise InputError(f"--budget {value}: say how many may pass, such as {name}=3.")
    return name, int(most)


_HOUSE = (
    click.option("--config", metavar="FILE", help="The desk’s settings; without, the nearest auditor.toml is used."),
    click.option(
        "--profile",
        metavar="NAME",
        shell_complete=completion.profiles,
        help=f"The profile: {', '.join(SHIPPED)} or the desk’s own.  [default: {SHIPPED[0]}]",
    ),
    click.option("--pack", "packs", multiple=True, metavar="FILE", help="A rule pack of the desk’s own; repeatable."),
    click.option("--glossary", multiple=True, metavar="FILE", help="The desk’s terms: table, TBX or list; repeatable."),
    click.option("--words", multiple=True, metavar="FILE", help="A list of the desk’s own words; repeatable."),
    click.option(
        "--disable",
        multiple=True,
        metavar="ID",
        shell_complete=completion.silenced,
        help="A check or rule that stays silent; repeatable.",
    ),
    click.option("--source-lang", metavar="CODE", help="The source’s language, such as fr; guessed if not given."),
    click.option("--no-reader", is_flag=True, help="Do without the reader, where one is set up; see “auditor setup”."),
)

house_options = grouped("house", House, *_HOUSE)
"""What a desk sets: its profile, its rules and words, its reader."""

policy_options = grouped(
    "policy",
    Policy,
    *_HOUSE,
    click.option(
        "--fail-on",
        type=click.Choice(("critical", "major", "minor", NEVER)),
        help="Fail a story for any finding this bad; never: exit 0 whatever the verdict.",
    ),
    click.option("--min-score", type=click.FloatRange(0, 100), metavar="0-100", help="The quality a story must reach."),
    click.option(
        "--min-confidence",
        type=click.Choice([level.value for level in Confidence]),
        help="Set aside the findings that are less sure.",
    ),
    click.option(
        "--budget",
        multiple=True,
        metavar="NAME=N",
        shell_complete=completion.budgets,
        help="Fail above N findings of a severity or category; repeatable.",
    ),
    click.option(
        "--allow-skipped",
        multiple=True,
        metavar="CHECK",
        shell_complete=completion.missing,
        help="A check that may be missing: no exit 3; repeatable.",
    ),
    click.option("--strict", is_flag=True, help="Exit 3 when any check could not run, allowed or not."),
)
"""The same, and its gate."""


@dataclass(frozen=True, slots=True)
class Silence:
    """Which findings are not to count, and what is written of that."""

    baseline: str | None
    write_baseline: str | None
    prune_baseline: bool
    diff: str | None


silence_options = grouped(
    "silence",
    Silence,
    click.option("--baseline", metavar="FILE", help="Decisions of earlier reviews; what they settled does not count."),
    click.option(
        "--write-baseline", metavar="FILE", help="Accept what is found now: write it to FILE and exit 0 but for errors."
    ),
    click.option("--prune-baseline", is_flag=True, help="Take out of the baseline what matches nothing any more."),
    click.option(
        "--diff",
        "--since",
        "diff",
        metavar="REF",
        help="Report only what touches lines changed since the git revision REF.",
    ),
)
"""What does not count."""


@dataclass(frozen=True, slots=True)
class Fixing:
    """What is done with the suggestions that may be applied unseen."""

    fix: bool
    diff_fixes: bool


fixing_options = grouped(
    "fixing",
    Fixing,
    click.option("--fix", is_flag=True, help="Apply the suggestions marked safe, outside quotations; report the rest."),
    click.option("--diff-fixes", is_flag=True, help="Show what --fix would change, instead of the report."),
)
"""What is mended."""


@dataclass(frozen=True, slots=True)
class Reporting:
    """Which reports go where, and how the terminal's looks."""

    level: str
    quiet: bool
    statistics: bool
    signature: bool
    format_name: str
    outputs: tuple[str, ...]
    html: str | None
    split_assets: bool
    redact: bool
    earlier: tuple[str, ...]
    annotate: str | None
    json: str | None
    sarif: str | None
    color: str


signature_option = click.option(
    "--signature",
    is_flag=True,
    help="On the terminal what the scores depend on, too: release, settings, checks, models.",
)
"""What makes two scores comparable; few who read a report ask for it."""

color_option = click.option(
    "--color",
    type=click.Choice(("auto", "always", "never")),
    default="auto",
    show_default=True,
    help="Colours; auto: on a terminal, unless NO_COLOR is set.",
)
"""Whether the terminal's report has colours."""


reporting_options = grouped(
    "reporting",
    Reporting,
    click.option(
        "--level",
        type=click.Choice(LEVELS),
        default="major",
        show_default=True,
        help="The mildest findings that the terminal report shows.",
    ),
    click.option(
        "--quiet",
        "-q",
        is_flag=True,
        help="On the terminal nothing of stories that pass; of others the verdict and the findings alone.",
    ),
    click.option(
        "--statistics", is_flag=True, help="On the terminal how often each rule spoke in all stories, and nothing else."
    ),
    signature_option,
    click.option(
        "--format",
        "format_name",
        type=click.Choice((TERMINAL, *FORMATS)),
        default=TERMINAL,
        show_default=True,
        metavar="NAME",
        help=f"The report on the standard output: {TERMINAL}, {', '.join(FORMATS)}.",
    ),
    click.option(
        "--output",
        "outputs",
        multiple=True,
        metavar="FORMAT=FILE",
        shell_complete=completion.outputs,
        help="Write a report as well; may be repeated.",
    ),
    click.option("--html", metavar="FILE", help="The same as --output html=FILE; many stories: an index and a folder."),
    click.option("--redact", is_flag=True, help="Mask the copy in every report: for CI that others can look into."),
    click.option(
        "--split-assets", is_flag=True, help="Style and script of the HTML report in files beside it, as Jenkins asks."
    ),
    click.option(
        "--earlier",
        multiple=True,
        metavar="FILE",
        help="An earlier JSON report, or a folder of them: the HTML report shows how scores moved; repeatable.",
    ),
    click.option(
        "--annotate",
        metavar="FOLDER",
        help="Write copies of the stories with the findings in them: XLIFF, DOCX, HTML, ninjs.",
    ),
    click.option("--json", metavar="FILE", help="The same as --output json=FILE."),
    click.option("--sarif", metavar="FILE", help="The same as --output sarif=FILE."),
    color_option,
)
"""What is written, and where."""


server_option = click.option(
    "--no-server",
    is_flag=True,
    expose_value=False,
    help="Work in this process alone, and leave none behind that is warm for the next audit.",
)
"""Obeyed before the command line is read: the client of the warm process looks for it."""


@dataclass(frozen=True, slots=True)
class Running:
    """How the audit may go about its work."""

    offline: bool
    no_languagetool: bool
    neural: str | None
    profile_checks: bool
    watch: bool
    input_format: str | None

    def engine(self) -> EngineSettings:
        """Return what LanguageTool may use, and which neural model takes part."""
        return EngineSettings(enabled=not self.no_languagetool, offline=self.offline, neural=self.neural)


running_options = grouped(
    "running",
    Running,
    click.option("--offline", is_flag=True, help="Never download anything."),
    click.option("--no-languagetool", is_flag=True, help="Do without LanguageTool; the report says so."),
    click.option(
        "--neural", metavar="MODEL", help="Ask a COMET model too, by its hub name or checkpoint; see “auditor setup”."
    ),
    server_option,
    click.option("--profile-checks", is_flag=True, help="Measure the seconds that each check takes."),
    click.option(
        "--input-format",
        metavar="NAME",
        shell_complete=completion.inputs,
        help="The format of the stories where neither their bytes nor their names tell it, such as csv.",
    ),
    click.option(
        "--watch",
        is_flag=True,
        help="Go on, and say of each story that is saved what is fixed and what is new; ends with Ctrl-C.",
    ),
)
"""What the audit may use."""
