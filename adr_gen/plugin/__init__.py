"""The MkDocs plugin `adr-gen`: hands the log's pages over in memory and keeps its sources unpublished.

The only room that imports mkdocs. It never writes into the project.
"""

from .mkdocs_plugin import AdrGenPlugin

__all__ = ["AdrGenPlugin"]
