"""The last layer: what is weighed of a large vocabulary comes to what all of it does."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from auditor.engines.reader.binding import Entry, Llama, NoSuchTensorError
from auditor.engines.reader.client import Reader
from auditor.engines.reader.head import English, Whole, head

TEXT = "The mayor of Ljubljana, Ms Walpole-Ihejirika, told 3,500 fans on Monday: “It was a catastrophe for Karlsruhe.”"
NEARLY = 0.5
"""Nats by which a token may differ: the library rounds more than we do, and a word of another script may be likely."""


@pytest.fixture(scope="module")
def llama(model: Reader) -> Llama:
    return Llama(model._model.path, 256, 2)


def test_what_is_weighed_of_a_large_vocabulary_comes_to_what_all_of_it_does(llama: Llama):
    ours, theirs = head(llama), Whole(llama)
    assert isinstance(ours, English)
    tokens = llama.tokens(TEXT, begin=True)
    some = slice(8, 31)  # what begins a text may be of any language
    entries = [Entry(token, at, 0, some.start <= at < some.stop) for at, token in enumerate(tokens[: some.stop])]
    followers = tokens[some.start + 1 : some.stop + 1]
    assert any(token > 40_000 for token in followers)
    read = []
    for each in (ours, theirs):
        llama.cut(0)
        read.append(each.followed(entries, followers))
    assert [each.own for each in read[0]] == pytest.approx([each.own for each in read[1]], abs=NEARLY)
    assert [each.best for each in read[0]] == pytest.approx([each.best for each in read[1]], abs=NEARLY)


def test_a_token_costs_the_same_whatever_is_read_beside_it(llama: Llama):
    tokens = llama.tokens(TEXT, begin=True)[:12]
    weighs = head(llama)
    together = weighs.followed([Entry(t, at, 0, True) for at, t in enumerate(tokens[:-1])], tokens[1:])
    llama.cut(0)
    one_by_one = [weighs.followed([Entry(t, at, 0, True)], [tokens[at + 1]])[0] for at, t in enumerate(tokens[:-1])]
    llama.cut(0)
    assert [each.own for each in together] == pytest.approx([each.own for each in one_by_one], abs=NEARLY)


class Model:
    """A model of so many tokens, whose logits are its states times its rows, and so much more."""

    def __init__(self, size: int, more: float, rows: bool = True) -> None:
        self.size = size
        self._more, self._has_rows = more, rows

    def tokens(self, text: str, *, begin: bool = False) -> list[int]:
        return [1] * begin + [ord(each) % 64 for each in text]

    def piece(self, token: int) -> bytes:
        return b"word" if token % 2 else "слово".encode()

    def rows(self, tokens: list[int]) -> NDArray[np.float32]:
        if not self._has_rows:
            raise NoSuchTensorError
        return np.array([[token, 1] for token in tokens], np.float32)

    def states(self, entries: list[Entry]) -> NDArray[np.float32]:
        return np.ones((len(entries), 2), np.float32)

    def read(self, entries: list[Entry]) -> list[NDArray[np.float32]]:
        return [np.arange(self.size, dtype=np.float32) + 1 + self._more for _ in entries]

    def cut(self, sequence: int) -> None:
        pass


@pytest.mark.parametrize(
    ("model", "kind"),
    [
        (Model(200_000, 0.0), English),
        (Model(1_000, 0.0), Whole),
        (Model(200_000, 9.0), Whole),
        (Model(200_000, 0.0, rows=False), Whole),
    ],
    ids=["large", "small", "of another last layer", "that names its tensors otherwise"],
)
def test_a_model_is_weighed_whole_where_nothing_else_will_do(model: Model, kind: type):
    assert isinstance(head(model), kind)  # type: ignore[arg-type]
