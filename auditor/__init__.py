"""Audits the quality of machine-translated news wire copy in English.

``audit(target, source=…, reference=…)`` returns the report that the renderers take;
``batch(items)`` yields the findings in many segments or stories;
``compare(translations, source=…, reference=…)`` holds several translations against each other.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from auditor.batch import batch
    from auditor.compare import compare
    from auditor.desk import audit

__all__ = ["audit", "batch", "compare"]
__version__ = "0.1.0"

_HOMES = {"audit": "desk", "batch": "batch", "compare": "compare"}


def __getattr__(name: str) -> Any:
    """Import ``audit``, ``batch`` or ``compare`` on first use: a client of the warm process never needs them."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    function = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = function
    return function


class _Package(ModuleType):
    """The package, in which a function keeps its name when the module that is called the same is imported."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in __all__ and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
