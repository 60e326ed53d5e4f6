"""The JSON Schema of a desk's file, for the completion and the checks of editors."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from auditor.config.keys import FILES, IN_PROFILE, INHERITS, KEYS, MATCH, PER_FILE, PROFILES, SETTINGS
from auditor.config.kinds import ValueKind

_OTHERS = {
    INHERITS: "The profile that this one starts from; wire if not set.",
    MATCH: "Paths from this file on, such as sport/**; a name without a slash is meant in any folder.",
}


def config_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of ``auditor.toml``, made from the definition of the keys."""
    profile, rules = _object(IN_PROFILE), _object(PER_FILE) | {"required": [MATCH]}
    page = _object(SETTINGS)
    page["properties"] |= {
        PROFILES: {
            "description": "Profiles of the desk's own, by name.",
            "type": "object",
            "additionalProperties": profile,
        },
        FILES: {
            "description": "Settings for some files; of several groups that match, the last wins.",
            "type": "array",
            "items": rules,
        },
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:translation-auditor:config-1",
        "title": "auditor.toml, version 1",
        "description": "A desk's settings for auditor, also as [tool.auditor] in pyproject.toml.",
        **page,
    }


def _object(keys: Mapping[str, ValueKind]) -> dict[str, Any]:
    properties = {
        name: {"description": KEYS[name].summary if name in KEYS else _OTHERS[name], **kind.schema}
        for name, kind in keys.items()
    }
    return {"type": "object", "properties": properties, "additionalProperties": False}
