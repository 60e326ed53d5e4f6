"""Which reader is set up, and whether it can be read. It is optional: that none is set up is well."""

from __future__ import annotations

from auditor.engines.diagnosis import Diagnosis
from auditor.engines.reader.client import Reader
from auditor.engines.reader.places import found
from auditor.model import CheckUnavailable

_NAME = "Reader"


def doctor() -> Diagnosis:
    """Look for the reader and read a word with it; downloads nothing."""
    try:
        model = found()
        if model is None:
            return Diagnosis(_NAME, True, "not set up; it is optional (auditor setup --reader)")
        reader = Reader(model)
        reader.try_out()
        reader.close()
    except CheckUnavailable as missing:
        return Diagnosis(_NAME, False, missing.reason, missing.hint)
    return Diagnosis(_NAME, True, f"{model.name} (SHA-256 {model.digest})")
