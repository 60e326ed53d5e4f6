"""The one door to a glossary in a file."""

from __future__ import annotations

from pathlib import Path

from auditor.files import GLOSSARY, read_bytes
from auditor.model import InputError, Term
from auditor.readers.encoding import decode
from auditor.readers.glossary.plain import read_list
from auditor.readers.glossary.table import read_table
from auditor.readers.glossary.tbx import read_tbx


def read_glossary(path: Path) -> tuple[Term, ...]:
    """Return the terms in the file at ``path``, by its suffix: .csv, .tsv, .tbx or .xml, else a plain list.

    Raises ``InputError``, in one sentence with file, line and field, for what cannot be used.
    """
    name, suffix = str(path), path.suffix.lower()
    data = read_bytes(path, GLOSSARY)
    if not data.strip():
        raise InputError(f"The glossary {name} is empty; give a file that holds terms.")
    if suffix in {".tbx", ".xml"}:
        return read_tbx(name, data)
    text = decode(name, data)
    return read_table(name, text) if suffix in {".csv", ".tsv"} else read_list(name, text)
