"""A release made from this commit, twice: the same bytes, with checksums and a provenance that are true."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def git(*arguments: str | Path) -> str:
    ended = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=True)
    return ended.stdout.strip()


def checkout(folder: Path) -> Path:
    git("clone", "--quiet", ROOT, folder)
    (folder / ".venv").symlink_to(sys.prefix)
    return folder


def make(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["sh", folder / "release/make"], cwd="/", capture_output=True, text=True, check=False)


@pytest.mark.slow
def test_a_release_has_true_checksums_and_a_true_provenance_and_can_be_made_again(tmp_path: Path):
    first, second = (checkout(tmp_path / name) for name in ("first", "second"))
    for folder in (first, second):
        (folder / ".git/info/exclude").write_text(".venv\n", encoding="utf-8")
        made = make(folder)
        assert made.returncode == 0, made.stderr

    names = sorted(path.name for path in (first / "dist").iterdir())
    digests = {name: hashlib.sha256((first / "dist" / name).read_bytes()).hexdigest() for name in names}
    assert [name.partition("-")[0] for name in names] == [
        "SHA256SUMS",
        "auditor.cdx.json",
        "provenance.json",
        "requirements",
        "requirements",
        "requirements",
        "requirements.txt",
        "translation_auditor",
        "translation_auditor",
    ]
    assert digests == {name: hashlib.sha256((second / "dist" / name).read_bytes()).hexdigest() for name in names}

    listed = dict(line.split("  ")[::-1] for line in (first / "dist/SHA256SUMS").read_text().splitlines())
    assert listed == {name: digest for name, digest in digests.items() if name != "SHA256SUMS"}

    said = json.loads((first / "dist/provenance.json").read_text())
    subjects = {each["name"]: each["digest"]["sha256"] for each in said["subject"]}
    assert subjects == {name: digest for name, digest in listed.items() if name != "provenance.json"}
    source, *locks = said["predicate"]["buildDefinition"]["resolvedDependencies"]
    assert source["digest"] == {"gitCommit": git("rev-parse", "HEAD")}
    for each in locks:
        assert each["digest"]["sha256"] == hashlib.sha256((first / each["name"]).read_bytes()).hexdigest()


def test_no_release_is_made_of_what_no_commit_holds(tmp_path: Path):
    folder = checkout(tmp_path / "changed")
    (folder / "README.md").write_text("Another\n", encoding="utf-8")

    made = make(folder)

    assert made.returncode == 1
    assert "no commit holds" in made.stderr
    assert not (folder / "dist").exists()
