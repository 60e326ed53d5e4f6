"""The translation beside its source: what was changed, lost, added or left as it was."""
