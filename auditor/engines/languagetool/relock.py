"""Resolve LanguageTool's jars anew and rewrite ``lock.toml``.

``python -m auditor.engines.languagetool.relock 6.8`` is for maintainers, on a new release. It takes
minutes and is never part of a user's run.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.engines.languagetool.lock import Content, Jar, Lock
from auditor.engines.languagetool.manifest import without_class_path

if TYPE_CHECKING:
    from jgo.maven import Artifact

MODULES = ("language-en", "language-es", "language-ca", "language-pt")
"""English, and the three languages that LanguageTool 6.8 must know to start (it names them in its core)."""

_HEAD = """\
# The jars that start LanguageTool and check English, resolved once.
# Rewritten by: python -m auditor.engines.languagetool.relock RELEASE

"""


def resolve(release: str, work: Path) -> Lock:
    """Return the lock for ``release``, downloading every jar below ``work`` to measure it."""
    from jgo.maven import MavenContext

    maven = MavenContext(repo_cache=work)
    everything = maven.project("org.languagetool", "language-all")
    wanted = [maven.create_dependency(f"org.languagetool:{module}:{release}") for module in MODULES]
    wanted.append(maven.create_dependency(f"org.languagetool:languagetool-server:{release}", [everything]))
    inputs, transitive = maven.resolver.resolve(wanted)
    jars = {_measure(dependency.artifact) for dependency in (*inputs, *transitive) if dependency.type == "jar"}
    return Lock(release, tuple(sorted(jars, key=lambda jar: jar.coordinate)))


def _measure(artifact: Artifact) -> Jar:
    content = artifact.resolve().read_bytes()
    coordinate = f"{artifact.groupId}:{artifact.artifactId}:{artifact.version}"
    return Jar(coordinate, Content.of(content), Content.of(without_class_path(content)))


def write(lock: Lock) -> str:
    """Return ``lock`` as the text of ``lock.toml``."""
    lines = [f'release = "{lock.release}"', "jars = ["]
    lines += [f'  {{ coordinate = "{jar.coordinate}", {_told(jar.published)}{_kept(jar)} }},' for jar in lock.jars]
    return _HEAD + "\n".join([*lines, "]", ""])


def _told(content: Content) -> str:
    return f'size = {content.size}, sha256 = "{content.sha256}"'


def _kept(jar: Jar) -> str:
    return f", kept = {{ {_told(jar.kept)} }}" if jar.kept != jar.published else ""


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        text = write(resolve(sys.argv[1], Path(folder)))
    Path(__file__).with_name("lock.toml").write_text(text, encoding="utf-8")
