"""Settings and shipped facts, as data."""

from auditor.config.engine import EngineSettings
from auditor.config.gazetteer import gazetteer, word_list, word_lists
from auditor.config.profile import SHIPPED, Profile, load_profile

__all__ = ["SHIPPED", "EngineSettings", "Profile", "gazetteer", "load_profile", "word_list", "word_lists"]
