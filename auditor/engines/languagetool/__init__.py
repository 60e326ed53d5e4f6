"""LanguageTool, as an engine: its jars, its Java, its server and what it answers."""

from auditor.engines.languagetool.client import answers, check_text, check_texts, version
from auditor.engines.languagetool.doctor import doctor
from auditor.engines.languagetool.reply import Match, Reply
from auditor.engines.languagetool.rule_files import Description, described
from auditor.engines.languagetool.server import close, connect, start
from auditor.engines.languagetool.training import make_ready

__all__ = [
    "Description",
    "Match",
    "Reply",
    "answers",
    "check_text",
    "check_texts",
    "close",
    "connect",
    "described",
    "doctor",
    "make_ready",
    "start",
    "version",
]
