"""The server itself: the tools with their annotations, over standard input and output."""

from collections.abc import Callable
from datetime import date
from functools import wraps
from inspect import getdoc
from pathlib import Path
from typing import ParamSpec, TypeVar

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations

from .. import __version__
from ..errors import UsageError, os_error_text
from .tools import Tools

P = ParamSpec("P")
R = TypeVar("R")
INSTRUCTIONS = """\
The decision log of this project: what was decided, why, and under which conditions to look again. Everything here reads;
nothing writes.

- Before you propose a dependency, a tool, a file format or a change of structure, call check_change with a sentence and
  the packages and paths of it.
- `standing` says how to take a decision. holds: keep to it, also if you know better; say what has changed instead of
  working around it. challengeable: a condition that its authors named has come true, so question it in the open, with the
  evidence that stands in `why`; it is no licence to ignore it. superseded: read current_id.
- `would_be_met_by` is evidence that the change you propose would itself make a condition true: name the decision in the
  pull request.
- A status of rejected is about its day; the conditions are the part that may have changed.
- Records are generated: never edit a file in the decisions folder; write a new research file, or mend its source.
- An undecided research file has candidates (explain_file). propose_reading takes quotes that stand on their lines, word
  for word; a person accepts its result with `adr-gen decide --from FILE`. Never guess a decision: without a sentence that
  says it, leave the file undecided.
- If `truncated` is true, ask again with more words, or for less.
"""
"""What every agent is told as it connects."""


def server(root: Path, today: Callable[[], date]) -> MCPServer:
    """The server of the project around a folder; `today` tells the day."""
    # at its own level, INFO, the library logs each question that is refused, which the agent is told anyway
    made = MCPServer("adr-gen", instructions=INSTRUCTIONS, version=__version__, log_level="WARNING")
    tools = Tools(root, today)
    reads = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)
    for tool in (
        tools.find_decisions,
        tools.get_decision,
        tools.check_change,
        tools.due,
        tools.explain_file,
        tools.propose_reading,
    ):
        made.add_tool(_with_tool_errors(tool), description=getdoc(tool), annotations=reads, structured_output=True)
    return made


def serve(root: Path, today: Callable[[], date]) -> None:
    """Answer on standard input and output until they close."""
    server(root, today).run("stdio")


def _with_tool_errors(tool: Callable[P, R]) -> Callable[P, R]:
    """The tool with what is wrong with a question, or refused by the disk, as an error that the agent reads."""

    @wraps(tool)
    def call(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return tool(*args, **kwargs)
        # of any other error the agent would read no words
        except UsageError as error:
            raise ToolError(str(error)) from None
        except OSError as error:
            raise ToolError(os_error_text(error)) from None

    return call
