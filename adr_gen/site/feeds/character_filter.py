"""Signs that no file for other programs can hold, wherever an author got them from."""

import re

_UNFIT = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""All but YAML's printable characters, which XML allows too: https://yaml.org/spec/1.2.2/#51-character-set"""


def fit(text: str) -> str:
    """The text without control characters and others that YAML or XML refuse."""
    return text if text.isprintable() else _UNFIT.sub("", text)
