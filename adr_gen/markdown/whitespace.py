"""Text on one line, and with one kind of line ends."""


def fold(text: str) -> str:
    """`text` with white space folded."""
    line = text.replace("\n", " ")
    if line.isprintable() and "  " not in line and line[:1] != " " and line[-1:] != " ":
        return line  # as nearly all is; four times as fast
    return " ".join(text.split())


def normal(text: str) -> str:
    """`text` with line ends `\\n` and without a byte order mark."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
