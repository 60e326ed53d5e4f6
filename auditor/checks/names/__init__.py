"""Names, titles and acronyms that are not the English ones."""
