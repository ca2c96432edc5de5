"""The server for agents: six tools that read, none that writes, over the Model Context Protocol."""
