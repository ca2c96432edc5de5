"""Words of a status: its states, what limits it, who replaces whom, and the records it names."""
