"""What the reader decides between two versions of a sentence: what stands there, and what a check proposes."""
