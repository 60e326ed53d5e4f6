"""One thing told in two ways across a story."""
