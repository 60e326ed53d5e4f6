"""What the shell completes beyond commands and options: ids, categories, profiles, formats.

Nothing here loads spaCy or tries a pack: whoever presses Tab does not wait.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from auditor.model import AuditorError

Completer = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]
"""What click asks for the values of a parameter: those that begin as what is typed."""

Named = Iterable[tuple[str, str]]
"""Names, each with a line of help, which shells show that can."""


def _completer(named: Callable[[], Named]) -> Completer:
    def complete(_ctx: click.Context, _param: click.Parameter, typed: str) -> list[CompletionItem]:
        found = dict(named())
        return [CompletionItem(name, help=found[name] or None) for name in found if name.startswith(typed)]

    return complete


def _checks() -> Iterator[tuple[str, str]]:
    from auditor.checks.registry import rules

    yield from ((check.id, getattr(check, "description", "") or check.rules[0].summary) for check, _ in rules())


def _rules() -> Iterator[tuple[str, str]]:
    from auditor.checks.registry import rules

    yield from ((rule.id, rule.summary) for _, rule in rules())
    yield from _own_rules()


def _own_rules() -> Iterator[tuple[str, str]]:
    """Yield the rules of the packs that the settings of this folder name; nothing of one that cannot be read."""
    from auditor.checks.pack import read_pack
    from auditor.cli.stories import STDIN
    from auditor.config import settings_for
    from auditor.files import PACK, read_text

    with suppress(AuditorError):
        for path in settings_for(STDIN).packs:
            pack = read_pack(read_text(path, PACK), path.name, foreign=True)
            yield from ((rule.id, rule.summary) for rule in pack.rules)


def _silenced() -> Iterator[tuple[str, str]]:
    yield from _checks()
    yield from _rules()


def _missing() -> Iterator[tuple[str, str]]:
    from auditor.cli.other_ids import OTHERS
    from auditor.cli.stories import LEFT_OUT

    yield from _checks()
    yield from ((name, OTHERS[name]) for name in ("source-comparison", "reference-comparison", LEFT_OUT))


def _explained() -> Iterator[tuple[str, str]]:
    from auditor.cli.other_ids import OTHERS
    from auditor.config import BUDGETS, word_lists

    yield from _silenced()
    yield from OTHERS.items()
    yield from ((name, "") for name in (*BUDGETS, *word_lists()))


def _profiles() -> Iterator[tuple[str, str]]:
    from auditor.config import SHIPPED, find_config, load_config

    yield from ((name, "") for name in SHIPPED)
    with suppress(AuditorError):
        if place := find_config(Path.cwd()):
            yield from ((name, "the desk’s own") for name in load_config(place).profiles)


def _budgets() -> Iterator[tuple[str, str]]:
    from auditor.config import BUDGETS

    yield from ((f"{name}=", "") for name in BUDGETS)


def _outputs() -> Iterator[tuple[str, str]]:
    from auditor.render import FORMATS

    yield from ((f"{each.name}=", each.summary) for each in FORMATS.values())


def _inputs() -> Iterator[tuple[str, str]]:
    from auditor.readers.formats import FORMATS

    yield from ((each.id, each.name) for each in FORMATS)


checks = _completer(_checks)
"""Checks and packs."""

silenced = _completer(_silenced)
"""What may be switched off: checks and rules, the desk's own too."""

missing = _completer(_missing)
"""What may not have run."""

explained = _completer(_explained)
"""Whatever ``auditor explain`` knows by name."""

profiles = _completer(_profiles)
"""Profiles: the shipped ones and the desk's own."""

budgets = _completer(_budgets)
"""What a budget can be set for, with its sign of equality."""

outputs = _completer(_outputs)
"""Formats of reports, with their sign of equality."""

inputs = _completer(_inputs)
"""Formats that stories are read in."""
