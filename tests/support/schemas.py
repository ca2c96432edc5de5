"""The published schemas of files that other programs read, as check-jsonschema brings them."""

from pathlib import Path

import check_jsonschema
from click.testing import CliRunner


def validate(schema: str, *files: Path) -> tuple[int, str]:
    """The exit code and the words of check-jsonschema for files and a schema that it brings."""
    done = CliRunner().invoke(check_jsonschema.main, ["--builtin-schema", schema, *map(str, files)])
    return done.exit_code, done.output.strip()


VALID = (0, "ok -- validation done")
"""What is said of files that fit."""
