"""What makes a release: run from the top of the repository, never shipped. ``docs/release.md`` says how."""
