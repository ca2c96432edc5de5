"""From undecided to decided: the queue, the answer to one file, and the front matter that it becomes."""
