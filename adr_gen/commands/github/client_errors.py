"""Why GitHub did not do what it was asked, and what to do."""

import requests

BROKEN = (301, 302, 307, 308, 401, 403, 404, 410)
"""Answers that would be the same for every other issue: something in the set-up is wrong."""


class GitHubError(Exception):
    """A request that failed; `str()` says why and what to do. It is never made again in the same run."""

    def __init__(self, reason: str, *, broken: bool = False) -> None:
        super().__init__(reason)
        self.broken = broken
        """Whether the set-up is to blame."""


def silence(error: Exception, method: str) -> str:
    """Why there was no answer, in words that hold no address and no login of a proxy."""
    reason = "GitHub cannot be reached"
    if isinstance(error, requests.exceptions.SSLError):
        reason = "GitHub's certificate is not trusted"
    elif isinstance(error, requests.exceptions.ProxyError):
        reason = "the proxy does not let us through"
    elif isinstance(error, requests.Timeout):
        reason = "GitHub did not answer in time"
    elif isinstance(error, TimeoutError):
        reason = "GitHub's answer does not end"
    unsure = "" if method == "GET" else "; whether it was told all the same shows in the next run"
    return f"{reason}{unsure}"
