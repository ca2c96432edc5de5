"""Research files in, Architecture Decision Records and a watched, searchable log out."""

__version__ = "0.1.0"
