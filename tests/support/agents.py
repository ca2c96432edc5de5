"""An agent: the official client, connected to the server in a process of its own."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.support.helpers import environment

if TYPE_CHECKING:  # the client takes a second to import, which every run of the tests would pay
    from anyio.from_thread import BlockingPortal
    from mcp.client.client import Client


@dataclass(frozen=True)
class Agent:
    """A client that is connected."""

    client: "Client"
    portal: "BlockingPortal"

    def ask(self, tool: str, **arguments: Any) -> dict[str, Any]:
        """What a tool answers."""
        result = self.portal.call(self.client.call_tool, tool, arguments)
        assert not result.is_error, result.content
        answer: dict[str, Any] = result.structured_content
        return answer

    def refusal(self, tool: str, **arguments: Any) -> str:
        """Why a tool refuses to answer."""
        result = self.portal.call(self.client.call_tool, tool, arguments)
        assert result.is_error, result.structured_content
        return str(result.content[0].text)

    def words(self, tool: str, **arguments: Any) -> str:
        """All that a tool says, whether it answers or refuses."""
        return str(self.portal.call(self.client.call_tool, tool, arguments))

    def tools(self) -> list[Any]:
        """The tools that the server offers."""
        return list(self.portal.call(self.client.list_tools).tools)


@contextmanager
def connected(root: Path) -> Iterator[Agent]:
    """An agent that asks `adr-gen mcp` about a project."""
    from anyio.from_thread import start_blocking_portal
    from mcp import StdioServerParameters
    from mcp.client.client import Client
    from mcp.client.stdio import stdio_client

    command = ["-m", "adr_gen", "mcp", "--root", str(root)]
    server = stdio_client(StdioServerParameters(command=sys.executable, args=command, env=environment()))
    with (
        start_blocking_portal() as portal,
        portal.wrap_async_context_manager(Client(server)) as client,
    ):
        yield Agent(client, portal)
