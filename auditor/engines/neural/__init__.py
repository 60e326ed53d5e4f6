"""COMET's neural models, as an engine: their environment, the models, and what they say of a translation."""

from auditor.engines.neural.client import Judge, Judged, Marked, Traits, close, judge
from auditor.engines.neural.doctor import doctor
from auditor.engines.neural.licences import licence
from auditor.engines.neural.provisioning import provision

__all__ = ["Judge", "Judged", "Marked", "Traits", "close", "doctor", "judge", "licence", "provision"]
