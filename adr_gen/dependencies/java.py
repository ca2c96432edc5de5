"""Java: pom.xml."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from .ecosystem import Declared, Ecosystem, Locked, by_name, lines
from .xml import parse, text_at

PLACES = ("dependencies/dependency", "profiles/profile/dependencies/dependency")
LONGEST = 300
"""Letters of a name or version: properties of properties could grow without end."""
MANAGED = re.compile(r"<dependencyManagement>.*?</dependencyManagement>", re.DOTALL)


def pom(text: str) -> Iterator[Declared]:
    """The dependencies in `pom.xml` as group/artifact; properties and managed versions of the same file are filled in."""
    root = parse(text)
    outside = MANAGED.sub(lambda match: "\n" * match[0].count("\n"), text)
    line = lines(outside, r"<artifactId>\s*([^<\s]+)\s*<")
    known = _properties(root)
    managed = {
        _name(row, known): _filled(text_at(row, "version"), known)
        for row in root.findall("dependencyManagement/dependencies/dependency")
    }
    for row in (row for place in PLACES for row in root.findall(place)):
        name = _name(row, known)
        version = _filled(text_at(row, "version"), known) or managed.get(name, "")
        yield Declared(name, version, line(text_at(row, "artifactId")))


def _properties(root: Element) -> dict[str, str]:
    """What `${…}` stands for."""
    known = {row.tag: value for row in root.findall("properties/*") if len(value := (row.text or "").strip()) < LONGEST}
    for name in ("groupId", "version"):
        value = text_at(root, name) or text_at(root, f"parent/{name}")
        known |= {f"project.{name}": value, f"pom.{name}": value}
    return known


def _name(row: Element, known: dict[str, str]) -> str:
    return f"{_filled(text_at(row, 'groupId'), known)}/{_filled(text_at(row, 'artifactId'), known)}"


def _filled(value: str, known: dict[str, str]) -> str:
    """A value with its properties, empty if one of them is not known here."""
    for _ in range(5):  # properties of properties, but no circle
        if len(value) > LONGEST:
            return ""
        value = re.sub(r"\$\{([^}]*)\}", lambda match: known.get(match[1], match[0]), value)
    return "" if "${" in value else value


def versions(text: str) -> Locked:
    """The versions that `pom.xml` writes: one alone is the one that is used."""
    return by_name((declared.name, declared.range) for declared in pom(text) if declared.range[:1].isalnum())


ECOSYSTEM = Ecosystem(
    "maven", {"pom.xml": pom}, {"pom.xml": versions}, unread=("build.gradle", "build.gradle.kts", "build.sbt")
)
