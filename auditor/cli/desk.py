"""What a desk has set for the stories of a run, looked over before the first is audited."""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.cli.options import House
from auditor.cli.saying import say
from auditor.cli.stories import LEFT_OUT
from auditor.config import KINDS, Settings, nearest, settings_for
from auditor.model import InputError

if TYPE_CHECKING:
    from auditor.checks.pack import PackCheck


def desk_settings(files: Iterable[str], house: House) -> dict[str, Settings]:
    """Return the settings in force for each of ``files``.

    Raises ``InputError`` where one is wrong, such as a disabled rule that does not exist.
    """
    asked, config = house.asked(), house.file()
    settings = {file: settings_for(file, asked, config) for file in files}
    seen = set()
    for each in settings.values():
        if (each.profile, each.packs) not in seen:
            seen.add((each.profile, each.packs))
            _rules_exist(each)
            _tell_old_forms(each.packs)
    return settings


def _tell_old_forms(packs: Iterable[Path]) -> None:
    for file in packs:
        from auditor.checks.desk_packs import load_pack

        tell_old_form(load_pack(file), file)


def tell_old_form(pack: PackCheck, file: str | Path) -> None:
    """Say how to move the ``pack`` in ``file`` where its expressions list words, as packs had them once."""
    from auditor.checks.upgrade import movable

    if listing := [entry.rule.id for entry in pack.entries if movable(entry)]:
        rules = f"rule “{listing[0]}” lists" if len(listing) == 1 else f"{len(listing)} rules list"
        command = f"auditor pack upgrade {shlex.quote(str(file))}"
        say(f"in {file}, {rules} words in an expression; give them rows with: {command}")


def _rules_exist(settings: Settings) -> None:
    """Raise ``InputError`` for a disabled or regraded rule that nobody knows; LanguageTool's own are its affair.

    A severity may be given to a whole category or dimension too.
    """
    profile = settings.profile
    regraded = {name for name, _ in profile.severities if name not in KINDS}
    named = profile.disabled | profile.allow_skipped | regraded
    ours = {name for name in named if not name.startswith("languagetool/") and not name.isupper()}
    if not ours:
        return
    from auditor.checks.registry import checks, desk_packs, rules

    known = {"source-comparison", "reference-comparison", LEFT_OUT}
    known |= {name for check, rule in rules() for name in (check.id, rule.id)}
    for check in checks(packs=desk_packs(settings.packs)):
        known |= {check.id, *(rule.id for rule in check.rules)}
    for name in sorted(ours - known):
        near = _advice(name, known | (set(KINDS) if name in regraded else set()))
        raise InputError(f"The settings name “{name}”, but there is no such check or rule; {near}")


def _advice(name: str, known: Iterable[str]) -> str:
    near = nearest(name, sorted(known))
    return near if near.startswith("did you") else "see: auditor rules"
