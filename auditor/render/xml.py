"""Text and trees as XML 1.0 takes them."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, indent, tostring

from auditor.text.visible import visible, visible_lines

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 does not allow even escaped (https://www.w3.org/TR/xml/#charsets)."""


def document(root: Element) -> str:
    """Return the whole document under ``root`` as text, one element a line, all of it visible."""
    for element in root.iter():
        element.attrib.update({name: _clean(visible(value)) for name, value in element.attrib.items()})
        element.text = _clean(visible_lines(element.text)) if element.text else element.text
    indent(root)
    body: str = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'


def _clean(text: str) -> str:
    return _NOT_XML.sub(lambda found: f"<U+{ord(found[0]):04X}>", text)
