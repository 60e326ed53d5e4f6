"""The signature: all that a score depends on, in one line, so that two scores can be compared."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import fields
from importlib import resources
from typing import TYPE_CHECKING

from auditor.analysis import model_signature
from auditor.config import Profile
from auditor.engines import vectors as encoder
from auditor.model import CheckRun, Neural, Silenced, SilencedBy, Skipped, tool_version

if TYPE_CHECKING:
    from auditor.engines.reader.client import Reader

LANGUAGETOOL = "languagetool"
"""The check that asks LanguageTool."""

_HASH_LENGTH = 8
_SEPARATORS = re.compile(r"[|:,\s]")


def signature(
    runs: Iterable[CheckRun],
    skipped: Iterable[Skipped],
    profile: Profile,
    silenced: Iterable[Silenced] = (),
    reader: Reader | None = None,
    neural: Neural | None = None,
    *,
    vectors: bool = False,
    own: str = "",
) -> str:
    """Return the score's signature: ``key:value`` pairs joined by ``|``, in a fixed order.

    Where findings were silenced, a pair tells how many by what: the score does without them. Where ``vectors`` of
    sentences, a reader or a neural model took part, a pair names it. ``own`` stands for a desk's own rules and terms.
    """
    ran = {run.check for run in runs}
    parts = {
        "auditor": tool_version(),
        "profile": f"{profile.name}#{profile_hash(profile)}",
        "packs": packs_hash(),
        "languagetool": _languagetool_version() if LANGUAGETOOL in ran else "none",
        "model": model_signature(),
        "ran": ",".join(sorted(ran)) or "none",
        "skipped": ",".join(sorted({skip.check for skip in skipped})) or "none",
        "words": "target",
    }
    if own:
        parts["desk"] = _short_hash(own.encode())
    if counts := Counter(each.by for each in silenced):
        parts["silenced"] = ",".join(f"{by}={counts[by]}" for by in SilencedBy if counts[by])
    if vectors:
        parts["vectors"] = f"{encoder.NAME}@{encoder.digest()[:_HASH_LENGTH]}"
    if reader:
        parts["reader"] = f"{_SEPARATORS.sub('_', reader.name)}@{reader.digest[:_HASH_LENGTH]}"
    if neural:
        parts["neural"] = f"{_SEPARATORS.sub('_', neural.model)}@{neural.version}"
    return "|".join(f"{key}:{value}" for key, value in parts.items())


def _languagetool_version() -> str:
    from auditor.engines.languagetool import version as languagetool_version

    return languagetool_version()


def profile_hash(profile: Profile) -> str:
    """Return a short hash of every setting of ``profile``, its weights included, its name apart."""
    settings = {field.name: getattr(profile, field.name) for field in fields(profile) if field.name != "name"}
    plain = {key: sorted(value) if isinstance(value, frozenset) else value for key, value in settings.items()}
    return _short_hash(json.dumps(plain, sort_keys=True).encode())


def packs_hash() -> str:
    """Return a short hash of the shipped rule packs."""
    folder = resources.files("auditor") / "packs"
    if not folder.is_dir():
        return "none"
    packs = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".toml")), key=lambda e: e.name)
    return _short_hash(b"\0".join(entry.name.encode() + b"\0" + entry.read_bytes() for entry in packs))


def _short_hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:_HASH_LENGTH]
