"""The network as checks see it: the services of checks, and for every failure a reason."""

from .concurrent_fetch import observe_all
from .service_client import Online

__all__ = ["Online", "observe_all"]
