"""The one front door: a desk takes stories in, has them examined and gives their reports."""

from auditor.desk.desk import Desk
from auditor.desk.desks import Desks
from auditor.desk.examining import Examined
from auditor.desk.single import audit
from auditor.desk.texts import stories_in, stories_of

__all__ = ["Desk", "Desks", "Examined", "audit", "stories_in", "stories_of"]
