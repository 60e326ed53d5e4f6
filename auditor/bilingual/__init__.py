"""What several checks ask of a sentence and the one that it answers, in the source or in a reference."""
