"""The reader, as an engine: a language model that weighs versions of a sentence, on the processor.

Nobody needs it. Of this package nothing but where a reader would lie is imported unless one is set up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.engines.reader.places import found, installed

if TYPE_CHECKING:
    from auditor.config.engine import EngineSettings
    from auditor.engines.reader.client import Reader

__all__ = ["connect", "installed"]


def connect(settings: EngineSettings) -> Reader | None:
    """Return the reader that is set up; None where there is none or ``settings`` do without.

    Nothing is started before something is read. Raises ``CheckUnavailable`` where it cannot be told which one it is.
    """
    model = found() if settings.reader else None
    if model is None:
        return None
    from auditor.engines.reader.client import connected

    return connected(model)
