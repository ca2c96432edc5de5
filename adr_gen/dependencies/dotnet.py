""".NET: project files, packages.config, and the central versions of Directory.Packages.props."""

import json
import re
from collections.abc import Iterator

from .ecosystem import Declared, Ecosystem, Locked, by_name, lines
from .xml import parse, text_at

NAMED = r"""=\s*["']([^"'\n]+)["']"""
"""The value of an attribute."""


def project(text: str) -> Iterator[Declared]:
    """The packages that a project file refers to."""
    line = lines(text, NAMED)
    for row in parse(text).iter("PackageReference"):
        if name := row.get("Include"):
            wanted = row.get("VersionOverride") or row.get("Version") or text_at(row, "Version")
            # a property of MSBuild, which only a build knows
            yield Declared(name, wanted if "$(" not in wanted else "", line(name))


def packages_config(text: str) -> Iterator[Declared]:
    """The packages that a `packages.config` lists."""
    line = lines(text, NAMED)
    for row in parse(text).iter("package"):
        # the file pins versions; in NuGet's ranges a version alone means "or later"
        yield Declared(row.get("id", ""), f"[{row.get('version', '')}]", line(row.get("id", "")))


def central(text: str) -> Locked:
    """The versions that `Directory.Packages.props` gives to all projects below it."""
    rows = parse(text).iter("PackageVersion")
    return by_name(((row.get("Include", ""), row.get("Version") or text_at(row, "Version")) for row in rows), str.lower)


def lock(text: str) -> Locked:
    """The versions in a `packages.lock.json`."""
    frameworks = json.loads(text)["dependencies"].values()
    rows = (
        (name, package["resolved"])
        for framework in frameworks
        for name, package in framework.items()
        if "resolved" in package
    )
    return by_name(rows, str.lower)


def lowest(text: str) -> Locked:
    """The versions that a project file writes: of a version alone the lowest that is there is used, which is itself."""
    exact = re.compile(r"\d[\w.+-]*\Z")
    return by_name(((one.name, one.range) for one in project(text) if exact.match(one.range)), str.lower)


PROJECTS = ("*.csproj", "*.fsproj", "*.vbproj", "Directory.Build.props")
ECOSYSTEM = Ecosystem(
    "nuget",
    dict.fromkeys(PROJECTS, project) | {"packages.config": packages_config},
    dict.fromkeys(PROJECTS, lowest) | {"packages.lock.json": lock, "Directory.Packages.props": central},
    str.lower,
    ("paket.dependencies",),
)
