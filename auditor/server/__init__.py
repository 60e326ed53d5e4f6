"""The warm process: it holds the whole auditor and forks for every command that a client hands over."""
