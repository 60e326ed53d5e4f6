"""A repository is data: whatever its configuration tells git to run, asking for an earlier version runs nothing."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from auditor.engines import git as adapter
from auditor.engines.git import earlier
from auditor.model import AuditorError, InputError

BEFORE, NOW = "The harbour council met on Monday.\n", "The harbour council met on Tuesday.\n"
IDENTITY = {f"GIT_{role}_{what}": "desk" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}

REVISIONS = ("HEAD", "HEAD~1", "lost", ":0:story.txt", ":/first", "HEAD@{upstream}", "@{-1}", "HEAD^{/first}")
"""What a revision can be, and with it what git reads: the index, commits that are not there, words of messages."""

PARTIAL = (
    ("core.repositoryformatversion", "1"),
    ("extensions.partialClone", "origin"),
    ("remote.origin.promisor", "true"),
    ("remote.origin.partialclonefilter", "blob:none"),
    ("protocol.allow", "always"),
    *((f"protocol.{name}.allow", "always") for name in ("ext", "file", "git", "http", "ssh", "hostile")),
)
"""The configuration of a clone that has not got everything and may fetch the rest when it is read, by any protocol."""

FETCHING = {
    "uploadpack": (("remote.origin.url", "{folder}"), ("remote.origin.uploadpack", "{run}")),
    "an ext:: address": (("remote.origin.url", "ext::{run}"),),
    "ssh": (("remote.origin.url", "ssh://nobody@127.0.0.1/x"), ("core.sshCommand", "{run}")),
    "a proxy of the git protocol": (("remote.origin.url", "git://127.0.0.1/x"), ("core.gitProxy", "{run}")),
    "a credential helper": (("remote.origin.url", "http://127.0.0.1:1/x"), ("credential.helper", "!{run}")),
    "a foreign system": (("remote.origin.url", "x"), ("remote.origin.vcs", "hostile")),
    "askpass": (("remote.origin.url", "http://127.0.0.1:1/x"), ("core.askPass", "{run}")),
    "an address that is rewritten": (("remote.origin.url", "safe:x"), ("url.ext::{run} .insteadOf", "safe:")),
    "references of alternates": (("remote.origin.url", "{folder}"), ("core.alternateRefsCommand", "{run}")),
    "hooks of the packer": (("remote.origin.url", "{folder}"), ("uploadpack.packObjectsHook", "{run}")),
}
"""What git may run when it fetches what is missing."""

READING = {
    "fsmonitor": (("core.fsmonitor", "{run}"), ("core.fsmonitorHookVersion", "1")),
    "fsmonitor, version 2": (("core.fsmonitor", "{run}"), ("core.fsmonitorHookVersion", "2")),
    "hooks": (("core.hooksPath", "{folder}/hooks"),),
    "a pager": (("core.pager", "{run}"), ("pager.cat-file", "{run}"), ("pager.rev-parse", "{run}")),
    "aliases": (("alias.cat-file", "!{run}"), ("alias.rev-parse", "!{run}")),
    "filters": (("filter.x.clean", "{run}"), ("filter.x.smudge", "{run}"), ("filter.x.required", "true")),
    "a filter process": (("filter.x.process", "{run}"), ("filter.x.required", "true")),
    "textconv": (("diff.x.textconv", "{run}"), ("diff.x.cachetextconv", "true")),
    "a diff driver": (("diff.x.command", "{run}"),),
    "an external diff": (("diff.external", "{run}"), ("interactive.diffFilter", "{run}")),
    "a merge driver": (("merge.x.driver", "{run}"),),
    "tools": (("difftool.x.cmd", "{run}"), ("diff.tool", "x"), ("mergetool.x.cmd", "{run}"), ("merge.tool", "x")),
    "editors": (("core.editor", "{run}"), ("sequence.editor", "{run}")),
    "signatures": (("gpg.program", "{run}"), ("gpg.ssh.program", "{run}"), ("log.showSignature", "true")),
    "trailers": (("trailer.x.command", "{run}"), ("trailer.x.cmd", "{run}")),
    "submodules": (("submodule.x.update", "!{run}"), ("submodule.recurse", "true"), ("submodule.x.active", "true")),
    "maintenance": (("gc.auto", "1"), ("maintenance.auto", "true"), ("gc.recentObjectsHook", "{run}")),
    "browsers": (("browser.x.cmd", "{run}"), ("man.x.cmd", "{run}"), ("web.browser", "x"), ("help.browser", "x")),
    "configured hooks": (("hook.x.command", "{run}"), ("hook.x.event", "post-index-change")),
    "mail and windows": (("sendemail.tocmd", "{run}"), ("guitool.x.cmd", "{run}"), ("core.sshCommand", "{run}")),
}
"""What git may run when it reads, compares, writes or shows."""

HOSTILE = {**READING, **{name: PARTIAL + settings for name, settings in FETCHING.items()}}


@dataclass(frozen=True)
class Trap:
    """A repository with two versions of a story, of which the first is not there; what is run leaves ``mark``."""

    folder: Path
    story: Path
    mark: Path

    def git(self, *arguments: str) -> str:
        command = ["git", "-C", str(self.folder), "-c", "init.defaultBranch=main", *arguments]
        done = subprocess.run(command, env={**os.environ, **IDENTITY}, capture_output=True, text=True, check=True)
        return done.stdout.strip()

    def set(self, *settings: tuple[str, str], file: Path | None = None) -> None:
        where = ("--file", str(file)) if file else ()
        words = {"run": str(self.folder / "payload"), "folder": str(self.folder)}
        for name, value in settings:
            self.git("config", *where, "--add", name.format(**words), value.format(**words))

    def ask(self, *revisions: str, story: Path | None = None) -> None:
        for revision in revisions or REVISIONS:
            with suppress(AuditorError):
                earlier(story or self.story, revision)


@pytest.fixture
def trap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Trap:
    folder = tmp_path / "repository"
    folder.mkdir()
    made = Trap(folder, folder / "story.txt", tmp_path / "mark")
    payload = folder / "payload"
    payload.write_text(f"#!/bin/sh\necho run >> {made.mark}\n", encoding="utf-8")
    payload.chmod(payload.stat().st_mode | stat.S_IXUSR)
    (folder / ".gitattributes").write_text("* filter=x diff=x merge=x\n", encoding="utf-8")
    for number, text in enumerate((BEFORE, NOW)):
        made.story.write_text(text, encoding="utf-8")
        if not number:
            made.git("init", "--quiet")
        made.git("add", "story.txt", ".gitattributes")
        made.git("commit", "--quiet", "--message", ("first", "second")[number])
    lost = made.git("rev-parse", "HEAD~1:story.txt")
    (folder / ".git/objects" / lost[:2] / lost[2:]).unlink()
    (folder / ".git/refs/heads/lost").write_text("1" * 40 + "\n", encoding="utf-8")
    hooks = folder / "hooks"
    hooks.mkdir()
    for name in ("post-index-change", "reference-transaction", "post-checkout", "pre-auto-gc", "fsmonitor-watchman"):
        shutil.copy(payload, hooks / name)
        shutil.copy(payload, folder / ".git/hooks" / name)
    programs = tmp_path / "programs"  # a helper that is there, so that git would find it
    programs.mkdir()
    shutil.copy(payload, programs / "git-remote-hostile")
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    return made


@pytest.mark.parametrize("what", HOSTILE)
def test_nothing_that_a_repository_configures_is_run(trap: Trap, what: str) -> None:
    trap.set(*HOSTILE[what])
    trap.ask()
    assert not trap.mark.exists()


@pytest.mark.parametrize("what", ["fsmonitor", "uploadpack"])
@pytest.mark.parametrize(
    "hide",
    [
        pytest.param(lambda trap, file: trap.set(("include.path", str(file))), id="a file that is included"),
        pytest.param(
            lambda trap, file: trap.set((f"includeIf.gitdir:{trap.folder}/.path", str(file))), id="included here alone"
        ),
        pytest.param(
            lambda trap, file: (
                trap.set(("extensions.worktreeConfig", "true"), ("core.repositoryformatversion", "1")),
                file.rename(trap.folder / ".git/config.worktree"),
            ),
            id="the configuration of a work tree",
        ),
    ],
)
def test_nor_what_other_files_of_it_configure(trap: Trap, what: str, hide: Callable[[Trap, Path], None]) -> None:
    file = trap.folder / "more.conf"
    trap.set(*HOSTILE[what], file=file)
    hide(trap, file)
    trap.ask()
    assert not trap.mark.exists()


@pytest.mark.parametrize("what", ["fsmonitor", "uploadpack"])
def test_nor_what_a_repository_among_the_files_of_another_configures(trap: Trap, what: str) -> None:
    """A clone brings such a folder along: without the name .git it is a file like any other."""
    inner = trap.folder / "wire"
    shutil.copytree(trap.folder / ".git", inner)
    trap.set(("core.bare", "false"), ("core.worktree", str(inner)), *HOSTILE[what], file=inner / "config")
    story = shutil.copy(trap.story, inner)
    trap.ask(story=Path(story))
    assert not trap.mark.exists()


@pytest.mark.parametrize("name", FETCHING)
def test_where_git_is_too_old_to_be_told_not_to_fetch_no_protocol_is_left_to_it(
    trap: Trap, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        adapter, "_SURROUNDINGS", {k: v for k, v in adapter._SURROUNDINGS.items() if k != "GIT_NO_LAZY_FETCH"}
    )
    trap.set(*PARTIAL, *FETCHING[name])
    trap.ask()
    assert not trap.mark.exists()


def test_the_earlier_version_is_given_as_it_was_committed(trap: Trap) -> None:
    assert earlier(trap.story, "HEAD") == NOW.encode()


@pytest.mark.parametrize("name", ["*.txt", ":(top)story.txt", ":story.txt", "-z", "line\nbreak", "été"])
def test_a_name_is_taken_as_it_stands(trap: Trap, name: str) -> None:
    story = trap.folder / name
    story.write_text(BEFORE, encoding="utf-8")
    assert earlier(story, "HEAD") is None
    trap.git("--literal-pathspecs", "add", "--", name)
    trap.git("commit", "--quiet", "--message", "third")
    story.write_text(NOW, encoding="utf-8")
    assert earlier(story, "HEAD") == BEFORE.encode()


def test_a_folder_that_became_a_file_was_no_earlier_version(trap: Trap) -> None:
    story = trap.folder / "wire"
    story.mkdir()
    (story / "story.txt").write_text(BEFORE, encoding="utf-8")
    trap.git("add", "wire")
    trap.git("commit", "--quiet", "--message", "third")
    shutil.rmtree(story)
    story.write_text(NOW, encoding="utf-8")
    assert earlier(story, "HEAD") is None


def test_nothing_else_runs_git() -> None:
    sources = Path(adapter.__file__).parents[1].rglob("*.py")
    assert [file.name for file in sources if '"git"' in file.read_text(encoding="utf-8")] == ["git.py"]


def test_of_a_file_that_was_not_there_yet_there_is_none(trap: Trap) -> None:
    new = trap.folder / "new.txt"
    new.write_text(NOW, encoding="utf-8")
    assert earlier(new, "HEAD") is None


def test_a_version_that_a_partial_clone_has_not_got_is_no_new_file(trap: Trap) -> None:
    with pytest.raises(InputError, match=r"has not got .*story\.txt.* fetch it"):
        earlier(trap.story, "HEAD~1")


def test_a_repository_of_another_user_is_named_as_what_it_is(trap: Trap, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    with pytest.raises(InputError, match=r"another user.*safe\.directory"):
        earlier(trap.story, "HEAD")
