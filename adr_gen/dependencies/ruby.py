"""Ruby: Gemfile.lock, which lists what the Gemfile names and the versions."""

import re
from collections.abc import Iterator

from .ecosystem import Declared, Ecosystem, Locked, by_name


def gemfile_lock(text: str) -> Iterator[Declared]:
    """The gems under `DEPENDENCIES`."""
    inside = False
    for number, line in enumerate(text.splitlines(), start=1):
        inside = line.strip() == "DEPENDENCIES" if line[:1].strip() else inside
        if inside and (match := re.fullmatch(r"  ([\w.-]+)!?(?: \((.*)\))?!?", line)):
            yield Declared(match[1], match[2] or "", number)


def versions(text: str) -> Locked:
    """The versions under `specs`; of one for several platforms the version alone."""
    pairs = re.findall(r"^    ([\w.-]+) \((\d[\w.]*)(?:-[^)]*)?\)$", text, re.MULTILINE)
    return by_name((str(name), str(version)) for name, version in pairs)


ECOSYSTEM = Ecosystem(
    "gem", {"Gemfile.lock": gemfile_lock}, {"Gemfile.lock": versions}, unread=("Gemfile", "*.gemspec")
)
