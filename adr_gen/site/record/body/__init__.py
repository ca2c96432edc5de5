"""The body of a record as sanitised HTML, for any engine that is Python-Markdown."""
