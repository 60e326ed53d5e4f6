"""HTML: exports of a newsroom's system and saved pages."""

from auditor.readers.html.metadata import HEAD_BYTES, is_own_page
from auditor.readers.html.reader import decode_html, is_html, read_fragment, read_html

__all__ = ["HEAD_BYTES", "decode_html", "is_html", "is_own_page", "read_fragment", "read_html"]
