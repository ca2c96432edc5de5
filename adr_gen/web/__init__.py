"""The network as checks see it: the services of checks, and for every failure a reason."""

from .concurrent_fetch import observe_all
from .service_client import ServiceClient

__all__ = ["ServiceClient", "observe_all"]
