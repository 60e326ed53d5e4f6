"""Files that hold a translation beside its source: XLIFF, TMX, PO, tables, lines of JSON."""
