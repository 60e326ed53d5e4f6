"""What a report may print that is the id of neither a rule nor a check."""

from __future__ import annotations

OTHERS = {
    "check-not-run": "A check was to run and did not. The report says which, why, and what to do; the gate ends with 3 "
    "unless the check is named in “allow-skipped”.",
    "source-comparison": "The checks that read the story beside its source. They do not run where the sentences of the "
    "two hardly answer each other: most often it is the source of another story.",
    "reference-comparison": "The checks and scores that read the story beside a reference translation. They do not run "
    "where the sentences of the two hardly answer each other.",
    "left-out": "A file of a folder that is not audited, such as a format that is not read. It counts as a check that "
    "did not run; “allow-skipped” may name left-out.",
    "audit": "The story itself could not be audited, such as a file that cannot be read. The report says why.",
    "all": "A line of a batch that was not audited: it cannot be used, or holds no text. Its result says why.",
    "directive-unknown": "A line in the story reads like an order to leave a rule out, and is none, or names a rule "
    "that does not exist. Write it as: [auditor: ignore RULE -- why].",
    "directive-unused": "A line in the story leaves a rule out that would say nothing there. Take it out, lest it "
    "hide the next error.",
    "directives": "The lines in a story that leave rules out: those that are wrong or do nothing are told as "
    "directive-unknown and directive-unused.",
}
"""What each of these ids means, for an editor."""
