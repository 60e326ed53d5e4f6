"""Settings and shipped facts, as data."""

from auditor.config.engine import EngineSettings
from auditor.config.file import find_config, load_config
from auditor.config.gazetteer import gazetteer, word_list, word_lists
from auditor.config.keys import BUDGETS, KINDS, NEVER
from auditor.config.kinds import nearest
from auditor.config.profile import SHIPPED, Profile, load_profile
from auditor.config.schema import config_schema
from auditor.config.settings import Setting, Settings, settings_for

__all__ = [
    "BUDGETS",
    "KINDS",
    "NEVER",
    "SHIPPED",
    "EngineSettings",
    "Profile",
    "Setting",
    "Settings",
    "config_schema",
    "find_config",
    "gazetteer",
    "load_config",
    "load_profile",
    "nearest",
    "settings_for",
    "word_list",
    "word_lists",
]
