"""The command line: reads the options, calls the library, prints; stdout is the report, stderr the rest."""

from __future__ import annotations

from auditor.cli.group import Auditor

COMMANDS = {
    "check": "auditor.cli.check:check",
    "batch": "auditor.cli.batch:batch",
    "compare": "auditor.cli.compare:compare",
    "rules": "auditor.cli.rules:rules",
    "explain": "auditor.cli.rules:explain",
    "config": "auditor.cli.config:config",
    "setup": "auditor.cli.setup:setup",
    "doctor": "auditor.cli.doctor:doctor",
    "server": "auditor.cli.server:server",
}
"""Every command, in the order of the help, and the function behind it; imported when it is called."""

main = Auditor(COMMANDS)
