"""Who made a report: the name that machine-readable formats carry."""

from __future__ import annotations

NAME = "auditor"
FULL_NAME = "auditor, an automatic MQM-style estimate"
