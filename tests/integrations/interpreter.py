"""A Python whose environments find the packages of the tests: what is locked is there, and nothing is fetched."""

from __future__ import annotations

import shlex
import sys
import sysconfig
from pathlib import Path


def interpreter(folder: Path) -> Path:
    """Write the program ``python`` into ``folder`` and return it: ours, but for what ``-m venv FOLDER`` makes."""
    library = Path("lib", f"python{sys.version_info.major}.{sys.version_info.minor}", "site-packages")
    packages = shlex.quote(sysconfig.get_path("purelib"))
    program = folder / "python"
    program.write_text(
        f"""#!/bin/sh
{shlex.quote(sys.executable)} "$@" || exit
case "$*" in
*"-m venv "*) for made; do :; done; echo {packages} > "$made/{library}/packages-of-the-tests.pth" ;;
esac
""",
        encoding="utf-8",
    )
    program.chmod(0o755)
    return program
