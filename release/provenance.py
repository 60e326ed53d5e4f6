"""Print what the files of a release were made from and how: ``python -m release.provenance FILE...``.

A statement of in-toto (v1) with a provenance of SLSA (v1), unsigned: who signs the release signs its checksums.
"""

from __future__ import annotations

import hashlib
import json
import platform
import sys
from collections.abc import Sequence
from pathlib import Path

from auditor import __version__
from release.locked import ROOT
from release.source import commit

BUILD_TYPE = "urn:auditor:release-make"
"""The way of building that ``docs/release.md`` tells of."""

BUILDER = "urn:auditor:maintainer"
"""A maintainer's own machine: no service that could vouch for itself."""

LOCKS = (
    "requirements.txt",
    "requirements-reader.txt",
    "requirements-lsp.txt",
    "requirements-archive.txt",
    "requirements-dev.txt",
    "auditor/engines/languagetool/lock.toml",
    "auditor/engines/reader/lock.toml",
)


def statement(files: Sequence[Path]) -> dict[str, object]:
    """Return the statement about ``files``, made from the commit that is checked out."""
    locks = [{"name": name, "digest": _digest(ROOT / name)} for name in LOCKS]
    return {
        "_type": "https://in-toto.io/Statement/v1",
        "subject": [{"name": file.name, "digest": _digest(file)} for file in files],
        "predicateType": "https://slsa.dev/provenance/v1",
        "predicate": {
            "buildDefinition": {
                "buildType": BUILD_TYPE,
                "externalParameters": {"command": "sh release/make", "version": __version__},
                "internalParameters": {"python": platform.python_version(), "system": platform.platform()},
                "resolvedDependencies": [{"name": "source", "digest": {"gitCommit": commit()}}, *locks],
            },
            "runDetails": {"builder": {"id": BUILDER}},
        },
    }


def _digest(file: Path) -> dict[str, str]:
    return {"sha256": hashlib.sha256(file.read_bytes()).hexdigest()}


if __name__ == "__main__":
    print(json.dumps(statement([Path(name) for name in sys.argv[1:]]), indent=2))
