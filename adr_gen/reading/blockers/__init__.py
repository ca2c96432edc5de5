"""What stands in the way: blockers that are read, and sections that announce them and give none."""
