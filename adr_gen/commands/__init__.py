"""What each command of `adr-gen` does, and how results are shown; `cli` only takes the words apart."""
