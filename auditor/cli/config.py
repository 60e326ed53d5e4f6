"""``auditor config``: say which settings are in force, and from where."""

from __future__ import annotations

import os

import click

from auditor.cli.options import Policy, policy_options
from auditor.cli.output import STDOUT, write
from auditor.cli.saying import show_lines
from auditor.config import Settings, config_schema, settings_for
from auditor.config.settings import Setting
from auditor.text.visible import json_text


@click.group()
def config() -> None:
    """Look at a desk's settings: those in force, and the schema of the file that makes them."""


@config.command()
@click.argument("story", default="-", metavar="[STORY]")
@policy_options
def show(story: str, policy: Policy) -> None:
    """Print every setting in force for STORY, as TOML, and where each value is from.

    Without a STORY, what holds for the standard input in this folder.
    """
    show_lines(*_lines(settings_for(story, policy.asked(), policy.file())))


@config.command()
def schema() -> None:
    """Print the JSON Schema of auditor.toml, for the completion of editors."""
    write(STDOUT, json_text(config_schema(), indent=2) + "\n")


def _lines(settings: Settings) -> list[str]:
    found = os.path.relpath(settings.config) if settings.config else "none; write an auditor.toml to have one"
    rows = [(_toml(setting), ", ".join(setting.origins)) for setting in settings.shown]
    width = min(max(len(row) for row, _ in rows), 60)
    return [f"# settings file: {found}", *(f"{row:<{width}}  # {origin}" for row, origin in rows)]


def _toml(setting: Setting) -> str:
    return f"{setting.name} = {_value(setting.value)}"


def _value(value: object) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{json_text(name)} = {_value(v)}" for name, v in value.items()) + " }"
    return json_text(value)
