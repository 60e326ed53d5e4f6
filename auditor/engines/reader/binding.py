"""llama.cpp as we use it: a model with one context, whose memory of what was read can be copied and cut back.

Two packages bind the library, and they differ in names: ``ik-llama-cpp-python``, which comes as a wheel, and
``llama-cpp-python``, which is taken where it is installed. The C API: https://github.com/ggml-org/llama.cpp (llama.h).
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
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
_ROWS = 512
"""How many rows of the vocabulary are taken out at once."""

_STATE, _ROW = b"result_norm", b"inp_embd"
"""What the library calls the states from which it works out the logits, and the rows of the tokens that it is given."""

_PARTING = "<|endoftext|>"
"""What parts texts for models whose texts have no mark of their beginning: those of GPT-2's kind."""


class UnreadableModelError(Exception):
    """The file is no model that the library reads."""


class NoSuchTensorError(Exception):
    """The library does not work out what we ask for, or calls it otherwise with this model."""


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
        self._tap = _Tap(api)
        self._context = self._opened(room, MOST, sequences)
        if not self._context:
            raise UnreadableModelError(path)
        self._names = _names(api, self._model, self._context)
        self.size = int(api.llama_vocab_n_tokens(api.llama_model_get_vocab(self._model)))
        self._batch = api.llama_batch_init(MOST, 0, 1)
        self._begin = self._beginning()

    def _opened(self, room: int, most: int, sequences: int) -> Any:
        """Return a context, or None, for ``most`` tokens at once."""
        context = self._api.llama_context_default_params()
        context.n_ctx = room
        context.n_batch = context.n_ubatch = most
        context.n_seq_max = sequences
        context.n_threads = context.n_threads_batch = 1
        context.cb_eval = self._tap.callback
        for name, value in (("kv_unified", True), ("swa_full", True), ("flash_attn", False)):
            if hasattr(context, name):  # the library's versions have one or the other
                setattr(context, name, value)
        return self._api.llama_init_from_model(self._model, context)

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
        self._decode(self._context, self._batch, entries)
        wanted = (index for index, entry in enumerate(entries) if entry.wanted)
        rows = (self._api.llama_get_logits_ith(self._context, index) for index in wanted)
        return [np.ctypeslib.as_array(row, shape=(self.size,)) for row in rows]

    def states(self, entries: Sequence[Entry]) -> NDArray[np.float32]:
        """Read up to ``MOST`` entries and return, for each one that is ``wanted``, what its logits are worked out from.

        That is their product with ``rows``, where the model has one table for both and does not change them further.
        """
        with self._tap.on(_STATE):
            self._decode(self._context, self._batch, entries)
        wanted = sum(entry.wanted for entry in entries)
        return self._tap.taken.reshape(wanted, -1) if wanted else np.zeros((0, 0), np.float32)

    def rows(self, tokens: Sequence[int]) -> NDArray[np.float32]:
        """Return the rows of the table in which the model looks up ``tokens``. Raises ``MemoryError``."""
        most = min(_ROWS, len(tokens))
        context = self._opened(most, most, 1)
        if not context:
            raise MemoryError
        batch, cut = self._api.llama_batch_init(most, 0, 1), _names(self._api, self._model, context).cut
        width = int(self._api.llama_model_n_embd(self._model))
        found = np.empty((len(tokens), width), np.float32)
        with self._tap.on(_ROW):
            for start in range(0, len(tokens), most):
                some = tokens[start : start + most]
                self._decode(context, batch, [Entry(token, at, 0, wanted=False) for at, token in enumerate(some)])
                cut(0, 0, -1)
                found[start : start + most] = self._tap.taken.reshape(len(some), width)
        self._api.llama_batch_free(batch)
        self._api.llama_free(context)
        return found

    def _decode(self, context: Any, batch: Any, entries: Sequence[Entry]) -> None:
        batch.n_tokens = len(entries)
        for index, entry in enumerate(entries):
            batch.token[index], batch.pos[index] = entry.token, entry.position
            batch.n_seq_id[index], batch.seq_id[index][0] = 1, entry.sequence
            batch.logits[index] = entry.wanted
        if self._api.llama_decode(context, batch):
            raise MemoryError

    def copy(self, sequence: int, end: int) -> None:
        """Let ``sequence`` begin with the first ``end`` tokens of sequence 0."""
        self._names.copy(0, sequence, 0, end)

    def cut(self, sequence: int, start: int = 0) -> None:
        """Forget the tokens of ``sequence`` from ``start`` on."""
        self._names.cut(sequence, start, -1)


class _Tap:
    """Takes a tensor out of what the library works out, and ends the work there; idle but inside ``on``."""

    def __init__(self, api: Any) -> None:
        library = api._lib  # whose dependencies are looked through as well
        for name, result in (
            ("ggml_get_name", ctypes.c_char_p),
            ("ggml_get_data", ctypes.c_void_p),
            ("ggml_nelements", ctypes.c_int64),
        ):
            function = getattr(library, name)
            function.restype, function.argtypes = result, [ctypes.c_void_p]
        self._library = library
        self._wanted: bytes | None = None
        self._taken: NDArray[np.float32] | None = None
        self.callback = api.ggml_backend_sched_eval_callback(self._hear)

    @contextmanager
    def on(self, name: bytes) -> Iterator[None]:
        """Take the tensor ``name`` out of each batch that is read inside."""
        self._wanted, self._taken = name, None
        try:
            yield
        finally:
            self._wanted = None

    @property
    def taken(self) -> NDArray[np.float32]:
        """What was taken of the batch that was read last. Raises ``NoSuchTensorError``."""
        if self._taken is None:
            raise NoSuchTensorError
        return self._taken

    def _hear(self, tensor: int, asks: bool, _: object) -> bool:
        """Tell the library, which ``asks`` whether we want ``tensor``, or gives it and asks whether to go on."""
        if asks:
            return self._wanted is not None and self._library.ggml_get_name(tensor) == self._wanted
        count = self._library.ggml_nelements(tensor)
        pointer = ctypes.cast(self._library.ggml_get_data(tensor), ctypes.POINTER(ctypes.c_float))
        self._taken = np.ctypeslib.as_array(pointer, shape=(count,)).copy() if count else np.zeros(0, np.float32)
        return False


def _api() -> Any:
    """Return the module with the library's functions; raises ``ImportError`` where neither binding is installed."""
    try:
        return import_module(f"{IK}._ctypes_api")
    except ImportError:
        return import_module(f"{USUAL}.{USUAL}")


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
