"""A review on the command line: who is asked, the questions, and the answers."""
