"""The command line: reads the options, calls the library, prints; stdout is the report, stderr the rest."""

from __future__ import annotations

from auditor.cli.group import Auditor

COMMANDS = {
    "check": "auditor.cli.check:check",
    "batch": "auditor.cli.batch:batch",
    "archive": "auditor.cli.archive:archive",
    "compare": "auditor.cli.compare:compare",
    "stale": "auditor.cli.stale:stale",
    "calibrate": "auditor.cli.calibrate:calibrate",
    "review": "auditor.cli.review:review",
    "record": "auditor.cli.record:record",
    "lsp": "auditor.cli.lsp:lsp",
    "serve": "auditor.cli.serve:serve",
    "rules": "auditor.cli.rules:rules",
    "explain": "auditor.cli.explain:explain",
    "pack": "auditor.cli.pack:pack",
    "config": "auditor.cli.config:config",
    "setup": "auditor.cli.setup:setup",
    "doctor": "auditor.cli.doctor:doctor",
    "server": "auditor.cli.server:server",
}
"""Every command, in the order of the help, and the function behind it; imported when it is called."""

SUMMARIES = {
    "check": "Audit translated stories and report what is wrong in them.",
    "batch": "Audit many segments or stories: JSON lines in, a line of findings out for each.",
    "archive": "Audit archives of millions of stories into tables, on as many machines as there are.",
    "compare": "Compare translations of the same story: engines, or a version before and after editing.",
    "stale": "Say what of a translation still holds after its source was updated.",
    "calibrate": "Propose a mark, budgets and rules to mute from a desk’s own stories.",
    "review": "Correct a story on its page: every edit is audited again, and saving writes the file.",
    "record": "Look at the record that a review leaves beside a story.",
    "lsp": "Show findings in an editor: speak the Language Server Protocol on the standard streams.",
    "serve": "Answer as LanguageTool does, for its clients, on this machine alone.",
    "rules": "List the rules: id, severity, confidence, and in a line what is wrong.",
    "explain": "Explain a rule: what is wrong, why it matters, what it flags and what it lets pass.",
    "pack": "Begin a pack of rules, or bring an old one up to date.",
    "config": "Look at a desk's settings: those in force, and the schema of the file that makes them.",
    "setup": "Download LanguageTool into your cache, or repair it.",
    "doctor": "Say what an audit needs, what of it is here, and what to do about the rest.",
    "server": "Look at the process that stays warm between audits, or stop it.",
}
"""The first sentence of each: the help is shown without importing any of them."""

main = Auditor(COMMANDS, SUMMARIES)
