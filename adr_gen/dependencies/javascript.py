"""JavaScript: package.json, and the locks of npm, pnpm and Yarn."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from .ecosystem import Declared, Ecosystem, Locked, lines

FIELDS = ("dependencies", "devDependencies", "optionalDependencies", "peerDependencies")
ENTRY = re.compile(r'^(?P<specs>\S[^\n]*):\n(?:  [^\n]*\n)*?  version:? "?(?P<version>[^"\n]+)"?$', re.MULTILINE)
"""An entry of a yarn.lock of any version: the ranges that it answers, then the version among its fields."""


def package_json(text: str) -> Iterator[Declared]:
    """The dependencies in `package.json`; one under another name is what it stands for."""
    table, line = json.loads(text), lines(text, r'"([^"\n]+)"\s*:')
    for field in FIELDS:
        for name, wanted in table.get(field, {}).items():
            alias = re.fullmatch(r"npm:(@?[^@]+)(?:@(.*))?", wanted)
            real, wanted = (alias[1], alias[2] or "") if alias else (name, wanted)
            plain = not re.match(r"[a-z+]+:|[\w-]+/|latest$|next$|\*$", wanted)
            yield Declared(real, wanted if plain else "", line(name))


def package_lock(text: str) -> Locked:
    """The versions in a `package-lock.json` of any version; those beside the manifest come before the shared ones."""
    table = json.loads(text)
    packages, old = table.get("packages", {}), table.get("dependencies", {})

    def look(declared: Declared, folder: str) -> Iterable[str]:
        own, shared = f"{folder}/node_modules/{declared.name}", f"node_modules/{declared.name}"
        package = packages.get(own) or packages.get(shared) or old.get(declared.name) or {}
        return [package["version"]] if "version" in package else []

    return look


def pnpm_lock(text: str) -> Locked:
    """The versions in a `pnpm-lock.yaml`, by the folder of the manifest."""
    import yaml

    # the base loader keeps scalars as written and makes nothing but texts, lists and mappings
    table: Any = yaml.load(text, getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    importers = table.get("importers") or {".": table}

    def look(declared: Declared, folder: str) -> Iterable[str]:
        fields = (importers.get(folder or ".", {}).get(field, {}) for field in FIELDS)
        rows = [entries[declared.name] for entries in fields if declared.name in entries]
        return [re.sub(r"[(_].*", "", row if isinstance(row, str) else row["version"]) for row in rows]

    return look


def yarn_lock(text: str) -> Locked:
    """The versions in a `yarn.lock`, by the range that the manifest writes."""
    known: dict[tuple[str, str], str] = {}
    for entry in ENTRY.finditer(text):
        for spec in entry["specs"].replace('"', "").split(","):
            name, _, wanted = spec.strip().rpartition("@")
            known[name, wanted.removeprefix("npm:")] = entry["version"]

    def look(declared: Declared, folder: str) -> Iterable[str]:
        version = known.get((declared.name, declared.range))
        return [version] if version else []

    return look


ECOSYSTEM = Ecosystem(
    "npm",
    {"package.json": package_json},
    {
        "package-lock.json": package_lock,
        "npm-shrinkwrap.json": package_lock,
        "pnpm-lock.yaml": pnpm_lock,
        "yarn.lock": yarn_lock,
    },
    unread=("deno.json", "deno.jsonc", "bower.json"),
)
