"""The file that a story was read from, and the file with other words in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.model import Document, InputError

if TYPE_CHECKING:
    from auditor.config import Profile
    from auditor.fixing import Fix
    from auditor.readers.encoding import Decoded
    from auditor.readers.formats import FileFormat
    from auditor.render.html import Editing


@dataclass(frozen=True, slots=True)
class Original:
    """A file as it stands: its name, its bytes, the text in them, and its format, where it is a file at all."""

    file: str
    data: bytes
    written: Decoded
    format: FileFormat

    def editing(self, profile: Profile, *, served: bool = False) -> Editing:
        """Return what a page must know of it, and of the gate of ``profile``."""
        from auditor.render.html import Editing, Gate

        writable = self.format.amend is None and self.written.encoding == "utf-8"
        wording = self.format.wording
        return Editing(
            text=self.written.text if writable else None,
            format=self.format.name,
            digest=sha256(self.data).hexdigest(),
            gate=Gate(profile.fail_on, profile.mark, profile.budgets),
            refused=wording.refused,
            entities=wording.entities,
            mark=bool(self.written.mark),
            served=served,
        )

    def corrected(self, changes: Iterable[tuple[Document, Sequence[Fix]]]) -> Corrected:
        """Return the file with ``changes`` of the texts of its stories; what cannot be written there is left out."""
        from auditor.fixing import Fix, apply, in_file

        text, wanted = self.written.text, 0
        fixes: list[Fix] = []
        for document, each in changes:
            wanted += len(each)
            fixes += in_file(document, each, text, self.format.wording.written)
        fixes.sort(key=lambda fix: fix.span)
        data: bytes | None = None
        if self.format.amend:
            done = self.format.amend(self.file, self.data, [(fix.span, fix.replacement) for fix in fixes])
            fixes, data = [Fix(*change) for change in done.made], done.data
        return Corrected(self, apply(text, fixes), tuple(fixes), wanted - len(fixes), data)


@dataclass(frozen=True, slots=True)
class Corrected:
    """A file with the ``fixes`` that were made in it; ``left`` is how many others could not be."""

    original: Original
    text: str
    fixes: tuple[Fix, ...]
    left: int
    packed: bytes | None

    def data(self) -> bytes:
        """Return its bytes, in the encoding of the original.

        Raises ``InputError`` where that cannot hold it, or does not give back what stays the same.
        """
        if self.packed is not None:
            return self.packed
        written, file = self.original.written, self.original.file
        try:
            if written.encoded(written.text) != self.original.data:
                raise InputError(
                    f"{file} is in an encoding that cannot be written back exactly; save it as UTF-8 first."
                )
            return written.encoded(self.text)
        except UnicodeEncodeError:
            raise InputError(
                f"{file} is in an encoding without all letters of the fixes; save it as UTF-8 first."
            ) from None


def original_of(file: str, documents: Sequence[Document], input_format: str | None = None) -> Original | None:
    """Return the file as it is; None where it no longer holds the texts of ``documents``, as they were audited."""
    from auditor.readers.formats import format_of

    try:
        data = Path(file).read_bytes()
        known = format_of(file, data, input_format)
        now = {each.document.label: each.document.text for each in known.read(file, data, None).stories}
        if any(now.get(document.label) != document.text for document in documents):
            return None
        return Original(file, data, known.decode(file, data), known)
    except (OSError, InputError):
        return None


def original_from_stream(documents: Sequence[Document]) -> Original | None:
    """Return the standard input as it was read; None of a format whose text does not show it as it was."""
    from auditor.model import Span
    from auditor.readers.encoding import Decoded
    from auditor.readers.formats import PLAIN_TEXT

    document = documents[0]
    if len(documents) > 1 or document.metadata or not document.is_verbatim(Span(0, len(document.text))):
        return None
    return Original(
        document.name, document.text.encode("utf-8", "surrogatepass"), Decoded(document.text, "utf-8"), PLAIN_TEXT
    )
