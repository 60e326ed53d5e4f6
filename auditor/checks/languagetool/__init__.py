"""LanguageTool as one of the checks: its findings, in our terms, without what is no error in wire copy."""

from auditor.checks.languagetool.check import LanguageToolCheck, ask_together
from auditor.checks.languagetool.explained import explained

__all__ = ["LanguageToolCheck", "ask_together", "explained"]
