"""`python -m adr_gen` is `adr-gen`."""

from .cli import main

if __name__ == "__main__":
    main()
