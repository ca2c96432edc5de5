"""Records as text: the research file's blocks in the sections of a MADR record, nothing lost, nothing twice."""
