"""The files for other programs: feed, calendar, list for language models, and what they share."""
