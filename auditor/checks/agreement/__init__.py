"""Words that do not agree with each other."""
