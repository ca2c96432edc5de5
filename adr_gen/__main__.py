"""`python -m adr_gen` is `adr-gen`."""

from .cli import main

main()
