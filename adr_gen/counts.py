"""Numbers of things as people read them."""


def count(number: int, word: str) -> str:
    """`1 record`, `2,000 records`."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"
