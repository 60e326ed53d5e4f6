"""llama.cpp as we use it: a model with one context, whose memory of what was read can be copied and cut back.

Two packages bind the library, and they differ in names: ``ik-llama-cpp-python``, which comes as a wheel, and
``llama-cpp-python``, which is taken where it is installed. The C API: https://github.com/ggml-org/llama.cpp (llama.h).
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import numpy as np
from numpy.typing import NDArray

IK, USUAL = BINDINGS = ("ik_llama_cpp", "llama_cpp")
"""The modules of the two packages, the preferred one first."""

MOST = 31
"""How many tokens are read at once: from 32 on ``ik-llama-cpp-python`` 0.1.5 multiplies in a rougher way, by which a
version would differ with what is read beside it: by half a nat a sentence with Gemma, beyond all use with Q4_1."""

_PIECE_BYTES = 256
_PARTING = "<|endoftext|>"
"""What parts texts for models whose texts have no mark of their beginning: those of GPT-2's kind."""


class UnreadableModelError(Exception):
    """The file is no model that the library reads."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A token to be read: where it stands, in which sequence, and whether to say what may follow it."""

    token: int
    position: int
    sequence: int
    wanted: bool


@dataclass(frozen=True, slots=True)
class _Names:
    """What the two bindings call differently."""

    vocabulary: int
    copy: Callable[[int, int, int, int], object]
    cut: Callable[[int, int, int], object]


class Llama:
    """A model and its one context, worked by one thread. Raises ``UnreadableModelError``."""

    def __init__(self, path: str, room: int, sequences: int) -> None:
        """Load the file at ``path``; the context has ``room`` for so many tokens of up to ``sequences`` sequences."""
        api = self._api = _api()
        api.llama_backend_init()
        settings = api.llama_model_default_params()
        settings.use_mmap = True
        settings.n_gpu_layers = 0
        self._model = api.llama_model_load_from_file(path.encode(), settings)
        if not self._model:
            raise UnreadableModelError(path)
        context = api.llama_context_default_params()
        context.n_ctx = room
        context.n_batch = context.n_ubatch = MOST
        context.n_seq_max = sequences
        context.n_threads = context.n_threads_batch = 1
        for name, value in (("kv_unified", True), ("swa_full", True), ("flash_attn", False)):
            if hasattr(context, name):  # the library's versions have one or the other
                setattr(context, name, value)
        self._context = api.llama_init_from_model(self._model, context)
        if not self._context:
            raise UnreadableModelError(path)
        self._names = _names(api, self._model, self._context)
        self._size = int(api.llama_vocab_n_tokens(api.llama_model_get_vocab(self._model)))
        self._batch = api.llama_batch_init(MOST, 0, 1)
        self._begin = self._beginning()

    def tokens(self, text: str, *, begin: bool = False) -> list[int]:
        """Return the tokens of ``text``, none of them a command; ``begin`` puts the mark of a beginning first."""
        found = self._tokenized(text)
        return [self._begin, *found] if begin else found

    def _beginning(self) -> int:
        """Return the token behind which a text begins: the model's own, or what parted the texts it was trained on."""
        own = self._tokenized("", special=True)
        parting = self._tokenized(_PARTING, commands=True)
        return (own or (parting if len(parting) == 1 else self._tokenized("\n")))[0]

    def _tokenized(self, text: str, *, special: bool = False, commands: bool = False) -> list[int]:
        data = text.encode("utf-8", "replace")
        room = len(data) + 2
        found = (ctypes.c_int32 * room)()
        count = self._api.llama_tokenize(self._names.vocabulary, data, len(data), found, room, special, commands)
        return list(found[:count])

    def piece(self, token: int) -> bytes:
        """Return the bytes that ``token`` stands for."""
        buffer = ctypes.create_string_buffer(_PIECE_BYTES)
        count = self._api.llama_token_to_piece(self._names.vocabulary, token, buffer, _PIECE_BYTES, 0, False)
        return buffer.raw[: max(count, 0)]

    def read(self, entries: Sequence[Entry]) -> list[NDArray[np.float32]]:
        """Read up to ``MOST`` entries and return, for each one that is ``wanted``, the logits of what may follow it.

        The arrays are the library's own: they hold until the next call.
        """
        batch = self._batch
        batch.n_tokens = len(entries)
        for index, entry in enumerate(entries):
            batch.token[index], batch.pos[index] = entry.token, entry.position
            batch.n_seq_id[index], batch.seq_id[index][0] = 1, entry.sequence
            batch.logits[index] = entry.wanted
        if self._api.llama_decode(self._context, batch):
            raise MemoryError
        wanted = (index for index, entry in enumerate(entries) if entry.wanted)
        rows = (self._api.llama_get_logits_ith(self._context, index) for index in wanted)
        return [np.ctypeslib.as_array(row, shape=(self._size,)) for row in rows]

    def copy(self, sequence: int, end: int) -> None:
        """Let ``sequence`` begin with the first ``end`` tokens of sequence 0."""
        self._names.copy(0, sequence, 0, end)

    def cut(self, sequence: int, start: int = 0) -> None:
        """Forget the tokens of ``sequence`` from ``start`` on."""
        self._names.cut(sequence, start, -1)


def _api() -> Any:
    """Return the module with the library's functions; raises ``ImportError`` where neither binding is installed."""
    try:
        return import_module(f"{IK}._ctypes_api")
    except ImportError:
        return import_module(USUAL)


def _names(api: Any, model: int, context: int) -> _Names:
    if hasattr(api, "llama_get_memory"):
        memory = api.llama_get_memory(context)
        vocabulary = api.llama_model_get_vocab(model)
        return _Names(
            vocabulary,
            lambda source, other, start, end: api.llama_memory_seq_cp(memory, source, other, start, end),
            lambda sequence, start, end: api.llama_memory_seq_rm(memory, sequence, start, end),
        )
    library = api._lib
    for name, arguments in (("llama_kv_cache_seq_cp", 4), ("llama_kv_cache_seq_rm", 3)):
        getattr(library, name).argtypes = [ctypes.c_void_p, *[ctypes.c_int32] * arguments]
    return _Names(
        model,
        lambda source, other, start, end: library.llama_kv_cache_seq_cp(context, source, other, start, end),
        lambda sequence, start, end: library.llama_kv_cache_seq_rm(context, sequence, start, end),
    )
