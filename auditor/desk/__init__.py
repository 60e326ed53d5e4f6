"""The one front door: a desk takes stories in, has them examined and gives their reports."""

from auditor.desk.audit import audit
from auditor.desk.desk import Desk
from auditor.desk.examining import Examined

__all__ = ["Desk", "Examined", "audit"]
