"""Makes the reference pages of the documentation from the code: `python -m tests.tools.reference` writes them."""

import json
import sys
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import click

from adr_gen.cli import CONTEXT, cli
from adr_gen.codes import CODES
from adr_gen.config import Settings
from adr_gen.model import STATUSES
from adr_gen.reading import lexicon
from adr_gen.reading.status.status_line import SIGNS
from tests import ROOT
from tests.support.languages import NEEDED

NAMES = {
    "en": "English", "de": "German", "fr": "French", "es": "Spanish", "pt": "Portuguese", "it": "Italian", "ru": "Russian",
    "zh": "Chinese", "ja": "Japanese",
}  # fmt: skip
FOLDER = ROOT / "docs" / "reference"

SETTINGS = """# Settings

Settings live in one place: the table `[tool.adr-gen]` of `pyproject.toml`, or the same keys in a file
`adr-gen.toml` (both at once is an error). Every setting has a default, so an empty table is fine. The folder of
that file is the project's root, and `adr-gen` finds it from any folder below. Without either file the root is the
nearest folder upwards that holds `docs/research`, `docs/decisions`, `mkdocs.yml` or a git repository; without
those it is the folder in which you run `adr-gen`.

```toml
[tool.adr-gen]
research = ["docs/research", "notes/**/spike-*.md"]
review-every = 120
```

In `adr-gen.toml` the keys stand at the top, without the table's name. An unknown key is an error that names the
keys that are allowed.

## Keys"""

COMMANDS = """# Commands

What `adr-gen COMMAND --help` prints. Results go to standard output, problems and progress to standard error."""

PROBLEMS = """# Problem codes

A problem is printed as `path:line: CODE message`; the line is left out when the whole file is meant. Problems make
`adr-gen generate`, `check` and `explain` exit with 1. `list`, `revisit` and `export` print those of the log too, and
exit as they would without them. Hints are shown only."""

JSON = """# JSON

What programs are told of a record. `adr-gen list --json` and `revisit --json` print an array of these, `show --json` prints
one, and `decisions.json` on the site holds them under `records`, with its schema beside it. Every field is always
there, `null` or `[]` when empty. A day is written as `2027-03-01`."""
_SCHEMA: dict[str, Any] = json.loads((ROOT / "adr_gen/site/decisions.schema.json").read_text(encoding="utf-8"))

WIDTH = 78
"""How wide click writes in a terminal of 80 columns."""

STATUS_WORDS = """# Status words

The `Status` of a record written by hand may be any of these words; capitals, hyphens and emphasis do not matter.
What follows the word may limit it ("accepted for now"). Several languages may be mixed in one log. Any other word
is a problem ([ADR102](problem-codes.md#adr102)), never a guess."""


def settings() -> str:
    """The settings, from their definitions."""
    rows = []
    for field in fields(Settings):
        default = getattr(Settings(), field.name)
        shown = "none" if default == "" else f"`{json.dumps(default)}`"
        rows.append(f"### `{field.name.replace('_', '-')}`\n\n{field.metadata['doc']}\n\nDefault: {shown}")
    return "\n\n".join([SETTINGS, *rows]) + "\n"


def commands() -> str:
    """Every command's `--help`, as printed at 80 columns."""
    parts = [_help(name, command) for name, command in cli.commands.items()]
    return "\n\n".join([COMMANDS, _help("", cli), *parts]) + "\n"


def _help(name: str, command: click.Command) -> str:
    outer = click.Context(cli, info_name="adr-gen", terminal_width=WIDTH, **CONTEXT)  # type: ignore[arg-type]
    context = click.Context(command, info_name=name, parent=outer) if name else outer
    return f"## `{context.command_path}`\n\n```text\n{command.get_help(context)}\n```"


def codes() -> str:
    """Every problem code with its reason and way out."""
    parts = []
    for code, entry in CODES.items():
        what = f"Hint. {entry.what}" if entry.hint else entry.what
        parts.append(f"## {code}\n\n{what}\n\n**Why it matters.** {entry.why}\n\n**What to do.** {entry.fix}")
    return "\n\n".join([PROBLEMS, *parts]) + "\n"


LANGUAGES = """## What each language has

A file is read in the languages that it is written in, labels and status words too; English is always among
them. The numbers are words and phrases."""


def _words(slots: str, language: str) -> int:
    return sum(len(lexicon.words(slot, language)) for slot in slots.split())


def statuses() -> str:
    """The words and signs of a hand-written status, language by language, from the lexicon."""
    parts = [STATUS_WORDS]
    for language in lexicon.LANGUAGES:
        rows = [
            f"| {status} | {', '.join(meaning)} |"
            for status in STATUSES
            if (meaning := lexicon.words(status, language))
        ]
        parts.append("\n".join([f"## {NAMES[language]}", "", "| status | words |", "|---|---|", *rows]))
    signs = {status: [sign for sign, meaning in SIGNS.items() if meaning == status] for status in STATUSES}
    rows = [
        f"| {status} | {', '.join(f'`{s}`' if s.isascii() else s for s in meaning)} |"
        for status, meaning in signs.items()
        if meaning
    ]
    parts.append("\n".join(["## Signs", "", "| status | signs |", "|---|---|", *rows]))
    head = [f"| | {' | '.join(NAMES.values())} |", f"|---|{'---|' * len(NAMES)}"]
    rows = [f"| {name} | {' | '.join(str(_words(slots, code)) for code in NAMES)} |" for name, slots in NEEDED.items()]
    parts.append("\n".join([LANGUAGES, "", *head, *rows]))
    return "\n\n".join(parts) + "\n"


def json_fields() -> str:
    """The fields of a record in JSON, from the schema that is published beside it."""
    (records,) = (part["items"] for name, part in _SCHEMA["properties"].items() if name == "records")
    rows = [f"| `{name}` | {_values(part)} | {part['description']} |" for name, part in _fields("", records)]
    return "\n".join([JSON, "", "| field | values | what |", "|---|---|---|", *rows]) + "\n"


def _fields(before: str, part: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every property of an object, of the objects in it, and of those in its lists."""
    for name, inner in part.get("properties", {}).items():
        yield f"{before}{name}", inner
        yield from _fields(f"{before}{name}.", inner)
        yield from _fields(f"{before}{name}[].", inner.get("items", {}))


def _values(part: dict[str, Any]) -> str:
    """What a property holds."""
    if "enum" in part:
        return ", ".join(f"`{json.dumps(value)}`" for value in part["enum"])
    types = part["type"] if isinstance(part["type"], list) else [part["type"]]
    shown = [f"array of {part['items']['type']}s" if one == "array" else one for one in types]
    return " or ".join("day" if one == "string" and "{4}-" in part.get("pattern", "") else one for one in shown)


PAGES = {
    "json.md": json_fields,
    "settings.md": settings,
    "commands.md": commands,
    "problem-codes.md": codes,
    "status-words.md": statuses,
}


def main() -> None:
    """Write the reference pages."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, make in PAGES.items():
        (FOLDER / name).write_text(make(), encoding="utf-8", newline="\n")
        sys.stdout.write(f"docs/reference/{name}\n")


if __name__ == "__main__":
    main()
