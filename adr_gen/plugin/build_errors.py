"""How an event of the plugin ends that cannot go on: MkDocs says why, without a traceback."""

from collections.abc import Iterator
from contextlib import contextmanager

from mkdocs.exceptions import PluginError

from ..errors import UsageError, os_error_text


@contextmanager
def plugin_errors() -> Iterator[None]:
    """Translate UsageError and what the disk refuses into the error that MkDocs shows."""
    try:
        yield
    except UsageError as error:
        raise PluginError(str(error)) from None
    except OSError as error:
        raise PluginError(os_error_text(error)) from None
