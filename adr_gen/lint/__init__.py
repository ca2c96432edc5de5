"""What `adr-gen check` finds across files; nothing here changes anything."""
