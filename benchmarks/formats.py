"""Time what large files of other formats take to be read: NewsML-G2 of 1 MB, XLIFF of 5,000 units.

    python -m benchmarks.formats

Each is read in a process of its own, the second reading counts: seconds of the processor, and how much memory reading
takes beside the file, in its sizes. Ends with 1 where that is more than ``SECONDS`` or ``TIMES``.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from auditor.readers import read_all

SECONDS = 1.0
TIMES = 20.0
_STORY = "The ferry sank in the bay on Monday, the coast guard &amp; rescuers said. They searched for 12 people."
_SOURCE = (
    "Le ferry a coulé lundi dans la baie, ont dit les garde-côtes &amp; les secours. Ils ont cherché 12 personnes."
)


def newsml() -> str:
    """Return a message of some 430 news items, 1 MB, with a tag in one of four paragraphs."""
    plain = f"<p>{_STORY.replace('&amp;', 'and')} Nobody was found.</p>"
    text = (plain * 3 + f"<p>{_STORY} <b>Nobody</b> was found.</p>") * 4
    item = (
        "<newsItem><itemMeta><provider literal='Our Agency'/></itemMeta><contentMeta><headline>Ferry sinks</headline>"
        f"</contentMeta><contentSet><inlineXML><html><body>{text}</body></html></inlineXML></contentSet></newsItem>"
    )
    return f"<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'><itemSet>{item * 445}</itemSet></newsMessage>"


def xliff() -> str:
    """Return 5,000 units, 1.5 MB."""
    units = "".join(
        f"<trans-unit id='{number}'><source>{_SOURCE}</source>"
        f"<target>{_STORY} <g id='1'>{number}</g></target></trans-unit>\n"
        for number in range(5_000)
    )
    return f"<xliff version='1.2'><file source-language='fr' target-language='en'><body>{units}</body></file></xliff>"


FILES = {"newsml-g2": newsml, "xliff": xliff}


def measure(name: str) -> None:
    """Print what reading ``name`` takes."""
    with tempfile.TemporaryDirectory() as folder:
        small, large = Path(folder) / "small.xml", Path(folder) / "large.xml"
        small.write_text("<nitf><body><body.content><p>He left.</p></body.content></body></nitf>", encoding="utf-8")
        large.write_text(FILES[name](), encoding="utf-8")
        read_all(small)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        started = time.process_time()
        holding = read_all(large)
        seconds = time.process_time() - started
        size = large.stat().st_size
        times = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024 / size
        print(
            f"{name}: {size / 1e6:.2f} MB, {len(holding.stories)} stories, {seconds:.2f} s, {times:.0f} times its size"
        )
        sys.exit(seconds > SECONDS or times > TIMES)


def main() -> int:
    """Measure each file in a process of its own; return 1 where one takes too much."""
    if len(sys.argv) > 1:
        measure(sys.argv[1])
    return max(
        subprocess.run([sys.executable, "-m", "benchmarks.formats", name], check=False).returncode for name in FILES
    )


if __name__ == "__main__":
    sys.exit(main())
