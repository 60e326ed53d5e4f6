"""Whatever a stranger writes, a door takes it or says what is wrong with it in a sentence, in time and in bounds.

Some seconds of it are part of the suite. ``AUDITOR_FUZZ_MINUTES=60 pytest tests/fuzz`` goes on for an hour, shared out
among the doors, with inputs of up to a megabyte; what it finds is printed and belongs into the seeds of its door.
"""

from __future__ import annotations

import os
import random
import resource
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from auditor.deadline import within
from tests.fuzz.doors import DOORS, Door, broken

MINUTES = float(os.environ.get("AUDITOR_FUZZ_MINUTES") or 0)
SECONDS = 10.0
"""What a megabyte may take."""

MEMORY = 1 << 30
"""Bytes that it may take beside what the process has."""

LARGEST = 1_000_000


@contextmanager
def bounded() -> Iterator[None]:
    """Let the block take neither more time nor more memory than a megabyte may."""
    held = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    before = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (held + MEMORY, before[1]))
    try:
        with within(SECONDS, lambda _: TimeoutError(f"it took more than {SECONDS:g} s")):
            yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


def inputs(door: Door) -> st.SearchStrategy[bytes]:
    """Return inputs that are likely to mean something: seeds cut and joined with the words of the door."""
    words = st.sampled_from(door.words) | st.binary(max_size=4) | st.sampled_from([b"a", b" ", b"1"])
    pieces = st.lists(words, max_size=30).map(b"".join)
    cut = st.builds(
        lambda seed, at, size, new: seed[:at] + new + seed[at + size :],
        st.sampled_from(door.seeds),
        st.integers(0, 2_000),
        st.integers(0, 50),
        pieces,
    )
    return pieces | cut


@pytest.mark.parametrize("name", DOORS)
def test_the_seeds_are_taken_or_told(tmp_path: Path, name: str) -> None:
    for seed in DOORS[name].seeds:
        with bounded():
            broken(DOORS[name], seed, tmp_path)


@pytest.mark.parametrize("name", DOORS)
def test_any_words_are_taken_or_told(name: str) -> None:
    door = DOORS[name]
    folder = Path(tempfile.mkdtemp())

    @settings(max_examples=60, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(inputs(door))
    def taken(data: bytes) -> None:
        with bounded():
            broken(door, data, folder)

    taken()


@pytest.mark.parametrize("name", DOORS)
def test_a_word_without_end_is_taken_or_told_in_time(tmp_path: Path, name: str) -> None:
    door = DOORS[name]
    size = 2_000 if name == "rendered" else 100_000
    for word in door.words:
        with bounded():
            broken(door, door.seeds[0][: random.Random(word).randrange(100)] + word * (size // len(word)), tmp_path)


@pytest.mark.skipif(not MINUTES, reason="a long run: set AUDITOR_FUZZ_MINUTES")
@pytest.mark.parametrize("name", DOORS)
def test_an_hour_of_anything_is_taken_or_told(tmp_path: Path, name: str) -> None:
    door = DOORS[name]
    end = time.monotonic() + MINUTES * 60 / len(DOORS)
    seed = random.SystemRandom().randrange(1 << 30)
    chance, tried = random.Random(seed), 0
    faults: dict[str, bytes] = {}
    while time.monotonic() < end:
        data = anything(door, chance)
        tried += 1
        started = time.process_time()
        try:
            with bounded():
                broken(door, data, tmp_path)
        except Exception as error:  # noqa: BLE001 - any is a fault here
            fault = f"{type(error).__name__}: {error}"[:100]
            if fault not in faults:
                faults[fault] = data
                place = Path(tempfile.gettempdir()) / f"fuzz-{name}-{len(faults)}"
                place.write_bytes(data)
                print(f"{name}: {fault} ({time.process_time() - started:.1f} s, {len(data)} bytes, {place})")  # noqa: T201
    print(f"{name}: {tried} inputs, seed {seed}, {len(faults)} faults")  # noqa: T201
    assert not faults


def anything(door: Door, chance: random.Random) -> bytes:
    """Return a seed with pieces changed, left out, doubled or repeated up to the largest size."""
    data = bytearray(chance.choice((*door.seeds, b"")))
    for _ in range(chance.choice((1, 3, 10, 30))):
        at = chance.randrange(len(data) + 1)
        match chance.randrange(5):
            case 0:
                data[at:at] = chance.choice(door.words)
            case 1:
                del data[at : at + chance.randrange(20)]
            case 2:
                data[at : at + 1] = chance.randbytes(1)
            case 3:
                data[at:at] = data[chance.randrange(len(data) + 1) :][: chance.randrange(200)]
            case _:
                word = b"".join(chance.choice(door.words) for _ in range(chance.randrange(1, 4)))
                times = chance.choice((2, 50, 2_000, LARGEST)) if chance.random() < 0.2 else 2
                data[at:at] = word * min(times, max(LARGEST - len(data), 0) // len(word))
    return bytes(data[:LARGEST])
