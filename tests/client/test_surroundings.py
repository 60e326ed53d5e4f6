"""What must be the same in the warm process."""

from __future__ import annotations

import os
import subprocess
import sys


def test_a_plain_c_locale_makes_no_difference() -> None:
    ask = "import json; from auditor.client.surroundings import key; print(json.dumps(key(), sort_keys=True))"
    bare = {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/")}
    told = [
        subprocess.run([sys.executable, "-c", ask], env=bare | more, capture_output=True, check=True).stdout
        for more in ({}, {"LC_CTYPE": "C.UTF-8"})
    ]
    assert told[0] == told[1]
