"""The thin side of the warm process: finds it, starts it, hands a command over; the standard library is all it takes.

Nothing else of the auditor but the exit codes is imported here until there is something to tell, and little of the
library, so that a command that is handed over starts in no time.
"""
