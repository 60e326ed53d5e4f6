"""``python -m auditor.server``: become the warm process of this user, unless there is one."""

from __future__ import annotations

import os
import sys

from auditor.client.place import ForeignError, opened
from auditor.memory import spare
from auditor.server.own import taken
from auditor.text.visible import visible


def main() -> None:
    """Take the place, load all that audits need and work until there is nothing left to wait for.

    ``--no-languagetool``: LanguageTool is started when it is first asked for, not before.
    """
    try:
        with opened() as place, taken(place) as own:
            if own is not None:
                os.chdir("/")  # no folder is held
                spare()
                from auditor.server.languagetool import Lender

                lender = Lender()
                if "--no-languagetool" not in sys.argv:
                    lender.start()  # before all else: it takes the longest
                from auditor.server.host import Host

                Host(own, lender).work()
    except ForeignError as fault:
        sys.exit(visible(f"The warm process does not start, for {fault}."))


main()
