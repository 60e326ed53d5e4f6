"""What can be wrong with a translated story: checks in code, rule packs, and how their findings settle."""
