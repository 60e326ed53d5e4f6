"""``auditor explain``: what any id means that a report prints."""

from __future__ import annotations

import difflib
import textwrap
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from auditor.cli import completion
from auditor.cli.other_ids import OTHERS
from auditor.cli.saying import show_lines
from auditor.model import Example, InputError

if TYPE_CHECKING:
    from auditor.checks.base import Check, Rule

WIDTH = 96


@click.command()
@click.argument("name", metavar="ID", shell_complete=completion.explained)
@click.option("--pack", "packs", multiple=True, metavar="FILE", help="A rule pack of the desk’s own; repeatable.")
def explain(name: str, packs: tuple[str, ...]) -> None:
    """Explain a rule: what is wrong, why it matters, what it flags and what it lets pass.

    ID is whatever a report prints: a rule, a check or pack, also one of the packs that the settings of this folder
    name; a rule of LanguageTool; a category or a severity; a check that did not run; or a word list that rules use,
    such as calendar.months.
    """
    from auditor.checks.languagetool import explained
    from auditor.config import BUDGETS, word_lists

    known = list(_every_rule(packs))
    lists = word_lists()
    if pairs := [(check, rule) for check, rule in known if rule.id == name]:
        show_lines(*_page(*pairs[0]).split("\n"))
    elif pairs := [(check, rule) for check, rule in known if check.id == name]:
        show_lines(*_overview(getattr(pairs[0][0], "description", ""), pairs))
    elif name in lists:
        show_lines(*textwrap.wrap(", ".join(lists[name]), WIDTH))
    elif name in OTHERS:
        show_lines(*textwrap.wrap(OTHERS[name], WIDTH))
    elif name in BUDGETS:
        pairs = [(check, rule) for check, rule in known if name in _kinds(rule)]
        show_lines(*_overview(_KIND.format(name=name, these="these do:" if pairs else "none does."), pairs))
    elif paragraphs := explained(name):
        show_lines(*"\n\n".join(map(_filled, paragraphs)).split("\n"))
    else:
        ids = [name for check, rule in known for name in (rule.id, check.id)] + [*lists, *OTHERS, *BUDGETS]
        raise InputError(unknown("rule", name, ids))


_KIND = (
    "{name} is a kind of finding, by MQM, which settings such as “budgets” may name. LanguageTool’s rules and the "
    "desk’s own may be of any kind; of the shipped rules, {these}"
)


def _kinds(rule: Rule) -> tuple[str, ...]:
    return rule.category, rule.category.dimension, rule.severity


def unknown(kind: str, name: str, known: Iterable[str]) -> str:
    """Return the sentence on a ``name`` that is none of ``known``, with those that are near."""
    near = difflib.get_close_matches(name, dict.fromkeys(known), n=3)
    advice = f"did you mean {' or '.join(f'“{other}”' for other in near)}?" if near else "see: auditor rules"
    return f"There is no {kind} “{name}”; {advice}"


def _every_rule(packs: Iterable[str]) -> Iterator[tuple[Check, Rule]]:
    """Yield all that may speak in this folder: what is registered, and the desk's own, ``packs`` among them."""
    from auditor.checks.registry import desk_packs
    from auditor.checks.registry import rules as registered
    from auditor.cli.stories import STDIN
    from auditor.config import settings_for

    yield from registered()
    own = dict.fromkeys((*settings_for(STDIN).packs, *map(Path, packs)))
    yield from ((pack, rule) for pack in desk_packs(own) for rule in pack.rules)


def _overview(description: str, pairs: list[tuple[Check, Rule]]) -> list[str]:
    width = max((len(rule.id) for _, rule in pairs), default=0)
    lines = [f"{rule.id:<{width}}  {rule.summary}" for _, rule in pairs]
    return [*textwrap.wrap(description, WIDTH), *([""] if description and lines else []), *lines]


def _page(check: Check, rule: Rule) -> str:
    languages = f", translations from {', '.join(rule.source_languages)}" if rule.source_languages else ""
    facts = f"{rule.category}, {rule.severity}, confidence {rule.confidence}{languages}; check {check.id}"
    origin = f"From: {rule.origin}." if rule.origin else ""
    paragraphs = [rule.id, *_wrapped(rule.summary), *_wrapped(rule.why), *_wrapped(origin), facts]
    for title, examples in (("Flags:", rule.flags), ("Lets pass:", rule.passes)):
        if examples:
            paragraphs.append("\n".join((title, *map(_shown, examples))))
    return "\n\n".join(paragraphs)


def _wrapped(text: str) -> list[str]:
    return [_filled(paragraph) for paragraph in text.split("\n\n") if paragraph.strip()]


def _filled(paragraph: str) -> str:
    return textwrap.fill(paragraph, WIDTH, break_long_words=False)


def _shown(example: Example) -> str:
    lines = textwrap.fill(example.shown(), WIDTH, initial_indent="  - ", subsequent_indent="    ")
    if example.source is None:
        return lines
    source = f"({example.source_language}: {example.source})"
    return f"{lines}\n{textwrap.fill(source, WIDTH, initial_indent='    ', subsequent_indent='    ')}"
