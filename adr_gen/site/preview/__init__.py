"""What `mkdocs serve` shows while people write: the log as it would be, what is kept between builds, and notes on drafts."""
