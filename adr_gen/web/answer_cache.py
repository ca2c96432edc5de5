"""Answers kept on disk, so that a service is asked only whether something changed."""

import json
import re
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, NoReturn

from requests import Response

from .. import files, typed_json
from ..errors import UsageError

FOLDER = f"{files.STATE}/http"
CONDITIONS = {"ETag": "If-None-Match", "Last-Modified": "If-Modified-Since"}
"""What an answer says of its state, and how the next request says it again."""
_HEADER = re.compile(r"[ -~]{0,500}")


@dataclass(frozen=True, slots=True)
class CachedAnswer:
    """An answer of an earlier run."""

    conditions: dict[str, str]
    """Headers that ask for a new answer only if there is one."""
    answer: Any


def read(root: Path, address: str) -> CachedAnswer | None:
    """What is kept of an address; None if nothing is, or nothing that can be read."""
    try:
        first, _, body = files.read(root, _place(address), files.LARGEST).partition("\n")
        headers = typed_json.read(dict[str, str], parse_json(first))
        # the file may have been changed by hand; a line end in a value would be another header
        conditions = {CONDITIONS[name]: value for name, value in headers.items() if _HEADER.fullmatch(value)}
        return CachedAnswer(conditions, parse_json(body)) if len(conditions) == len(headers) else None
    except (files.Unreadable, ValueError, KeyError):
        return None


def write(root: Path, address: str, answer: Response, body: str) -> None:
    """Remember an answer that was understood, if it says how to ask whether it changed and the disk allows it."""
    headers = {name: answer.headers[name] for name in CONDITIONS if name in answer.headers}
    if headers:
        with suppress(OSError, UsageError):  # without it the next run only takes longer
            files.write(root, _place(address), f"{json.dumps(headers)}\n{body}")


def parse_json(body: str) -> Any:
    """The value of a JSON text; raises ValueError also for what nests beyond reason."""
    try:
        # Python also reads NaN and Infinity, which are no JSON; a NaN compares with nothing
        return json.loads(body, parse_constant=_no_number)
    except RecursionError:
        raise ValueError("nested too deeply") from None


def _place(address: str) -> str:
    # an address holds signs that a file name cannot, and may be longer than one
    return f"{FOLDER}/{sha256(address.encode()).hexdigest()[:32]}"


def _no_number(word: str) -> NoReturn:
    raise ValueError(f"{word} is no JSON")
