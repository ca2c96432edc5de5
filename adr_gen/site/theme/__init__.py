"""What a theme puts around a page: its frame, made once and filled in, and its templates, compiled once."""
