"""From glossary files to terms: tables, TBX and plain lists."""

from auditor.readers.glossary.glossary import read_glossary

__all__ = ["read_glossary"]
