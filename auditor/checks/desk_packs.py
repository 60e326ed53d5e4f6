"""A desk's own packs: tried before they are used."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from auditor.checks.base import Check
from auditor.checks.examples import verify
from auditor.checks.pack import PackCheck, read_pack
from auditor.files import PACK, read_text
from auditor.model import InputError, PackError


def load_packs(paths: Iterable[Path], others: Iterable[Check]) -> tuple[PackCheck, ...]:
    """Return the packs at ``paths``; their ids and those of their rules must be new.

    ``others`` are the checks that there are already. Raises ``PackError`` where a pack is wrong.
    """
    taken = {name: check.id for check in others for name in (check.id, *(rule.id for rule in check.rules))}
    packs = tuple(map(load_pack, paths))
    for pack in packs:
        if pack.id in taken:
            raise PackError(f"{pack.origin}, field “id”: there is a check “{pack.id}” already; rename yours.")
        for rule in pack.rules:
            if rule.id in taken:
                raise PackError(
                    f"{pack.origin}, rule “{rule.id}”, field “id”: {taken[rule.id]} has it too; rename yours."
                )
        taken |= dict.fromkeys((pack.id, *(rule.id for rule in pack.rules)), pack.id)
    return packs


def load_pack(path: Path) -> PackCheck:
    """Return a desk's own pack, its patterns and every one of its examples tried.

    Raises ``PackError`` where the file cannot be read or the pack is wrong: one sentence that names the
    file, the rule and the field.
    """
    try:
        text = read_text(path, PACK)
    except InputError as error:
        raise PackError(str(error)) from None
    return _verified(text, path.name)


@cache
def _verified(text: str, origin: str) -> PackCheck:
    """Return the pack, tried once however many stories are audited with it."""
    pack = read_pack(text, origin, foreign=True)
    verify(pack)
    return pack
