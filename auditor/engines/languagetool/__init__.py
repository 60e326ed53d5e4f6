"""LanguageTool, as an engine: its jars, its Java, its server and what it answers."""

from auditor.engines.languagetool.client import check_text, check_texts, version
from auditor.engines.languagetool.doctor import doctor
from auditor.engines.languagetool.provisioning import provision
from auditor.engines.languagetool.reply import Match, Reply
from auditor.engines.languagetool.server import ServerStatus, close, server_status, stop_server

__all__ = [
    "Match",
    "Reply",
    "ServerStatus",
    "check_text",
    "check_texts",
    "close",
    "doctor",
    "provision",
    "server_status",
    "stop_server",
    "version",
]
